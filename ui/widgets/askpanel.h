#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace widgets {

class TextField;

/// A question within the page, never a window of its own: do it, with a reason where one is needed,
/// or leave it. Esc is the page's: it calls close().
class AskPanel final : public QFrame
{
    Q_OBJECT

public:
    struct Question
    {
        QString title;
        QString means;           ///< what will happen
        QString doIt;            ///< words of the button
        bool needsReason = true; ///< otherwise no field is shown
        QString reasonName = {}; ///< empty: "Reason"
    };

    explicit AskPanel(QWidget *parent = nullptr);
    /// Shows itself and takes the focus.
    void ask(const Question &question);
    /// False when nothing was asked.
    bool close();

Q_SIGNALS:
    /// The reason is empty where none was asked for.
    void agreed(const QString &reason);
    void closed();

private:
    void judge();

    bool m_needsReason = true;
    QLabel *m_title;
    QLabel *m_means;
    QLabel *m_caption;
    TextField *m_reason;
    QLabel *m_problem;
    QPushButton *m_leave;
    QPushButton *m_doIt;
};

} // namespace widgets
