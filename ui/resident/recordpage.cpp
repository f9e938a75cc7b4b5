#include "ui/resident/recordpage.h"

#include "base/whenready.h"
#include "ui/entries/entriestab.h"
#include "ui/household/householdtab.h"
#include "ui/resident/filepane.h"
#include "ui/resident/historytab.h"
#include "ui/resident/numberpanel.h"
#include "ui/resident/reasonpanel.h"
#include "ui/resident/residenttab.h"
#include "ui/resident/wording.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/onlyshown.h"
#include "ui/widgets/parts.h"
#include "ui/words/words.h"

#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

using base::ErrorCode;
using widgets::BadgeKind;

namespace resident {

namespace {

QList<BadgeKind> badgesOf(const desk::ResidentView &view)
{
    const residents::PersonRecord &record = view.record;
    using residents::RestrictionKind;
    QList<BadgeKind> badges;
    // Also of who lives with a protected person: the address is the same.
    bool isProtected = view.isProtected;
    for (const residents::Restriction &restriction : record.restrictions)
        isProtected |= restriction.kind == RestrictionKind::Support ||
                       restriction.kind == RestrictionKind::ProvisionalSupport;
    if (isProtected)
        badges.append(BadgeKind::Protected);
    else if (!record.restrictions.isEmpty())
        badges.append(BadgeKind::Restricted);
    if (record.snapshot.state == residents::State::MoveOutPlanned)
        badges.append(BadgeKind::MoveOutPlanned);
    if (!residents::isPresent(record.snapshot.state))
        badges.append(BadgeKind::Removed);
    if (record.snapshot.kind == residents::Kind::Foreign)
        badges.append(BadgeKind::Foreign);
    return badges;
}

constexpr int entriesKey = int(Qt::ControlModifier) | int(Qt::Key_M);
constexpr int moveKey = int(Qt::ControlModifier) | int(Qt::Key_I);

/// For the rules of age; invalid when the day is not known.
QDate birthDay(const residents::Snapshot &person)
{
    return person.bornOn.earliest == person.bornOn.latest ? person.bornOn.earliest : QDate();
}

} // namespace

RecordPage::RecordPage(Records records, base::PersonId person, QWidget *parent)
    : Page(parent)
    , m_records(std::move(records))
    , m_person(person)
    , m_message(new widgets::MessageBar(this))
    , m_telephone(widgets::label(tr("On the telephone no address is read out: it is not shown."),
                                 widgets::TextRole::Warning, this))
    , m_moveWaits(widgets::label(tr("A move of this person or household waits to be checked. What "
                                    "is shown and printed is the record before it."),
                                 widgets::TextRole::Warning, this))
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_reasonPanel(new ReasonPanel(this))
    , m_nothing(new widgets::EmptyState(this))
    , m_resident(new ResidentTab(this))
    , m_household(new household::HouseholdTab(m_records.household, this))
    , m_history(new HistoryTab(m_records.history, m_records.formerState, this))
{
    setObjectName(QStringLiteral("recordPage"));
    m_message->setObjectName(QStringLiteral("recordMessage"));
    m_resident->setObjectName(QStringLiteral("residentTab"));
    m_household->setObjectName(QStringLiteral("householdTab"));
    m_history->setObjectName(QStringLiteral("historyTab"));
    m_reasonPanel->setObjectName(QStringLiteral("reasonPanel"));
    m_telephone->setObjectName(QStringLiteral("telephoneNote"));
    m_telephone->setVisible(m_records.files.telephone);
    m_moveWaits->setObjectName(QStringLiteral("moveWaits"));
    m_moveWaits->setWordWrap(true);
    m_moveWaits->hide();
    makeTabs();
    m_nothing->setWords(QStringLiteral("lock"), tr("The record is not shown"),
                        tr("Esc goes back to the page before."));
    auto *layout = new QVBoxLayout(this);
    widgets::setMarginsEm(layout, {1, 0.7, 1, 0.5});
    widgets::setSpacingEm(layout, 0);
    layout->addWidget(m_message);
    auto *note = new QVBoxLayout;
    widgets::setMarginsEm(note, {0, 0, 0, 0.4});
    note->addWidget(m_telephone);
    note->addWidget(m_moveWaits);
    layout->addLayout(note);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    m_stack->setCurrentWidget(m_resident);
    m_tabs->hide();
    m_stack->hide();
    joinParts();
    load({});
}

void RecordPage::makeTabs()
{
    m_tabs->setObjectName(QStringLiteral("recordTabs"));
    m_tabs->setAccessibleName(tr("Parts of the record"));
    m_tabs->addTab(tr("Resident record"));
    m_tabs->addTab(tr("Household"));
    m_tabs->addTab(tr("History"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_stack->addWidget(m_resident);
    m_stack->addWidget(m_household);
    m_stack->addWidget(m_history);
    // Without the right a tab does not exist (地方税法 第22条).
    for (const File file : filesFor(m_records.files.rights)) {
        auto *pane = new FilePane(file, m_records.files, this);
        m_tabs->addTab(fileWords(file));
        m_stack->addWidget(pane);
        m_panes.append(pane);
        joinPane(pane);
    }
    joinEntries();
    joinNumber();
    m_stack->addWidget(m_reasonPanel);
    m_stack->addWidget(m_nothing);
    widgets::measureOnlyShown(m_stack);
    if (m_records.files.telephone) {
        m_household->hideAddress();
        m_history->hideAddresses();
    }
}

void RecordPage::joinPane(FilePane *pane)
{
    connect(pane, &FilePane::failed, this, &RecordPage::failed);
    connect(pane, &FilePane::answered, m_message, &widgets::MessageBar::clear);
    connect(pane, &FilePane::printed, this, [this] {
        m_message->say(widgets::Severity::Success, tr("The chart was printed."),
                       tr("It explains and certifies nothing."), {});
    });
    connect(pane, &FilePane::keysChanged, this, &RecordPage::keysChanged);
    connect(pane, &FilePane::memberChosen, this,
            [this, pane](base::PersonId person) { Q_EMIT fileWanted(person, pane->file()); });
    connect(pane, &FilePane::callerTold, this, [this](const desk::CallerCheck &caller) {
        for (FilePane *other : std::as_const(m_panes))
            other->setCaller(caller);
    });
}

void RecordPage::joinEntries()
{
    if (!m_records.entries)
        return;
    m_entries = new entries::EntriesTab(m_records.entries, this);
    m_tabs->addTab(tr("Notes, contact, restrictions"));
    m_stack->addWidget(m_entries);
    connect(m_entries, &entries::EntriesTab::failed, this, &RecordPage::failed);
    connect(m_entries, &entries::EntriesTab::keysChanged, this, &RecordPage::keysChanged);
    connect(m_entries, &entries::EntriesTab::outboxWanted, this, &RecordPage::outboxWanted);
    connect(m_entries, &entries::EntriesTab::moveDraftWanted, this,
            [this](const QString &draft) { Q_EMIT moveWanted(m_person, draft); });
    // The header band and the first tab say what is in force now.
    connect(m_entries, &entries::EntriesTab::restrictionsChanged, this, [this] {
        load({});
        Q_EMIT restrictionsChanged();
    });
}

/// Nobody proves on the telephone who he is: no number is told there.
void RecordPage::joinNumber()
{
    if (!m_records.revealNumber || m_records.files.telephone)
        return;
    m_number = new NumberPanel(m_records.revealNumber, this);
    m_number->setPerson(m_person);
    m_resident->place(m_number);
    connect(m_number, &NumberPanel::closed, this, &RecordPage::arrive);
    connect(m_number, &NumberPanel::changed, this,
            [this] { m_resident->bringIntoSight(m_number); });
}

/// Nobody gives notice by telephone, and who has been removed does not move within the city.
bool RecordPage::mayMove() const
{
    return m_view && m_entries && m_records.entries.may(desk::Right::EnterMove) &&
           !m_records.files.telephone && residents::isPresent(m_view->record.snapshot.state);
}

bool RecordPage::showsEntries() const
{
    return m_entries && m_stack->currentWidget() == m_entries;
}

bool RecordPage::showsRecord() const
{
    return m_view && m_stack->currentWidget() == m_resident;
}

void RecordPage::beginWithDraft(const QString &draft)
{
    if (!m_entries)
        return;
    m_tabs->setCurrentIndex(m_tabs->count() - 1);
    m_entries->goOnWith(draft);
}

void RecordPage::beginWith(File file)
{
    for (qsizetype i = 0; i < m_panes.size(); ++i) {
        if (m_panes.at(i)->file() == file)
            m_tabs->setCurrentIndex(FirstFile + int(i));
    }
}

FilePane *RecordPage::shownPane() const
{
    for (FilePane *pane : m_panes) {
        if (m_stack->currentWidget() == pane)
            return pane;
    }
    return nullptr;
}

void RecordPage::joinParts()
{
    connect(m_tabs, &QTabBar::currentChanged, this, &RecordPage::showTab);
    connect(m_household, &household::HouseholdTab::personChosen, this, &RecordPage::personChosen);
    connect(m_history, &HistoryTab::reasonNeeded, this, &RecordPage::askReason);
    connect(m_reasonPanel, &ReasonPanel::given, this, &RecordPage::load);
}

void RecordPage::load(const QString &reason)
{
    m_message->clear();
    base::whenReady(this, m_records.resident(m_person, reason),
                    [this](const base::Result<desk::ResidentView> &view) {
                        if (view)
                            opened(*view);
                        else
                            failed(view.error());
                    });
}

void RecordPage::failed(const base::Error &error)
{
    if (error.code == ErrorCode::ReasonMissing) {
        askReason();
        return;
    }
    // What stood here may not be looked at any more; without a record there is nothing to ask.
    if (!m_view || error.code == ErrorCode::RestrictedRecord) {
        m_tabs->hide();
        m_stack->setCurrentWidget(m_nothing);
        m_stack->show();
        m_view.reset();
        m_moveWaits->hide();
        Q_EMIT subjectChanged();
        Q_EMIT keysChanged();
    }
    m_message->showError(error);
}

void RecordPage::askReason()
{
    m_tabs->hide();
    m_stack->setCurrentWidget(m_reasonPanel);
    m_stack->show();
    m_reasonPanel->takeFocus();
    Q_EMIT keysChanged();
}

void RecordPage::opened(const desk::ResidentView &view)
{
    m_view = view;
    if (m_records.files.telephone)
        m_view->addressHidden = true;
    m_resident->showRecord(*m_view);
    m_moveWaits->setVisible(m_view->moveWaits);
    m_tabs->show();
    m_stack->show();
    showTab(m_tabs->currentIndex());
    Q_EMIT subjectChanged();
}

void RecordPage::showTab(int tab)
{
    if (!m_view)
        return;
    m_stack->setCurrentIndex(tab);
    if (tab == Household && !m_household->isFilled())
        m_household->showHousehold(m_view->record.snapshot.household);
    if (tab == History && !m_history->isFilled())
        m_history->showHistory(m_person);
    if (FilePane *pane = shownPane())
        pane->open(m_person, birthDay(m_view->record.snapshot));
    if (showsEntries())
        m_entries->open({m_person, m_view->record.snapshot.household});
    arrive();
    Q_EMIT keysChanged();
}

QString RecordPage::title() const
{
    return tr("Record of a resident");
}

QString RecordPage::helpName() const
{
    if (m_stack->currentWidget() == m_household)
        return QStringLiteral("household");
    if (m_stack->currentWidget() == m_history)
        return QStringLiteral("history");
    if (showsEntries())
        return QStringLiteral("entries");
    if (const FilePane *pane = shownPane())
        return pane->file() == File::Ledger ? QStringLiteral("ledger") : scopeOf(pane->file());
    return QStringLiteral("record");
}

QList<widgets::KeyHint> RecordPage::keys() const
{
    const bool open = m_view && m_stack->currentWidget() != m_reasonPanel;
    QList<widgets::KeyHint> hints{
        {.key = Qt::Key_F5, .words = tr("Resident record"), .enabled = open},
        {.key = Qt::Key_F6, .words = tr("Household"), .enabled = open},
        {.key = Qt::Key_F7, .words = tr("History"), .enabled = open},
        // Nobody is given a paper by telephone, and its preview holds the address.
        {.key = Qt::Key_F8,
         .words = tr("Certificate"),
         .enabled = open && !m_records.files.telephone}};
    for (const FilePane *pane : m_panes)
        hints << widgets::KeyHint{
            .key = keyOf(pane->file()), .words = fileWords(pane->file()), .enabled = open};
    if (m_entries)
        hints << widgets::KeyHint{
            .key = entriesKey, .words = tr("Notes, contact"), .enabled = open};
    if (m_entries && m_records.entries.may(desk::Right::EnterMove))
        hints << widgets::KeyHint{
            .key = moveKey, .words = tr("Move"), .enabled = open && mayMove()};
    if (m_number && open && showsRecord())
        hints << widgets::KeyHint{Qt::Key_F4, tr("Individual number")};
    if (open && showsEntries())
        hints << m_entries->keys();
    if (const FilePane *pane = open ? shownPane() : nullptr)
        hints << pane->keys();
    return hints;
}

void RecordPage::press(int key)
{
    if (!m_view || m_stack->currentWidget() == m_reasonPanel)
        return;
    FilePane *pane = shownPane();
    if (key == Qt::Key_F6 && pane && pane->listMembers())
        return; // the household as the file needs it
    if (key == entriesKey && m_entries) {
        m_tabs->setCurrentIndex(m_tabs->count() - 1);
        return;
    }
    if (key == moveKey && mayMove()) {
        Q_EMIT moveWanted(m_person, {});
        return;
    }
    if (key == Qt::Key_F5)
        m_tabs->setCurrentIndex(ResidentRecord);
    else if (key == Qt::Key_F6)
        m_tabs->setCurrentIndex(Household);
    else if (key == Qt::Key_F7)
        m_tabs->setCurrentIndex(History);
    else if (key == Qt::Key_F8 && !m_records.files.telephone) // of somebody removed: 除票
        Q_EMIT certificateWanted(m_view->record.snapshot.household, m_person);
    for (const FilePane *other : std::as_const(m_panes)) {
        if (key == keyOf(other->file())) {
            beginWith(other->file());
            return;
        }
    }
    if (pane)
        pane->press(key);
    else if (showsEntries())
        m_entries->press(key);
    else if (key == Qt::Key_F4 && m_number && showsRecord())
        m_number->ask();
}

std::optional<widgets::Subject> RecordPage::subject() const
{
    if (!m_view)
        return std::nullopt;
    const residents::Snapshot &person = m_view->record.snapshot;
    QStringList details{tr("Born %1").arg(dateWords(person.bornOn, person.kind))};
    if (m_view->age >= 0)
        details.append(tr("%1 years old").arg(m_view->age));
    if (person.sex != residents::Sex::Unknown)
        details.append(words::of(person.sex));
    return widgets::Subject{
        .name = residents::fullName(person.name),
        .kana = person.name.searchKana,
        .details = details.join(QChar(0x3000)),
        .number = QString::number(m_person.value),
        .state = words::of(person.state),
        .badges = badgesOf(*m_view),
    };
}

bool RecordPage::stepBack()
{
    if (FilePane *pane = shownPane())
        return pane->stepBack();
    if (showsEntries())
        return m_entries->stepBack();
    if (m_number && showsRecord())
        return m_number->stepBack();
    return m_stack->currentWidget() == m_history && m_history->closeComparison();
}

void RecordPage::arrive()
{
    QWidget *shown = m_stack->currentWidget();
    if (shown == m_reasonPanel)
        m_reasonPanel->takeFocus();
    else if (shown == m_household)
        m_household->takeFocus();
    else if (shown == m_history)
        m_history->takeFocus();
    else if (FilePane *pane = shownPane())
        pane->takeFocus();
    else if (showsEntries())
        m_entries->takeFocus();
    else
        m_resident->setFocus();
}

} // namespace resident
