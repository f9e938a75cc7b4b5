#include "app/cityplace.h"

#include "app/tokenprogram.h"
#include "auth/cardidentity.h"
#include "auth/keyslots.h"
#include "auth/keyuse.h"
#include "auth/stationkeys.h"
#include "auth/stationsecret.h"
#include "auth/trainingcards.h"
#include "base/clock.h"
#include "central/embeddedregister.h"
#include "central/postgresregister.h"
#include "journal/journal.h"
#include "token/tokensettings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QUuid>

namespace app {

using base::ErrorCode;
using base::Result;
using base::Secret;
using central::Right;
using central::Role;

namespace {

const QString stationId = QStringLiteral("S0001");
const QString stationName = QStringLiteral("本庁1");

struct Staff
{
    const char *id;
    QStringView name;
    QStringView section;
    Role role;
    const char *roleName;
    QList<Right> rights;
};

// 研修: names that no resident has.
QList<Staff> staff()
{
    const QList<Right> clerk{Right::Search,    Right::History,          Right::IssueCertificate,
                             Right::WriteNote, Right::EnterRestriction, Right::EnterMove};
    const QStringView residents = u"市民課";
    return {{"kanri1",
             u"研修　管理子",
             residents,
             Role::Administrator,
             "administrator",
             {Right::ExportLog, Right::UnlockUser}},
            {"shunin1", u"研修　主任男", residents, Role::Supervisor, "supervisor",
             clerk + QList<Right>{Right::OpenRestricted, Right::ExportLog, Right::UnlockUser,
                                  Right::CheckEntry, Right::BreakLock, Right::RevealNumber}},
            // 個人番号利用事務実施者: the other clerk of the counter is not.
            {"madoguchi1", u"研修　窓口一", residents, Role::Clerk, "clerk",
             clerk + QList<Right>{Right::RevealNumber}},
            {"madoguchi2", u"研修　窓口二", residents, Role::Clerk, "clerk", clerk},
            // 地方税法 第22条: each sees the files of his own section, nobody of 市民課 sees them.
            {"zeimu1",
             u"研修　税務一",
             u"市民税課",
             Role::Clerk,
             "clerk",
             {Right::Search, Right::ViewTax, Right::ExplainTax}},
            {"shuno1",
             u"研修　収納一",
             u"収納課",
             Role::Clerk,
             "clerk",
             {Right::Search, Right::ViewLedger, Right::LateCharge, Right::ViewTax}},
            {"nenkin1",
             u"研修　年金一",
             u"国民年金課",
             Role::Clerk,
             "clerk",
             {Right::Search, Right::ViewPension}}};
}
const QString firstClerk = QStringLiteral("madoguchi1");

/// What one person signs in with. Only ever made for a training register.
struct Credential
{
    QString password;
    QString pin;
};

QString drawn(QStringView alphabet, int count)
{
    QString text;
    for (const char byte : base::crypto::randomBytes(count))
        text += alphabet[static_cast<uchar>(byte) % alphabet.size()];
    return text;
}

Credential newCredential()
{
    // Without signs that are easily taken for one another.
    return {.password = drawn(u"abcdefghijkmnpqrstuvwxyz23456789", 14),
            .pin = drawn(u"0123456789", 6)};
}

Secret secretOf(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return {bytes.begin(), bytes.end()};
}

Result<> writeOwn(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(bytes) == bytes.size() && file.commit();
    if (!written)
        return base::fail(ErrorCode::FileUnreadable, QStringLiteral("a file was not written"));
    return {};
}

/// One city being made, step by step.
class CityPlace final
{
public:
    CityPlace(const QString &folder, base::Clock &clock, std::optional<ServedRegister> served)
        : m_folder(folder)
        , m_clock(clock)
        , m_served(std::move(served))
        , m_stationKey(base::crypto::randomSecret(32))
    {
    }
    [[nodiscard]] Result<democity::Built> make(const democity::CityOrder &order,
                                               const democity::Progress &progress);

private:
    [[nodiscard]] Result<> makeFolders();
    [[nodiscard]] Result<> enrolAtServer();
    [[nodiscard]] Result<> makeCards();
    [[nodiscard]] Result<> makeCard(const auth::TrainingAuthority &authority, const Staff &person,
                                    auth::KeySlots &keySlots);
    [[nodiscard]] Result<> makeJournal();
    [[nodiscard]] Result<> writeSettings();
    [[nodiscard]] Result<> writeCredentials(const democity::Specimens &specimens);
    [[nodiscard]] Result<std::unique_ptr<central::RegisterOwner>> makeRegister() const;
    [[nodiscard]] Result<> admitAll(central::RegisterOwner &target) const;
    [[nodiscard]] Result<democity::Built> fillRegister(const democity::CityOrder &order,
                                                       const democity::Progress &progress);
    [[nodiscard]] central::Station station() const;
    [[nodiscard]] QString at(const QString &name) const { return m_folder.absoluteFilePath(name); }
    [[nodiscard]] base::crypto::KeyPair logKey() const
    {
        return base::crypto::signingKeyPairFrom(
            auth::keyFor(m_stationKey, auth::KeyUse::LogSigning));
    }
    [[nodiscard]] central::User userOf(const Staff &person, const QByteArray &certificate) const;

    QDir m_folder;
    base::Clock &m_clock;
    std::optional<ServedRegister> m_served;
    std::unique_ptr<central::PostgresRegister> m_server;
    Secret m_stationKey;
    QList<central::User> m_users;
    QJsonArray m_credentials;
    struct Bound
    {
        QString user;
        QString serial; ///< hexadecimal
    };
    QList<Bound> m_certificates;
};

Result<> CityPlace::makeFolders()
{
    QStringList folders{QStringLiteral("station"), QStringLiteral("secret"),
                        QStringLiteral("tokens")};
    if (!m_served)
        folders.append(QStringLiteral("register"));
    for (const auto &name : folders) {
        const bool made =
            m_folder.mkpath(name) &&
            QFile::setPermissions(at(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        if (!made)
            return base::fail(ErrorCode::FileUnreadable, QStringLiteral("a folder was not made"));
    }
    return auth::StationSecretFile::create(at(QStringLiteral("secret/station.secret")));
}

central::User CityPlace::userOf(const Staff &person, const QByteArray &certificate) const
{
    const QDate today = m_clock.today();
    central::User user;
    user.id = QString::fromLatin1(person.id);
    user.name = person.name.toString();
    user.section = person.section.toString();
    user.role = person.role;
    for (const Right right : person.rights)
        user.grants.append({.right = right, .from = today, .to = {}});
    user.certificateFingerprint = base::crypto::sha256(certificate);
    user.passwordChangedOn = today;
    user.validFrom = today;
    return user;
}

/// The station key is made of the register's share and the station's secret (design.md 4).
Result<> CityPlace::enrolAtServer()
{
    // What can be known to fail does so before the server is told anything.
    if (const auto fit = auth::TrainingAuthority::read(m_served->authorityFolder, m_clock.now());
        !fit)
        return base::fail(fit);
    auto server =
        central::PostgresRegister::open({.connect = m_served->owner}, democity::municipalityCode());
    if (!server)
        return base::fail(server);
    m_server = std::move(*server);
    // Enrolling the same station again would shut the first one out.
    const auto somebody = m_server->user(firstClerk);
    if (!somebody)
        return base::fail(somebody);
    if (somebody->has_value())
        return base::fail(ErrorCode::PlaceNotEmpty, QStringLiteral("the register has its users"));
    const auto secret = auth::StationSecretFile(at(QStringLiteral("secret/station.secret"))).read();
    if (!secret)
        return base::fail(secret);
    // The share comes with the station; its log key, made from both, is told afterwards.
    if (const auto added = m_server->addStations({station()}); !added)
        return base::fail(added);
    const auto share = m_server->stationShare(stationId);
    if (!share)
        return base::fail(share);
    m_stationKey = auth::stationKeyFrom(*share, *secret, stationId);
    if (const auto told = m_server->setProofKey(stationId, auth::proofKeyFrom(*secret, stationId));
        !told)
        return base::fail(told);
    const bool copied =
        QFile::copy(QDir(m_served->authorityFolder).filePath(QStringLiteral("ca.crt")),
                    at(QStringLiteral("ca.crt")));
    return copied ? Result<>() : base::fail(ErrorCode::FileUnreadable, QStringLiteral("ca.crt"));
}

/// Cards, and with an embedded register each its slot: the station key wrapped for card and
/// password. A register on a server has the first sign-in make it.
Result<> CityPlace::makeCards()
{
    const auto authority =
        m_served ? auth::TrainingAuthority::read(m_served->authorityFolder, m_clock.now())
                 : auth::TrainingAuthority::make(m_clock.now());
    if (!authority)
        return base::fail(authority);
    auth::KeySlots keySlots;
    for (const auto &person : staff()) {
        if (const auto made = makeCard(*authority, person, keySlots); !made)
            return made;
    }
    const auto box =
        base::crypto::boxKeyPairFrom(auth::keyFor(m_stationKey, auth::KeyUse::DoorBox));
    if (const auto written = writeOwn(at(QStringLiteral("station/door.key")), box.open); !written)
        return base::fail(written);
    return keySlots.write(at(QStringLiteral("station/slots")));
}

Result<> CityPlace::makeCard(const auth::TrainingAuthority &authority, const Staff &person,
                             auth::KeySlots &keySlots)
{
    const Credential credential = newCredential();
    const QString id = QString::fromLatin1(person.id);
    const auto card =
        auth::makeTrainingCard(authority, {.folder = at(QStringLiteral("tokens/") + id),
                                           .program = tokenProgram(),
                                           .module = {},
                                           .userId = id,
                                           .displayName = person.name.toString(),
                                           .pin = secretOf(credential.pin),
                                           .soPin = secretOf(drawn(u"0123456789", 12))});
    if (!card)
        return base::fail(card);
    m_users.append(userOf(person, card->signCertificate));
    const auto certificate = auth::readCertificate(card->signCertificate);
    if (!certificate)
        return base::fail(certificate);
    m_certificates.append({.user = id, .serial = certificate->certificateSerial});
    if (!m_served) {
        const auto secret =
            auth::StationSecretFile(at(QStringLiteral("secret/station.secret"))).read();
        if (!secret)
            return base::fail(secret);
        const auto slot =
            auth::makeSlot({.kind = auth::SlotKind::Card,
                            .cost = {},
                            .cards = {{.serial = card->serial,
                                       .fingerprint = m_users.last().certificateFingerprint,
                                       .point = card->derivePoint}},
                            .passwords = {secretOf(credential.password)}},
                           m_stationKey, *secret);
        if (!slot)
            return base::fail(slot);
        keySlots.put(*slot);
    }
    m_credentials.append(QJsonObject{{QStringLiteral("user"), id},
                                     {QStringLiteral("name"), person.name.toString()},
                                     {QStringLiteral("role"), QString::fromLatin1(person.roleName)},
                                     {QStringLiteral("password"), credential.password},
                                     {QStringLiteral("pin"), credential.pin},
                                     {QStringLiteral("serial"), card->serial},
                                     {QStringLiteral("token"), QStringLiteral("tokens/") + id}});
    return {};
}

Result<> CityPlace::makeJournal()
{
    const Secret key = auth::keyFor(m_stationKey, auth::KeyUse::Journal);
    const auto journal = journal::Journal::open({.path = at(QStringLiteral("station/journal.db")),
                                                 .key = &key,
                                                 .station = stationId,
                                                 .logKey = logKey(),
                                                 .mode = storage::Opening::Mode::Create});
    if (!journal)
        return base::fail(journal);
    return {};
}

central::Station CityPlace::station() const
{
    return {.id = stationId,
            .name = stationName,
            .scopes = {QStringLiteral("住民"), QStringLiteral("税"), QStringLiteral("収納"),
                       QStringLiteral("年金")},
            .logKey = logKey().open};
}

Result<std::unique_ptr<central::RegisterOwner>> CityPlace::makeRegister() const
{
    const central::RegisterKeys keys{
        .registerKey = auth::keyFor(m_stationKey, auth::KeyUse::Register),
        .numbersKey = auth::keyFor(m_stationKey, auth::KeyUse::Numbers)};
    auto made = central::EmbeddedRegister::create(
        at(QStringLiteral("register")), keys,
        {.registerId = QUuid::createUuid().toString(QUuid::WithoutBraces),
         .municipality = democity::municipality(),
         .code = democity::municipalityCode(),
         .training = true});
    if (!made)
        return base::fail(made);
    return std::move(*made);
}

/// A server itself asks for the passwords, and for the one certificate of each. Both registers know
/// them again.
Result<> CityPlace::admitAll(central::RegisterOwner &target) const
{
    for (const QJsonValue &each : m_credentials) {
        const QJsonObject credential = each.toObject();
        const auto set =
            target.setPassword(credential.value(QStringLiteral("user")).toString(),
                               secretOf(credential.value(QStringLiteral("password")).toString()),
                               central::PasswordOf::User);
        if (!set)
            return base::fail(set);
    }
    if (!m_server)
        return {};
    for (const Bound &bound : m_certificates) {
        const auto set = m_server->setCertificate(bound.user, bound.serial);
        if (!set)
            return base::fail(set);
    }
    return {};
}

Result<democity::Built> CityPlace::fillRegister(const democity::CityOrder &order,
                                                const democity::Progress &progress)
{
    std::unique_ptr<central::RegisterOwner> embedded;
    if (!m_server) {
        auto made = makeRegister();
        if (!made)
            return base::fail(made);
        embedded = std::move(*made);
    }
    central::RegisterOwner &target = m_server ? *m_server : *embedded;
    if (const auto added = target.addUsers(m_users); !added)
        return base::fail(added);
    if (const auto added = target.addStations({station()}); !added)
        return base::fail(added);
    if (const auto admitted = admitAll(target); !admitted)
        return base::fail(admitted);
    return democity::buildRegister(target, order, progress);
}

Result<> CityPlace::writeSettings()
{
    QStringList environment =
        auth::trainingCardEnvironment(at(QStringLiteral("tokens/") + firstClerk));
    environment.replaceInStrings(m_folder.absolutePath(), QStringLiteral("${here}"));
    QStringList quoted;
    for (const auto &entry : environment)
        quoted.append(u'"' + entry + u'"');
    // The INI format ends a value at a comma or semicolon that is not quoted.
    const QString where = m_served
                              ? QStringLiteral("connect=\"%1\"\nca=ca.crt").arg(m_served->reached)
                              : QStringLiteral("path=register");
    const QString text =
        QStringLiteral("[place]\nmunicipality=%5\ntraining=true\n\n"
                       "[station]\nid=%1\nname=%2\nnumber=001\ndata=station\n"
                       "secret=secret/station.secret\n\n"
                       "[register]\n%6\n\n"
                       "[token]\nmodule=%3\nenvironment=%4\n\n"
                       "[printer]\nnumber=001\n")
            .arg(stationId, stationName, token::softHsmModule(), quoted.join(QStringLiteral(", ")),
                 democity::municipality(), where);
    return writeOwn(at(QStringLiteral("madoguchi.conf")), text.toUtf8());
}

Result<> CityPlace::writeCredentials(const democity::Specimens &specimens)
{
    // Numbers of residents who show something: where the guided tour begins. No names.
    QJsonObject numbers;
    for (const auto &[name, person] : democity::named(specimens))
        numbers.insert(name, QString::number(person.value));
    const QJsonObject all{{QStringLiteral("training"), true},
                          {QStringLiteral("users"), m_credentials},
                          {QStringLiteral("specimens"), numbers}};
    return writeOwn(at(QStringLiteral("credentials.json")), QJsonDocument(all).toJson());
}

Result<democity::Built> CityPlace::make(const democity::CityOrder &order,
                                        const democity::Progress &progress)
{
    if (const auto made = makeFolders(); !made)
        return base::fail(made);
    if (const auto enrolled = m_served ? enrolAtServer() : Result<>(); !enrolled)
        return base::fail(enrolled);
    if (const auto made = makeCards(); !made)
        return base::fail(made);
    if (const auto made = makeJournal(); !made)
        return base::fail(made);
    if (const auto written = writeSettings(); !written)
        return base::fail(written);
    const auto built = fillRegister(order, progress);
    if (!built)
        return built;
    // Last: whoever finds the credentials finds a city that is whole.
    if (const auto written = writeCredentials(built->specimens); !written)
        return base::fail(written);
    return built;
}

} // namespace

Result<democity::Built> makeCityPlace(const QString &folder, const democity::CityOrder &order,
                                      const democity::Progress &progress,
                                      const std::optional<ServedRegister> &served)
{
    const QDir place(folder);
    const bool wasThere = place.exists();
    if (wasThere &&
        !place.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        return base::fail(ErrorCode::PlaceNotEmpty, folder);
    if (const auto possible = democity::CityMaker::open(order); !possible)
        return base::fail(possible);
    if (!QDir().mkpath(folder))
        return base::fail(ErrorCode::FileNotWritten, folder);
    base::SystemClock clock;
    auto built = CityPlace(place.absolutePath(), clock, served).make(order, progress);
    if (!built) {
        // The place was empty: whatever lies there now is ours.
        QDir(folder).removeRecursively();
        if (wasThere)
            QDir().mkpath(folder);
    }
    return built;
}

} // namespace app
