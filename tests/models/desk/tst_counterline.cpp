// links: madoguchi_app
#include "support/trainingplace.h"

#include <QtTest>

using base::ErrorCode;
using support::waited;

/// The whole line through the real parts: card, PIN, password, search, record, paper, log.
class TestCounterLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aPersonIsFoundAndOpened();

private:
    std::unique_ptr<support::TrainingPlace> m_place;
};

void TestCounterLine::initTestCase()
{
    m_place = std::make_unique<support::TrainingPlace>();
}

void TestCounterLine::aPersonIsFoundAndOpened()
{
    const auto work = support::signedIn(*m_place, QStringLiteral("madoguchi1"));
    QCOMPARE(work.desk->status().loadPercent, 100);
    const auto visit = waited(work.desk->visits().open(
        {.number = QStringLiteral("12"), .purpose = QStringLiteral("certificate")}));
    QVERIFY(visit.has_value());
    desk::SearchConditions conditions;
    conditions.name = QStringLiteral("わ");
    conditions.birth = desk::BirthRange{QDate(1900, 1, 1), QDate(2026, 1, 1)};
    const auto found = waited(work.desk->findPeople().find(visit->id, conditions));
    QVERIFY(found.has_value());
    QVERIFY(!found->rows.isEmpty());
    const auto opened =
        waited(work.desk->viewRecords().resident(visit->id, found->rows.first().id.person));
    QVERIFY(opened.has_value() || opened.error().code == ErrorCode::RestrictedRecord);
    QVERIFY(waited(work.desk->signOut()).has_value());
}

QTEST_MAIN(TestCounterLine)
#include "tst_counterline.moc"
