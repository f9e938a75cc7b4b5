#pragma once

#include "support/answers.h"
#include "ui/entries/doors.h"

#include <QFuture>
#include <QPromise>

// A desk that answers at once and remembers what it was asked.
namespace atentries {

using support::now;

constexpr base::PersonId person{2000019};
constexpr base::HouseholdId household{300001};

inline QDateTime at(int hour, int minute)
{
    return {QDate(2026, 11, 20), QTime(hour, minute), Qt::UTC};
}

inline residents::Authorship sato(int hour = 1)
{
    return {.user = QStringLiteral("madoguchi1"),
            .name = QStringLiteral("佐藤　美咲"),
            .section = QStringLiteral("市民課"),
            .at = at(hour, 5)};
}

inline residents::Note note(qint64 id, int version, const QString &text, bool withdrawn = false)
{
    return {.id = id,
            .version = version,
            .person = person,
            .text = text,
            .withdrawn = withdrawn,
            .by = sato(version)};
}

inline residents::Contact contact(int version, const QString &telephone)
{
    return {.person = person,
            .version = version,
            .telephone = telephone,
            .sendPostalCode = QStringLiteral("3710001"),
            .sendAddress = QStringLiteral("○○県見本市緑ケ丘一丁目２番３号　田中様方"),
            .sendName = QStringLiteral("渡辺　和子"),
            .by = sato(version)};
}

inline residents::Restriction restriction(qint64 id)
{
    using residents::RestrictionLevel;
    return {.id = id,
            .version = 2,
            .person = person,
            .household = {},
            .kind = residents::RestrictionKind::Litigation,
            .inquiry = RestrictionLevel::Alert,
            .certificate = RestrictionLevel::Stop,
            .movement = RestrictionLevel::Alert,
            .hidesAddress = false,
            .from = {2024, 4, 1},
            .until = {2027, 3, 31},
            .ended = false,
            .provisional = false};
}

inline residents::Proposal change(const residents::Entered &entered, int base,
                                  const QString &reason = {})
{
    return {.entered = entered, .baseVersion = base, .reason = reason};
}

inline desk::WaitingEntry waiting(desk::ItemState state, const residents::Proposal &proposal)
{
    return {.uuid = QStringLiteral("u-%1").arg(int(state)),
            .entry = 0,
            .kind = residents::kindOf(proposal.entered),
            .state = state,
            .authorName = QStringLiteral("佐藤　美咲"),
            .at = at(4, 30),
            .mine = true,
            .proposal = proposal,
            .before = {}};
}

inline desk::PersonEntries everything()
{
    desk::PersonEntries view;
    view.person = person;
    view.name = QStringLiteral("渡辺　和子");
    view.notes = {
        {.note = note(7, 2, QStringLiteral("耳が遠い。筆談の用意をする。\n（本人の希望）")),
         .earlier = {note(7, 1, QStringLiteral("耳が遠い。"))}},
        {.note = note(5, 1, QStringLiteral("転出届の相談あり。１２月に再来庁の予定。")),
         .earlier = {}},
        {.note = note(3, 2, QStringLiteral("電話は午後に。"), true),
         .earlier = {note(3, 1, QStringLiteral("電話は午後に。"))}}};
    view.contact = contact(2, QStringLiteral("090-1234-5678"));
    view.earlierContacts = {contact(1, QStringLiteral("027-000-1111"))};
    residents::Restriction ended = restriction(12);
    ended.ended = true;
    residents::Restriction provisional = restriction(14);
    provisional.kind = residents::RestrictionKind::CardLost;
    provisional.provisional = true;
    view.restrictions = {restriction(11), provisional, ended};
    residents::Contact moved = contact(2, QStringLiteral("080-9999-0000"));
    desk::WaitingEntry filed = waiting(desk::ItemState::Filed, change(moved, 2));
    filed.before = contact(2, QStringLiteral("090-1234-5678"));
    view.waiting = {filed, waiting(desk::ItemState::Conflict,
                                   change(note(5, 1, QStringLiteral("相談は済んだ。")), 1))};
    view.logRow = 9;
    return view;
}

/// Everything the tab asked, and what it is answered.
struct Asked
{
    QStringList calls;
    QList<residents::Proposal> drafts;
    QList<residents::Proposal> filed;
    QStringList filedDrafts;
    QStringList reasons;
    desk::PersonEntries view = everything();
    desk::EditStart lock{.registerReached = true, .heldBy = {}};
    desk::Filed outcome{.uuid = QStringLiteral("u-new"),
                        .state = desk::ItemState::Registered,
                        .reason = {},
                        .entry = 0,
                        .logRow = 3};
    std::optional<base::Error> refusal;     ///< of filing
    std::optional<base::ErrorCode> missing; ///< of looking
    QList<desk::OutboxLine> lines;
    desk::OutboxItem item;
    QPromise<base::Result<QString>> *slowDraft = nullptr;
    QPromise<base::Result<desk::Filed>> *slowFiling = nullptr;
    QPromise<base::Result<desk::OutboxItem>> *slowOpening = nullptr;
    std::optional<base::ErrorCode> noDraft; ///< a full disk
};

inline entries::Doors doors(Asked &asked, desk::Rights rights)
{
    using base::Result;
    entries::Doors made;
    made.rights = rights;
    made.today = {2026, 11, 21};
    made.now = [] { return at(5, 0); };
    made.entries = [&asked](base::PersonId) {
        asked.calls.append(QStringLiteral("entries"));
        return now(asked.missing ? Result<desk::PersonEntries>(base::fail(*asked.missing))
                                 : Result<desk::PersonEntries>(asked.view));
    };
    made.begin = [&asked](base::PersonId, const residents::Proposal &) {
        asked.calls.append(QStringLiteral("begin"));
        return now(Result<desk::EditStart>(asked.lock));
    };
    made.end = [&asked] { asked.calls.append(QStringLiteral("end")); };
    made.breakLock = [&asked](base::PersonId, central::LockKey, const QString &reason) {
        asked.calls.append(QStringLiteral("break"));
        asked.reasons.append(reason);
        asked.lock.heldBy.clear();
        return now(Result<>());
    };
    made.keepDraft = [&asked](base::PersonId, const residents::Proposal &proposal,
                              const QString &draft) {
        asked.calls.append(QStringLiteral("keep ") + draft);
        asked.drafts.append(proposal);
        if (asked.slowDraft)
            return asked.slowDraft->future();
        if (asked.noDraft)
            return now(Result<QString>(base::fail(*asked.noDraft)));
        return now(Result<QString>(draft.isEmpty() ? QStringLiteral("d-1") : draft));
    };
    made.file = [&asked](base::PersonId, const residents::Proposal &proposal,
                         const QString &draft) {
        asked.calls.append(QStringLiteral("file"));
        asked.filed.append(proposal);
        asked.filedDrafts.append(draft);
        if (asked.slowFiling)
            return asked.slowFiling->future();
        return now(asked.refusal ? Result<desk::Filed>(tl::unexpected(*asked.refusal))
                                 : Result<desk::Filed>(asked.outcome));
    };
    made.items = [&asked] {
        asked.calls.append(QStringLiteral("items"));
        return now(Result<QList<desk::OutboxLine>>(asked.lines));
    };
    made.open = [&asked](const QString &uuid) {
        asked.calls.append(QStringLiteral("open ") + uuid);
        if (asked.slowOpening)
            return asked.slowOpening->future();
        return now(Result<desk::OutboxItem>(asked.item));
    };
    made.discard = [&asked](const QString &uuid) {
        asked.calls.append(QStringLiteral("discard ") + uuid);
        return now(Result<>());
    };
    return made;
}

} // namespace atentries
