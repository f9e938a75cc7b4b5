#pragma once

#include "residents/moverules.h"

#include <QFrame>
#include <QHash>
#include <QList>

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace moves {

/// What stands against an 異動: what is still to be typed in one line, エラー with item, reason and
/// remedy, アラート each with a box that it was read. Hidden when there is nothing to say.
class RulesPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit RulesPanel(QWidget *parent = nullptr);
    /// `names`: of everybody a finding may name. What was read of another day, place or person is
    /// not read of this one.
    void showFindings(const QList<residents::MoveFinding> &findings, const residents::Move &move,
                      const QHash<base::PersonId, QString> &names);
    /// Those read before, of a draft.
    void setAcknowledged(const QStringList &rules);
    /// Names of MoveRule: アラート that stand there and were read.
    [[nodiscard]] QStringList acknowledged() const;
    /// The first box that is not ticked; null when there is none.
    [[nodiscard]] QWidget *firstUnread() const;
    /// A box for each アラート there can be; those that do not stand there are hidden.
    [[nodiscard]] QList<QWidget *> boxes() const;
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void changed(); ///< by the clerk

private:
    struct Alert
    {
        residents::MoveRule rule;
        QWidget *line = nullptr;
        QLabel *words = nullptr;
        QCheckBox *box = nullptr;
        QString about = {}; ///< what it was read of
    };
    void addError(const QString &words);
    void clearErrors();

    QLabel *m_missing;
    QVBoxLayout *m_errors;
    QList<Alert> m_alerts;
    QStringList m_texts;
};

} // namespace moves
