#include "central/entryrules.h"
#include "democity/citymaker.h"
#include "democity/specimens.h"
#include "residents/codec.h"

#include <QtTest>

using namespace democity;

namespace {

const CityOrder order{.residents = 3000, .seed = 5};

struct City
{
    QList<residents::Note> notes;
    QList<residents::Contact> contacts;
    QHash<qint64, residents::Snapshot> people;
    QSet<qint64> restricted;
    Specimens specimens;
    QByteArray bytes;
};

City cityOf(const CityOrder &wanted)
{
    City city;
    auto maker = CityMaker::open(wanted);
    if (!maker)
        qFatal("no city");
    Batch batch;
    while (maker->next(batch)) {
        collect(city.specimens, batch, wanted.referenceDate);
        city.notes += batch.notes;
        city.contacts += batch.contacts;
        for (const auto &history : batch.histories)
            city.people.insert(history.last().id.person.value, history.last());
        for (const auto &one : batch.restrictions)
            city.restricted.insert(one.person.value);
    }
    for (const auto &note : city.notes)
        city.bytes += residents::encode(note);
    for (const auto &contact : city.contacts)
        city.bytes += residents::encode(contact);
    return city;
}

/// A register would have taken it from a clerk.
bool isTaken(const residents::Entered &entered, int baseVersion)
{
    return central::plainProposal({.entered = entered, .baseVersion = baseVersion, .reason = {}})
        .has_value();
}

} // namespace

// What the counter of a made-up city wrote down.
class TestCounterCity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_city = cityOf(order); }
    void aRegisterWouldHaveTakenThem();
    void versionsHaveNoGaps();
    void theyAreAboutPeopleWhoLiveHere();
    void oneResidentShowsThemAll();
    void theSameOrderGivesTheSame();

private:
    City m_city;
};

void TestCounterCity::aRegisterWouldHaveTakenThem()
{
    QVERIFY(m_city.notes.size() > 20);
    QVERIFY(m_city.contacts.size() > 40);
    for (const auto &note : m_city.notes) {
        QVERIFY(isTaken(note, note.version - 1));
        QVERIFY(note.by.at < QDateTime(order.referenceDate, QTime(0, 0), Qt::UTC));
        QVERIFY(note.by.at.date().dayOfWeek() <= Qt::Friday);
        QVERIFY(!note.by.user.isEmpty() && !note.by.name.isEmpty() && !note.by.section.isEmpty());
    }
    for (const auto &contact : m_city.contacts) {
        QVERIFY(isTaken(contact, contact.version - 1));
        QVERIFY(contact.telephone.startsWith(QStringLiteral("000-"))); // nobody's
        QVERIFY(!contact.by.user.isEmpty());
    }
}

void TestCounterCity::versionsHaveNoGaps()
{
    QHash<qint64, residents::Note> notes;
    for (const auto &note : m_city.notes) {
        QCOMPARE(note.version, notes.contains(note.id) ? notes.value(note.id).version + 1 : 1);
        if (notes.contains(note.id)) {
            QCOMPARE(note.person, notes.value(note.id).person);
            QVERIFY(note.by.at >= notes.value(note.id).by.at ||
                    note.by.at.date() == notes.value(note.id).by.at.date());
        }
        notes.insert(note.id, note);
    }
    for (qint64 id = 1; id <= notes.size(); ++id)
        QVERIFY(notes.contains(id)); // the register goes on behind the last one
    QHash<qint64, int> contacts;
    for (const auto &contact : m_city.contacts)
        QCOMPARE(contact.version, ++contacts[contact.person.value]);
}

void TestCounterCity::theyAreAboutPeopleWhoLiveHere()
{
    for (const auto &note : m_city.notes)
        QVERIFY(residents::isPresent(m_city.people.value(note.person.value).state));
    for (const auto &contact : m_city.contacts) {
        QVERIFY(m_city.people.contains(contact.person.value));
        QVERIFY(!m_city.restricted.contains(contact.person.value));
    }
}

void TestCounterCity::oneResidentShowsThemAll()
{
    for (const auto &city : {m_city, cityOf({.residents = 300, .seed = 1})}) {
        const auto person = city.specimens.noted;
        QVERIFY(person.value != 0);
        int notes = 0;
        for (const auto &note : city.notes)
            notes += note.person == person ? 1 : 0;
        int contacts = 0;
        for (const auto &contact : city.contacts)
            contacts += contact.person == person ? 1 : 0;
        QCOMPARE(contacts, 2);
        QVERIFY(notes > 0);
    }
    const auto all = named(m_city.specimens);
    QCOMPARE(all.last().first, QStringLiteral("noted"));
}

void TestCounterCity::theSameOrderGivesTheSame()
{
    QCOMPARE(cityOf(order).bytes, m_city.bytes);
    auto other = order;
    other.seed = 6;
    QVERIFY(cityOf(other).bytes != m_city.bytes);
}

QTEST_GUILESS_MAIN(TestCounterCity)
#include "tst_countercity.moc"
