#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QString>

namespace print {

/// How a text is set. Sizes in points (1/72 inch), as forms are specified.
struct Style
{
    QString face; ///< of resources/fonts/fallback.txt
    double pt = 10;
    double leastPt = 6; ///< a text that does not fit is set smaller, down to this
    bool operator==(const Style &) const = default;
};

enum class Align { Left, Center, Right, Justify };

/// One thing on the form. All measures in millimetres.
struct Element
{
    enum class Kind { Line, Box, Label, Field };
    Kind kind = Kind::Line;
    QRectF place;         ///< Line: from topLeft to bottomRight
    double widthMm = 0.1; ///< of the rule
    QString style;
    Align align = Align::Left;
    bool wrap = false;
    QString text; ///< Label: what it says; Field: whose value stands here
    bool operator==(const Element &) const = default;
};

/// A part of the form that is repeated down the sheet, once a person or once a row.
struct Block
{
    int count = 0; ///< how many a sheet
    QPointF origin;
    double stepMm = 0;
    QList<Element> elements;
    bool operator==(const Block &) const = default;
};

/// A layout read from resources/forms/NAME.form. The file's words are explained in README.md.
struct Form
{
    QSizeF pageMm;
    QMap<QString, Style> styles;
    QList<Element> every;      ///< on each sheet
    QList<Element> last;       ///< on the last sheet only: 認証文
    QList<Element> further;    ///< on all but the first: whose sheet it is
    QList<Element> unfinished; ///< on all but the last
    Block block;               ///< once a person
    Block rows;     ///< a table on the first sheet, once a row of Content::rows; count 0 = none
    Block moreRows; ///< its continuation on further sheets
    bool operator==(const Form &) const = default;

    /// FormUnreadable names the line in its detail.
    [[nodiscard]] static base::Result<Form> load(const QString &name);
    [[nodiscard]] static base::Result<Form> parse(const QByteArray &bytes);
};

} // namespace print
