#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "token/wire.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace token {

/// What the module answered.
struct Answer
{
    std::uint32_t rv = 0; ///< CK_RV, or one of wire's own
    base::Secret payload;
};

/// Builds a request's payload, field after field (wire.h).
class Fields final
{
public:
    Fields &number(std::uint32_t value, int bytes);
    Fields &raw(const void *data, std::size_t size);
    /// With its length in front (2 bytes).
    Fields &bytes(const void *data, std::size_t size);
    [[nodiscard]] const base::Secret &all() const { return m_all; }

private:
    base::Secret m_all;
};

/// Takes an answer's payload apart. After the first field that is not there, `broken` stays set and
/// everything is empty.
class FieldReader final
{
public:
    explicit FieldReader(const base::Secret &payload)
        : m_payload(payload)
    {
    }
    [[nodiscard]] bool broken() const { return m_broken; }
    std::uint32_t number(int bytes);
    QByteArray take(std::size_t size);
    QByteArray bytes();

private:
    const base::Secret &m_payload;
    std::size_t m_at = 0;
    bool m_broken = false;
};

/// One running madoguchi-token. Used by one thread. The process ends with the object.
class TokenPipe final
{
public:
    [[nodiscard]] static base::Result<std::unique_ptr<TokenPipe>>
    start(const QString &program, const QStringList &environment);
    ~TokenPipe();
    Q_DISABLE_COPY_MOVE(TokenPipe)

    /// One request and its answer within `limitMs`. After TokenHangs (no answer in time) or
    /// TokenModuleFailed (ended, or answers nonsense) the pipe is of no more use.
    [[nodiscard]] base::Result<Answer> ask(wire::Operation operation, const base::Secret &payload,
                                           int limitMs);
    /// The process id, for tests.
    [[nodiscard]] qint64 processId() const { return m_process; }

private:
    TokenPipe(int file, qint64 process)
        : m_file(file)
        , m_process(process)
    {
    }

    int m_file;
    qint64 m_process;
};

} // namespace token
