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

class MemberChoice;

/// The application for 住民票の写し or 除票の写し: which paper, whose, who asks, how identified,
/// what is shown, how many.
class ApplicationForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ApplicationForm(const QList<desk::IdentityDocument> &documents,
                             QWidget *parent = nullptr);
    /// `chosen` is ticked; of somebody removed the paper is 除票. Enter on the last field goes to
    /// `end`.
    void setMembers(const desk::HouseholdView &household, base::PersonId chosen,
                    QAbstractButton *end);
    void setCaller(desk::Caller caller);
    /// 個人番号 and 住民票コード can be chosen, by those entitled to a copy with them.
    void offerNumbers(bool offered);
    [[nodiscard]] Request request() const;
    void takeFocus();
    /// The field with the focus stays visible in `area`, which holds this form.
    void keepInSight(QScrollArea *area);

Q_SIGNALS:
    /// A choice was made or a text field left.
    void changed();

private:
    void makeForm();
    void makeRequester();
    void makeIdentification(const QList<desk::IdentityDocument> &documents);
    void makeItems();
    void watch(QAbstractButton *box);
    void followForm();
    void followRequester();
    void followNumbers();
    [[nodiscard]] FormKind form() const;

    base::HouseholdId m_household;
    widgets::EnterMoves *m_enterMoves = nullptr;
    QVBoxLayout *m_column;
    QComboBox *m_kind = nullptr;
    MemberChoice *m_members = nullptr;
    QComboBox *m_requester = nullptr;
    widgets::TextField *m_requesterName = nullptr;
    widgets::TextField *m_useOf = nullptr;
    QComboBox *m_firstDocument = nullptr;
    QComboBox *m_secondDocument = nullptr;
    QCheckBox *m_questioned = nullptr;
    QList<QPair<Item, QCheckBox *>> m_items;
    bool m_numbers = false;
    QSpinBox *m_copies = nullptr;
};

} // namespace certificates
