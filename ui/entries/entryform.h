#pragma once

#include "residents/entry.h"
#include "ui/entries/doors.h"

#include <QWidget>

#include <functional>

class QAbstractButton;

namespace widgets {
class FormGrid;
}

namespace entries {

/// What a form begins with: something new, or what stands there, or a draft.
struct Task
{
    residents::Proposal proposal; ///< its kind decides which form
    /// What stands in the register, as it was read; none: new.
    std::optional<residents::Entered> before;
    QString draft; ///< uuid; empty = not kept yet
};

/// The fields of one kind of entry. Problems stand in red at the field.
class EntryForm : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    /// As typed now, complete or not.
    [[nodiscard]] virtual residents::Proposal proposal() const = 0;
    /// True when it can be filed. Else says what is missing, and the first such field has the
    /// focus.
    [[nodiscard]] virtual bool judge() = 0;
    /// EntryIncomplete of the desk or the register: the field it named. False: not a field of this
    /// form.
    virtual bool showProblemAt(const QString &field) = 0;
    virtual void takeFocus() = 0;
    /// Somebody else holds the lock on something that this form can do without: true when it lets
    /// go of it. Else nothing can be written until the other one is done.
    virtual bool concede(const central::EditLock &lock)
    {
        Q_UNUSED(lock)
        return false;
    }

Q_SIGNALS:
    void changed(); ///< by the clerk
    void
    touchesMore(); ///< somebody else's record is concerned now: the edit lock is asked for anew
};

/// What a form stands in.
struct Setting
{
    About about;
    QDate today;
    QAbstractButton *end = nullptr; ///< Enter on the last field goes there
};

using FormMaker = std::function<EntryForm *(const Task &, const Setting &, QWidget *parent)>;
/// The form of the task's kind, filled in; an 異動 has one of its own (ui/moves).
[[nodiscard]] EntryForm *makeForm(const Task &task, const Setting &setting, QWidget *parent);

} // namespace entries
