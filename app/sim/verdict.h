#pragma once

#include "app/sim/registerhost.h"
#include "app/sim/station.h"

namespace sim {

/// What must hold when nothing goes wrong any more and everything has been sent.
class Verdict final
{
public:
    Verdict(Truth &truth, RegisterHost &host)
        : m_truth(truth)
        , m_host(host)
    {
    }
    /// Replica, log and outbox of a station whose users have all been there.
    void check(Station &station);
    /// After everybody offered again what a restore lost, and before anything is decided anew: what
    /// a station keeps as decided is.
    void checkDecisions(Station &station);
    /// The register itself, after all stations.
    void checkRegister();

private:
    void checkReplica(Station &station);
    void checkLog(Station &station);
    void checkOutbox(Station &station);

    Truth &m_truth;
    RegisterHost &m_host;
};

} // namespace sim
