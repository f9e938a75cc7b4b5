#include "desk/filegate.h"

#include "base/errorname.h"
#include "desk/readerof.h"
#include "desk/recordgate.h"
#include "desk/scopes.h"
#include "text/input.h"

#include <algorithm>
#include <utility>

using base::ErrorCode;
using base::Result;
using residents::Snapshot;

namespace desk {

namespace {

constexpr int reasonLimit = 200;
constexpr int noteLimit = 200;
/// Of name, birth date, address and number; so one at least is not the name.
constexpr int leastConfirmed = 3;

QStringList confirmed(const CallerCheck &caller)
{
    QStringList items;
    if (caller.name)
        items.append(QStringLiteral("氏名"));
    if (caller.birthDate)
        items.append(QStringLiteral("生年月日"));
    if (caller.address)
        items.append(QStringLiteral("住所"));
    if (caller.number)
        items.append(QStringLiteral("通知書番号等"));
    return items;
}

bool contains(const QList<Purpose> &purposes, const QString &code)
{
    return std::any_of(purposes.begin(), purposes.end(),
                       [&code](const Purpose &one) { return one.code == code; });
}

} // namespace

FileGate::FileGate(Counter &counter, const QString &procedure, FileRequest request)
    : m_counter(counter)
    , m_procedure(procedure)
    , m_request(std::move(request))
{
}

Result<Snapshot> FileGate::pass(Right right, cache::Table table)
{
    const auto visit = m_counter.admit(m_request.visit, right, m_procedure);
    if (!visit)
        return base::fail(visit);
    m_visit = *visit;
    const auto reason = text::cleanText(m_request.reason, reasonLimit);
    if (!reason)
        return base::fail(reason);
    m_request.reason = *reason;
    const auto note = text::cleanText(m_request.caller.note, noteLimit);
    if (!note)
        return base::fail(note);
    m_request.caller.note = *note;
    const auto file = m_counter.parts().tables.files.rowOn(
        m_counter.today(), {{QStringLiteral("procedure"), m_procedure}});
    if (!file)
        return base::fail(file);
    m_file = file->text(QStringLiteral("file"));
    m_scope = file->text(QStringLiteral("scope"));
    const auto reader = readerOf(m_counter);
    if (!reader)
        return base::fail(reader);
    m_reader = *reader;
    const auto state = m_reader->state();
    if (!state)
        return base::fail(state);
    if (!state->tables.contains(table))
        return base::fail(ErrorCode::RegisterRefused,
                          QStringLiteral("this station does not hold the file"));
    m_paymentsUpTo = state->paymentsUpTo;
    auto answer = m_reader->person(m_request.person, m_counter.today());
    if (!answer)
        return base::fail(answer);
    m_answer = std::move(*answer);
    for (const auto step :
         {&FileGate::choosePurpose, &FileGate::askCaller, &FileGate::openProtected}) {
        if (const auto done = (this->*step)(); !done)
            return base::fail(done);
    }
    return m_answer.record.snapshot;
}

bool FileGate::hidesAddress() const
{
    return m_visit.opening.caller == Caller::Telephone;
}

/// The purpose of the visit if it belongs to the file's work, else the one that was asked for: the
/// row then carries that one.
Result<> FileGate::choosePurpose()
{
    const tables::Table &table = m_counter.parts().tables.purposes;
    const Rights rights = m_counter.parts().clerk.rights;
    QList<Purpose> fitting;
    if (m_scope.isEmpty()) {
        for (const char *scope : {"tax", "collection", "pension"}) {
            if (reaches(rights, QLatin1String(scope)))
                fitting += purposesOf(table, m_counter.today(), QLatin1String(scope));
        }
    } else {
        fitting = purposesOf(table, m_counter.today(), m_scope);
    }
    const QString &chosen =
        m_request.purpose.isEmpty() ? m_visit.opening.purpose : m_request.purpose;
    if (!contains(fitting, chosen)) {
        if (m_request.purpose.isEmpty()) // to be asked: nothing was said yet
            return base::fail(ErrorCode::PurposeMissing);
        return refuse(ErrorCode::PurposeMissing);
    }
    m_visit.opening.purpose = chosen;
    return {};
}

Result<> FileGate::askCaller()
{
    if (m_visit.opening.caller != Caller::Telephone)
        return {};
    const qsizetype items = confirmed(m_request.caller).size();
    if (items == 0) // to be asked: nothing was said yet
        return base::fail(ErrorCode::CallerUnknown);
    if (items < leastConfirmed)
        return refuse(ErrorCode::CallerUnknown);
    return {};
}

/// As ViewRecords: 支援措置 and every other 抑止 of level エラー on 照会 (municipal-facts.md 4.12).
Result<> FileGate::openProtected()
{
    if (!isStopped(m_answer))
        return {};
    if (!m_counter.parts().clerk.rights.testFlag(Right::OpenRestricted))
        return refuse(ErrorCode::RestrictedRecord);
    m_reason = m_counter.reasonFor(m_visit, m_request.person, m_request.reason);
    if (m_reason.isEmpty())
        return base::fail(ErrorCode::ReasonMissing);
    return {};
}

tl::unexpected<base::Error> FileGate::refuse(ErrorCode code) const
{
    audit::Entry refused = entry();
    refused.outcome = audit::Outcome::Refused;
    refused.reason = base::errorName(code);
    refused.subjects = {m_answer.record.snapshot.id};
    if (const auto row = m_counter.log(&m_visit, refused); !row)
        return base::fail(row);
    return base::fail(code);
}

audit::Entry FileGate::entry() const
{
    audit::Entry entry;
    entry.procedure = m_procedure;
    entry.fileName = m_file;
    entry.tablesVersion = m_counter.parts().tables.purposes.version();
    return entry;
}

Result<quint64> FileGate::log(audit::Entry entry, const Snapshot &person)
{
    entry.subjects = {person.id};
    entry.details.people = {Counter::fourItems(person)};
    return log(std::move(entry));
}

Result<quint64> FileGate::log(audit::Entry entry)
{
    entry.count = int(entry.subjects.size());
    if (m_visit.opening.caller == Caller::Telephone) {
        entry.details.conditions.append({QStringLiteral("電話での確認"),
                                         confirmed(m_request.caller).join(QStringLiteral("・"))});
        if (!m_request.caller.note.isEmpty())
            entry.details.conditions.append({QStringLiteral("確認の備考"), m_request.caller.note});
    }
    if (!m_reason.isEmpty()) {
        entry.reason = QStringLiteral("OpenRestricted");
        entry.details.reason = m_reason;
    }
    return m_counter.log(&m_visit, entry);
}

} // namespace desk
