#include "token/tokenpipe.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QList>
#include <QThread>

#include <cerrno>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <vector>

namespace token {

using base::ErrorCode;

namespace {

/// Waits until the file is ready. False when the time is over.
bool ready(int file, short what, const QDeadlineTimer &limit)
{
    for (;;) {
        pollfd wanted{file, what, 0};
        const auto left = static_cast<int>(limit.remainingTime());
        const int count = poll(&wanted, 1, left);
        if (count > 0)
            return true;
        if (count == 0 || errno != EINTR)
            return false;
    }
}

/// A socket pair instead of two pipes: a child that died must not end us by SIGPIPE.
base::Result<> writeAll(int file, const base::Secret &frame, const QDeadlineTimer &limit)
{
    std::size_t done = 0;
    while (done < frame.size()) {
        if (!ready(file, POLLOUT, limit))
            return base::fail(ErrorCode::TokenHangs, QStringLiteral("request not taken"));
        const ssize_t count =
            send(file, frame.data() + done, frame.size() - done, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (count <= 0)
            return base::fail(ErrorCode::TokenModuleFailed, QStringLiteral("process ended"));
        done += static_cast<std::size_t>(count);
    }
    return {};
}

base::Result<> readAll(int file, base::Secret *into, const QDeadlineTimer &limit)
{
    std::size_t done = 0;
    while (done < into->size()) {
        if (!ready(file, POLLIN, limit))
            return base::fail(ErrorCode::TokenHangs, QStringLiteral("no answer in time"));
        const ssize_t count = recv(file, into->data() + done, into->size() - done, MSG_DONTWAIT);
        if (count < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (count <= 0)
            return base::fail(ErrorCode::TokenModuleFailed, QStringLiteral("process ended"));
        done += static_cast<std::size_t>(count);
    }
    return {};
}

/// The child gets what it needs to find a reader and nothing of ours (proxies, passwords,
/// preloads).
QList<QByteArray> childEnvironment(const QStringList &given)
{
    QList<QByteArray> all;
    for (const char *name : {"HOME", "PATH", "LANG", "XDG_RUNTIME_DIR", "PCSCLITE_CSOCK_NAME"}) {
        if (qEnvironmentVariableIsSet(name))
            all.append(QByteArray(name) + '=' + qgetenv(name));
    }
    for (const QString &line : given)
        all.append(QFile::encodeName(line));
    return all;
}

} // namespace

base::Result<std::unique_ptr<TokenPipe>> TokenPipe::start(const QString &program,
                                                          const QStringList &environment)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return base::fail(ErrorCode::TokenModuleFailed, QStringLiteral("no socket pair"));
    QByteArray path = QFile::encodeName(program);
    char *arguments[] = {path.data(), nullptr};
    QList<QByteArray> lines = childEnvironment(environment);
    std::vector<char *> variables;
    for (QByteArray &line : lines)
        variables.push_back(line.data());
    variables.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    pid_t process = 0;
    const int trouble =
        posix_spawn(&process, path.constData(), &actions, nullptr, arguments, variables.data());
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (trouble != 0) {
        close(ends[0]);
        return base::fail(ErrorCode::TokenModuleFailed, QStringLiteral("cannot start the program"));
    }
    return std::unique_ptr<TokenPipe>(new TokenPipe(ends[0], process));
}

TokenPipe::~TokenPipe()
{
    const auto process = static_cast<pid_t>(m_process);
    close(m_file);
    // The end of the pipe is the sign to leave; who does not heed it is ended.
    for (int i = 0; i < 20; ++i) {
        if (waitpid(process, nullptr, WNOHANG) != 0)
            return;
        QThread::msleep(10);
    }
    kill(process, SIGKILL);
    for (int i = 0; i < 100; ++i) {
        if (waitpid(process, nullptr, WNOHANG) != 0)
            return;
        QThread::msleep(10);
    }
}

base::Result<Answer> TokenPipe::ask(wire::Operation operation, const base::Secret &payload,
                                    int limitMs)
{
    if (payload.size() >= wire::maxFrame)
        return base::fail(ErrorCode::TokenModuleFailed, QStringLiteral("request too long"));
    const QDeadlineTimer limit(limitMs);
    Fields frame;
    frame.number(static_cast<std::uint32_t>(payload.size()) + 1, 4);
    frame.number(static_cast<std::uint32_t>(operation), 1);
    frame.raw(payload.data(), payload.size());
    if (const auto written = writeAll(m_file, frame.all(), limit); !written)
        return base::fail(written);

    base::Secret head(4);
    if (const auto read = readAll(m_file, &head, limit); !read)
        return base::fail(read);
    const std::uint32_t length = FieldReader(head).number(4);
    if (length < 5 || length > wire::maxFrame)
        return base::fail(ErrorCode::TokenModuleFailed, QStringLiteral("answer of wrong length"));
    base::Secret body(length);
    if (const auto read = readAll(m_file, &body, limit); !read)
        return base::fail(read);
    FieldReader fields(body);
    if (fields.number(1) != static_cast<std::uint32_t>(operation))
        return base::fail(ErrorCode::TokenModuleFailed,
                          QStringLiteral("answer to another request"));
    Answer answer;
    answer.rv = fields.number(4);
    answer.payload.assign(body.begin() + 5, body.end());
    return answer;
}

} // namespace token
