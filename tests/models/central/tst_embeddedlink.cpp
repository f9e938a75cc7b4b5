#include "central/replicadigest.h"
#include "residents/codec.h"
#include "storage/database.h"
#include "support/builders.h"
#include "support/testregister.h"

#include <QDir>
#include <QtTest>

using base::ErrorCode;
using support::aHousehold;
using support::aPerson;
using support::TestRegister;

namespace {

central::CityPart smallCity()
{
    central::CityPart city;
    for (qint64 id = 1; id <= 25; ++id) {
        city.households.append(aHousehold(id, id));
        city.people.append({aPerson(id).named(u"山田", u"一").version(1),
                            aPerson(id).named(u"山田", u"二").version(2)});
    }
    city.restrictions.append(support::aProtection(1, 5));
    return city;
}

template <typename Answer>
ErrorCode codeOf(const Answer &answer)
{
    return answer.has_value() ? ErrorCode::Count : answer.error().code;
}

} // namespace

// What is the embedded register's own; what every register does is in tst_centrallink.
class TestEmbeddedLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRegisterIsAlwaysForTraining();
    void aSecondRegisterIsNotMadeOverTheFirst();
    void theWrongKeyDoesNotOpen();
};

void TestEmbeddedLink::aRegisterIsAlwaysForTraining()
{
    TestRegister place(smallCity()); // asks for training = false
    const auto identity = place.link().identity();
    QVERIFY(identity);
    QVERIFY(identity->training);
}

void TestEmbeddedLink::aSecondRegisterIsNotMadeOverTheFirst()
{
    TestRegister place(smallCity());
    const auto again = central::EmbeddedRegister::create(place.folder(), TestRegister::keys(), {});
    QCOMPARE(codeOf(again), ErrorCode::PlaceNotEmpty);
}

void TestEmbeddedLink::theWrongKeyDoesNotOpen()
{
    TestRegister place(smallCity());
    auto keys = TestRegister::keys();
    keys.registerKey = support::keyOf('x');
    QCOMPARE(codeOf(central::EmbeddedLink::open(place.folder(), keys, place.clock())),
             ErrorCode::SealBroken);
    QTemporaryDir empty;
    QCOMPARE(codeOf(central::EmbeddedLink::open(empty.path(), keys, place.clock())),
             ErrorCode::RegisterUnreachable);
}

QTEST_GUILESS_MAIN(TestEmbeddedLink)
#include "tst_embeddedlink.moc"
