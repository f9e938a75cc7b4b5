#pragma once

#include "desk/certificatedesk.h"
#include "residents/move.h"

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace widgets {
class EraDateField;
class FormGrid;
class TextField;
} // namespace widgets

namespace moves {

/// The notice itself: the days, who gave it and how he was known, the number of the paper.
class NoticePanel final : public QWidget
{
    Q_OBJECT

public:
    NoticePanel(residents::MoveKind kind, const QList<desk::IdentityDocument> &documents,
                QDate today, QWidget *parent = nullptr);
    ~NoticePanel() override;
    Q_DISABLE_COPY_MOVE(NoticePanel)
    void fill(const residents::Move &move);
    /// Puts what stands here into it.
    void into(residents::Move &move) const;
    /// 異動日, where it follows from something else; invalid: from nothing. What was typed stays.
    void proposeHappenedOn(QDate day);
    /// Who the agent is, or that nobody is one, may change what is asked.
    [[nodiscard]] QList<QWidget *> days() const;
    [[nodiscard]] QList<QWidget *> fields() const;
    /// The field that a rule is about; null when it is none of these.
    [[nodiscard]] QWidget *fieldOf(const QString &rule) const;
    /// A field that holds what cannot be read; null when there is none.
    [[nodiscard]] QWidget *firstUnreadable() const;

Q_SIGNALS:
    void changed(); ///< by the clerk

private:
    void makeDays(widgets::FormGrid *grid, residents::MoveKind kind, QDate today);
    void offerDocuments(const QList<desk::IdentityDocument> &documents);
    void makeNotifier(widgets::FormGrid *grid, const QList<desk::IdentityDocument> &documents);
    void follow();

    bool m_ofTheOffice;        ///< nobody gives notice
    bool m_dayTouched = false; ///< 異動日 was typed, by this clerk or in the draft
    widgets::EraDateField *m_happenedOn;
    widgets::EraDateField *m_notifiedOn;
    QComboBox *m_kind;
    widgets::TextField *m_name;
    QCheckBox *m_mandate;
    QComboBox *m_firstDocument;
    QComboBox *m_secondDocument;
    QCheckBox *m_questioned;
    widgets::TextField *m_paper;
};

} // namespace moves
