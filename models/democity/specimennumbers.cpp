#include "democity/specimennumbers.h"

#include "text/checkdigit.h"

#include <QString>

namespace democity {
namespace {

/// A body of random digits and a check digit that is wrong by one to nine.
QString wrongNumber(text::NumberKind kind, int bodyDigits, Random &random)
{
    QString body;
    for (int i = 0; i < bodyDigits; ++i)
        body += QChar(static_cast<char16_t>(u'0' + random.below(10)));
    const int right = text::checkDigitOf(kind, body);
    const int wrong = (right + random.between(1, 9)) % 10;
    return body + QString::number(wrong);
}

base::Secret secretOf(const QString &digits)
{
    const QByteArray bytes = digits.toLatin1();
    return {bytes.begin(), bytes.end()};
}

} // namespace

residents::SensitiveNumbers numbersOf(base::PersonId person, residents::Kind kind, quint64 seed)
{
    Random random(seed ^ (static_cast<quint64>(person.value) * 0x9e3779b97f4a7c15U));
    residents::SensitiveNumbers numbers{
        .person = person, .residentCode = {}, .individualNumber = {}, .residenceCard = {}};
    numbers.residentCode = secretOf(wrongNumber(text::NumberKind::ResidentCode, 10, random));
    numbers.individualNumber = secretOf(wrongNumber(text::NumberKind::Individual, 11, random));
    if (kind == residents::Kind::Foreign) {
        const int card = random.below(100'000'000);
        numbers.residenceCard =
            secretOf(QStringLiteral("ZZ%1ZZ").arg(card, 8, 10, QLatin1Char('0')));
    }
    return numbers;
}

} // namespace democity
