#pragma once

#include "desk/certificatedesk.h"
#include "ui/moves/formpart.h"

class QCheckBox;
class QComboBox;

namespace widgets {
class EraDateField;
class FormGrid;
class TextField;
} // namespace widgets

namespace moves {

/// The notice itself: the days, who gave it and how he was known, the number of the paper.
class NoticePanel final : public FormPart
{
    Q_OBJECT

public:
    NoticePanel(residents::MoveKind kind, const QList<desk::IdentityDocument> &documents,
                QDate today, QWidget *parent = nullptr);
    ~NoticePanel() override;
    Q_DISABLE_COPY_MOVE(NoticePanel)
    void fill(const residents::Move &move) override;
    void into(residents::Move &move) const override;
    /// 異動日, where it follows from something else; invalid: from nothing. What was typed stays.
    void proposeHappenedOn(QDate day);
    [[nodiscard]] QList<QWidget *> days() const;
    /// All but the days.
    [[nodiscard]] QList<QWidget *> fields() const override;
    [[nodiscard]] QWidget *fieldOf(const QString &rule) const override;
    [[nodiscard]] QWidget *firstUnreadable() const override;

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
