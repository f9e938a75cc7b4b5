#include "ui/resident/recordpage.h"

#include "base/whenready.h"
#include "calendar/eras.h"
#include "ui/household/householdtab.h"
#include "ui/resident/historytab.h"
#include "ui/resident/reasonpanel.h"
#include "ui/resident/residenttab.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"
#include "ui/words/words.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

using base::ErrorCode;
using widgets::BadgeKind;

namespace resident {

namespace {

QList<BadgeKind> badgesOf(const residents::PersonRecord &record)
{
    using residents::RestrictionKind;
    QList<BadgeKind> badges;
    bool isProtected = false;
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

} // namespace

RecordPage::RecordPage(desk::ViewRecords &records, desk::VisitId visit, base::PersonId person,
                       QWidget *parent)
    : Page(parent)
    , m_records(records)
    , m_person(person)
    , m_visit(visit)
    , m_message(new widgets::MessageBar(this))
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_reasonPanel(new ReasonPanel(this))
    , m_resident(new ResidentTab(this))
    , m_household(new household::HouseholdTab(records, visit, this))
    , m_history(new HistoryTab(records, visit, this))
{
    setObjectName(QStringLiteral("recordPage"));
    m_resident->setObjectName(QStringLiteral("residentTab"));
    m_household->setObjectName(QStringLiteral("householdTab"));
    m_history->setObjectName(QStringLiteral("historyTab"));
    m_reasonPanel->setObjectName(QStringLiteral("reasonPanel"));
    m_tabs->addTab(tr("Resident record"));
    m_tabs->addTab(tr("Household"));
    m_tabs->addTab(tr("History"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(true);
    m_stack->addWidget(m_resident);
    m_stack->addWidget(m_household);
    m_stack->addWidget(m_history);
    m_stack->addWidget(m_reasonPanel);
    auto *layout = new QVBoxLayout(this);
    widgets::setMarginsEm(layout, {0.8, 0.6, 0.8, 0.4});
    widgets::setSpacingEm(layout, 0.2);
    layout->addWidget(m_message);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    m_tabs->hide();
    m_stack->hide();
    connect(m_tabs, &QTabBar::currentChanged, this, &RecordPage::showTab);
    connect(m_household, &household::HouseholdTab::personChosen, this, &RecordPage::personChosen);
    connect(m_reasonPanel, &ReasonPanel::given, this, [this](const QString &reason) {
        m_reason = reason;
        load();
    });
    load();
}

void RecordPage::load()
{
    m_message->clear();
    base::whenReady(this, m_records.resident(m_visit, m_person, m_reason),
                    [this](const base::Result<desk::ResidentView> &view) {
                        if (view) {
                            opened(*view);
                        } else if (view.error().code == ErrorCode::ReasonMissing) {
                            m_stack->setCurrentWidget(m_reasonPanel);
                            m_stack->show();
                            m_reasonPanel->takeFocus();
                        } else {
                            m_message->showError(view.error());
                        }
                    });
}

void RecordPage::opened(const desk::ResidentView &view)
{
    m_view = view;
    m_resident->show(view);
    m_tabs->show();
    m_stack->show();
    m_stack->setCurrentWidget(m_resident);
    m_resident->setFocus();
    Q_EMIT subjectChanged();
    Q_EMIT keysChanged();
}

void RecordPage::showTab(int tab)
{
    if (!m_view)
        return;
    m_stack->setCurrentIndex(tab);
    if (tab == Household && !m_householdAsked) {
        m_householdAsked = true;
        m_household->show(m_view->record.snapshot.household, m_reason);
    }
    if (tab == History && !m_historyAsked) {
        m_historyAsked = true;
        m_history->show(m_person, m_reason);
    }
    arrive();
}

QString RecordPage::title() const
{
    return tr("Record of a resident");
}

QList<widgets::KeyHint> RecordPage::keys() const
{
    const bool open = m_view.has_value();
    const bool present = open && residents::isPresent(m_view->record.snapshot.state);
    return {{.key = Qt::Key_F5, .words = tr("Resident record"), .enabled = open},
            {.key = Qt::Key_F6, .words = tr("Household"), .enabled = open},
            {.key = Qt::Key_F7, .words = tr("History"), .enabled = open},
            {.key = Qt::Key_F8, .words = tr("Certificate"), .enabled = present}};
}

void RecordPage::press(int key)
{
    if (!m_view)
        return;
    if (key == Qt::Key_F5)
        m_tabs->setCurrentIndex(ResidentRecord);
    else if (key == Qt::Key_F6)
        m_tabs->setCurrentIndex(Household);
    else if (key == Qt::Key_F7)
        m_tabs->setCurrentIndex(History);
    else if (key == Qt::Key_F8)
        Q_EMIT certificateWanted(m_view->record.snapshot.household, m_person);
}

std::optional<widgets::Subject> RecordPage::subject() const
{
    if (!m_view)
        return std::nullopt;
    const residents::Snapshot &person = m_view->record.snapshot;
    const QString born = calendar::display(person.bornOn, person.kind == residents::Kind::Foreign
                                                              ? calendar::Reckoning::Western
                                                              : calendar::Reckoning::Wareki);
    const QString age = m_view->age < 0 ? QString() : tr("%1 years old").arg(m_view->age);
    return widgets::Subject{
        .name = residents::fullName(person.name),
        .kana = person.name.searchKana,
        .details = tr("Born %1　%2　%3").arg(born, age, words::of(person.sex)),
        .number = QString::number(m_person.value),
        .state = words::of(person.state),
        .badges = badgesOf(m_view->record),
    };
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
    else
        m_resident->setFocus();
}

} // namespace resident
