#pragma once

#include "app/sim/station.h"
#include "democity/random.h"

namespace sim {

/// What people at the stations do, chosen by the seed. Each answers what it did in words.
class Work final
{
public:
    explicit Work(democity::Random &choices)
        : m_choices(choices)
    {
    }

    /// A note, a contact or a restriction from what this station shows now; sometimes a draft.
    [[nodiscard]] QString enter(Station &station);
    /// Something of the user's own that waits for him: a draft is filed, a refused one filed again,
    /// what lost against another is discarded, what was never sent is taken back.
    [[nodiscard]] QString tidyOwn(Station &station);
    /// 照合 of what waits, or its withdrawal.
    [[nodiscard]] QString decide(Station &station);
    [[nodiscard]] QString lock(Station &station);
    /// Registers everything that waits and is not his own.
    static void decideAll(Station &station);

private:
    [[nodiscard]] static base::Result<> decide(Station &station, const central::Check &check);
    [[nodiscard]] residents::Proposal note(const RegisterView &view, QByteArray &before);
    [[nodiscard]] residents::Proposal contact(const RegisterView &view, QByteArray &before);
    [[nodiscard]] residents::Proposal restriction(const RegisterView &view, QByteArray &before);
    [[nodiscard]] QString marker(QLatin1StringView kind);
    /// People that several stations write about at once.
    [[nodiscard]] base::PersonId somebody();

    democity::Random &m_choices;
    int m_markers = 0;
};

} // namespace sim
