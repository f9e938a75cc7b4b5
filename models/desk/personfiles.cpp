#include "desk/personfiles.h"

#include "certificates/rules.h"

#include <algorithm>

using base::Result;
using certificates::FormKind;
using certificates::Item;
using certificates::Request;
using residents::Place;
using residents::Places;

namespace desk {
namespace {

/// The places of his present state that this paper prints.
Places printedPlaces(const Request &request)
{
    Places places;
    if (!certificates::isThirdParty(request.requester))
        places |= Places(Place::BeforeMoveIn) | Place::Remarks;
    if (request.items.testFlag(Item::History))
        places |= Place::Former;
    if (request.form == FormKind::Removed)
        places |= Places(Place::Address) | Place::Planned | Place::Confirmed;
    return places;
}

bool belongsTo(const residents::HouseholdRecord &household, base::SnapshotId state)
{
    for (const auto *list : {&household.members, &household.formerMembers}) {
        for (const auto &record : *list) {
            if (record.snapshot.id == state)
                return true;
        }
    }
    return false;
}

/// His former states; a place of any of them that was left out is one the table would print.
Result<> readFormer(cache::CacheReader &reader, base::PersonId person, CertificateBasis &basis)
{
    const auto lines = reader.history(person);
    if (!lines)
        return base::fail(lines);
    for (const auto &line : *lines) {
        if (line.current)
            continue;
        auto state = reader.stateOf({person, line.version});
        if (!state)
            return base::fail(state);
        basis.placeWithheld = basis.placeWithheld || state->withheld.testFlag(Place::Address);
        basis.file->former.append(std::move(state->snapshot));
    }
    return {};
}

/// The state that his 転出届 made, if the present one is not that itself. What came of another life
/// is no word of this one.
Result<> readNotice(cache::CacheReader &reader, certificates::PersonFile &file)
{
    if (!certificates::isOfTheMoveOut(file.person) || certificates::isNotice(file.person))
        return {};
    auto lines = reader.history(file.person.id.person);
    if (!lines)
        return base::fail(lines);
    std::sort(lines->begin(), lines->end(),
              [](const auto &one, const auto &other) { return one.version > other.version; });
    for (const auto &line : std::as_const(*lines)) {
        if (line.current)
            continue;
        const auto state = reader.stateOf({file.person.id.person, line.version});
        if (!state)
            return base::fail(state);
        if (certificates::isNotice(state->snapshot))
            file.notice = state->snapshot;
        if (file.notice || !certificates::isOfTheMoveOut(state->snapshot))
            break;
    }
    return {};
}

Result<> readFile(cache::CacheReader &reader, const Request &request, QDate day,
                  CertificateBasis &basis)
{
    const base::PersonId person = request.persons.first();
    auto answer = reader.person(person, day);
    if (!answer) // a number that nobody has: judge() says so
        return answer.error().code == base::ErrorCode::ResidentUnknown ? Result<>()
                                                                       : base::fail(answer);
    if (!belongsTo(basis.household, answer->record.snapshot.id))
        return {};
    basis.addressHidden = basis.addressHidden || answer->addressHidden;
    basis.placeWithheld = (answer->withheld & printedPlaces(request)) != Places{};
    basis.file = certificates::PersonFile{std::move(answer->record.snapshot), {}};
    if (request.form == FormKind::Removed) {
        if (const auto read = readNotice(reader, *basis.file); !read)
            return base::fail(read);
    }
    return request.items.testFlag(Item::History) ? readFormer(reader, person, basis) : Result<>();
}

} // namespace

Result<CertificateBasis> readForCertificate(cache::CacheReader &reader, const Request &request,
                                            QDate day)
{
    auto household = reader.household(request.household, day);
    if (!household)
        return base::fail(household);
    CertificateBasis basis{.household = std::move(household->record),
                           .file = {},
                           .addressHidden = household->addressHidden};
    for (const base::PersonId person : request.persons) {
        if ((household->withheld.value(person) & printedPlaces(request)) != Places{})
            basis.placeWithheld = true;
    }
    if (!certificates::isForOnePerson(request.form) || request.persons.size() != 1)
        return basis;
    if (const auto read = readFile(reader, request, day, basis); !read)
        return base::fail(read);
    return basis;
}

} // namespace desk
