#include "app/casebook/caseform.h"

#include <algorithm>

using residents::Move;
using residents::MovementReason;
using residents::Snapshot;
using namespace Qt::StringLiterals;

namespace casebook {

namespace {

/// 転居 (住民基本台帳法 第23条): `place` is the new address, `to` the household lived in there:
/// "same", "new" or one of the scene.
class MoveWithin final
{
public:
    static CaseForm form()
    {
        return {.kind = residents::MoveKind::Within,
                .columns = {u"to"_s, u"place"_s},
                .wrongColumn = wrongColumn,
                .fill = fill,
                .unlawful = unlawful};
    }

private:
    static QString wrongColumn(const BookCase &one, const Scene &scene)
    {
        const QString to = one.own.value(u"to"_s);
        const PlaceName place = placeNameOf(one.own.value(u"place"_s));
        if (to != u"same" && to != u"new" && !scene.hasHome(to))
            return u"to"_s;
        if (!place.name.isEmpty() && !otherPlaces().contains(place.name) &&
            !scene.hasHome(place.name))
            return u"place"_s;
        return {};
    }

    static void fill(const BookCase &one, const PlacedScene &scene, Move &move)
    {
        const QString to = one.own.value(u"to"_s);
        if (to == u"same")
            move.to.id = move.from.id;
        else if (to != u"new")
            move.to.id = scene.household(to);
        move.address = scene.place(placeNameOf(one.own.value(u"place"_s)));
    }

    /// 第7条第7号, 第8号; R-ACC-02: nothing but the address, what belongs to it, and the household.
    static QStringList unlawful(const Snapshot &before, const Snapshot &after, const Move &move)
    {
        QStringList items = otherItems(before, after);
        if (after.formerAddress != before.address)
            items.append(u"従前の住所"_s);
        if (after.address != move.address)
            items.append(u"住所"_s);
        if (after.addressSettled.on != calendar::PartialDate::on(move.happenedOn))
            items.append(u"住所を定めた年月日"_s);
        if (after.addressSettled.notifiedOn != move.notifiedOn)
            items.append(u"届出の年月日"_s);
        if (after.addressReason != MovementReason::MoveWithin)
            items.append(u"住定事由"_s);
        return items;
    }
};

/// 転出届, 消除 and cancellation (第24条; JS1 4.1.3): `place` is 転出先, empty where none is named.
class MoveOut final
{
public:
    static CaseForm form(residents::MoveKind kind)
    {
        return {.kind = kind,
                .columns = {u"place"_s},
                .wrongColumn = wrongColumn,
                .fill = fill,
                .unlawful = unlawful};
    }

private:
    static QString wrongColumn(const BookCase &one, const Scene &scene)
    {
        const PlaceName place = placeNameOf(one.own.value(u"place"_s));
        const bool known =
            place.name.isEmpty() || otherPlaces().contains(place.name) || scene.hasHome(place.name);
        return known ? QString() : u"place"_s;
    }

    static void fill(const BookCase &one, const PlacedScene &scene, Move &move)
    {
        move.to.id = move.from.id;
        move.address = scene.place(placeNameOf(one.own.value(u"place"_s)));
        // 住所コード are of places here.
        move.address.code.clear();
    }

    /// 第8条, 第24条; JS1 4.1.3.1.1: where they live, in which household and as what stays what it
    /// was last; the plan is never written over.
    static QStringList unlawful(const Snapshot &before, const Snapshot &after, const Move &move)
    {
        using residents::State;
        QStringList items = unlawfulHeadChange(before, after);
        for (const auto &own : {u"住民状態"_s, u"転出先"_s, u"消除"_s})
            items.removeAll(own);
        if (after.relationship != before.relationship || after.headName != before.headName)
            items.append(u"続柄"_s);
        const residents::Destination there{.address = move.address, .on = move.happenedOn};
        const bool notice = move.kind == residents::MoveKind::OutNotice;
        const bool removal = move.kind == residents::MoveKind::OutRemoval;
        if (after.state != (notice    ? State::MoveOutPlanned
                            : removal ? State::MovedOut
                                      : State::Resident))
            items.append(u"住民状態"_s);
        const auto planned = notice    ? std::optional(there)
                             : removal ? before.plannedDestination
                                       : std::nullopt;
        const auto confirmed = !removal                              ? before.confirmedDestination
                               : move.address.municipality.isEmpty() ? std::nullopt
                                                                     : std::optional(there);
        if (after.plannedDestination != planned || after.confirmedDestination != confirmed)
            items.append(u"転出先"_s);
        if (after.removal.has_value() != removal ||
            (removal && after.removal->reason != MovementReason::MoveOut))
            items.append(u"消除"_s);
        return items;
    }
};

/// 国内転入 (第22条): `place` is the new address, `to` the household: "new" or one of the scene;
/// `before` 転入前住所; `certificate` "none": no 転出証明書 was handed in.
class MoveIn final
{
public:
    static CaseForm form()
    {
        return {.kind = residents::MoveKind::In,
                .columns = {u"to"_s, u"place"_s, u"before"_s, u"certificate"_s},
                .wrongColumn = wrongColumn,
                .fill = fill,
                .unlawful = unlawful};
    }

private:
    static QString wrongColumn(const BookCase &one, const Scene &scene)
    {
        const QString to = one.own.value(u"to"_s);
        if (to != u"new" && !scene.hasHome(to))
            return u"to"_s;
        for (const auto &column : {u"place"_s, u"before"_s}) {
            const QString name = placeNameOf(one.own.value(column)).name;
            if (!name.isEmpty() && !otherPlaces().contains(name) && !scene.hasHome(name))
                return column;
        }
        const QString certificate = one.own.value(u"certificate"_s);
        return certificate.isEmpty() || certificate == u"none" ? QString() : u"certificate"_s;
    }

    static void fill(const BookCase &one, const PlacedScene &scene, Move &move)
    {
        const QString to = one.own.value(u"to"_s);
        move.to.id = to == u"new" ? base::HouseholdId() : scene.household(to);
        move.from.id = move.to.id;
        move.address = scene.place(placeNameOf(one.own.value(u"place"_s)));
        move.formerAddress = scene.place(placeNameOf(one.own.value(u"before"_s)));
        move.formerAddress.code.clear();
        move.certificate = one.own.value(u"certificate"_s).isEmpty();
        for (qsizetype i = 0; i < one.movers.size(); ++i) {
            Snapshot newcomer = scene.certified(one.movers.at(i).role);
            newcomer.id = {.person = move.movers.at(i).person, .version = 0};
            move.newcomers.append(newcomer);
        }
    }

    /// 第7条, 第22条; 施行令 第22条: what the 転出証明書 says, since when he lives where, and
    /// nothing of a former life.
    static QStringList unlawful(const Snapshot &before, const Snapshot &after, const Move &move)
    {
        Snapshot expected;
        for (const Snapshot &newcomer : move.newcomers) {
            if (newcomer.id.person == after.id.person)
                expected = newcomer;
        }
        const residents::DatedEntry since{.on = calendar::PartialDate::on(move.happenedOn),
                                          .notifiedOn = move.notifiedOn};
        expected.becameResident = since;
        expected.addressBeforeMoveIn = move.formerAddress;
        QStringList items = otherItems(expected, after);
        if (after.id.version != before.id.version + 1)
            items.append(u"履歴番号"_s);
        if (after.formerAddress != move.formerAddress)
            items.append(u"従前の住所"_s);
        if (after.address != move.address)
            items.append(u"住所"_s);
        if (after.addressSettled != since || after.addressReason != MovementReason::MoveIn)
            items.append(u"住所を定めた年月日"_s);
        return items;
    }
};

struct Item
{
    QString name;
    bool same;
};

} // namespace

QStringList otherItems(const Snapshot &before, const Snapshot &after)
{
    const QList<Item> items{
        {u"宛名番号"_s, before.id.person == after.id.person},
        {u"住民種別"_s, before.kind == after.kind},
        {u"住民状態"_s, before.state == after.state},
        {u"氏名"_s, before.name == after.name},
        {u"生年月日"_s, before.bornOn == after.bornOn},
        {u"性別"_s, before.sex == after.sex},
        {u"住民となった年月日"_s, before.becameResident == after.becameResident},
        {u"転入前住所"_s, before.addressBeforeMoveIn == after.addressBeforeMoveIn},
        {u"転出先"_s, before.plannedDestination == after.plannedDestination &&
                          before.confirmedDestination == after.confirmedDestination},
        {u"本籍"_s, before.registeredDomicile == after.registeredDomicile},
        {u"筆頭者"_s, before.domicileHead == after.domicileHead},
        {u"備考"_s, before.remarks == after.remarks},
        {u"消除"_s, before.removal == after.removal},
        {u"在留情報"_s, before.foreign == after.foreign},
        {u"資格"_s, before.entitlements == after.entitlements},
        {u"電話番号"_s, before.telephone == after.telephone}};
    QStringList different;
    for (const Item &item : items) {
        if (!item.same)
            different.append(item.name);
    }
    return different;
}

QStringList unlawfulHeadChange(const Snapshot &before, const Snapshot &after)
{
    QStringList items = otherItems(before, after);
    if (after.address != before.address || after.formerAddress != before.formerAddress ||
        after.addressSettled != before.addressSettled ||
        after.addressReason != before.addressReason)
        items.append(u"住所"_s);
    if (after.household != before.household)
        items.append(u"世帯番号"_s);
    return items;
}

PlaceName placeNameOf(const QString &cell)
{
    return {.name = cell.section(u'/', 0, 0), .building = cell.section(u'/', 1)};
}

const QList<CaseForm> &caseForms()
{
    static const QList<CaseForm> forms{
        MoveWithin::form(), MoveOut::form(residents::MoveKind::OutNotice),
        MoveOut::form(residents::MoveKind::OutRemoval),
        MoveOut::form(residents::MoveKind::OutCancellation), MoveIn::form()};
    return forms;
}

const CaseForm *formOf(residents::MoveKind kind)
{
    const auto &forms = caseForms();
    const auto found = std::find_if(forms.begin(), forms.end(),
                                    [kind](const CaseForm &form) { return form.kind == kind; });
    return found == forms.end() ? nullptr : &*found;
}

} // namespace casebook
