#include "text/checkdigit.h"

#include <algorithm>

namespace text {

namespace {

struct Shape
{
    qsizetype least = 0; ///< digits with the check digit
    qsizetype most = 0;
    QString rule;
};

Shape shapeOf(NumberKind kind)
{
    switch (kind) {
    case NumberKind::Individual:
        return {12, 12, QStringLiteral("番号法総務省令（平成26年総務省令第85号）第5条")};
    case NumberKind::Corporate:
        return {13, 13,
                QStringLiteral("法人番号の指定等に関する省令（平成26年財務省令第70号）第2条")};
    case NumberKind::ResidentCode:
        return {11, 11, QStringLiteral("住民基本台帳法施行規則 第1条（算式は未確認・警告のみ）")};
    case NumberKind::Municipality:
        return {6, 6, QStringLiteral("全国地方公共団体コード仕様（総務省）")};
    case NumberKind::Person:
    case NumberKind::Household:
        break;
    }
    return {2, 15, QStringLiteral("住民記録システム標準仕様書 1.1.13（モジュラス11・M11W2～7）")};
}

bool allDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// Sum of digit x weight, the weights 2 to 7 over and over from the right.
int weightedSum(QStringView body)
{
    int sum = 0;
    int weight = 2;
    for (qsizetype i = body.size() - 1; i >= 0; --i) {
        sum += body.at(i).digitValue() * weight;
        weight = weight == 7 ? 2 : weight + 1;
    }
    return sum;
}

/// The check digit is the first digit; weights 1 and 2 in turn from the right.
int corporateDigit(QStringView body)
{
    int sum = 0;
    for (qsizetype i = 0; i < body.size(); ++i)
        sum += body.at(body.size() - 1 - i).digitValue() * (i % 2 == 0 ? 1 : 2);
    return 9 - sum % 9;
}

} // namespace

int checkDigitOf(NumberKind kind, QStringView body)
{
    const Shape shape = shapeOf(kind);
    if (body.size() + 1 < shape.least || body.size() + 1 > shape.most || !allDigits(body))
        return -1;
    if (kind == NumberKind::Corporate)
        return corporateDigit(body);
    const int rest = weightedSum(body) % 11;
    if (kind == NumberKind::Municipality)
        return (11 - rest) % 10;
    return rest <= 1 ? 0 : 11 - rest;
}

CheckAnswer checkNumber(NumberKind kind, QStringView digits)
{
    const Shape shape = shapeOf(kind);
    if (digits.size() < shape.least || digits.size() > shape.most || !allDigits(digits))
        return {CheckOutcome::Malformed, shape.rule};
    if (kind == NumberKind::Individual && digits.count(u'0') == digits.size())
        return {CheckOutcome::AllZero, shape.rule};
    const bool first = kind == NumberKind::Corporate;
    const QStringView body = first ? digits.sliced(1) : digits.chopped(1);
    const int digit = (first ? digits.front() : digits.back()).digitValue();
    if (digit == checkDigitOf(kind, body))
        return {CheckOutcome::Right, shape.rule};
    const bool certain = kind == NumberKind::Individual || kind == NumberKind::Corporate ||
                         kind == NumberKind::Municipality;
    return {certain ? CheckOutcome::Wrong : CheckOutcome::Doubtful, shape.rule};
}

bool individualNumberAllowedInTraining(QStringView digits)
{
    // municipal-facts 1.1: the specimens of the ministerial documents and their worked examples.
    static const QStringList specimens = {
        QStringLiteral("123456789018"), QStringLiteral("983205673214"),
        QStringLiteral("135792468015"), QStringLiteral("454972364860"),
        QStringLiteral("900000000010")};
    if (specimens.contains(digits))
        return true;
    return checkNumber(NumberKind::Individual, digits).outcome == CheckOutcome::Wrong;
}

} // namespace text
