#include "central/numberblocks.h"

#include "central/embeddedlinkstate.h"
#include "central/postgreslinkstate.h"
#include "storage/eachrow.h"
#include "text/checkdigit.h"

// New numbers, by both registers.
namespace central {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

/// The body with its check digit behind it.
Result<qint64> numberOf(NumberSeries series, qint64 body)
{
    const auto kind =
        series == NumberSeries::Person ? text::NumberKind::Person : text::NumberKind::Household;
    const int digit = text::checkDigitOf(kind, QString::number(body));
    if (digit < 0)
        return base::fail(ErrorCode::RegisterDamaged, QStringLiteral("the series of numbers"));
    return body * 10 + digit;
}

/// The body before the first that is free; the series then goes on behind `count` more.
Result<qint64> takeBodies(storage::Database &database, NumberSeries series, int count)
{
    auto statement = database.statement(QStringLiteral("central/number_series_take"));
    if (!statement)
        return base::fail(statement);
    statement->bind("series"_L1, int(series));
    statement->bind("wanted"_L1, count);
    qint64 next = 0;
    const auto read =
        storage::eachRow(*statement, [&next](const auto &row) { next = row.integer(0); });
    if (!read)
        return base::fail(read);
    return next - count;
}

} // namespace

Result<QList<qint64>> EmbeddedLink::takeNumbers(NumberSeries series, int count)
{
    return m_state->thread.runAndWait([&]() -> Result<QList<qint64>> {
        if (const auto may = m_state->demand(Right::EnterMove); !may)
            return base::fail(may);
        if (count < 1 || count > mostNumbersAtOnce)
            return base::fail(ErrorCode::RegisterRefused, QStringLiteral("how many numbers"));
        auto transaction = storage::Transaction::begin(*m_state->database);
        if (!transaction)
            return base::fail(transaction);
        const auto first = takeBodies(*m_state->database, series, count);
        if (!first)
            return base::fail(first);
        QList<qint64> numbers;
        for (int i = 0; i < count; ++i) {
            const auto number = numberOf(series, *first + i);
            if (!number)
                return base::fail(number);
            numbers.append(*number);
        }
        if (const auto done = transaction->commit(); !done)
            return base::fail(done);
        return numbers;
    });
}

Result<QList<qint64>> PostgresLink::takeNumbers(NumberSeries series, int count)
{
    return m_state->thread.runAndWait([&]() -> Result<QList<qint64>> {
        const auto taken =
            m_state->api->call(QStringLiteral("register/link/take_numbers"), {int(series), count});
        if (!taken)
            return base::fail(taken);
        QList<qint64> numbers;
        for (int row = 0; row < taken->rows(); ++row)
            numbers.append(taken->integer(row, 1));
        return numbers;
    });
}

} // namespace central
