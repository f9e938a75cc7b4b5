#pragma once

#include "central/entries.h"

#include <QDateTime>
#include <QHash>
#include <QMap>
#include <QString>

#include <optional>

namespace sim {

/// An invariant that did not hold, in words.
struct Failure
{
    QString invariant;
    QString words;
};

/// What the simulation itself knows, to hold the program against. Only the first failure counts:
/// what follows it may be its consequence.
class Truth final
{
public:
    void fail(const QString &invariant, const QString &words);
    [[nodiscard]] const std::optional<Failure> &failure() const { return m_failure; }

    /// A submission as a clerk filed it; found again by its marker, a text that no other has.
    struct Filed
    {
        QString uuid;
        QString marker;
        QString station;
        residents::EntryKind kind = residents::EntryKind::Note;
        bool accepted = false;  ///< by the register, in its files, at some time
        bool forgotten = false; ///< by the station: the register said that a backup holds it
    };
    void filed(const Filed &filed) { m_filed.insert(filed.uuid, filed); }
    void accepted(const QString &uuid);
    [[nodiscard]] const QMap<QString, Filed> &allFiled() const { return m_filed; }

    /// How often the register acknowledged a decision about the entry of this uuid, whoever heard
    /// of it: after a restore it may be decided anew.
    [[nodiscard]] int &decisionsOf(const QString &uuid) { return m_decided[uuid]; }

    /// The register gave these to somebody at a station. Fails when another holds one of them.
    struct Holder
    {
        int session = 0;
        QString who; ///< user and station: they go on in another session
        QDateTime until;
    };
    void locked(const Holder &holder, const QList<central::LockKey> &keys, const QDateTime &now);
    void unlocked(int session);
    void broken(central::LockKey key) { m_holders.remove(key); }
    /// The register was started anew: there are no sessions.
    void noLocks() { m_holders.clear(); }

    /// Another state of the register's files than the one that was last answered from.
    void newLineage() { ++m_lineage; }
    [[nodiscard]] int lineage() const { return m_lineage; }

private:
    std::optional<Failure> m_failure;
    QMap<QString, Filed> m_filed;
    QHash<QString, int> m_decided;
    QMap<central::LockKey, Holder> m_holders;
    int m_lineage = 1;
};

/// The text by which a submission is found again: of a note its text, of a contact 宛名, of a
/// restriction the reason.
[[nodiscard]] QString markerOf(const residents::Proposal &proposal);

} // namespace sim
