#include "ui/moves/newcomerform.h"

#include "calendar/eras.h"
#include "text/input.h"
#include "ui/moves/knownlist.h"
#include "ui/moves/relationshipfield.h"
#include "ui/moves/whopanel.h"
#include "ui/widgets/eradatefield.h"
#include "ui/widgets/parts.h"
#include "ui/words/words.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

#include <utility>

using residents::ForeignClass;
using residents::Kind;
using residents::ReadingState;
using residents::Sex;
using residents::Snapshot;
using widgets::EraDateField;
using widgets::FieldKind;
using widgets::TextField;

namespace moves {

namespace {

constexpr int nameLimit = 100;
constexpr int placeLimit = 200;
constexpr int askAfterMs = 600;
const auto headWord = QStringLiteral("世帯主");

calendar::DateRules birthRules()
{
    calendar::DateRules rules;
    rules.unknownAllowed = true;
    return rules;
}

void pick(QComboBox *box, int value)
{
    const QSignalBlocker quiet(box);
    box->setCurrentIndex(box->findData(value));
}

QString dateText(const calendar::PartialDate &date, bool western)
{
    if (!date.isDay())
        return date.text;
    return western ? date.earliest.toString(QStringLiteral("yyyy/M/d"))
                   : calendar::wareki(date.earliest, calendar::Style::Short);
}

/// Where nothing is typed yet nobody has said that it is not public.
void pickState(QComboBox *box, const residents::Reading &reading, const QString &typed)
{
    if (reading.state != ReadingState::NotPublic || !typed.isEmpty())
        pick(box, int(reading.state));
}

QDate dayOf(const EraDateField &field)
{
    const auto range = field.range();
    return range ? range->from : QDate();
}

calendar::PartialDate dateOf(const EraDateField &field)
{
    return field.isEmpty() || !field.reading().ok() ? calendar::PartialDate()
                                                    : field.reading().date;
}

} // namespace

NewcomerForm::NewcomerForm(base::PersonId number, QWidget *parent)
    : QFrame(parent)
    , m_drawn(number)
    , m_number(number)
    , m_heading(widgets::label({}, widgets::TextRole::Heading, this))
    , m_place(new QVBoxLayout)
    , m_known(new KnownList(this))
    , m_kind(new QComboBox(this))
    , m_family(new TextField(FieldKind::Name, nameLimit, this))
    , m_given(new TextField(FieldKind::Name, nameLimit, this))
    , m_familyKana(new TextField(FieldKind::Kana, nameLimit, this))
    , m_givenKana(new TextField(FieldKind::Kana, nameLimit, this))
    , m_familyState(new QComboBox(this))
    , m_givenState(new QComboBox(this))
    , m_formerFamily(new TextField(FieldKind::Name, nameLimit, this))
    , m_formerKana(new TextField(FieldKind::Kana, nameLimit, this))
    , m_formerState(new QComboBox(this))
    , m_latin(new TextField(FieldKind::Direct, nameLimit, this))
    , m_kanji(new TextField(FieldKind::Name, nameLimit, this))
    , m_searchKana(new TextField(FieldKind::Kana, nameLimit, this))
    , m_alias(new TextField(FieldKind::Name, nameLimit, this))
    , m_aliasKana(new TextField(FieldKind::Kana, nameLimit, this))
    , m_bornOn(new EraDateField(birthRules(), this))
    , m_sex(new QComboBox(this))
    , m_relationship(new RelationshipField(this))
    , m_domicile(new TextField(FieldKind::Address, placeLimit, this))
    , m_domicileHead(new TextField(FieldKind::Name, nameLimit, this))
    , m_nationality(new TextField(FieldKind::Name, nameLimit, this))
    , m_class(new QComboBox(this))
    , m_status(new TextField(FieldKind::Name, nameLimit, this))
    , m_period(new TextField(FieldKind::Name, nameLimit, this))
    , m_expiresOn(new EraDateField(calendar::DateRules(), this))
    , m_sinceOn(new EraDateField(birthRules(), this))
{
    setObjectName(QStringLiteral("newcomer"));
    auto *column = new QVBoxLayout(this);
    widgets::setMarginsEm(column, {0, 0.2, 0, 0.7});
    widgets::setSpacingEm(column, 0.3);
    column->addWidget(m_heading);
    column->addLayout(m_place);
    column->addWidget(m_known);
    m_pause.setSingleShot(true);
    m_pause.setInterval(askAfterMs);
    makeFields();
    layOut();
    setPlace(1);
    connect(&m_pause, &QTimer::timeout, this, &NewcomerForm::askKnown);
    connect(m_known, &KnownList::chosen, this, &NewcomerForm::become);
}

NewcomerForm::~NewcomerForm()
{
    widgets::deafen(this);
}

void NewcomerForm::makeFields()
{
    const QList<std::pair<const char *, QWidget *>> named{
        {"kind", m_kind},
        {"family", m_family},
        {"given", m_given},
        {"familyKana", m_familyKana},
        {"givenKana", m_givenKana},
        {"familyState", m_familyState},
        {"givenState", m_givenState},
        {"formerFamily", m_formerFamily},
        {"formerKana", m_formerKana},
        {"formerState", m_formerState},
        {"latin", m_latin},
        {"kanji", m_kanji},
        {"searchKana", m_searchKana},
        {"alias", m_alias},
        {"aliasKana", m_aliasKana},
        {"bornOn", m_bornOn->input()},
        {"sex", m_sex},
        {"newcomerRelationship", m_relationship},
        {"domicile", m_domicile},
        {"domicileHead", m_domicileHead},
        {"nationality", m_nationality},
        {"foreignClass", m_class},
        {"status", m_status},
        {"period", m_period},
        {"expiresOn", m_expiresOn->input()},
        {"sinceOn", m_sinceOn->input()},
    };
    for (const auto &[name, input] : named) {
        input->setObjectName(QLatin1StringView(name));
        // What is picked from a list is changed as much as what is typed.
        if (auto *field = qobject_cast<TextField *>(input))
            connect(field, &QLineEdit::textChanged, this, &NewcomerForm::touched);
        else if (auto *box = qobject_cast<QComboBox *>(input))
            connect(box, &QComboBox::currentIndexChanged, this, &NewcomerForm::touched);
    }
    fillLists();
    join();
}

void NewcomerForm::fillLists()
{
    for (const Kind kind : {Kind::Japanese, Kind::Foreign})
        m_kind->addItem(words::of(kind), int(kind));
    for (const auto state :
         {ReadingState::Notified, ReadingState::ExOfficio, ReadingState::NotPublic}) {
        m_familyState->addItem(words::of(state), int(state));
        m_givenState->addItem(words::of(state), int(state));
        m_formerState->addItem(words::of(state), int(state));
    }
    for (const Sex sex : {Sex::Male, Sex::Female, Sex::Unknown})
        m_sex->addItem(words::of(sex), int(sex));
    m_sex->setCurrentIndex(-1); // no sex is the usual one
    for (const auto one :
         {ForeignClass::MidToLongTerm, ForeignClass::SpecialPermanent,
          ForeignClass::TemporaryRefuge, ForeignClass::ProvisionalStay, ForeignClass::Transitional})
        m_class->addItem(words::of(one), int(one));
    m_class->setCurrentIndex(-1);
    m_class->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

void NewcomerForm::join()
{
    for (TextField *field : {m_domicile, m_nationality, m_status, m_period}) {
        connect(field, &QLineEdit::editingFinished, this, [field] {
            if (!field->problem())
                field->setText(text::toFullWidth(field->value()));
        });
    }
    connect(m_latin, &QLineEdit::editingFinished, this, [this] {
        if (!m_latin->problem())
            m_latin->setText(m_latin->value().toUpper());
    });
    // As a rule both are of one kind; 氏 or 名 may be public alone.
    connect(m_familyState, &QComboBox::currentIndexChanged, m_givenState,
            &QComboBox::setCurrentIndex);
    connect(m_relationship, &QLineEdit::textEdited, this, [this] {
        m_typed = true;
        m_word = m_relationship->text();
    });
    connect(m_relationship, &QLineEdit::editingFinished, this,
            [this] { m_grid->setProblem(m_relationship, m_relationship->advice()); });
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        const bool hadFocus = m_kind->hasFocus();
        layOut();
        if (hadFocus)
            m_kind->setFocus();
        Q_EMIT fieldsChanged();
    });
}

bool NewcomerForm::isForeign() const
{
    return m_kind->currentData().toInt() == int(Kind::Foreign);
}

/// In the order of the 転出証明書.
QList<NewcomerForm::Field> NewcomerForm::shown() const
{
    const Field kind{tr("Japanese or foreign"), m_kind};
    const Field born{tr("Born on"), m_bornOn};
    const Field sex{tr("Sex"), m_sex};
    const Field relationship{tr("Relationship"), m_relationship};
    if (isForeign())
        return {kind,
                {tr("Latin name"), m_latin},
                {tr("Kanji name"), m_kanji},
                {tr("Kana to search by"), m_searchKana},
                {tr("Alias"), m_alias},
                {tr("Kana of the alias"), m_aliasKana},
                born,
                sex,
                relationship,
                {tr("Nationality, region"), m_nationality},
                {tr("Class of stay"), m_class},
                {tr("Status of residence"), m_status},
                {tr("Period of stay"), m_period},
                {tr("Stay ends on"), m_expiresOn},
                {tr("Foreign resident since"), m_sinceOn}};
    return {kind,
            {tr("Family name"), m_family},
            {tr("Given name"), m_given},
            {tr("Reading of the family name"), m_familyKana},
            {tr("Reading of the given name"), m_givenKana},
            {tr("Family reading is"), m_familyState},
            {tr("Given reading is"), m_givenState},
            born,
            sex,
            relationship,
            {tr("Registered domicile"), m_domicile, 2},
            {tr("Head of the family register"), m_domicileHead},
            {tr("Former family name"), m_formerFamily},
            {tr("Its reading"), m_formerKana},
            {tr("Former reading is"), m_formerState}};
}

QList<QWidget *> NewcomerForm::all() const
{
    return {m_kind,       m_family,       m_given,       m_familyKana,  m_givenKana, m_familyState,
            m_givenState, m_formerFamily, m_formerKana,  m_formerState, m_latin,     m_kanji,
            m_searchKana, m_alias,        m_aliasKana,   m_bornOn,      m_sex,       m_relationship,
            m_domicile,   m_domicileHead, m_nationality, m_class,       m_status,    m_period,
            m_expiresOn,  m_sinceOn};
}

/// The fields of the other kind keep what stands in them.
void NewcomerForm::layOut()
{
    for (QWidget *field : all()) {
        field->hide();
        field->setParent(this);
    }
    delete m_grid;
    m_grid = new widgets::FormGrid(3, this);
    for (const Field &field : shown()) {
        m_grid->add(field.name, field.input, field.span);
        field.input->show();
    }
    m_place->addWidget(m_grid);
    m_grid->show();
    m_relationship->setEnabled(m_asked);
    for (EraDateField *date : {m_bornOn, m_expiresOn, m_sinceOn})
        date->setWestern(isForeign());
}

void NewcomerForm::setPlace(int place)
{
    m_heading->setText(m_version > 0
                           ? tr("Person %1, under his former number %2")
                                 .arg(QString::number(place), QString::number(m_number.value))
                           : tr("Person %1, under the new number %2")
                                 .arg(QString::number(place), QString::number(m_number.value)));
    m_heading->setProperty("place", place);
}

void NewcomerForm::touched()
{
    const qint64 items = residents::threeItemsOf(newcomer());
    // Whom it was about before is not whom it is about now.
    if (!m_people.isEmpty() && items != residents::threeItemsOf(m_looked)) {
        m_people.clear();
        m_known->setPeople({}, {});
        Q_EMIT fieldsChanged();
    }
    if (m_version > 0 && items != m_taken && !m_filling)
        become({});
    m_pause.start();
    Q_EMIT changed();
}

void NewcomerForm::askKnown()
{
    const Snapshot now = newcomer();
    const bool same = residents::threeItemsOf(now) == residents::threeItemsOf(m_looked);
    if (same)
        return;
    m_looked = now;
    if (residents::fullName(now.name).trimmed().isEmpty() || !now.bornOn.earliest.isValid() ||
        m_sex->currentIndex() < 0) {
        showKnown(now, {});
        return;
    }
    Q_EMIT knownWanted(now);
}

void NewcomerForm::notLookedUp()
{
    m_looked = {};
}

void NewcomerForm::showKnown(const Snapshot &asked, const QList<desk::KnownPerson> &people)
{
    if (residents::threeItemsOf(asked) != residents::threeItemsOf(m_looked))
        return; // another one was typed meanwhile
    m_people = people;
    m_known->setPeople(m_people, m_version > 0 ? m_number : base::PersonId());
    Q_EMIT fieldsChanged();
}

/// Whoever he was taken for, he is that only while the three items are his.
void NewcomerForm::become(const base::SnapshotId &known)
{
    const bool his = known.person.value > 0;
    if (!his && m_drawn.value == 0) {
        Q_EMIT numberWanted();
        return;
    }
    m_number = his ? known.person : m_drawn;
    m_version = his ? known.version : 0;
    m_taken = residents::threeItemsOf(newcomer());
    setPlace(m_heading->property("place").toInt());
    const bool hadFocus = m_known->isAncestorOf(QApplication::focusWidget());
    m_known->setPeople(m_people, his ? m_number : base::PersonId());
    Q_EMIT fieldsChanged();
    Q_EMIT numberChanged();
    Q_EMIT changed();
    if (const auto buttons = m_known->fields(); hadFocus && !buttons.isEmpty())
        buttons.first()->setFocus();
}

void NewcomerForm::setDrawn(base::PersonId number)
{
    m_drawn = number;
    become({});
}

void NewcomerForm::propose(const NewcomerForm &before)
{
    pick(m_kind, before.m_kind->currentData().toInt());
    layOut();
    if (isForeign())
        return;
    m_family->setText(before.m_family->value());
    m_familyKana->setText(before.m_familyKana->value());
    pick(m_familyState, before.m_familyState->currentData().toInt());
    pick(m_givenState, before.m_givenState->currentData().toInt());
    m_domicile->setText(before.m_domicile->value());
    m_domicileHead->setText(before.m_domicileHead->value());
}

void NewcomerForm::fill(const Snapshot &newcomer, const residents::MemberChange &change, bool asked)
{
    m_filling = true;
    m_number = change.person;
    m_version = change.baseVersion;
    m_drawn = m_version > 0 ? base::PersonId() : m_number;
    m_taken = residents::threeItemsOf(newcomer);
    pick(m_kind, int(newcomer.kind));
    m_bornOn->setText(dateText(newcomer.bornOn, isForeign()));
    // Whether it was chosen at all, a draft does not say.
    pick(m_sex, newcomer.sex == Sex::Unknown ? -1 : int(newcomer.sex));
    if (newcomer.foreign)
        fillForeign(newcomer);
    else
        fillJapanese(newcomer);
    m_typed = asked && !change.relationship.isEmpty();
    if (m_typed)
        m_word = change.relationship;
    m_relationship->setText(change.relationship);
    layOut();
    m_filling = false;
}

void NewcomerForm::fillJapanese(const Snapshot &newcomer)
{
    const residents::PersonName &name = newcomer.name;
    m_family->setText(name.family);
    m_given->setText(name.given);
    const bool onlyGiven = name.familyReading.kana.isEmpty() && !name.searchKana.isEmpty() &&
                           name.searchKana == name.givenReading.kana;
    const QString family = onlyGiven ? QString() : name.searchKana.section(u' ', 0, 0);
    const QString given = onlyGiven ? name.searchKana : name.searchKana.section(u' ', 1);
    m_familyKana->setText(family);
    m_givenKana->setText(given);
    m_formerFamily->setText(name.formerFamily);
    m_formerKana->setText(name.formerFamilyReading.kana);
    pickState(m_familyState, name.familyReading, family);
    pickState(m_givenState, name.givenReading, given);
    pickState(m_formerState, name.formerFamilyReading, name.formerFamilyReading.kana);
    m_domicile->setText(newcomer.registeredDomicile);
    m_domicileHead->setText(newcomer.domicileHead);
}

void NewcomerForm::fillForeign(const Snapshot &newcomer)
{
    const residents::PersonName &name = newcomer.name;
    const residents::ForeignItems &stay = *newcomer.foreign;
    m_latin->setText(name.latin);
    m_kanji->setText(name.family);
    m_searchKana->setText(name.searchKana);
    m_alias->setText(name.alias);
    m_aliasKana->setText(name.aliasKana);
    m_nationality->setText(stay.nationality);
    pick(m_class, int(stay.foreignClass));
    m_status->setText(stay.statusOfResidence);
    m_period->setText(stay.periodOfStay);
    m_expiresOn->setText(dateText(calendar::PartialDate::on(stay.expiresOn), true));
    m_sinceOn->setText(dateText(stay.becameForeignResident.on, true));
}

/// A word that was typed comes back when it is asked for again; who leads alone has none of his
/// own.
void NewcomerForm::ask(bool relationship, const QString &proposed)
{
    const bool before = std::exchange(m_asked, relationship);
    m_relationship->setEnabled(relationship);
    const QString wanted = !relationship ? headWord : m_typed ? m_word : proposed;
    // Proposed once: what is being typed is changed by nobody else.
    if (before == relationship && (m_typed || m_proposed == wanted))
        return;
    m_proposed = wanted;
    m_relationship->setText(wanted);
}

residents::PersonName NewcomerForm::name() const
{
    residents::PersonName name;
    if (isForeign()) {
        name.family = m_kanji->value();
        name.latin = m_latin->value();
        name.searchKana = m_searchKana->value();
        name.alias = m_alias->value();
        name.aliasKana = m_aliasKana->value();
        return name;
    }
    const auto reading = [](const QString &kana, const QComboBox *box) {
        const auto state = ReadingState(box->currentData().toInt());
        return state == ReadingState::NotPublic || kana.isEmpty()
                   ? residents::Reading()
                   : residents::Reading{.kana = kana, .state = state};
    };
    name.family = m_family->value();
    name.given = m_given->value();
    name.familyReading = reading(m_familyKana->value(), m_familyState);
    name.givenReading = reading(m_givenKana->value(), m_givenState);
    name.searchKana = QStringList{m_familyKana->value(), m_givenKana->value()}.join(u' ').trimmed();
    name.formerFamily = m_formerFamily->value();
    name.formerFamilyReading = reading(m_formerKana->value(), m_formerState);
    return name;
}

residents::ForeignItems NewcomerForm::stay() const
{
    return {.nationality = m_nationality->value(),
            .becameForeignResident = {.on = dateOf(*m_sinceOn), .notifiedOn = {}},
            .foreignClass = ForeignClass(m_class->currentData().toInt()),
            .statusOfResidence = m_status->value(),
            .periodOfStay = m_period->value(),
            .expiresOn = dayOf(*m_expiresOn)};
}

Snapshot NewcomerForm::newcomer() const
{
    Snapshot one;
    one.id.person = m_number;
    one.kind = isForeign() ? Kind::Foreign : Kind::Japanese;
    one.name = name();
    one.bornOn = dateOf(*m_bornOn);
    one.sex = m_sex->currentIndex() < 0 ? Sex::Unknown : Sex(m_sex->currentData().toInt());
    if (isForeign()) {
        one.foreign = stay();
    } else {
        one.registeredDomicile = m_domicile->value();
        one.domicileHead = m_domicileHead->value();
    }
    return residents::identityOf(one);
}

residents::MemberChange NewcomerForm::change() const
{
    return {.person = m_number,
            .baseVersion = m_version,
            .relationship = m_asked ? m_relationship->relationship() : headWord};
}

QList<QWidget *> NewcomerForm::fields() const
{
    QList<QWidget *> fields;
    for (const Field &field : shown())
        fields.append(field.input);
    return fields + m_known->fields();
}

QWidget *NewcomerForm::fieldOf(const QString &rule) const
{
    const residents::PersonName typed = name();
    if (rule == u"NameMissing" && isForeign())
        return residents::fullName(typed).isEmpty() ? m_latin : nullptr;
    if (rule == u"NameMissing")
        return typed.family.isEmpty() ? m_family : typed.given.isEmpty() ? m_given : nullptr;
    if (rule == u"ReadingWrong")
        return isForeign() ? nullptr : m_familyKana;
    if (rule == u"BirthMissing")
        return m_bornOn->isEmpty() ? m_bornOn : nullptr;
    if (rule == u"BornLater")
        return m_bornOn;
    if (rule == u"DomicileMissing" && !isForeign())
        return m_domicile->value().isEmpty() ? m_domicile : nullptr;
    if (rule == u"StayMissing" && isForeign())
        return m_nationality->value().isEmpty() ? m_nationality
               : m_status->value().isEmpty()    ? m_status
                                                : nullptr;
    if (isOfRelationships(rule) && m_asked) {
        const bool wrong = m_relationship->value().isEmpty() || !m_relationship->advice().isEmpty();
        return wrong || rule == u"HeadTwice" ? m_relationship : nullptr;
    }
    return nullptr;
}

QWidget *NewcomerForm::firstUnreadable() const
{
    for (const Field &field : shown()) {
        if (auto *date = qobject_cast<EraDateField *>(field.input);
            date && !date->isEmpty() && !date->reading().ok())
            return date;
        if (auto *text = qobject_cast<TextField *>(field.input); text && text->problem())
            return text;
    }
    QWidget *unchosen = nullptr;
    for (QComboBox *box : {m_class, m_sex}) {
        const bool asked = box == m_sex || isForeign();
        const bool none = asked && box->currentIndex() < 0;
        if (asked)
            m_grid->setProblem(box, none ? tr("Choose one.") : QString());
        unchosen = none ? box : unchosen;
    }
    if (unchosen)
        return unchosen;
    // No number could be taken for whom the old one does not fit any more.
    return m_version > 0 && residents::threeItemsOf(newcomer()) != m_taken ? m_kind : nullptr;
}

} // namespace moves
