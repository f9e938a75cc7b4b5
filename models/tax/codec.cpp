#include "tax/codec.h"

#include "tax/recordfields.h"

#include <limits>

// Keys of an assessment: the item numbers 1 to 16 of requirements/tax.md 3.1, 17 all amounts by
// item number, and, outside the items, 164 employer, 165 未申告, 166 instalments, 167 the end of
// item 11.
// Keys of a ledger row and of a taxpayer's file: the order of their fields in ledger.h.
namespace tax {

using base::ErrorCode;
using base::Result;

namespace {

template <typename Value, typename Of>
concept Is = std::same_as<std::remove_const_t<Value>, Of>;

void instalmentFields(auto &map, Is<Instalment> auto &part)
{
    map.choice(1, part.collection, Collection::Ordinary, Collection::PensionWithheld);
    map.always(2, part.number);
    map.always(3, part.month);
    map.day(4, part.dueOn);
    map.integer(5, part.yen);
}

void assessmentFields(auto &map, Is<Assessment> auto &row)
{
    map.text(1, row.municipality);
    map.integer(2, row.fiscalYear);
    map.integer(3, row.person.value);
    map.choice(4, row.collection, Collection::Ordinary, Collection::PensionWithheld);
    map.always(5, row.history);
    map.text(6, row.taxNumber);
    map.text(9, row.recipientNumber);
    map.integer(10, row.exemption);
    map.integer(11, row.collectFrom);
    map.integer(12, row.changedFrom);
    map.text(13, row.changeKind);
    map.text(14, row.changeReason);
    map.day(15, row.processedOn);
    map.flag(16, row.combined);
    map.amounts(17, row.amounts);
    map.text(164, row.employer);
    map.flag(165, row.undeclared);
    map.list(166, row.instalments, [](auto &inner, auto &part) { instalmentFields(inner, part); });
    map.integer(167, row.collectTo);
}

void paymentFields(auto &map, Is<Payment> auto &payment)
{
    map.day(1, payment.receivedOn);
    map.day(2, payment.bookedOn);
    map.flag(3, payment.preliminary);
    map.choice(4, payment.channel, Channel::Counter, Channel::Seizure);
    map.integer(5, payment.principalYen);
    map.integer(6, payment.lateChargeYen);
    map.integer(7, payment.feeYen);
    map.text(8, payment.receipt);
}

void refundFields(auto &map, Is<Refund> auto &refund)
{
    map.text(1, refund.number);
    map.day(2, refund.foundOn);
    map.text(3, refund.reason);
    map.integer(4, refund.principalYen);
    map.integer(5, refund.lateChargeYen);
    map.integer(6, refund.additionYen);
    map.choice(7, refund.state, RefundState::Found, RefundState::Lapsed);
    map.day(8, refund.decidedOn);
    map.day(9, refund.noticeSentOn);
    map.day(10, refund.paidOn);
    map.day(11, refund.lapsesOn);
    map.text(12, refund.appropriatedTo);
    map.tail(13, refund.accountTail);
    map.text(14, refund.bank);
}

void reliefFields(auto &map, Is<ReliefPeriod> auto &relief)
{
    map.choice(1, relief.kind, Relief::Postponed, Relief::Reduced);
    map.day(2, relief.from);
    map.day(3, relief.to);
    map.text(4, relief.basis);
}

void suspensionFields(auto &map, Is<Suspension> auto &stop)
{
    map.always(1, stop.item);
    map.day(2, stop.from);
    map.day(3, stop.decidedOn);
    map.day(4, stop.noticeOn);
    map.day(5, stop.lapsesOn);
    map.day(6, stop.cancelledOn);
}

void writeOffFields(auto &map, Is<WriteOff> auto &off)
{
    map.text(1, off.basis);
    map.day(2, off.on);
    map.integer(3, off.settlementYear);
    map.integer(4, off.yen);
}

void ledgerFields(auto &map, Is<LedgerRow> auto &row)
{
    map.integer(1, row.person.value);
    map.choice(2, row.kind, TaxKind::Resident, TaxKind::HealthInsurance);
    map.integer(3, row.fiscalYear);
    map.integer(4, row.settlementYear);
    map.always(5, row.period);
    map.text(6, row.notice);
    map.integer(7, row.chargedYen);
    map.integer(8, row.chargedAtFirstYen);
    map.day(9, row.correctedOn);
    map.text(10, row.correctionReason);
    map.day(11, row.settledOn);
    map.day(12, row.dueOn);
    map.day(13, row.legalDueOn);
    map.flag(14, row.directDebit);
    map.text(15, row.debitFailure);
    map.day(16, row.demandSentOn);
    map.day(17, row.demandPublishedOn);
    map.integer(18, row.demandFeeYen);
    map.integer(19, row.fixedLateChargeYen);
    map.day(20, row.reminderSentOn);
    map.text(21, row.seizure);
    map.day(22, row.seizedFrom);
    map.day(23, row.seizedTo);
    map.flag(24, row.byInstalments);
    map.list(25, row.payments, [](auto &inner, auto &value) { paymentFields(inner, value); });
    map.list(26, row.refunds, [](auto &inner, auto &value) { refundFields(inner, value); });
    map.list(27, row.reliefs, [](auto &inner, auto &value) { reliefFields(inner, value); });
    map.one(28, row.suspension, [](auto &inner, auto &value) { suspensionFields(inner, value); });
    map.one(29, row.writeOff, [](auto &inner, auto &value) { writeOffFields(inner, value); });
}

void plannedFields(auto &map, Is<PlannedPart> auto &part)
{
    map.day(1, part.on);
    map.integer(2, part.yen);
    map.flag(3, part.kept);
}

void negotiationFields(auto &map, Is<Negotiation> auto &talk)
{
    map.day(1, talk.on);
    map.text(2, talk.way);
    map.text(3, talk.with);
    map.text(4, talk.text);
    map.text(5, talk.by);
}

void propertyFields(auto &map, Is<Property> auto &property)
{
    map.text(1, property.kind);
    map.text(2, property.words);
    map.day(3, property.foundOn);
}

void taxpayerFields(auto &map, Is<TaxpayerFile> auto &file)
{
    map.integer(1, file.person.value);
    map.text(2, file.sendTo);
    map.text(3, file.agent);
    map.text(4, file.bank);
    map.tail(5, file.accountTail);
    map.text(6, file.accountKind);
    map.day(7, file.debitFrom);
    map.text(8, file.inCharge);
    map.day(9, file.pledgedOn);
    map.list(10, file.plan, [](auto &inner, auto &value) { plannedFields(inner, value); });
    map.list(11, file.negotiations,
             [](auto &inner, auto &value) { negotiationFields(inner, value); });
    map.list(12, file.properties, [](auto &inner, auto &value) { propertyFields(inner, value); });
    map.day(13, file.transferredOn);
    map.day(14, file.prescribesOn);
}

QByteArray written(const auto &value, auto fields)
{
    residents::CborWriter writer;
    FieldsOut map(writer);
    fields(map, value);
    map.end();
    return writer.take();
}

template <typename Value>
Result<Value> readAs(QByteArrayView bytes, auto fields)
{
    residents::CborReader reader(bytes);
    Value value;
    FieldsIn map(reader);
    fields(map, value);
    map.end();
    if (reader.failed() || !reader.atEnd() || value.person.value <= 0)
        return base::fail(ErrorCode::RegisterDamaged,
                          QStringLiteral("a tax record cannot be decoded"));
    return value;
}

} // namespace

QByteArray encode(const Assessment &assessment)
{
    return written(assessment, [](auto &map, auto &row) { assessmentFields(map, row); });
}

QByteArray encode(const LedgerRow &row)
{
    return written(row, [](auto &map, auto &value) { ledgerFields(map, value); });
}

QByteArray encode(const TaxpayerFile &file)
{
    return written(file, [](auto &map, auto &value) { taxpayerFields(map, value); });
}

Result<Assessment> decodeAssessment(QByteArrayView bytes)
{
    return readAs<Assessment>(bytes, [](auto &map, auto &row) { assessmentFields(map, row); });
}

Result<LedgerRow> decodeLedgerRow(QByteArrayView bytes)
{
    return readAs<LedgerRow>(bytes, [](auto &map, auto &row) { ledgerFields(map, row); });
}

Result<TaxpayerFile> decodeTaxpayerFile(QByteArrayView bytes)
{
    return readAs<TaxpayerFile>(bytes, [](auto &map, auto &file) { taxpayerFields(map, file); });
}

} // namespace tax
