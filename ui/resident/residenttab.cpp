#include "ui/resident/residenttab.h"

#include "ui/resident/wording.h"
#include "ui/widgets/parts.h"
#include "ui/words/words.h"

#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

using residents::Kind;
using residents::Snapshot;
using widgets::TextRole;

namespace resident {

namespace {

/// So wide that the captions of all cards stand in one line, and the longest fits.
constexpr double captionEm = 11.5;

struct Section
{
    widgets::Card *card;
    widgets::FormGrid *grid;
};

Section addSection(QVBoxLayout *column, const QString &heading, int columns)
{
    auto *card = new widgets::Card(heading);
    auto *grid = new widgets::FormGrid(columns);
    card->body()->addWidget(grid);
    column->addWidget(card);
    return {card, grid};
}

void alignCaptions(widgets::FormGrid *grid)
{
    const auto labels = grid->findChildren<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
    for (QLabel *one : labels) {
        if (one->property("role") != QStringLiteral("muted"))
            continue;
        widgets::setWidthEm(one, captionEm);
        // Captions and values are of different sizes: their middles stand in one line.
        grid->layout()->setAlignment(one, Qt::AlignLeft | Qt::AlignVCenter);
    }
}

} // namespace

ResidentTab::ResidentTab(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Resident record"));
    auto *content = new QWidget(this);
    auto *column = m_column = new QVBoxLayout(content);
    widgets::setMarginsEm(column, {0, 0, 0.5, 0.4});
    widgets::setSpacingEm(column, 0.6);
    const auto restrictions = addSection(column, tr("Restrictions in force"), 1);
    m_restrictionCard = restrictions.card;
    m_restrictions = restrictions.grid;
    m_person = addSection(column, tr("Person"), 2).grid;
    m_residence = addSection(column, tr("Residence"), 2).grid;
    const auto foreign = addSection(column, tr("Foreign resident"), 2);
    m_foreignCard = foreign.card;
    m_foreign = foreign.grid;
    const auto domicile = addSection(column, tr("Registered domicile and remarks"), 2);
    m_domicileCard = domicile.card;
    m_domicile = domicile.grid;
    m_entitlements = addSection(column, tr("Entitlements (kept by other sections)"), 2).grid;
    column->addStretch(1);
    setWidget(content);
}

void ResidentTab::place(QWidget *panel)
{
    constexpr int belowThePerson = 2;
    m_column->insertWidget(belowThePerson, panel);
}

void ResidentTab::bringIntoSight(QWidget *panel)
{
    constexpr int laidOutByThenMs = 50;
    for (const int afterMs : {0, laidOutByThenMs})
        QTimer::singleShot(afterMs, panel,
                           [this, panel] { ensureWidgetVisible(panel, 0, widgets::em(0.5)); });
}

void ResidentTab::showRecord(const desk::ResidentView &view)
{
    const Snapshot &person = view.record.snapshot;
    const QList<widgets::FormGrid *> grids{m_restrictions, m_person,   m_residence,
                                           m_foreign,      m_domicile, m_entitlements};
    for (widgets::FormGrid *grid : grids)
        grid->clearValues();
    showRestrictions(view.record.restrictions);
    showPerson(person);
    showResidence(view);
    showForeign(person);
    showDomicile(view);
    showEntitlements(person);
    m_person->addValue(tr("Telephone"), view.addressHidden ? hiddenWords() : person.telephone);
    for (widgets::FormGrid *grid : grids)
        alignCaptions(grid);
}

void ResidentTab::showLatinName(const residents::PersonName &name)
{
    m_person->addValue(tr("Name in Latin letters"), name.latin, 1, TextRole::Name);
    m_person->addValue(tr("Name in kanji"), name.family, 1, TextRole::Name);
    m_person->addValue(tr("Alias"), name.alias, 1, TextRole::Name);
    m_person->addValue(tr("Kana of the alias"), name.aliasKana);
}

void ResidentTab::showPerson(const Snapshot &person)
{
    const residents::PersonName &name = person.name;
    if (person.kind == Kind::Foreign) {
        showLatinName(name);
    } else {
        m_person->addValue(tr("Name"), residents::fullName(name), 1, TextRole::Name);
        m_person->addValue(tr("Furigana"), readingWords(person));
        m_person->addValue(tr("Former family name"), name.formerFamily, 1, TextRole::Name);
        m_person->addValue(tr("Furigana of the former name"), name.formerFamilyReading.kana);
    }
    m_person->addValue(tr("Born"), dateWords(person.bornOn, person.kind));
    m_person->addValue(tr("Sex"), words::of(person.sex));
    m_person->addValue(tr("Relationship"), person.relationship);
    m_person->addValue(tr("Head of household"), person.headName, 1, TextRole::Name);
    m_person->addValue(tr("Person number"), QString::number(person.id.person.value));
    m_person->addValue(tr("Household number"), QString::number(person.household.value));
    m_person->addValue(tr("Search kana"), name.searchKana);
}

void ResidentTab::showResidence(const desk::ResidentView &view)
{
    using residents::Place;
    const Snapshot &person = view.record.snapshot;
    const auto place = [&view](const QString &text, Place of) {
        return view.addressHidden || view.withheld.testFlag(of) ? hiddenWords() : text;
    };
    const auto add = [this](const QString &caption, const QString &text) {
        m_residence->addValue(caption, text, 2, TextRole::Name);
    };
    add(tr("Address"), place(addressWords(person.address), Place::Address));
    m_residence->addValue(tr("Postal code"),
                          place(postalWords(person.address.postalCode), Place::Address));
    m_residence->addValue(tr("Address code"), place(person.address.code, Place::Address));
    m_residence->addValue(tr("Became resident"), entryWords(person.becameResident));
    m_residence->addValue(tr("Address settled"), entryWords(person.addressSettled));
    m_residence->addValue(tr("Reason of the address"), words::of(person.addressReason), 2);
    add(tr("Former address"), place(addressWords(person.formerAddress), Place::Former));
    add(tr("Address before moving in"),
        place(addressWords(person.addressBeforeMoveIn), Place::BeforeMoveIn));
    if (person.plannedDestination)
        add(tr("Destination (planned)"),
            place(destinationWords(person.plannedDestination), Place::Planned));
    if (person.confirmedDestination)
        add(tr("Destination (confirmed)"),
            place(destinationWords(person.confirmedDestination), Place::Confirmed));
    if (person.removal) {
        m_residence->addValue(tr("Removed"), dateWords(person.removal->on, Kind::Japanese));
        m_residence->addValue(tr("Removal notified"),
                              dateWords(person.removal->notifiedOn, Kind::Japanese));
        m_residence->addValue(tr("Reason for removal"), words::of(person.removal->reason), 2);
    }
}

void ResidentTab::showForeign(const Snapshot &person)
{
    m_foreignCard->setVisible(person.foreign.has_value());
    if (!person.foreign)
        return;
    const residents::ForeignItems &foreign = *person.foreign;
    m_foreign->addValue(tr("Nationality or region"), foreign.nationality);
    m_foreign->addValue(tr("Class (art. 30-45)"), words::of(foreign.foreignClass));
    m_foreign->addValue(tr("Status of residence"), foreign.statusOfResidence);
    m_foreign->addValue(tr("Period of stay"), foreign.periodOfStay);
    m_foreign->addValue(tr("Period ends"), dateWords(foreign.expiresOn, Kind::Foreign));
    m_foreign->addValue(tr("Became foreign resident"), entryWords(foreign.becameForeignResident));
}

void ResidentTab::showDomicile(const desk::ResidentView &view)
{
    const Snapshot &person = view.record.snapshot;
    if (person.kind == Kind::Japanese) {
        m_domicile->addValue(tr("Registered domicile"),
                             view.addressHidden ? hiddenWords() : person.registeredDomicile, 2,
                             TextRole::Name);
        m_domicile->addValue(tr("First in the family register"), person.domicileHead, 2,
                             TextRole::Name);
    }
    // Words that somebody wrote may name a place.
    const bool withheld = view.withheld.testFlag(residents::Place::Remarks) ||
                          (view.addressHidden && !person.remarks.isEmpty());
    m_domicile->addValue(tr("Remarks"), withheld ? hiddenWords() : person.remarks, 2);
}

void ResidentTab::showEntitlements(const Snapshot &person)
{
    const residents::Entitlements &rights = person.entitlements;
    const auto add = [this, &person](const QString &caption, const residents::Entitlement &one) {
        m_entitlements->addValue(caption, entitlementWords(one));
    };
    add(tr("National health insurance"), rights.healthInsurance);
    add(tr("National pension"), rights.pension);
    add(tr("Child allowance"), rights.childAllowance);
    add(tr("Long-term care"), rights.longTermCare);
    add(tr("Medical care of the elderly"), rights.lateElderly);
}

void ResidentTab::showRestrictions(const QList<residents::Restriction> &restrictions)
{
    m_restrictionCard->setVisible(!restrictions.isEmpty());
    for (const residents::Restriction &restriction : restrictions) {
        const QString levels =
            tr("Inquiry: %1　Certificates: %2　Moves: %3")
                .arg(words::of(restriction.inquiry), words::of(restriction.certificate),
                     words::of(restriction.movement));
        const QString from = dateWords(restriction.from, Kind::Japanese);
        const QString until = dateWords(restriction.until, Kind::Japanese);
        const QString term =
            until.isEmpty()
                ? tr("From %1").arg(from)
                : tr("From %1, due for renewal %2. It does not end by itself.").arg(from, until);
        m_restrictions->addValue(words::of(restriction.kind), levels + u'\n' + term);
    }
}

} // namespace resident
