#pragma once

#include "base/crypto.h"
#include "central/account.h"
#include "central/embeddedregister.h"
#include "residents/household.h"
#include "residents/person.h"

#include <QString>
#include <QStringList>

namespace sim {

/// A city of ten people and their office, always the same. Made once for all seeds: a seed begins
/// with a copy of its files.
class City final
{
public:
    /// Register, journals and a loaded replica below `folder`. Ends the program when it cannot:
    /// without it there is nothing to simulate.
    static void make(const QString &folder);
    /// Copies a part (register, or a station) of what make() made.
    static void copy(const QString &from, const QString &to);

    static constexpr int households = 4;
    static constexpr int people = 10;
    static constexpr int stations = 3;
    [[nodiscard]] static qint64 householdOf(qint64 person) { return (person - 1) % households + 1; }

    [[nodiscard]] static QString registerId();
    [[nodiscard]] static central::RegisterKeys registerKeys();
    [[nodiscard]] static base::Secret stationKey(const QString &station, const QString &label);
    [[nodiscard]] static base::crypto::KeyPair logKey(const QString &station);
    [[nodiscard]] static QString station(int index);
    /// The register as the simulation sees it from outside.
    [[nodiscard]] static QString watcherStation() { return QStringLiteral("S0009"); }
    [[nodiscard]] static QString watcher() { return QStringLiteral("watcher"); }
    [[nodiscard]] static QStringList clerks();
    [[nodiscard]] static QStringList checkers();
    [[nodiscard]] static central::SignInRequest signIn(const QString &user, const QString &station);
};

} // namespace sim
