#pragma once

#include "democity/citymaker.h"
#include "democity/counterstory.h"
#include "democity/ledgerstory.h"
#include "democity/pensionstory.h"
#include "democity/story.h"
#include "democity/taxstory.h"

#include <memory>

namespace democity {

/// The files on tax, collection and pension of a city, and what its counter wrote down, household
/// by household. Each kind of trouble and each pension case goes to the first resident it fits, so
/// that a small city has them all.
class CityFiles final
{
public:
    /// TableUnreadable.
    [[nodiscard]] static base::Result<std::unique_ptr<CityFiles>> load(const CityOrder &order);
    /// Appends to the batch; a student of 20 and over becomes 第1号 in `told` as well.
    void tell(Told &told, const QList<residents::Restriction> &restrictions, Batch &batch);

private:
    CityFiles(const CityOrder &order, TaxStory tax, tables::Table rates);
    [[nodiscard]] Trouble troubleFor(const Taxpayer &who, bool plain, Random &random);
    [[nodiscard]] PensionCase caseFor(const Life &life, bool plain);
    [[nodiscard]] Taxpayer taxpayer(const Life &life, bool hidden, Random &random) const;

    CityOrder m_order;
    TaxStory m_tax;
    LedgerStory m_ledger;
    PensionStory m_pension;
    CounterStory m_counter;
    TaxCaseWanted m_taxWanted = TaxCaseWanted::Corrected;
    bool m_contradicted = false;
    QList<Trouble> m_troubles;  ///< not shown yet
    QList<PensionCase> m_cases; ///< not shown yet
};

} // namespace democity
