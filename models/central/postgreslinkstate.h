#pragma once

#include "base/owner.h"
#include "central/apisession.h"

namespace central {

/// Everything here is touched in the thread "register" only.
struct PostgresLink::State
{
    explicit State(PostgresPlace place)
        : api(std::make_unique<ApiSession>(std::move(place)))
    {
    }
    std::unique_ptr<ApiSession> api;
    base::Worker thread{QStringLiteral("register")};
};

} // namespace central
