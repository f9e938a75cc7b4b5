// RegisterWatch: sealing, and verifying what was sealed.
#include "central/registerwatch.h"

#include "central/pgconnection.h"

#include <algorithm>

namespace central {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

Result<> RegisterWatch::keepSeal(const Seal &seal, const QByteArray &line)
{
    const auto kept = m_connection.run(u"register/watch/seal_add"_s,
                                       {seal.number, seal.code, seal.rows, seal.head, line});
    return kept ? Result<>() : base::fail(kept);
}

Result<> RegisterWatch::readSeals()
{
    // What was once found in the file is not forgotten by reading on behind it.
    if (m_fault)
        return base::fail(m_fault->code, m_fault->detail);
    const auto read = readSealsOn();
    if (!read &&
        (read.error().code == ErrorCode::LogBroken || read.error().code == ErrorCode::LogCut))
        m_fault = read.error();
    return read;
}

Result<> RegisterWatch::readSealsOn()
{
    const auto known = knownSeals(m_connection);
    if (!known)
        return base::fail(known);
    // What a crash kept from the table is put there now: the file comes first.
    Result<> kept;
    const auto read =
        m_parts.seals.readOn([this, &known, &kept](const Seal &seal, const QByteArray &line) {
            if (!isSealedBy(seal, m_parts.key.open))
                kept = base::fail(ErrorCode::LogBroken, u"seals: another key has sealed"_s);
            else if (seal.number > *known)
                kept = keepSeal(seal, line);
            m_last.insert(seal.code, seal);
            return kept.has_value();
        });
    if (!read)
        return read;
    if (!kept)
        return kept;
    return m_parts.seals.lastNumber() < *known ? takeSealsBack(*known) : Result<>();
}

// After a change of servers the file begins anew. Nobody without the key could have made these.
Result<> RegisterWatch::takeSealsBack(qint64 known)
{
    const qint64 before = m_parts.seals.lastNumber();
    while (m_parts.seals.lastNumber() < known) {
        const auto lines =
            m_connection.run(u"register/watch/seals_after"_s, {m_parts.seals.lastNumber()});
        if (!lines)
            return base::fail(lines);
        if (lines->rows() == 0)
            return base::fail(ErrorCode::LogCut, u"seals: neither file nor register has all"_s);
        for (int row = 0; row < lines->rows(); ++row) {
            const auto seal = m_parts.seals.takeBack(lines->bytes(row, 0), m_parts.key.open);
            if (!seal)
                return base::fail(seal);
            m_last.insert(seal->code, *seal);
        }
    }
    const auto all = watchedCities(m_connection);
    if (!all)
        return base::fail(all);
    for (const auto &city : *all) {
        const auto noted = writeNote(
            m_connection, {.code = city.code,
                           .call = u"seals"_s,
                           .outcome = u"LogCut"_s,
                           .detail = u"the file had %1 of %2 seals"_s.arg(before).arg(known)});
        if (!noted)
            return noted;
    }
    return {};
}

Result<bool> RegisterWatch::follows(const WatchedCity &city, const Seal &last)
{
    const auto fault = [this, &city](const QString &kind, const QString &what) {
        m_sealAlarms.append({kind, city.code + u": "_s + what});
        return false;
    };
    if (last.registerId != city.registerId)
        return fault(u"log-altered"_s, u"another register was sealed"_s);
    const auto there = logHashAt(m_connection, city.code, last.rows);
    if (!there)
        return base::fail(there);
    if (!*there)
        return fault(u"log-cut"_s, u"row %1 was sealed and is gone"_s.arg(last.rows));
    if (**there != last.head)
        return fault(u"log-altered"_s, u"row %1 is not the one that was sealed"_s.arg(last.rows));
    const auto broken = firstBrokenRow(
        m_connection, {.code = city.code, .from = last.rows, .hash = last.head, .to = city.rows});
    if (!broken)
        return base::fail(broken);
    if (*broken != 0)
        return fault(u"log-altered"_s,
                     u"row %1 does not follow from the one before"_s.arg(*broken));
    return true;
}

Result<> RegisterWatch::addSeal(const WatchedCity &city, const QString &accepted)
{
    const Seal wanted{.code = city.code,
                      .registerId = city.registerId,
                      .rows = city.rows,
                      .head = city.head,
                      .at = city.at,
                      .day = city.day,
                      .accepted = accepted};
    const auto line = m_parts.seals.append(wanted, m_parts.key);
    if (!line)
        return base::fail(line);
    const auto seal = sealFromLine(*line);
    if (!seal)
        return base::fail(seal);
    m_last.insert(city.code, *seal);
    return keepSeal(*seal, *line);
}

Result<bool> RegisterWatch::sealCity(const WatchedCity &city)
{
    const auto last = m_last.constFind(city.code);
    if (last != m_last.constEnd()) {
        const auto whole = follows(city, *last);
        if (!whole)
            return base::fail(whole);
        if (!*whole || (last->rows == city.rows && last->day == city.day))
            return false;
    }
    if (const auto done = addSeal(city, {}); !done)
        return base::fail(done);
    return true;
}

Result<int> RegisterWatch::seal()
{
    int sealed = 0;
    m_sealAlarms.clear();
    const auto done = together([this, &sealed]() -> Result<> {
        if (const auto read = readSeals(); !read) {
            const auto code = read.error().code;
            if (code != ErrorCode::LogBroken && code != ErrorCode::LogCut)
                return read;
            m_sealAlarms.append({u"seals"_s, read.error().detail});
            return {};
        }
        const auto all = watchedCities(m_connection);
        if (!all)
            return base::fail(all);
        for (const auto &city : *all) {
            const auto one = sealCity(city);
            if (!one)
                return base::fail(one);
            sealed += *one ? 1 : 0;
        }
        return {};
    });
    if (!done)
        return base::fail(done);
    return sealed;
}

Result<> RegisterWatch::acceptRestored(const QString &code, const QString &reason)
{
    return together([this, &code, &reason]() -> Result<> {
        if (const auto read = readSeals(); !read)
            return read;
        const auto all = watchedCities(m_connection);
        if (!all)
            return base::fail(all);
        for (const auto &city : *all) {
            if (city.code == code)
                return addSeal(city, reason);
        }
        return base::fail(ErrorCode::RegisterUnknown, u"no such city"_s);
    });
}

namespace {

/// Walks through the seals of all cities and compares each with the log.
class SealsVerifier final
{
public:
    SealsVerifier(PgConnection &connection, const QByteArray &open)
        : m_connection(connection)
        , m_open(open)
    {
    }
    Result<SealsVerdict> verify(const QString &file)
    {
        if (const auto read = readCities(); !read)
            return base::fail(read);
        SealsFile seals(file);
        Result<> compared;
        const auto read = seals.readOn([this, &compared](const Seal &seal, const QByteArray &) {
            compared = compare(seal);
            return compared.has_value();
        });
        if (!compared)
            return base::fail(compared);
        if (!read && read.error().code != ErrorCode::LogBroken)
            return base::fail(read);
        if (!read)
            m_verdict.faults.append(read.error().detail);
        if (const auto ended = compareEnd(seals); !ended)
            return base::fail(ended);
        for (const auto &city : m_verdict.cities)
            m_verdict.faults += m_cityFaults.value(city.code);
        return m_verdict;
    }

private:
    void fault(const QString &code, const QString &what)
    {
        m_cityFaults[code].append(code + u": "_s + what);
    }
    Result<> readCities()
    {
        const auto found = watchedCities(m_connection);
        if (!found)
            return base::fail(found);
        for (const auto &city : *found) {
            m_verdict.cities.append({.code = city.code, .rows = city.rows});
            const auto start = logHashAt(m_connection, city.code, 0);
            if (!start)
                return base::fail(start);
            const auto broken = firstBrokenRow(m_connection, {.code = city.code,
                                                              .from = 0,
                                                              .hash = start->value_or(QByteArray()),
                                                              .to = city.rows});
            if (!broken)
                return base::fail(broken);
            if (*broken != 0)
                m_verdict.faults.append(
                    u"%1: row %2 does not follow from the one before"_s.arg(city.code).arg(
                        *broken));
        }
        return {};
    }
    Result<> compare(const Seal &seal)
    {
        auto city = std::find_if(m_verdict.cities.begin(), m_verdict.cities.end(),
                                 [&seal](const auto &one) { return one.code == seal.code; });
        if (!isSealedBy(seal, m_open)) {
            m_verdict.faults.append(u"seal %1: another key has sealed"_s.arg(seal.number));
            return {};
        }
        if (city == m_verdict.cities.end()) {
            m_verdict.faults.append(u"seal %1: its city is gone"_s.arg(seal.number));
            return {};
        }
        ++city->seals;
        city->sealedTo = seal.rows;
        if (!seal.accepted.isEmpty()) {
            // What did not fit until here was lost by a restore, as somebody with the key has said.
            city->lost += m_cityFaults.take(seal.code).size();
        }
        const auto there = logHashAt(m_connection, seal.code, seal.rows);
        if (!there)
            return base::fail(there);
        if (!*there)
            fault(seal.code, u"row %1 was sealed and is gone"_s.arg(seal.rows));
        else if (**there != seal.head)
            fault(seal.code, u"row %1 is not the one that was sealed"_s.arg(seal.rows));
        return {};
    }
    Result<> compareEnd(const SealsFile &seals)
    {
        const auto known = knownSeals(m_connection);
        if (!known)
            return base::fail(known);
        if (seals.lastNumber() == 0)
            m_verdict.faults.append(u"there is no seal"_s);
        if (*known > seals.lastNumber())
            m_verdict.faults.append(
                u"the register knows %1 seals, the file %2"_s.arg(*known).arg(seals.lastNumber()));
        return {};
    }

    PgConnection &m_connection;
    QByteArray m_open;
    SealsVerdict m_verdict;
    QHash<QString, QStringList> m_cityFaults; ///< by city
};

} // namespace

Result<SealsVerdict> verifySeals(PgConnection &connection, const QString &file,
                                 const QByteArray &open)
{
    return SealsVerifier(connection, open).verify(file);
}

} // namespace central
