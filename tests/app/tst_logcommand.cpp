#include "app/logcommand.h"
#include "audit/recorder.h"
#include "models/journal/trialjournal.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <functional>

using namespace Qt::StringLiterals;
using Lines = QList<QByteArray>;

namespace {

class FakeClock final : public base::Clock
{
public:
    [[nodiscard]] QDateTime now() const override
    {
        return QDateTime(QDate(2026, 4, 1), QTime(3, 0), Qt::UTC);
    }
    [[nodiscard]] qint64 sinceBootMs() const override { return 0; }
};

audit::Actor anActor()
{
    return {.user = u"clerk1"_s,
            .section = u"市民課"_s,
            .card = u"0123"_s,
            .signIn = u"c0ffee"_s,
            .station = u"本庁1"_s,
            .visit = u"f00d"_s,
            .visitNumber = u"A12"_s,
            .purpose = u"201"_s};
}

audit::Entry anEntry()
{
    return {.procedure = u"ViewResident"_s,
            .subjects = {base::SnapshotId{base::PersonId{1234567}, 3}},
            .fileName = audit::residentFile(),
            .count = 1,
            .details = {.people = {{u"渡邉 花子"_s, u"緑町１－２－３"_s, u"1980-02-29"_s, u"女"_s}},
                        .conditions = {{u"kana"_s, u"ワタナベ"_s}},
                        .reason = u"本人からの申出"_s}};
}

QJsonObject object(const QByteArray &line)
{
    return QJsonDocument::fromJson(line).object();
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

class TestLogCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFieldIsShown();
    void wholeLogPasses();
    void rowsThatDoNotOpenAreCounted();
    void everyShownFieldIsBound();
    void tamperingIsNamed_data();
    void tamperingIsNamed();
    void cutTailIsFoundByTheHead();
    void anotherKeyIsFound();
    void wrongCommandsAreTold();
    void headIsPrinted();
    void anyBytesAreTaken();

private:
    struct Answer
    {
        int code = 0;
        QJsonObject line;
    };
    [[nodiscard]] Answer verify(const Lines &lines, const QStringList &options = {});
    [[nodiscard]] Lines exported(const app::DetailOpener &opener);

    base::crypto::KeyPair m_register = base::crypto::boxKeyPair();
    TrialJournal m_trial;
    std::unique_ptr<journal::Journal> m_journal;
    Lines m_lines; ///< title, rows 1 to 8, checkpoint, rows 9 and 10, end
};

void TestLogCommand::initTestCase()
{
    const FakeClock clock;
    base::Worker worker(u"journal"_s);
    worker.runAndWait([this] { m_journal = m_trial.open(); });
    audit::Recorder recorder(worker, *m_journal, clock, m_register.open);
    for (int row = 1; row <= 7; ++row)
        QVERIFY(recorder.record(anActor(), anEntry()));
    audit::Entry print = anEntry();
    print.procedure = u"IssueCertificate"_s;
    print.operation = audit::Operation::Print;
    QVERIFY(recorder.issue(anActor(), print, {u"20260401 ○○市 本庁1 プリンタ001"_s, 2}));
    QVERIFY(recorder.checkpoint(audit::Recorder::When::Now));
    audit::Entry refused = anEntry();
    refused.outcome = audit::Outcome::Refused;
    refused.reason = u"RestrictedRecord"_s;
    QVERIFY(recorder.record(anActor(), refused));
    QVERIFY(recorder.record(anActor(), audit::Entry{.procedure = u"SignOut"_s,
                                                    .operation = audit::Operation::Session}));
    worker.runAndWait([this] { m_journal.reset(); });
    m_journal = m_trial.open();
    m_lines = exported(
        [this](QByteArrayView sealed) { return base::crypto::openSealed(m_register, sealed); });
    QCOMPARE(m_lines.size(), 13);
}

Lines TestLogCommand::exported(const app::DetailOpener &opener)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto done = app::exportLog(*m_journal, opener, buffer);
    if (!done || done->rows != 10)
        return {};
    Lines lines = buffer.data().split('\n');
    lines.removeLast(); // behind the last end of line
    return lines;
}

TestLogCommand::Answer TestLogCommand::verify(const Lines &lines, const QStringList &options)
{
    const QString path = m_trial.filePath(u"export.jsonl"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    for (const QByteArray &line : lines)
        file.write(line + '\n');
    file.close();
    QBuffer output;
    output.open(QIODevice::WriteOnly);
    Answer answer;
    answer.code = app::runLogVerify(QStringList{path} + options, output);
    answer.line = object(output.data());
    return answer;
}

void TestLogCommand::everyFieldIsShown()
{
    // R-LOG-02: 処理日時、職員情報、部署情報、端末情報、処理事由、宛名番号、４情報
    const QJsonObject line = object(m_lines.at(1));
    const QJsonObject shown = line.value(u"shown").toObject();
    QCOMPARE(shown.value(u"処理日時").toString(), u"2026-04-01T12:00:00.000+09:00"_s);
    QCOMPARE(shown.value(u"職員情報").toString(), u"clerk1"_s);
    QCOMPARE(shown.value(u"部署情報").toString(), u"市民課"_s);
    QCOMPARE(shown.value(u"端末情報").toString(), u"本庁1"_s);
    QCOMPARE(shown.value(u"処理事由").toString(), u"201"_s);
    QCOMPARE(shown.value(u"対象者")[0][u"宛名番号"].toString(), u"1234567"_s);
    QCOMPARE(shown.value(u"対象者")[0][u"履歴番号"].toInt(), 3);
    const QJsonObject person = line.value(u"details")[u"４情報"][0].toObject();
    QCOMPARE(person.value(u"氏名").toString(), u"渡邉 花子"_s);
    QCOMPARE(person.value(u"住所").toString(), u"緑町１－２－３"_s);
    QCOMPARE(person.value(u"生年月日").toString(), u"1980-02-29"_s);
    QCOMPARE(person.value(u"性別").toString(), u"女"_s);
    QCOMPARE(line.value(u"details")[u"検索条件"][0][1].toString(), u"ワタナベ"_s);
    // LG-3, PEN-R40, municipal-facts 操作ログ
    QCOMPARE(shown.value(u"操作種別").toString(), u"照会"_s);
    QCOMPARE(shown.value(u"特定個人情報ファイル名").toString(), u"住民基本台帳ファイル"_s);
    QCOMPARE(shown.value(u"個人番号アクセス有無").toString(), u"無"_s);
    const QJsonObject print = object(m_lines.at(8)).value(u"shown").toObject();
    QCOMPARE(print.value(u"操作種別").toString(), u"印刷"_s);
    QCOMPARE(print.value(u"通数").toInt(), 2);
    QCOMPARE(print.value(u"発行番号")[1].toString(), u"20260401 ○○市 本庁1 プリンタ001 002"_s);
    const QJsonObject refused = object(m_lines.at(10)).value(u"shown").toObject();
    QCOMPARE(refused.value(u"結果").toString(), u"拒否"_s);
    QCOMPARE(refused.value(u"理由").toString(), u"RestrictedRecord"_s);
}

void TestLogCommand::wholeLogPasses()
{
    const Answer answer = verify(m_lines);
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.line.value(u"says").toString(), u"whole to row 10, witnessed to row 8"_s);
    QCOMPARE(answer.line.value(u"detailsNotShown").toString(), u"0"_s);
    const QString head = evidence::headText(m_journal->head());
    const Answer witnessed = verify(m_lines, {u"--head"_s, head});
    QCOMPARE(witnessed.code, 0);
    QCOMPARE(witnessed.line.value(u"witnessedTo").toString(), u"10"_s);
}

void TestLogCommand::rowsThatDoNotOpenAreCounted()
{
    const Lines closed = exported([](QByteArrayView) -> base::Result<QByteArray> {
        return base::fail(base::ErrorCode::SealBroken);
    });
    QCOMPARE(closed.size(), 13);
    QVERIFY(!closed.join().contains(QByteArray("花子")));
    const Answer answer = verify(closed);
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.line.value(u"detailsNotShown").toString(), u"9"_s);
}

void TestLogCommand::everyShownFieldIsBound()
{
    const QJsonObject line = object(m_lines.at(8));
    const QJsonObject shown = line.value(u"shown").toObject();
    QCOMPARE(shown.size(), 22);
    for (const QString &field : shown.keys()) {
        QJsonObject changed = shown;
        changed.insert(field, u"changed"_s);
        QJsonObject whole = line;
        whole.insert(u"shown"_s, changed);
        Lines lines = m_lines;
        lines[8] = compact(whole);
        const Answer answer = verify(lines);
        QCOMPARE(answer.code, 1);
        QCOMPARE(answer.line.value(u"badRow").toString(), u"8"_s);
        changed.remove(field);
        whole.insert(u"shown"_s, changed);
        lines[8] = compact(whole);
        QCOMPARE(verify(lines).code, 1);
    }
}

using Change = std::function<void(Lines &)>;

void TestLogCommand::tamperingIsNamed_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("badRow");
    const auto add = [](const char *name, const QString &badRow, Change change) {
        QTest::newRow(name) << change << badRow;
    };
    const auto replace = [](int at, const char *what, const char *by) {
        return Change([=](Lines &lines) { lines[at].replace(what, by); });
    };
    add("name of row 3", u"3"_s, replace(3, "花子", "太郎"));
    add("condition of row 3", u"3"_s, replace(3, "ワタナベ", "サトウ"));
    add("reason of row 3", u"3"_s, replace(3, "申出", "依頼"));
    add("number of row 3", u"3"_s, replace(3, "\"number\":\"3\"", "\"number\":\"4\""));
    add("hash of row 3", u"3"_s, Change([](Lines &lines) {
            QJsonObject line = object(lines.at(3));
            line.insert(u"hash"_s, QString(64, u'0'));
            lines[3] = compact(line);
        }));
    add("another row's bytes in row 3", u"3"_s, Change([](Lines &lines) {
            QJsonObject line = object(lines.at(3));
            line.insert(u"row"_s, object(lines.at(4)).value(u"row"));
            lines[3] = compact(line);
        }));
    add("row 3 deleted", u"3"_s, Change([](Lines &lines) { lines.removeAt(3); }));
    add("rows 3 and 4 swapped", u"3"_s, Change([](Lines &lines) { lines.swapItemsAt(3, 4); }));
    add("row 3 twice", u"4"_s, Change([](Lines &lines) { lines.insert(4, lines.at(3)); }));
    add("row 3 cut short", u"3"_s, Change([](Lines &lines) { lines[3].chop(5); }));
    add("a key twice in row 3", u"3"_s,
        replace(3, "{\"details\"", "{\"kind\":\"row\",\"details\""));
    add("a field more in row 3", u"3"_s, replace(3, "{\"details\"", "{\"a\":1,\"details\""));
    add("tail cut without the end", u"8"_s, Change([](Lines &lines) { lines.resize(8); }));
    add("tail cut in front of the end", u"10"_s, Change([](Lines &lines) { lines.removeAt(11); }));
    add("time of the checkpoint", u"9"_s, replace(9, "2026-04-01", "2026-04-02"));
    add("signature of the checkpoint", u"9"_s, Change([](Lines &lines) {
            QJsonObject line = object(lines.at(9));
            line.insert(u"signature"_s, QString(86, u'A') + u"=="_s);
            lines[9] = compact(line);
        }));
    add("rows deleted behind an early checkpoint", u"8"_s, Change([](Lines &lines) {
            lines.move(9, 2);
            lines.removeAt(9);
            lines.removeAt(9);
        }));
    add("something behind the end", u"11"_s, Change([](Lines &lines) { lines.append("{}"); }));
    add("another station", u"1"_s, replace(0, "本庁1", "本庁2"));
}

void TestLogCommand::tamperingIsNamed()
{
    QFETCH(Change, change);
    Lines lines = m_lines;
    change(lines);
    QVERIFY(lines != m_lines);
    const Answer answer = verify(lines);
    QCOMPARE(answer.code, 1);
    QVERIFY(!answer.line.value(u"good").toBool(true));
    QTEST(answer.line.value(u"badRow").toString(), "badRow");
}

void TestLogCommand::cutTailIsFoundByTheHead()
{
    const QString head = evidence::headText(m_journal->head());
    // Cut with care: the end is made to fit.
    Lines lines = m_lines;
    lines.removeAt(11);
    lines[11] = compact({{u"kind"_s, u"end"_s},
                         {u"head"_s, u"9:"_s + object(lines.at(10)).value(u"hash").toString()}});
    QCOMPARE(verify(lines).code, 0);
    const Answer answer = verify(lines, {u"--head"_s, head});
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.line.value(u"problem").toString(), u"LogCut"_s);
    QCOMPARE(answer.line.value(u"badRow").toString(), u"10"_s);
    QCOMPARE(verify(m_lines, {u"--head"_s, u"10:"_s + QString(64, u'0')}).code, 1);
}

void TestLogCommand::anotherKeyIsFound()
{
    const QString own = QString::fromLatin1(m_trial.logKey.open.toHex());
    QCOMPARE(verify(m_lines, {u"--key"_s, own}).code, 0);
    QCOMPARE(verify(m_lines, {u"--key"_s, QString(64, u'0')}).code, 1);
}

void TestLogCommand::wrongCommandsAreTold()
{
    QBuffer output;
    output.open(QIODevice::WriteOnly);
    for (const QStringList &wrong :
         {QStringList{}, QStringList{u"--head"_s}, QStringList{u"f"_s, u"--head"_s, u"3"_s},
          QStringList{u"f"_s, u"g"_s}, QStringList{u"f"_s, u"--key"_s, u"12"_s},
          QStringList{u"f"_s, u"--what"_s}, QStringList{m_trial.filePath(u"none"_s)}})
        QCOMPARE(app::runLogVerify(wrong, output), 2);
}

void TestLogCommand::headIsPrinted()
{
    QBuffer output;
    output.open(QIODevice::WriteOnly);
    QVERIFY(app::printLogHead(*m_journal, output));
    QCOMPARE(object(output.data()).value(u"head").toString(),
             evidence::headText(m_journal->head()));
    QVERIFY(object(output.data()).value(u"head").toString().startsWith(u"10:"_s));
}

void TestLogCommand::anyBytesAreTaken()
{
    QRandomGenerator random(20261121);
    for (int turn = 0; turn < 300; ++turn) {
        Lines lines = m_lines;
        QByteArray &line = lines[random.bounded(int(lines.size()))];
        for (int change = 1 + random.bounded(3); change > 0; --change)
            line[random.bounded(int(line.size()))] = char(random.bounded(256));
        if (lines != m_lines)
            QCOMPARE(verify(lines).code, 1);
    }
}

QTEST_GUILESS_MAIN(TestLogCommand)
#include "tst_logcommand.moc"
