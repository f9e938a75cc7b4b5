#include "trialjournal.h"

#include <QSqlDriver>
#include <QSqlQuery>

using base::ErrorCode;
using journal::Decision;
using journal::DecisionState;

namespace {

constexpr qint64 start = 1'763'690'400'000;
constexpr qint64 day = 86'400'000;

Decision aDecision(const QString &uuid, qint64 feedNumber)
{
    return {.uuid = uuid,
            .user = QStringLiteral("chief"),
            .entry = 70 + feedNumber,
            .outcome = 1,
            .reason = QStringLiteral("申出書の日付が違う"),
            .feedNumber = feedNumber,
            .atMs = start + feedNumber,
            .keptAtMs = start + 500};
}

QStringList uuidsOf(const base::Result<QList<Decision>> &decisions)
{
    QStringList uuids;
    for (const auto &one : decisions.value_or(QList<Decision>()))
        uuids.append(one.uuid);
    return uuids;
}

bool runs(storage::Database &database, const QString &sql)
{
    QSqlQuery query(database.driver()->createResult());
    return query.exec(sql);
}

} // namespace

// What clerks decided, until no restore of the register can lose it.
class TestDecisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyFieldComesBack();
    void ofAnEntryTheNewestCounts();
    void whatIsLostIsWhatCameBehind();
    void whatIsOfferedMayBeLostOnceMore();
    void whatIsSafeIsForgotten();
    void theFileKeepsWhatWasDecided();

private:
    std::unique_ptr<TrialJournal> m_trial;
    std::unique_ptr<journal::Journal> m_journal;
};

void TestDecisions::init()
{
    m_journal.reset();
    m_trial = std::make_unique<TrialJournal>();
    m_journal = m_trial->open();
    QVERIFY(m_journal);
}

void TestDecisions::everyFieldComesBack()
{
    const auto one = aDecision(QStringLiteral("a"), 7);
    QVERIFY(m_journal->decisions().put(one));
    QVERIFY(m_journal->decisions().put(one)); // told once more
    m_journal.reset();
    m_journal = m_trial->open();
    const auto kept = m_journal->decisions().all(DecisionState::Acknowledged);
    QVERIFY(kept);
    QCOMPARE(kept->size(), 1);
    QVERIFY(kept->first() == one);
}

void TestDecisions::ofAnEntryTheNewestCounts()
{
    auto &decisions = m_journal->decisions();
    const auto lost = aDecision(QStringLiteral("a"), 7);
    QVERIFY(decisions.put(lost));
    QVERIFY(decisions.loseAfter(0));
    auto anew = aDecision(QStringLiteral("a"), 3);
    anew.user = QStringLiteral("other");
    QVERIFY(decisions.put(anew));
    QVERIFY(decisions.all(DecisionState::Acknowledged)->first() == anew);
    QVERIFY(decisions.all(DecisionState::Lost)->isEmpty());
    // The former one was just handed in: that says nothing of this one.
    QVERIFY(decisions.setState(lost, DecisionState::Offered));
    QVERIFY(decisions.all(DecisionState::Offered)->isEmpty());
}

void TestDecisions::whatIsLostIsWhatCameBehind()
{
    auto &decisions = m_journal->decisions();
    for (int number = 9; number >= 5; --number)
        QVERIFY(decisions.put(aDecision(QString::number(number), number)));
    QVERIFY(decisions.loseAfter(7));
    QCOMPARE(uuidsOf(decisions.all(DecisionState::Lost)),
             (QStringList{QStringLiteral("8"), QStringLiteral("9")}));
    QCOMPARE(uuidsOf(decisions.all(DecisionState::Acknowledged)),
             (QStringList{QStringLiteral("5"), QStringLiteral("6"), QStringLiteral("7")}));
}

// Under which number it was applied nobody said.
void TestDecisions::whatIsOfferedMayBeLostOnceMore()
{
    auto &decisions = m_journal->decisions();
    const auto one = aDecision(QStringLiteral("a"), 7);
    QVERIFY(decisions.put(one));
    QVERIFY(decisions.setState(one, DecisionState::Offered));
    QCOMPARE(uuidsOf(decisions.all(DecisionState::Offered)), QStringList{QStringLiteral("a")});
    QVERIFY(decisions.loseAfter(1000));
    QCOMPARE(uuidsOf(decisions.all(DecisionState::Lost)), QStringList{QStringLiteral("a")});
}

void TestDecisions::whatIsSafeIsForgotten()
{
    auto &decisions = m_journal->decisions();
    const auto acknowledged = aDecision(QStringLiteral("acknowledged"), 7);
    const auto lost = aDecision(QStringLiteral("lost"), 8);
    const auto offered = aDecision(QStringLiteral("offered"), 6);
    const auto fill = [&] {
        for (const auto &one : {acknowledged, lost, offered})
            QVERIFY(decisions.put(one));
        QVERIFY(decisions.setState(lost, DecisionState::Lost));
        QVERIFY(decisions.setState(offered, DecisionState::Offered));
    };
    fill();
    QVERIFY(decisions.forget(start + 1, 6));
    QCOMPARE(uuidsOf(decisions.all(DecisionState::Acknowledged)).size(), 1);
    QVERIFY(decisions.forget(start + 1, 7));
    QCOMPARE(uuidsOf(decisions.all(DecisionState::Acknowledged)).size(), 0);
    // Numbers of another line of the register say nothing about these.
    QVERIFY(decisions.forget(start + 1, 1000));
    QCOMPARE(uuidsOf(decisions.all(DecisionState::Offered)).size(), 1);
    fill();
    const qint64 kept = start + 500;
    QVERIFY(decisions.forget(kept + 40 * day, 0));
    QCOMPARE(uuidsOf(decisions.all(DecisionState::Acknowledged)).size(), 1);
    QVERIFY(decisions.forget(kept + 40 * day + 1, 0));
    QCOMPARE(uuidsOf(decisions.all(DecisionState::Acknowledged)).size(), 0);
    QCOMPARE(uuidsOf(decisions.all(DecisionState::Offered)).size(), 0);
    QVERIFY(decisions.forget(kept + 4000 * day, 1000));
    QCOMPARE(uuidsOf(decisions.all(DecisionState::Lost)).size(), 1); // until its user comes
}

void TestDecisions::theFileKeepsWhatWasDecided()
{
    QVERIFY(m_journal->decisions().put(aDecision(QStringLiteral("a"), 7)));
    QVERIFY(m_journal->decisions().loseAfter(0));
    m_journal.reset();
    const auto database = m_trial->database();
    for (const char *statement :
         {"UPDATE decision SET user_id = 'x', state = 3", "UPDATE decision SET reason = 'x'",
          "UPDATE decision SET uuid = 'x', state = 1", "DELETE FROM decision"})
        QVERIFY2(!runs(*database, QString::fromLatin1(statement)), statement);
    auto nothing = aDecision(QStringLiteral("b"), 0);
    m_journal = m_trial->open();
    QVERIFY(!m_journal->decisions().put(nothing)); // acknowledged under no number
}

QTEST_GUILESS_MAIN(TestDecisions)
#include "tst_decisions.moc"
