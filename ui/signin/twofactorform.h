#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "desk/clerk.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace widgets {
class MessageBar;
class SecretField;
} // namespace widgets

namespace signin {

/// The card's state, password, PIN and one button: for signing in and for opening a locked screen.
class TwoFactorForm final : public QWidget
{
    Q_OBJECT

public:
    using Submit = std::function<void(base::Secret password, base::Secret pin)>;

    TwoFactorForm(const QString &buttonWords, Submit submit, QWidget *parent = nullptr);
    void showToken(const desk::TokenView &token);
    void showError(const base::Error &error); ///< also ends the wait
    void setWaiting(const QString &words);    ///< until showError() or reset()
    void reset();
    void start(); ///< the focus goes to the password
    void submit();
    [[nodiscard]] bool isReady() const { return m_ready; }

Q_SIGNALS:
    void readyChanged();

private:
    void judge();
    void showCard();

    Submit m_submit;
    desk::TokenView m_token;
    bool m_waiting = false;
    bool m_ready = false;
    QLabel *m_cardIcon;
    QLabel *m_cardName;
    QLabel *m_cardState;
    QLabel *m_pinState;
    widgets::SecretField *m_password;
    widgets::SecretField *m_pin;
    QPushButton *m_button;
    widgets::MessageBar *m_message;
};

} // namespace signin
