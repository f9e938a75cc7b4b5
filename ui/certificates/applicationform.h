#pragma once

#include "certificates/request.h"
#include "desk/certificatedesk.h"
#include "desk/record.h"
#include "desk/visit.h"

#include <QList>
#include <QWidget>

class QAbstractButton;
class QCheckBox;
class QComboBox;
class QScrollArea;
class QSpinBox;
class QVBoxLayout;

namespace widgets {
class EnterMoves;
class TextField;
} // namespace widgets

namespace certificates {

/// The application for 住民票の写し: whose, who asks, how identified, what is shown, how many.
class ApplicationForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ApplicationForm(const QList<desk::IdentityDocument> &documents,
                             QWidget *parent = nullptr);
    /// `chosen` is ticked; Enter on the last field goes to `end`.
    void setMembers(const desk::HouseholdView &household, base::PersonId chosen,
                    QAbstractButton *end);
    void setCaller(desk::Caller caller);
    [[nodiscard]] Request request() const;
    void takeFocus();
    /// The field with the focus stays visible in `area`, which holds this form.
    void keepInSight(QScrollArea *area);

Q_SIGNALS:
    /// A choice was made or a text field left.
    void changed();

private:
    void makeRequester();
    void makeIdentification(const QList<desk::IdentityDocument> &documents);
    void makeItems();
    void watch(QAbstractButton *box);
    void followMembers();
    void followRequester();

    base::HouseholdId m_household;
    widgets::EnterMoves *m_enterMoves = nullptr;
    QVBoxLayout *m_memberBoxes;
    QCheckBox *m_everybody;
    QVBoxLayout *m_column;
    QList<QPair<base::PersonId, QCheckBox *>> m_members;
    QComboBox *m_requester = nullptr;
    widgets::TextField *m_requesterName = nullptr;
    widgets::TextField *m_useOf = nullptr;
    QComboBox *m_firstDocument = nullptr;
    QComboBox *m_secondDocument = nullptr;
    QCheckBox *m_questioned = nullptr;
    QList<QPair<Item, QCheckBox *>> m_items;
    QSpinBox *m_copies = nullptr;
};

} // namespace certificates
