#include "app/sim/plants.h"

using base::ErrorCode;
using base::Result;

namespace sim {

namespace {

constexpr int allRows = 5000;

const QList<std::pair<QString, Plant>> &plants()
{
    static const QList<std::pair<QString, Plant>> all = {
        {QStringLiteral("acknowledge-early"), Plant::AcknowledgeEarly},
        {QStringLiteral("feed-gap"), Plant::FeedGap},
        {QStringLiteral("lock-ignored"), Plant::LockIgnored},
        {QStringLiteral("lineage-ignored"), Plant::LineageIgnored},
        {QStringLiteral("uuid-ignored"), Plant::UuidIgnored},
        {QStringLiteral("half-page"), Plant::HalfPage}};
    return all;
}

} // namespace

std::optional<Plant> plantNamed(const QString &name)
{
    for (const auto &[known, plant] : plants()) {
        if (known == name)
            return plant;
    }
    return std::nullopt;
}

QStringList plantNames()
{
    QStringList names;
    for (const auto &[name, plant] : plants())
        names.append(name);
    return names;
}

void PlantedLink::tell(const central::Position &after, central::FeedPage &page)
{
    auto at = after;
    for (auto &change : page.changes) {
        const central::Position real{.number = change.number, .hash = change.hash};
        change.hash = change.withheld.isEmpty()
                          ? central::nextHash(at.hash, change.table, change.row)
                          : central::nextHash(at.hash, change.withheld);
        at = {.number = change.number, .hash = change.hash};
        m_state.real.insert(at.hash, real);
    }
}

Result<central::FeedPage> PlantedLink::overtaken(const central::Position &after, int limit)
{
    auto page = inner().feed(m_state.real.value(after.hash, after), limit);
    if (!page || page->changes.isEmpty())
        return page;
    if (page->changes.size() > 1 && m_state.choices.chance(250))
        page->changes.removeAt(m_state.choices.below(int(page->changes.size()) - 1));
    tell(after, *page);
    return page;
}

Result<central::FeedPage> PlantedLink::byNumber(const central::Position &after, int limit)
{
    auto page = inner().feed(m_state.real.value(after.hash, after), limit);
    if (page) {
        tell(after, *page);
        return page;
    }
    if (page.error().code != ErrorCode::RegisterUnknown)
        return page;
    const auto identity = inner().identity();
    if (!identity)
        return base::fail(identity);
    auto all =
        inner().feed({.number = 0, .hash = central::firstHash(identity->registerId)}, allRows);
    if (!all)
        return all;
    QList<central::Change> behind;
    for (const auto &change : std::as_const(all->changes)) {
        if (change.number > after.number)
            behind.append(change);
    }
    all->changes = behind;
    tell(after, *all);
    return all;
}

Result<central::FeedPage> PlantedLink::feed(const central::Position &after, int limit)
{
    switch (m_state.plant) {
    case Plant::FeedGap:
        return overtaken(after, limit);
    case Plant::LineageIgnored:
        return byNumber(after, limit);
    case Plant::HalfPage:
        return inner().feed(after, 1);
    default:
        return inner().feed(after, limit);
    }
}

Result<central::SubmissionAnswer> PlantedLink::acknowledge(const central::Submission &submission)
{
    const auto at = inner().position();
    if (!at)
        return base::fail(at);
    m_state.uncommitted.append([this, submission] { (void)inner().submit(submission); });
    return central::SubmissionAnswer{
        .verdict = central::Verdict::Registered, .feedNumber = at->number + 1, .entry = 0};
}

Result<central::SubmissionAnswer> PlantedLink::submit(const central::Submission &submission)
{
    if (m_state.plant == Plant::UuidIgnored) {
        auto another = submission;
        another.uuid = QStringLiteral("ffffffff-ffff-4fff-8fff-%1")
                           .arg(++m_state.uuids, 12, 16, QLatin1Char('0'));
        return inner().submit(another);
    }
    const bool note = !residents::needsCheck(submission.proposal.entered);
    if (m_state.plant == Plant::AcknowledgeEarly && note && m_state.choices.chance(125))
        return acknowledge(submission);
    return inner().submit(submission);
}

Result<QList<central::EditLock>> PlantedLink::lockForEdit(const QList<central::LockKey> &keys)
{
    auto answer = inner().lockForEdit(keys);
    if (answer && m_state.plant == Plant::LockIgnored)
        answer->clear();
    return answer;
}

} // namespace sim
