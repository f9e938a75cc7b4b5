#pragma once

#include "certificates/content.h"
#include "residents/person.h"

#include <QDate>
#include <QString>

// The texts of one person and of one sheet, for all papers; within this folder only.
namespace certificates {

inline constexpr QChar wideSpace(0x3000);

/// What the texts of one person depend on.
struct Shown
{
    const Request &request;
    const Terms &terms;

    [[nodiscard]] bool has(Item item) const { return request.items.testFlag(item); }
    [[nodiscard]] QString omitted() const { return terms.word(QStringLiteral("omitted")); }
    [[nodiscard]] QString unused() const { return terms.word(QStringLiteral("unused")); }
    /// The registered text, or the sign that the register holds none.
    [[nodiscard]] QString value(const QString &text) const
    {
        return text.isEmpty() ? terms.word(QStringLiteral("blank")) : text;
    }
    [[nodiscard]] QString asked(bool wanted, const QString &text) const
    {
        return wanted ? value(text) : omitted();
    }
};

/// 和暦; of a foreign resident 西暦. Empty for an invalid day.
[[nodiscard]] QString written(const calendar::PartialDate &date, residents::Kind kind);
[[nodiscard]] QString written(QDate day, residents::Kind kind);
/// With 方書, which is always printed (municipal-facts.md 5.1).
[[nodiscard]] QString written(const residents::Address &address);
/// 氏名 as it is printed: a foreign resident's Latin name, and below it the kanji name.
[[nodiscard]] QString writtenName(const residents::Snapshot &person);

/// Every field of one person.
[[nodiscard]] Fields personFields(const residents::Snapshot &person, const Shown &shown);
/// The same of nobody: nothing can be written in.
[[nodiscard]] Fields emptyFields(const Shown &shown);
/// Title, date, officer, seal. The certification is the caller's.
[[nodiscard]] Fields sheetFields(const Shown &shown, const Issuing &issuing);

} // namespace certificates
