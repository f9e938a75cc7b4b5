#include "models/journal/trialjournal.h"

#include <QDir>
#include <QProcess>
#include <QSqlDriver>
#include <QSqlQuery>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using base::ErrorCode;
using journal::Item;
using journal::ItemState;
using journal::Journal;

namespace {

const QString fileMode = QStringLiteral("--file");
constexpr qint64 day = 86'400'000;
constexpr qint64 start = 1'763'690'400'000;

const QList<ItemState> allStates = {
    ItemState::Draft,      ItemState::Filed,     ItemState::Provisional,
    ItemState::Registered, ItemState::Conflict,  ItemState::Refused,
    ItemState::SentBack,   ItemState::Withdrawn, ItemState::Discarded};

Item anItem(const QString &uuid, ItemState state = ItemState::Filed)
{
    return {.uuid = uuid,
            .user = QStringLiteral("clerk1"),
            .person = 1234567,
            .kind = 1,
            .proposal = QByteArray("\xa1\x01\x02", 3),
            .before = QByteArray("before"),
            .state = state,
            .madeAtMs = start,
            .filedAtMs = state == ItemState::Filed ? start + 5 : 0,
            .changedAtMs = start + 5};
}

/// Brings a new item to a state on a way that is allowed.
Item broughtTo(journal::Outbox &outbox, const QString &uuid, ItemState state)
{
    Item item = anItem(uuid, ItemState::Draft);
    const auto step = [&](ItemState next) {
        item.state = next;
        if (next == ItemState::Filed)
            item.filedAtMs = start + 5;
        if (next == ItemState::Provisional || next == ItemState::Registered)
            item.feedNumber = 7;
        QVERIFY(outbox.put(item));
    };
    step(ItemState::Draft);
    if (state == ItemState::Draft)
        return item;
    if (state == ItemState::Discarded) {
        step(ItemState::Discarded);
        return item;
    }
    step(ItemState::Filed);
    if (state == ItemState::SentBack)
        step(ItemState::Provisional);
    if (state != ItemState::Filed)
        step(state);
    return item;
}

QStringList uuidsOf(const base::Result<QList<Item>> &items)
{
    QStringList uuids;
    for (const Item &item : items.value_or(QList<Item>()))
        uuids.append(item.uuid);
    return uuids;
}

bool runs(storage::Database &database, const QString &sql)
{
    QSqlQuery query(database.driver()->createResult());
    return query.exec(sql);
}

/// Files one item after the other until it is killed; says each uuid once it is on disk.
int fileForEver(const QString &path, const QByteArray &keyDigits, const QString &turn)
{
    const QByteArray bytes = QByteArray::fromHex(keyDigits);
    const base::Secret key(bytes.begin(), bytes.end());
    auto opened = Journal::open({.path = path,
                                 .key = &key,
                                 .station = QStringLiteral("本庁1"),
                                 .logKey = base::crypto::signingKeyPairFrom(base::Secret(32, 7)),
                                 .mode = storage::Opening::Mode::Create});
    if (!opened)
        return 3;
    for (int number = 0;; ++number) {
        const QString uuid = QStringLiteral("%1-%2").arg(turn).arg(number);
        if (!(*opened)->file(aRow(uuid), anItem(uuid)))
            return 4;
        const QByteArray line = uuid.toLatin1() + '\n';
        if (write(STDOUT_FILENO, line.constData(), static_cast<size_t>(line.size())) < 0)
            return 0;
    }
}

} // namespace

class TestOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_trial = std::make_unique<TrialJournal>(); }
    void everyFieldComesBack();
    void onlyAllowedChanges_data();
    void onlyAllowedChanges();
    void theFileRefusesTheRest_data();
    void theFileRefusesTheRest();
    void filedStaysAsItWasFiled();
    void whatWasSentIsNotWithdrawn();
    void anOlderReadingIsNotWritten();
    void inTheOrderOfFiling();
    void acknowledgedAfterANumber();
    void onlySettledIsForgotten();
    void rowAndItemGoTogether();
    void killedBetween();
    void fullDiskFilesNothing();
    void anOlderJournalKeepsAllItsRows();
    void marksOfTheFeed();

private:
    std::unique_ptr<TrialJournal> m_trial;
};

void TestOutbox::everyFieldComesBack()
{
    auto journal = m_trial->open();
    Item item = anItem(QStringLiteral("a"));
    item.household = 42;
    item.reason = QStringLiteral("EntryPending");
    item.answer = QStringLiteral("理由を\n確認");
    item.tries = 3;
    item.theirs = QByteArray("\x00\xff", 2);
    QVERIFY(journal->outbox().put(item));
    journal.reset();
    journal = m_trial->open();
    QCOMPARE(journal->outbox().item(QStringLiteral("a"))->value_or(Item{}), item);
    item.state = ItemState::Provisional;
    item.feedNumber = 12;
    item.acknowledgedAtMs = start + 77;
    item.entry = 9;
    QVERIFY(journal->outbox().put(item));
    QCOMPARE(journal->outbox().item(QStringLiteral("a"))->value_or(Item{}), item);
    const auto none = journal->outbox().item(QStringLiteral("b"));
    QVERIFY(none.has_value() && !none->has_value());
}

// As outbox.h says.
void TestOutbox::onlyAllowedChanges_data()
{
    using S = ItemState;
    static const QList<QPair<S, QList<S>>> allowed = {
        {S::Draft, {S::Draft, S::Filed, S::Discarded}},
        {S::Filed,
         {S::Filed, S::Provisional, S::Registered, S::Conflict, S::Refused, S::Withdrawn}},
        {S::Provisional, {S::Provisional, S::Registered, S::SentBack, S::Withdrawn, S::Filed}},
        {S::Registered, {S::Filed, S::Provisional}},
        {S::Conflict, {S::Conflict, S::Discarded}},
        {S::Refused, {S::Refused, S::Filed, S::Draft, S::Withdrawn}},
        {S::SentBack, {S::SentBack, S::Discarded}},
        {S::Withdrawn, {}},
        {S::Discarded, {}}};
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::addColumn<bool>("fine");
    for (const auto &[before, following] : allowed) {
        for (const S after : allStates)
            QTest::addRow("%d to %d", int(before), int(after))
                << int(before) << int(after) << following.contains(after);
    }
}

void TestOutbox::onlyAllowedChanges()
{
    QFETCH(int, before);
    QFETCH(int, after);
    QFETCH(bool, fine);
    auto journal = m_trial->open();
    Item item = broughtTo(journal->outbox(), QStringLiteral("a"), ItemState(before));
    (void)broughtTo(journal->outbox(), QStringLiteral("b"), ItemState(before));
    const Item was = item;
    item.state = ItemState(after);
    item.changedAtMs += 1;
    if (item.feedNumber == 0 &&
        (item.state == ItemState::Provisional || item.state == ItemState::Registered))
        item.feedNumber = 8;
    QCOMPARE(mayBecome(was, item.state), fine);
    const auto put = journal->outbox().put(item);
    QCOMPARE(put.has_value(), fine);
    if (!put)
        QCOMPARE(put.error().code, ErrorCode::Unexpected);
    QCOMPARE(journal->outbox().item(item.uuid)->value_or(Item{}), fine ? item : was);
    journal.reset();
    // And the file by itself, whoever writes to it.
    auto database = m_trial->database();
    const QString change = QStringLiteral("UPDATE outbox SET state = %1, feed_number = 7, "
                                          "filing = CASE WHEN %1 = 1 THEN 0 WHEN %1 = 9 THEN "
                                          "filing ELSE max(filing, 1) END WHERE uuid = 'b'");
    QCOMPARE(runs(*database, change.arg(after)), fine);
}

void TestOutbox::theFileRefusesTheRest_data()
{
    QTest::addColumn<QString>("sql");
    const auto add = [](const char *name, const char *sql) {
        QTest::newRow(name) << QString::fromLatin1(sql);
    };
    add("conflict sent again", "UPDATE outbox SET state = 2 WHERE uuid = '5'");
    add("refused taken for registered",
        "UPDATE outbox SET state = 4, feed_number = 1 WHERE uuid = '6'");
    add("draft registered", "UPDATE outbox SET state = 4, feed_number = 1, filing = 9 "
                            "WHERE uuid = '1'");
    add("withdrawn filed", "UPDATE outbox SET state = 2 WHERE uuid = '8'");
    add("withdrawn changed", "UPDATE outbox SET reason = 'x' WHERE uuid = '8'");
    add("withdrawn answered", "UPDATE outbox SET answer = 'x' WHERE uuid = '8'");
    // It never was in the register (Outbox::noteLost).
    add("unsent lost", "UPDATE outbox SET reason = 'RegisterUnknown' WHERE uuid = '8'");
    add("registered lost as it is",
        "UPDATE outbox SET reason = 'RegisterUnknown' WHERE uuid = '4'");
    add("sent withdrawn", "UPDATE outbox SET tries = 1 WHERE uuid = '2';");
    add("registered without a number", "UPDATE outbox SET state = 4 WHERE uuid = '2'");
    add("other words", "UPDATE outbox SET proposal = x'00' WHERE uuid = '2'");
    add("other author", "UPDATE outbox SET user_id = 'clerk2' WHERE uuid = '1'");
    add("other time", "UPDATE outbox SET filed_at_ms = 1 WHERE uuid = '2'");
    add("other order", "UPDATE outbox SET filing = 99 WHERE uuid = '2'");
    add("deleted draft", "DELETE FROM outbox WHERE uuid = '1'");
    add("deleted filed", "DELETE FROM outbox WHERE uuid = '2'");
    add("deleted refused", "DELETE FROM outbox WHERE uuid = '6'");
    add("replaced", "REPLACE INTO outbox SELECT * FROM outbox WHERE uuid = '2'");
    add("begins registered",
        "INSERT INTO outbox SELECT 'z', user_id, person_id, household_id, kind, proposal, before, "
        "4, reason, answer, made_at_ms, filed_at_ms, changed_at_ms, tries, 7, 8, entry, theirs, 50 "
        "FROM outbox WHERE uuid = '2'");
}

void TestOutbox::theFileRefusesTheRest()
{
    QFETCH(QString, sql);
    auto journal = m_trial->open();
    for (const ItemState state : allStates)
        (void)broughtTo(journal->outbox(), QString::number(int(state)), state);
    const auto before = journal->outbox().items(allStates);
    journal.reset();
    auto database = m_trial->database();
    if (sql.endsWith(u';')) {
        QVERIFY(runs(*database, sql.chopped(1)));
        QVERIFY(!runs(*database, QStringLiteral("UPDATE outbox SET state = 8 WHERE uuid = '2'")));
        return;
    }
    QVERIFY(!runs(*database, sql));
    database.reset();
    journal = m_trial->open();
    QCOMPARE(*journal->outbox().items(allStates), *before);
}

void TestOutbox::filedStaysAsItWasFiled()
{
    auto journal = m_trial->open();
    auto &outbox = journal->outbox();
    Item item = broughtTo(outbox, QStringLiteral("a"), ItemState::Filed);
    Item other = item;
    other.proposal = "other";
    QCOMPARE(outbox.put(other).error().code, ErrorCode::StatementFailed);
    other = item;
    other.user = QStringLiteral("clerk2");
    QCOMPARE(outbox.put(other).error().code, ErrorCode::StatementFailed);
    QCOMPARE(outbox.item(item.uuid)->value_or(Item{}), item);
    // Refused, it becomes a draft and may have other words.
    item.state = ItemState::Refused;
    item.reason = QStringLiteral("EntryPending");
    QVERIFY(outbox.put(item));
    item.state = ItemState::Draft;
    item.proposal = "other";
    item.filedAtMs = 0;
    QVERIFY(outbox.put(item));
    QCOMPARE(outbox.item(item.uuid)->value_or(Item{}), item);
}

void TestOutbox::whatWasSentIsNotWithdrawn()
{
    auto journal = m_trial->open();
    auto &outbox = journal->outbox();
    Item item = broughtTo(outbox, QStringLiteral("a"), ItemState::Filed);
    item.tries = 1;
    QVERIFY(outbox.put(item));
    item.state = ItemState::Withdrawn;
    QCOMPARE(outbox.put(item).error().code, ErrorCode::Unexpected);
}

// Read before the sender wrote, written after: the 仮登録 at the register would be forgotten.
void TestOutbox::anOlderReadingIsNotWritten()
{
    auto journal = m_trial->open();
    auto &outbox = journal->outbox();
    Item old = broughtTo(outbox, QStringLiteral("a"), ItemState::Filed);
    Item sent = old;
    sent.tries = 1;
    sent.state = ItemState::Provisional;
    sent.feedNumber = 7;
    sent.entry = 3;
    QVERIFY(outbox.put(sent));
    old.state = ItemState::Withdrawn;
    QCOMPARE(outbox.put(old).error().code, ErrorCode::Unexpected);
    QCOMPARE(outbox.item(old.uuid)->value_or(Item{}), sent);
}

void TestOutbox::inTheOrderOfFiling()
{
    auto journal = m_trial->open();
    auto &outbox = journal->outbox();
    Item early = anItem(QStringLiteral("z"), ItemState::Draft);
    QVERIFY(outbox.put(early));
    Item draft = anItem(QStringLiteral("c"), ItemState::Draft);
    draft.madeAtMs -= 100;
    QVERIFY(outbox.put(draft));
    // A clock set back changes nothing of the order.
    Item second = anItem(QStringLiteral("b"));
    second.filedAtMs = start - day;
    QVERIFY(outbox.put(anItem(QStringLiteral("y"))));
    QVERIFY(outbox.put(second));
    early.state = ItemState::Filed;
    early.filedAtMs = start;
    QVERIFY(outbox.put(early));
    QVERIFY(outbox.put(anItem(QStringLiteral("a"), ItemState::Draft)));
    using L = QStringList;
    QCOMPARE(uuidsOf(outbox.items({ItemState::Filed})),
             (L{QStringLiteral("y"), QStringLiteral("b"), QStringLiteral("z")}));
    QCOMPARE(uuidsOf(outbox.items({ItemState::Draft, ItemState::Filed})),
             (L{QStringLiteral("y"), QStringLiteral("b"), QStringLiteral("z"), QStringLiteral("c"),
                QStringLiteral("a")}));
    QCOMPARE(uuidsOf(outbox.items({})), L{});
    // What the register lost keeps its place.
    Item lost = outbox.item(QStringLiteral("y"))->value_or(Item{});
    lost.state = ItemState::Registered;
    lost.feedNumber = 4;
    QVERIFY(outbox.put(lost));
    lost.state = ItemState::Filed;
    QVERIFY(outbox.put(lost));
    QCOMPARE(uuidsOf(outbox.items({ItemState::Filed})).first(), QStringLiteral("y"));
}

void TestOutbox::acknowledgedAfterANumber()
{
    auto journal = m_trial->open();
    auto &outbox = journal->outbox();
    int number = 10;
    for (const ItemState state :
         {ItemState::Registered, ItemState::Provisional, ItemState::SentBack, ItemState::Registered,
          ItemState::Conflict}) {
        Item item = anItem(QString::number(number));
        QVERIFY(outbox.put(item));
        item.feedNumber = number--;
        item.state = state == ItemState::SentBack ? ItemState::Provisional : state;
        QVERIFY(outbox.put(item));
        item.state = state;
        QVERIFY(outbox.put(item));
    }
    // Also what was sent back since (8): the entries behind it got their numbers after it.
    QCOMPARE(uuidsOf(outbox.acknowledgedAfter(7)),
             (QStringList{QStringLiteral("8"), QStringLiteral("9"), QStringLiteral("10")}));
    QCOMPARE(uuidsOf(outbox.acknowledgedAfter(6)).first(), QStringLiteral("7"));
    QCOMPARE(outbox.acknowledgedAfter(10)->size(), 0);
}

void TestOutbox::onlySettledIsForgotten()
{
    auto journal = m_trial->open();
    auto &outbox = journal->outbox();
    for (const ItemState state : allStates)
        (void)broughtTo(outbox, QString::number(int(state)), state);
    const qint64 changed = start + 5;
    QCOMPARE(outbox.forget(changed + 40 * day, 6).value_or(-1), 0); // number 7 is not backed up
    QCOMPARE(outbox.forget(changed + day, 7).value_or(-1), 0);
    QCOMPARE(outbox.forget(changed + day + 1, 7).value_or(-1), 1);
    QVERIFY(!outbox.item(QStringLiteral("4"))->has_value());
    QCOMPARE(outbox.forget(changed + 40 * day + 1, 0).value_or(-1), 2);
    QCOMPARE(outbox.forget(changed + 4000 * day, 1000).value_or(-1), 0);
    QCOMPARE(outbox.items(allStates)->size(), 6);
}

void TestOutbox::rowAndItemGoTogether()
{
    auto journal = m_trial->open();
    QCOMPARE(journal->file(aRow(), anItem(QStringLiteral("a"))).value_or(0), quint64{1});
    // An item that may not be: no row either.
    Item begun = anItem(QStringLiteral("b"));
    begun.state = ItemState::Registered;
    QCOMPARE(journal->file(aRow(), begun).error().code, ErrorCode::Unexpected);
    Item nobody = anItem(QStringLiteral("c"));
    nobody.user.clear();
    QCOMPARE(journal->file(aRow(), nobody).error().code, ErrorCode::StatementFailed);
    QCOMPARE(journal->append(aRow()).value_or(0), quint64{2});
    QCOMPARE(journal->outbox().items(allStates)->size(), 1);
    QCOMPARE(journal->outbox().waiting(), 1);
    QVERIFY(verdictOf(*journal).good());
}

void TestOutbox::killedBetween()
{
    const QString digits = QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(m_trial->key.data()), 32).toHex());
    qsizetype acknowledged = 0;
    for (int turn = 0; turn < 25; ++turn) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {fileMode, m_trial->path(), digits, QString::number(turn)});
        QVERIFY(child.waitForStarted());
        QVERIFY(child.waitForReadyRead());
        QTest::qSleep(turn % 7);
        child.kill();
        QVERIFY(child.waitForFinished());
        const QList<QByteArray> told = child.readAllStandardOutput().trimmed().split('\n');
        acknowledged += told.size();
        auto journal = m_trial->open();
        QVERIFY(journal);
        for (const QByteArray &uuid : told)
            QVERIFY(journal->outbox().item(QString::fromLatin1(uuid))->has_value());
        // Each row has its item and each item its row, whenever the end came.
        const auto rows = journal->rows(1, 1'000'000);
        const QStringList uuids = uuidsOf(journal->outbox().items({ItemState::Filed}));
        QCOMPARE(rows->size(), uuids.size());
        for (qsizetype at = 0; at < uuids.size(); ++at)
            QCOMPARE(evidence::decode(rows->at(at).body)->procedure, uuids.at(at));
        QVERIFY(uuids.size() >= acknowledged && uuids.size() <= acknowledged + turn + 1);
    }
    qInfo("%lld items acknowledged", static_cast<long long>(acknowledged));
}

void TestOutbox::fullDiskFilesNothing()
{
    auto journal = m_trial->open();
    int filed = 0;
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{512 * 1024, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    ErrorCode failure = ErrorCode::Count;
    while (filed < 5000 && failure == ErrorCode::Count) {
        const auto number = journal->file(aRow(), anItem(QString::number(filed)));
        number ? void(++filed) : void(failure = number.error().code);
    }
    const auto put = journal->outbox().put(anItem(QStringLiteral("x")));
    setrlimit(RLIMIT_FSIZE, &before);
    QCOMPARE(failure, ErrorCode::DiskFull);
    QCOMPARE(put.error().code, ErrorCode::DiskFull);
    QCOMPARE(journal->head().count, quint64(filed));
    QCOMPARE(journal->outbox().items(allStates)->size(), filed);
    QCOMPARE(journal->file(aRow(), anItem(QStringLiteral("x"))).value_or(0), quint64(filed + 1));
    QVERIFY(verdictOf(*journal).good());
}

void TestOutbox::anOlderJournalKeepsAllItsRows()
{
    // A journal as the version before this one made it.
    const QString root = m_trial->filePath(QStringLiteral("sql"));
    QVERIFY(QDir().mkpath(root + QStringLiteral("/journal")));
    const QDir shipped(QStringLiteral(":/sql/journal"));
    for (const QString &name : shipped.entryList({QStringLiteral("*.sql")})) {
        if (name < QLatin1StringView("0002") || name > QLatin1StringView("1"))
            QVERIFY(QFile::copy(shipped.filePath(name), root + QStringLiteral("/journal/") + name));
    }
    auto old = storage::Database::open({.path = m_trial->path(),
                                        .key = &m_trial->key,
                                        .mode = storage::Opening::Mode::Create,
                                        .kind = QStringLiteral("journal"),
                                        .sqlRoot = root});
    QVERIFY(old);
    evidence::Head head = evidence::emptyLog(QStringLiteral("本庁1"));
    for (quint64 number = 1; number <= 200; ++number) {
        evidence::Row row = aRow(QString::number(number));
        row.number = number;
        row.station = QStringLiteral("本庁1");
        const QByteArray body = evidence::encode(row);
        head = {number, evidence::chainHash(head.hash, body)};
        auto add = (*old)->statement(QStringLiteral("journal/row_add"));
        add->bind(QLatin1StringView("number"), qint64(number));
        add->bind(QLatin1StringView("body"), body);
        add->bind(QLatin1StringView("hash"), head.hash);
        QVERIFY(add->exec());
    }
    QVERIFY(
        runs(**old, QStringLiteral("INSERT INTO issued_number VALUES ('s', 1, 's 001', 1, 5)")));
    old->reset();
    auto journal = m_trial->open();
    QVERIFY(journal);
    QCOMPARE(journal->head(), head);
    QVERIFY(verdictOf(*journal).good());
    QCOMPARE(verdictOf(*journal).wholeTo, quint64{200});
    QCOMPARE(journal->issue(aRow(), {QStringLiteral("s"), 1})->numbers,
             QStringList{QStringLiteral("s 002")});
    QCOMPARE(journal->file(aRow(), anItem(QStringLiteral("a"))).value_or(0), quint64{202});
}

void TestOutbox::marksOfTheFeed()
{
    auto journal = m_trial->open();
    auto &memory = journal->memory();
    QCOMPARE(memory.feedMarks()->size(), 0);
    for (int number = 0; number < 5; ++number)
        QVERIFY(
            memory.addFeedMark({number * 10, QByteArray(32, char('a' + number)), start + number}));
    QVERIFY(memory.addFeedMark({40, QByteArray(32, 'z'), start + 9}));
    QCOMPARE(memory.feedMarks()->first(), (journal::FeedMark{40, QByteArray(32, 'z'), start + 9}));
    QVERIFY(memory.forgetFeedMarks(start + 1, 30));
    QCOMPARE(memory.feedMarks()->size(), 3);
    QCOMPARE(memory.feedMarks()->first().number, 30);
    QCOMPARE(memory.feedMarks()->last().number, 10);
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments.at(1) == fileMode)
        return fileForEver(arguments.at(2), arguments.at(3).toLatin1(), arguments.at(4));
    TestOutbox test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_outbox.moc"
