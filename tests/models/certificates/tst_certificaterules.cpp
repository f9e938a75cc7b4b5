#include "certificates/issuenumber.h"
#include "certificates/rules.h"
#include "models/print/household.h"
#include "support/cases.h"

#include <QTest>

using base::ErrorCode;
using certificates::RequesterKind;
using residents::Restriction;
using residents::RestrictionKind;
using residents::RestrictionLevel;

namespace {

RequesterKind requesterOf(const QString &name)
{
    static const QHash<QString, RequesterKind> names{
        {QStringLiteral("Self"), RequesterKind::Self},
        {QStringLiteral("SameHousehold"), RequesterKind::SameHousehold},
        {QStringLiteral("Agent"), RequesterKind::Agent},
        {QStringLiteral("Official"), RequesterKind::Official},
        {QStringLiteral("ThirdParty"), RequesterKind::ThirdParty},
        {QStringLiteral("Professional"), RequesterKind::Professional}};
    return names.value(name);
}

ErrorCode codeOf(const QString &name)
{
    static const QHash<QString, ErrorCode> names{
        {QStringLiteral("RefusedRestriction"), ErrorCode::RefusedRestriction},
        {QStringLiteral("RefusedRemoved"), ErrorCode::RefusedRemoved},
        {QStringLiteral("RefusedRequester"), ErrorCode::RefusedRequester},
        {QStringLiteral("RefusedItems"), ErrorCode::RefusedItems},
        {QStringLiteral("RequesterIncomplete"), ErrorCode::RequesterIncomplete},
        {QStringLiteral("NobodyChosen"), ErrorCode::NobodyChosen},
        {QStringLiteral("ResidentUnknown"), ErrorCode::ResidentUnknown},
        {QStringLiteral("RestrictionsOld"), ErrorCode::RestrictionsOld}};
    return names.value(name, ErrorCode::Unexpected);
}

certificates::Items itemsOf(const QString &names)
{
    certificates::Items items;
    for (const auto &name : names.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (name == QLatin1String("Relationship"))
            items |= certificates::Item::Relationship;
        else if (name == QLatin1String("Domicile"))
            items |= certificates::Item::Domicile;
        else if (name == QLatin1String("ForeignItems"))
            items |= certificates::Item::ForeignItems;
        else if (name == QLatin1String("FormerFamily"))
            items |= certificates::Item::FormerFamily;
        else if (name == QLatin1String("History"))
            items |= certificates::Item::History;
        else if (name == QLatin1String("IndividualNumber"))
            items |= certificates::Item::IndividualNumber;
        else if (name == QLatin1String("ResidentCode"))
            items |= certificates::Item::ResidentCode;
    }
    return items;
}

void restrict(residents::HouseholdRecord &record, const QString &word)
{
    if (word.isEmpty() || word == QLatin1String("withheld"))
        return;
    Restriction one;
    one.id = 5;
    one.person = {1};
    one.from = {2025, 4, 1};
    one.until = {2027, 3, 31};
    if (word == QLatin1String("provisional"))
        one.kind = RestrictionKind::ProvisionalSupport;
    if (word == QLatin1String("support-expired"))
        one.until = {2026, 3, 31};
    if (word == QLatin1String("support-ended"))
        one.ended = true;
    if (word == QLatin1String("support-future"))
        one.from = household::today().addDays(1);
    if (word.startsWith(QLatin1String("card-lost"))) {
        one.kind = RestrictionKind::CardLost;
        one.hidesAddress = false;
    }
    if (word == QLatin1String("alert")) {
        one.kind = RestrictionKind::Investigation;
        one.certificate = RestrictionLevel::Alert;
    }
    if (word == QLatin1String("inquiry-only"))
        one.certificate = RestrictionLevel::None;
    record.members[word.endsWith(QLatin1String("-other")) ? 1 : 0].restrictions.append(one);
}

void setState(residents::HouseholdRecord &record, const QString &word)
{
    auto &first = record.members.first().snapshot;
    if (word == QLatin1String("removed"))
        first.state = residents::State::MovedOut;
    if (word == QLatin1String("alone"))
        record.members.resize(1);
    if (word.startsWith(QLatin1String("planned"))) {
        const int days = word.endsWith(QLatin1String("tomorrow")) ? 1 : 0;
        first.state = residents::State::MoveOutPlanned;
        first.plannedDestination =
            residents::Destination{household::address(), household::today().addDays(days)};
    }
}

certificates::Request requestOf(const support::Case &row)
{
    certificates::Request request;
    if (row.text("form") == QLatin1String("Individual"))
        request.form = certificates::FormKind::Individual;
    else if (row.text("form") == QLatin1String("Removed"))
        request.form = certificates::FormKind::Removed;
    request.household = {7};
    for (const auto &id : row.text("persons").split(QLatin1Char(' '), Qt::SkipEmptyParts))
        request.persons.append(base::PersonId{id.toLongLong()});
    request.items = itemsOf(row.text("items"));
    request.requester = requesterOf(row.text("requester"));
    request.requesterName = row.text("name");
    request.useOf = row.text("use");
    if (row.text("identity") == QLatin1String("questioned"))
        request.identification.questioned = true;
    else
        request.identification.documents =
            row.text("identity").split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return request;
}

} // namespace

class TestCertificateRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesByCase_data();
    void judgesByCase();
    void theFeeIsForEachCopy();
    void olderTablesStopOnlyTheNewPapers();
    void copiesAreOneToTwenty();
    void wordingChangesByDate();
    void aBlankOfficerIsRefused();
    void numbersReadAsTheStandardWritesThem();
    void prefecturesAreTakenOff_data();
    void prefecturesAreTakenOff();
};

void TestCertificateRules::judgesByCase_data()
{
    QTest::addColumn<support::Case>("row");
    const auto rows = support::cases("certificate_cases");
    QVERIFY(rows.size() > 80);
    for (const auto &row : rows)
        QTest::newRow(row.name().constData()) << row;
}

void TestCertificateRules::judgesByCase()
{
    QFETCH(support::Case, row);
    auto record = household::ofSize(3);
    record.formerMembers.append(
        household::person(9, QStringLiteral("渡辺"), QStringLiteral("昔"), QStringLiteral("子")));
    record.formerMembers.first().snapshot.state = residents::State::Died;
    restrict(record, row.text("restriction"));
    setState(record, row.text("state"));
    const auto terms = certificates::Terms::load(household::today());
    QVERIFY(terms.has_value());
    certificates::Circumstances now{.today = household::today(),
                                    .now = QDateTime({2026, 11, 20}, {3, 0}, Qt::UTC),
                                    .restrictionsAsOf = {}};
    now.placeWithheld = row.text("restriction") == QLatin1String("withheld");
    const int age = row.text("age").toInt();
    if (age >= 0)
        now.restrictionsAsOf = now.now.addSecs(-60 * age);

    const auto judgement = certificates::judge(record, requestOf(row), *terms, now);

    const QString expected = row.text("expected");
    QCOMPARE(judgement.isAllowed(), expected.isEmpty());
    const auto outcome = judgement.outcome();
    QCOMPARE(outcome.has_value(), expected.isEmpty());
    if (!expected.isEmpty()) {
        QVERIFY(codeOf(expected) != ErrorCode::Unexpected);
        QCOMPARE(int(outcome.error().code), int(codeOf(expected)));
        QVERIFY2(judgement.refusals.first().rule.contains(row.text("article")),
                 qPrintable(judgement.refusals.first().rule));
    }
    const QString warning = row.text("warning");
    QCOMPARE(judgement.warnings.isEmpty(), warning.isEmpty());
    if (!warning.isEmpty())
        QCOMPARE(int(judgement.warnings.first().code), int(codeOf(warning)));
}

void TestCertificateRules::theFeeIsForEachCopy()
{
    const auto record = household::ofSize(2);
    const auto terms = certificates::Terms::load(household::today());
    QVERIFY(terms.has_value());
    auto request = household::everybody(record);
    request.copies = 3;
    QCOMPARE(certificates::judge(record, request, *terms, {}).feeYen, 900);
    request.requester = RequesterKind::Official; // 第12条の2: 公用は無料
    QCOMPARE(certificates::judge(record, request, *terms, {}).feeYen, 0);
    request.form = certificates::FormKind::Removed; // 第15条の4第2項
    QCOMPARE(certificates::judge(record, request, *terms, {}).feeYen, 0);
    request.requester = RequesterKind::ThirdParty;
    QCOMPARE(certificates::judge(record, request, *terms, {}).feeYen, 900);
}

/// Tables that a register handed out before 除票 were issued: all else goes on.
void TestCertificateRules::olderTablesStopOnlyTheNewPapers()
{
    const auto wording = tables::Table::load(QStringLiteral("wording"));
    const auto identity = tables::Table::load(QStringLiteral("identity"));
    QFile file(QStringLiteral(":/tables/fees.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray lines;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.contains(",removed,"))
            lines += line + '\n';
    }
    const auto fees = tables::Table::parse(QStringLiteral("fees"), lines);
    QVERIFY(wording && identity && fees);
    const auto terms = certificates::Terms::from(*wording, *fees, *identity, household::today());
    QVERIFY(terms.has_value());
    QVERIFY(terms->has(certificates::FormKind::Household));
    QVERIFY(terms->has(certificates::FormKind::Individual));
    QVERIFY(!terms->has(certificates::FormKind::Removed));
    auto record = household::ofSize(1);
    record.members.first().snapshot.state = residents::State::MovedOut;
    auto request = household::everybody(record);
    request.form = certificates::FormKind::Removed;
    certificates::Circumstances now{.today = household::today(),
                                    .now = QDateTime({2026, 11, 20}, {3, 0}, Qt::UTC),
                                    .restrictionsAsOf = {}};
    now.restrictionsAsOf = now.now;
    const auto outcome = certificates::judge(record, request, *terms, now).outcome();
    QVERIFY(!outcome.has_value());
    QCOMPARE(int(outcome.error().code), int(ErrorCode::TableYearMissing));
}

void TestCertificateRules::copiesAreOneToTwenty()
{
    const auto record = household::ofSize(1);
    const auto terms = certificates::Terms::load(household::today());
    QVERIFY(terms.has_value());
    certificates::Circumstances now{.today = household::today(),
                                    .now = QDateTime({2026, 11, 20}, {3, 0}, Qt::UTC),
                                    .restrictionsAsOf = {}};
    now.restrictionsAsOf = now.now;
    auto request = household::everybody(record);
    for (const auto &[copies, allowed] :
         {std::pair(0, false), {1, true}, {20, true}, {21, false}, {-5, false}}) {
        request.copies = copies;
        QCOMPARE(certificates::judge(record, request, *terms, now).isAllowed(), allowed);
    }
}

void TestCertificateRules::wordingChangesByDate()
{
    const auto shipped = tables::Table::load(QStringLiteral("wording"));
    const auto fees = tables::Table::load(QStringLiteral("fees"));
    const auto identity = tables::Table::load(QStringLiteral("identity"));
    QVERIFY(shipped && fees && identity);
    // 職務代理者: a line with dates (municipal-facts.md 5.1), no change of the program.
    QFile file(QStringLiteral(":/tables/wording.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes =
        file.readAll() +
        QStringLiteral("2026-12-01,2026-12-31,officer.post,長職務代理者　副市長,条例\n").toUtf8();
    const auto wording = tables::Table::parse(QStringLiteral("wording"), bytes);
    QVERIFY(wording.has_value());
    const auto post = [&](QDate day) {
        const auto terms = certificates::Terms::from(*wording, *fees, *identity, day);
        return terms ? terms->word(QStringLiteral("officer.post")) : QString();
    };
    QCOMPARE(post({2026, 11, 30}), QStringLiteral("長"));
    QCOMPARE(post({2026, 12, 1}), QStringLiteral("長職務代理者　副市長"));
    QCOMPARE(post({2026, 12, 31}), QStringLiteral("長職務代理者　副市長"));
    QCOMPARE(post({2027, 1, 1}), QStringLiteral("長"));
}

void TestCertificateRules::aBlankOfficerIsRefused()
{
    const auto fees = tables::Table::load(QStringLiteral("fees"));
    const auto identity = tables::Table::load(QStringLiteral("identity"));
    const auto wording = tables::Table::parse(QStringLiteral("wording"),
                                              "valid_from,valid_to,key,text,source\n,,title,a,b\n");
    QVERIFY(fees && identity && wording);
    const auto terms = certificates::Terms::from(*wording, *fees, *identity, household::today());
    QVERIFY(!terms.has_value());
    QCOMPARE(int(terms.error().code), int(ErrorCode::TableYearMissing));
}

void TestCertificateRules::numbersReadAsTheStandardWritesThem()
{
    // The example of 住民記録システム標準仕様書 5.1.
    const certificates::IssueNumber number{.day = {2020, 5, 2},
                                           .municipality = QStringLiteral("●●市"),
                                           .station = QStringLiteral("本庁1"),
                                           .printer = QStringLiteral("プリンタ001"),
                                           .serial = 11};
    QCOMPARE(certificates::onPage(number.text(), 1, 2),
             QStringLiteral("20200502 ●●市 本庁1 プリンタ001 011 1/2"));
    auto many = number;
    many.serial = 1234;
    QVERIFY(many.text().endsWith(QStringLiteral(" 1234")));
}

void TestCertificateRules::prefecturesAreTakenOff_data()
{
    QTest::addColumn<QString>("whole");
    QTest::addColumn<QString>("city");
    const QList<QStringList> rows{
        {QStringLiteral("あさぎり県みどり野市"), QStringLiteral("みどり野市")},
        {QStringLiteral("東京都府中市"), QStringLiteral("府中市")},
        {QStringLiteral("京都府京都市"), QStringLiteral("京都市")},
        {QStringLiteral("大阪府府中市"), QStringLiteral("府中市")},
        {QStringLiteral("北海道北見市"), QStringLiteral("北見市")},
        {QStringLiteral("鹿児島県鹿児島市"), QStringLiteral("鹿児島市")},
        {QStringLiteral("山県市"), QStringLiteral("山県市")},
        {QStringLiteral("岐阜県山県市"), QStringLiteral("山県市")},
        {QStringLiteral(""), QStringLiteral("")},
    };
    for (const auto &row : rows)
        QTest::newRow(row.first().toUtf8().constData()) << row.at(0) << row.at(1);
}

void TestCertificateRules::prefecturesAreTakenOff()
{
    QFETCH(QString, whole);
    QTEST(certificates::withoutPrefecture(whole), "city");
}

Q_DECLARE_METATYPE(support::Case)
QTEST_GUILESS_MAIN(TestCertificateRules)
#include "tst_certificaterules.moc"
