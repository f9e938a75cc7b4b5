#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "desk/door.h"
#include "ui/widgets/page.h"

#include <QFuture>

#include <functional>
#include <memory>

namespace signin {

class TwoFactorForm;

using SignIn = std::function<QFuture<base::Result<std::shared_ptr<desk::Desk>>>(
    base::Secret password, base::Secret pin)>;

/// Card in, password, PIN. Says that use is logged and identifies people (LG-14).
class SignInPage final : public widgets::Page
{
    Q_OBJECT

public:
    SignInPage(const desk::DoorView &place, SignIn signIn, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Sign in"); }
    [[nodiscard]] QString helpName() const override { return QStringLiteral("signin"); }
    [[nodiscard]] QList<widgets::KeyHint> keys() const override;
    void press(int key) override;
    void arrive() override;
    void showToken(const desk::TokenView &token);

Q_SIGNALS:
    void signedIn(std::shared_ptr<desk::Desk> desk);

private:
    QWidget *makePlace(const desk::DoorView &place);
    QWidget *makeForm();
    void signIn(base::Secret password, base::Secret pin);

    SignIn m_signIn;
    TwoFactorForm *m_form = nullptr;
};

} // namespace signin
