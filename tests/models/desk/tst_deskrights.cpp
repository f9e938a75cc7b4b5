// links: madoguchi_app
#include "models/desk/twocards.h"

#include <QtTest>

#include <functional>

using base::ErrorCode;
using support::waited;

namespace {

/// What one procedure answers: nothing wrong, or why not.
using Try = std::function<std::optional<ErrorCode>(counterwork::AtDesk &, desk::VisitId)>;

template <typename T>
std::optional<ErrorCode> codeOf(const base::Result<T> &answer)
{
    return answer ? std::nullopt : std::optional(answer.error().code);
}

QByteArray textOf(std::optional<ErrorCode> code)
{
    return code ? QByteArray::number(int(*code)) : QByteArrayLiteral("done");
}

} // namespace

/// Who may do what, and nothing without a visit, a purpose and an open screen (R-LOG-06).
class TestDeskRights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingWithoutAVisit_data() { procedures(); }
    void nothingWithoutAVisit();
    void nothingAfterTheVisit_data() { procedures(); }
    void nothingAfterTheVisit();
    void nothingWhileLocked_data() { procedures(); }
    void nothingWhileLocked();
    void noVisitIsOpenedWhileLocked();
    void aPurposeIsNeeded_data();
    void aPurposeIsNeeded();
    void numbersOfAVisitAreChecked();
    void anotherClerksCardDoesNotUnlock();
    void rolesMayDoWhatTheyMay_data();
    void rolesMayDoWhatTheyMay();

private:
    void procedures();
    [[nodiscard]] QList<QPair<QByteArray, Try>> tries() const;
    [[nodiscard]] counterwork::AtDesk &at(const QString &user);

    std::unique_ptr<support::TrainingPlace> m_place;
    counterwork::City m_city;
    QString m_user;
    std::unique_ptr<counterwork::AtDesk> m_work;
    QList<residents::Snapshot> m_family;
};

void TestDeskRights::initTestCase()
{
    m_place = std::make_unique<support::TrainingPlace>();
    m_city.read(at(QStringLiteral("shunin1")));
    m_family = m_city.anOrdinaryHousehold(2);
}

/// One person at a time: they share the workstation.
counterwork::AtDesk &TestDeskRights::at(const QString &user)
{
    if (user != m_user) {
        m_work.reset();
        m_work = std::make_unique<counterwork::AtDesk>(*m_place, user);
        m_user = user;
    }
    return *m_work;
}

QList<QPair<QByteArray, Try>> TestDeskRights::tries() const
{
    const residents::Snapshot person = m_family.first();
    const certificates::Request request = counterwork::anApplication(m_family);
    desk::SearchConditions conditions;
    conditions.person = person.id.person;
    using counterwork::AtDesk;
    return {
        {"FindPeople",
         [=](AtDesk &work, desk::VisitId visit) {
             return codeOf(waited(work.desk().findPeople().find(visit, conditions)));
         }},
        {"ViewResident",
         [=](AtDesk &work, desk::VisitId visit) {
             return codeOf(waited(work.desk().viewRecords().resident(visit, person.id.person)));
         }},
        {"ViewHousehold",
         [=](AtDesk &work, desk::VisitId visit) {
             return codeOf(waited(work.desk().viewRecords().household(visit, person.household)));
         }},
        {"ViewHistory",
         [=](AtDesk &work, desk::VisitId visit) {
             return codeOf(waited(work.desk().viewRecords().history(visit, person.id.person)));
         }},
        {"ViewFormerState",
         [=](AtDesk &work, desk::VisitId visit) {
             return codeOf(
                 waited(work.desk().viewRecords().formerState(visit, {person.id.person, 1})));
         }},
        {"PreviewCertificate",
         [=](AtDesk &work, desk::VisitId visit) {
             return codeOf(waited(work.desk().certificates().preview(visit, request)));
         }},
        {"IssueCertificate",
         [=](AtDesk &work, desk::VisitId visit) {
             return codeOf(waited(work.desk().certificates().issue(visit, request, {})));
         }},
    };
}

void TestDeskRights::procedures()
{
    QTest::addColumn<int>("which");
    const auto all = tries();
    for (qsizetype i = 0; i < all.size(); ++i)
        QTest::newRow(all.at(i).first.constData()) << int(i);
}

void TestDeskRights::nothingWithoutAVisit()
{
    QFETCH(int, which);
    counterwork::AtDesk &work = at(QStringLiteral("shunin1"));
    work.forgetRows();
    const Try one = tries().at(which).second;
    for (const desk::VisitId visit : {desk::VisitId{}, desk::VisitId{QUuid::createUuid()}})
        QCOMPARE(textOf(one(work, visit)), textOf(ErrorCode::VisitMissing));
    QVERIFY(work.newRows().isEmpty());
}

void TestDeskRights::nothingAfterTheVisit()
{
    QFETCH(int, which);
    counterwork::AtDesk &work = at(QStringLiteral("shunin1"));
    const Try one = tries().at(which).second;
    const desk::VisitId visit = work.visit();
    QCOMPARE(textOf(one(work, visit)), "done");
    QVERIFY(waited(work.desk().visits().end(visit)).has_value());
    work.forgetRows();
    QCOMPARE(textOf(one(work, visit)), textOf(ErrorCode::VisitMissing));
    QVERIFY(work.newRows().isEmpty());
}

void TestDeskRights::nothingWhileLocked()
{
    QFETCH(int, which);
    counterwork::AtDesk &work = at(QStringLiteral("shunin1"));
    const Try one = tries().at(which).second;
    const desk::VisitId visit = work.visit();
    work.desk().lock(desk::LockReason::Key);
    QCOMPARE(textOf(one(work, visit)), textOf(ErrorCode::NotSignedIn));
    const app::Credential mine = m_place->credential(QStringLiteral("shunin1"));
    work.forgetRows();
    QVERIFY(waited(work.desk().unlock(app::toSecret(mine.password), app::toSecret(mine.pin)))
                .has_value());
    // The visit goes on where it was.
    QCOMPARE(textOf(one(work, visit)), "done");
}

void TestDeskRights::noVisitIsOpenedWhileLocked()
{
    counterwork::AtDesk &work = at(QStringLiteral("shunin1"));
    work.desk().lock(desk::LockReason::TokenGone);
    const auto opened =
        waited(work.desk().visits().open({.number = {}, .purpose = QStringLiteral("inquiry")}));
    QCOMPARE(textOf(codeOf(opened)), textOf(ErrorCode::NotSignedIn));
    const app::Credential mine = m_place->credential(QStringLiteral("shunin1"));
    QVERIFY(waited(work.desk().unlock(app::toSecret(mine.password), app::toSecret(mine.pin)))
                .has_value());
}

void TestDeskRights::aPurposeIsNeeded_data()
{
    QTest::addColumn<QString>("purpose");
    QTest::newRow("none") << QString();
    QTest::newRow("unknown") << QStringLiteral("curiosity");
    QTest::newRow("its words") << QStringLiteral("住民記録の照会（窓口）");
    QTest::newRow("of another work") << QStringLiteral("tax"); // scope: 地方税法22条
}

void TestDeskRights::aPurposeIsNeeded()
{
    QFETCH(QString, purpose);
    counterwork::AtDesk &work = at(QStringLiteral("shunin1"));
    work.forgetRows();
    const auto opened = waited(work.desk().visits().open({.number = {}, .purpose = purpose}));
    QCOMPARE(textOf(codeOf(opened)), textOf(ErrorCode::PurposeMissing));
    QVERIFY(work.newRows().isEmpty());
}

void TestDeskRights::numbersOfAVisitAreChecked()
{
    counterwork::AtDesk &work = at(QStringLiteral("shunin1"));
    const auto open = [&work](const QString &number) {
        return codeOf(waited(
            work.desk().visits().open({.number = number, .purpose = QStringLiteral("inquiry")})));
    };
    QCOMPARE(textOf(open(QString())), "done");
    QCOMPARE(textOf(open(QString(20, u'１'))), "done");
    QCOMPARE(textOf(open(QString(21, u'1'))), textOf(ErrorCode::ConditionTooLong));
    QCOMPARE(textOf(open(QString(10'000, u'1'))), textOf(ErrorCode::ConditionTooLong));
}

/// The card of madoguchi2 with its own PIN and password, before the screen that madoguchi1 locked.
void TestDeskRights::anotherClerksCardDoesNotUnlock()
{
    m_work.reset();
    m_user.clear();
    std::unique_ptr<counterwork::TwoCards> cards;
    const app::Credential mine = m_place->credential(QStringLiteral("madoguchi1"));
    const app::Credential other = m_place->credential(QStringLiteral("madoguchi2"));
    counterwork::AtDesk work(*m_place, QStringLiteral("madoguchi1"),
                             [&](app::FrontRoom &room) -> desk::Door & {
                                 cards = std::make_unique<counterwork::TwoCards>(
                                     room, m_place->at(QStringLiteral("city/") + mine.card),
                                     m_place->at(QStringLiteral("city/") + other.card));
                                 return cards->door();
                             });
    const desk::VisitId visit = work.visit();
    work.desk().lock(desk::LockReason::TokenGone);
    QVERIFY(cards->exchange());
    const auto unlock = [&work](const app::Credential &one) {
        return codeOf(
            waited(work.desk().unlock(app::toSecret(one.password), app::toSecret(one.pin))));
    };
    QCOMPARE(textOf(unlock(other)), textOf(ErrorCode::TokenOfOther));
    QVERIFY(work.desk().isLocked());
    QCOMPARE(textOf(tries().first().second(work, visit)), textOf(ErrorCode::NotSignedIn));
    const evidence::Row row = work.newRows().last();
    QCOMPARE(row.procedure, QStringLiteral("Unlock"));
    QCOMPARE(row.outcome, evidence::Outcome::Refused);
    QVERIFY(cards->exchange());
    QCOMPARE(textOf(unlock(mine)), "done");
    QCOMPARE(textOf(tries().first().second(work, visit)), "done");
}

void TestDeskRights::rolesMayDoWhatTheyMay_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<int>("which");
    QTest::addColumn<bool>("may");
    const auto all = tries();
    // An administrator looks after users and the log and sees nobody; the others work at the
    // counter. (Opening what is protected: tst_deskprotection.)
    for (const char *user : {"kanri1", "shunin1", "madoguchi1", "madoguchi2"}) {
        for (qsizetype i = 0; i < all.size(); ++i)
            QTest::addRow("%s %s", user, all.at(i).first.constData())
                << QString::fromLatin1(user) << int(i) << (qstrcmp(user, "kanri1") != 0);
    }
}

void TestDeskRights::rolesMayDoWhatTheyMay()
{
    QFETCH(QString, user);
    QFETCH(int, which);
    QFETCH(bool, may);
    counterwork::AtDesk &work = at(user);
    const desk::VisitId visit = work.visit();
    work.forgetRows();
    const auto [name, one] = tries().at(which);
    const auto code = one(work, visit);
    QCOMPARE(textOf(code), may ? QByteArrayLiteral("done") : textOf(ErrorCode::RightMissing));
    const QList<evidence::Row> rows = work.newRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().procedure, QString::fromLatin1(name));
    QCOMPARE(rows.first().user, user);
    QCOMPARE(rows.first().outcome, may ? evidence::Outcome::Done : evidence::Outcome::Refused);
    if (!may) {
        QCOMPARE(rows.first().reason, QStringLiteral("RightMissing"));
        QVERIFY(rows.first().subjects.isEmpty());
    }
}

QTEST_MAIN(TestDeskRights)
#include "tst_deskrights.moc"
