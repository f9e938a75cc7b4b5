#pragma once

#include "support/clusterparts.h"

namespace support {

/// A client certificate and, if the key is not on a card, its key: PEM files.
struct ClientCertificate
{
    QString file;
    QString keyFile; ///< empty: the key is on a card
};

/// The register's own authority, made with the script an office uses (packaging/central).
class TestAuthority final
{
public:
    explicit TestAuthority(const QString &name = QStringLiteral("Test register"))
    {
        script({QStringLiteral("ca"), folder(), QStringLiteral("--name"), name});
    }
    /// Holds ca.crt, ca.key, ca.crl.
    [[nodiscard]] QString folder() const { return m_folder.filePath(QStringLiteral("ca")); }
    [[nodiscard]] QString certificateFile() const { return folder() + QStringLiteral("/ca.crt"); }
    [[nodiscard]] QString listFile() const { return folder() + QStringLiteral("/ca.crl"); }

    /// FOLDER/name.crt and .key for localhost and 127.0.0.1.
    void certifyServer(const QString &name) const
    {
        script({QStringLiteral("server"), folder(), name, QStringLiteral("--san"),
                QStringLiteral("DNS:localhost,IP:127.0.0.1")});
    }
    /// CN = user, with a key in a file.
    [[nodiscard]] ClientCertificate certifyWithKeyFile(const QString &user) const
    {
        const QString key = m_folder.filePath(QStringLiteral("%1.%2.key").arg(user).arg(++m_made));
        return {client({user, QStringLiteral("--new-key"), key}), key};
    }
    /// CN = user, for the key on a card whose open point (65 bytes) this is.
    [[nodiscard]] ClientCertificate certifyPoint(const QString &user, const QByteArray &point) const
    {
        const QString file = m_folder.filePath(QStringLiteral("point.%1").arg(++m_made));
        writeServerFile(file, point);
        return {client({user, QStringLiteral("--point"), file}), {}};
    }
    /// CN = user, from a request (PEM) that the card signed.
    [[nodiscard]] ClientCertificate certifyRequest(const QString &user,
                                                   const QString &requestFile) const
    {
        return {client({user, QStringLiteral("--csr"), requestFile}), {}};
    }
    /// The servers hear of it with TestCluster::takeList().
    void revoke(const ClientCertificate &certificate) const
    {
        script({QStringLiteral("revoke"), folder(), certificate.file});
    }
    /// A list that ended in the past, or (renew) a good one again.
    void expireList() const
    {
        script({QStringLiteral("crl"), folder(), QStringLiteral("--until"),
                QStringLiteral("20210101000000Z")});
    }
    void renewList() const { script({QStringLiteral("crl"), folder()}); }

    static QString script(const QStringList &arguments)
    {
        return mustRun(
            QStringList(QStringLiteral(MADOGUCHI_SOURCE_DIR "/packaging/central/certificates.sh"))
            << arguments);
    }

private:
    [[nodiscard]] QString client(const QStringList &arguments) const
    {
        return script(QStringList{QStringLiteral("client"), folder()} << arguments).trimmed();
    }

    QTemporaryDir m_folder;
    mutable int m_made = 0;
};

} // namespace support
