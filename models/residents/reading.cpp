#include "residents/reading.h"

namespace residents {
namespace {
bool isPublic(const Reading &reading)
{
    return reading.state != ReadingState::NotPublic && !reading.kana.isEmpty();
}
const QString notPublic = QStringLiteral("********");
} // namespace

QString printedReading(const PersonName &name)
{
    const bool family = isPublic(name.familyReading);
    const bool given = isPublic(name.givenReading);
    if (!family && !given)
        return notPublic;
    return (family ? name.familyReading.kana : QStringLiteral("【氏空欄】")) + QChar(u' ') +
           (given ? name.givenReading.kana : QStringLiteral("【名空欄】"));
}

QString printedFormerReading(const PersonName &name)
{
    if (name.formerFamily.isEmpty())
        return {};
    return isPublic(name.formerFamilyReading) ? name.formerFamilyReading.kana : notPublic;
}

} // namespace residents
