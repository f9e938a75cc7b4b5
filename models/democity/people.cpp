#include "democity/people.h"

#include <algorithm>

namespace democity {

using residents::ForeignClass;
using residents::MovementReason;
using residents::ReadingState;
using residents::Sex;

namespace {
// 住民基本台帳法 第7条第1号の2: 氏名の振り仮名 since 2025-05-26; a year later they are recorded ex
// officio.
const QDate readingsBegin(2025, 5, 26);
const QDate readingsExOfficio(2026, 5, 26);
// 住民基本台帳法 第30条の45: foreign residents since 2012-07-09.
const QDate foreignResidentsBegin(2012, 7, 9);
const QDate aliasesFrom(2013, 1, 7); // leaves room for the entry before
// 住民基本台帳法施行令: 旧氏 since 2019-11-05.
const QDate formerFamilyBegins(2019, 11, 5);

bool isSpecialPermanent(const MemberPlan &member)
{
    return member.foreign && member.foreign->foreignClass == ForeignClass::SpecialPermanent;
}

/// Before 1985 or so data entry knew only large kana (municipal-facts.md 2.4, 都留市).
QString inLargeKana(QString kana)
{
    static constexpr QStringView small = u"ァィゥェォッャュョ";
    static constexpr QStringView large = u"アイウエオツヤユヨ";
    for (QChar &c : kana) {
        const auto at = small.indexOf(c);
        if (at >= 0)
            c = large[at];
    }
    return kana;
}
} // namespace

Sex People::anySex()
{
    return m_random.chance(505) ? Sex::Female : Sex::Male;
}

int People::about(int age, int spread)
{
    const int one = m_random.between(-spread, spread);
    const int other = m_random.between(-spread, spread);
    return std::clamp(age + (one + other) / 2, 0, 108);
}

void People::setBirth(MemberPlan &member, int age)
{
    const QDate latest = m_world.today.addYears(-age);
    member.born = m_random.day(latest.addYears(-1).addDays(1), std::min(latest, lastDay()));
    member.bornOn = calendar::PartialDate::on(member.born);
    // 不詳 among the very old (JS1 1.1.8).
    if (age < 92 || !m_random.chance(120))
        return;
    const int year = member.born.year();
    const QString era = year < 1926 ? QStringLiteral("大正%1年").arg(wideDigits(year - 1911))
                                    : QStringLiteral("昭和%1年").arg(wideDigits(year - 1925));
    member.bornOn = {.text = era + QStringLiteral("　月日不詳"),
                     .earliest = QDate(year, 1, 1),
                     .latest = QDate(year, 12, 31),
                     .precision = calendar::Precision::Year};
    // 大正15年 ended on 12-25 and 昭和元年 began on that day: the year as a whole is meant.
    if (year == 1926)
        member.bornOn.text = QStringLiteral("大正１５年　月日不詳");
    if (age > 100 && m_random.chance(300))
        member.bornOn = {.text = QStringLiteral("年月日不詳"),
                         .earliest = {},
                         .latest = {},
                         .precision = calendar::Precision::Nothing};
}

void People::setReadings(MemberPlan &member)
{
    const int drawn = m_random.below(1000);
    residents::PersonName &name = member.name;
    const auto set = [](residents::Reading &reading, const QString &kana, ReadingState state) {
        reading = {kana, state};
    };
    const QString family = name.searchKana.section(u' ', 0, 0);
    const QString given = name.searchKana.section(u' ', 1);
    const QDate exOfficio = m_random.day(readingsExOfficio, lastDay());
    const QDate notified = m_random.day(readingsBegin, std::min(readingsExOfficio, lastDay()));
    if (drawn < 220) {
        member.readingOn = notified;
        set(name.familyReading, family, ReadingState::Notified);
        set(name.givenReading, given, ReadingState::Notified);
    } else if (drawn < 840) {
        member.readingOn = exOfficio;
        set(name.familyReading, family, ReadingState::ExOfficio);
        set(name.givenReading, given, ReadingState::ExOfficio);
    } else if (drawn < 870) {
        member.readingOn = notified;
        set(name.familyReading, family, ReadingState::Notified);
    } else if (drawn < 890) {
        member.readingOn = notified;
        set(name.givenReading, given, ReadingState::Notified);
    }
    if (member.readingOn > lastDay()) { // a city of an earlier day
        member.readingOn = {};
        name.familyReading = {};
        name.givenReading = {};
    }
}

MemberPlan People::person(int age, Sex sex)
{
    MemberPlan member;
    member.sex = sex;
    setBirth(member, age);
    const WrittenName &family = m_world.names.family(m_random);
    const WrittenName &given = m_world.names.given(m_random, sex, member.born.year());
    member.name.family = family.text;
    member.name.given = given.text;
    member.name.searchKana = family.kana + u' ' + given.kana;
    if (age > 40 && m_random.chance(30))
        member.name.searchKana = inLargeKana(member.name.searchKana);
    setReadings(member);
    member.domicile = m_world.places.domicile(m_random);
    member.domicileHead = fullName(member.name);
    member.nationalInsurance = m_random.chance(age >= 62 ? 750 : 180);
    if (age >= 16 && m_random.chance(600)) {
        const int first = m_random.below(10000);
        member.telephone = QStringLiteral("000-%1-%2")
                               .arg(first, 4, 10, QLatin1Char('0'))
                               .arg(m_random.below(10000), 4, 10, QLatin1Char('0'));
    }
    return member;
}

MemberPlan People::foreigner(int age, Sex sex, const QString &nationality, const MemberPlan *father)
{
    MemberPlan member;
    member.kind = residents::Kind::Foreign;
    member.sex = sex;
    const QDate latest = m_world.today.addYears(-age);
    member.born = m_random.day(latest.addYears(-1).addDays(1), std::min(latest, lastDay()));
    member.bornOn = calendar::PartialDate::on(member.born);
    member.name = m_world.names.foreigner(m_random, nationality, sex,
                                          father == nullptr ? nullptr : &father->name);
    member.foreign = residents::ForeignItems{.nationality = nationality,
                                             .becameForeignResident = {},
                                             .foreignClass = ForeignClass::MidToLongTerm,
                                             .statusOfResidence = {},
                                             .periodOfStay = {},
                                             .expiresOn = {}};
    // The stay of the others depends on family and years here: stays.h.
    const bool ofOldFamily =
        father == nullptr ? nationality == u"韓国" && age > 40 : isSpecialPermanent(*father);
    if (ofOldFamily)
        member.foreign->foreignClass = ForeignClass::SpecialPermanent;
    if (ofOldFamily || m_random.chance(180)) {
        const WrittenName &family = m_world.names.family(m_random);
        const WrittenName &given = m_world.names.given(m_random, sex, member.born.year());
        member.name.alias = family.text + QChar(0x3000) + given.text;
        member.name.aliasKana = family.kana + u' ' + given.kana;
        const QDate grown = member.born.addYears(age < 20 ? 0 : 19).addDays(60);
        member.aliasOn = m_random.day(std::min(std::max(aliasesFrom, grown), lastDay()), lastDay());
    }
    member.nationalInsurance = m_random.chance(450);
    return member;
}

void People::share(MemberPlan &one, const MemberPlan &other) const
{
    one.name.family = other.name.family;
    const QString given = one.name.searchKana.section(u' ', 1);
    const QString family = other.name.searchKana.section(u' ', 0, 0);
    one.name.searchKana = family + u' ' + given;
    if (one.name.familyReading.state != ReadingState::NotPublic)
        one.name.familyReading.kana = family;
    one.domicile = other.domicile;
    one.domicileHead = other.domicileHead;
}

MemberPlan People::wifeOf(const MemberPlan &husband)
{
    const int age = std::max(19, ageOf(husband) + m_random.between(-6, 3));
    MemberPlan wife = person(age, Sex::Female);
    const QString family = wife.name.family;
    const QString kana = wife.name.searchKana.section(u' ', 0, 0);
    share(wife, husband);
    wife.relationship = QStringLiteral("妻");
    if (m_random.chance(12) && formerFamilyBegins < lastDay()) {
        wife.name.formerFamily = family;
        const QDate married = wife.born.addYears(22);
        wife.formerFamilyOn =
            m_random.day(std::min(std::max(formerFamilyBegins, married), lastDay()), lastDay());
        if (wife.formerFamilyOn >= readingsBegin)
            wife.name.formerFamilyReading = {kana, ReadingState::Notified};
    }
    return wife;
}

MemberPlan People::childOf(const MemberPlan &parent, int age)
{
    MemberPlan child = person(std::max(0, age), anySex());
    share(child, parent);
    child.relationship = QStringLiteral("子");
    return child;
}

int People::ageOf(const MemberPlan &member) const
{
    int age = m_world.today.year() - member.born.year();
    if (member.born.addYears(age) > m_world.today)
        --age;
    return age;
}

Leaving People::movedOut(QDate after)
{
    Leaving leaving;
    leaving.on = m_random.day(after.addDays(30), lastDay());
    const bool abroad = m_random.chance(40);
    leaving.reason = abroad ? MovementReason::MoveOutAbroad : MovementReason::MoveOut;
    if (abroad)
        leaving.to.municipality = QStringLiteral("アメリカ合衆国");
    else
        leaving.to = m_world.places.elsewhere(m_random);
    if (m_random.chance(30)) {
        leaving.reason = MovementReason::RemovalExOfficio;
        leaving.to = {};
    }
    return leaving;
}

Leaving People::died(QDate after)
{
    Leaving leaving;
    leaving.on = m_random.day(after.addDays(30), lastDay());
    leaving.reason = MovementReason::Death;
    leaving.dayUnknown = m_random.chance(25);
    return leaving;
}

QDate People::earliestComing(const HouseholdPlan &plan, int settledAge) const
{
    // The household came when its head was grown up; others came with him or were born later.
    const MemberPlan &first = plan.members[plan.formerHead >= 0 ? plan.formerHead : plan.head];
    QDate earliest = std::max(first.born.addYears(settledAge), m_world.today.addYears(-45));
    for (const auto &member : plan.members) {
        if (member.kind == residents::Kind::Foreign)
            earliest = std::max(earliest, foreignResidentsBegin);
        const QString &kin =
            member.underFormerHead.isEmpty() ? member.relationship : member.underFormerHead;
        if (kin.endsWith(u'妻') || kin.endsWith(u'夫') || kin.endsWith(u"（未届）"))
            earliest = std::max(earliest, member.born.addYears(20));
    }
    return earliest;
}

QDate People::latestComing(const HouseholdPlan &plan) const
{
    QDate latest = lastDay().addDays(-120);
    for (const auto &member : plan.members) {
        for (const QDate day : {member.former.until, member.aliasOn, member.formerFamilyOn}) {
            if (day.isValid())
                latest = std::min(latest, day.addDays(-60));
        }
        if (member.leaving)
            latest = std::min(latest, member.leaving->on.addDays(-60));
    }
    return latest;
}

void People::join(MemberPlan &member, const Coming &coming)
{
    const bool alone = member.relationship == u"同居人" || member.relationship == u"縁故者";
    member.joins = std::max(coming.on, member.born);
    if (alone) { // from elsewhere and on a day of his own
        const QDate last = std::max(coming.on, lastDay().addDays(-120));
        const QDate grown = std::max(coming.on, member.born.addYears(18));
        member.joins = m_random.day(std::min(grown, last), last);
    }
    if (member.joins >= readingsBegin && member.readingOn.isValid()) {
        // Entered since the law came into force: the furigana came with the notice.
        member.readingOn = {};
        for (residents::Reading *reading :
             {&member.name.familyReading, &member.name.givenReading}) {
            if (reading->state == ReadingState::ExOfficio)
                reading->state = ReadingState::Notified;
        }
    }
    if (alone) {
        member.from = m_world.places.elsewhere(m_random);
    } else if (member.born >= coming.on) {
        member.enters = MovementReason::Birth;
    } else if (coming.fromAbroad) {
        member.enters = MovementReason::MoveInFromAbroad;
        if (member.foreign)
            member.from.municipality = member.foreign->nationality;
    } else {
        member.from = coming.from;
    }
}

void People::settle(HouseholdPlan &plan, int settledAge)
{
    const QDate latest = latestComing(plan);
    const QDate earliest = earliestComing(plan, settledAge);
    const bool foreign = std::any_of(plan.members.begin(), plan.members.end(), [](const auto &m) {
        return m.kind == residents::Kind::Foreign;
    });
    Coming coming;
    coming.on = m_random.day(std::min(earliest, latest), latest);
    coming.from = m_world.places.elsewhere(m_random);
    coming.fromAbroad = m_random.chance(foreign ? 500 : 15);
    for (auto &member : plan.members)
        join(member, coming);
}

} // namespace democity
