#pragma once

#include "base/owner.h"
#include "token/token.h"
#include "token/tokensettings.h"

#include <QMutex>

#include <memory>

class QTimer;

namespace token {

class CardReader;

/// The card behind madoguchi-token. Looks for it every TokenSettings::pollMs in a thread of its
/// own, in which every call is done too; each waits for the one before it.
class TokenProcess final : public Token
{
    Q_OBJECT

public:
    explicit TokenProcess(TokenSettings settings);
    ~TokenProcess() override;

    [[nodiscard]] TokenView view() const override;
    base::Result<> login(const base::Secret &pin) override;
    base::Result<base::Secret> derive(const QByteArray &point) override;
    base::Result<QByteArray> sign(const QByteArray &digest) override;
    base::Result<> logout() override;
    /// Looks now instead of at the next poll, and waits for it.
    void lookNow();

private:
    mutable QMutex m_mutex;
    TokenView m_view;
    std::unique_ptr<CardReader> m_reader;
    std::unique_ptr<QTimer> m_timer;
    base::Worker m_worker;
};

} // namespace token
