#pragma once

#include "base/result.h"
#include "certificates/content.h"
#include "print/document.h"
#include "print/fonts.h"
#include "print/form.h"
#include "print/layout.h"

#include <QByteArray>
#include <QDate>
#include <QMap>
#include <QStringList>

#include <memory>

namespace print {

/// Real paper, or paper of a training register, which bears 見本 as well (design.md 1).
enum class Register { Live, Training };

/// Where the log stands at the end of a day (design.md 4).
struct DayEnd
{
    quint64 count = 0;
    QByteArray hash;
    QDate day;
    QString station;
    QString municipality;
};

/// A picture from a record for the person at the counter.
struct ChartSheet
{
    QString kind; ///< "arrears" or "timeline": its title stands in wording.csv
    QString name; ///< of the person, as registered
    QString number;
    QDate day;
    QString municipality;
    Drawing draw;
};

/// Forms and fonts, read once at the start, and what is made with them. All functions are const and
/// may be called from any thread.
class Press final
{
public:
    /// Reads resources/forms and resources/fonts. Needs a QGuiApplication. FormUnreadable,
    /// FontMissing.
    [[nodiscard]] static base::Result<Press> open();

    /// What cannot be printed as registered, before anything is printed: 文字超過リスト.
    [[nodiscard]] QList<Problem> problems(const certificates::Content &content) const;
    /// One copy to look at, 見本 across. TextOverflows, GlyphMissing.
    [[nodiscard]] base::Result<Preview> preview(const certificates::Content &content) const;
    /// One copy for each of `numbers` (IssueNumber::text()). TextOverflows, GlyphMissing: nothing
    /// is made then, and no number must have been used: ask problems() first.
    [[nodiscard]] base::Result<std::shared_ptr<Document>>
    certificate(const certificates::Content &content, const QStringList &numbers,
                Register kind) const;
    /// 業務終了票: count and head of the log. The wording comes from resources/tables/wording.csv.
    [[nodiscard]] base::Result<std::shared_ptr<Document>> dayEnd(const DayEnd &values) const;
    /// Says on it that it certifies nothing. TextOverflows, GlyphMissing, as a certificate.
    [[nodiscard]] base::Result<std::shared_ptr<Document>> chart(const ChartSheet &sheet,
                                                                Register kind) const;

private:
    using Papers = QMap<certificates::FormKind, Form>;
    Press(Papers papers, Form dayEnd, Form chart, Fonts fonts);
    [[nodiscard]] const Form &formOf(const certificates::Content &content) const;

    Papers m_papers; ///< all kinds are there
    Form m_dayEnd;
    Form m_chart;
    Fonts m_fonts;
};

} // namespace print
