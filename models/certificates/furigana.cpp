#include "certificates/furigana.h"

namespace certificates {
namespace {

const auto notPublic = QStringLiteral("********");

bool isPublic(const residents::Reading &reading)
{
    return reading.state != residents::ReadingState::NotPublic && !reading.kana.isEmpty();
}

} // namespace

QString furigana(const residents::Reading &reading)
{
    return isPublic(reading) ? reading.kana : notPublic;
}

QString furigana(const residents::PersonName &name)
{
    const bool family = isPublic(name.familyReading);
    const bool given = isPublic(name.givenReading);
    if (!family && !given)
        return notPublic;
    return (family ? name.familyReading.kana : QStringLiteral("【氏空欄】")) + QChar(0x3000) +
           (given ? name.givenReading.kana : QStringLiteral("【名空欄】"));
}

} // namespace certificates
