#pragma once

#include "base/ids.h"
#include "certificates/content.h"
#include "print/fonts.h"
#include "print/form.h"
#include "print/page.h"

#include <QList>
#include <QString>

namespace print {

/// Why a text cannot be printed as registered. Shown to the clerk before printing (文字超過リスト).
struct Problem
{
    base::ErrorCode code = base::ErrorCode::TextOverflows; ///< or GlyphMissing
    QString field;                                         ///< the form's name for the place
    base::PersonId person;                                 ///< 0 = not about one person
    QString character;                                     ///< GlyphMissing: with its selector
    QString codePoints;                                    ///< GlyphMissing: "U+845B U+E0100"
    bool operator==(const Problem &) const = default;
};

/// The pages of one copy and all that is wrong with them. With problems the pages are for looking
/// at only: a text that does not fit is left out, never cut.
struct Laid
{
    QList<Page> pages;
    QList<Problem> problems;

    /// The first problem as an error: field and block in its detail, no name and no character.
    [[nodiscard]] base::Result<> outcome() const;
};

/// Puts a content into a form. `number` is the 発行番号 of the copy without page numbers; each page
/// bears it with n/m. Needs no painter and no thread of its own.
[[nodiscard]] Laid layOut(const Form &form, const Fonts &fonts,
                          const certificates::Content &content, const QString &number = {});

/// Draws a word in a light grey across the page, under the writing.
void drawAcross(Page &page, const Fonts &fonts, const QString &word);

} // namespace print
