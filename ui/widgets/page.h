#pragma once

#include "ui/widgets/badge.h"
#include "ui/widgets/keybar.h"

#include <QWidget>

#include <optional>

namespace widgets {

/// Who the page is about, for the header band.
struct Subject
{
    QString name; ///< registered glyphs
    QString kana;
    QString details; ///< "昭和43年2月3日生　58歳　女"
    QString number;  ///< 宛名番号
    QString state;   ///< "住民"
    QList<BadgeKind> badges;
    bool operator==(const Subject &) const = default;
};

/// What the shell needs to know of a page. Pages speak in signals; the shell alone joins them.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    [[nodiscard]] virtual QString title() const = 0;
    /// resources/help/ja/<name>.md
    [[nodiscard]] virtual QString helpName() const = 0;
    /// The page's own keys; F1 and Esc are the shell's.
    [[nodiscard]] virtual QList<KeyHint> keys() const { return {}; }
    /// One of keys() was pressed or clicked.
    virtual void press(int key) { Q_UNUSED(key) }
    [[nodiscard]] virtual std::optional<Subject> subject() const { return std::nullopt; }
    /// Esc: true when the page dealt with it (closed something of its own), false to go back.
    virtual bool stepBack() { return false; }
    /// The page comes to the front: put the focus where work goes on.
    virtual void arrive() { setFocus(); }

Q_SIGNALS:
    void keysChanged();
    void subjectChanged();
    /// The page is done: go back to the one before.
    void left();
};

} // namespace widgets
