#pragma once

#include "desk/moveviews.h"

#include <QFrame>

class QAbstractButton;
class QVBoxLayout;

namespace moves {

/// Who is known here with 氏名, 生年月日 and 性別 of somebody who comes. Whoever was here before
/// gets his 宛名番号 back; whoever lives here does not come (JS1 4.1.1.2, R-ACC-02), nor whoever
/// has died. Hidden when nobody is.
class KnownList final : public QFrame
{
    Q_OBJECT

public:
    explicit KnownList(QWidget *parent = nullptr);
    /// `taken`: under whose number he is entered; 0 = under a new one.
    void setPeople(const QList<desk::KnownPerson> &people, base::PersonId taken);
    /// The buttons, in order.
    [[nodiscard]] QList<QWidget *> fields() const;

Q_SIGNALS:
    void chosen(const base::SnapshotId &known); ///< person 0: a new number after all

private:
    void add(const desk::KnownPerson &one, base::PersonId taken);

    QVBoxLayout *m_lines;
    QList<QWidget *> m_buttons;
};

} // namespace moves
