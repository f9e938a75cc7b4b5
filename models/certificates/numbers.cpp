#include "certificates/numbers.h"

#include <algorithm>

using base::ErrorCode;

namespace certificates {
namespace {

const auto individualNumber = QStringLiteral("individualNumber");
const auto residentCode = QStringLiteral("residentCode");

/// Full-width, as certificates print it; empty for what is no such number.
QString written(const base::Secret &digits, int length)
{
    const bool fits = digits.size() == std::size_t(length) &&
                      std::all_of(digits.begin(), digits.end(),
                                  [](std::uint8_t one) { return one >= '0' && one <= '9'; });
    QString text;
    for (const std::uint8_t one : fits ? digits : base::Secret())
        text.append(QChar(u'０' + (one - '0')));
    return text;
}

struct Numbers
{
    QString individualNumber;
    QString residentCode;
};

/// Of all persons or of none.
base::Result<QList<Numbers>> numbersFor(const Content &content, Items items,
                                        const QList<residents::SensitiveNumbers> &numbers)
{
    QList<Numbers> texts;
    for (const PersonBlock &block : content.persons) {
        const auto found = std::find_if(numbers.begin(), numbers.end(), [&block](const auto &one) {
            return one.person == block.person;
        });
        Numbers one;
        if (found != numbers.end())
            one = {written(found->individualNumber, individualNumberLength),
                   written(found->residentCode, residentCodeLength)};
        const bool missing =
            (items.testFlag(Item::IndividualNumber) && one.individualNumber.isEmpty()) ||
            (items.testFlag(Item::ResidentCode) && one.residentCode.isEmpty());
        if (missing)
            return base::fail(ErrorCode::NumberUnknown);
        texts.append(one);
    }
    return texts;
}

} // namespace

QString maskedNumber(int length)
{
    return QString(length, u'＊');
}

base::Result<> enterNumbers(Content &content, Items items,
                            const QList<residents::SensitiveNumbers> &numbers)
{
    auto texts = numbersFor(content, items, numbers);
    if (!texts)
        return base::fail(texts);
    for (qsizetype i = 0; i < content.persons.size(); ++i) {
        Fields &fields = content.persons[i].fields;
        if (items.testFlag(Item::IndividualNumber))
            fields[individualNumber] = std::move((*texts)[i].individualNumber);
        if (items.testFlag(Item::ResidentCode))
            fields[residentCode] = std::move((*texts)[i].residentCode);
    }
    return {};
}

void wipeNumbers(Content &content)
{
    for (PersonBlock &block : content.persons) {
        for (const QString &name : {individualNumber, residentCode}) {
            if (block.fields.contains(name))
                block.fields[name].fill(u'＊');
        }
    }
}

} // namespace certificates
