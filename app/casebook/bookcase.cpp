#include "app/casebook/bookcase.h"

#include <array>

namespace casebook {
namespace {

constexpr std::array words{u"窓口で拒否", u"登録簿で拒否", u"競合",  u"仮登録",
                           u"本登録",     u"差戻し",       u"取下げ"};
static_assert(words.size() == std::size_t(Ending::Count));

} // namespace

QString endingWord(Ending ending)
{
    return ending < Ending::Count ? QString::fromUtf16(words.at(std::size_t(ending))) : QString();
}

Ending endingOf(const QString &word)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (word == QStringView(words.at(i)))
            return Ending(i);
    }
    return Ending::Count;
}

} // namespace casebook
