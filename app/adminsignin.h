#pragma once

#include "app/frontroom.h"
#include "app/office.h"

#include <QString>

#include <memory>

namespace app {

/// madoguchi-admin goes through the same door as the window: card, password, PIN, log row.
class AdminSignIn final
{
public:
    struct Order
    {
        QString settingsFile;
        QString credentialsFile; ///< training only; empty = ask on the terminal
        QString user;            ///< whose credentials
    };
    [[nodiscard]] static base::Result<std::unique_ptr<AdminSignIn>> open(const Order &order);
    /// Signs out: the last row and checkpoint are written.
    ~AdminSignIn();
    Q_DISABLE_COPY_MOVE(AdminSignIn)

    [[nodiscard]] Office &office() { return Office::of(*m_desk); }
    [[nodiscard]] desk::Desk &desk() { return *m_desk; }
    [[nodiscard]] FrontRoom &frontRoom() { return *m_room; }

private:
    AdminSignIn() = default;
    std::unique_ptr<FrontRoom> m_room;
    std::shared_ptr<desk::Desk> m_desk;
};

/// Reads a line from the terminal without showing it. Empty when there is no terminal.
[[nodiscard]] base::Secret askHidden(const char *prompt);

} // namespace app
