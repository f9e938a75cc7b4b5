#pragma once

#include "democity/ledgerstory.h"
#include "democity/talks.h"

namespace democity {

/// One taxpayer's ledger while it is told. Payments first, then what the office sent out, then what
/// is written down about him.
class LedgerTelling final
{
public:
    LedgerTelling(const Taxpayer &who, QDate today, const tables::Table &rates, Random &random)
        : m_who(who)
        , m_today(today)
        , m_rates(rates)
        , m_random(random)
    {
    }
    [[nodiscard]] LedgerTold tell(Trouble trouble, int lastFiscalYear);

private:
    // ledgerpayments.cpp
    void chooseHabit();
    void payInTime(tax::LedgerRow &row);
    /// False when the office cannot know of it yet.
    bool pay(tax::LedgerRow &row, QDate on, qint64 yen, tax::Channel channel);
    [[nodiscard]] tax::Channel anyChannel();
    void sendNotices(tax::LedgerRow &row) const;
    void fixLateCharge(tax::LedgerRow &row);
    void returnWhatIsTooMuch();
    [[nodiscard]] tax::Refund refundOf(const tax::LedgerRow &row, qint64 yen,
                                       tax::RefundState state);
    [[nodiscard]] tax::LedgerRow *unpaidRow(const tax::LedgerRow *but, QDate found);
    // ledgertroubles.cpp
    void trouble(Trouble trouble, int lastFiscalYear);
    void leave();
    void lateOnce();
    void arrears();
    void pledge();
    void seize();
    void stop();
    void writeOff(int lastFiscalYear);
    void payTwice();
    void failDebit();
    void postpone();
    void talk(Plight plight, int entries, QDate last);
    void talkAt(Plight plight, int step, QDate day);
    void failDebitOf(tax::LedgerRow &row);
    void takeCharge();
    [[nodiscard]] QList<tax::LedgerRow *> leaveUnpaid(bool partOfFirst);
    [[nodiscard]] QList<tax::LedgerRow *> dueRows();
    [[nodiscard]] QDate officeDayBefore(int atLeast, int atMost);
    void finishFile();

    const Taxpayer &m_who;
    QDate m_today;
    const tables::Table &m_rates;
    Random &m_random;
    QList<tax::LedgerRow> m_rows;
    tax::TaxpayerFile m_file;
    tax::Channel m_channel = tax::Channel::ConvenienceStore;
    bool m_debit = false;
    bool m_ahead = false; ///< pays the whole year with the first 期
};

} // namespace democity
