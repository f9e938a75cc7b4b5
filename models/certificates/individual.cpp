#include "certificates/individual.h"

#include "certificates/personfields.h"
#include "certificates/rules.h"
#include "certificates/stays.h"

namespace certificates {
namespace {

using residents::Kind;
using residents::MovementReason;
using residents::Snapshot;

/// All dates here in 和暦, of foreign residents too (JS1 1.1.1, 1.1.2).
QString wareki(const calendar::PartialDate &date)
{
    return written(date, Kind::Japanese);
}

QString wareki(QDate day)
{
    return written(day, Kind::Japanese);
}

void setDwelling(Fields &fields, const Snapshot &person, const Shown &shown)
{
    fields[QStringLiteral("address")] = shown.value(written(person.address));
    fields[QStringLiteral("head")] = shown.asked(shown.has(Item::Relationship), person.headName);
    const QString former = written(person.formerAddress);
    // Who came from elsewhere and has not moved since has none.
    fields[QStringLiteral("formerAddress")] =
        shown.asked(shown.has(Item::History), former.isEmpty() ? shown.unused() : former);
}

void setDestination(Fields &fields, const QString &name,
                    const std::optional<residents::Destination> &destination, const Shown &shown)
{
    fields[name] = destination ? shown.value(written(destination->address)) : shown.unused();
    fields[name + QStringLiteral("On")] =
        destination ? shown.value(wareki(destination->on)) : shown.unused();
}

void setRemoval(Fields &fields, const Snapshot &person, const residents::Removal &removal,
                const Shown &shown)
{
    const bool same = person.movement.reason == removal.reason;
    fields[QStringLiteral("removedOn")] = shown.value(wareki(removal.on));
    fields[QStringLiteral("removedFor")] = shown.value(writtenReason(removal.reason));
    fields[QStringLiteral("removedFactOn")] =
        shown.value(wareki(same ? person.movement.happenedOn : removal.on));
    fields[QStringLiteral("removedNotifiedOn")] = shown.value(wareki(removal.notifiedOn));
    setDestination(fields, QStringLiteral("planned"), person.plannedDestination, shown);
    setDestination(fields, QStringLiteral("confirmed"), person.confirmedDestination, shown);
}

Fields rowOf(int number, const Stay &stay, const Shown &shown)
{
    return {{QStringLiteral("row.number"), QString::number(number)},
            {QStringLiteral("row.address"), shown.value(written(stay.address))},
            {QStringLiteral("row.settled"), shown.value(wareki(stay.settledOn))},
            {QStringLiteral("row.notified"), shown.value(wareki(stay.notifiedOn))},
            {QStringLiteral("row.reason"), shown.value(writtenReason(stay.reason))}};
}

/// The present dwelling stands above: here are those before it.
QList<Fields> rowsOf(const PersonFile &file, const Shown &shown)
{
    if (!shown.has(Item::History))
        return {{{QStringLiteral("row.address"), shown.omitted()}}};
    const QList<Stay> stays = staysOf(file.former + QList<Snapshot>{file.person});
    QList<Fields> rows;
    for (qsizetype at = 1; at < stays.size(); ++at)
        rows.append(rowOf(int(at), stays.at(at), shown));
    if (rows.isEmpty())
        rows.append({{QStringLiteral("row.address"), shown.unused()}});
    return rows;
}

bool isMoveOut(MovementReason reason)
{
    return reason == MovementReason::MoveOut || reason == MovementReason::MoveOutAbroad;
}

} // namespace

bool isOfTheMoveOut(const Snapshot &state)
{
    return state.state == residents::State::MoveOutPlanned ||
           state.state == residents::State::MovedOut;
}

bool isNotice(const Snapshot &state)
{
    return state.state == residents::State::MoveOutPlanned && isMoveOut(state.movement.reason);
}

std::optional<residents::Removal> removalOn(const PersonFile &file, QDate day)
{
    const Snapshot &person = file.person;
    if (isResidentOn(person, day))
        return {};
    // The last movement may be another one: 世帯主変更 of who has given notice.
    const residents::Movement &made = file.notice ? file.notice->movement : person.movement;
    if (person.removal) {
        auto removal = person.removal;
        if (file.notice && isMoveOut(removal->reason))
            removal->notifiedOn = made.notifiedOn;
        return removal;
    }
    residents::Removal removal{
        .on = made.happenedOn, .notifiedOn = made.notifiedOn, .reason = made.reason};
    if (person.plannedDestination && person.plannedDestination->on.isValid())
        removal.on = calendar::PartialDate::on(person.plannedDestination->on);
    // His 転出届 is in no state that is held: that he leaves is known, not when he said so.
    if (person.state == residents::State::MoveOutPlanned && !isMoveOut(made.reason)) {
        removal.reason = MovementReason::MoveOut;
        removal.notifiedOn = {};
    }
    return removal;
}

QString writtenReason(MovementReason reason)
{
    static const QHash<MovementReason, QString> words{
        {MovementReason::MoveIn, QStringLiteral("転入")},
        {MovementReason::MoveInFromAbroad, QStringLiteral("国外転入")},
        {MovementReason::Birth, QStringLiteral("出生")},
        {MovementReason::EntryExOfficio, QStringLiteral("職権記載")},
        {MovementReason::Naturalised, QStringLiteral("帰化")},
        {MovementReason::MoveWithin, QStringLiteral("転居")},
        {MovementReason::MoveOut, QStringLiteral("転出")},
        {MovementReason::MoveOutAbroad, QStringLiteral("国外転出")},
        {MovementReason::Death, QStringLiteral("死亡")},
        {MovementReason::RemovalExOfficio, QStringLiteral("職権消除")},
        {MovementReason::NationalityLost, QStringLiteral("国籍喪失")},
        {MovementReason::RemovalNaturalised, QStringLiteral("帰化")},
        {MovementReason::CorrectionExOfficio, QStringLiteral("職権修正")},
        {MovementReason::MinorCorrection, QStringLiteral("軽微な修正")},
        {MovementReason::ErrorCorrection, QStringLiteral("誤記修正")},
        {MovementReason::HouseholdSplit, QStringLiteral("世帯分離")},
        {MovementReason::HouseholdMerge, QStringLiteral("世帯合併")},
        {MovementReason::HouseholdChange, QStringLiteral("世帯変更")},
        {MovementReason::HeadChange, QStringLiteral("世帯主変更")},
        {MovementReason::Remade, QStringLiteral("改製")},
    };
    return words.value(reason);
}

Content individual(const PersonFile &file, const Request &request, const Terms &terms,
                   const Issuing &issuing)
{
    const Shown shown{request, terms};
    const bool removed = request.form == FormKind::Removed;
    const QString key = removed ? QStringLiteral("removed") : QStringLiteral("individual");
    Content content;
    content.form = request.form;
    content.kind = removed ? QStringLiteral("除票の写し") : QStringLiteral("住民票の写し");
    content.sheet = sheetFields(shown, issuing);
    content.sheet[QStringLiteral("title")] = terms.word(QStringLiteral("title.") + key);
    content.sheet[QStringLiteral("certification")] =
        terms.word(QStringLiteral("certification.") + key);
    content.sheet[QStringLiteral("continued")] = terms.word(QStringLiteral("continued"));
    content.rowsEnd = {{QStringLiteral("row.address"), terms.word(QStringLiteral("rest"))}};
    const auto removal = removalOn(file, issuing.day);
    if (removal.has_value() != removed)
        return content;
    PersonBlock block{file.person.id.person, personFields(file.person, shown)};
    setDwelling(block.fields, file.person, shown);
    if (removal)
        setRemoval(block.fields, file.person, *removal, shown);
    // Further sheets say whose they are.
    for (const auto *name : {"name", "bornOn"})
        content.sheet[QLatin1String(name)] = block.fields.value(QLatin1String(name));
    content.persons = {block};
    content.rows = rowsOf(file, shown);
    return content;
}

} // namespace certificates
