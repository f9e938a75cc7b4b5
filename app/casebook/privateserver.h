#pragma once

#include "base/result.h"

#include <QProcess>
#include <QString>
#include <QStringList>

#include <memory>

namespace casebook {

/// A PostgreSQL server of this program alone, made by packaging/central/private-cluster.sh, which
/// is compiled in with all it needs. Ends with the object, and with the program however that ends.
class PrivateServer final
{
public:
    /// In an empty folder that the server's account can reach. RegisterUnreachable with what the
    /// script said.
    [[nodiscard]] static base::Result<std::unique_ptr<PrivateServer>> start(const QString &folder);
    ~PrivateServer();
    Q_DISABLE_COPY_MOVE(PrivateServer)

    /// libpq's connection string of its superuser.
    [[nodiscard]] const QString &administrator() const { return m_administrator; }
    [[nodiscard]] const QString &keyFile() const { return m_keyFile; }
    /// libpq's connection string of a user, with a certificate of his own; no password.
    [[nodiscard]] base::Result<QString> connectionOf(const QString &user) const;

private:
    explicit PrivateServer(QString folder);
    [[nodiscard]] base::Result<> unpack() const;
    [[nodiscard]] base::Result<> launch();
    [[nodiscard]] base::Result<> makeDatabase();
    [[nodiscard]] base::Result<QString> ask(const QString &script,
                                            const QStringList &arguments) const;

    QString m_folder;
    QProcess m_server;
    QString m_administrator;
    QString m_reached;
    QString m_keyFile;
};

} // namespace casebook
