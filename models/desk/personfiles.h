#pragma once

#include "base/result.h"
#include "cache/cachereader.h"
#include "certificates/individual.h"
#include "certificates/request.h"
#include "residents/household.h"

#include <QDate>

#include <optional>

namespace desk {

/// What a certificate rests on, as the replica hands it out.
struct CertificateBasis
{
    residents::HouseholdRecord household;
    /// Of a paper for one person, when he is chosen and belongs (or belonged last) to the
    /// household.
    std::optional<certificates::PersonFile> file;
    bool addressHidden = false;
    /// The paper would print a place that was left out, because somebody hides there: it must not
    /// be printed with a gap either (municipal-facts.md 4.12).
    bool placeWithheld = false;
};

/// Reads the household, and for a paper for one person his states: former ones only for
/// certificates::Item::History, and of a 除票 the one that his 転出届 made. In the reader's thread;
/// checks and logs nothing.
[[nodiscard]] base::Result<CertificateBasis>
readForCertificate(cache::CacheReader &reader, const certificates::Request &request, QDate day);

} // namespace desk
