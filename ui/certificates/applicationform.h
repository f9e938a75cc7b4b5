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
class QSpinBox;
class QVBoxLayout;

namespace widgets {
class TextField;
}

namespace certificates {

/// The application for 住民票の写し: whose, who asks, how identified, what is shown, how many.
class ApplicationForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ApplicationForm(const QList<desk::IdentityDocument> &documents,
                             QWidget *parent = nullptr);
    void setMembers(const desk::HouseholdView &household, base::PersonId chosen);
    void setCaller(desk::Caller caller);
    [[nodiscard]] Request request() const;
    void takeFocus();

Q_SIGNALS:
    void changed();

private:
    void makeRequester();
    void makeIdentification(const QList<desk::IdentityDocument> &documents);
    void makeItems();
    void watch(QAbstractButton *box);
    void followRequester();

    base::HouseholdId m_household;
    QVBoxLayout *m_memberBoxes;
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
