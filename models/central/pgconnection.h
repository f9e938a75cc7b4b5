#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "storage/sqlfile.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace central {

/// Where a register's server is and how long to wait for it.
struct PgTarget
{
    /// libpq's connection string: `host=a,b port=5432,5432 dbname=... user=... sslmode=verify-full
    /// sslrootcert=... sslcert=... sslkey=madoguchi:01`. Of several hosts the one that takes
    /// writes.
    QString connect;
    base::Secret password = {}; ///< never part of `connect` in the workstation; empty = none
    int connectLimitMs = 3000;  ///< over all hosts together
    int statementLimitMs = 15000;
    QString sqlRoot = storage::sqlRoot(); ///< tests bring statement files of their own
};

/// A parameter of a statement, or a field of a row to be copied. Sent in binary with its type, so
/// that $1 is: bool -> boolean, int -> integer, qint64 -> bigint, QString -> text (a null QString
/// is NULL), QByteArray -> bytea (a null one is NULL), QDate -> date (an invalid one is NULL),
/// QDateTime -> timestamptz (an invalid one is NULL).
class PgValue final
{
public:
    PgValue(bool value);
    PgValue(int value);
    PgValue(qint64 value);
    PgValue(const QString &value);
    PgValue(const QByteArray &value);
    PgValue(QDate value);
    PgValue(const QDateTime &value);
    PgValue(const char *) = delete;

    [[nodiscard]] bool isNull() const { return m_bytes.isNull(); }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; } ///< as it travels
    [[nodiscard]] unsigned type() const { return m_type; }            ///< OID

private:
    QByteArray m_bytes;
    unsigned m_type;
};

/// What a statement answered. A field that is NULL, of another type than asked for, or outside the
/// rows and columns there are reads as 0, false or empty.
class PgResult final
{
public:
    [[nodiscard]] int rows() const;
    [[nodiscard]] bool isNull(int row, int column) const;
    [[nodiscard]] qint64 integer(int row, int column) const; ///< bigint, integer, smallint
    [[nodiscard]] bool boolean(int row, int column) const;
    [[nodiscard]] QString text(int row,
                               int column) const; ///< text, varchar, name, json, jsonb, uuid
    [[nodiscard]] QByteArray bytes(int row, int column) const; ///< bytea
    /// A bytea, taken out of the answer: the field is wiped and reads as zeros afterwards.
    [[nodiscard]] base::Secret takeSecret(int row, int column) const;
    [[nodiscard]] QDate date(int row, int column) const;
    [[nodiscard]] QDateTime at(int row, int column) const; ///< timestamptz, UTC
    [[nodiscard]] qint64 affected() const;                 ///< rows that the statement wrote

private:
    friend class PgConnection;
    explicit PgResult(std::shared_ptr<void> result)
        : m_result(std::move(result))
    {
    }
    std::shared_ptr<void> m_result;
};

/// One connection to a register's server. No wait is without a limit: connecting, sending and
/// reading go through poll(); a statement that is not answered in time is cancelled and the
/// connection closed. Used by one thread at a time.
///
/// Errors of every call: RegisterUnreachable (no server, connection lost, no answer in time),
/// RegisterRefused (the server does not let this user in or do that), StatementFailed (anything
/// else). `detail` holds the SQLSTATE or a word of the transport, never what the server printed:
/// that may quote a row.
class PgConnection final
{
public:
    [[nodiscard]] static base::Result<std::unique_ptr<PgConnection>> open(const PgTarget &target);
    ~PgConnection();
    Q_DISABLE_COPY_MOVE(PgConnection)

    /// "register/link/identity" is :/sql/register/link/identity.sql: one statement with $1, $2 ...
    [[nodiscard]] base::Result<PgResult> run(const QString &statement,
                                             const QList<PgValue> &values = {});
    /// The text of a file of several statements without parameters (a migration, a function). Not
    /// in a transaction of its own but one made by begin(), or else one for the whole text.
    [[nodiscard]] base::Result<> script(const QByteArray &sql);
    /// COPY ... FROM STDIN (FORMAT binary): `statement` is a file as for run(). `next` gives row
    /// after row and nullopt at the end; types and order are those of the columns. Answers how
    /// many.
    using NextRow = std::function<std::optional<QList<PgValue>>()>;
    [[nodiscard]] base::Result<qint64> copyIn(const QString &statement, const NextRow &next);

    [[nodiscard]] base::Result<> begin();
    [[nodiscard]] base::Result<> commit();
    /// Does nothing without a transaction.
    void rollback();

    /// False after the connection was lost or closed: every later call answers RegisterUnreachable.
    [[nodiscard]] bool isOpen() const;
    /// SQLSTATE of the last statement that the server refused, else empty.
    [[nodiscard]] QByteArray lastState() const;
    /// To be watched by whoever waits for notifications; valid while isOpen().
    [[nodiscard]] int socket() const;
    enum class Heard { Nothing, Something, Lost };
    /// What the server said by itself since the last call: notifications are told as Something.
    /// Does not wait.
    [[nodiscard]] Heard hear();
    /// For statements that may take longer or less long than the target said, from now on.
    [[nodiscard]] base::Result<> setStatementLimit(int ms);

private:
    struct State;
    explicit PgConnection(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace central
