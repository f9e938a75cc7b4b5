#pragma once

#include <QDeadlineTimer>
#include <QString>
#include <QStringList>

// The waits of PgConnection, each with an end. Platform code: pgwait_posix.cpp.
namespace central {

enum class Ready { Nothing, Read, Write, Lost };
enum class Wanted { Read, Write, Both };

/// Until the socket can do what is wanted. Nothing when the time is up; Lost when it never will.
/// Wanted::Both answers Read when there is something to read.
[[nodiscard]] Ready waitForSocket(int socket, Wanted wanted, const QDeadlineTimer &until);

/// The addresses of a host, as numbers. Empty when nobody knew it or the time was up: the system's
/// resolver knows no limit, therefore it is asked in a thread that is left behind then.
[[nodiscard]] QStringList addressesOf(const QString &host, const QDeadlineTimer &until);

/// A path of a local socket or an address in numbers: nothing to ask the resolver.
[[nodiscard]] bool needsNoLookup(const QString &host);

} // namespace central
