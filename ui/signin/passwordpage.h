#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "desk/passworddesk.h"
#include "ui/widgets/page.h"

#include <QFuture>

#include <functional>

class QLabel;
class QPushButton;

namespace widgets {
class MessageBar;
class SecretField;
} // namespace widgets

namespace signin {

class RuleList;

/// What the page needs of the desk.
struct PasswordChanging
{
    desk::PasswordRules rules;
    /// Which rules the new one does not keep; asked at every key.
    std::function<QList<desk::PasswordFault>(const base::Secret &present,
                                             const base::Secret &wanted)>
        faults;
    std::function<QFuture<base::Result<>>(base::Secret present, base::Secret pin,
                                          base::Secret wanted)>
        change;
    bool pinPad = false; ///< the PIN is typed on the reader
    bool forced = false; ///< nothing else opens until it is changed
};

/// The clerk changes his own password: the present one and the PIN, the new one twice, and which
/// rules it keeps while it is typed. Nothing of what is typed is ever shown.
class PasswordPage final : public widgets::Page
{
    Q_OBJECT

public:
    explicit PasswordPage(PasswordChanging changing, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Change of the password"); }
    [[nodiscard]] QString helpName() const override { return QStringLiteral("password"); }
    [[nodiscard]] QList<widgets::KeyHint> keys() const override;
    void press(int key) override;
    void arrive() override;

Q_SIGNALS:
    /// After a forced change: who goes on signs in with the new one.
    void signOutAsked();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeFields();
    QWidget *makeButtons();
    void judge();
    void submit();
    void showChanged();
    void clearAll();

    PasswordChanging m_changing;
    bool m_waiting = false;
    bool m_ready = false;
    bool m_changed = false;
    widgets::MessageBar *m_message;
    widgets::SecretField *m_present;
    widgets::SecretField *m_pin;
    widgets::SecretField *m_wanted;
    widgets::SecretField *m_again;
    QWidget *m_form = nullptr;
    RuleList *m_rules;
    QPushButton *m_button;
};

} // namespace signin
