#pragma once

#include <QList>
#include <QString>

class QWidget;

// What somebody who looks at a page would find wrong with it. The tests and the tour ask.
namespace widgets {

struct Finding
{
    QString widget; ///< class and object name
    QString what;
};

/// Visible labels, buttons and table headers under `root` whose text has less space than it needs.
[[nodiscard]] QList<Finding> cutTexts(const QWidget *root);
/// Tables whose columns reach beyond the edge: they scroll sideways, which no ordinary screen
/// needs.
[[nodiscard]] QList<Finding> columnsBeyondTheEdge(const QWidget *root);
/// Labels and buttons that lie upon each other.
[[nodiscard]] QList<Finding> overlaps(const QWidget *root);
/// Latin words of three letters or more that are no key or product name. Names of persons may be in
/// Latin letters; a widget with the property "verbatim" shows what somebody else wrote.
[[nodiscard]] QList<Finding> englishTexts(const QWidget *root);
/// 西暦 dates. Only foreign residents' own are due in 西暦 (住民記録システム標準仕様書 1.1.2):
/// pages and table rows with their badge are left out.
[[nodiscard]] QList<Finding> westernDates(const QWidget *root);
/// Controls that take the focus and have no name for a screen reader.
[[nodiscard]] QList<Finding> namelessInputs(const QWidget *root);
/// Empty when it can be seen where the focus is. Takes the focus away and gives it back.
[[nodiscard]] QList<Finding> invisibleFocus(QWidget *focused);

/// One finding a line.
[[nodiscard]] QString inWords(const QList<Finding> &findings);

} // namespace widgets
