#include "central/entryjson.h"

#include "central/entryrules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace central {

using base::ErrorCode;
using base::Result;
using residents::Contact;
using residents::Note;
using residents::Restriction;
using namespace Qt::StringLiterals;

namespace {

QJsonObject fieldsOf(const Note &note)
{
    return {{u"id"_s, note.id},
            {u"person"_s, note.person.value},
            {u"text"_s, note.text},
            {u"withdrawn"_s, note.withdrawn}};
}

QJsonObject fieldsOf(const Contact &contact)
{
    return {{u"person"_s, contact.person.value},
            {u"telephone"_s, contact.telephone},
            {u"sendPostalCode"_s, contact.sendPostalCode},
            {u"sendAddress"_s, contact.sendAddress},
            {u"sendName"_s, contact.sendName}};
}

QString dayText(QDate day)
{
    if (!day.isValid())
        return u""_s;
    // Beyond the year 9999 there is no text: the server must not take it for no day at all.
    const auto text = day.toString(Qt::ISODate);
    return text.isEmpty() ? u"-"_s : text;
}

QJsonObject fieldsOf(const Restriction &restriction)
{
    return {{u"id"_s, restriction.id},
            {u"person"_s, restriction.person.value},
            {u"household"_s, restriction.household.value},
            {u"kind"_s, int(restriction.kind)},
            {u"inquiry"_s, int(restriction.inquiry)},
            {u"certificate"_s, int(restriction.certificate)},
            {u"movement"_s, int(restriction.movement)},
            {u"hidesAddress"_s, restriction.hidesAddress},
            {u"from"_s, dayText(restriction.from)},
            {u"until"_s, dayText(restriction.until)},
            {u"ended"_s, restriction.ended}};
}

QJsonArray changesOf(const QList<residents::MemberChange> &changes)
{
    QJsonArray all;
    for (const auto &change : changes)
        all.append(QJsonArray{change.person.value, change.baseVersion, change.relationship});
    return all;
}

QJsonObject fieldsOf(const residents::Address &address)
{
    return {{u"code"_s, address.code},
            {u"postalCode"_s, address.postalCode},
            {u"municipality"_s, address.municipality},
            {u"town"_s, address.town},
            {u"lot"_s, address.lot},
            {u"building"_s, address.building}};
}

QJsonArray partsOf(const calendar::PartialDate &date)
{
    return {date.text, dayText(date.earliest), dayText(date.latest), int(date.precision)};
}

QJsonObject fieldsOf(const residents::ForeignItems &items)
{
    return {{u"nationality"_s, items.nationality},
            {u"becameOn"_s, partsOf(items.becameForeignResident.on)},
            {u"becameNotifiedOn"_s, dayText(items.becameForeignResident.notifiedOn)},
            {u"class"_s, int(items.foreignClass)},
            {u"status"_s, items.statusOfResidence},
            {u"period"_s, items.periodOfStay},
            {u"expiresOn"_s, dayText(items.expiresOn)}};
}

/// What residents::identityOf leaves of a person.
QJsonObject fieldsOf(const residents::Snapshot &newcomer)
{
    const residents::PersonName &name = newcomer.name;
    return {{u"person"_s, newcomer.id.person.value},
            {u"kind"_s, int(newcomer.kind)},
            {u"family"_s, name.family},
            {u"given"_s, name.given},
            {u"familyKana"_s, name.familyReading.kana},
            {u"familyReading"_s, int(name.familyReading.state)},
            {u"givenKana"_s, name.givenReading.kana},
            {u"givenReading"_s, int(name.givenReading.state)},
            {u"searchKana"_s, name.searchKana},
            {u"latin"_s, name.latin},
            {u"alias"_s, name.alias},
            {u"aliasKana"_s, name.aliasKana},
            {u"formerFamily"_s, name.formerFamily},
            {u"formerKana"_s, name.formerFamilyReading.kana},
            {u"formerReading"_s, int(name.formerFamilyReading.state)},
            {u"bornOn"_s, partsOf(newcomer.bornOn)},
            {u"sex"_s, int(newcomer.sex)},
            {u"domicile"_s, newcomer.registeredDomicile},
            {u"domicileHead"_s, newcomer.domicileHead},
            {u"foreign"_s, newcomer.foreign ? fieldsOf(*newcomer.foreign) : QJsonObject()}};
}

QJsonObject fieldsOf(const residents::Move &move)
{
    QJsonArray newcomers;
    for (const residents::Snapshot &newcomer : move.newcomers)
        newcomers.append(fieldsOf(newcomer));
    return {{u"person"_s, move.person.value},
            {u"kind"_s, residents::moveKindName(move.kind)},
            {u"happenedOn"_s, dayText(move.happenedOn)},
            {u"notifiedOn"_s, dayText(move.notifiedOn)},
            {u"notifierKind"_s, int(move.notifier.kind)},
            {u"notifierName"_s, move.notifier.name},
            {u"documents"_s, QJsonArray::fromStringList(move.notifier.documents)},
            {u"questioned"_s, move.notifier.questioned},
            {u"mandate"_s, move.notifier.mandate},
            {u"paper"_s, move.paper},
            {u"from"_s, move.from.id.value},
            {u"fromVersion"_s, move.from.baseVersion},
            {u"to"_s, move.to.id.value},
            {u"toVersion"_s, move.to.baseVersion},
            {u"address"_s, fieldsOf(move.address)},
            {u"movers"_s, changesOf(move.movers)},
            {u"others"_s, changesOf(move.others)},
            {u"acknowledged"_s, QJsonArray::fromStringList(move.acknowledged)},
            {u"newcomers"_s, newcomers},
            {u"formerAddress"_s, fieldsOf(move.formerAddress)},
            {u"certificate"_s, move.certificate}};
}

/// The server refuses the whole call for a text it cannot hold: it is named instead.
bool isSendable(const QString &text)
{
    return text.isValidUtf16() && !text.contains(QChar(u'\0'));
}

bool isSendable(const QJsonValue &value)
{
    if (value.isArray()) {
        const QJsonArray all = value.toArray();
        return std::all_of(all.begin(), all.end(),
                           [](const QJsonValue &one) { return isSendable(one); });
    }
    if (value.isObject()) {
        const QJsonObject all = value.toObject();
        return std::all_of(all.begin(), all.end(),
                           [](const QJsonValue &one) { return isSendable(one); });
    }
    return isSendable(value.toString());
}

Result<QJsonObject> sendable(const residents::Proposal &proposal)
{
    auto fields = std::visit([](const auto &one) { return fieldsOf(one); }, proposal.entered);
    for (auto field = fields.constBegin(); field != fields.constEnd(); ++field) {
        if (!isSendable(field.value()))
            return base::fail(ErrorCode::EntryIncomplete, field.key());
    }
    if (!isSendable(proposal.reason))
        return base::fail(ErrorCode::EntryIncomplete, u"reason"_s);
    return fields;
}

QString compact(const QJsonDocument &document)
{
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

qint64 msOf(const QDateTime &moment)
{
    return moment.isValid() ? qMax(qint64{0}, moment.toMSecsSinceEpoch()) : 0;
}

Result<QJsonObject> offered(const Submission &submission)
{
    const auto &proposal = submission.proposal;
    const auto uuid = plainUuid(submission.uuid);
    if (!uuid)
        return base::fail(uuid);
    const auto fields = sendable(proposal);
    if (!fields)
        return base::fail(fields);
    return QJsonObject{{u"uuid"_s, *uuid},
                       {u"kind"_s, int(residents::kindOf(proposal.entered))},
                       {u"baseVersion"_s, proposal.baseVersion},
                       {u"fields"_s, *fields},
                       {u"reason"_s, proposal.reason},
                       {u"filedAt"_s, msOf(submission.filedAt)}};
}

Result<QJsonObject> offered(const Decision &decision)
{
    const auto uuid = plainUuid(decision.uuid);
    if (!uuid)
        return base::fail(uuid);
    if (!isSendable(decision.reason))
        return base::fail(ErrorCode::EntryIncomplete, u"reason"_s);
    return QJsonObject{
        {u"uuid"_s, *uuid}, {u"outcome"_s, int(decision.outcome)}, {u"reason"_s, decision.reason}};
}

} // namespace

Result<QString> fieldsAsJson(const residents::Proposal &proposal)
{
    const auto fields = sendable(proposal);
    if (!fields)
        return base::fail(fields);
    return compact(QJsonDocument(*fields));
}

Result<QString> offersAsJson(const QList<Offer> &offers)
{
    QJsonArray all;
    for (const auto &offer : offers) {
        auto object = std::visit([](const auto &one) { return offered(one); }, offer.what);
        if (!object)
            return base::fail(object);
        object->insert(u"user"_s, offer.userId);
        object->insert(u"feedNumber"_s, offer.feedNumber);
        object->insert(u"at"_s, msOf(offer.at));
        all.append(*object);
    }
    return compact(QJsonDocument(all));
}

QString keysAsJson(const QList<LockKey> &keys)
{
    QJsonArray all;
    for (const auto &key : keys)
        all.append(QJsonArray{int(key.kind), key.id});
    return compact(QJsonDocument(all));
}

} // namespace central
