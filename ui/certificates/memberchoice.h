#pragma once

#include "certificates/request.h"
#include "desk/record.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace certificates {

/// Whose certificate: members of the household, or for a 除票 those removed from it. A paper for
/// one person has one tick at most.
class MemberChoice final : public QWidget
{
    Q_OBJECT

public:
    explicit MemberChoice(QWidget *parent = nullptr);
    /// `chosen` is ticked where he can be.
    void setMembers(const desk::HouseholdView &household, base::PersonId chosen);
    void setForm(FormKind form);
    [[nodiscard]] QList<base::PersonId> persons() const;
    /// In order; those the present form does not offer are hidden.
    [[nodiscard]] QList<QWidget *> fields() const;

Q_SIGNALS:
    void changed();

private:
    struct Member
    {
        base::PersonId id;
        QCheckBox *box = nullptr;
        bool resident = true; ///< can have 住民票の写し
        bool removed = false; ///< can have 除票の写し
    };
    void add(const desk::MemberLine &line, const QString &name);
    [[nodiscard]] bool isOffered(const Member &member) const;
    void follow(const QCheckBox *changedBox);

    FormKind m_form = FormKind::Household;
    base::PersonId m_chosen;
    QList<Member> m_members;
    QVBoxLayout *m_boxes;
    QCheckBox *m_everybody;
    QLabel *m_nobody;
};

} // namespace certificates
