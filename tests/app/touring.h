#pragma once

#include "support/trainingplace.h"

#include <QDir>
#include <QFile>
#include <QProcess>

/// A training place in which the program itself runs tours.
class TouringPlace
{
public:
    struct Ended
    {
        int code = -1;
        QString said;
        QStringList pictures;
        QString steps;
    };
    /// A tour into folder(name); `more`: card and script.
    [[nodiscard]] Ended run(const QString &name, const QStringList &more) const;
    [[nodiscard]] QString folder(const QString &name) const { return m_place.at(name); }

private:
    support::TrainingPlace m_place{1500, 1};
};

inline TouringPlace::Ended TouringPlace::run(const QString &name, const QStringList &more) const
{
    constexpr int limitMs = 600'000;
    QProcess program;
    program.setProcessChannelMode(QProcess::MergedChannels);
    QStringList arguments{
        QStringLiteral("--settings"),    m_place.at(QStringLiteral("city/madoguchi.conf")),
        QStringLiteral("--credentials"), m_place.at(QStringLiteral("city/credentials.json")),
        QStringLiteral("--tour"),        folder(name)};
    program.start(QStringLiteral(MADOGUCHI_BINARY_DIR "/bin/madoguchi"), arguments + more);
    if (!program.waitForFinished(limitMs)) {
        program.kill();
        program.waitForFinished();
    }
    Ended ended;
    ended.code = program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1;
    ended.said = QString::fromUtf8(program.readAll()).section(QStringLiteral("the tour"), 1);
    const QDir left(folder(name));
    ended.pictures = left.entryList({QStringLiteral("*.png")}, QDir::Files, QDir::Name);
    QFile steps(left.filePath(QStringLiteral("steps.txt")));
    if (steps.open(QIODevice::ReadOnly))
        ended.steps = QString::fromUtf8(steps.readAll());
    return ended;
}
