#include "central/pgwait.h"

#include <arpa/inet.h>
#include <cerrno>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>

namespace central {

Ready waitForSocket(int socket, Wanted wanted, const QDeadlineTimer &until)
{
    if (socket < 0)
        return Ready::Lost;
    pollfd watched{.fd = socket, .events = 0, .revents = 0};
    if (wanted != Wanted::Write)
        watched.events = short(watched.events | POLLIN);
    if (wanted != Wanted::Read)
        watched.events = short(watched.events | POLLOUT);
    while (true) {
        const qint64 left = until.remainingTime();
        const int found = ::poll(&watched, 1, int(qMax<qint64>(left, 0)));
        if (found > 0)
            break;
        if (found == 0)
            return Ready::Nothing;
        if (errno != EINTR)
            return Ready::Lost;
    }
    // A connection that was ended reads as ended: whoever waited finds out by reading.
    if ((watched.events & POLLIN) && (watched.revents & (POLLIN | POLLHUP | POLLERR)))
        return Ready::Read;
    if (watched.revents & (POLLOUT | POLLHUP | POLLERR))
        return Ready::Write;
    return Ready::Lost;
}

namespace {

struct Lookup
{
    std::mutex mutex;
    std::condition_variable changed;
    bool done = false;
    QStringList found;
};

QStringList lookUp(const QByteArray &host)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *list = nullptr;
    QStringList found;
    if (::getaddrinfo(host.constData(), nullptr, &hints, &list) != 0)
        return found;
    for (const addrinfo *one = list; one != nullptr; one = one->ai_next) {
        char text[NI_MAXHOST] = {};
        if (::getnameinfo(one->ai_addr, one->ai_addrlen, text, sizeof text, nullptr, 0,
                          NI_NUMERICHOST) == 0)
            found.append(QString::fromLatin1(text));
    }
    ::freeaddrinfo(list);
    return found;
}

} // namespace

QStringList addressesOf(const QString &host, const QDeadlineTimer &until)
{
    const auto shared = std::make_shared<Lookup>();
    std::thread([shared, name = host.toUtf8()] {
        const auto found = lookUp(name);
        const std::scoped_lock lock(shared->mutex);
        shared->found = found;
        shared->done = true;
        shared->changed.notify_all();
    }).detach();
    std::unique_lock lock(shared->mutex);
    const auto left = std::chrono::milliseconds(qMax<qint64>(until.remainingTime(), 0));
    if (!shared->changed.wait_for(lock, left, [&shared] { return shared->done; }))
        return {};
    return shared->found;
}

bool needsNoLookup(const QString &host)
{
    if (host.isEmpty() || host.startsWith(u'/') || host.startsWith(u'@'))
        return true;
    in6_addr room{};
    const QByteArray text = host.toLatin1();
    return ::inet_pton(AF_INET, text.constData(), &room) == 1 ||
           ::inet_pton(AF_INET6, text.constData(), &room) == 1;
}

} // namespace central
