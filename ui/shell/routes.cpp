#include "ui/shell/routes.h"

#include "base/clock.h"
#include "base/whenready.h"
#include "desk/desk.h"
#include "ui/approvals/queuepage.h"
#include "ui/certificates/certificatepage.h"
#include "ui/moves/movepage.h"
#include "ui/outbox/outboxpage.h"
#include "ui/resident/recordpage.h"
#include "ui/search/searchpage.h"
#include "ui/shell/clipboard.h"
#include "ui/shell/navigator.h"
#include "ui/signin/passwordpage.h"
#include "ui/visit/visitpage.h"

#include <algorithm>

namespace shell {

Routes::Routes(desk::Desk &desk, Navigator &pages, Surroundings surroundings, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_pages(pages)
    , m_surroundings(std::move(surroundings))
{
}

QList<desk::Purpose> Routes::purposes() const
{
    QList<desk::Purpose> all;
    const auto add = [&all](const QList<desk::Purpose> &more) {
        for (const desk::Purpose &purpose : more) {
            if (!all.contains(purpose))
                all.append(purpose);
        }
    };
    QList<resident::File> files = resident::filesFor(m_desk.clerk().rights);
    // Who collects also looks at assessments, but his own work comes first.
    std::reverse(files.begin(), files.end());
    for (const resident::File file : std::as_const(files))
        add(m_desk.viewTax().purposesFor(resident::scopeOf(file)));
    add(m_desk.visits().purposes());
    return all;
}

void Routes::start()
{
    if (m_desk.clerk().mustChangePassword) {
        showPassword();
        return;
    }
    auto *page = new visit::VisitPage(purposes(), [this](const desk::VisitOpening &opening) {
        return m_desk.visits().open(opening);
    });
    connect(page, &visit::VisitPage::opened, this, &Routes::begin);
    m_pages.push(page);
}

void Routes::begin(const desk::Visit &visit)
{
    m_visit = visit;
    Q_EMIT visitChanged();
    const search::Searching searching{
        .find =
            [this, id = visit.id](const desk::SearchConditions &conditions) {
                return m_desk.findPeople().find(id, conditions);
            },
        .enough = desk::enoughConditions,
        .pauseMs = m_desk.policy().searchPauseMs,
        .municipality = m_desk.clerk().municipality,
        // Nobody gives notice by telephone (住民基本台帳法 第27条).
        .mayEnterMove = m_desk.clerk().rights.testFlag(desk::Right::EnterMove) &&
                        visit.opening.caller != desk::Caller::Telephone};
    auto *page = new search::SearchPage(searching);
    connect(page, &search::SearchPage::personChosen, this, &Routes::showPerson);
    connect(page, &search::SearchPage::arrivalWanted, this, [this] { showArrival(); });
    m_found = page;
    m_pages.push(page);
}

void Routes::endVisit()
{
    if (!m_visit)
        return;
    const desk::VisitId ended = m_visit->id;
    m_visit.reset();
    m_pages.toBottom();
    forgetClipboard();
    Q_EMIT visitChanged();
    // The screen is clear whatever the answer is; a visit that could not be ended ends with
    // sign-out.
    base::whenReady(this, m_desk.visits().end(ended), [](const base::Result<> &) {});
}

/// In a visit.
entries::Doors Routes::entriesDoors() const
{
    entries::Doors doors = entries::doorsOf(m_desk.writeEntries(), m_desk.outbox(), *m_visit);
    doors.rights = m_desk.clerk().rights;
    doors.today = m_surroundings.clock.today();
    doors.now = [&clock = m_surroundings.clock] { return clock.now(); };
    return doors;
}

void Routes::showMove(base::PersonId person, const QString &draft, resident::RecordPage *record)
{
    if (!m_visit)
        return;
    auto *page = movePage(person, draft);
    connect(page, &moves::MovePage::moveFiled, record, &resident::RecordPage::lookAgain);
    m_pages.push(page);
}

/// In a visit.
moves::MovePage *Routes::movePage(base::PersonId person, const QString &draft)
{
    moves::Doors doors = moves::doorsOf(m_desk.moves(), entriesDoors(), *m_visit);
    doors.municipality = m_desk.clerk().municipality;
    auto *page = new moves::MovePage(std::move(doors), person, draft);
    connect(page, &moves::MovePage::outboxWanted, this, &Routes::showOutbox);
    return page;
}

/// Who comes has no record that he could be entered from.
void Routes::showArrival(const QString &draft)
{
    if (m_visit)
        m_pages.push(movePage({}, draft));
}

resident::RecordPage *Routes::recordOf(base::PersonId person)
{
    if (!m_visit)
        return nullptr;
    resident::Records records = resident::recordsOf(m_desk.viewRecords(), m_visit->id);
    records.files = resident::filesOf(m_desk.viewTax(), *m_visit, m_desk.clerk().rights,
                                      m_surroundings.clock.today());
    records.files.paperTo = m_surroundings.paperTo;
    records.entries = entriesDoors();
    if (m_desk.clerk().rights.testFlag(desk::Right::RevealNumber))
        records.revealNumber = [this, id = m_visit->id](base::PersonId of, const QString &reason) {
            return m_desk.numbers().reveal(id, of, reason);
        };
    auto *page = new resident::RecordPage(std::move(records), person);
    connect(page, &resident::RecordPage::outboxWanted, this, &Routes::showOutbox);
    connect(page, &resident::RecordPage::moveWanted, this,
            [this, page](base::PersonId of, const QString &draft) { showMove(of, draft, page); });
    connect(page, &resident::RecordPage::restrictionsChanged, this, [this] {
        if (m_found)
            m_found->lookAgain();
    });
    connect(page, &resident::RecordPage::personChosen, this, &Routes::showPerson);
    connect(page, &resident::RecordPage::fileWanted, this, &Routes::showFile);
    connect(page, &resident::RecordPage::certificateWanted, this, &Routes::showCertificate);
    return page;
}

void Routes::showPerson(base::PersonId person)
{
    if (auto *page = recordOf(person))
        m_pages.push(page);
}

void Routes::showFile(base::PersonId person, resident::File file)
{
    auto *page = recordOf(person);
    if (!page)
        return;
    page->beginWith(file);
    m_pages.push(page);
}

void Routes::showDraft(base::PersonId person, const QString &draft)
{
    auto *page = recordOf(person);
    if (!page)
        return;
    page->beginWithDraft(draft);
    m_pages.push(page);
}

void Routes::showOutbox(const QString &uuid)
{
    if (!place().mayEnter || qobject_cast<outbox::OutboxPage *>(m_pages.current()))
        return;
    outbox::Procedures desk = outbox::proceduresOf(m_desk.outbox());
    desk.supervisor = m_desk.clerk().role == desk::Role::Supervisor;
    desk.inVisit = m_visit.has_value();
    desk.telephone = m_visit && m_visit->opening.caller == desk::Caller::Telephone;
    // The page may be told something after this object has gone, the clock not.
    desk.now = [&clock = m_surroundings.clock] { return clock.now(); };
    auto *page = new outbox::OutboxPage(std::move(desk));
    page->beginWith(uuid);
    connect(page, &outbox::OutboxPage::draftWanted, this, &Routes::showDraft);
    connect(page, &outbox::OutboxPage::arrivalWanted, this, &Routes::showArrival);
    connect(page, &outbox::OutboxPage::offlineHelpWanted, this,
            [this] { Q_EMIT helpWanted(QStringLiteral("offline")); });
    m_pages.push(page);
}

void Routes::showQueue()
{
    if (!place().mayCheck || qobject_cast<approvals::QueuePage *>(m_pages.current()))
        return;
    approvals::Procedures desk = approvals::proceduresOf(m_desk.checks());
    // The page may be told something after this object has gone, the clock not.
    desk.now = [&clock = m_surroundings.clock] { return clock.now(); };
    m_pages.push(new approvals::QueuePage(std::move(desk)));
}

void Routes::showPassword()
{
    const bool forced = m_desk.clerk().mustChangePassword;
    if (m_pages.depth() > (forced ? 0 : 1))
        return;
    auto &passwords = m_desk.passwords();
    auto *page = new signin::PasswordPage(
        {.rules = passwords.rules(),
         .faults =
             [&passwords](const base::Secret &present, const base::Secret &wanted) {
                 return passwords.faults(present, wanted);
             },
         .change =
             [&passwords](base::Secret present, base::Secret pin, base::Secret wanted) {
                 return passwords.change(std::move(present), std::move(pin), std::move(wanted));
             },
         .pinPad = m_desk.status().token.pinPad,
         .forced = forced});
    connect(page, &signin::PasswordPage::signOutAsked, this, &Routes::signOutWanted);
    m_pages.push(page);
}

WorkPlace Routes::place() const
{
    const desk::Clerk clerk = m_desk.clerk();
    if (clerk.mustChangePassword)
        return {.depth = m_pages.depth(), .onlyPassword = true};
    const desk::Rights writers = desk::Rights(desk::Right::WriteNote) |
                                 desk::Right::EnterRestriction | desk::Right::EnterMove;
    return {.depth = m_pages.depth(),
            .visit = m_visit.has_value(),
            .mayEnter = clerk.role == desk::Role::Supervisor || (clerk.rights & writers),
            .mayCheck = clerk.rights.testFlag(desk::Right::CheckEntry)};
}

QList<widgets::KeyHint> Routes::keys() const
{
    return workKeys(place());
}

/// The lowest page stays, and in a visit the search above it.
void Routes::back()
{
    if (m_pages.depth() > (m_visit ? 2 : 1))
        m_pages.back();
    else if (m_pages.current())
        m_pages.current()->stepBack();
}

bool Routes::press(int key)
{
    switch (key) {
    case Qt::Key_Escape:
        back();
        return true;
    case Qt::Key_F9:
        endVisit();
        return true;
    case outboxKey:
        showOutbox();
        return true;
    case queueKey:
        showQueue();
        return true;
    case passwordKey:
        showPassword();
        return true;
    default:
        return false;
    }
}

void Routes::showCertificate(base::HouseholdId household, base::PersonId person)
{
    if (!m_visit)
        return;
    m_pages.push(new certificates::CertificatePage(
        {m_desk.viewRecords(), m_desk.certificates(),
         m_desk.clerk().rights.testFlag(desk::Right::RevealNumber)},
        {m_visit->id, household, person, m_visit->opening.caller}, {m_surroundings.paperTo}));
}

} // namespace shell
