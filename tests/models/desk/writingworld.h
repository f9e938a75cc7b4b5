#pragma once

#include "desk/procedures.h"
#include "models/desk/fileworld.h"

#include <csignal>
#include <functional>
#include <sys/resource.h>

namespace counterwork {

/// A register that answers as a test says, and notes what it was asked.
class ScriptedRegister final : public central::Entries, public central::NumberBlocks
{
public:
    using Answered = base::Result<central::SubmissionAnswer>;

    bool reached = true;
    std::function<Answered(const central::Submission &)> answer;
    /// As the register keeps it: told by which uuid, when, and where in the feed.
    base::Result<central::CheckAnswer> decision =
        central::CheckAnswer{.uuid = QStringLiteral("00000000-0000-4000-8000-000000000041"),
                             .feedNumber = 140,
                             .at = QDateTime(QDate(2026, 11, 2), QTime(2, 0), Qt::UTC)};
    QList<central::EditLock> held;
    std::optional<base::ErrorCode> noNumber;
    QByteArray individualNumber = QByteArrayLiteral("123456789018"); ///< the published specimen
    std::function<void()> beforeNumber; ///< while the number is on its way

    QList<central::Submission> submitted;
    QList<central::Check> checks;
    QList<central::LockKey> locked;
    QList<central::LockKey> broken;
    QStringList reasons; ///< of numbers that were asked for
    int released = 0;

    base::Result<central::SubmissionAnswer> submit(const central::Submission &submission) override
    {
        if (!reached)
            return unreached();
        submitted.append(submission);
        if (answer)
            return answer(submission);
        if (residents::needsCheck(submission.proposal.entered))
            return central::SubmissionAnswer{.verdict = central::Verdict::Provisional,
                                             .feedNumber = ++m_feedNumber,
                                             .entry = ++m_entry};
        return central::SubmissionAnswer{.feedNumber = ++m_feedNumber};
    }
    base::Result<central::CheckAnswer> decide(const central::Check &check) override
    {
        if (!reached)
            return unreached();
        checks.append(check);
        return decision;
    }
    base::Result<QList<central::EditLock>> lockForEdit(const QList<central::LockKey> &keys) override
    {
        if (!reached)
            return unreached();
        locked += keys;
        return held;
    }
    base::Result<> releaseLocks() override
    {
        if (!reached)
            return unreached();
        ++released;
        return {};
    }
    base::Result<> breakLock(central::LockKey key, const QString &) override
    {
        if (!reached)
            return unreached();
        broken.append(key);
        return {};
    }
    base::Result<residents::SensitiveNumbers> revealNumber(base::PersonId person,
                                                           const QString &reason) override
    {
        if (!reached)
            return unreached();
        reasons.append(reason);
        if (beforeNumber)
            beforeNumber();
        if (noNumber)
            return base::fail(*noNumber);
        return residents::SensitiveNumbers{.person = person,
                                           .residentCode = secret("24727059608"),
                                           .individualNumber = secret(individualNumber),
                                           .residenceCard = {}};
    }
    base::Result<> offerAgain(const QList<central::Offer> &) override { return unreached(); }
    base::Result<QList<qint64>> takeNumbers(central::NumberSeries, int count) override
    {
        if (!reached)
            return unreached();
        QList<qint64> numbers;
        for (int i = 0; i < count; ++i)
            numbers.append(m_number += 10);
        return numbers;
    }

private:
    static tl::unexpected<base::Error> unreached()
    {
        return base::fail(base::ErrorCode::RegisterUnreachable);
    }
    static base::Secret secret(const QByteArray &digits) { return {digits.begin(), digits.end()}; }
    qint64 m_feedNumber = 100;
    qint64 m_entry = 40;
    qint64 m_number = 700'009;
};

/// No file of this process can be written, as on a full disk.
class FullDisk final
{
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit none{0, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
};

inline const QDateTime written(QDate(2026, 10, 1), QTime(3, 0), Qt::UTC);

[[nodiscard]] inline cache::StoredRow rowOf(const residents::Note &note)
{
    return {.table = cache::Table::Note,
            .id = note.id,
            .version = note.version,
            .rowVersion = 0,
            .body = residents::encode(note)};
}
[[nodiscard]] inline cache::StoredRow rowOf(const residents::Contact &contact)
{
    return {.table = cache::Table::Contact,
            .id = contact.person.value,
            .version = contact.version,
            .rowVersion = 0,
            .body = residents::encode(contact)};
}
[[nodiscard]] inline cache::StoredRow rowOf(const residents::Entry &entry)
{
    return {.table = cache::Table::Entry,
            .id = entry.number,
            .version = 0,
            .rowVersion = 0,
            .body = residents::encode(entry)};
}

[[nodiscard]] inline residents::Note aNote(qint64 id, qint64 person, const QString &text,
                                           int version = 1)
{
    residents::Note note;
    note.id = id;
    note.version = version;
    note.person = {person};
    note.text = text;
    if (id > 0)
        note.by = {QStringLiteral("u9"), QStringLiteral("前任　者"), QStringLiteral("市民課"),
                   written};
    return note;
}
[[nodiscard]] inline residents::Contact aContact(qint64 person, const QString &telephone,
                                                 int version = 1)
{
    residents::Contact contact;
    contact.person = {person};
    contact.version = version;
    contact.telephone = telephone;
    contact.sendPostalCode = QStringLiteral("1000001");
    contact.sendAddress = sendTo;
    contact.sendName = QStringLiteral("山田　次男");
    return contact;
}
[[nodiscard]] inline residents::Restriction aNewRestriction(qint64 person)
{
    residents::Restriction restriction;
    restriction.person = {person};
    restriction.kind = residents::RestrictionKind::Litigation;
    restriction.hidesAddress = false;
    restriction.inquiry = residents::RestrictionLevel::None;
    restriction.from = QDate(2026, 11, 2);
    return restriction;
}
/// Of the clerk u9, at another station.
[[nodiscard]] inline residents::Entry anEntry(qint64 number, const residents::Proposal &proposal,
                                              const QString &author = QStringLiteral("u9"))
{
    residents::Entry entry;
    entry.number = number;
    entry.proposal = proposal;
    entry.author = {author, QStringLiteral("前任　者"), QStringLiteral("市民課"), written};
    entry.station = QStringLiteral("S2");
    return entry;
}

namespace words {
inline const QString first = QStringLiteral("次回は通訳を手配");
inline const QString second = QStringLiteral("次回は通訳（英語）を手配");
inline const QString gone = QStringLiteral("まちがい");
inline const QString hiding = QStringLiteral("元の配偶者は本町三丁目5番地にいる");
inline const QString ownHome = QStringLiteral("本町３－１の呼び鈴は故障");
} // namespace words

/// The people of fileWorld(): 太郎 has three notes (one changed, one taken back, one that names his
/// house) and a contact that was changed; 花子's note and contact name where 葉子 hides; a 抑止
/// that ended rests on 一郎.
[[nodiscard]] inline QList<cache::StoredRow> writingWorld()
{
    QList<cache::StoredRow> rows = fileWorld();
    residents::Note takenBack = aNote(2, people::father, words::gone, 2);
    takenBack.withdrawn = true;
    residents::Contact telling = aContact(people::mother, QStringLiteral("0900000002"));
    telling.sendAddress = QStringLiteral("本町三丁目5番地　川野方");
    residents::Restriction ended = aNewRestriction(people::child);
    ended.id = 7;
    ended.version = 2;
    ended.ended = true;
    rows += {rowOf(aNote(1, people::father, words::first)),
             rowOf(aNote(1, people::father, words::second, 2)),
             rowOf(aNote(2, people::father, words::gone)),
             rowOf(takenBack),
             rowOf(aNote(3, people::father, words::ownHome)),
             rowOf(aNote(4, people::mother, words::hiding)),
             rowOf(aNote(5, people::hidden, QStringLiteral("窓口では名前を呼ばない"))),
             rowOf(aContact(people::father, QStringLiteral("0900000000"))),
             rowOf(aContact(people::father, QStringLiteral("0900000001"), 2)),
             rowOf(aContact(people::hidden, QStringLiteral("0900000005"))),
             rowOf(telling),
             support::rowOf(ended)};
    return rows;
}

/// A place with a register, and clerks at it.
class WritingPlace final
{
public:
    explicit WritingPlace(const QList<cache::StoredRow> &rows = writingWorld(),
                          desk::Rights rights = writer())
        : m_place(rows, rights, true, &m_register)
        , m_mine(m_place.counter())
    {
    }
    [[nodiscard]] static desk::Rights writer()
    {
        return desk::Rights(desk::Right::Search) | desk::Right::WriteNote |
               desk::Right::EnterRestriction;
    }
    [[nodiscard]] ScriptedRegister &reg() { return m_register; }
    [[nodiscard]] Handmade &place() { return m_place; }
    /// The clerk u1.
    [[nodiscard]] desk::Procedures &desk() { return m_mine; }
    [[nodiscard]] desk::EntryRequest
    request(qint64 person, desk::Caller caller = desk::Caller::Self, const QString &reason = {})
    {
        return {.visit = m_place.visit(QStringLiteral("inquiry"), caller),
                .person = {person},
                .reason = reason};
    }
    /// Files it for u1.
    [[nodiscard]] base::Result<desk::Filed> file(const residents::Proposal &proposal,
                                                 const QString &draft = {})
    {
        const qint64 person = residents::personOf(proposal.entered).value;
        return m_mine.writeEntries()
            .file(request(person > 0 ? person : people::father), proposal, draft)
            .result();
    }
    /// What u1 filed.
    [[nodiscard]] journal::Item item(const QString &uuid)
    {
        for (const journal::Item &one : m_place.items()) {
            if (one.uuid == uuid)
                return one;
        }
        qFatal("no such item");
    }

private:
    ScriptedRegister m_register;
    Handmade m_place;
    desk::Procedures m_mine;
};

/// Somebody else at the same station.
class Colleague final
{
public:
    Colleague(WritingPlace &place, desk::Rights rights, desk::Role role = desk::Role::Clerk,
              const QString &user = QStringLiteral("u2"))
        : m_counter(place.place().partsFor(user, rights, role))
        , m_desk(m_counter)
    {
    }
    [[nodiscard]] desk::Procedures &desk() { return m_desk; }
    [[nodiscard]] desk::Counter &counter() { return m_counter; }
    [[nodiscard]] desk::VisitId visit(desk::Caller caller = desk::Caller::Self)
    {
        desk::Visit visit;
        visit.id = {QUuid::createUuid()};
        visit.opening = {.number = {}, .purpose = QStringLiteral("inquiry"), .caller = caller};
        m_counter.addVisit(visit);
        return visit.id;
    }

private:
    desk::Counter m_counter;
    desk::Procedures m_desk;
};

} // namespace counterwork
