#include "central/postgresregister.h"

#include "base/clock.h"
#include "base/crypto.h"
#include "central/bookings.h"
#include "central/filerows.h"
#include "central/pgpassword.h"
#include "central/policy.h"
#include "central/registerschema.h"
#include "central/serverkey.h"
#include "residents/codec.h"
#include "text/checkdigit.h"

namespace central {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int ownerLimitMs = 15 * 60 * 1000; // making a city, its digest

// What is null travels as NULL: where nothing is meant, it is empty.
QByteArray bytesOf(const base::Secret &secret)
{
    if (secret.empty())
        return QByteArrayLiteral("");
    return {reinterpret_cast<const char *>(secret.data()), qsizetype(secret.size())};
}

QByteArray filled(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArrayLiteral("") : bytes;
}

QString filled(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

/// The server tells serial numbers in decimal digits; they have up to 160 bits.
QString decimalOf(const QString &hexadecimal)
{
    QList<int> digits{0}; // lowest first
    for (const QChar c : hexadecimal) {
        int carry = c.digitValue() >= 0 ? c.digitValue() : c.toLower().unicode() - u'a' + 10;
        for (int &digit : digits) {
            carry += digit * 16;
            digit = carry % 10;
            carry /= 10;
        }
        for (; carry > 0; carry /= 10)
            digits.append(carry % 10);
    }
    QString text;
    for (auto digit = digits.crbegin(); digit != digits.crend(); ++digit)
        text += QChar(u'0' + *digit);
    return text;
}

/// A row of a city that is being made.
struct Staged
{
    Table table = Table::Person;
    Row row;
    int state = 0; ///< 履歴番号 of a Person row
};

Result<QList<Staged>> stagedOf(const CityPart &part)
{
    QList<Staged> all;
    for (const auto &household : part.households)
        all.append({Table::Household, rowOf(household), 0});
    for (const auto &history : part.people) {
        int version = 0;
        for (const auto &state : history) {
            if (state.id.version != ++version || state.id.person != history.first().id.person)
                return base::fail(ErrorCode::RegisterRefused,
                                  QStringLiteral("versions have a gap"));
            const bool current = version == history.size();
            all.append({current ? Table::Person : Table::FormerSnapshot,
                        {.key = {state.id.person.value, current ? 0 : version},
                         .rowVersion = 0,
                         .body = residents::encode(state)},
                        current ? version : 0});
        }
    }
    for (const auto &restriction : part.restrictions)
        all.append({Table::Restriction, rowOf(restriction), 0});
    const auto files = fileRowsOf(part);
    if (!files)
        return base::fail(files);
    for (const auto &file : *files) {
        for (const auto &row : file.rows)
            all.append({file.table, row, 0});
    }
    return all;
}

Result<> allowedInTraining(const std::vector<residents::SensitiveNumbers> &numbers)
{
    for (const auto &entry : numbers) {
        QString digits = QString::fromLatin1(bytesOf(entry.individualNumber));
        const bool allowed = digits.isEmpty() || text::individualNumberAllowedInTraining(digits);
        digits.fill(u'0');
        if (!allowed)
            return base::fail(ErrorCode::RegisterRefused,
                              QStringLiteral("a number that could be somebody's"));
    }
    return {};
}

QList<PgValue> maskedNumbers(const ServerKey &key, const QString &code,
                             const residents::SensitiveNumbers &numbers)
{
    using Number = ServerKey::Number;
    constexpr int nonceBytes = 16;
    ServerKey::NumberPlace place{.number = Number::ResidentCode,
                                 .code = code,
                                 .person = numbers.person,
                                 .nonce = base::crypto::randomBytes(nonceBytes)};
    QList<PgValue> row{code, numbers.person.value, place.nonce};
    row.append(key.masked(numbers.residentCode, place));
    place.number = Number::Individual;
    row.append(key.masked(numbers.individualNumber, place));
    place.number = Number::ResidenceCard;
    row.append(key.masked(numbers.residenceCard, place));
    return row;
}

} // namespace

Result<> PostgresRegister::makeCity(PgConnection &connection, const RegisterIdentity &identity,
                                    const QString &keyFile)
{
    const auto key = ServerKey::read(connection, keyFile);
    if (!key)
        return base::fail(key);
    const auto policy = policyOn(base::SystemClock().today());
    if (!policy)
        return base::fail(policy);
    const auto made =
        connection.run(QStringLiteral("register/owner/city_add"),
                       {identity.code, identity.registerId, filled(identity.municipality),
                        identity.training, key->logKeyPairOf(identity.code).open, keyFile,
                        key->checkOf(identity.code), policy->failuresBeforeLock});
    if (!made)
        return base::fail(made);
    if (made->affected() == 0)
        return base::fail(ErrorCode::PlaceNotEmpty, QStringLiteral("the city is there"));
    return {};
}

PostgresRegister::PostgresRegister(std::unique_ptr<PgConnection> connection,
                                   RegisterIdentity identity)
    : m_connection(std::move(connection))
    , m_identity(std::move(identity))
{
}

PostgresRegister::~PostgresRegister() = default;

Result<std::unique_ptr<PostgresRegister>> PostgresRegister::open(const PgTarget &target,
                                                                 const QString &code)
{
    PgTarget patient = target;
    patient.statementLimitMs = qMax(ownerLimitMs, target.statementLimitMs);
    auto connection = PgConnection::open(patient);
    if (!connection)
        return base::fail(connection);
    if (const auto current = RegisterSchema(**connection).demandCurrent(); !current)
        return base::fail(current);
    const auto city = (*connection)->run(QStringLiteral("register/owner/city"), {code});
    if (!city)
        return base::fail(city);
    if (city->rows() == 0)
        return base::fail(ErrorCode::RegisterUnknown, QStringLiteral("no such city"));
    return std::unique_ptr<PostgresRegister>(
        new PostgresRegister(std::move(*connection), {.registerId = city->text(0, 0),
                                                      .municipality = city->text(0, 1),
                                                      .code = city->text(0, 2),
                                                      .training = city->boolean(0, 3)}));
}

Result<RegisterIdentity> PostgresRegister::identity() const
{
    return m_identity;
}

Result<> PostgresRegister::together(const Work &work)
{
    if (const auto begun = m_connection->begin(); !begun)
        return begun;
    if (const auto done = work(); !done) {
        m_connection->rollback();
        return done;
    }
    return m_connection->commit();
}

Result<> PostgresRegister::run(const QString &statement, const QList<PgValue> &values) const
{
    const auto done = m_connection->run(statement, values);
    return done ? Result<>() : base::fail(done);
}

Result<> PostgresRegister::addUser(const User &user)
{
    if (const auto done =
            run(QStringLiteral("register/owner/user_add"),
                {m_identity.code, user.id, filled(user.name), filled(user.section), int(user.role),
                 filled(user.certificateFingerprint), user.passwordChangedOn, user.validFrom,
                 user.validTo, user.locked, user.failures});
        !done)
        return done;
    for (const auto &grant : user.grants) {
        if (const auto done =
                run(QStringLiteral("register/owner/grant_add"),
                    {m_identity.code, user.id, int(grant.right), grant.from, grant.to});
            !done)
            return done;
    }
    const auto login = m_connection->run(QStringLiteral("register/owner/login_make"), {user.id});
    if (!login)
        return base::fail(login);
    if (login->text(0, 0) != u"ok")
        return base::fail(ErrorCode::RegisterRefused, QStringLiteral("another role has the name"));
    return {};
}

Result<> PostgresRegister::addUsers(const QList<User> &users)
{
    return together([this, &users]() -> Result<> {
        for (const auto &user : users) {
            if (const auto done = addUser(user); !done)
                return done;
        }
        return {};
    });
}

Result<> PostgresRegister::addStations(const QList<Station> &stations)
{
    return together([this, &stations]() -> Result<> {
        for (const auto &station : stations) {
            if (const auto done = run(QStringLiteral("register/owner/station_add"),
                                      {m_identity.code, station.id, filled(station.name),
                                       filled(station.scopes.join(u' ')), filled(station.logKey)});
                !done)
                return done;
        }
        return {};
    });
}

Result<> PostgresRegister::add(const CityPart &part)
{
    const auto at = position();
    if (!at)
        return base::fail(at);
    if (at->number > 0)
        return base::fail(ErrorCode::RegisterRefused, QStringLiteral("the register is running"));
    const auto staged = stagedOf(part);
    if (!staged)
        return base::fail(staged);
    return together([this, &staged, &part]() -> Result<> {
        if (const auto made = run(QStringLiteral("register/owner/stage_make"), {}); !made)
            return made;
        qint64 place = 0;
        auto entry = staged->cbegin();
        const auto copied = m_connection->copyIn(
            QStringLiteral("register/owner/stage_copy"), [&]() -> std::optional<QList<PgValue>> {
                if (entry == staged->cend())
                    return std::nullopt;
                const Staged &one = *entry++;
                return QList<PgValue>{++place,        int(one.table),
                                      one.row.key.id, one.row.key.version,
                                      one.state,      one.row.body};
            });
        if (!copied)
            return base::fail(copied);
        if (const auto taken = run(QStringLiteral("register/owner/stage_take"), {m_identity.code});
            !taken)
            return taken;
        return noteBookings(part.ledger);
    });
}

Result<> PostgresRegister::noteBookings(const QList<tax::LedgerRow> &rows)
{
    const QDate newest = newestBooking(rows);
    if (!newest.isValid())
        return {};
    return run(QStringLiteral("register/owner/booking_put"), {m_identity.code, newest});
}

Result<> PostgresRegister::addNumbers(const std::vector<residents::SensitiveNumbers> &numbers)
{
    if (m_identity.training) {
        if (const auto allowed = allowedInTraining(numbers); !allowed)
            return allowed;
    }
    const auto key = ServerKey::ofCity(*m_connection, m_identity.code);
    if (!key)
        return base::fail(key);
    return together([this, &numbers, &key]() -> Result<> {
        auto entry = numbers.cbegin();
        const auto copied =
            m_connection->copyIn(QStringLiteral("register/owner/numbers_copy"),
                                 [this, &entry, &numbers, &key]() -> std::optional<QList<PgValue>> {
                                     if (entry == numbers.cend())
                                         return std::nullopt;
                                     return maskedNumbers(*key, m_identity.code, *entry++);
                                 });
        return copied ? Result<>() : base::fail(copied);
    });
}

Result<> PostgresRegister::finish()
{
    return run(QStringLiteral("register/owner/vacuum"), {});
}

Result<Position> PostgresRegister::position() const
{
    const auto end =
        m_connection->run(QStringLiteral("register/owner/feed_end"), {m_identity.code});
    if (!end)
        return base::fail(end);
    return Position{.number = end->integer(0, 0), .hash = end->bytes(0, 1)};
}

Result<> PostgresRegister::change(Table table, const Row &row, int state)
{
    return run(QStringLiteral("register/owner/change"),
               {m_identity.code, int(table), row.key.id, row.key.version, state, row.body});
}

Result<> PostgresRegister::changePerson(const residents::Snapshot &state)
{
    const qint64 id = state.id.person.value;
    const auto current =
        m_connection->run(QStringLiteral("register/owner/person_current"), {m_identity.code, id});
    if (!current)
        return base::fail(current);
    const int version = current->rows() == 0 ? 0 : int(current->integer(0, 0));
    if (state.id.version != version + 1)
        return base::fail(ErrorCode::RegisterRefused, QStringLiteral("not the next version"));
    if (version > 0) {
        const Row former{.key = {id, version}, .rowVersion = 0, .body = current->bytes(0, 1)};
        if (const auto done = change(Table::FormerSnapshot, former, 0); !done)
            return done;
    }
    const Row row{.key = {id, 0}, .rowVersion = 0, .body = residents::encode(state)};
    return change(Table::Person, row, state.id.version);
}

Result<Position> PostgresRegister::applyChanges(const CityPart &changes)
{
    const auto files = fileRowsOf(changes);
    if (!files)
        return base::fail(files);
    Result<Position> end;
    const auto done = together([this, &changes, &files, &end]() -> Result<> {
        for (const auto &household : changes.households) {
            if (const auto fed = change(Table::Household, rowOf(household), 0); !fed)
                return fed;
        }
        for (const auto &history : changes.people) {
            for (const auto &state : history) {
                if (const auto fed = changePerson(state); !fed)
                    return fed;
            }
        }
        for (const auto &restriction : changes.restrictions) {
            if (const auto fed = change(Table::Restriction, rowOf(restriction), 0); !fed)
                return fed;
        }
        for (const auto &file : *files) {
            for (const auto &row : file.rows) {
                if (const auto fed = change(file.table, row, 0); !fed)
                    return fed;
            }
        }
        if (const auto noted = noteBookings(changes.ledger); !noted)
            return noted;
        if (const auto numbered = run(QStringLiteral("register/owner/number_now"), {}); !numbered)
            return numbered;
        end = position();
        return end ? Result<>() : base::fail(end);
    });
    if (!done)
        return base::fail(done);
    return end;
}

Result<std::optional<User>> PostgresRegister::user(const QString &userId) const
{
    const auto found =
        m_connection->run(QStringLiteral("register/owner/user"), {m_identity.code, userId});
    if (!found)
        return base::fail(found);
    if (found->rows() == 0)
        return std::optional<User>();
    const auto rights =
        m_connection->run(QStringLiteral("register/owner/grants_of"), {m_identity.code, userId});
    if (!rights)
        return base::fail(rights);
    User user{.id = found->text(0, 0),
              .name = found->text(0, 1),
              .section = found->text(0, 2),
              .role = Role(found->integer(0, 3)),
              .grants = {},
              .certificateFingerprint = found->bytes(0, 4),
              .passwordChangedOn = found->date(0, 5),
              .validFrom = found->date(0, 6),
              .validTo = found->date(0, 7),
              .locked = found->boolean(0, 8),
              .failures = int(found->integer(0, 9))};
    for (int row = 0; row < rights->rows(); ++row)
        user.grants.append({.right = Right(rights->integer(row, 0)),
                            .from = rights->date(row, 1),
                            .to = rights->date(row, 2)});
    return user;
}

Result<OffersApplied> PostgresRegister::applyOffers()
{
    const auto done =
        m_connection->run(QStringLiteral("register/owner/offers_apply"), {m_identity.code});
    if (!done)
        return base::fail(done);
    return OffersApplied{.applied = int(done->integer(0, 0)),
                         .known = int(done->integer(0, 1)),
                         .left = int(done->integer(0, 2)),
                         .waiting = int(done->integer(0, 3))};
}

Result<> PostgresRegister::noteBackup(qint64 feedNumber)
{
    const auto noted = m_connection->run(QStringLiteral("register/owner/backup_note"),
                                         {m_identity.code, feedNumber});
    if (!noted)
        return base::fail(noted);
    if (noted->affected() != 1)
        return base::fail(ErrorCode::RegisterRefused, QStringLiteral("the feed is not there yet"));
    return {};
}

Result<QList<OutboundNotice>> PostgresRegister::outbound() const
{
    const auto found =
        m_connection->run(QStringLiteral("register/owner/outbound"), {m_identity.code});
    if (!found)
        return base::fail(found);
    QList<OutboundNotice> notices;
    for (int row = 0; row < found->rows(); ++row)
        notices.append({.kind = NoticeKind(found->integer(row, 0)),
                        .number = found->integer(row, 1),
                        .entry = found->integer(row, 2),
                        .person = {found->integer(row, 3)},
                        .version = int(found->integer(row, 4)),
                        .state = NoticeState(found->integer(row, 5))});
    return notices;
}

Result<> PostgresRegister::setPassword(const QString &userId, const base::Secret &password,
                                       PasswordOf of)
{
    const auto verifier = passwordVerifier(password);
    if (!verifier)
        return base::fail(verifier);
    const auto set =
        m_connection->run(QStringLiteral("register/owner/password_set"),
                          {m_identity.code, userId, *verifier, of == PasswordOf::Register});
    if (!set)
        return base::fail(set);
    if (set->text(0, 0) == u"UserUnknown")
        return base::fail(ErrorCode::UserUnknown);
    if (set->text(0, 0) != u"ok")
        return base::fail(ErrorCode::RegisterDamaged, QStringLiteral("the server's key"));
    return {};
}

Result<> PostgresRegister::setCertificate(const QString &userId, const QString &serial)
{
    const auto set = m_connection->run(
        QStringLiteral("register/owner/certificate_set"),
        {m_identity.code, userId, serial.isEmpty() ? QString() : decimalOf(serial)});
    if (!set)
        return base::fail(set);
    return set->affected() == 1 ? Result<>() : base::fail(ErrorCode::UserUnknown);
}

Result<> PostgresRegister::setProofKey(const QString &stationId, const base::Secret &key)
{
    const auto set = m_connection->run(QStringLiteral("register/owner/proof_set"),
                                       {m_identity.code, stationId, bytesOf(key)});
    if (!set)
        return base::fail(set);
    if (set->affected() != 1)
        return base::fail(ErrorCode::RegisterUnknown, QStringLiteral("no such station"));
    return {};
}

Result<base::Secret> PostgresRegister::stationShare(const QString &stationId) const
{
    const auto found =
        m_connection->run(QStringLiteral("register/owner/share_of"), {m_identity.code, stationId});
    if (!found)
        return base::fail(found);
    if (found->rows() != 1)
        return base::fail(ErrorCode::RegisterUnknown, QStringLiteral("no such station"));
    auto share = found->takeSecret(0, 0);
    if (share.size() != base::crypto::keyBytes)
        return base::fail(ErrorCode::RegisterDamaged, QStringLiteral("the server's key"));
    return share;
}

} // namespace central
