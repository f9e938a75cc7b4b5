#pragma once

#include "base/crypto.h"
#include "base/result.h"
#include "central/registerwatch.h"

#include <QElapsedTimer>
#include <QString>

#include <memory>

class QIODevice;
class QJsonObject;

namespace central {
class PgConnection;
}

namespace app {

struct WatchOrder
{
    QString connect;
    QString log;
    QString keyFile;
    QString sealsFile;
    bool once = false;
    central::WatchLimits limits{};
};

/// 32 secret bytes of a file. FileUnreadable.
[[nodiscard]] base::Result<base::crypto::KeyPair> readSealKey(const QString &file);

/// `register watch`: rounds of central::RegisterWatch, and what they find as JSON lines. An alarm
/// is said when it begins, each hour while it lasts, and when it is over.
class WatchService final
{
public:
    WatchService(WatchOrder order, QIODevice &output, QIODevice &errors)
        : m_order(std::move(order))
        , m_output(output)
        , m_errors(errors)
    {
    }
    /// Until the process is ended; with `once` one round, and 1 when there is an alarm. An error
    /// only for what no next round can mend: the key.
    [[nodiscard]] base::Result<int> run();

private:
    [[nodiscard]] base::Result<> round(bool minute, bool hour);
    [[nodiscard]] base::Result<> eachMinute(bool hour);
    [[nodiscard]] base::Result<> follow();
    [[nodiscard]] base::Result<> connect();
    void checkKeyFile();
    void report(const QList<central::WatchAlarm> &found);
    void tell(QIODevice &device, QJsonObject line);

    WatchOrder m_order;
    QIODevice &m_output;
    QIODevice &m_errors;
    base::crypto::KeyPair m_key;
    std::unique_ptr<central::PgConnection> m_connection;
    std::unique_ptr<central::RegisterWatch> m_watch;
    QList<central::WatchAlarm> m_standing;
    QList<central::WatchAlarm> m_alarms; ///< of the last minute
    QList<central::WatchAlarm> m_keyAlarms;
    QList<central::WatchAlarm> m_logAlarms; ///< of the server's log
    QElapsedTimer m_said;
};

} // namespace app
