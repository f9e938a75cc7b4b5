#include "app/rulecommand.h"
#include "support/cases.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Run
{
    int code = -1;
    QList<QJsonObject> lines;
};

Run run(const QStringList &arguments, const QByteArray &csv = {})
{
    QByteArray typed = csv;
    QBuffer input(&typed);
    QBuffer output;
    input.open(QIODevice::ReadOnly);
    output.open(QIODevice::WriteOnly);
    Run answer;
    answer.code = app::runRule(arguments, input, output);
    for (const QByteArray &line : output.data().split('\n')) {
        if (!line.isEmpty())
            answer.lines.append(QJsonDocument::fromJson(line).object());
    }
    return answer;
}

} // namespace

/// madoguchi-admin rule pension-exemption, pension-maternity, pension-months.
class TestPensionAnswers final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anExemptionFromArguments();
    void exemptionsFromCsv();
    void everyCaseOfTheList();
    void saysThatItDecidesNothing();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();
    void maternity();
    void months();
};

void TestPensionAnswers::anExemptionFromArguments()
{
    const Run answer = run({u"pension-exemption"_s, u"full,R7.8,R7.8.10,H8.3.3,self,670000"_s,
                            u",,,,head,1020001,1"_s});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.lines.size(), 1);
    const QJsonObject line = answer.lines.first();
    const QJsonObject result = line.value(u"result"_s).toObject();
    QCOMPARE(result.value(u"outlook"_s).toString(), u"over"_s);
    QCOMPARE(result.value(u"incomeYear"_s).toInt(), 2024);
    QCOMPARE(result.value(u"earliest"_s).toString(), u"2023-07"_s);
    QCOMPARE(result.value(u"cycle"_s)[u"from"_s].toString(), u"2025-07"_s);
    QCOMPARE(result.value(u"cycle"_s)[u"to"_s].toString(), u"2026-06"_s);
    const QJsonArray persons = result.value(u"persons"_s).toArray();
    QCOMPARE(persons.size(), 2);
    QCOMPARE(persons.at(0)[u"within"_s].toBool(), true);
    QCOMPARE(persons.at(1)[u"who"_s].toString(), u"head"_s);
    QCOMPARE(persons.at(1)[u"limit"_s].toInt(), 1020000);
    QCOMPARE(persons.at(1)[u"within"_s].toBool(), false);
    QCOMPARE(line.value(u"table"_s).toString().size(), 16);
}

void TestPensionAnswers::exemptionsFromCsv()
{
    const Run answer =
        run({u"pension-exemption"_s},
            "case,kind,month,applied,born,who,income,dependants,elderly,specific,deductions,marks\n"
            "a,deferral,2026-03,2026-03-10,1976-04-01,self,0,,,,,\n"
            "b,full,2026-08,2026-08-10,1990-03-03,self,5000000,,,,,lost-work\n"
            "b,full,2026-08,2026-08-10,1990-03-03,head,500000,,,,,\n"
            "c,half,2026-08,2026-08-10,1990-03-03,self,\"2,770,000\",3,1,1,,\n");
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.lines.size(), 3);
    const auto text = [&answer](int line, const QString &name) {
        return answer.lines.at(line).value(u"result"_s)[name].toString();
    };
    QCOMPARE(text(0, u"outlook"_s), u"outside"_s);
    QCOMPARE(text(0, u"why"_s), u"too-old"_s);
    QCOMPARE(text(1, u"outlook"_s), u"within"_s);
    QCOMPARE(text(1, u"why"_s), u"lost-work"_s);
    QCOMPARE(text(2, u"outlook"_s), u"within"_s);
}

void TestPensionAnswers::everyCaseOfTheList()
{
    // The cases that tst_exemptionrule calls the rule with, here as CSV on standard input.
    QByteArray csv;
    QStringList expected;
    for (const auto &one : support::cases("pension_cases")) {
        if (one.text("rule") != u"outlook"_s)
            continue;
        QStringList words = one.text("given").split(u' ');
        const QString kind = words.takeFirst().replace(u'_', u'-');
        const QString month = words.takeFirst();
        for (const QString &person : std::as_const(words)) {
            QStringList parts = person.section(u'=', 1).split(u'/');
            const QString marks = parts.value(5).replace(u"lost"_s, u"lost-work"_s);
            csv += (QStringList{QString::number(one.line), kind, month, one.text("day"),
                                one.text("born"), person.section(u'=', 0, 0)} +
                    parts.first(5) + QStringList{QString(marks).replace(u',', u' ')})
                       .join(u',')
                       .toUtf8() +
                   '\n';
        }
        const QStringList fields = one.text("expect").split(u';');
        expected.append(fields.at(0).toLower() + u';' + fields.at(1));
    }
    QVERIFY(expected.size() >= 30);
    const Run answer = run({u"pension-exemption"_s}, csv);
    QCOMPARE(answer.code, 0);
    QStringList found;
    for (const QJsonObject &line : answer.lines)
        found.append(line.value(u"result"_s)[u"outlook"_s].toString() + u';' +
                     line.value(u"result"_s)[u"why"_s].toString());
    QCOMPARE(found, expected);
}

void TestPensionAnswers::saysThatItDecidesNothing()
{
    const Run answer =
        run({u"pension-exemption"_s, u"student,2026-04,2026-04-10,2005-03-03,self,0"_s});
    QCOMPARE(answer.code, 0);
    QVERIFY(answer.lines.first()
                .value(u"advice"_s)
                .toArray()
                .first()
                .toString()
                .contains(u"日本年金機構"_s));
}

void TestPensionAnswers::refusesWhatItCannotRead_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("error");
    QTest::newRow("kind") << u"some,2026-04,2026-04-10,2005-03-03,self,0"_s
                          << u"UnknownWord: some"_s;
    QTest::newRow("month") << u"full,2026-13,2026-04-10,2005-03-03,self,0"_s << QString();
    QTest::newRow("a year") << u"full,2026,2026-04-10,2005-03-03,self,0"_s << QString();
    QTest::newRow("who") << u"full,2026-04,2026-04-10,2005-03-03,cousin,0"_s
                         << u"UnknownWord: cousin"_s;
    QTest::newRow("income") << u"full,2026-04,2026-04-10,2005-03-03,self,much"_s
                            << u"NumberUnreadable"_s;
    // Read as 0 it would be within every limit.
    QTest::newRow("no income") << u"full,2026-04,2026-04-10,2005-03-03,self"_s
                               << u"NumberUnreadable"_s;
    QTest::newRow("mark") << u"full,2026-04,2026-04-10,2005-03-03,self,0,,,,,poor"_s
                          << u"UnknownWord: poor"_s;
    QTest::newRow("nobody himself")
        << u"full,2026-04,2026-04-10,2005-03-03,head,0"_s << u"ArgumentWrong"_s;
    QTest::newRow("no birth") << u"full,2026-04,2026-04-10,,self,0"_s << u"ArgumentWrong"_s;
    QTest::newRow("dependants beyond counting")
        << u"full,2026-04,2026-04-10,2005-03-03,self,0,99999999999"_s << u"ArgumentWrong"_s;
    QTest::newRow("a month without a table line")
        << u"full,2015-04,2015-04-10,1985-03-03,self,0"_s << u"TableYearMissing"_s;
}

void TestPensionAnswers::refusesWhatItCannotRead()
{
    QFETCH(QString, row);
    QFETCH(QString, error);
    const Run answer = run({u"pension-exemption"_s, row});
    QCOMPARE(answer.code, 1);
    const QString said = answer.lines.first().value(u"error"_s).toString();
    QVERIFY(!said.isEmpty());
    QVERIFY(error.isEmpty() || said == error);
    QVERIFY(answer.lines.first().value(u"result"_s).isNull());
}

void TestPensionAnswers::maternity()
{
    const Run answer = run({u"pension-maternity"_s}, "2025-04-10\nR7.4.10,2\n2019-01-31,1\nx,1\n");
    QCOMPARE(answer.code, 1);
    QCOMPARE(answer.lines.size(), 4);
    QCOMPARE(answer.lines.at(0).value(u"result"_s)[u"from"_s].toString(), u"2025-03"_s);
    QCOMPARE(answer.lines.at(0).value(u"result"_s)[u"to"_s].toString(), u"2025-06"_s);
    QCOMPARE(answer.lines.at(1).value(u"result"_s)[u"from"_s].toString(), u"2025-01"_s);
    QCOMPARE(answer.lines.at(1).value(u"result"_s)[u"to"_s].toString(), u"2025-06"_s);
    QCOMPARE(answer.lines.at(2).value(u"error"_s).toString(), u"BeforeTheLaw"_s);
    QVERIFY(!answer.lines.at(3).value(u"error"_s).toString().isEmpty());
}

void TestPensionAnswers::months()
{
    // Born on 1 April: insured from March (国民年金法 第11条); changed to 第2号 in June 2023.
    const Run answer =
        run({u"pension-months"_s}, "a,1999-04-01,2024-02-10,first,2019-03-31,2023-06-10,1,4\n"
                                   "a,,,second,2023-06-10,2024-01-01,7,11\n");
    QCOMPARE(answer.code, 0);
    const QJsonObject result = answer.lines.first().value(u"result"_s).toObject();
    const QJsonArray spans = result.value(u"spans"_s).toArray();
    QCOMPARE(spans.size(), 3);
    QCOMPARE(spans.at(0)[u"from"_s].toString(), u"2019-03"_s);
    QCOMPARE(spans.at(0)[u"to"_s].toString(), u"2023-05"_s);
    QCOMPARE(spans.at(1)[u"state"_s].toString(), u"second"_s);
    QCOMPARE(spans.at(2)[u"state"_s].toString(), u"gap"_s);
    QCOMPARE(result.value(u"monthsFirst"_s).toInt(), 51);
    QCOMPARE(result.value(u"monthsMissing"_s).toInt(), 2);
    QCOMPARE(result.value(u"irregularities"_s).toArray().size(), 1);
    QCOMPARE(run({u"pension-months"_s, u",2024-02-10,first,2019-03-31"_s}).code, 1);
    const auto refused = [](const QByteArray &csv) {
        return run({u"pension-months"_s}, csv).lines.first().value(u"error"_s).toString();
    };
    QCOMPARE(refused("a,1999-04-01,2024-02-10,first,2019-03-31,2023-06-10,1,abroad\n"),
             u"UnknownWord: abroad"_s);
    QCOMPARE(refused("a,1999-04-01,2024-02-10,first,2019-03-31,2023-06-10\n"
                     "a,1989-04-01,2024-02-10,second,2023-06-10\n"),
             u"CaseDiffers"_s);
}

QTEST_GUILESS_MAIN(TestPensionAnswers)
#include "tst_pensionanswers.moc"
