#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QStringView>

#include <bitset>
#include <cstddef>
#include <memory>
#include <optional>

struct sqlite3_stmt;

namespace storage {

using base::Result;
class Session;

/// One statement file, prepared. Taken from a Database for one use and given back when it goes out
/// of scope; used in the database's thread. Parameters are bound by name without the colon.
///
///     auto found = db.statement(QStringLiteral("cache/person_by_id"));
///     if (!found) return base::fail(found);
///     found->bind("person_id"_L1, id.value);
///     if (const auto done = found->exec(); !done) return base::fail(done);
///     while (true) {
///         const auto row = found->next();
///         if (!row) return base::fail(row);
///         if (!*row) break;
///         ... found->text(0) ...
///     }
class Statement
{
public:
    Statement(std::shared_ptr<Session> session, QString name, sqlite3_stmt *statement);
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;
    Q_DISABLE_COPY(Statement)

    /// A parameter that the file does not have, or that nobody bound, makes exec() fail.
    /// Text is written as it is, a null QString as empty text; NULL is written by nullptr
    /// or an empty optional.
    void bind(QLatin1StringView name, qint64 value);
    void bind(QLatin1StringView name, int value) { bind(name, qint64(value)); }
    void bind(QLatin1StringView name, QStringView value);
    void bind(QLatin1StringView name, const QByteArray &value);
    void bind(QLatin1StringView name, std::nullptr_t);
    template <typename T>
    void bind(QLatin1StringView name, const std::optional<T> &value)
    {
        value ? bind(name, *value) : bind(name, nullptr);
    }

    /// Runs it from the start. Bindings stay, so that a loop binds only what changes.
    [[nodiscard]] Result<> exec();
    /// Goes to the next row; false after the last one.
    [[nodiscard]] Result<bool> next();
    /// Columns count from 0. NULL answers 0, null text, null bytes.
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    /// Lets go of the rows (and of the read lock) before the end of scope.
    void finish();

private:
    [[nodiscard]] int position(QLatin1StringView name);
    void bound(int position, int code);

    static constexpr int countedParameters = 128;
    std::shared_ptr<Session> m_session;
    QString m_name;
    sqlite3_stmt *m_statement = nullptr;
    std::bitset<countedParameters> m_bound;
    QString m_unknown; // a parameter that the file does not have
    int m_bindCode = 0;
    bool m_standsOnRow = false; // exec() has made the first step already
    bool m_running = false;
};

/// The same statement file bound by position (1 = the parameter that stands first in the file), for
/// first loads: no name is looked up and the text buffers are kept from row to row.
class BulkWriter
{
public:
    BulkWriter(std::shared_ptr<Session> session, QString name, sqlite3_stmt *statement);
    ~BulkWriter();
    BulkWriter(BulkWriter &&other) noexcept;
    BulkWriter &operator=(BulkWriter &&other) noexcept;
    Q_DISABLE_COPY(BulkWriter)

    void bindInteger(int position, qint64 value);
    void bindText(int position, QStringView value);
    void bindUtf8(int position, QByteArrayView value);
    void bindBytes(int position, QByteArrayView value);
    void bindNull(int position);
    /// Writes the row; bindings stay for the next one.
    [[nodiscard]] Result<> step();

private:
    [[nodiscard]] QByteArray &buffer(int position);

    std::shared_ptr<Session> m_session;
    QString m_name;
    sqlite3_stmt *m_statement = nullptr;
    QList<QByteArray> m_buffers;
    int m_bindCode = 0;
};

} // namespace storage
