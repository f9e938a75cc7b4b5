#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

// Words of the FTS5 table. A token is a letter for its field and one or two characters of a key;
// ASCII signs are moved into the private use area, so that neither the tokenizer nor the query
// language of FTS5 can see anything but letters and digits in them.
namespace cache {

namespace field {
constexpr char16_t kana = u'k';      ///< pairs of a kana key
constexpr char16_t kanaStart = u'i'; ///< first character of a part
constexpr char16_t name = u'n';      ///< pairs of a name as written, folded
constexpr char16_t nameStart = u'j';
constexpr char16_t address = u'a';
constexpr char16_t head = u'h';
constexpr char16_t telephone = u't';    ///< the whole number; searched by its beginning
constexpr char16_t telephoneEnd = u'u'; ///< its last four digits
constexpr char16_t bornDay = u'd';
constexpr char16_t bornMonth = u'm';
constexpr char16_t bornYear = u'y';
constexpr char16_t bornPartly = u'p'; ///< a year in which a partly known birth can lie
} // namespace field

[[nodiscard]] QString token(char16_t field, QStringView characters);
/// Every two neighbouring characters (code points) of a key; none for a key of one.
[[nodiscard]] QStringList pairsOf(char16_t field, QStringView key);
/// The first character of a key; empty for an empty one.
[[nodiscard]] QString startOf(char16_t field, QStringView key);
[[nodiscard]] int lengthOf(QStringView key);

} // namespace cache
