#include "democity/duedates.h"
#include "democity/ledgertelling.h"

#include "tax/latecharge.h"

#include <algorithm>
#include <array>

namespace democity {

using tax::Channel;
using tax::LedgerRow;
using tax::Payment;
using tax::Refund;
using tax::RefundState;

namespace {

/// 督促手数料 of the made-up city's ordinance, given up as from this day.
const QDate feeUntil(2025, 4, 1);
constexpr qint64 demandFee = 100;

QString fourDigits(Random &random)
{
    return QStringLiteral("%1").arg(random.below(10000), 4, 10, QLatin1Char('0'));
}

QString bankName(Random &random)
{
    static constexpr std::array<QStringView, 5> banks{
        u"あさぎり銀行　本店", u"あさぎり銀行　緑が丘支店", u"みどり野信用金庫　本店",
        u"みどり野農業協同組合　本所", u"北原銀行　みどり野支店"};
    return banks[static_cast<std::size_t>(random.below(5))].toString();
}

/// Days until what was paid is booked (確報).
int daysToBook(Channel channel, Random &random)
{
    switch (channel) {
    case Channel::Counter:
    case Channel::Appropriated:
    case Channel::Seizure:
    case Channel::Withheld:
        return 0;
    case Channel::Bank:
        return random.between(4, 7);
    case Channel::DirectDebit:
        return random.between(2, 4);
    case Channel::Electronic:
        return random.between(3, 8);
    case Channel::ConvenienceStore:
        break;
    }
    return random.between(8, 13);
}

} // namespace

void LedgerTelling::chooseHabit()
{
    const int drawn = m_random.below(100);
    m_channel = drawn < 14   ? Channel::Counter
                : drawn < 40 ? Channel::Bank
                : drawn < 72 ? Channel::ConvenienceStore
                             : Channel::Electronic;
    m_debit = m_random.chance(340);
    m_ahead = m_random.chance(110);
    if (!m_debit)
        return;
    m_file.bank = bankName(m_random);
    m_file.accountTail = fourDigits(m_random);
    m_file.accountKind = QStringLiteral("普通");
    m_file.debitFrom = officeDayFrom(m_today.addYears(-5).addDays(m_random.below(700)));
}

Channel LedgerTelling::anyChannel()
{
    static constexpr std::array channels{Channel::Counter, Channel::Bank, Channel::ConvenienceStore,
                                         Channel::Electronic};
    return channels[static_cast<std::size_t>(m_random.below(4))];
}

bool LedgerTelling::pay(LedgerRow &row, QDate on, qint64 yen, Channel channel)
{
    if (channel == Channel::Counter || channel == Channel::Bank)
        on = officeDayFrom(on);
    if (on > m_today || yen <= 0)
        return false;
    Payment payment;
    payment.receivedOn = on;
    payment.channel = channel;
    payment.principalYen = yen;
    const QDate booked = officeDayFrom(on.addDays(daysToBook(channel, m_random)));
    if (booked <= m_today) {
        payment.bookedOn = booked;
    } else {
        // Slips of banks and debits come with the booking; the others send word at once (速報).
        if (channel != Channel::ConvenienceStore && channel != Channel::Electronic)
            return false;
        payment.preliminary = true;
    }
    if (channel == Channel::Counter)
        payment.receipt = QStringLiteral("%1%2")
                              .arg(on.year() % 100)
                              .arg(m_random.below(1000000), 6, 10, QLatin1Char('0'));
    row.payments.append(payment);
    return true;
}

void LedgerTelling::payInTime(LedgerRow &row)
{
    const bool heirs = m_who.died && m_who.left.isValid() && m_who.left < row.dueOn;
    row.directDebit = m_debit && !heirs && m_file.debitFrom <= row.settledOn;
    const QDate from = std::max(row.settledOn.addDays(6), row.dueOn.addDays(-26));
    QDate day = m_random.day(from, row.dueOn);
    const int year = row.fiscalYear;
    if (m_ahead && row.period > 1)
        day = std::max(row.settledOn.addDays(8), dueOn(row.kind, year, 1).addDays(-9));
    if (row.directDebit)
        day = row.dueOn;
    const bool before = row.correctedOn.isValid() && day < row.correctedOn;
    const qint64 yen = before ? row.chargedAtFirstYen : row.chargedYen;
    const Channel channel = row.directDebit ? Channel::DirectDebit : m_channel;
    const bool paid = pay(row, day, yen, channel);
    if (!paid || !before || row.chargedYen <= yen)
        return;
    // 更正増額: the rest with the new notice.
    const QDate rest = row.correctedOn.addDays(m_random.between(8, 28));
    pay(row, std::max(rest, day), row.chargedYen - yen, m_channel);
}

void LedgerTelling::sendNotices(LedgerRow &row) const
{
    std::stable_sort(
        row.payments.begin(), row.payments.end(),
        [](const Payment &one, const Payment &other) { return one.receivedOn < other.receivedOn; });
    const bool postponed =
        std::any_of(row.reliefs.begin(), row.reliefs.end(),
                    [](const auto &relief) { return relief.kind == tax::Relief::Postponed; });
    // 地方税法 第329条: within twenty days after the 納期限.
    const QDate demand = officeDayFrom(row.dueOn.addDays(15));
    const auto unpaidOn = [&row](QDate day) {
        const bool corrected = row.correctedOn.isValid() && row.correctedOn > day;
        const qint64 due = corrected ? row.chargedAtFirstYen : row.chargedYen;
        return tax::paidPrincipal(row, day) < due;
    };
    if (postponed || demand > m_today || !unpaidOn(demand.addDays(-5)))
        return;
    row.demandSentOn = demand;
    row.demandFeeYen = demand < feeUntil ? demandFee : 0;
    for (const QDate campaign :
         {QDate(m_today.year(), 10, 13), QDate(m_today.year(), 7, 14), QDate(m_today.year(), 2, 17),
          QDate(m_today.year() - 1, 11, 11), QDate(m_today.year() - 1, 7, 15),
          QDate(m_today.year() - 1, 2, 18)}) {
        const QDate day = officeDayFrom(campaign);
        const bool spared = row.byInstalments || (row.suspension && row.suspension->from <= day);
        if (spared || day > m_today || day < demand.addDays(25) || !unpaidOn(day.addDays(-5)))
            continue;
        row.reminderSentOn = day;
        return;
    }
}

void LedgerTelling::fixLateCharge(LedgerRow &row)
{
    if (row.payments.isEmpty() || tax::unpaidPrincipal(row) > 0)
        return;
    Payment &last = row.payments.last();
    if (last.receivedOn <= row.dueOn || last.channel == Channel::Appropriated)
        return;
    const auto working = tax::lateCharge({.principalYen = row.chargedYen,
                                          .dueOn = row.dueOn,
                                          .payOn = last.receivedOn,
                                          .payments = row.payments.first(row.payments.size() - 1),
                                          .reliefs = row.reliefs},
                                         m_rates);
    if (row.demandFeeYen > 0)
        last.feeYen = row.demandFeeYen;
    if (!working || working->chargeYen == 0)
        return;
    row.fixedLateChargeYen = working->chargeYen;
    if (m_random.chance(700))
        last.lateChargeYen = working->chargeYen;
}

/// Another 期 that is open when a 過誤納 of `found` is dealt with.
LedgerRow *LedgerTelling::unpaidRow(const LedgerRow *but, QDate found)
{
    constexpr int daysWaited = 60;
    const QDate until = std::min(m_today, found.addDays(daysWaited));
    for (LedgerRow &row : m_rows) {
        if (&row != but && row.dueOn < until && tax::unpaidPrincipal(row) > 0 && !row.writeOff)
            return &row;
    }
    return nullptr;
}

Refund LedgerTelling::refundOf(const LedgerRow &row, qint64 yen, RefundState state)
{
    Refund refund;
    refund.reason =
        row.correctedOn.isValid() ? QStringLiteral("更正減額") : QStringLiteral("二重納付");
    refund.principalYen = yen;
    refund.foundOn = row.correctedOn.isValid() ? row.correctedOn : row.payments.last().bookedOn;
    if (!refund.foundOn.isValid())
        refund.foundOn = row.payments.last().receivedOn;
    refund.foundOn = officeDayFrom(std::max(refund.foundOn, row.payments.last().receivedOn));
    if (refund.foundOn > m_today)
        refund.foundOn = m_today;
    refund.number = QStringLiteral("%1%2")
                        .arg(fiscalYearOf(refund.foundOn) % 100)
                        .arg(m_random.below(100000), 5, 10, QLatin1Char('0'));
    refund.state = state;
    const QDate decided = officeDayFrom(refund.foundOn.addDays(m_random.between(10, 20)));
    if (state == RefundState::Found || decided > m_today) {
        refund.state = RefundState::Found;
        return refund;
    }
    refund.decidedOn = decided;
    refund.noticeSentOn = decided;
    // 地方税法 第18条の3: five years from the day it could be asked for.
    refund.lapsesOn = refund.foundOn.addYears(5);
    const QDate paid = officeDayFrom(decided.addDays(m_random.between(20, 40)));
    if (state == RefundState::Paid && paid > m_today)
        refund.state = RefundState::Decided;
    if (refund.state != RefundState::Appropriated && m_random.chance(850)) {
        refund.bank = m_file.bank.isEmpty() ? bankName(m_random) : m_file.bank;
        refund.accountTail =
            m_file.accountTail.isEmpty() ? fourDigits(m_random) : m_file.accountTail;
    }
    if (refund.state == RefundState::Paid)
        refund.paidOn = paid;
    return refund;
}

/// 過誤納: to arrears first (地方税法 第17条の2), the rest back to the payer (第17条).
void LedgerTelling::returnWhatIsTooMuch()
{
    for (LedgerRow &row : m_rows) {
        const qint64 tooMuch = tax::overpaidPrincipal(row);
        if (tooMuch == 0 || !row.refunds.isEmpty())
            continue;
        const int drawn = m_random.below(10);
        const QDate last = row.payments.last().receivedOn;
        const QDate noticed = row.correctedOn.isValid() ? std::max(row.correctedOn, last) : last;
        LedgerRow *const other = unpaidRow(&row, noticed);
        const RefundState state = other != nullptr ? RefundState::Appropriated
                                  : drawn < 2      ? RefundState::Found
                                  : drawn < 4      ? RefundState::Decided
                                                   : RefundState::Paid;
        Refund refund = refundOf(row, tooMuch, state);
        if (refund.state == RefundState::Appropriated && refund.decidedOn <= other->dueOn) {
            // 第17条の2: to what is due, so it waits for the 納期限.
            refund.decidedOn = officeDayFrom(other->dueOn.addDays(1));
            refund.noticeSentOn = refund.decidedOn;
            if (refund.decidedOn > m_today) {
                refund.state = RefundState::Found;
                refund.decidedOn = refund.noticeSentOn = refund.lapsesOn = {};
            }
        }
        if (refund.state == RefundState::Appropriated) {
            const qint64 used = std::min(tooMuch, tax::unpaidPrincipal(*other));
            refund.principalYen = used;
            refund.appropriatedTo =
                QStringLiteral("令和%1年度 %2 第%3期")
                    .arg(other->fiscalYear - 2018)
                    .arg(other->kind == tax::TaxKind::Resident     ? QStringLiteral("市県民税")
                         : other->kind == tax::TaxKind::FixedAsset ? QStringLiteral("固定資産税")
                                                                   : QStringLiteral("軽自動車税"))
                    .arg(other->period);
            pay(*other, refund.decidedOn, used, Channel::Appropriated);
            if (used < tooMuch)
                row.refunds.append(refundOf(row, tooMuch - used, RefundState::Paid));
        }
        row.refunds.append(refund);
    }
}

} // namespace democity
