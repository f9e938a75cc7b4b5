#pragma once

#include "base/result.h"
#include "base/secret.h"
#include "desk/clerk.h"
#include "ui/widgets/page.h"

#include <QFuture>

#include <functional>

class QLabel;

namespace signin {

class TwoFactorForm;

using Unlock = std::function<QFuture<base::Result<>>(base::Secret password, base::Secret pin)>;

/// The closed screen: who is signed in and how to come back. Nothing of any resident.
class LockPage final : public widgets::Page
{
    Q_OBJECT

public:
    explicit LockPage(Unlock unlock, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Screen locked"); }
    [[nodiscard]] QString helpName() const override { return QStringLiteral("lock"); }
    [[nodiscard]] QList<widgets::KeyHint> keys() const override;
    void press(int key) override;
    void arrive() override;
    void showLock(const desk::Clerk &clerk, desk::LockReason reason);
    void showToken(const desk::TokenView &token);

Q_SIGNALS:
    void signOutAsked();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void unlock(base::Secret password, base::Secret pin);

    Unlock m_unlock;
    QLabel *m_who;
    QLabel *m_reason;
    TwoFactorForm *m_form;
};

} // namespace signin
