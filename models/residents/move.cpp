#include "residents/move.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace residents {

namespace {

struct Known
{
    const char *name;
    MovementReason reason;
    MoveTraits traits;
};

using Place = MoveTraits::Place;

/// In the order of MoveKind.
constexpr std::array kinds{
    Known{"MoveWithin",
          MovementReason::MoveWithin,
          {.place = Place::Here, .anotherLife = true, .isReported = true}},
    Known{
        "MoveOutNotice", MovementReason::MoveOut, {.place = Place::Elsewhere, .mayLieAhead = true}},
    Known{"MoveOutRemoval",
          MovementReason::MoveOut,
          {.place = Place::ElsewhereIfKnown,
           .anotherLife = true,
           .ofPlanned = true,
           .ofTheOffice = true,
           .isReported = true}},
    Known{"MoveOutCancellation",
          MovementReason::CancellationIncrease,
          {.place = Place::None, .ofPlanned = true}},
    Known{"MoveIn",
          MovementReason::MoveIn,
          {.place = Place::Here, .anotherLife = true, .ofNewcomers = true, .isReported = true}},
};
static_assert(kinds.size() == std::size_t(MoveKind::Count));

} // namespace

QString moveKindName(MoveKind kind)
{
    return kind < MoveKind::Count ? QString::fromLatin1(kinds.at(std::size_t(kind)).name)
                                  : QString();
}

MoveKind moveKindFromName(const QString &name)
{
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (name == QLatin1StringView(kinds.at(i).name))
            return MoveKind(i);
    }
    return MoveKind::Count;
}

MovementReason reasonOf(MoveKind kind)
{
    return kinds.at(std::size_t(kind)).reason;
}

const MoveTraits &traitsOf(MoveKind kind)
{
    return kinds.at(std::size_t(kind)).traits;
}

Snapshot identityOf(const Snapshot &person)
{
    Snapshot known;
    known.id.person = person.id.person;
    known.kind = person.kind;
    known.name = person.name;
    known.bornOn = person.bornOn;
    known.sex = person.sex;
    known.registeredDomicile = person.registeredDomicile;
    known.domicileHead = person.domicileHead;
    known.foreign = person.foreign;
    return known;
}

qint64 threeItemsOf(const Snapshot &person)
{
    const QString items = fullName(person.name) + QLatin1Char('|') +
                          person.bornOn.earliest.toString(Qt::ISODate) + QLatin1Char('|') +
                          QString::number(int(person.sex));
    constexpr int digits = 15; // 60 bits
    const auto hash = QCryptographicHash::hash(items.toUtf8(), QCryptographicHash::Sha256);
    return hash.toHex().left(digits).toLongLong(nullptr, 16) | 1;
}

bool isMover(const Move &move, base::PersonId person)
{
    return std::any_of(move.movers.begin(), move.movers.end(),
                       [person](const MemberChange &mover) { return mover.person == person; });
}

bool isNoticed(const Move &move)
{
    if (move.cause == RemovalCause::ByPlace)
        return !move.address.municipality.isEmpty();
    return move.cause == RemovalCause::Noticed;
}

QList<base::PersonId> personsIn(const Move &move)
{
    QList<base::PersonId> persons;
    for (const auto *changes : {&move.movers, &move.others}) {
        for (const MemberChange &change : *changes)
            persons.append(change.person);
    }
    return persons;
}

QList<base::HouseholdId> householdsIn(const Move &move)
{
    if (move.to.id == move.from.id)
        return {move.from.id};
    return {move.from.id, move.to.id};
}

} // namespace residents
