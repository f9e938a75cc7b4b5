#pragma once

#include <QList>
#include <QObject>
#include <QPointer>

class QAbstractButton;
class QWidget;

namespace widgets {

/// Enter goes to the next field, Shift+Enter back; from the last field to the button, without
/// pressing it (municipal-facts.md 11.1). While the input method composes, Enter is its own. On a
/// check box Space changes it, Enter moves on.
class EnterMoves final : public QObject
{
    Q_OBJECT

public:
    /// `fields` in order; owned by `form`. Also sets the tab order.
    EnterMoves(QWidget *form, const QList<QWidget *> &fields, QAbstractButton *end);

Q_SIGNALS:
    /// Enter was pressed with the focus on the button.
    void finished();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void moveFrom(const QObject *from, int step);

    QList<QPointer<QWidget>> m_fields;
    QPointer<QAbstractButton> m_end;
};

} // namespace widgets
