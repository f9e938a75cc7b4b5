#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace widgets {
class TextField;
}

namespace resident {

/// Asks for the reason without which a protected record (支援措置) does not open. The reason goes
/// into the log (municipal-facts.md 4.12).
class ReasonPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ReasonPanel(QWidget *parent = nullptr);
    void takeFocus();

Q_SIGNALS:
    void given(const QString &reason);

private:
    void judge();

    widgets::TextField *m_reason;
    QLabel *m_problem;
    QPushButton *m_open;
};

} // namespace resident
