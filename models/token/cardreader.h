#pragma once

#include "token/token.h"
#include "token/tokenpipe.h"
#include "token/tokensettings.h"

#include <QDeadlineTimer>

#include <functional>
#include <memory>

namespace token {

/// Looks after one module process and one card; lives in the token's thread. Never waits longer
/// than the settings allow; starts the process again after it hung or died.
class CardReader final
{
public:
    using Changed = std::function<void(const TokenView &)>;
    CardReader(TokenSettings settings, Changed changed);

    /// One look at the card: starts what must be started, tells what changed.
    void look();
    [[nodiscard]] base::Result<> login(const base::Secret &pin);
    [[nodiscard]] base::Result<base::Secret> derive(const QByteArray &point);
    [[nodiscard]] base::Result<QByteArray> sign(const QByteArray &digest);
    [[nodiscard]] base::Result<> logout();

private:
    base::Result<Answer> ask(wire::Operation operation, const base::Secret &payload);
    base::Result<Answer> askWithin(wire::Operation operation, const base::Secret &payload,
                                   int limitMs);
    /// Turns a CK_RV of a key's use into what it means at the counter.
    base::Result<base::Secret> keyAnswer(const base::Result<Answer> &answer) const;
    base::Result<> startModule();
    base::Result<> findCard();
    base::Result<> readCertificates(TokenView *card);
    base::Result<> mustBePresent() const;
    void takeFlags(std::uint32_t flags);
    void lose(base::ErrorCode why);
    void tell(TokenView view);

    TokenSettings m_settings;
    Changed m_changed;
    TokenView m_view;
    std::unique_ptr<TokenPipe> m_pipe;
    QDeadlineTimer m_nextStart;
    quint64 m_insertions = 0;
    bool m_loggedIn = false;
};

} // namespace token
