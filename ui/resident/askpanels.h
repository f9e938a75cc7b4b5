#pragma once

#include "desk/taxviews.h"
#include "desk/visit.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace widgets {
class ChoiceList;
class TextField;
} // namespace widgets

namespace resident {

/// The purpose of the visit does not fit the file: one that does is asked for (地方税法 第22条).
class PurposePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit PurposePanel(QWidget *parent = nullptr);
    void setPurposes(const QList<desk::Purpose> &purposes);
    void takeFocus();

Q_SIGNALS:
    /// Code of the purpose.
    void chosen(const QString &purpose);

private:
    QList<desk::Purpose> m_purposes;
    widgets::ChoiceList *m_list;
    QLabel *m_none;
};

/// On the telephone: what the caller said of himself that agrees with the record. Number keys set
/// the marks.
class CallerPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit CallerPanel(QWidget *parent = nullptr);
    /// Nothing is marked at first.
    void start();
    void takeFocus();

Q_SIGNALS:
    void told(const desk::CallerCheck &check);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void judge();

    QList<QCheckBox *> m_marks; ///< name, birth date, address, number
    widgets::TextField *m_note;
    QLabel *m_problem;
    QPushButton *m_go;
};

} // namespace resident
