#include "auth/trainingcards.h"

#include "token/tokenpipe.h"
#include "token/tokensettings.h"

#include <QDir>
#include <QFile>

namespace auth {

using base::ErrorCode;
using token::Fields;
using token::wire::Operation;

namespace {

constexpr int answerMs = 20000;
constexpr char signKey = 1;
constexpr char deriveKey = 2;

QString configurationIn(const QString &folder)
{
    return QDir(folder).absoluteFilePath(QStringLiteral("softhsm2.conf"));
}

base::Result<> layOut(const QString &folder)
{
    if (QFile::exists(configurationIn(folder)))
        return base::fail(ErrorCode::PlaceNotEmpty, QStringLiteral("card folder"));
    const QString tokens = QDir(folder).absoluteFilePath(QStringLiteral("tokens"));
    QFile file(configurationIn(folder));
    if (!QDir().mkpath(tokens) ||
        !QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner) ||
        !file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return base::fail(ErrorCode::FileUnreadable, QStringLiteral("card folder"));
    const QByteArray text = "directories.tokendir = " + QFile::encodeName(tokens) +
                            "\nobjectstore.backend = file\nlog.level = ERROR\n"
                            "slots.removable = true\n";
    if (file.write(text) != text.size() || !file.flush())
        return base::fail(ErrorCode::DiskFull, QStringLiteral("card folder"));
    return {};
}

/// One request of making a card; anything but CKR_OK ends it.
base::Result<base::Secret> ask(token::TokenPipe &pipe, Operation operation, const Fields &fields)
{
    auto answer = pipe.ask(operation, fields.all(), answerMs);
    if (!answer)
        return base::fail(answer);
    if (answer->rv != token::wire::rvOk)
        return base::fail(ErrorCode::TokenModuleFailed, QStringLiteral("operation %1: CK_RV 0x%2")
                                                            .arg(static_cast<int>(operation))
                                                            .arg(answer->rv, 0, 16));
    return answer->payload;
}

QByteArray open(const base::Secret &bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()),
                      static_cast<qsizetype>(bytes.size()));
}

struct CertifiedKey
{
    QByteArray point;
    QByteArray certificate;
};

base::Result<CertifiedKey> makeKey(token::TokenPipe &pipe, const TrainingAuthority &authority,
                                   CertificateOrder order)
{
    const bool signs = order.use == CertificateUse::Sign;
    const char id = signs ? signKey : deriveKey;
    const auto use = signs ? token::wire::KeyUse::Sign : token::wire::KeyUse::Derive;
    const auto point = ask(pipe, Operation::MakeKeys,
                           Fields().bytes(&id, 1).number(static_cast<std::uint32_t>(use), 1));
    if (!point)
        return base::fail(point);
    order.point = open(*point);
    const auto certificate = authority.certify(order);
    if (!certificate)
        return base::fail(certificate);
    const auto stored =
        ask(pipe, Operation::StoreCertificate,
            Fields().bytes(&id, 1).raw(certificate->constData(),
                                       static_cast<std::size_t>(certificate->size())));
    if (!stored)
        return base::fail(stored);
    return CertifiedKey{order.point, *certificate};
}

Fields initRequest(const CardOrder &order)
{
    const QByteArray label =
        order.userId.toUtf8().left(token::wire::labelBytes).leftJustified(token::wire::labelBytes);
    return Fields()
        .bytes(order.soPin.data(), order.soPin.size())
        .bytes(order.pin.data(), order.pin.size())
        .raw(label.constData(), token::wire::labelBytes);
}

} // namespace

QStringList trainingCardEnvironment(const QString &folder)
{
    return {QStringLiteral("SOFTHSM2_CONF=") + configurationIn(folder)};
}

base::Result<TrainingCard> makeTrainingCard(const TrainingAuthority &authority,
                                            const CardOrder &order)
{
    if (const auto laidOut = layOut(order.folder); !laidOut)
        return base::fail(laidOut);
    auto pipe = token::TokenPipe::start(order.program, trainingCardEnvironment(order.folder));
    if (!pipe)
        return base::fail(pipe);
    const QByteArray module =
        QFile::encodeName(order.module.isEmpty() ? token::softHsmModule() : order.module);
    const auto loaded =
        ask(**pipe, Operation::Load,
            Fields().raw(module.constData(), static_cast<std::size_t>(module.size())));
    if (!loaded)
        return base::fail(loaded);
    const auto serial = ask(**pipe, Operation::InitToken, initRequest(order));
    if (!serial)
        return base::fail(serial);

    CertificateOrder certificate{
        .userId = order.userId, .displayName = order.displayName, .point = {}};
    const auto signing = makeKey(**pipe, authority, certificate);
    if (!signing)
        return base::fail(signing);
    certificate.use = CertificateUse::Derive;
    const auto deriving = makeKey(**pipe, authority, certificate);
    if (!deriving)
        return base::fail(deriving);
    return TrainingCard{.serial = QString::fromUtf8(open(*serial)).trimmed(),
                        .signCertificate = signing->certificate,
                        .deriveCertificate = deriving->certificate,
                        .derivePoint = deriving->point};
}

} // namespace auth
