#pragma once

#include "support/trainingplace.h"
#include "token/tokensettings.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace support {

/// A training place with a reader of its own: any of the place's cards can be put in and pulled,
/// behind the module that fails on request (p11proxy.c).
class CardReader final
{
public:
    explicit CardReader(const TrainingPlace &place)
        : m_place(place)
    {
        QFile conf(settingsFile());
        if (!QFile::copy(place.at(QStringLiteral("city/madoguchi.conf")), settingsFile()) ||
            !conf.open(QIODevice::ReadWrite))
            qFatal("no settings");
        QString text = QString::fromUtf8(conf.readAll());
        text.replace(QStringLiteral("module=") + token::softHsmModule(),
                     QStringLiteral("module=" MADOGUCHI_BINARY_DIR "/tests/p11proxy.so"));
        static const QRegularExpression environment(QStringLiteral("environment=[^\n]*"));
        text.replace(environment,
                     QStringLiteral("environment=\"SOFTHSM2_CONF=%1\", \"P11PROXY_MODULE=%2\", "
                                    "\"P11PROXY_CONTROL=%3\"")
                         .arg(cardFile(), token::softHsmModule(), controlFile()));
        conf.resize(0);
        conf.seek(0);
        if (conf.write(text.toUtf8()) < 0)
            qFatal("no settings");
    }
    [[nodiscard]] QString settingsFile() const
    {
        return m_place.at(QStringLiteral("city/reader.conf"));
    }
    [[nodiscard]] base::Result<std::unique_ptr<app::FrontRoom>> frontRoom() const
    {
        return app::FrontRoom::open(
            {.settingsFile = settingsFile(), .card = {}, .answeredByFile = false});
    }
    /// The card of a user lies in the reader. A running module must be started anew to see another
    /// one: SoftHSM reads its settings once.
    void put(const QString &user) const
    {
        QFile card(
            m_place.at(QStringLiteral("city/%1/softhsm2.conf").arg(m_place.credential(user).card)));
        QFile here(cardFile());
        if (!card.open(QIODevice::ReadOnly) ||
            !here.open(QIODevice::WriteOnly | QIODevice::Truncate) ||
            here.write(card.readAll()) <= 0)
            qFatal("no card");
        QFile::remove(controlFile() + QStringLiteral(".tries"));
        control({});
    }
    /// Words of p11proxy.c; renamed into place so that no half of it is read.
    void control(const QByteArray &words) const
    {
        QFile file(controlFile() + QStringLiteral(".new"));
        if (!file.open(QIODevice::WriteOnly) || file.write(words) != words.size())
            qFatal("no control file");
        file.close();
        QFile::remove(controlFile());
        if (!file.rename(controlFile()))
            qFatal("no control file");
    }

private:
    [[nodiscard]] QString cardFile() const
    {
        return m_place.at(QStringLiteral("city/reader.softhsm2"));
    }
    [[nodiscard]] QString controlFile() const
    {
        return m_place.at(QStringLiteral("city/reader.control"));
    }
    const TrainingPlace &m_place;
};

/// Waits until the door shows the card so.
inline bool cardBecomes(desk::Door &door, desk::TokenState state, int limitMs = 10'000)
{
    return QTest::qWaitFor([&] { return door.token().state == state; }, limitMs);
}

inline base::Secret secretOf(const char *text)
{
    return base::Secret(text, text + qstrlen(text));
}

} // namespace support
