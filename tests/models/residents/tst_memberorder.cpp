#include "residents/memberorder.h"

#include <QFile>
#include <QRandomGenerator>
#include <QtTest>

#include <algorithm>

using namespace residents;

namespace {

Member memberFrom(const QString &text)
{
    const auto parts = text.split(u',');
    Member member;
    member.person.value = parts[0].toLongLong();
    member.relationship = parts[1];
    if (parts[2] != u"?")
        member.bornOn = calendar::PartialDate::on(QDate::fromString(parts[2], Qt::ISODate));
    member.domicile = parts.value(3);
    member.leadsDomicile = parts.value(4) == u"H";
    member.manualOrder = parts.value(5).toInt();
    return member;
}

QString asText(const QList<base::PersonId> &order)
{
    QStringList numbers;
    for (const auto &person : order)
        numbers.append(QString::number(person.value));
    return numbers.join(u' ');
}

} // namespace

class TestMemberOrder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheStandard_data();
    void followsTheStandard();
    void doesNotDependOnTheOrderGiven_data() { followsTheStandard_data(); }
    void doesNotDependOnTheOrderGiven();
    void readsASnapshot();
};

void TestMemberOrder::followsTheStandard_data()
{
    QTest::addColumn<QString>("members");
    QTest::addColumn<QString>("expected");
    QFile file(QStringLiteral(MADOGUCHI_SOURCE_DIR "/tests/data/residents/memberorder.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const auto &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const auto parts = line.split(u';');
        QCOMPARE(parts.size(), 3);
        QTest::newRow(qPrintable(parts[0])) << parts[1] << parts[2];
    }
}

void TestMemberOrder::followsTheStandard()
{
    QFETCH(QString, members);
    QFETCH(QString, expected);
    QList<Member> list;
    for (const auto &text : members.split(u' '))
        list.append(memberFrom(text));
    QCOMPARE(asText(memberOrder(list)), expected);
}

void TestMemberOrder::doesNotDependOnTheOrderGiven()
{
    QFETCH(QString, members);
    QFETCH(QString, expected);
    QList<Member> list;
    for (const auto &text : members.split(u' '))
        list.append(memberFrom(text));
    QRandomGenerator random(7);
    for (int i = 0; i < 20; ++i) {
        std::shuffle(list.begin(), list.end(), random);
        QCOMPARE(asText(memberOrder(list)), expected);
    }
}

void TestMemberOrder::readsASnapshot()
{
    Snapshot snapshot;
    snapshot.id.person = {12};
    snapshot.name = {.family = QStringLiteral("山田"),
                     .given = QStringLiteral("太郎"),
                     .familyReading = {},
                     .givenReading = {},
                     .searchKana = {},
                     .latin = {},
                     .alias = {},
                     .aliasKana = {},
                     .formerFamily = {},
                     .formerFamilyReading = {}};
    snapshot.registeredDomicile = QStringLiteral("本町一番地");
    snapshot.domicileHead = QStringLiteral("山田　太郎");
    snapshot.orderInHousehold = 3;
    const Member member = memberOf(snapshot);
    QVERIFY(member.leadsDomicile);
    QVERIFY(!member.domicile.isEmpty());
    QCOMPARE(member.manualOrder, 3);
    snapshot.domicileHead = QStringLiteral("山田　花子");
    QVERIFY(!memberOf(snapshot).leadsDomicile);
    snapshot.domicileHead.clear();
    QVERIFY(memberOf(snapshot).domicile.isEmpty());
}

QTEST_GUILESS_MAIN(TestMemberOrder)
#include "tst_memberorder.moc"
