#include "central/embeddedregister.h"

#include "base/clock.h"
#include "base/crypto.h"
#include "central/bookings.h"
#include "central/embeddedpasswords.h"
#include "central/filerows.h"
#include "central/moverows.h"
#include "central/offeredagain.h"
#include "central/policy.h"
#include "central/registerfiles.h"
#include "central/replicatables.h"
#include "central/useraccounts.h"
#include "residents/codec.h"
#include "storage/eachrow.h"
#include "text/checkdigit.h"

#include <QDir>
#include <QFile>

namespace central {

using base::ErrorCode;
using base::Result;
using storage::Opening;
using namespace Qt::StringLiterals;

namespace {

QString registerPath(const QString &folder)
{
    return folder + "/register.db"_L1;
}

QString numbersPath(const QString &folder)
{
    return folder + "/numbers.db"_L1;
}

Result<std::unique_ptr<storage::Database>> openFile(const QString &path, const QString &kind,
                                                    const base::Secret &key, Opening::Mode mode)
{
    Opening opening;
    opening.path = path;
    opening.key = &key;
    opening.mode = mode;
    opening.kind = kind;
    return storage::Database::open(opening);
}

QByteArray bytesOf(const base::Secret &secret)
{
    return {reinterpret_cast<const char *>(secret.data()), qsizetype(secret.size())};
}

Result<> writeIdentity(storage::Database &database, const RegisterIdentity &identity)
{
    const auto pair = base::crypto::boxKeyPair();
    auto statement = database.statement(QStringLiteral("central/identity_add"));
    if (!statement)
        return base::fail(statement);
    QByteArray secret = bytesOf(pair.secret);
    statement->bind("register_id"_L1, identity.registerId);
    statement->bind("municipality"_L1, identity.municipality);
    statement->bind("code"_L1, identity.code);
    statement->bind("log_key_secret"_L1, secret);
    statement->bind("log_key_open"_L1, pair.open);
    statement->bind("made_at"_L1, QDateTime::currentMSecsSinceEpoch());
    const auto done = statement->exec();
    secret.fill('\0');
    return done;
}

} // namespace

Result<std::unique_ptr<storage::Database>> openRegister(const QString &folder,
                                                        const base::Secret &key, Opening::Mode mode)
{
    auto database = openFile(registerPath(folder), QStringLiteral("central"), key, mode);
    if (database && mode != Opening::Mode::ReadOnly) {
        if (const auto placed = placePersons(**database); !placed)
            return base::fail(placed);
    }
    return database;
}

Result<std::unique_ptr<storage::Database>> openNumbers(const QString &folder,
                                                       const base::Secret &key, Opening::Mode mode)
{
    return openFile(numbersPath(folder), QStringLiteral("numbers"), key, mode);
}

Result<Identity> readIdentity(storage::Database &database)
{
    auto statement = database.statement(QStringLiteral("central/identity"));
    if (!statement)
        return base::fail(statement);
    Identity found;
    const auto read = storage::eachRow(*statement, [&found](const auto &row) {
        found = {.identity = {.registerId = row.text(0),
                              .municipality = row.text(1),
                              .code = row.text(2),
                              .training = row.integer(3) != 0},
                 .logKey = row.bytes(4)};
    });
    if (!read)
        return base::fail(read);
    if (found.identity.registerId.isEmpty())
        return base::fail(ErrorCode::RegisterDamaged, QStringLiteral("no identity"));
    return found;
}

struct EmbeddedRegister::Files
{
    std::unique_ptr<storage::Database> main;
    std::unique_ptr<storage::Database> numbers;
    RegisterIdentity identity;

    [[nodiscard]] Result<> addPerson(const QList<residents::Snapshot> &history);
};

EmbeddedRegister::EmbeddedRegister(std::unique_ptr<Files> files)
    : m_files(std::move(files))
{
}

EmbeddedRegister::~EmbeddedRegister() = default;

Result<std::unique_ptr<EmbeddedRegister>>
EmbeddedRegister::create(const QString &folder, const RegisterKeys &keys, RegisterIdentity identity)
{
    if (QFile::exists(registerPath(folder)) || QFile::exists(numbersPath(folder)))
        return base::fail(ErrorCode::PlaceNotEmpty, QStringLiteral("a register is there"));
    if (!QDir().mkpath(folder))
        return base::fail(ErrorCode::FileUnreadable, QStringLiteral("the folder cannot be made"));
    identity.training = true;
    auto files = std::make_unique<Files>();
    auto main = openRegister(folder, keys.registerKey, Opening::Mode::Create);
    if (!main)
        return base::fail(main);
    auto numbers = openNumbers(folder, keys.numbersKey, Opening::Mode::Create);
    if (!numbers)
        return base::fail(numbers);
    if (const auto written = writeIdentity(**main, identity); !written)
        return base::fail(written);
    files->main = std::move(*main);
    files->numbers = std::move(*numbers);
    files->identity = std::move(identity);
    return std::unique_ptr<EmbeddedRegister>(new EmbeddedRegister(std::move(files)));
}

Result<std::unique_ptr<EmbeddedRegister>> EmbeddedRegister::open(const QString &folder,
                                                                 const RegisterKeys &keys)
{
    auto files = std::make_unique<Files>();
    auto main = openRegister(folder, keys.registerKey, Opening::Mode::ReadWrite);
    if (!main)
        return base::fail(main);
    auto numbers = openNumbers(folder, keys.numbersKey, Opening::Mode::ReadWrite);
    if (!numbers)
        return base::fail(numbers);
    const auto identity = readIdentity(**main);
    if (!identity)
        return base::fail(identity);
    files->main = std::move(*main);
    files->numbers = std::move(*numbers);
    files->identity = identity->identity;
    return std::unique_ptr<EmbeddedRegister>(new EmbeddedRegister(std::move(files)));
}

Result<RegisterIdentity> EmbeddedRegister::identity() const
{
    return m_files->identity;
}

Result<> EmbeddedRegister::addUsers(const QList<User> &users)
{
    auto transaction = storage::Transaction::begin(*m_files->main);
    if (!transaction)
        return base::fail(transaction);
    for (const auto &user : users) {
        if (const auto done = UserAccounts(*m_files->main).add(user); !done)
            return base::fail(done);
    }
    return transaction->commit();
}

Result<> EmbeddedRegister::setPassword(const QString &userId, const base::Secret &password,
                                       PasswordOf of)
{
    const QDate today = base::SystemClock().today();
    const auto policy = policyOn(today);
    if (!policy)
        return base::fail(policy);
    auto transaction = storage::Transaction::begin(*m_files->main);
    if (!transaction)
        return base::fail(transaction);
    const auto there = UserAccounts(*m_files->main).user(userId);
    if (!there)
        return base::fail(there);
    if (!*there)
        return base::fail(ErrorCode::UserUnknown);
    const auto set = EmbeddedPasswords(*m_files->main, *policy, today)
                         .set(userId, password, of == PasswordOf::Register);
    return set ? transaction->commit() : set;
}

Result<> EmbeddedRegister::addStations(const QList<Station> &stations)
{
    auto transaction = storage::Transaction::begin(*m_files->main);
    if (!transaction)
        return base::fail(transaction);
    for (const auto &station : stations) {
        if (const auto done = UserAccounts(*m_files->main).add(station); !done)
            return base::fail(done);
    }
    return transaction->commit();
}

Result<> EmbeddedRegister::Files::addPerson(const QList<residents::Snapshot> &history)
{
    ReplicaTables tables(*main);
    int version = 0;
    for (const auto &state : history) {
        if (state.id.version != ++version || state.id.person != history.first().id.person)
            return base::fail(ErrorCode::RegisterRefused, QStringLiteral("versions have a gap"));
        const bool current = version == history.size();
        const auto table = current ? Table::Person : Table::FormerSnapshot;
        const Row row{.key = {state.id.person.value, current ? 0 : version},
                      .rowVersion = 0,
                      .body = residents::encode(state)};
        if (const auto done = tables.put(table, row, version); !done)
            return base::fail(done);
    }
    return {};
}

Result<> EmbeddedRegister::add(const CityPart &part)
{
    ReplicaTables tables(*m_files->main);
    const auto at = tables.position(m_files->identity.registerId);
    if (!at)
        return base::fail(at);
    if (at->number > 0)
        return base::fail(ErrorCode::RegisterRefused, QStringLiteral("the register is running"));
    auto transaction = storage::Transaction::begin(*m_files->main);
    if (!transaction)
        return base::fail(transaction);
    for (const auto &household : part.households) {
        if (const auto done = tables.put(Table::Household, rowOf(household), 0); !done)
            return base::fail(done);
    }
    for (const auto &history : part.people) {
        if (const auto done = m_files->addPerson(history); !done)
            return base::fail(done);
    }
    for (const auto &restriction : part.restrictions) {
        if (const auto done = tables.put(Table::Restriction, rowOf(restriction), 0); !done)
            return base::fail(done);
    }
    const auto files = fileRowsOf(part);
    if (!files)
        return base::fail(files);
    for (const auto &file : *files) {
        if (const auto done = tables.put(file.table, file.rows); !done)
            return base::fail(done);
    }
    if (const auto done = Bookings(*m_files->main).note(part.ledger); !done)
        return base::fail(done);
    return transaction->commit();
}

Result<> EmbeddedRegister::addNumbers(const std::vector<residents::SensitiveNumbers> &numbers)
{
    auto transaction = storage::Transaction::begin(*m_files->numbers);
    if (!transaction)
        return base::fail(transaction);
    auto statement = m_files->numbers->statement(QStringLiteral("numbers/number_add"));
    if (!statement)
        return base::fail(statement);
    for (const auto &entry : numbers) {
        QString digits = QString::fromLatin1(bytesOf(entry.individualNumber));
        const bool allowed = digits.isEmpty() || text::individualNumberAllowedInTraining(digits);
        digits.fill(u'0');
        if (!allowed)
            return base::fail(ErrorCode::RegisterRefused,
                              QStringLiteral("a number that could be somebody's"));
        statement->bind("person_id"_L1, entry.person.value);
        statement->bind("resident_code"_L1, bytesOf(entry.residentCode));
        statement->bind("individual_number"_L1, bytesOf(entry.individualNumber));
        statement->bind("residence_card"_L1, bytesOf(entry.residenceCard));
        if (const auto done = statement->exec(); !done)
            return base::fail(done);
    }
    return transaction->commit();
}

Result<> EmbeddedRegister::finish()
{
    if (const auto done = m_files->numbers->checkpoint(); !done)
        return base::fail(done);
    return m_files->main->checkpoint();
}

Result<Position> EmbeddedRegister::applyChanges(const CityPart &changes)
{
    auto transaction = storage::Transaction::begin(*m_files->main);
    if (!transaction)
        return base::fail(transaction);
    ReplicaTables tables(*m_files->main);
    auto at = tables.position(m_files->identity.registerId);
    if (!at)
        return at;
    const auto change = [&tables, &at](Table table, Row row) -> Result<> {
        if (const auto done = tables.feed(*at, table, row); !done)
            return base::fail(done);
        return tables.put(table, row, row.key.version);
    };
    for (const auto &household : changes.households) {
        if (const auto done = change(Table::Household, rowOf(household)); !done)
            return base::fail(done);
    }
    for (const auto &history : changes.people) {
        for (const auto &state : history) {
            if (const auto done = tables.changePerson(*at, state); !done)
                return base::fail(done);
        }
    }
    for (const auto &restriction : changes.restrictions) {
        if (const auto done = change(Table::Restriction, rowOf(restriction)); !done)
            return base::fail(done);
    }
    const auto files = fileRowsOf(changes);
    if (!files)
        return base::fail(files);
    for (const auto &file : *files) {
        for (const auto &row : file.rows) {
            if (const auto done = change(file.table, row); !done)
                return base::fail(done);
        }
    }
    if (const auto done = Bookings(*m_files->main).note(changes.ledger); !done)
        return base::fail(done);
    if (const auto done = transaction->commit(); !done)
        return base::fail(done);
    return at;
}

Result<std::optional<User>> EmbeddedRegister::user(const QString &userId) const
{
    return UserAccounts(*m_files->main).user(userId);
}

Result<OffersApplied> EmbeddedRegister::applyOffers()
{
    return OfferedAgain(*m_files->main).applyAll(m_files->identity.registerId);
}

Result<> EmbeddedRegister::noteBackup(qint64 feedNumber)
{
    const auto end = ReplicaTables(*m_files->main).position(m_files->identity.registerId);
    if (!end)
        return base::fail(end);
    if (feedNumber < 0 || feedNumber > end->number)
        return base::fail(ErrorCode::RegisterRefused, QStringLiteral("beyond the feed"));
    return OfferedAgain(*m_files->main).noteBackup(feedNumber);
}

Result<QList<OutboundNotice>> EmbeddedRegister::outbound() const
{
    auto statement = m_files->main->statement(QStringLiteral("central/outbound_all"));
    if (!statement)
        return base::fail(statement);
    QList<OutboundNotice> notices;
    const auto read = storage::eachRow(*statement, [&notices](const auto &row) {
        notices.append({.kind = NoticeKind(row.integer(0)),
                        .number = row.integer(1),
                        .entry = row.integer(2),
                        .person = {row.integer(3)},
                        .version = int(row.integer(4)),
                        .state = NoticeState(row.integer(5))});
    });
    if (!read)
        return base::fail(read);
    return notices;
}

} // namespace central
