#pragma once

#include "auth/trainingcards.h"
#include "base/crypto.h"
#include "token/tokensettings.h"

#include <QDir>
#include <QFile>
#include <QTest>

// Real SoftHSM2 cards for tests, in folders that the test owns.
namespace support {

inline base::Secret secret(const char *text)
{
    return base::Secret(text, text + qstrlen(text));
}

inline QString tokenProgram()
{
    return QStringLiteral(MADOGUCHI_BINARY_DIR "/bin/madoguchi-token");
}

inline const char *const pin = "20251";
inline const char *const soPin = "9876543210";

/// An authority, and cards made by it, each in a folder named after its holder.
class CardMaker final
{
public:
    explicit CardMaker(QString folder)
        : m_folder(std::move(folder))
        , m_authority(auth::TrainingAuthority::make(QDateTime::currentDateTimeUtc()))
    {
    }
    [[nodiscard]] const auth::TrainingAuthority &authority() const { return *m_authority; }
    [[nodiscard]] QString folderOf(const QString &userId) const
    {
        return QDir(m_folder).absoluteFilePath(userId);
    }
    [[nodiscard]] base::Result<auth::TrainingCard> make(const QString &userId,
                                                        const QString &name) const
    {
        return auth::makeTrainingCard(*m_authority, {.folder = folderOf(userId),
                                                     .program = tokenProgram(),
                                                     .module = {},
                                                     .userId = userId,
                                                     .displayName = name,
                                                     .pin = secret(pin),
                                                     .soPin = secret(soPin)});
    }
    [[nodiscard]] token::TokenSettings settingsFor(const QString &userId) const
    {
        token::TokenSettings settings;
        settings.program = tokenProgram();
        settings.module = token::softHsmModule();
        settings.environment = auth::trainingCardEnvironment(folderOf(userId));
        return settings;
    }
    /// The same card behind the module that fails on request (p11proxy.c).
    [[nodiscard]] token::TokenSettings proxiedFor(const QString &userId) const
    {
        token::TokenSettings settings = settingsFor(userId);
        settings.environment << QStringLiteral("P11PROXY_MODULE=") + settings.module
                             << QStringLiteral("P11PROXY_CONTROL=") + controlOf(userId)
                             << QStringLiteral("P11PROXY_PADPIN=") + QLatin1String(pin);
        settings.module = QStringLiteral(MADOGUCHI_BINARY_DIR "/tests/p11proxy.so");
        return settings;
    }
    /// Puts the words into the control file; renamed into place so that no half of it is read.
    void control(const QString &userId, const QByteArray &words) const
    {
        QFile file(controlOf(userId) + QStringLiteral(".new"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(words), words.size());
        file.close();
        QFile::remove(controlOf(userId));
        QVERIFY(file.rename(controlOf(userId)));
    }

private:
    [[nodiscard]] QString controlOf(const QString &userId) const
    {
        return QDir(m_folder).absoluteFilePath(userId + QStringLiteral(".control"));
    }

    QString m_folder;
    base::Result<auth::TrainingAuthority> m_authority;
};

} // namespace support
