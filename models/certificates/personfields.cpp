#include "certificates/personfields.h"

#include "calendar/eras.h"
#include "certificates/numbers.h"
#include "certificates/rules.h"
#include "residents/reading.h"

namespace certificates {

using residents::Kind;
using residents::PersonName;
using residents::Snapshot;

QString written(const calendar::PartialDate &date, Kind kind)
{
    const auto reckoning =
        kind == Kind::Foreign ? calendar::Reckoning::Western : calendar::Reckoning::Wareki;
    return calendar::display(date, reckoning, calendar::Style::Certificate);
}

QString written(QDate day, Kind kind)
{
    return day.isValid() ? written(calendar::PartialDate::on(day), kind) : QString();
}

QString written(const residents::Address &address)
{
    const QString street = address.street();
    // 方書 is always printed (municipal-facts.md 5.1).
    return address.building.isEmpty() ? street : street + wideSpace + address.building;
}

/// A foreign resident's Latin name, and below it the kanji name if he has one.
QString writtenName(const Snapshot &person)
{
    const PersonName &name = person.name;
    if (person.kind == Kind::Japanese || name.latin.isEmpty())
        return residents::fullName(name);
    return name.family.isEmpty() ? name.latin : name.latin + QLatin1Char('\n') + name.family;
}

namespace {

QString writtenSex(residents::Sex sex)
{
    if (sex == residents::Sex::Male)
        return QStringLiteral("男");
    return sex == residents::Sex::Female ? QStringLiteral("女") : QString();
}

QString writtenClass(residents::ForeignClass foreignClass)
{
    switch (foreignClass) {
    case residents::ForeignClass::MidToLongTerm:
        return QStringLiteral("中長期在留者");
    case residents::ForeignClass::SpecialPermanent:
        return QStringLiteral("特別永住者");
    case residents::ForeignClass::TemporaryRefuge:
        return QStringLiteral("一時庇護許可者");
    case residents::ForeignClass::ProvisionalStay:
        return QStringLiteral("仮滞在許可者");
    case residents::ForeignClass::Transitional:
        break;
    }
    return QStringLiteral("経過滞在者");
}

void setDomicile(Fields &fields, const Snapshot &person, const Shown &shown)
{
    const bool wanted = shown.has(Item::Domicile);
    fields[QStringLiteral("label.domicileHead")] = QStringLiteral("筆頭者");
    fields[QStringLiteral("domicileHead")] = shown.asked(wanted, person.domicileHead);
    fields[QStringLiteral("label.domicile")] = QStringLiteral("本籍");
    fields[QStringLiteral("domicile")] = shown.asked(wanted, person.registeredDomicile);
}

void setFormerFamily(Fields &fields, const Snapshot &person, const Shown &shown)
{
    const bool wanted = shown.has(Item::FormerFamily);
    const bool none = person.name.formerFamily.isEmpty();
    const auto text = [&](const QString &known) {
        return wanted ? (none ? shown.unused() : known) : shown.omitted();
    };
    fields[QStringLiteral("label.formerReading")] = QStringLiteral("旧氏の振り仮名");
    fields[QStringLiteral("formerReading")] = text(residents::printedFormerReading(person.name));
    fields[QStringLiteral("label.former")] = QStringLiteral("旧氏");
    fields[QStringLiteral("former")] = text(person.name.formerFamily);
}

void setFree(Fields &fields, int number, const QString &label, const QString &text)
{
    fields[QStringLiteral("label.free%1").arg(number)] = label;
    fields[QStringLiteral("free%1").arg(number)] = text;
}

void setJapanese(Fields &fields, const Snapshot &person, const Shown &shown)
{
    fields[QStringLiteral("reading")] = residents::printedReading(person.name);
    fields[QStringLiteral("label.becameResident")] = QStringLiteral("住民となった年月日");
    setDomicile(fields, person, shown);
    setFormerFamily(fields, person, shown);
    for (int number = 1; number <= 4; ++number)
        setFree(fields, number, shown.unused(), shown.unused());
}

/// What 住民基本台帳法 第30条の45 (table, lower column) wants of each class
/// (municipal-facts.md 4.2). While they are omitted all classes look alike.
void setStay(Fields &fields, const residents::ForeignItems &items, const Shown &shown)
{
    using residents::ForeignClass;
    const bool wanted = shown.has(Item::ForeignItems);
    const auto midToLong = items.foreignClass == ForeignClass::MidToLongTerm;
    if (!wanted || midToLong) {
        // Of a stay without end there is no last day.
        const QString expiry =
            items.expiresOn.isValid() ? written(items.expiresOn, Kind::Foreign) : shown.unused();
        setFree(fields, 1, QStringLiteral("在留資格"),
                shown.asked(wanted, items.statusOfResidence));
        setFree(fields, 2, QStringLiteral("在留期間"), shown.asked(wanted, items.periodOfStay));
        setFree(fields, 3, QStringLiteral("満了の日"), shown.asked(wanted, expiry));
        setFree(fields, 4, QStringLiteral("在留カード等の番号"), shown.omitted());
        return;
    }
    for (int number = 1; number <= 4; ++number)
        setFree(fields, number, shown.unused(), shown.unused());
    if (items.foreignClass == ForeignClass::SpecialPermanent)
        setFree(fields, 4, QStringLiteral("特別永住者証明書の番号"), shown.omitted());
    else if (items.foreignClass == ForeignClass::TemporaryRefuge)
        setFree(fields, 2, QStringLiteral("上陸期間"), shown.value(items.periodOfStay));
    else if (items.foreignClass == ForeignClass::ProvisionalStay)
        setFree(fields, 2, QStringLiteral("仮滞在期間"), shown.value(items.periodOfStay));
}

/// 第30条の45 items; no 戸籍, no 旧氏 (municipal-facts.md 4.2). The card number is never held here.
void setForeign(Fields &fields, const Snapshot &person, const Shown &shown)
{
    const auto items = person.foreign.value_or(residents::ForeignItems{});
    const bool wanted = shown.has(Item::ForeignItems);
    fields[QStringLiteral("reading")] = shown.unused();
    fields[QStringLiteral("label.becameResident")] = QStringLiteral("外国人住民となった年月日");
    fields[QStringLiteral("label.formerReading")] = shown.unused();
    fields[QStringLiteral("formerReading")] = shown.unused();
    fields[QStringLiteral("label.former")] = QStringLiteral("通称");
    fields[QStringLiteral("former")] =
        person.name.alias.isEmpty() ? shown.unused() : person.name.alias;
    fields[QStringLiteral("label.domicileHead")] = QStringLiteral("国籍・地域");
    fields[QStringLiteral("domicileHead")] = shown.asked(wanted, items.nationality);
    fields[QStringLiteral("label.domicile")] = QStringLiteral("30条の45区分");
    fields[QStringLiteral("domicile")] =
        shown.asked(wanted, person.foreign ? writtenClass(items.foreignClass) : QString());
    setStay(fields, items, shown);
}

/// 転出予定: what his 転出届 said is not printed before its day (municipal-facts.md 4.6, 5.1). The
/// plan is an item of its own and never printed here; a remark made by that notice is not either.
/// A 世帯主変更 after it says nothing there: the remark is still that of the notice.
bool remarksAreOfTheMoveOut(const Snapshot &person)
{
    return person.state == residents::State::MoveOutPlanned &&
           (person.movement.reason == residents::MovementReason::MoveOut ||
            person.movement.reason == residents::MovementReason::MoveOutAbroad ||
            person.movement.reason == residents::MovementReason::HeadChange);
}

void setHistory(Fields &fields, const Snapshot &person, const Shown &shown)
{
    const bool basic = !isThirdParty(shown.request.requester);
    const bool foreign = person.kind == Kind::Foreign && person.foreign;
    const auto &since = foreign ? person.foreign->becameForeignResident : person.becameResident;
    const QDate notified = person.addressSettled.notifiedOn.isValid()
                               ? person.addressSettled.notifiedOn
                               : since.notifiedOn;
    const bool early = shown.request.form != FormKind::Removed && remarksAreOfTheMoveOut(person);
    const QString remarks = early ? QString() : person.remarks;
    // Of a foreign resident too in 和暦: only 生年月日 and 満了の日 are in 西暦 (JS1 1.1.1, 1.1.2).
    const Kind wareki = Kind::Japanese;
    fields[QStringLiteral("becameResident")] = shown.asked(basic, written(since.on, wareki));
    fields[QStringLiteral("addressSettled")] =
        shown.asked(basic, written(person.addressSettled.on, wareki));
    fields[QStringLiteral("notifiedOn")] = shown.asked(basic, written(notified, wareki));
    fields[QStringLiteral("beforeMoveIn")] =
        shown.asked(basic, written(person.addressBeforeMoveIn));
    fields[QStringLiteral("remarks")] = basic && !remarks.isEmpty() ? remarks : shown.unused();
}

} // namespace

Fields personFields(const Snapshot &person, const Shown &shown)
{
    Fields fields;
    fields[QStringLiteral("name")] = shown.value(writtenName(person));
    fields[QStringLiteral("bornOn")] = shown.value(written(person.bornOn, person.kind));
    fields[QStringLiteral("sex")] = shown.value(writtenSex(person.sex));
    fields[QStringLiteral("relationship")] =
        shown.asked(shown.has(Item::Relationship), person.relationship);
    fields[QStringLiteral("individualNumber")] =
        shown.has(Item::IndividualNumber) ? maskedNumber(individualNumberLength) : shown.omitted();
    fields[QStringLiteral("residentCode")] =
        shown.has(Item::ResidentCode) ? maskedNumber(residentCodeLength) : shown.omitted();
    if (person.kind == Kind::Foreign)
        setForeign(fields, person, shown);
    else
        setJapanese(fields, person, shown);
    setHistory(fields, person, shown);
    return fields;
}

Fields emptyFields(const Shown &shown)
{
    Fields fields = personFields(Snapshot{}, shown);
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (!field.key().startsWith(QLatin1String("label.")))
            *field = shown.unused();
    }
    return fields;
}

Fields sheetFields(const Shown &shown, const Issuing &issuing)
{
    Fields sheet;
    for (const auto *key : {"title", "seal.text", "seal.note", "certification.note"}) {
        const QString name = QLatin1String(key);
        sheet[name] = shown.terms.word(name);
    }
    sheet[QStringLiteral("date")] = calendar::wareki(issuing.day, calendar::Style::Certificate);
    sheet[QStringLiteral("officer")] =
        issuing.municipality + shown.terms.word(QStringLiteral("officer.post")) + wideSpace +
        wideSpace + shown.terms.word(QStringLiteral("officer.name"));
    if (shown.request.requester == RequesterKind::Official)
        sheet[QStringLiteral("official")] = shown.terms.word(QStringLiteral("official"));
    return sheet;
}

} // namespace certificates
