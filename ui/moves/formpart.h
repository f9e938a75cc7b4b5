#pragma once

#include "residents/move.h"

#include <QWidget>

namespace moves {

/// One part of the form of an 異動: where from, where to, the notice.
class FormPart : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    virtual void fill(const residents::Move &move) = 0;
    /// Puts what stands here into it.
    virtual void into(residents::Move &move) const = 0;
    [[nodiscard]] virtual QList<QWidget *> fields() const = 0;
    /// The field that a rule is about; null when it is none of these.
    [[nodiscard]] virtual QWidget *fieldOf(const QString &rule) const = 0;
    /// A field that holds what it cannot; null when there is none.
    [[nodiscard]] virtual QWidget *firstUnreadable() const = 0;

Q_SIGNALS:
    void changed(); ///< by the clerk
};

} // namespace moves
