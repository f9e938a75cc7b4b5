// links: madoguchi_app
#include "app/logcommand.h"
#include "models/desk/fileprocedures.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using counterwork::Handmade;
namespace people = counterwork::people;

/// `log export` of what was opened of tax, collection and pension: every field that R-LOG-02, LG-3
/// and PEN-R40 ask for, with the name of the file; and `log verify` finds it whole.
class TestDeskLogExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldIsListed();
    void theExportIsWhole();

private:
    [[nodiscard]] static QList<QByteArray> exported(Handmade &place);
};

QList<QByteArray> TestDeskLogExport::exported(Handmade &place)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto done = place.withJournal([&](journal::Journal &journal) {
        return app::exportLog(
            journal,
            [&place](QByteArrayView sealed) {
                return base::crypto::openSealed(place.logKey(), sealed);
            },
            buffer);
    });
    if (!done || done->closed != 0)
        qFatal("no export");
    QList<QByteArray> lines = buffer.data().split('\n');
    lines.removeLast(); // behind the last end of line
    return lines;
}

void TestDeskLogExport::everyFieldIsListed()
{
    Handmade place(counterwork::fileWorld(), counterwork::all, true);
    desk::ViewTax view(place.counter());
    const auto procedures = counterwork::procedures();
    for (const auto &one : procedures)
        QCOMPARE(one.open(view, {.visit = place.visit(QString::fromLatin1(one.purpose),
                                                      desk::Caller::Telephone),
                                 .person = {people::father},
                                 .caller = counterwork::aKnownCaller()}),
                 base::ErrorCode::Count);
    const QList<QByteArray> lines = exported(place);
    QCOMPARE(lines.size(), procedures.size() + 2); // a title and an end
    for (qsizetype i = 0; i < procedures.size(); ++i) {
        const QJsonObject line = QJsonDocument::fromJson(lines.at(i + 1)).object();
        const QJsonObject shown = line.value(u"shown").toObject();
        const auto text = [&shown](const char *field) {
            return shown.value(QString::fromUtf8(field)).toString();
        };
        QCOMPARE(text("機能名"), QString::fromLatin1(procedures.at(i).name));
        QCOMPARE(text("特定個人情報ファイル名"), QString::fromUtf8(procedures.at(i).file));
        QCOMPARE(text("処理事由"), QString::fromLatin1(procedures.at(i).purpose));
        QCOMPARE(text("処理日時"), QStringLiteral("2026-11-02T10:00:00.000+09:00"));
        QCOMPARE(text("職員情報"), QStringLiteral("u1"));
        QCOMPARE(text("操作種別"), QStringLiteral("照会"));
        QCOMPARE(text("結果"), QStringLiteral("実施"));
        QCOMPARE(text("個人番号アクセス有無"), QStringLiteral("無"));
        QVERIFY(!text("対応").isEmpty());
        QVERIFY(!text("基準表の版").isEmpty());
        const QJsonObject subject =
            shown.value(QStringLiteral("対象者")).toArray().first().toObject();
        QCOMPARE(subject.value(QStringLiteral("宛名番号")).toString(), QStringLiteral("1"));
        QCOMPARE(subject.value(QStringLiteral("履歴番号")).toInt(), 3);
        const QJsonObject details = line.value(u"details").toObject();
        QCOMPARE(details.value(QStringLiteral("４情報"))
                     .toArray()
                     .first()
                     .toObject()
                     .value(QStringLiteral("氏名"))
                     .toString(),
                 QStringLiteral("山田　太郎"));
        const QJsonArray confirmed{QStringLiteral("電話での確認"),
                                   QStringLiteral("氏名・生年月日・通知書番号等")};
        QVERIFY(details.value(QStringLiteral("検索条件")).toArray().contains(confirmed));
        if (text("機能名") == u"CalculateLateCharge") {
            const QJsonArray day{QStringLiteral("計算日"), QStringLiteral("2026-11-02")};
            QVERIFY(details.value(QStringLiteral("検索条件")).toArray().contains(day));
        }
    }
}

void TestDeskLogExport::theExportIsWhole()
{
    Handmade place(counterwork::fileWorld(), counterwork::all, true);
    desk::ViewTax view(place.counter());
    const auto visit = place.visit(QStringLiteral("certificate"));
    for (const auto &one : counterwork::procedures()) {
        // Once refused, once done.
        (void)one.open(view, {.visit = visit,
                              .person = {people::father},
                              .purpose = QString::fromLatin1(one.misfit)});
        (void)one.open(view, {.visit = visit,
                              .person = {people::father},
                              .purpose = QString::fromLatin1(one.purpose)});
    }
    const QList<QByteArray> lines = exported(place);
    QCOMPARE(lines.size(), 2 * counterwork::procedures().size() + 2);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("export.jsonl"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(lines.join('\n') + '\n');
    file.close();
    QBuffer output;
    output.open(QIODevice::WriteOnly);
    const QString head = evidence::headText(
        place.withJournal([](journal::Journal &journal) { return journal.head(); }));
    QCOMPARE(app::runLogVerify({path, QStringLiteral("--head"), head}, output), 0);
}

QTEST_MAIN(TestDeskLogExport)
#include "tst_desklogexport.moc"
