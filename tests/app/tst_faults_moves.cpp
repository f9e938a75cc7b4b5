// links: madoguchi_app
#include "support/builders.h"
#include "support/officework.h"

#include <QGuiApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QtTest>

#include <unistd.h>

using residents::Move;
using support::waited;

// An 異動 between the first key and the 本登録, killed at any moment: tst_faults_moves --work
// SETTINGS CARD PASSWORD PIN ROLE signs in and enters 転入 field by field, or checks them, until it
// dies, and says what it was told.
namespace {

const QString workMode = QStringLiteral("--work");
const QString family = QStringLiteral("殺陣"); ///< nobody of the training city is called so

void say(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    // One write() a line: what is in the pipe was shown.
    if (write(STDOUT_FILENO, bytes.constData(), size_t(bytes.size())) < 0)
        _exit(0);
}

/// What a clerk types, one after the other; as many as are there.
const QList<void (*)(Move &)> steps{
    [](Move &move) { move.certificate = true; },
    [](Move &move) { move.formerAddress.municipality = QStringLiteral("とおくの県隣市"); },
    [](Move &move) {
        move.address.code = QStringLiteral("98201018000");
        move.address.municipality = QStringLiteral("あさぎり県みどり野市");
        move.address.town = QStringLiteral("桜町");
    },
    [](Move &move) {
        move.address.lot = QStringLiteral("７７７番地") + QString::number(move.person.value);
    },
    [](Move &move) { move.happenedOn = QDate::currentDate().addDays(-3); },
    [](Move &move) { move.notifiedOn = QDate::currentDate().addDays(-1); },
    [](Move &move) { move.notifier.documents = {QStringLiteral("driving-licence")}; },
    [](Move &move) { move.newcomers.first().name.family = family; },
    [](Move &move) { move.newcomers.first().name.given = QString::number(move.person.value); },
    [](Move &move) {
        move.newcomers.first().bornOn = calendar::PartialDate::on(QDate(1990, 5, 4));
    },
    [](Move &move) { move.newcomers.first().sex = residents::Sex::Female; },
    [](Move &move) {
        move.newcomers.first().registeredDomicile = QStringLiteral("とおくの県隣市本町１番");
    }};

/// How many of them are there: what was typed before the last is there too.
qsizetype typedIn(const Move &move)
{
    Move again;
    again.person = move.person;
    again.newcomers = {residents::Snapshot()};
    qsizetype found = 0;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const Move before = again;
        steps.at(i)(again);
        Move held = move;
        steps.at(i)(held);
        if (held != move)
            return found;
        found = i + 1;
    }
    return found;
}

int enterForEver(desk::Desk &desk)
{
    const auto visit = support::openVisit(desk);
    const auto at = [visit](base::PersonId person) {
        return desk::EntryRequest{.visit = visit, .person = person, .reason = {}};
    };
    for (;;) {
        const auto items = waited(desk.outbox().items());
        if (!items)
            return 6;
        Move move;
        QString draft;
        for (const desk::OutboxLine &line : *items) {
            if (line.state != desk::ItemState::Draft || line.move != residents::MoveKind::In)
                continue;
            const auto item = waited(desk.outbox().open(line.uuid));
            if (!item)
                return 7;
            draft = line.uuid;
            move = std::get<Move>(item->mine.entered);
            say(QStringLiteral("found %1 %2").arg(draft).arg(typedIn(move)));
        }
        if (draft.isEmpty()) {
            const auto number = waited(desk.moves().newcomer(at({})));
            if (!number)
                return 8;
            move.person = *number;
            move.kind = residents::MoveKind::In;
            move.movers = {
                {.person = *number, .baseVersion = 0, .relationship = QStringLiteral("世帯主")}};
            move.newcomers = {residents::Snapshot()};
            move.newcomers.first().id.person = *number;
        }
        for (qsizetype i = typedIn(move); i < steps.size(); ++i) {
            steps.at(i)(move);
            const auto kept = waited(desk.writeEntries().keepDraft(
                at(move.person), {.entered = move, .baseVersion = 0, .reason = {}}, draft));
            if (!kept)
                return 9;
            draft = *kept;
            say(QStringLiteral("kept %1 %2 %3").arg(draft).arg(i + 1).arg(move.person.value));
        }
        const auto filed = waited(desk.moves().file(at(move.person), move, draft));
        if (!filed) {
            say(QStringLiteral("refused %1 %2")
                    .arg(int(filed.error().code))
                    .arg(filed.error().detail));
            return 10;
        }
        say(QStringLiteral("filed %1").arg(draft));
    }
}

int checkForEver(desk::Desk &desk)
{
    for (;;) {
        const auto queue = waited(desk.checks().queue());
        if (!queue)
            return 6;
        for (const desk::CheckLine &line : *queue) {
            const auto view = waited(desk.checks().open(line.entry));
            if (!view)
                return 7;
            say(QStringLiteral("opened %1").arg(line.entry));
            const auto done =
                waited(desk.checks().decide(line.entry, desk::CheckOutcome::Register, {}));
            if (!done)
                return 8;
            say(QStringLiteral("registered %1").arg(line.entry));
        }
        say(QStringLiteral("looked 0"));
        QThread::msleep(5);
    }
}

int workForEver(const QStringList &arguments)
{
    auto room = app::FrontRoom::open(
        {.settingsFile = arguments.at(2), .card = arguments.at(3), .answeredByFile = false});
    if (!room)
        return 3;
    (*room)->lookForCard();
    const auto opened = waited(
        (*room)->door().signIn(app::toSecret(arguments.at(4)), app::toSecret(arguments.at(5))));
    if (!opened)
        return 4;
    desk::Desk &desk = **opened;
    if (!app::Office::of(desk).waitForCache())
        return 5;
    return arguments.at(6) == u"clerk" ? enterForEver(desk) : checkForEver(desk);
}

} // namespace

class TestFaultsMoves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingTypedIsLostAndNothingFiledTwice();

private:
    void look(const QList<QByteArray> &lines);
    static void registerTheRest(const support::TrainingPlace &place);
    struct Draft
    {
        qsizetype fields = 0; ///< that were said to be on disk
        QString person;
    };
    QHash<QString, Draft> m_kept;
    QSet<QString> m_filed;      ///< drafts
    QSet<QString> m_registered; ///< entries
};

void TestFaultsMoves::look(const QList<QByteArray> &lines)
{
    for (const QByteArray &line : lines) {
        const auto parts = QString::fromUtf8(line).split(u' ');
        if (parts.size() < 2)
            continue;
        const QString &what = parts.at(0);
        QVERIFY2(what != u"refused", line.constData());
        if (what == u"kept") {
            m_kept[parts.at(1)] = {parts.at(2).toLongLong(), parts.at(3)};
        } else if (what == u"found") {
            QVERIFY2(parts.at(2).toLongLong() >= m_kept.value(parts.at(1)).fields,
                     line.constData());
            QVERIFY2(!m_filed.contains(parts.at(1)), line.constData());
        } else if (what == u"filed") {
            QVERIFY2(!m_filed.contains(parts.at(1)), line.constData());
            m_filed.insert(parts.at(1));
        } else if (what == u"registered") {
            QVERIFY2(!m_registered.contains(parts.at(1)), line.constData());
            m_registered.insert(parts.at(1));
        }
    }
}

void TestFaultsMoves::registerTheRest(const support::TrainingPlace &place)
{
    auto chief = support::signedIn(place, QStringLiteral("shunin1"));
    const auto queue = waited(chief.desk->checks().queue());
    QVERIFY(queue);
    for (const desk::CheckLine &line : *queue)
        QVERIFY(waited(chief.desk->checks().decide(line.entry, desk::CheckOutcome::Register, {})));
    QVERIFY(waited(chief.desk->signOut()).has_value());
}

void TestFaultsMoves::nothingTypedIsLostAndNothingFiledTwice()
{
    const support::TrainingPlace place;
    QRandomGenerator random(20261122);
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("MADOGUCHI_KILLS", &given);
    const int kills = given ? asked : 24;
    for (int turn = 0; turn < kills; ++turn) {
        const bool clerk = turn % 3 != 2;
        const auto mine =
            place.credential(clerk ? QStringLiteral("madoguchi1") : QStringLiteral("shunin1"));
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {workMode, place.at(QStringLiteral("city/madoguchi.conf")), mine.card,
                     mine.password, mine.pin,
                     clerk ? QStringLiteral("clerk") : QStringLiteral("chief")});
        QVERIFY(child.waitForStarted());
        QVERIFY2(child.waitForReadyRead(60'000), qPrintable(QString::number(child.exitCode())));
        QTest::qSleep(random.bounded(clerk ? 400 : 200));
        child.kill();
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        look(child.readAllStandardOutput().split('\n'));
        if (QTest::currentTestFailed())
            return;
    }
    registerTheRest(place);
    if (QTest::currentTestFailed())
        return;
    // Whatever was filed is there once, and nothing else is.
    auto clerk = support::signedIn(place, QStringLiteral("madoguchi1"));
    QCOMPARE(support::chainProblem(*clerk.desk), QString());
    const auto items = waited(clerk.desk->outbox().items());
    QVERIFY(items);
    QSet<QString> waiting;
    for (const desk::OutboxLine &line : *items) {
        if (line.state == desk::ItemState::Draft)
            waiting.insert(line.uuid);
    }
    const auto visit = support::openVisit(*clerk.desk);
    for (auto draft = m_kept.cbegin(); draft != m_kept.cend(); ++draft) {
        desk::SearchConditions named;
        named.name = family + draft->person;
        named.birth = desk::BirthRange{QDate(1990, 5, 4), QDate(1990, 5, 4)};
        const auto found = waited(clerk.desk->findPeople().find(visit, named));
        QVERIFY(found);
        QCOMPARE(found->rows.size(), waiting.contains(draft.key()) ? 0 : 1);
        if (!found->rows.isEmpty())
            QCOMPARE(QString::number(found->rows.first().id.person.value), draft->person);
    }
    for (const QString &filed : std::as_const(m_filed))
        QVERIFY(!waiting.contains(filed));
    qInfo("%d kills, %lld drafts, %lld filed", kills, qint64(m_kept.size()),
          qint64(m_filed.size()));
    QVERIFY(m_filed.size() >= kills / 4);
    QVERIFY(waited(clerk.desk->signOut()).has_value());
}

int main(int argc, char *argv[])
{
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 7 && arguments.at(1) == workMode)
        return workForEver(arguments);
    TestFaultsMoves test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_faults_moves.moc"
