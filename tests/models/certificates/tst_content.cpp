#include "certificates/numbers.h"
#include "models/print/household.h"

#include <QTest>

using certificates::Content;
using certificates::Item;
using certificates::RequesterKind;

namespace {

const auto omitted = QStringLiteral("【省略】");
const auto unused = QStringLiteral("＊＊＊");

Content contentOf(const residents::HouseholdRecord &record, const certificates::Request &request)
{
    const auto terms = certificates::Terms::load(household::today());
    return certificates::juminhyo(record, request, *terms, household::issuing());
}

QString field(const Content &content, int person, const char *name)
{
    return content.persons.at(person).fields.value(QLatin1String(name));
}

} // namespace

/// What 住民票の写し says (municipal-facts.md 5.1 to 5.3, 3.1, 4.1, 4.6).
class TestContent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void omitsUnlessAsked();
    void saysWhatWasAsked();
    void numbersAreMaskedUntilTheyAreIssued();
    void thirdPartiesSeeFourItems();
    void foreignResidentsHaveWesternDates();
    void eachForeignClassHasItsItems();
    void unknownDatesStandAsRegistered();
    void wholeAndPartAreCertifiedDifferently();
    void thePlannedMoveIsNotPrintedBeforeItsDay();
    void theSearchKanaIsNeverPrinted();
    void thePrefectureStandsBeforeTheOffice();
    void buildingsAreAlwaysPrinted();
    void itemsNotRegisteredAreMarkedBlank();
};

void TestContent::initTestCase()
{
    QVERIFY(certificates::Terms::load(household::today()).has_value());
}

void TestContent::omitsUnlessAsked()
{
    auto record = household::ofSize(2);
    record.members[0].snapshot.name.formerFamily = QStringLiteral("髙橋");
    const auto content = contentOf(record, household::everybody(record));
    for (const char *name : {"relationship", "domicile", "domicileHead", "individualNumber",
                             "residentCode", "former", "formerReading"})
        QCOMPARE(field(content, 0, name), omitted);
    QCOMPARE(content.sheet.value(QStringLiteral("head")), omitted);
    QCOMPARE(field(content, 0, "bornOn"), QStringLiteral("昭和４３年２月３日"));
    QCOMPARE(field(content, 0, "becameResident"), QStringLiteral("令和元年５月１日"));
    QCOMPARE(field(content, 0, "addressSettled"), QStringLiteral("令和６年１２月２５日"));
    QCOMPARE(field(content, 0, "notifiedOn"), QStringLiteral("令和７年１月６日"));
    QCOMPARE(field(content, 0, "beforeMoveIn"),
             QStringLiteral("かすみ県あおば市朝日町一丁目５番６号"));
    QCOMPARE(field(content, 0, "free1"), unused);
}

void TestContent::saysWhatWasAsked()
{
    auto record = household::ofSize(2);
    auto &name = record.members[0].snapshot.name;
    name.formerFamily = QStringLiteral("髙橋");
    name.formerFamilyReading = {QStringLiteral("タカハシ"), residents::ReadingState::Notified};
    auto request = household::everybody(record);
    request.items = Item::Relationship | Item::Domicile | Item::FormerFamily;
    const auto content = contentOf(record, request);
    QCOMPARE(field(content, 0, "relationship"), QStringLiteral("世帯主"));
    QCOMPARE(field(content, 1, "relationship"), QStringLiteral("妻"));
    QCOMPARE(field(content, 0, "domicile"),
             QStringLiteral("あさぎり県みどり野市本町三丁目１２番地"));
    QCOMPARE(field(content, 0, "former"), QStringLiteral("髙橋"));
    QCOMPARE(field(content, 0, "formerReading"), QStringLiteral("タカハシ"));
    QCOMPARE(field(content, 1, "former"), unused);
    QCOMPARE(content.sheet.value(QStringLiteral("head")),
             household::rareFamily() + QChar(0x3000) + QStringLiteral("太郎"));
    QCOMPARE(field(content, 0, "individualNumber"), omitted);
}

void TestContent::numbersAreMaskedUntilTheyAreIssued()
{
    const auto record = household::ofSize(2);
    auto request = household::everybody(record);
    request.items = Item::IndividualNumber | Item::ResidentCode;
    auto content = contentOf(record, request);
    QCOMPARE(field(content, 0, "individualNumber"), QStringLiteral("＊＊＊＊＊＊＊＊＊＊＊＊"));
    QCOMPARE(field(content, 1, "residentCode"), QStringLiteral("＊＊＊＊＊＊＊＊＊＊＊"));
    const auto before = content;
    // The published specimens (municipal-facts.md 1.1, 1.3).
    const auto secret = [](const QByteArray &digits) {
        return base::Secret(digits.begin(), digits.end());
    };
    QList<residents::SensitiveNumbers> numbers{
        {{2}, secret("24846016224"), secret("123456789018"), {}},
        {{1}, secret("24727059608"), {}, {}}};
    // One is missing: nothing is put in.
    const auto missing = certificates::enterNumbers(content, request.items, numbers);
    QCOMPARE(missing.error().code, base::ErrorCode::NumberUnknown);
    QCOMPARE(content, before);
    numbers[1].individualNumber = secret("12345678901");
    QVERIFY(!certificates::enterNumbers(content, request.items, numbers).has_value());
    numbers[1].individualNumber = secret("123456789018");
    QVERIFY(certificates::enterNumbers(content, request.items, numbers).has_value());
    QCOMPARE(field(content, 0, "individualNumber"), QStringLiteral("１２３４５６７８９０１８"));
    QCOMPARE(field(content, 0, "residentCode"), QStringLiteral("２４７２７０５９６０８"));
    QCOMPARE(field(content, 1, "residentCode"), QStringLiteral("２４８４６０１６２２４"));
    certificates::wipeNumbers(content);
    QCOMPARE(content, before);
    // What was not asked for is not put in.
    request.items = Item::ResidentCode;
    auto one = contentOf(record, request);
    QVERIFY(certificates::enterNumbers(one, request.items, numbers).has_value());
    QCOMPARE(field(one, 0, "individualNumber"), omitted);
}

void TestContent::thirdPartiesSeeFourItems()
{
    auto record = household::ofSize(1);
    record.members[0].snapshot.remarks = QStringLiteral("職権修正");
    auto request = household::everybody(record);
    request.requester = RequesterKind::ThirdParty;
    const auto content = contentOf(record, request);
    for (const char *name : {"becameResident", "addressSettled", "notifiedOn", "beforeMoveIn",
                             "relationship", "domicile", "domicileHead"})
        QCOMPARE(field(content, 0, name), omitted);
    QCOMPARE(field(content, 0, "remarks"), unused);
    QCOMPARE(field(content, 0, "sex"), QStringLiteral("男"));
    QCOMPARE(field(content, 0, "bornOn"), QStringLiteral("昭和４３年２月３日"));
    QVERIFY(field(content, 0, "name").startsWith(QChar(u'渡')));
    QVERIFY(content.sheet.value(QStringLiteral("address")).contains(QStringLiteral("本町三丁目")));
}

void TestContent::foreignResidentsHaveWesternDates()
{
    residents::HouseholdRecord record = household::ofSize(1);
    record.members.append(household::foreigner(2));
    auto request = household::everybody(record);
    auto content = contentOf(record, request);
    QCOMPARE(field(content, 1, "bornOn"), QStringLiteral("１９９０年８月９日"));
    QCOMPARE(field(content, 1, "name"), QStringLiteral("NGUYEN THI MAI ANH"));
    QCOMPARE(field(content, 1, "former"), QStringLiteral("渡辺　舞")); // 通称
    for (const char *name : {"domicileHead", "domicile", "free1", "free2", "free3", "free4"})
        QCOMPARE(field(content, 1, name), omitted);
    request.items = Item::ForeignItems;
    content = contentOf(record, request);
    QCOMPARE(field(content, 1, "domicileHead"), QStringLiteral("ベトナム"));
    QCOMPARE(field(content, 1, "domicile"), QStringLiteral("中長期在留者"));
    QCOMPARE(field(content, 1, "free1"), QStringLiteral("日本人の配偶者等"));
    QCOMPARE(field(content, 1, "free2"), QStringLiteral("５年"));
    QCOMPARE(field(content, 1, "free3"), QStringLiteral("２０２８年３月３１日"));
    QCOMPARE(field(content, 1, "free4"), omitted); // the card number is never held here
    // Only 生年月日 and 満了の日 are in 西暦 (住民記録システム標準仕様書 1.1.1, 1.1.2).
    QCOMPARE(field(content, 1, "becameResident"), QStringLiteral("令和２年４月２日"));
    QCOMPARE(field(content, 1, "addressSettled"), QStringLiteral("令和６年１２月２５日"));
    QCOMPARE(field(content, 1, "notifiedOn"), QStringLiteral("令和７年１月６日"));
    // No double notation.
    const auto &fields = content.persons.at(1).fields;
    for (auto text = fields.cbegin(); text != fields.cend(); ++text) {
        bool era = false;
        for (const auto *word : {u"昭和", u"平成", u"令和"})
            era = era || text->contains(QStringView(word));
        QVERIFY2(!era || !text->contains(QStringLiteral("２０")), qPrintable(text.key()));
    }
}

/// 住民基本台帳法 第30条の45 (table): each class has items of its own (municipal-facts.md 4.2).
void TestContent::eachForeignClassHasItsItems()
{
    using residents::ForeignClass;
    auto record = household::ofSize(1);
    record.members.append(household::foreigner(2));
    auto request = household::everybody(record);
    auto &items = *record.members[1].snapshot.foreign;
    const auto four = [&record, &request](const char *prefix) {
        const auto content = contentOf(record, request);
        QStringList texts;
        for (int number = 1; number <= 4; ++number)
            texts += content.persons.at(1).fields.value(
                QStringLiteral("%1free%2").arg(QLatin1String(prefix)).arg(number));
        return texts;
    };
    const QStringList alike = four("label.");
    items.foreignClass = ForeignClass::SpecialPermanent;
    items.statusOfResidence = QStringLiteral("特別永住者");
    items.periodOfStay.clear();
    items.expiresOn = {};
    // Not asked for: the paper does not tell what he is.
    QCOMPARE(four("label."), alike);
    QCOMPARE(four(""), QStringList({omitted, omitted, omitted, omitted}));

    request.items = Item::ForeignItems;
    QCOMPARE(four("label."),
             QStringList({unused, unused, unused, QStringLiteral("特別永住者証明書の番号")}));
    QCOMPARE(four(""), QStringList({unused, unused, unused, omitted}));
    items.foreignClass = ForeignClass::MidToLongTerm;
    items.statusOfResidence = QStringLiteral("永住者");
    items.periodOfStay = QStringLiteral("無期限");
    QCOMPARE(four(""),
             QStringList({QStringLiteral("永住者"), QStringLiteral("無期限"), unused, omitted}));
    items.foreignClass = ForeignClass::TemporaryRefuge;
    items.statusOfResidence.clear();
    items.periodOfStay = QStringLiteral("６月");
    QCOMPARE(four("label."), QStringList({unused, QStringLiteral("上陸期間"), unused, unused}));
    QCOMPARE(four(""), QStringList({unused, QStringLiteral("６月"), unused, unused}));
    items.foreignClass = ForeignClass::ProvisionalStay;
    QCOMPARE(four("label.").at(1), QStringLiteral("仮滞在期間"));
    items.foreignClass = ForeignClass::Transitional;
    QCOMPARE(four(""), QStringList({unused, unused, unused, unused}));
}

void TestContent::unknownDatesStandAsRegistered()
{
    auto record = household::ofSize(1);
    const auto words = QStringLiteral("昭和２０年　月日不詳");
    record.members[0].snapshot.bornOn = {.text = words,
                                         .earliest = {1945, 1, 1},
                                         .latest = {1945, 12, 31},
                                         .precision = calendar::Precision::Year};
    const auto content = contentOf(record, household::everybody(record));
    QCOMPARE(field(content, 0, "bornOn"), words);
}

void TestContent::wholeAndPartAreCertifiedDifferently()
{
    auto record = household::ofSize(3);
    auto request = household::everybody(record);
    const auto sentence = [&] {
        return contentOf(record, request).sheet.value(QStringLiteral("certification"));
    };
    QCOMPARE(sentence(),
             QStringLiteral("この写しは、世帯全員の住民票の原本と相違ないことを証明する。"));
    request.persons.removeLast();
    QCOMPARE(sentence(), QStringLiteral("この写しは、住民票の原本と相違ないことを証明する。"));
    QCOMPARE(contentOf(record, request).persons.size(), 2);
    // Who has left is not a member any more: the others are the whole household.
    record.members[2].snapshot.state = residents::State::Died;
    QVERIFY(sentence().contains(QStringLiteral("世帯全員")));
}

void TestContent::thePlannedMoveIsNotPrintedBeforeItsDay()
{
    auto record = household::ofSize(2);
    auto &one = record.members[0].snapshot;
    one.state = residents::State::MoveOutPlanned;
    one.movement.reason = residents::MovementReason::MoveOut;
    one.movement.notifiedOn = {2026, 11, 16};
    one.movement.happenedOn = calendar::PartialDate::on({2026, 11, 30});
    one.plannedDestination =
        residents::Destination{{.code = {},
                                .postalCode = {},
                                .municipality = QStringLiteral("とおい県はるか市"),
                                .town = QStringLiteral("遠町"),
                                .lot = QStringLiteral("１番"),
                                .building = {}},
                               {2026, 11, 30}};
    one.remarks = QStringLiteral("令和８年１１月３０日とおい県はるか市へ転出予定");
    auto request = household::everybody(record);
    request.items = Item::Relationship | Item::Domicile | Item::FormerFamily;
    const auto content = contentOf(record, request);
    QCOMPARE(content.persons.size(), 2);
    for (const auto &person : content.persons) {
        for (const auto &text : person.fields) {
            QVERIFY(!text.contains(QStringLiteral("はるか市")));
            QVERIFY(!text.contains(QStringLiteral("１１月３０日")));
            QVERIFY(!text.contains(QStringLiteral("１１月１６日")));
            QVERIFY(!text.contains(QStringLiteral("転出")));
        }
    }
    QCOMPARE(field(content, 0, "notifiedOn"), QStringLiteral("令和７年１月６日"));
    // 世帯主変更 after it: the remark is still that of the notice.
    one.movement.reason = residents::MovementReason::HeadChange;
    one.movement.notifiedOn = {2026, 11, 18};
    QCOMPARE(field(contentOf(record, request), 0, "remarks"), unused);
}

void TestContent::theSearchKanaIsNeverPrinted()
{
    auto record = household::ofSize(1);
    auto &name = record.members[0].snapshot.name;
    name.familyReading = {};
    name.givenReading = {};
    const auto content = contentOf(record, household::everybody(record));
    QCOMPARE(field(content, 0, "reading"), QStringLiteral("********"));
    for (const auto &text : content.persons.at(0).fields) {
        QVERIFY(!text.contains(QStringLiteral("ケンサク")));
        QVERIFY(!text.contains(record.members[0].snapshot.telephone));
    }
}

void TestContent::thePrefectureStandsBeforeTheOffice()
{
    const auto record = household::ofSize(1);
    const auto content = contentOf(record, household::everybody(record));
    QVERIFY(content.sheet.value(QStringLiteral("officer"))
                .startsWith(QStringLiteral("あさぎり県みどり野市長　　")));
    QCOMPARE(content.sheet.value(QStringLiteral("date")), QStringLiteral("令和８年１１月２０日"));
    QVERIFY(!content.sheet.contains(QStringLiteral("official")));
    auto request = household::everybody(record);
    request.requester = RequesterKind::Official;
    QCOMPARE(contentOf(record, request).sheet.value(QStringLiteral("official")),
             QStringLiteral("公用"));
}

void TestContent::buildingsAreAlwaysPrinted()
{
    const auto record = household::ofSize(1);
    auto request = household::everybody(record);
    request.requester = RequesterKind::ThirdParty;
    QCOMPARE(contentOf(record, request).sheet.value(QStringLiteral("address")),
             QStringLiteral("あさぎり県みどり野市本町三丁目１２番地の３　メゾン緑　２０１号室"));
}

void TestContent::itemsNotRegisteredAreMarkedBlank()
{
    auto record = household::ofSize(1);
    record.members[0].snapshot.sex = residents::Sex::Unknown;
    record.members[0].snapshot.addressBeforeMoveIn = {};
    const auto content = contentOf(record, household::everybody(record));
    QCOMPARE(field(content, 0, "sex"), QStringLiteral("【空欄】"));
    QCOMPARE(field(content, 0, "beforeMoveIn"), QStringLiteral("【空欄】")); // 鞍手町
}

QTEST_GUILESS_MAIN(TestContent)
#include "tst_content.moc"
