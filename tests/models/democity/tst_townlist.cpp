#include "democity/citymaker.h"
#include "democity/places.h"
#include "tables/table.h"
#include "text/lot.h"

#include <QtTest>

using namespace democity;

// The list that an address is entered by (resources/tables/towns.csv) is that of the city.
class TestTownList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyLivesInATownOfTheList();
    void aTypedLotIsWrittenAsTheirs();
    void codesAreOfTheMunicipality();
};

namespace {

QHash<QString, tables::Row> townsByCode()
{
    const auto table = tables::Table::load(QStringLiteral("towns"));
    if (!table)
        qFatal("no towns");
    QHash<QString, tables::Row> towns;
    for (const auto &row : table->rows())
        towns.insert(row.text(QStringLiteral("code")), row);
    return towns;
}

QList<residents::Snapshot> peopleOfTheCity()
{
    QList<residents::Snapshot> people;
    auto maker = CityMaker::open({.residents = 3000, .seed = 5});
    if (!maker)
        qFatal("no city");
    Batch batch;
    while (maker->next(batch)) {
        for (const auto &history : batch.histories) {
            if (residents::isPresent(history.last().state))
                people.append(history.last());
        }
    }
    return people;
}

} // namespace

void TestTownList::everybodyLivesInATownOfTheList()
{
    const auto towns = townsByCode();
    const auto people = peopleOfTheCity();
    QVERIFY(people.size() > 2000);
    for (const auto &person : people) {
        const auto town = towns.constFind(person.address.code);
        QVERIFY2(town != towns.cend(), qPrintable(person.address.town));
        QCOMPARE(town->text(QStringLiteral("town")), person.address.town);
        QCOMPARE(town->text(QStringLiteral("postal_code")), person.address.postalCode);
    }
}

void TestTownList::aTypedLotIsWrittenAsTheirs()
{
    const auto towns = townsByCode();
    static const QRegularExpression number(QStringLiteral("[０-９]+"));
    for (const auto &person : peopleOfTheCity()) {
        // As a clerk types it: the numbers with a dash between.
        QStringList numbers;
        for (const auto &match : number.globalMatch(person.address.lot))
            numbers.append(match.captured());
        const auto &town = *towns.constFind(person.address.code);
        QCOMPARE(text::registeredLot(numbers.join(u'-'),
                                     text::numberingNamed(town.text(QStringLiteral("numbering")))),
                 person.address.lot);
    }
}

/// JS1 1.3.3: 11 digits, the municipality first.
void TestTownList::codesAreOfTheMunicipality()
{
    const auto towns = townsByCode();
    for (auto town = towns.cbegin(); town != towns.cend(); ++town) {
        QCOMPARE(town.key().size(), 11);
        QCOMPARE(town.key().first(5), municipalityCode().first(5));
    }
}

QTEST_GUILESS_MAIN(TestTownList)
#include "tst_townlist.moc"
