#pragma once

#include <QList>
#include <QtGlobal>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <functional>
#include <thread>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace support {

/// The network between a program and a server on this machine: passes on what comes, until it is
/// cut. In a thread of its own.
class Relay final
{
public:
    enum class Line {
        Whole,
        Refusing, ///< every connection ends and nobody takes a new one: the switch is off
        Silent,   ///< nothing is passed on and nothing is said: a cable pulled on the way
    };

    explicit Relay(int serverPort)
        : m_serverPort(serverPort)
    {
        m_port = 0;
        listen();
        m_thread = std::thread([this] { work(); });
    }
    ~Relay()
    {
        m_ends = true;
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(Relay)

    [[nodiscard]] int port() const { return m_port; }
    /// What passes in future; bytes from server to program that were let through so far.
    void set(Line line)
    {
        m_line = line;
        while (m_seen != line)
            std::this_thread::yield();
    }
    [[nodiscard]] qint64 answered() const { return m_answered; }
    /// Cuts the line, silently, as soon as the server has been sent something more, and loses what
    /// it answers: the register did it, and nobody knows. `before`: so many answers still pass.
    void loseNextAnswer(int before = 0)
    {
        m_before = before;
        m_loseAnswer = true;
    }

private:
    struct Pair
    {
        int client = -1;
        int server = -1;
    };

    static int must(int value)
    {
        if (value < 0)
            qFatal("the relay: %d", errno);
        return value;
    }
    void listen()
    {
        m_listener = must(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        const int again = 1;
        must(setsockopt(m_listener, SOL_SOCKET, SO_REUSEADDR, &again, sizeof again));
        sockaddr_in address = at(m_port);
        must(bind(m_listener, reinterpret_cast<sockaddr *>(&address), sizeof address));
        socklen_t size = sizeof address;
        must(getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size));
        m_port = ntohs(address.sin_port);
        must(::listen(m_listener, 16));
    }
    [[nodiscard]] static sockaddr_in at(int port)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        return address;
    }
    void endAll()
    {
        for (const Pair &pair : m_pairs) {
            close(pair.client);
            close(pair.server);
        }
        m_pairs.clear();
    }
    void take()
    {
        const int client = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            return;
        const int server = must(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_in address = at(m_serverPort);
        if (connect(server, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
            close(server);
            close(client);
            return;
        }
        m_pairs.append({client, server});
    }
    /// False when this side has ended.
    bool pass(int from, int to, bool isAnswer)
    {
        char bytes[16384];
        const ssize_t got = recv(from, bytes, sizeof bytes, 0);
        if (got <= 0)
            return false;
        if (isAnswer && m_loseAnswer && m_asked && m_before > 0) {
            --m_before;
            m_asked = false;
        } else if (isAnswer && m_loseAnswer && m_asked) {
            m_loseAnswer = false;
            m_asked = false;
            m_line = Line::Silent;
            return true;
        }
        if (!isAnswer && m_loseAnswer)
            m_asked = true;
        for (ssize_t sent = 0; sent < got;) {
            const ssize_t now =
                send(to, bytes + sent, static_cast<size_t>(got - sent), MSG_NOSIGNAL);
            if (now <= 0)
                return false;
            sent += now;
        }
        if (isAnswer)
            m_answered += got;
        return true;
    }
    void change(Line line)
    {
        if (m_seen == Line::Refusing)
            listen();
        if (line == Line::Refusing) {
            close(m_listener);
            m_listener = -1;
            endAll();
        }
        if (line == Line::Whole)
            endAll(); // what hung is given up by both sides
    }
    void work()
    {
        while (!m_ends) {
            if (m_seen != m_line) {
                change(m_line);
                m_seen = m_line.load();
            }
            if (m_seen != Line::Whole) {
                poll(nullptr, 0, 5);
                continue;
            }
            QList<pollfd> waiting{{m_listener, POLLIN, 0}};
            for (const Pair &pair : std::as_const(m_pairs))
                waiting << pollfd{pair.client, POLLIN, 0} << pollfd{pair.server, POLLIN, 0};
            if (poll(waiting.data(), static_cast<nfds_t>(waiting.size()), 5) <= 0)
                continue;
            QList<Pair> ended;
            for (qsizetype at = 0; at < m_pairs.size() && m_line == Line::Whole; ++at) {
                const Pair pair = m_pairs.at(at);
                const bool asks = waiting.at(1 + 2 * at).revents != 0;
                const bool answers = waiting.at(2 + 2 * at).revents != 0;
                if ((asks && !pass(pair.client, pair.server, false)) ||
                    (answers && !pass(pair.server, pair.client, true)))
                    ended.append(pair);
            }
            for (const Pair &pair : std::as_const(ended)) {
                close(pair.client);
                close(pair.server);
                m_pairs.removeIf([&](const Pair &one) { return one.client == pair.client; });
            }
            if (waiting.first().revents != 0 && m_line == Line::Whole)
                take();
        }
        endAll();
        if (m_listener >= 0)
            close(m_listener);
    }

    int m_serverPort;
    int m_port = 0;
    int m_listener = -1;
    QList<Pair> m_pairs; ///< in the thread only
    bool m_asked = false;
    std::atomic<qint64> m_answered{0};
    std::atomic<bool> m_loseAnswer{false};
    std::atomic<int> m_before{0};
    std::atomic<bool> m_ends{false};
    std::atomic<Line> m_line{Line::Whole};
    std::atomic<Line> m_seen{Line::Whole};
    std::thread m_thread;
};

} // namespace support
