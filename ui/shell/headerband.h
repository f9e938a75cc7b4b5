#pragma once

#include "desk/clerk.h"
#include "desk/visit.h"
#include "ui/widgets/page.h"

#include <QFrame>

#include <optional>

class QLabel;

namespace widgets {
class BadgeRow;
}

namespace shell {

/// 研修: over everything, as long as the register is one for training.
class TrainingBand final : public QFrame
{
    Q_OBJECT

public:
    explicit TrainingBand(QWidget *parent = nullptr);
};

/// Always in sight: the visit and the clerk; below, when a record is open, who it is about.
class HeaderBand final : public QWidget
{
    Q_OBJECT

public:
    explicit HeaderBand(QWidget *parent = nullptr);
    void setClerk(const desk::Clerk &clerk);
    void setVisit(const std::optional<desk::Visit> &visit);
    void setTitle(const QString &title);
    void setSubject(const std::optional<widgets::Subject> &subject);

private:
    QLabel *m_title;
    QLabel *m_number;
    QLabel *m_purpose;
    QLabel *m_caller;
    QLabel *m_clerk;
    QLabel *m_place;
    QFrame *m_person;
    QLabel *m_name;
    QLabel *m_kana;
    QLabel *m_details;
    QLabel *m_personNumber;
    QLabel *m_state;
    widgets::BadgeRow *m_badges;
};

} // namespace shell
