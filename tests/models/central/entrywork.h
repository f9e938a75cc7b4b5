#pragma once

#include "residents/codec.h"
#include "support/builders.h"
#include "support/registerworld.h"

#include <QtTest>

// What the tests of Entries share: a small city, submissions, and what the register holds after.
namespace entrywork {

using base::ErrorCode;
using central::Check;
using central::CheckOutcome;
using central::Submission;
using central::SubmissionAnswer;
using central::Table;
using central::Verdict;
using residents::Contact;
using residents::Entry;
using residents::EntryState;
using residents::Note;
using residents::Proposal;
using residents::Restriction;

inline const QString clerk = QStringLiteral("clerk");
inline const QString chief = QStringLiteral("chief");
inline const QString admin = QStringLiteral("admin");

/// Persons and households 1 to 9; restriction 4 on person 5.
inline central::CityPart nineHouseholds()
{
    central::CityPart city;
    for (qint64 id = 1; id <= 9; ++id) {
        city.households.append(support::aHousehold(id, id));
        city.people.append({support::aPerson(id).named(u"山田", u"一")});
    }
    city.restrictions.append(support::aProtection(4, 5));
    return city;
}

template <typename Answer>
ErrorCode codeOf(const Answer &answer)
{
    return answer.has_value() ? ErrorCode::Count : answer.error().code;
}
template <typename Answer>
QString detailOf(const Answer &answer)
{
    return answer.has_value() ? QString() : answer.error().detail;
}

/// The n-th uuid of a test.
inline QString uuidOf(int n)
{
    return QStringLiteral("00000000-0000-4000-8000-%1").arg(n, 12, 10, QLatin1Char('0'));
}

inline Submission submission(int n, const residents::Entered &entered, int baseVersion = 0,
                             const QString &reason = {})
{
    return {.uuid = uuidOf(n),
            .proposal = {.entered = entered, .baseVersion = baseVersion, .reason = reason},
            .filedAt = QDateTime(QDate(2026, 11, 2), QTime(0, 30), Qt::UTC)};
}

inline Note noteOn(qint64 person, const QString &text, qint64 id = 0)
{
    Note note;
    note.id = id;
    note.person = {person};
    note.text = text;
    return note;
}

inline Contact contactOf(qint64 person, const QString &telephone)
{
    Contact contact;
    contact.person = {person};
    contact.telephone = telephone;
    return contact;
}

inline Restriction restrictionOn(qint64 person, qint64 id = 0)
{
    Restriction restriction;
    restriction.id = id;
    restriction.person = {person};
    restriction.from = QDate(2026, 11, 2);
    restriction.until = QDate(2027, 11, 1);
    return restriction;
}
inline const QString because = QStringLiteral("警察署からの連絡による");

inline Check registering(qint64 entry)
{
    return {.entry = entry, .outcome = CheckOutcome::Register, .reason = {}};
}

/// Who writes at ten o'clock in Japan on 2 November 2026.
inline residents::Authorship authorship(const QString &user)
{
    return {.user = user,
            .name = QStringLiteral("見本　%1").arg(user),
            .section = QStringLiteral("市民課"),
            .at = QDateTime(QDate(2026, 11, 2), QTime(1, 0), Qt::UTC)};
}

/// All rows of a table, as a station is sent them.
inline QList<central::Row> rowsOf(central::CentralLink &link, Table table)
{
    const auto chunk = link.chunk({.table = table, .after = {}, .limit = 1000});
    if (!chunk || !chunk->last)
        qFatal("no rows");
    return chunk->rows;
}

template <typename Record>
QList<Record> recordsOf(central::CentralLink &link, Table table,
                        base::Result<Record> (*decode)(QByteArrayView))
{
    QList<Record> found;
    for (const auto &row : rowsOf(link, table)) {
        const auto record = decode(row.body);
        if (!record || residents::encode(*record) != row.body)
            qFatal("a body is not what the codec writes");
        found.append(*record);
    }
    return found;
}
inline QList<Note> notesOf(central::CentralLink &link)
{
    return recordsOf(link, Table::Note, &residents::decodeNote);
}
inline QList<Contact> contactsOf(central::CentralLink &link)
{
    return recordsOf(link, Table::Contact, &residents::decodeContact);
}
inline QList<Restriction> restrictionsOf(central::CentralLink &link)
{
    return recordsOf(link, Table::Restriction, &residents::decodeRestriction);
}
inline QList<Entry> entriesOf(central::CentralLink &link)
{
    return recordsOf(link, Table::Entry, &residents::decodeEntry);
}

/// A register with clerk and chief signed in.
class Work final
{
public:
    explicit Work(const QString &backend, const central::CityPart &city = nineHouseholds())
        : m_world(support::registerWorld(backend, city))
    {
        if (!m_world->signIn(clerk) || !m_world->signIn(chief))
            qFatal("nobody is signed in");
    }
    [[nodiscard]] support::RegisterWorld &world() { return *m_world; }
    [[nodiscard]] central::CentralLink &clerks() { return m_world->link(clerk); }
    [[nodiscard]] central::CentralLink &chiefs() { return m_world->link(chief); }
    [[nodiscard]] central::CentralLink &admins()
    {
        if (!m_world->signIn(admin))
            qFatal("the administrator is not signed in");
        return m_world->link(admin);
    }
    [[nodiscard]] qint64 feedEnd() { return clerks().position()->number; }

private:
    std::unique_ptr<support::RegisterWorld> m_world;
};

} // namespace entrywork
