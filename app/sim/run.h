#pragma once

#include "app/sim/registerhost.h"
#include "app/sim/station.h"
#include "app/sim/work.h"

#include <QTemporaryDir>

#include <functional>
#include <optional>

namespace sim {

/// What a seed came to.
struct SeedReport
{
    std::optional<Failure> failure;
    int step = 0; ///< at which it was found; steps + 1 = after quiet
    QString stepWords;
    FaultCounts counts;
    int looks = 0; ///< of readers while their replica was being written
};

/// One seed: the same choices, faults and answers each time it is run.
class Run final
{
public:
    struct Parts
    {
        quint64 seed = 0;
        Plant plant = Plant::None;
        QString made;   ///< what City::make() made
        QString folder; ///< empty, for this run
        /// Told of each step; may be empty.
        std::function<void(int step, const QString &words)> tell;
    };
    explicit Run(Parts parts);
    ~Run();
    Q_DISABLE_COPY_MOVE(Run)

    [[nodiscard]] SeedReport run();

    static constexpr int steps = 60;

private:
    struct Place
    {
        std::unique_ptr<Machine> machine;
        std::unique_ptr<Station> station;
    };
    [[nodiscard]] QString step();
    [[nodiscard]] QString stationStep(Station &station);
    [[nodiscard]] QString userStep(Station &station);
    [[nodiscard]] base::Result<> syncWatched(Station &station);
    [[nodiscard]] QString registerStep();
    [[nodiscard]] QString faultStep();
    [[nodiscard]] QString wireFault(Machine &machine);
    [[nodiscard]] QString diskFault(Machine &machine);
    [[nodiscard]] QString moveHousehold();
    /// What happened unseen during a step: a program ended, a late request comes in.
    void afterStep();
    void comeIn();
    void quiet();
    void quietRound(int round);
    [[nodiscard]] static QStringList waitingUsers(Station &station);
    [[nodiscard]] static QStringList deciders(Station &station, journal::DecisionState state);
    [[nodiscard]] bool mayDecideAnew(int round);
    void visit(Station &station, const QString &user);

    Parts m_parts;
    democity::Random m_choices;
    TrueClock m_clock;
    Truth m_truth;
    FaultCounts m_counts;
    PlantState m_plant;
    std::unique_ptr<RegisterHost> m_host;
    QList<std::function<void()>> m_delayed;
    std::vector<Place> m_places;
    Work m_work;
    bool m_mayDecideAnew = false; ///< in the quiet: what was lost has been offered
    int m_moves = 0;
    int m_looks = 0;
};

} // namespace sim
