#include "democity/duedates.h"
#include "democity/ledgerbills.h"
#include "democity/ledgertelling.h"

#include <algorithm>
#include <array>

namespace democity {

using tax::Channel;
using tax::LedgerRow;
using tax::Relief;
using tax::TaxKind;

QDate LedgerTelling::officeDayBefore(int atLeast, int atMost)
{
    return officeDayFrom(m_today.addDays(-m_random.between(atLeast, atMost)));
}

QList<LedgerRow *> LedgerTelling::dueRows()
{
    QList<LedgerRow *> due;
    for (LedgerRow &row : m_rows) {
        if (row.dueOn < m_today.addDays(-2) && row.chargedYen > 0)
            due.append(&row);
    }
    return due;
}

/// Takes the payments of the newest two years of resident tax away, from the second 期 of the
/// earlier one on. Oldest first.
QList<LedgerRow *> LedgerTelling::leaveUnpaid(bool partOfFirst)
{
    QList<LedgerRow *> unpaid;
    int newest = 0;
    for (const LedgerRow *row : dueRows())
        newest = std::max(newest, row->kind == TaxKind::Resident ? row->fiscalYear : 0);
    for (LedgerRow &row : m_rows) {
        const bool open = row.kind == TaxKind::Resident && row.fiscalYear + 1 >= newest &&
                          (row.fiscalYear == newest || row.period >= 2);
        if (!open)
            continue;
        row.payments.clear(); // those not yet due as well
        row.directDebit = false;
        if (row.dueOn < m_today.addDays(-2) && row.chargedYen > 0)
            unpaid.append(&row);
    }
    if (partOfFirst && !unpaid.isEmpty()) {
        LedgerRow &first = *unpaid.first();
        const qint64 part = std::max<qint64>(first.chargedYen / 2000 * 1000, 1000);
        pay(first, first.dueOn.addDays(m_random.between(30, 50)),
            std::min(part, first.chargedYen - 1), Channel::Counter);
    }
    m_file.bank.clear();
    m_file.accountTail.clear();
    m_file.accountKind.clear();
    m_file.debitFrom = {};
    return unpaid;
}

void LedgerTelling::talk(Plight plight, int entries, QDate last)
{
    QDate day = last;
    for (int step = entries - 1; step >= 0; --step) {
        day = officeDayFrom(day.addDays(-m_random.between(12, 45)));
        m_file.negotiations.append(talkOn(day, plight, step, m_random));
    }
    std::stable_sort(m_file.negotiations.begin(), m_file.negotiations.end(),
                     [](const auto &one, const auto &other) { return one.on > other.on; });
}

void LedgerTelling::talkAt(Plight plight, int step, QDate day)
{
    m_file.negotiations.prepend(talkOn(officeDayFrom(day), plight, step, m_random));
}

/// Who pays by 口座振替 and did not pay: it failed.
void LedgerTelling::failDebitOf(LedgerRow &row)
{
    if (row.directDebit)
        row.debitFailure = QStringLiteral("資金不足");
}

void LedgerTelling::takeCharge()
{
    m_file.inCharge = officer(m_random);
}

void LedgerTelling::lateOnce()
{
    const QList<LedgerRow *> due = dueRows();
    if (due.isEmpty())
        return;
    LedgerRow &row = *due[m_random.below(static_cast<int>(due.size()))];
    row.payments.clear();
    failDebitOf(row);
    const Channel channel = anyChannel();
    pay(row, row.dueOn.addDays(m_random.between(18, 150)), row.chargedYen, channel);
}

void LedgerTelling::arrears()
{
    if (leaveUnpaid(true).isEmpty())
        return;
    takeCharge();
    const bool broken = m_random.chance(500);
    talk(broken ? Plight::Broken : Plight::NewlyLate, m_random.between(2, 4), m_today);
    if (m_random.chance(250))
        m_file.properties.append({.kind = QStringLiteral("給与"),
                                  .words = QStringLiteral("給与支払報告書で確認"),
                                  .foundOn = officeDayBefore(20, 90)});
    if (m_random.chance(40))
        m_file.transferredOn = officeDayFrom(QDate(m_today.year(), 6, 3));
}

void LedgerTelling::pledge()
{
    const QList<LedgerRow *> unpaid = leaveUnpaid(false);
    if (unpaid.isEmpty())
        return;
    takeCharge();
    const QDate pledged =
        std::max(officeDayBefore(110, 260), officeDayFrom(unpaid.first()->dueOn.addDays(20)));
    m_file.pledgedOn = pledged;
    const bool broken = m_random.chance(300);
    QList<LedgerRow *> open;
    qint64 left = 0;
    for (LedgerRow *row : unpaid) {
        if (row->dueOn < pledged) {
            row->byInstalments = true;
            left += row->chargedYen;
            open.append(row);
        } else if (!broken) { // what fell due since then is paid beside the plan
            pay(*row, row->dueOn.addDays(-m_random.between(1, 9)), row->chargedYen,
                Channel::Counter);
        }
    }
    const qint64 part = std::max<qint64>(5000, left / 18 / 1000 * 1000);
    const int keptAtMost = broken ? m_random.between(1, 2) : 99;
    QDate month(pledged.year(), pledged.month(), 1);
    for (int i = 0; i < 24 && left > 0; ++i) {
        month = month.addMonths(1);
        const QDate on = officeDayFrom(month.addDays(month.daysInMonth() - 1));
        tax::PlannedPart planned{.on = on, .yen = std::min(part, left), .kept = false};
        left -= planned.yen;
        planned.kept = on < m_today.addDays(-1) && i < keptAtMost;
        qint64 paid = planned.kept ? planned.yen : 0;
        while (paid > 0 && !open.isEmpty()) {
            LedgerRow &row = *open.first();
            const qint64 used = std::min(paid, tax::unpaidPrincipal(row));
            pay(row, on, used, Channel::Counter);
            paid -= used;
            if (tax::unpaidPrincipal(row) == 0)
                open.removeFirst();
        }
        m_file.plan.append(planned);
    }
    talkAt(Plight::Pledged, 0, pledged.addDays(-m_random.between(6, 20)));
    talkAt(Plight::Pledged, 1, pledged);
    talkAt(broken ? Plight::Broken : Plight::Pledged, broken ? 0 : m_random.between(2, 3),
           pledged.addDays(m_random.between(70, 100)));
}

void LedgerTelling::seize()
{
    const QList<LedgerRow *> unpaid = leaveUnpaid(true);
    takeCharge();
    const bool savings = m_random.chance(600);
    const QDate day = officeDayBefore(25, 120);
    const QDate collected = officeDayFrom(day.addDays(14));
    for (LedgerRow *row : unpaid) {
        // 地方税法 第331条: ten days after the 督促 at the earliest.
        if (officeDayFrom(row->dueOn.addDays(15)).addDays(10) >= day)
            continue;
        row->seizure =
            savings ? QStringLiteral("差押（預金債権）") : QStringLiteral("差押（給与債権）");
        row->seizedFrom = day;
        if (!savings)
            continue;
        if (collected < m_today) {
            pay(*row, collected, tax::unpaidPrincipal(*row), Channel::Seizure);
            row->seizedTo = collected;
        }
    }
    if (!savings && !unpaid.isEmpty()) {
        LedgerRow &first = *unpaid.first();
        pay(first, officeDayFrom(day.addDays(9)), tax::unpaidPrincipal(first) / 2,
            Channel::Seizure);
    }
    m_file.properties.append(
        {.kind = savings ? QStringLiteral("預金") : QStringLiteral("給与"),
         .words = savings ? QStringLiteral("普通預金　照会の回答で判明")
                          : QStringLiteral("給与支払報告書で確認　差押可能額を照会済み"),
         .foundOn = officeDayFrom(day.addDays(-20))});
    talkAt(Plight::Seized, savings ? 0 : 1, day.addDays(-m_random.between(50, 70)));
    talkAt(Plight::Seized, 2, day.addDays(-m_random.between(14, 30)));
    if (m_random.chance(600))
        talkAt(Plight::Seized, 3, day.addDays(m_random.between(3, 12)));
}

void LedgerTelling::stop()
{
    const QList<LedgerRow *> unpaid = leaveUnpaid(m_random.chance(300));
    takeCharge();
    const int item = m_random.between(1, 3);
    const QDate from = officeDayBefore(20, 200);
    const bool cancelled = m_random.chance(120) && from < m_today.addDays(-60);
    int stopped = 0;
    for (LedgerRow *row : unpaid) {
        // 地方税法 第331条: there is something to stop from ten days after the 督促 on.
        const QDate earliest = officeDayFrom(row->dueOn.addDays(26));
        if ((earliest > from && stopped > 0) || earliest > m_today)
            continue;
        ++stopped;
        const QDate begins = std::max(from, earliest);
        tax::Suspension suspension{.item = item,
                                   .from = begins,
                                   .decidedOn = begins,
                                   .noticeOn = item == 3 ? QDate() : begins,
                                   .lapsesOn = begins.addYears(3),
                                   .cancelledOn = {}};
        tax::ReliefPeriod relief{.kind = Relief::Stopped,
                                 .from = begins,
                                 .to = {},
                                 .basis = QStringLiteral("地方税法第15条の7第1項第%1号").arg(item)};
        if (cancelled) {
            suspension.cancelledOn = officeDayBefore(5, 30);
            relief.to = suspension.cancelledOn;
        }
        row->suspension = suspension;
        // 地方税法 第20条の2: the 督促 of whom nobody finds is published.
        const QDate published = officeDayFrom(row->dueOn.addDays(45));
        if (item == 3 && published < begins)
            row->demandPublishedOn = published;
        row->reliefs.append(relief);
    }
    m_file.properties.append({.kind = QStringLiteral("預金"),
                              .words = QStringLiteral("残高僅少　換価価値なし"),
                              .foundOn = officeDayFrom(from.addDays(-30))});
    talk(item == 3 ? Plight::Unreachable : Plight::Stopped, m_random.between(2, 3), from);
}

void LedgerTelling::writeOff(int lastFiscalYear)
{
    takeCharge();
    struct Kind
    {
        int yearsBack;
        const char16_t *basis;
    };
    static constexpr std::array kinds{Kind{5, u"15条の7第4項"}, Kind{3, u"15条の7第5項"},
                                      Kind{7, u"18条"}};
    const int which = m_random.below(3);
    const Kind kind = kinds[static_cast<std::size_t>(which)];
    const int year = lastFiscalYear - kind.yearsBack;
    const int item = m_random.between(1, 3);
    const qint64 part = qint64(m_random.between(4, 28)) * 1000;
    for (int period = 1; period <= 4; ++period) {
        LedgerRow row;
        row.person = m_who.person;
        row.fiscalYear = year;
        row.settlementYear = year;
        row.period = period;
        row.notice = noticeNumber(TaxKind::Resident, year, m_who.person);
        row.chargedYen = period == 1 ? part + 500 : part;
        row.chargedAtFirstYen = row.chargedYen;
        row.settledOn = officeDayFrom(QDate(year, 6, 10));
        row.dueOn = dueOn(TaxKind::Resident, year, period);
        row.legalDueOn = dueOn(TaxKind::Resident, year, 1);
        row.demandSentOn = officeDayFrom(row.dueOn.addDays(15));
        row.demandFeeYen = 100;
        row.reminderSentOn = officeDayFrom(row.dueOn.addDays(200));
        const QDate end = officeDayFrom(QDate(lastFiscalYear, 3, 28));
        // 第4項 ends the debt three years after the 停止, 第5項 together with it.
        if (which != 2) {
            const QDate from = which == 1 ? end : officeDayFrom(end.addYears(-3).addDays(-20));
            row.suspension = tax::Suspension{.item = item,
                                             .from = from,
                                             .decidedOn = from,
                                             .noticeOn = from,
                                             .lapsesOn = from.addYears(3),
                                             .cancelledOn = {}};
            row.reliefs.append({.kind = Relief::Stopped,
                                .from = from,
                                .to = {},
                                .basis = QStringLiteral("地方税法第15条の7第1項第%1号").arg(item)});
        }
        row.writeOff = tax::WriteOff{.basis = QString::fromUtf16(kind.basis),
                                     .on = end,
                                     .settlementYear = lastFiscalYear - 1,
                                     .yen = row.chargedYen};
        m_rows.insert(period - 1, row);
    }
    talk(Plight::Unreachable, m_random.between(1, 3), QDate(lastFiscalYear, 2, 20));
}

void LedgerTelling::payTwice()
{
    // Long enough ago that it was noticed, or just now.
    QList<LedgerRow *> due;
    for (LedgerRow *row : dueRows()) {
        const bool plain = row->payments.size() == 1 && !row->correctedOn.isValid();
        if (plain && row->payments.first().bookedOn.isValid())
            due.append(row);
    }
    if (due.isEmpty())
        return;
    const auto newest = std::max<qsizetype>(0, due.size() - 4);
    const int at = m_random.between(static_cast<int>(newest), static_cast<int>(due.size()) - 1);
    LedgerRow &row = *due[at];
    const QDate again = row.payments.first().receivedOn.addDays(m_random.between(1, 25));
    const Channel other =
        row.payments.first().channel == Channel::Bank ? Channel::ConvenienceStore : Channel::Bank;
    if (!pay(row, again, row.chargedYen, other))
        pay(row, row.payments.first().bookedOn, row.chargedYen, Channel::Counter);
    // Now and then an earlier 期 is open, and takes it (地方税法 第17条の2).
    if (at > 0 && m_random.chance(400)) {
        due[at - 1]->payments.clear();
        due[at - 1]->directDebit = false;
    }
}

void LedgerTelling::failDebit()
{
    static constexpr std::array<QStringView, 4> reasons{u"資金不足", u"資金不足", u"取引なし",
                                                        u"預金者の都合による振替停止"};
    const QList<LedgerRow *> due = dueRows();
    if (due.isEmpty())
        return;
    if (m_file.bank.isEmpty()) {
        m_file.bank = QStringLiteral("あさぎり銀行　本店");
        m_file.accountKind = QStringLiteral("普通");
        m_file.accountTail =
            QStringLiteral("%1").arg(m_random.below(10000), 4, 10, QLatin1Char('0'));
        m_file.debitFrom = officeDayFrom(m_today.addYears(-4));
    }
    LedgerRow &row = *due[m_random.below(static_cast<int>(due.size()))];
    row.directDebit = true;
    row.debitFailure = reasons[static_cast<std::size_t>(m_random.below(4))].toString();
    row.payments.clear();
    const Channel channel = anyChannel();
    if (m_random.chance(700))
        pay(row, row.dueOn.addDays(m_random.between(12, 45)), row.chargedYen, channel);
}

void LedgerTelling::postpone()
{
    const QList<LedgerRow *> due = dueRows();
    if (due.isEmpty())
        return;
    const bool sale = m_random.chance(400);
    takeCharge();
    for (qsizetype i = std::max<qsizetype>(0, due.size() - 2); i < due.size(); ++i) {
        LedgerRow &row = *due[i];
        row.payments.clear();
        row.directDebit = false;
        const QDate from = sale ? officeDayFrom(row.dueOn.addDays(40)) : row.dueOn.addDays(1);
        if (from > m_today)
            continue;
        row.reliefs.append({.kind = sale ? Relief::SaleDeferred : Relief::Postponed,
                            .from = from,
                            .to = from.addYears(1).addDays(-1),
                            .basis = sale ? QStringLiteral("地方税法第15条の6第1項")
                                          : QStringLiteral("地方税法第15条第1項第2号")});
        pay(row, from.addDays(35), row.chargedYen / 3, Channel::Counter);
    }
    talk(Plight::Pledged, 2, m_today);
}

/// Those who have gone: what falls due afterwards is now and then left open.
void LedgerTelling::leave()
{
    QList<LedgerRow *> after;
    for (LedgerRow *row : dueRows()) {
        if (row->dueOn > m_who.left)
            after.append(row);
    }
    if (after.isEmpty() || !m_random.chance(m_who.died ? 330 : 170))
        return;
    for (LedgerRow *row : after) {
        row->payments.clear();
        row->directDebit = false;
    }
    takeCharge();
    talk(m_who.died ? Plight::Heirs : Plight::Gone, m_random.between(1, 3), m_today);
}

void LedgerTelling::trouble(Trouble trouble, int lastFiscalYear)
{
    switch (trouble) {
    case Trouble::LateOnce:
        lateOnce();
        break;
    case Trouble::JustMissed:
        if (const QList<LedgerRow *> due = dueRows(); !due.isEmpty()) {
            due.last()->payments.clear();
            failDebitOf(*due.last());
        }
        break;
    case Trouble::Arrears:
        arrears();
        break;
    case Trouble::Pledged:
        pledge();
        break;
    case Trouble::Seized:
        seize();
        break;
    case Trouble::Stopped:
        stop();
        break;
    case Trouble::WrittenOff:
        writeOff(lastFiscalYear);
        break;
    case Trouble::PaidTwice:
        payTwice();
        break;
    case Trouble::DebitFailed:
        failDebit();
        break;
    case Trouble::Postponed:
        postpone();
        break;
    case Trouble::None:
    case Trouble::Count:
        break;
    }
}

void LedgerTelling::finishFile()
{
    m_file.person = m_who.person;
    m_file.sendTo = m_who.sendTo;
    QDate oldest;
    for (const LedgerRow &row : m_rows) {
        if (tax::unpaidPrincipal(row) == 0 || row.dueOn > m_today)
            continue;
        // 地方税法 第18条, 第18条の2: five years, anew ten days after the 督促 or with the 誓約.
        QDate from = row.legalDueOn.addDays(1);
        if (row.demandSentOn.isValid())
            from = row.demandSentOn.addDays(11);
        if (row.byInstalments && m_file.pledgedOn.isValid())
            from = m_file.pledgedOn.addDays(1);
        const QDate ends = from.addYears(5);
        if (!oldest.isValid() || ends < oldest)
            oldest = ends;
    }
    if (!m_file.inCharge.isEmpty())
        m_file.prescribesOn = oldest;
}

LedgerTold LedgerTelling::tell(Trouble kind, int lastFiscalYear)
{
    m_rows = billsOf(m_who, lastFiscalYear, m_random);
    if (m_rows.isEmpty())
        return {};
    chooseHabit();
    for (LedgerRow &row : m_rows)
        payInTime(row);
    trouble(kind, lastFiscalYear);
    if (m_who.left.isValid() && kind == Trouble::None)
        leave();
    returnWhatIsTooMuch();
    for (LedgerRow &row : m_rows) {
        if (row.writeOff)
            continue;
        sendNotices(row);
        fixLateCharge(row);
    }
    finishFile();
    LedgerTold told;
    told.hasFile = !m_file.bank.isEmpty() || !m_file.inCharge.isEmpty() || !m_file.sendTo.isEmpty();
    told.rows = std::move(m_rows);
    told.file = std::move(m_file);
    return told;
}

} // namespace democity
