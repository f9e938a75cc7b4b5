// links: pq madoguchi_central
#include "central/postgresregister.h"
#include "support/builders.h"
#include "support/registerworld.h"
#include "tables/table.h"

#include <QtTest>

using base::ErrorCode;

namespace {

const QString clerk = QStringLiteral("clerk");

/// The shipped table with one more line.
QByteArray withLine(const QString &name, const QByteArray &line)
{
    QFile file(QStringLiteral(":/tables/%1.csv").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no such table");
    QByteArray bytes = file.readAll();
    if (!bytes.endsWith('\n'))
        bytes += '\n';
    return bytes + line + '\n';
}

central::PostgresRegister &ownerOf(support::RegisterWorld &world)
{
    return dynamic_cast<central::PostgresRegister &>(world.owner());
}

} // namespace

// Tables of rates and fees that belong to the register on a server.
class TestHeldTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_world.reset(); }
    void noneIsHeldAtFirst();
    void theNewestIsHandedOut();
    void whatIsNoTableIsRefused();
    void allOfThemOrNone();
    void oneNeedsASession();

private:
    std::unique_ptr<support::RegisterWorld> m_world;
};

void TestHeldTables::init()
{
    central::CityPart city;
    city.households.append(support::aHousehold(1, 1));
    city.people.append({support::aPerson(1).named(u"山田", u"一")});
    m_world = support::registerWorld(QStringLiteral("postgres"), city);
    QVERIFY(m_world->signIn(clerk));
}

void TestHeldTables::noneIsHeldAtFirst()
{
    const auto held = m_world->link(clerk).tables();
    QVERIFY(held);
    QVERIFY(held->isEmpty());
}

void TestHeldTables::theNewestIsHandedOut()
{
    const QByteArray first = withLine(QStringLiteral("fees"), "# first");
    const QByteArray second = withLine(QStringLiteral("fees"), "# second");
    QVERIFY(ownerOf(*m_world).setTables({{QStringLiteral("fees"), first}}));
    QVERIFY(ownerOf(*m_world).setTables({{QStringLiteral("fees"), second}}));
    const auto held = m_world->link(clerk).tables();
    QVERIFY(held);
    QCOMPARE(held->size(), 1);
    QCOMPARE(held->first().name, QStringLiteral("fees"));
    QCOMPARE(held->first().bytes, second);
}

void TestHeldTables::whatIsNoTableIsRefused()
{
    auto &owner = ownerOf(*m_world);
    const QByteArray fees = withLine(QStringLiteral("fees"), "# good");
    QCOMPARE(owner.setTables({{QStringLiteral("nothing"), fees}}).error().code,
             ErrorCode::TableUnreadable);
    QCOMPARE(
        owner.setTables({{QStringLiteral("fees"), "valid_from,valid_to,source\n"}}).error().code,
        ErrorCode::TableUnreadable);
    QCOMPARE(owner.setTables({{QStringLiteral("fees"), {}}}).error().code,
             ErrorCode::TableUnreadable);
    QVERIFY(m_world->link(clerk).tables()->isEmpty());
}

void TestHeldTables::allOfThemOrNone()
{
    const auto done = ownerOf(*m_world).setTables(
        {{QStringLiteral("fees"), withLine(QStringLiteral("fees"), "# good")},
         {QStringLiteral("purposes"), "valid_from\n"}});
    QVERIFY(!done);
    QVERIFY(m_world->link(clerk).tables()->isEmpty());
}

void TestHeldTables::oneNeedsASession()
{
    QVERIFY(ownerOf(*m_world).setTables(
        {{QStringLiteral("fees"), withLine(QStringLiteral("fees"), "# good")}}));
    m_world->link(clerk).closeSession();
    QCOMPARE(m_world->link(clerk).tables().error().code, ErrorCode::NotSignedIn);
}

QTEST_GUILESS_MAIN(TestHeldTables)
#include "tst_heldtables.moc"
