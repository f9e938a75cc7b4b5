#include "entrywork.h"

using namespace entrywork;

namespace {

base::Secret secret(const char *text)
{
    const QByteArray bytes(text);
    return {bytes.cbegin(), bytes.cend()};
}

/// The numbers of persons 3 (a published specimen) and 4 (who has no 個人番号).
void addNumbers(Work &work)
{
    std::vector<residents::SensitiveNumbers> numbers;
    numbers.push_back({.person = {3},
                       .residentCode = secret("98200000001"),
                       .individualNumber = secret("123456789018"),
                       .residenceCard = secret("AB12345678CD")});
    numbers.push_back({.person = {4},
                       .residentCode = secret("98200000002"),
                       .individualNumber = {},
                       .residenceCard = {}});
    if (!work.world().owner().addNumbers(numbers))
        qFatal("no numbers");
}

} // namespace

// 個人番号 by asking with a reason.
class TestEntriesNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNumbersAreHandedOutOneAtATime_data() { support::everyRegister(); }
    void theNumbersAreHandedOutOneAtATime();
    void whoMayNotIsRefused_data() { support::everyRegister(); }
    void whoMayNotIsRefused();
    void aReasonIsNeeded_data() { support::everyRegister(); }
    void aReasonIsNeeded();
    void whatIsNotThereIsSaid_data() { support::everyRegister(); }
    void whatIsNotThereIsSaid();
    void noNumberTravelsWithTheReplica_data() { support::everyRegister(); }
    void noNumberTravelsWithTheReplica();
};

void TestEntriesNumbers::theNumbersAreHandedOutOneAtATime()
{
    QFETCH(QString, backend);
    Work work(backend);
    addNumbers(work);
    const auto numbers = work.chiefs().revealNumber({3}, because);
    QVERIFY2(numbers, qPrintable(detailOf(numbers)));
    QCOMPARE(numbers->person, base::PersonId{3});
    QVERIFY(numbers->individualNumber == secret("123456789018"));
    QVERIFY(numbers->residentCode == secret("98200000001"));
    QVERIFY(numbers->residenceCard == secret("AB12345678CD"));
    QVERIFY(work.chiefs().revealNumber({3}, because)); // each time it is asked for anew
}

void TestEntriesNumbers::whoMayNotIsRefused()
{
    QFETCH(QString, backend);
    Work work(backend);
    addNumbers(work);
    QCOMPARE(codeOf(work.clerks().revealNumber({3}, because)), ErrorCode::RightMissing);
    QCOMPARE(codeOf(work.admins().revealNumber({3}, because)), ErrorCode::RightMissing);
    work.chiefs().closeSession();
    QCOMPARE(codeOf(work.chiefs().revealNumber({3}, because)), ErrorCode::NotSignedIn);
}

void TestEntriesNumbers::aReasonIsNeeded()
{
    QFETCH(QString, backend);
    Work work(backend);
    addNumbers(work);
    for (const auto &reason : {QString(), QStringLiteral("　 ")})
        QCOMPARE(codeOf(work.chiefs().revealNumber({3}, reason)), ErrorCode::ReasonMissing);
}

void TestEntriesNumbers::whatIsNotThereIsSaid()
{
    QFETCH(QString, backend);
    Work work(backend);
    addNumbers(work);
    QCOMPARE(codeOf(work.chiefs().revealNumber({4}, because)), ErrorCode::NumberUnknown);
    QCOMPARE(codeOf(work.chiefs().revealNumber({5}, because)), ErrorCode::NumberUnknown);
    QCOMPARE(codeOf(work.chiefs().revealNumber({77}, because)), ErrorCode::ResidentUnknown);
}

void TestEntriesNumbers::noNumberTravelsWithTheReplica()
{
    QFETCH(QString, backend);
    Work work(backend);
    addNumbers(work);
    QVERIFY(work.chiefs().revealNumber({3}, because));
    QCOMPARE(work.feedEnd(), 0);
    for (const auto table : central::allTables) {
        for (const auto &row : rowsOf(work.clerks(), table))
            QVERIFY(!row.body.contains("123456789018") && !row.body.contains("98200000001"));
    }
}

QTEST_GUILESS_MAIN(TestEntriesNumbers)
#include "tst_entriesnumbers.moc"
