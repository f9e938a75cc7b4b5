#include "ruleanswers.h"

#include "calendar/dateinput.h"
#include "calendar/deadlines.h"
#include "pensionanswers.h"
#include "residents/memberorder.h"
#include "residents/relationship.h"
#include "taxanswers.h"
#include "text/address.h"
#include "text/checkdigit.h"
#include "text/graphemes.h"
#include "text/input.h"
#include "text/kana.h"
#include "text/kanji.h"

#include <QHash>

#include <algorithm>

namespace app {

namespace {

RuleAnswer wrong(const QString &error, const QString &article = {})
{
    RuleAnswer answer;
    answer.error = error;
    answer.article = article;
    return answer;
}

QString iso(QDate day)
{
    return day.toString(Qt::ISODate);
}

/// A date in any form the fields take; what is unknown is taken only where it says so.
calendar::DateReading readAny(const QString &typed, const calendar::DateRules &rules)
{
    calendar::DateReading reading = calendar::readDate(typed, rules);
    if (reading.fault == calendar::DateFault::UnknownRefused) {
        calendar::DateRules unknown = rules;
        unknown.unknownAllowed = true;
        reading = calendar::readDate(typed, unknown);
    }
    return reading;
}

RuleAnswer checkDigit(const QList<QStringList> &rows)
{
    static const QHash<QString, text::NumberKind> kinds = {
        {QStringLiteral("individual"), text::NumberKind::Individual},
        {QStringLiteral("corporate"), text::NumberKind::Corporate},
        {QStringLiteral("resident-code"), text::NumberKind::ResidentCode},
        {QStringLiteral("municipality"), text::NumberKind::Municipality},
        {QStringLiteral("person"), text::NumberKind::Person},
        {QStringLiteral("household"), text::NumberKind::Household},
    };
    static const QHash<text::CheckOutcome, QString> words = {
        {text::CheckOutcome::Right, QStringLiteral("Right")},
        {text::CheckOutcome::Doubtful, QStringLiteral("Doubtful")},
        {text::CheckOutcome::Wrong, QStringLiteral("Wrong")},
        {text::CheckOutcome::AllZero, QStringLiteral("AllZero")},
        {text::CheckOutcome::Malformed, QStringLiteral("Malformed")},
    };
    const QString kind = rows.first().at(0);
    if (!kinds.contains(kind))
        return wrong(QStringLiteral("UnknownKind"));
    constexpr int longest = 32;
    const auto digits = text::cleanDigits(rows.first().at(1), longest);
    const auto check = text::checkNumber(kinds.value(kind), digits ? *digits : QString());
    RuleAnswer answer;
    answer.article = check.rule;
    if (!check.acceptable()) {
        answer.error = words.value(check.outcome);
        return answer;
    }
    if (check.outcome == text::CheckOutcome::Doubtful)
        answer.warning = words.value(check.outcome);
    answer.result = {{QStringLiteral("outcome"), words.value(check.outcome)},
                     {QStringLiteral("digits"), *digits}};
    return answer;
}

QString precisionName(calendar::Precision precision)
{
    switch (precision) {
    case calendar::Precision::Nothing:
        return QStringLiteral("nothing");
    case calendar::Precision::Year:
        return QStringLiteral("year");
    case calendar::Precision::Season:
        return QStringLiteral("season");
    case calendar::Precision::Month:
        return QStringLiteral("month");
    case calendar::Precision::TenDays:
        return QStringLiteral("ten-days");
    case calendar::Precision::Day:
        break;
    }
    return QStringLiteral("day");
}

RuleAnswer date(const QList<QStringList> &rows)
{
    const QStringList &row = rows.first();
    const QString &allow = row.at(3);
    calendar::DateRules rules{.defaultEra = row.at(2), .wholeDayOnly = false};
    if (row.at(1) == QStringLiteral("pension"))
        rules.digits = calendar::EraDigits::Pension;
    else if (!row.at(1).isEmpty() && row.at(1) != QStringLiteral("resident"))
        return wrong(QStringLiteral("UnknownDigits"));
    rules.wholeDayOnly = allow == QStringLiteral("day");
    rules.unknownAllowed = allow == QStringLiteral("unknown");
    if (!QStringList(
             {QString(), QStringLiteral("day"), QStringLiteral("range"), QStringLiteral("unknown")})
             .contains(allow))
        return wrong(QStringLiteral("UnknownAllow"));
    const auto reading =
        allow.isEmpty() ? readAny(row.at(0), rules) : calendar::readDate(row.at(0), rules);
    RuleAnswer answer;
    answer.article = QStringLiteral("住民記録システム標準仕様書 1.1.1・1.1.8・元号を改める政令");
    answer.table = calendar::Eras::shipped().version();
    if (!reading.ok()) {
        answer.error = calendar::faultName(reading.fault);
        if (reading.suggestion.isValid())
            answer.advice.append(calendar::wareki(reading.suggestion, calendar::Style::Short));
        return answer;
    }
    const calendar::PartialDate &read = reading.date;
    using calendar::Style;
    answer.result = {{QStringLiteral("from"), iso(read.earliest)},
                     {QStringLiteral("to"), iso(read.latest)},
                     {QStringLiteral("precision"), precisionName(read.precision)},
                     {QStringLiteral("screen"),
                      calendar::display(read, calendar::Reckoning::Wareki, Style::ScreenWeekday)},
                     {QStringLiteral("certificate"),
                      calendar::display(read, calendar::Reckoning::Wareki, Style::Certificate)},
                     {QStringLiteral("short"),
                      calendar::display(read, calendar::Reckoning::Wareki, Style::Short)},
                     {QStringLiteral("western"),
                      calendar::display(read, calendar::Reckoning::Western, Style::Screen)}};
    return answer;
}

RuleAnswer deadline(const QList<QStringList> &rows)
{
    const QStringList &row = rows.first();
    const auto first = calendar::readDate(row.at(1));
    const auto second = calendar::readDate(row.at(2));
    RuleAnswer answer;
    answer.table = calendar::OfficeCalendar::shipped().version();
    QDate last;
    if (row.at(0) == QStringLiteral("notice")) {
        answer.article =
            QStringLiteral("住民基本台帳法 第22条第1項・民法 第140条・地方自治法 第4条の2第4項");
        last = calendar::noticeDeadline(first.date.earliest);
    } else if (row.at(0) == QStringLiteral("special-move-in")) {
        answer.article = QStringLiteral("住民基本台帳法 第24条の2・同法施行令 第24条の3");
        last = calendar::specialMoveInDeadline(first.date.earliest, second.date.earliest);
    } else if (row.at(0) == QStringLiteral("tax")) {
        answer.article = QStringLiteral("地方税法 第20条の5第2項");
        last = calendar::taxDue(first.date.earliest);
    } else {
        return wrong(QStringLiteral("UnknownKind"));
    }
    if (!first.ok() || !last.isValid()) {
        answer.error = calendar::faultName(first.ok() ? second.fault : first.fault);
        return answer;
    }
    answer.result = {
        {QStringLiteral("deadline"), iso(last)},
        {QStringLiteral("screen"), calendar::wareki(last, calendar::Style::ScreenWeekday)}};
    return answer;
}

RuleAnswer age(const QList<QStringList> &rows)
{
    const QStringList &row = rows.first();
    const QString article = QStringLiteral("年齢計算ニ関スル法律・民法 第143条");
    const auto born = readAny(row.at(0), {.defaultEra = {}, .wholeDayOnly = false});
    if (!born.ok())
        return wrong(calendar::faultName(born.fault), article);
    if (!born.date.earliest.isValid())
        return wrong(QStringLiteral("BirthUnknown"), article);
    if (row.at(1).isEmpty() && row.at(2).isEmpty())
        return wrong(QStringLiteral("DayOrAgeMissing"), article);
    RuleAnswer answer;
    answer.article = article;
    answer.table = calendar::Eras::shipped().version();
    if (!row.at(1).isEmpty()) {
        const auto on = calendar::readDate(row.at(1));
        if (!on.ok())
            return wrong(calendar::faultName(on.fault), article);
        const QDate day = on.date.earliest;
        const auto range = calendar::ageRangeOn(born.date, day);
        if (born.date.isDay()) {
            if (range.youngest < 0)
                return wrong(QStringLiteral("NotYetBorn"), article);
            answer.result.insert(QStringLiteral("age"), range.youngest);
            answer.result.insert(QStringLiteral("legalAge"),
                                 calendar::legalAgeOn(born.date.earliest, day));
        } else {
            answer.result.insert(QStringLiteral("youngest"), range.youngest);
            answer.result.insert(QStringLiteral("oldest"), range.oldest);
        }
    }
    if (!row.at(2).isEmpty()) {
        const int wanted = row.at(2).toInt();
        if (wanted < 1 || wanted > 200)
            return wrong(QStringLiteral("AgeOutOfRange"), article);
        answer.result.insert(QStringLiteral("reachedFrom"),
                             iso(calendar::reachesAgeOn(born.date.earliest, wanted)));
        answer.result.insert(QStringLiteral("reachedTo"),
                             iso(calendar::reachesAgeOn(born.date.latest, wanted)));
    }
    return answer;
}

RuleAnswer fold(const QList<QStringList> &rows)
{
    constexpr int longest = 1000;
    const QString article =
        QStringLiteral("住民記録システム標準仕様書 2.1.2・municipal-facts 2.3～2.5");
    const auto clean = text::cleanText(rows.first().at(0), longest);
    if (!clean) {
        return wrong(clean.error().code == base::ErrorCode::ConditionTooLong
                         ? QStringLiteral("ConditionTooLong")
                         : QStringLiteral("ConditionUnreadable"),
                     article);
    }
    RuleAnswer answer;
    answer.article = article;
    answer.table = text::foldVersion();
    answer.result = {{QStringLiteral("kana1"), text::kanaKey1(*clean)},
                     {QStringLiteral("kana2"), text::kanaKey2(*clean)},
                     {QStringLiteral("kanaLong"), text::kanaKeyLong(*clean)},
                     {QStringLiteral("kanji"), text::foldKanji(*clean)},
                     {QStringLiteral("name"), text::nameKey(*clean)},
                     {QStringLiteral("address"), text::foldAddress(*clean)},
                     {QStringLiteral("characters"), text::graphemeCount(*clean)}};
    return answer;
}

RuleAnswer relationship(const QList<QStringList> &rows)
{
    using residents::RelationshipFault;
    static const QHash<RelationshipFault, QString> faults = {
        {RelationshipFault::Empty, QStringLiteral("Empty")},
        {RelationshipFault::WordNotAllowed, QStringLiteral("WordNotAllowed")},
        {RelationshipFault::TooManyGenerations, QStringLiteral("TooManyGenerations")},
        {RelationshipFault::SpouseOfSpouse, QStringLiteral("SpouseOfSpouse")},
        {RelationshipFault::Unreadable, QStringLiteral("Unreadable")},
    };
    const auto read = residents::parseRelationship(rows.first().at(0));
    RuleAnswer answer;
    answer.article = QStringLiteral("住民基本台帳法 第7条第4号・住民記録システム標準仕様書 1.1.11");
    answer.advice = QJsonArray::fromStringList(read.advice);
    answer.error = faults.value(read.fault);
    if (read.fault == RelationshipFault::None) {
        answer.result = {{QStringLiteral("text"), residents::relationshipText(read.value)},
                         {QStringLiteral("generations"), read.value.chain.size()}};
    }
    return answer;
}

RuleAnswer memberOrder(const QList<QStringList> &rows)
{
    const QString article = QStringLiteral("住民記録システム標準仕様書 5.2");
    QList<residents::Member> members;
    for (const QStringList &row : rows) {
        residents::Member member;
        member.person.value = row.at(1).toLongLong();
        if (member.person.value <= 0)
            return wrong(QStringLiteral("PersonUnreadable"), article);
        const bool twice =
            std::any_of(members.begin(), members.end(), [&member](const residents::Member &other) {
                return other.person == member.person;
            });
        if (twice)
            return wrong(QStringLiteral("PersonTwice"), article);
        const auto kin = residents::parseRelationship(row.at(2));
        if (kin.fault != residents::RelationshipFault::None)
            return wrong(QStringLiteral("RelationshipUnreadable"), article);
        member.relationship = residents::relationshipText(kin.value);
        const auto born = readAny(row.at(3), {.defaultEra = {}, .wholeDayOnly = false});
        if (!born.ok())
            return wrong(calendar::faultName(born.fault), article);
        member.bornOn = born.date;
        member.domicile = row.at(4);
        member.leadsDomicile = row.at(5) == QStringLiteral("yes");
        member.manualOrder = row.at(6).toInt();
        members.append(member);
    }
    QJsonArray order;
    for (const base::PersonId person : residents::memberOrder(members))
        order.append(person.value);
    RuleAnswer answer;
    answer.article = article;
    answer.result = {{QStringLiteral("order"), order}};
    return answer;
}

QStringList columns(const char *names)
{
    return QString::fromLatin1(names).split(u' ');
}

} // namespace

const QList<Rule> &allRules()
{
    static const QList<Rule> rules = {
        {QStringLiteral("check-digit"), columns("kind number"),
         QStringLiteral("kind: individual corporate resident-code municipality person household"),
         false, checkDigit},
        {QStringLiteral("date"), columns("text digits default_era allow"),
         QStringLiteral("digits: resident (default) or pension; allow: day, range, unknown; empty: "
                        "range, and unknown where the text says so"),
         false, date},
        {QStringLiteral("deadline"), columns("kind day second"),
         QStringLiteral("kind: notice, tax, special-move-in (day: planned, second: moved in)"),
         false, deadline},
        {QStringLiteral("age"), columns("born on age"),
         QStringLiteral("on: age on that day; age: the day it is reached; one of them"), false,
         age},
        {QStringLiteral("fold"), columns("text"), QStringLiteral("search keys of a text"), false,
         fold},
        {QStringLiteral("relationship"), columns("text"), QStringLiteral("続柄"), false,
         relationship},
        {QStringLiteral("member-order"),
         columns("case person relationship born domicile leads manual"),
         QStringLiteral("one line a member; lines of the same case in a row are one household; "
                        "leads: yes for 筆頭者; manual: 並び順"),
         true, memberOrder},
    };
    static const QList<Rule> all = rules + taxRules() + pensionRules();
    return all;
}

} // namespace app
