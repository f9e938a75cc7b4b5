#include "support/builders.h"
#include "support/filebuilders.h"
#include "support/registerworld.h"

#include <QTest>

using support::registerWorld;

// Up to which 会計日 payments are in: the register says it with the feed.
class TestBookings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewestBookingCounts_data() { support::everyRegister(); }
    void theNewestBookingCounts();
    void withoutAPaymentThereIsNone_data() { support::everyRegister(); }
    void withoutAPaymentThereIsNone();

private:
    [[nodiscard]] static QDate said(support::RegisterWorld &place)
    {
        const QString clerk = QStringLiteral("clerk");
        if (!place.signIn(clerk))
            qFatal("no session");
        auto &link = place.link(clerk);
        const auto start = link.beginLoad();
        if (!start)
            qFatal("no start");
        const auto page = link.feed(start->position, 100);
        if (!page)
            qFatal("no page");
        return page->paymentsUpTo;
    }
};

void TestBookings::theNewestBookingCounts()
{
    central::CityPart city;
    for (qint64 id = 1; id <= 3; ++id)
        city.people.append({support::aPerson(id)});
    support::addFiles(city, 3); // booked on 25 June 2025 and 2026
    QFETCH(QString, backend);
    const auto place = registerWorld(backend, city);
    QCOMPARE(said(*place), QDate(2026, 6, 25));
    const auto paid = [&place](QDate bookedOn, bool preliminary) {
        central::CityPart part;
        tax::LedgerRow row = support::aLedgerRow(1, 2026, 2);
        row.payments[0].bookedOn = bookedOn;
        row.payments[0].preliminary = preliminary;
        part.ledger = {row};
        QVERIFY(place->owner().applyChanges(part).has_value());
    };
    paid(QDate(2026, 10, 30), false);
    QCOMPARE(said(*place), QDate(2026, 10, 30));
    paid(QDate(), true); // 速報
    QCOMPARE(said(*place), QDate(2026, 10, 30));
    paid(QDate(2026, 9, 1), false); // a correction of an old one does not take anything back
    QCOMPARE(said(*place), QDate(2026, 10, 30));
}

void TestBookings::withoutAPaymentThereIsNone()
{
    central::CityPart city;
    city.people.append({support::aPerson(1)});
    QFETCH(QString, backend);
    const auto place = registerWorld(backend, city);
    QVERIFY(!said(*place).isValid());
}

QTEST_GUILESS_MAIN(TestBookings)
#include "tst_bookings.moc"
