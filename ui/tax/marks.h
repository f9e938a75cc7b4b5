#pragma once

#include <QList>
#include <QString>
#include <QStyledItemDelegate>

namespace taxui {

/// A short word in a frame: 督促, 更正, 未申告. `strong` ones ask for attention: they are filled
/// and in bold, so that they differ in black and white too.
struct Mark
{
    QString words;
    bool strong = false;
    bool operator==(const Mark &) const = default;
};

/// QList<Mark> of a cell; its display text is the same words with blanks between.
constexpr int MarksRole = Qt::UserRole + 101;
[[nodiscard]] QString textOf(const QList<Mark> &marks);

/// Draws the marks of a cell; several lines when they do not fit in one.
class MarkDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace taxui

Q_DECLARE_METATYPE(QList<taxui::Mark>)
