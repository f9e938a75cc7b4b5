// links: madoguchi_democity Qt6::Gui
#include "calendar/officecalendar.h"
#include "democity/citymaker.h"
#include "democity/numbering.h"
#include "democity/random.h"
#include "democity/specimennumbers.h"
#include "residents/codec.h"
#include "residents/memberorder.h"
#include "residents/relationship.h"
#include "text/checkdigit.h"

#include <QCryptographicHash>
#include <QRawFont>
#include <QtTest>

using namespace democity;
using namespace residents;

namespace {

struct City
{
    QList<Household> households;
    QList<QList<Snapshot>> histories;
    QList<Restriction> restrictions;
    QList<base::PersonId> withoutGlyph;
    QByteArray digest;
    qsizetype largestBatch = 0;
};

City cityOf(const CityOrder &order)
{
    City city;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    auto maker = CityMaker::open(order);
    if (!maker)
        return city;
    Batch batch;
    while (maker->next(batch)) {
        city.largestBatch = std::max(city.largestBatch, batch.histories.size());
        for (const auto &household : batch.households)
            hash.addData(encode(household));
        for (const auto &history : batch.histories) {
            for (const auto &state : history)
                hash.addData(encode(state));
        }
        for (const auto &restriction : batch.restrictions)
            hash.addData(encode(restriction));
        city.households += batch.households;
        city.histories += batch.histories;
        city.restrictions += batch.restrictions;
        city.withoutGlyph += batch.withoutGlyph;
    }
    city.digest = hash.result();
    return city;
}

const QDate referenceDate(2026, 11, 1);

/// Faults of one person's history; empty = none. Written from the facts, not from the maker.
QStringList faultsOf(const QList<Snapshot> &history)
{
    QStringList faults;
    const auto need = [&faults](bool holds, const char *what) {
        if (!holds)
            faults.append(QLatin1StringView(what));
    };
    need(!history.isEmpty(), "has states");
    QDate processed;
    QDate happened;
    for (int i = 0; i < history.size(); ++i) {
        const Snapshot &state = history[i];
        need(state.id.version == i + 1, "versions from 1 without gaps");
        need(state.id.person == history.first().id.person, "one person");
        need(state.bornOn == history.first().bornOn, "birth does not change");
        const QDate born = state.bornOn.earliest;
        const QDate became = state.becameResident.on.earliest;
        const QDate settled = state.addressSettled.on.earliest;
        need(became.isValid() && settled.isValid(), "住民となった日 and 住所を定めた日 are known");
        need(!born.isValid() || born <= became, "born before he became a resident");
        need(became <= settled, "住民となった日 <= 住所を定めた日");
        need(settled <= state.movement.processedOn, "settled before it was processed");
        const Movement &movement = state.movement;
        need(movement.notifiedOn.isValid() && movement.notifiedOn <= movement.processedOn,
             "届出日 <= 処理日");
        need(movement.processedOn <= referenceDate, "nothing was processed after today");
        need(calendar::OfficeCalendar::shipped().isOpen(movement.processedOn),
             "processed on an office day");
        need(!processed.isValid() || processed <= movement.processedOn, "処理日 do not go back");
        processed = movement.processedOn;
        if (state.state != State::MoveOutPlanned) {
            need(movement.happenedOn.earliest <= movement.notifiedOn,
                 "only a 転出 is notified before");
            need(!happened.isValid() || happened <= movement.happenedOn.earliest,
                 "what happened goes forward");
            happened = movement.happenedOn.earliest;
        }
        need(isPresent(state.state) == !state.removal.has_value(), "消除 only of the removed");
        need(i + 1 == history.size() || state.state == State::Resident, "ends are at the end");
        const bool first = movement.reason == MovementReason::Initial ||
                           movement.reason == MovementReason::MoveIn ||
                           movement.reason == MovementReason::MoveInFromAbroad ||
                           movement.reason == MovementReason::Birth;
        need(first == (i == 0), "the first state, and only it, is an entry");
        need(state.address.municipality == municipality() && state.address.code.size() == 11 &&
                 state.address.postalCode.size() == 7 && !state.address.lot.isEmpty(),
             "lives in the city");
        need(!fullName(state.name).isEmpty() && !state.name.searchKana.isEmpty(), "has a name");
        need(!state.headName.isEmpty(), "names the head");
        const auto relationship = parseRelationship(state.relationship);
        need(relationship.fault == RelationshipFault::None, "続柄 is legal");
        need(!contradictsSex(relationship.value, state.sex), "続柄 fits the sex");
        need((state.kind == Kind::Foreign) == state.foreign.has_value(), "30条の45 of foreigners");
        if (state.kind == Kind::Foreign) {
            need(state.registeredDomicile.isEmpty() && state.domicileHead.isEmpty(), "no 戸籍");
            need(state.name.formerFamily.isEmpty(), "no 旧氏 of a foreign resident");
            need(became >= QDate(2012, 7, 9), "外国人住民 since 2012-07-09");
            need(state.foreign->becameForeignResident.on == state.becameResident.on, "one day");
        } else {
            need(!state.registeredDomicile.isEmpty() && !state.domicileHead.isEmpty(), "戸籍");
            need(state.name.alias.isEmpty() && state.name.latin.isEmpty(), "no 通称");
        }
        for (const Reading &reading : {state.name.familyReading, state.name.givenReading}) {
            need((reading.state == ReadingState::NotPublic) == reading.kana.isEmpty(),
                 "kana only of what is public");
            need(reading.state == ReadingState::NotPublic ||
                     movement.processedOn >= QDate(2025, 5, 26),
                 "no furigana before the law");
            need(reading.state != ReadingState::ExOfficio ||
                     movement.processedOn >= QDate(2026, 5, 26),
                 "ex officio a year later");
        }
        need(state.telephone.isEmpty() || state.telephone.startsWith(u"000-"), "no real telephone");
    }
    return faults;
}

QStringList faultsOf(const City &city)
{
    QStringList faults;
    const auto need = [&faults](bool holds, const char *what) {
        if (!holds)
            faults.append(QLatin1StringView(what));
    };
    QHash<qint64, Household> households;
    QHash<qint64, QList<Snapshot>> members;
    QSet<qint64> people;
    for (const auto &household : city.households) {
        need(!households.contains(household.id.value), "世帯番号 is used once");
        households.insert(household.id.value, household);
    }
    for (const auto &history : city.histories) {
        faults += faultsOf(history);
        const Snapshot &now = history.last();
        need(!people.contains(now.id.person.value), "宛名番号 is used once");
        people.insert(now.id.person.value);
        members[now.household.value].append(now);
    }
    for (const auto &household : city.households) {
        int heads = 0;
        int present = 0;
        for (const auto &member : members.value(household.id.value)) {
            if (!isPresent(member.state))
                continue;
            ++present;
            need(member.address == household.address, "members live where the household does");
            if (member.relationship == u"世帯主") {
                ++heads;
                need(member.id.person == household.head, "世帯主 is the head");
            }
            for (const auto &other : members.value(household.id.value)) {
                if (other.id.person == household.head)
                    need(member.headName == fullName(other.name), "世帯主名 is the head's name");
            }
        }
        need(heads == (present > 0 ? 1 : 0), "one 世帯主");
        need((household.head.value != 0) == (present > 0), "no head without members");
    }
    for (const auto &restriction : city.restrictions) {
        need((restriction.person.value != 0) != (restriction.household.value != 0),
             "one person or one household");
        need(restriction.until == restriction.from.addYears(1).addDays(-1), "one year");
        need(people.contains(restriction.person.value) ||
                 households.contains(restriction.household.value),
             "covers somebody who exists");
    }
    return faults;
}

} // namespace

class TestCity final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void drawsTheKnownNumbers();
    void hasTheNumberOrdered();
    void isConsistent();
    void isTheSameTwice();
    void otherSeedsAreOtherCities();
    void hasEveryShape();
    void hasAwkwardNames();
    void everyGlyphButTheFlaggedIsInTheFont();
    void protectsSome();
    void numbersHaveTheirCheckDigits();
    void sensitiveNumbersAreNobodys();
    void theCityDoesNotExist();
    void refusesImpossibleOrders();

private:
    City m_city;
};

void TestCity::initTestCase()
{
    m_city = cityOf({.residents = 3000, .seed = 1, .referenceDate = referenceDate});
    QVERIFY(!m_city.histories.isEmpty());
}

void TestCity::drawsTheKnownNumbers()
{
    // Published values of splitmix64 for the seed 1234567 (rosettacode.org, Pseudo-random numbers).
    Random random(1234567);
    for (const quint64 expected : {Q_UINT64_C(6457827717110365317), Q_UINT64_C(3203168211198807973),
                                   Q_UINT64_C(9817491932198370423), Q_UINT64_C(4593380528125082431),
                                   Q_UINT64_C(16408922859458223821)})
        QCOMPARE(random.next(), expected);
}

void TestCity::hasTheNumberOrdered()
{
    for (const int residents : {1, 7, 30, 100, 3000}) {
        const City city =
            residents == 3000
                ? m_city
                : cityOf({.residents = residents, .seed = 5, .referenceDate = referenceDate});
        int present = 0;
        for (const auto &history : city.histories)
            present += isPresent(history.last().state) ? 1 : 0;
        QCOMPARE(present, residents);
        QVERIFY(city.largestBatch < 1100);
    }
    // design.md 6, reference city: 60,000 former residents and 700,000 history snapshots to
    // 350,000; 165,000 households.
    const City larger =
        cityOf({.residents = 20000, .seed = 9, .referenceDate = referenceDate, .files = false});
    int states = 0;
    int foreigners = 0;
    int living = 0;
    for (const auto &history : larger.histories) {
        states += static_cast<int>(history.size()) - 1;
        foreigners += history.last().kind == Kind::Foreign ? 1 : 0;
    }
    for (const auto &household : larger.households)
        living += household.head.value != 0 ? 1 : 0;
    const auto former = larger.histories.size() - 20000;
    qInfo("former %d, former states %d, foreigners %d, households %d", int(former), states,
          foreigners, living);
    QVERIFY(former > 20000 * 14 / 100 && former < 20000 * 20 / 100);
    QVERIFY(states > 20000 * 17 / 10 && states < 20000 * 25 / 10);
    QVERIFY(foreigners > 20000 * 2 / 100 && foreigners < 20000 * 5 / 100);
    QVERIFY(living > 20000 * 42 / 100 && living < 20000 * 52 / 100);
}

void TestCity::isConsistent()
{
    QHash<QString, int> found;
    for (const auto &fault : faultsOf(m_city))
        ++found[fault];
    for (auto it = found.cbegin(); it != found.cend(); ++it)
        qWarning("%d times not: %s", it.value(), qPrintable(it.key()));
    QVERIFY(found.isEmpty());
    for (quint64 seed = 100; seed < 140; ++seed) {
        const City city = cityOf({.residents = 600, .seed = seed, .referenceDate = referenceDate});
        const QStringList faults = faultsOf(city);
        QVERIFY2(faults.isEmpty(),
                 qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(faults.value(0))));
    }
}

void TestCity::isTheSameTwice()
{
    const City again = cityOf({.residents = 3000, .seed = 1, .referenceDate = referenceDate});
    QCOMPARE(again.digest.toHex(), m_city.digest.toHex());
    // A larger city begins with the same people until the smaller one runs out of room.
    const City larger = cityOf({.residents = 3500, .seed = 1, .referenceDate = referenceDate});
    QVERIFY(larger.histories.first(2000) == m_city.histories.first(2000));
}

void TestCity::otherSeedsAreOtherCities()
{
    QSet<QByteArray> digests{m_city.digest};
    for (quint64 seed = 2; seed < 8; ++seed) {
        const City other = cityOf({.residents = 300, .seed = seed, .referenceDate = referenceDate});
        QVERIFY(!digests.contains(other.digest));
        digests.insert(other.digest);
    }
}

void TestCity::hasEveryShape()
{
    QSet<QString> relationships;
    QSet<int> states;
    QSet<int> reasons;
    QSet<int> foreignClasses;
    QSet<int> readings;
    QHash<qint64, int> sizes;
    int movedWithin = 0;
    int unknownBirths = 0;
    int changedFamilies = 0;
    int manual = 0;
    int unknownRemovals = 0;
    QSet<QString> entitled;
    for (const auto &history : m_city.histories) {
        const Snapshot &now = history.last();
        relationships.insert(now.relationship);
        states.insert(static_cast<int>(now.state));
        if (isPresent(now.state))
            ++sizes[now.household.value];
        unknownBirths += now.bornOn.isDay() ? 0 : 1;
        manual += now.orderInHousehold > 0 ? 1 : 0;
        if (now.removal && !now.removal->on.isDay())
            ++unknownRemovals;
        if (now.foreign)
            foreignClasses.insert(static_cast<int>(now.foreign->foreignClass));
        readings.insert(static_cast<int>(now.name.familyReading.state) * 3 +
                        static_cast<int>(now.name.givenReading.state));
        for (const auto &state : history) {
            reasons.insert(static_cast<int>(state.movement.reason));
            movedWithin += state.movement.reason == MovementReason::MoveWithin ? 1 : 0;
            changedFamilies += state.name.family != now.name.family ? 1 : 0;
        }
        if (!now.entitlements.healthInsurance.status.isEmpty())
            entitled.insert(QStringLiteral("health"));
        if (!now.entitlements.pension.status.isEmpty())
            entitled.insert(QStringLiteral("pension"));
        if (!now.entitlements.longTermCare.status.isEmpty())
            entitled.insert(QStringLiteral("care"));
        if (!now.entitlements.lateElderly.status.isEmpty())
            entitled.insert(QStringLiteral("late"));
        if (!now.entitlements.childAllowance.status.isEmpty())
            entitled.insert(QStringLiteral("child"));
    }
    for (const auto *relationship : {u"世帯主", u"妻", u"夫", u"子", u"子の妻", u"子の子", u"父",
                                     u"母", u"妻（未届）", u"縁故者", u"同居人", u"妻の母"})
        QVERIFY2(relationships.contains(QString::fromUtf16(relationship)),
                 qPrintable(QString::fromUtf16(relationship)));
    QVERIFY(relationships.contains(QStringLiteral("兄")) ||
            relationships.contains(QStringLiteral("弟")) ||
            relationships.contains(QStringLiteral("姉")) ||
            relationships.contains(QStringLiteral("妹")));
    for (const State state : {State::Resident, State::MoveOutPlanned, State::MovedOut, State::Died})
        QVERIFY(states.contains(static_cast<int>(state)));
    for (const MovementReason reason :
         {MovementReason::Initial, MovementReason::MoveIn, MovementReason::Birth,
          MovementReason::MoveWithin, MovementReason::MoveOut, MovementReason::Death,
          MovementReason::HeadChange, MovementReason::CorrectionExOfficio,
          MovementReason::MinorCorrection, MovementReason::AliasEntry})
        QVERIFY2(reasons.contains(static_cast<int>(reason)),
                 qPrintable(movementReasonName(reason)));
    QVERIFY(*std::max_element(sizes.begin(), sizes.end()) >= 20);
    QVERIFY(movedWithin > 300 && unknownBirths > 0 && changedFamilies > 5 && manual > 0);
    QVERIFY(foreignClasses.size() >= 2);
    QVERIFY(readings.contains(0) && readings.contains(4) && readings.contains(8) &&
            readings.contains(3) && readings.contains(1));
    QCOMPARE(entitled.size(), 5);
}

void TestCity::hasAwkwardNames()
{
    QString all;
    qsizetype longest = 0;
    qsizetype shortFamilies = 0;
    QSet<uint> selectors;
    int aliases = 0;
    int formerFamilies = 0;
    int kanjiNames = 0;
    const City larger =
        cityOf({.residents = 30000, .seed = 3, .referenceDate = referenceDate, .files = false});
    for (const auto &history : larger.histories) {
        const PersonName &name = history.last().name;
        all += fullName(name) + u'\n';
        longest = std::max(longest, name.latin.size());
        shortFamilies += name.family.size() == 1 ? 1 : 0;
        aliases += name.alias.isEmpty() ? 0 : 1;
        formerFamilies += name.formerFamily.isEmpty() ? 0 : 1;
        kanjiNames += !name.latin.isEmpty() && !name.family.isEmpty() ? 1 : 0;
        for (const uint c : fullName(name).toUcs4()) {
            if (c >= 0xe0100 && c <= 0xe01ef)
                selectors.insert(c);
        }
    }
    for (const auto *part : {u"渡邉", u"渡邊", u"髙", u"﨑", u"𠮷", u"\uFA19", u"德", u"齋藤",
                             u"斎藤", u"濵", u"曻", u"勅使河原"})
        QVERIFY2(all.contains(QString::fromUtf16(part)), qPrintable(QString::fromUtf16(part)));
    QVERIFY(selectors.size() >= 4);
    QVERIFY(longest >= 40);
    QVERIFY(shortFamilies > 50 && aliases > 20 && formerFamilies > 10 && kanjiNames > 50);
}

void TestCity::everyGlyphButTheFlaggedIsInTheFont()
{
    // cmap of the font, read here: format 12 for characters, format 14 for variation sequences.
    QRawFont font(QStringLiteral("/usr/share/fonts/truetype/ipamj/ipamjm.ttf"), 20);
    QVERIFY2(font.isValid(), "fonts-ipamj-mincho is needed");
    const QByteArray cmap = font.fontTable("cmap");
    const auto number = [&cmap](qsizetype at, int bytes) {
        quint32 value = 0;
        for (int i = 0; i < bytes; ++i)
            value = (value << 8U) | static_cast<uchar>(cmap[at + i]);
        return value;
    };
    QSet<quint64> sequences;
    for (quint32 i = 0; i < number(2, 2); ++i) {
        const qsizetype sub = number(4 + 8 * qsizetype(i) + 4, 4);
        if (number(sub, 2) != 14)
            continue;
        for (quint32 s = 0; s < number(sub + 6, 4); ++s) {
            const qsizetype record = sub + 10 + 11 * qsizetype(s);
            const qsizetype table = sub + number(record + 7, 4);
            if (table == sub)
                continue;
            for (quint32 m = 0; m < number(table, 4); ++m)
                sequences.insert((quint64(number(table + 4 + 5 * qsizetype(m), 3)) << 32U) |
                                 number(record, 3));
        }
    }
    QVERIFY(sequences.size() > 5000);
    QSet<qint64> flagged;
    for (const auto &person : m_city.withoutGlyph)
        flagged.insert(person.value);
    QVERIFY(!flagged.isEmpty());
    for (const auto &history : m_city.histories) {
        const PersonName &name = history.last().name;
        const auto text = (fullName(name) + name.alias + name.formerFamily).toUcs4();
        bool printable = true;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] >= 0xe0100)
                printable =
                    printable && sequences.contains((quint64(text[i - 1]) << 32U) | text[i]);
            else
                printable = printable && font.supportsCharacter(text[i]);
        }
        QCOMPARE(printable, !flagged.contains(history.last().id.person.value));
    }
}

void TestCity::protectsSome()
{
    int support = 0;
    int ofHouseholds = 0;
    int provisional = 0;
    int notRenewed = 0;
    int ended = 0;
    int others = 0;
    for (const auto &restriction : m_city.restrictions) {
        const bool isSupport = restriction.kind == RestrictionKind::Support ||
                               restriction.kind == RestrictionKind::ProvisionalSupport;
        QCOMPARE(restriction.hidesAddress, isSupport);
        ofHouseholds += restriction.household.value != 0 ? 1 : 0;
        provisional += restriction.kind == RestrictionKind::ProvisionalSupport ? 1 : 0;
        ended += restriction.ended ? 1 : 0;
        others += isSupport ? 0 : 1;
        if (isSupport && isInForce(restriction, referenceDate)) {
            ++support;
            notRenewed += restriction.until < referenceDate ? 1 : 0;
        }
    }
    QVERIFY(ofHouseholds > 0 && provisional > 0 && notRenewed > 0 && ended > 0 && others > 0);
    QVERIFY(support >= 4 && support < 3000 / 100);
}

void TestCity::numbersHaveTheirCheckDigits()
{
    // municipal-facts.md 1.5, worked by hand: remainder 7 -> 4, and remainders 0 and 1 -> 0.
    QCOMPARE(withCheckDigit(1234567), 12345674);
    QCOMPARE(withCheckDigit(1), 19);
    QCOMPARE(withCheckDigit(12345678), 123456785);
    QCOMPARE(withCheckDigit(6), 60);
    for (const auto &history : m_city.histories)
        QVERIFY(text::checkNumber(text::NumberKind::Person,
                                  QString::number(history.last().id.person.value))
                    .outcome == text::CheckOutcome::Right);
}

void TestCity::sensitiveNumbersAreNobodys()
{
    const auto asText = [](const base::Secret &secret) {
        return QString::fromLatin1(reinterpret_cast<const char *>(secret.data()),
                                   static_cast<qsizetype>(secret.size()));
    };
    QSet<QString> seen;
    for (const auto &history : m_city.histories.first(500)) {
        const auto numbers = numbersOf(history.last().id.person, history.last().kind, 1);
        QCOMPARE(numbers.individualNumber.size(), std::size_t{12});
        QCOMPARE(numbers.residentCode.size(), std::size_t{11});
        const QString number = asText(numbers.individualNumber);
        QVERIFY(text::checkNumber(text::NumberKind::Individual, number).outcome ==
                text::CheckOutcome::Wrong);
        QVERIFY(text::individualNumberAllowedInTraining(number));
        QVERIFY(text::checkNumber(text::NumberKind::ResidentCode, asText(numbers.residentCode))
                    .outcome != text::CheckOutcome::Right);
        QVERIFY(!seen.contains(number));
        seen.insert(number);
        QCOMPARE(numbers.residenceCard.empty(), history.last().kind == Kind::Japanese);
        QCOMPARE(
            asText(numbersOf(history.last().id.person, history.last().kind, 1).individualNumber),
            number);
    }
}

void TestCity::theCityDoesNotExist()
{
    QVERIFY(text::checkNumber(text::NumberKind::Municipality, municipalityCode()).outcome ==
            text::CheckOutcome::Right);
    QVERIFY2(municipalityCode().left(2).toInt() > 47, "JIS X 0401 ends at 47 (沖縄県)");
}

void TestCity::refusesImpossibleOrders()
{
    for (const int residents : {0, -5, 10'000'001})
        QVERIFY(
            !CityMaker::open({.residents = residents, .seed = 1, .referenceDate = referenceDate})
                 .has_value());
    QVERIFY(!CityMaker::open({.residents = 5, .seed = 1, .referenceDate = {}}).has_value());
}

QTEST_MAIN(TestCity)
#include "tst_city.moc"
