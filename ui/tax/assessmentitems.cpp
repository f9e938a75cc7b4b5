#include "ui/tax/assessmentitems.h"

#include "calendar/deadlines.h"
#include "ui/tax/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace taxui {

namespace {

struct TaxItems
{
    Q_DECLARE_TR_FUNCTIONS(TaxItems)
};

constexpr int spaceFor = 0; ///< in an order: keeps the place free
constexpr int yearTaxItem = 152;
constexpr qint64 forestYen = 1000; ///< 森林環境税及び森林環境譲与税に関する法律 第5条
constexpr int forestSince = 2024;

/// Items of which the total is read even when it is zero.
const QList<int> &alwaysShown()
{
    static const QList<int> items{61, 113, 148, 149, 150, 151, yearTaxItem};
    return items;
}

const QList<int> &totals()
{
    static const QList<int> items{37, 61, 113, yearTaxItem};
    return items;
}

/// Sections whose order is not that of the numbers: 市 to the left, 県 to the right.
QList<int> orderOf(const QString &place)
{
    if (place == QLatin1StringView("tax/result"))
        return {160, 163, 159, 162, 148, 150, 149, 151, 161, 153, 154, yearTaxItem};
    if (place == QLatin1StringView("tax/income"))
        return {17, 18, 19, 20,  155, 156, 21, 22, 23, 24, 25, 26, 27,
                28, 36, 29, 157, 30,  31,  32, 33, 34, 35, 37, 61};
    if (place == QLatin1StringView("tax/deductions"))
        return {83, 84,  85,  86,  87,  88,  90,  91,  92,  93,  94,  89,  95,  96,  97,  98,
                99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 158, 111, 112, 113};
    return {};
}

/// In the order they are read; whatever the order forgets stands at the end.
QList<tax::RecordItem> orderedAt(const QString &place)
{
    QList<tax::RecordItem> items = tax::itemsAt(place);
    const QList<int> order = orderOf(place);
    const auto rank = [&order](const tax::RecordItem &item) {
        const auto at = order.indexOf(item.number);
        return at < 0 ? order.size() : at;
    };
    std::stable_sort(items.begin(), items.end(),
                     [&rank](const tax::RecordItem &one, const tax::RecordItem &other) {
                         return rank(one) < rank(other);
                     });
    return items;
}

QString valueWords(const tax::RecordItem &item, qint64 value)
{
    switch (item.kind) {
    case tax::ItemKind::Yen:
        return yenWords(value);
    case tax::ItemKind::Count:
        return TaxItems::tr("%1 (count)", "persons").arg(value);
    case tax::ItemKind::Flag:
        return value == 0 ? TaxItems::tr("No", "flag") : TaxItems::tr("Yes", "flag");
    default:
        break;
    }
    const QString words = tax::codeWords(item.number, value);
    return words.isEmpty() ? QString::number(value) : words;
}

/// The city's and the prefecture's parts pair up; one without its partner leaves the place free.
void keepPairs(QList<Amount> &amounts, const QString &name)
{
    const bool prefecture =
        name.endsWith(QStringLiteral("（県）")) || name.startsWith(QStringLiteral("都道府県民税"));
    const bool city =
        name.endsWith(QStringLiteral("（市）")) || name.startsWith(QStringLiteral("市町村民税"));
    const bool odd = amounts.size() % 2 == 1;
    if ((prefecture && !odd) || (city && odd))
        amounts.append(
            Amount{.name = {}, .value = {}, .total = false, .printed = false, .blank = true});
}

bool isPaired(const QString &place)
{
    return place == QLatin1StringView("tax/result") || place == QLatin1StringView("tax/credits");
}

/// What no item holds but the year's tax contains.
void addForest(QList<Amount> &amounts, const tax::Assessment &assessment)
{
    const qint64 rest = assessment.amount(yearTaxItem) - assessment.amount(148) -
                        assessment.amount(149) - assessment.amount(150) - assessment.amount(151);
    if (assessment.fiscalYear >= forestSince && rest == forestYen)
        amounts.append(Amount{.name = TaxItems::tr("Forest environment tax (national)"),
                              .value = yenWords(rest)});
}

} // namespace

QList<Amount> amountsAt(const QString &place, const tax::Assessment &assessment, Masking masking)
{
    QList<Amount> amounts;
    const bool paired = isPaired(place);
    const bool known = !assessment.undeclared;
    if (place == QLatin1StringView("tax/result") && known) {
        amounts.append(Amount{.name = TaxItems::tr("Taxable amount (total income less deductions)"),
                              .value = yenWords(taxableYen(assessment))});
        amounts.append(
            Amount{.name = {}, .value = {}, .total = false, .printed = false, .blank = true});
    }
    const auto items = orderedAt(place);
    for (const tax::RecordItem &item : items) {
        const qint64 value = assessment.amount(item.number);
        if (value == 0 && !(known && alwaysShown().contains(item.number)))
            continue;
        const QString name = item.name.trimmed();
        if (paired)
            keepPairs(amounts, name);
        if (item.number == yearTaxItem)
            addForest(amounts, assessment);
        const bool hidden = item.masked && masking == Masking::On;
        amounts.append(Amount{.name = name,
                              .value = hidden ? maskWords() : valueWords(item, value),
                              .total = totals().contains(item.number),
                              .printed = true});
    }
    return amounts;
}

bool hasMasked(const tax::Assessment &assessment)
{
    const auto &items = tax::recordItems();
    return std::any_of(items.begin(), items.end(), [&assessment](const tax::RecordItem &item) {
        return item.masked && item.place.startsWith(QLatin1StringView("tax/")) &&
               assessment.amount(item.number) != 0;
    });
}

namespace {

/// A 期 where it is paid by bill, a month where it is withheld.
QString placeWords(int number, bool ordinary)
{
    return instalmentWords(
        {.collection = ordinary ? tax::Collection::Ordinary : tax::Collection::SalaryWithheld,
         .number = number,
         .month = number,
         .dueOn = {},
         .yen = 0});
}

/// 併徴 begins with a 期 and ends with a month: 第1期～2月.
QString collectedWords(const tax::Assessment &one, int from, int to)
{
    if (from == 0)
        return {};
    const bool ordinary = one.collection == tax::Collection::Ordinary;
    const auto held = [&one](bool byBill, int number) {
        return std::any_of(one.instalments.begin(), one.instalments.end(), [=](const auto &part) {
            const bool bill = part.collection == tax::Collection::Ordinary;
            return bill == byBill && (bill ? part.number : part.month) == number;
        });
    };
    const QString first = placeWords(from, one.combined ? held(true, from) : ordinary);
    if (to == 0)
        return TaxItems::tr("From %1", "period").arg(first);
    const bool lastByBill = one.combined ? !held(false, to) : ordinary;
    return TaxItems::tr("%1 to %2", "periods").arg(first, placeWords(to, lastByBill));
}

} // namespace

QString headWords(int item, const tax::Assessment &one)
{
    switch (item) {
    case 1:
        return one.municipality;
    case 2:
        return calendar::fiscalYearName(one.fiscalYear);
    case 4:
        return of(one.collection);
    case 5:
        return QString::number(one.history);
    case 6:
        return one.taxNumber;
    case 9:
        return one.recipientNumber;
    case 10: {
        const QString words = tax::codeWords(item, one.exemption);
        return words.isEmpty() ? QString::number(one.exemption) : words;
    }
    case 11:
        return collectedWords(one, one.collectFrom, one.collectTo);
    case 12:
        return collectedWords(one, one.changedFrom, 0);
    case 13:
        return one.changeKind;
    case 14:
        return one.changeReason;
    case 15:
        return dayWords(one.processedOn);
    case 16:
        return one.combined ? TaxItems::tr("Yes", "flag") : TaxItems::tr("No", "flag");
    default:
        return {};
    }
}

} // namespace taxui
