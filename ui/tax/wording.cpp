#include "ui/tax/wording.h"

#include "calendar/eras.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace taxui {

namespace {

/// Gives the words a translation context of their own.
struct TaxWording
{
    Q_DECLARE_TR_FUNCTIONS(TaxWording)
};

constexpr int firstExtraordinary = 21; ///< periods over 20 are 随時
constexpr QChar minusSign(0x2212);

} // namespace

QString amountWords(qint64 yen)
{
    QLocale locale(QLocale::Japanese, QLocale::Japan);
    const QString digits = locale.toString(qAbs(yen));
    return yen < 0 ? minusSign + digits : digits;
}

QString yenWords(qint64 yen)
{
    return TaxWording::tr("%1 yen").arg(amountWords(yen));
}

QString dayWords(QDate day)
{
    return calendar::wareki(day);
}

QString shortDayWords(QDate day)
{
    return calendar::wareki(day, calendar::Style::Short);
}

QString periodWords(int period)
{
    return period >= firstExtraordinary ? TaxWording::tr("Extraordinary %1", "period of tax")
                                              .arg(period - firstExtraordinary + 1)
                                        : TaxWording::tr("Period %1", "period of tax").arg(period);
}

QString instalmentWords(const tax::Instalment &instalment)
{
    return instalment.collection == tax::Collection::Ordinary
               ? periodWords(instalment.number)
               : TaxWording::tr("Month %1", "month of withholding").arg(instalment.month);
}

QString maskWords()
{
    return QStringLiteral("＊＊＊");
}

QString accountWords(const QString &tail)
{
    return tail.isEmpty() ? QString() : maskWords() + tail;
}

QString rateWords(int basisPoints)
{
    const QString places = QString::number(basisPoints / 100.0, 'f', basisPoints % 10 == 0 ? 1 : 2);
    return TaxWording::tr("%1 %", "rate a year").arg(places);
}

QString arithmeticWords(const QString &how)
{
    QString words = how;
    words.replace(QLatin1StringView("min("), TaxWording::tr("the smaller of", "sums") + u'(');
    words.replace(QLatin1StringView("max("), TaxWording::tr("the greater of", "sums") + u'(');
    return words;
}

QString of(tax::Collection collection)
{
    using E = tax::Collection;
    switch (collection) {
    case E::Ordinary:
        return TaxWording::tr("Ordinary collection");
    case E::SalaryWithheld:
        return TaxWording::tr("Withheld from salary");
    case E::PensionWithheld:
        return TaxWording::tr("Withheld from pension");
    }
    return {};
}

QString of(tax::Channel channel)
{
    using E = tax::Channel;
    switch (channel) {
    case E::Counter:
        return TaxWording::tr("Counter", "channel");
    case E::Bank:
        return TaxWording::tr("Bank", "channel");
    case E::ConvenienceStore:
        return TaxWording::tr("Convenience store", "channel");
    case E::DirectDebit:
        return TaxWording::tr("Direct debit", "channel");
    case E::Electronic:
        return TaxWording::tr("Electronic payment", "channel");
    case E::Withheld:
        return TaxWording::tr("Withheld", "channel");
    case E::Appropriated:
        return TaxWording::tr("Appropriated", "channel");
    case E::Seizure:
        return TaxWording::tr("Seizure", "channel");
    }
    return {};
}

QString of(tax::RefundState state)
{
    using E = tax::RefundState;
    switch (state) {
    case E::Found:
        return TaxWording::tr("Not decided yet", "refund");
    case E::Decided:
        return TaxWording::tr("Decided, not paid yet", "refund");
    case E::Paid:
        return TaxWording::tr("Paid back", "refund");
    case E::Appropriated:
        return TaxWording::tr("Appropriated", "refund");
    case E::Lapsed:
        return TaxWording::tr("Lapsed", "refund");
    }
    return {};
}

QString of(tax::Relief relief)
{
    using E = tax::Relief;
    switch (relief) {
    case E::Postponed:
        return TaxWording::tr("Collection postponed");
    case E::SaleDeferred:
        return TaxWording::tr("Sale deferred");
    case E::Stopped:
        return TaxWording::tr("Execution stopped");
    case E::Reduced:
        return TaxWording::tr("Late charge reduced");
    }
    return {};
}

qint64 taxableYen(const tax::Assessment &assessment)
{
    constexpr int totalTogether = 37;
    constexpr int totalIncome = 61;
    constexpr int deductions = 113;
    constexpr qint64 cut = 1000;
    const qint64 together = assessment.amount(totalTogether);
    const qint64 income = together > 0 ? together : assessment.amount(totalIncome);
    return qMax<qint64>(0, income - assessment.amount(deductions)) / cut * cut;
}

} // namespace taxui
