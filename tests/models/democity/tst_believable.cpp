// links: madoguchi_democity
#include "calendar/deadlines.h"
#include "democity/citymaker.h"

#include <QtTest>

#include <algorithm>

using namespace residents;

namespace {

const QDate referenceDate(2026, 11, 1);

QList<QList<Snapshot>> historiesOf(int residents, quint64 seed)
{
    QList<QList<Snapshot>> histories;
    auto maker = democity::CityMaker::open(
        {.residents = residents, .seed = seed, .referenceDate = referenceDate, .files = false});
    democity::Batch batch;
    while (maker && maker->next(batch))
        histories += batch.histories;
    return histories;
}

} // namespace

/// The made-up city holds nothing that a clerk would laugh at.
class TestBelievable final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void familiesArePossible();
    void staysAreLawful();
};

/// What a clerk would not believe: married or lodging as a child, mothers and brothers and sisters
/// that nature does not know, too many of a hundred years.
void TestBelievable::familiesArePossible()
{
    const auto histories = historiesOf(20000, 4);
    QVERIFY(!histories.isEmpty());
    QHash<qint64, QList<Snapshot>> households;
    int hundred = 0;
    for (const auto &history : histories) {
        const Snapshot &now = history.last();
        if (isPresent(now.state)) {
            households[now.household.value].append(now);
            hundred += calendar::ageOn(now.bornOn.earliest, referenceDate) >= 100 ? 1 : 0;
        }
        const Snapshot &first = history.first();
        const int came = calendar::ageOn(first.bornOn.earliest, first.becameResident.on.latest);
        const bool alone = first.relationship == u"同居人" || first.relationship == u"縁故者";
        QVERIFY(!alone || !first.bornOn.isDay() || came >= 17);
        // 民法 第731条: 18 years (until 2022-03-31 women from 16).
        const bool spouse = first.relationship.endsWith(u'妻') || first.relationship == u"夫";
        QVERIFY(!spouse || !first.bornOn.isDay() || came >= 16);
    }
    QVERIFY(hundred > 0 && hundred < 20000 * 3 / 1000);
    for (const auto &members : households) {
        const auto wife = std::find_if(members.begin(), members.end(),
                                       [](const auto &one) { return one.relationship == u"妻"; });
        QList<QDate> births;
        for (const Snapshot &member : members) {
            if (member.relationship != u"子" || !member.bornOn.isDay())
                continue;
            births.append(member.bornOn.earliest);
            if (wife == members.end() || !wife->bornOn.isDay())
                continue;
            const int mother = calendar::ageOn(wife->bornOn.earliest, member.bornOn.earliest);
            QVERIFY2(mother >= 15 && mother <= 49, qPrintable(QString::number(mother)));
        }
        std::sort(births.begin(), births.end());
        for (qsizetype i = 1; i < births.size(); ++i)
            QVERIFY(births[i - 1].daysTo(births[i]) >= 270);
    }
}

/// 出入国管理及び難民認定法 別表第一・第二: who can hold a status of residence at all.
void TestBelievable::staysAreLawful()
{
    const auto histories = historiesOf(30000, 6);
    const auto words = [](const char16_t *list) { return QString::fromUtf16(list).split(u' '); };
    const QStringList ofWork =
        words(u"技術・人文知識・国際業務 経営・管理 特定技能１号 特定技能２号 "
              u"技能実習２号ロ 留学");
    QHash<qint64, Kind> heads;
    for (const auto &history : histories) {
        if (history.last().relationship == u"世帯主")
            heads.insert(history.last().household.value, history.last().kind);
    }
    QSet<QString> seen;
    for (const auto &history : histories) {
        const Snapshot &now = history.last();
        if (!now.foreign || !isPresent(now.state))
            continue;
        const ForeignItems &items = *now.foreign;
        const QString &status = items.statusOfResidence;
        const int age = calendar::ageOn(now.bornOn.earliest, referenceDate);
        const int years = calendar::ageOn(now.becameResident.on.earliest, referenceDate);
        seen.insert(status);
        QVERIFY2(!ofWork.contains(status) || age >= 18, qPrintable(status));
        QVERIFY2(!ofWork.contains(status) || now.relationship == u"世帯主", qPrintable(status));
        QVERIFY(status != u"家族滞在" || now.relationship != u"世帯主");
        QVERIFY(status != u"日本人の配偶者等" ||
                heads.value(now.household.value) == Kind::Japanese);
        QVERIFY(status != u"技能実習２号ロ" || years < 3);
        QVERIFY(status != u"特定技能１号" || years < 5);
        if (items.foreignClass != ForeignClass::MidToLongTerm)
            continue;
        // 出入国管理及び難民認定法施行規則 別表第二: 永住者 無期限.
        QCOMPARE(items.periodOfStay == u"無期限", status == u"永住者");
        QCOMPARE(!items.expiresOn.isValid(), status == u"永住者");
        QVERIFY(!items.expiresOn.isValid() || items.expiresOn > referenceDate);
        QVERIFY(!items.periodOfStay.isEmpty());
    }
    QVERIFY(seen.size() >= 9);
}

QTEST_GUILESS_MAIN(TestBelievable)
#include "tst_believable.moc"
