// links: madoguchi_app
#include "app/adminsignin.h"
#include "app/logcommand.h"
#include "app/signedlog.h"
#include "support/officework.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using base::ErrorCode;
using support::waited;

/// Issue 2, Shows 4, at the whole program: what a session did is exported and proved, and nothing
/// of it can be changed unseen.
class TestLogEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyActIsThere();
    void theWholeLogVerifies();
    void aClerkMayNotExport();
    void anyRowChanged_data();
    void anyRowChanged();
    void tailCut();

private:
    struct Answer
    {
        int code = -1;
        QJsonObject line;
    };
    [[nodiscard]] Answer verify(const QList<QByteArray> &lines, const QStringList &options = {});
    [[nodiscard]] app::AdminSignIn::Order order(const QString &user) const;
    [[nodiscard]] QList<qsizetype> rowLines() const;

    std::unique_ptr<support::TrainingPlace> m_place;
    QTemporaryDir m_folder;
    QList<QByteArray> m_lines;
    QString m_head; ///< from the day-end sheet of the last sign-out
    qsizetype m_person = 0;
};

app::AdminSignIn::Order TestLogEnd::order(const QString &user) const
{
    return {.settingsFile = m_place->at(QStringLiteral("city/madoguchi.conf")),
            .credentialsFile = m_place->at(QStringLiteral("city/credentials.json")),
            .user = user};
}

void TestLogEnd::initTestCase()
{
    m_place = std::make_unique<support::TrainingPlace>();
    {
        auto work = support::signedIn(*m_place, QStringLiteral("madoguchi1"));
        const auto visit = support::openVisit(*work.desk);
        const auto found = support::find(*work.desk, visit);
        QVERIFY(found && found->rows.size() > 3);
        for (const auto &row : found->rows) {
            const auto opened = waited(work.desk->viewRecords().resident(visit, row.id.person));
            if (!opened)
                continue;
            m_person = row.id.person.value;
            const auto household = opened->record.snapshot.household;
            QVERIFY(waited(work.desk->viewRecords().household(visit, household)).has_value());
            QVERIFY(waited(work.desk->viewRecords().history(visit, row.id.person)).has_value());
            break;
        }
        work.desk->lock(desk::LockReason::Key);
        const app::Credential mine = m_place->credential(QStringLiteral("madoguchi1"));
        QVERIFY(waited(work.desk->unlock(app::toSecret(mine.password), app::toSecret(mine.pin)))
                    .has_value());
        QVERIFY(waited(work.desk->signOut()).has_value());
    }
    const QString file = m_folder.filePath(QStringLiteral("log.jsonl"));
    {
        const auto admin = app::AdminSignIn::open(order(QStringLiteral("shunin1")));
        QVERIFY(admin.has_value());
        QCOMPARE(app::runLog(**admin, {QStringLiteral("export"), file}), 0);
        // A second export does not write over the first.
        QCOMPARE(app::runLog(**admin, {QStringLiteral("export"), file}), 1);
        const auto head = app::Office::of((*admin)->desk()).withJournal([](const auto &journal) {
            return journal.head();
        });
        m_head = evidence::headText(head);
    }
    QFile exported(file);
    QVERIFY(exported.open(QIODevice::ReadOnly));
    QCOMPARE(exported.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    m_lines = exported.readAll().split('\n');
    m_lines.removeLast();
    QVERIFY(m_lines.size() > 10);
}

TestLogEnd::Answer TestLogEnd::verify(const QList<QByteArray> &lines, const QStringList &options)
{
    const QString path = m_folder.filePath(QStringLiteral("check.jsonl"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    for (const QByteArray &line : lines)
        file.write(line + '\n');
    file.close();
    QBuffer output;
    output.open(QIODevice::WriteOnly);
    const int code = app::runLogVerify(QStringList{path} + options, output);
    return {code, QJsonDocument::fromJson(output.data()).object()};
}

/// Where the rows stand among title, checkpoints and end.
QList<qsizetype> TestLogEnd::rowLines() const
{
    QList<qsizetype> at;
    for (qsizetype line = 0; line < m_lines.size(); ++line)
        if (QJsonDocument::fromJson(m_lines.at(line)).object().contains(QStringLiteral("shown")))
            at.append(line);
    return at;
}

void TestLogEnd::everyActIsThere()
{
    QStringList procedures;
    bool aboutPerson = false;
    for (const qsizetype at : rowLines()) {
        const QJsonObject row = QJsonDocument::fromJson(m_lines.at(at)).object();
        const QJsonObject shown = row.value(QStringLiteral("shown")).toObject();
        procedures.append(shown.value(QStringLiteral("機能名")).toString());
        QVERIFY(!shown.value(QStringLiteral("職員情報")).toString().isEmpty());
        QVERIFY(!shown.value(QStringLiteral("処理日時")).toString().isEmpty());
        QVERIFY(!shown.value(QStringLiteral("端末情報")).toString().isEmpty());
        QCOMPARE(shown.value(QStringLiteral("個人番号アクセス有無")).toString(),
                 QStringLiteral("無"));
        if (procedures.last() != QStringLiteral("ViewResident"))
            continue;
        const QJsonArray subjects = shown.value(QStringLiteral("対象者")).toArray();
        aboutPerson = aboutPerson || subjects.first()[QStringLiteral("宛名番号")].toString() ==
                                         QString::number(m_person);
        QVERIFY(!row.value(QStringLiteral(
            "details"))[QStringLiteral("４情報")][0][QStringLiteral("氏名")]
                     .toString()
                     .isEmpty());
        QCOMPARE(shown.value(QStringLiteral("特定個人情報ファイル名")).toString(),
                 QStringLiteral("住民基本台帳ファイル"));
    }
    QVERIFY(aboutPerson);
    for (const char *procedure :
         {"SignIn", "OpenVisit", "FindPeople", "ViewResident", "ViewHousehold", "ViewHistory",
          "Lock", "Unlock", "EndVisit", "SignOut", "ExportLog"})
        QVERIFY2(procedures.contains(QLatin1String(procedure)), procedure);
}

void TestLogEnd::theWholeLogVerifies()
{
    const Answer answer = verify(m_lines);
    QCOMPARE(answer.code, 0);
    QVERIFY(answer.line.value(QStringLiteral("good")).toBool());
    QCOMPARE(answer.line.value(QStringLiteral("wholeTo")).toString(),
             QString::number(rowLines().size()));
}

void TestLogEnd::aClerkMayNotExport()
{
    const QString file = m_folder.filePath(QStringLiteral("clerk.jsonl"));
    const auto clerk = app::AdminSignIn::open(order(QStringLiteral("madoguchi2")));
    QVERIFY(clerk.has_value());
    QCOMPARE(app::runLog(**clerk, {QStringLiteral("export"), file}), 1);
    QCOMPARE(QFileInfo(file).size(), 0);
    const auto rows = support::logRows((*clerk)->desk());
    QCOMPARE(rows.last().procedure, QStringLiteral("ExportLog"));
    QCOMPARE(rows.last().outcome, evidence::Outcome::Refused);
}

void TestLogEnd::anyRowChanged_data()
{
    QTest::addColumn<int>("row");
    const QList<qsizetype> rows = rowLines();
    for (qsizetype row = 1; row <= rows.size(); ++row)
        QTest::newRow(qPrintable(QString::number(row))) << int(row);
}

void TestLogEnd::anyRowChanged()
{
    QFETCH(int, row);
    const QList<qsizetype> rows = rowLines();
    const qsizetype at = rows.at(row - 1);
    const auto fails = [this](const QList<QByteArray> &lines, int badRow) {
        const Answer answer = verify(lines);
        if (answer.code == 1 &&
            answer.line.value(QStringLiteral("badRow")).toString() == QString::number(badRow))
            return true;
        qWarning("%s", QJsonDocument(answer.line).toJson().constData());
        return false;
    };
    // One bit of the row's bytes, one digit of its hash, one shown field.
    for (const char *field : {"row", "hash"}) {
        QJsonObject line = QJsonDocument::fromJson(m_lines.at(at)).object();
        QString text = line.value(QLatin1String(field)).toString();
        QVERIFY(text.size() > 20);
        text[10] = text.at(10) == u'7' ? u'5' : u'7';
        line.insert(QLatin1String(field), text);
        QList<QByteArray> lines = m_lines;
        lines[at] = QJsonDocument(line).toJson(QJsonDocument::Compact);
        QVERIFY(fails(lines, row));
    }
    QList<QByteArray> changed = m_lines;
    changed[at].replace("処理日時\":\"20", "処理日時\":\"19");
    QVERIFY(fails(changed, row));
    QList<QByteArray> deleted = m_lines;
    deleted.removeAt(at);
    QVERIFY(fails(deleted, row));
    QList<QByteArray> shortened = m_lines;
    shortened[at].chop(shortened.at(at).size() / 2);
    QVERIFY(fails(shortened, row));
    if (row < rows.size()) {
        QList<QByteArray> swapped = m_lines;
        swapped.swapItemsAt(at, rows.at(row));
        QVERIFY(fails(swapped, row));
    }
}

void TestLogEnd::tailCut()
{
    // Cut with care, so that the end fits: only a head held elsewhere shows it.
    const QList<qsizetype> rows = rowLines();
    const QByteArray hash = QJsonDocument::fromJson(m_lines.at(rows.at(rows.size() - 3)))
                                .object()
                                .value(QStringLiteral("hash"))
                                .toString()
                                .toLatin1();
    QList<QByteArray> lines = m_lines.first(rows.at(rows.size() - 3) + 1);
    lines.append(
        QJsonDocument(QJsonObject{{QStringLiteral("kind"), QStringLiteral("end")},
                                  {QStringLiteral("head"), QString::number(rows.size() - 2) + u':' +
                                                               QString::fromLatin1(hash)}})
            .toJson(QJsonDocument::Compact));
    QCOMPARE(verify(lines).code, 0);
    const Answer answer = verify(lines, {QStringLiteral("--head"), m_head});
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.line.value(QStringLiteral("problem")).toString(), QStringLiteral("LogCut"));
    QCOMPARE(answer.line.value(QStringLiteral("badRow")).toString(),
             QString::number(rows.size() - 1));
}

QTEST_MAIN(TestLogEnd)
#include "tst_logend.moc"
