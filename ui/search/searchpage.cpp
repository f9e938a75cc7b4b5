#include "ui/search/searchpage.h"

#include "base/whenready.h"
#include "ui/search/conditionform.h"
#include "ui/search/peoplemodel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tableview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>

namespace search {

namespace {
/// As on a record, where it enters the other 異動.
constexpr int moveKey = int(Qt::ControlModifier) | int(Qt::Key_I);
} // namespace

using widgets::TextRole;

SearchPage::SearchPage(Searching searching, QWidget *parent)
    : Page(parent)
    , m_searching(std::move(searching))
    , m_form(new ConditionForm(this))
    , m_rule(widgets::label({}, TextRole::Muted, this))
    , m_count(widgets::label({}, TextRole::Heading, this))
    , m_message(new widgets::MessageBar(this))
    , m_results(new QStackedWidget(this))
    , m_empty(new widgets::EmptyState(this))
    , m_table(new widgets::TableView(this))
    , m_rows(new PeopleModel(m_searching.municipality, this))
{
    setObjectName(QStringLiteral("searchpage"));
    m_table->setObjectName(QStringLiteral("people"));
    m_empty->setObjectName(QStringLiteral("nobody"));
    m_count->setObjectName(QStringLiteral("count"));
    m_message->setObjectName(QStringLiteral("message"));
    auto *card = new widgets::Card({}, this);
    card->body()->addWidget(m_form);
    auto *whole = new QVBoxLayout(this);
    widgets::setMarginsEm(whole, {1, 0.8, 1, 0.6});
    whole->addWidget(card);
    whole->addWidget(m_message);
    auto *line = new QHBoxLayout;
    line->addWidget(m_count);
    m_rule->setWordWrap(true);
    line->addWidget(m_rule, 1);
    whole->addLayout(line);
    m_table->setModel(m_rows);
    m_table->setColumnsEm({5.4, 14, 13, 9.4, 3.4, 0, 9.5, 6.8});
    m_table->setAccessibleName(tr("People found"));
    m_results->addWidget(m_empty);
    m_results->addWidget(m_table);
    widgets::setHeightEm(m_results, 11);
    whole->addWidget(m_results, 1);

    m_pause.setSingleShot(true);
    m_pause.setInterval(m_searching.pauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { search(How::WhileTyping); });
    connect(m_form, &ConditionForm::changed, this, &SearchPage::conditionsChanged);
    connect(m_form, &ConditionForm::searchAsked, this, [this] { search(How::Asked); });
    connect(m_table, &widgets::TableView::opened, this, &SearchPage::open);
    connect(m_empty, &widgets::EmptyState::offerTaken, this,
            [this](int offer) { m_offers.at(offer)(); });
    conditionsChanged();
}

QList<widgets::KeyHint> SearchPage::keys() const
{
    const bool chosen = m_table->currentRow() >= 0 && m_results->currentWidget() == m_table;
    QList<widgets::KeyHint> hints{{Qt::Key_F2, tr("Search")},
                                  {Qt::Key_F3, tr("Clear conditions")},
                                  {Qt::Key_F4, tr("Open"), chosen}};
    if (m_searching.mayEnterMove)
        hints << widgets::KeyHint{moveKey, tr("Moving in")};
    return hints;
}

void SearchPage::press(int key)
{
    if (key == Qt::Key_F2) {
        search(How::Asked);
    } else if (key == Qt::Key_F3) {
        m_form->clear();
    } else if (key == Qt::Key_F4) {
        open();
    } else if (key == moveKey && m_searching.mayEnterMove) {
        Q_EMIT arrivalWanted();
    }
}

void SearchPage::lookAgain()
{
    if (m_rows->rowCount() == 0)
        return;
    ++m_revision;
    m_rows->setRows({});
    m_answered = false;
    m_outdated = true;
    m_count->clear();
}

void SearchPage::arrive()
{
    if (std::exchange(m_outdated, false)) {
        search(How::Asked);
        return;
    }
    if (m_results->currentWidget() == m_table && m_rows->rowCount() > 0)
        m_table->setFocus();
    else
        m_form->start();
}

void SearchPage::conditionsChanged()
{
    ++m_revision;
    m_pause.stop();
    m_message->clear();
    const bool enough = m_searching.enough(m_form->conditions());
    if (enough && !m_form->hasProblem()) {
        m_rule->clear();
        m_pause.start();
        return;
    }
    // What was found before does not belong to what stands in the fields now.
    m_rows->setRows({});
    m_answered = false;
    m_count->clear();
    m_rule->setText({});
    m_empty->setWords(QStringLiteral("search"),
                      m_form->isEmpty() ? tr("Type two conditions") : tr("One more condition"),
                      tr("Two of name, birth date, address, head of household and telephone, or a "
                         "person or household number alone. Sex and removed records only narrow."));
    m_empty->setOffers({});
    m_results->setCurrentWidget(m_empty);
    Q_EMIT keysChanged();
}

void SearchPage::search(How how)
{
    m_pause.stop();
    if (m_form->hasProblem()) {
        if (how == How::Asked)
            m_message->showError({base::ErrorCode::ConditionUnreadable, {}});
        return;
    }
    const desk::SearchConditions wanted = m_form->conditions();
    if (!m_searching.enough(wanted)) {
        if (how == How::Asked)
            m_message->showError({base::ErrorCode::TooFewConditions, {}});
        return;
    }
    // Asked again for what is on the screen: no second look at the register, no second log row.
    if (m_answered && m_asked == m_revision) {
        if (how == How::Asked)
            arrive();
        return;
    }
    m_asked = m_revision;
    m_answered = false;
    m_rule->setText(tr("Searching ..."));
    base::whenReady(
        this, m_searching.find(wanted),
        [this, revision = m_revision, how](const base::Result<desk::FoundPeople> &found) {
            if (revision != m_revision)
                return;
            m_rule->clear();
            if (found)
                showFound(*found, how);
            else if (found.error().code != base::ErrorCode::SearchOvertaken)
                m_message->showError(found.error());
        });
}

void SearchPage::showFound(const desk::FoundPeople &found, How how)
{
    m_answered = true;
    m_message->clear();
    m_rows->setRows(found.rows);
    if (found.rows.isEmpty()) {
        showNothing();
        return;
    }
    const QString number = QLocale().toString(found.rows.size());
    m_count->setText(tr("%1 found").arg(number));
    if (found.more) {
        m_message->say(
            widgets::Severity::Warning,
            tr("More people match than can be shown; here are the first %1.").arg(number), {},
            tr("Add a condition, for example the birth date or the town."));
    }
    m_results->setCurrentWidget(m_table);
    m_table->selectRow(0);
    if (how == How::Asked)
        m_table->setFocus();
    Q_EMIT keysChanged();
}

void SearchPage::showNothing()
{
    m_count->clear();
    m_empty->setWords(QStringLiteral("nothing"), tr("Nobody matches"),
                      tr("Variant kanji, voiced and unvoiced kana, former family names and past "
                         "names have been searched too."));
    const desk::SearchConditions wanted = m_form->conditions();
    QStringList offers;
    m_offers.clear();
    const auto offer = [&offers, this](const QString &words, std::function<void()> act) {
        offers << words;
        m_offers << std::move(act);
    };
    if (!wanted.withRemoved)
        offer(tr("Include removed records"), [this] { m_form->includeRemoved(); });
    if (m_form->hasBirthDay())
        offer(tr("Search the whole year of birth"), [this] { m_form->widenBirth(); });
    offer(tr("Clear conditions"), [this] { m_form->clear(); });
    m_empty->setOffers(offers);
    m_results->setCurrentWidget(m_empty);
    Q_EMIT keysChanged();
}

void SearchPage::open()
{
    if (const auto *person = m_rows->rowAt(m_table->currentRow()))
        Q_EMIT personChosen(person->id.person);
}

} // namespace search
