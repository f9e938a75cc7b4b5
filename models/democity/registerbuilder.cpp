#include "democity/registerbuilder.h"

#include "democity/specimennumbers.h"

namespace democity {

base::Result<Built> buildRegister(central::RegisterOwner &target, const CityOrder &order,
                                  const Progress &progress)
{
    auto maker = CityMaker::open(order);
    if (!maker)
        return base::fail(maker);
    Built built;
    Batch batch;
    while (maker->next(batch)) {
        std::vector<residents::SensitiveNumbers> numbers;
        numbers.reserve(static_cast<std::size_t>(batch.histories.size()));
        for (const auto &history : batch.histories) {
            built.states += static_cast<int>(history.size());
            numbers.push_back(numbersOf(history.last().id.person, history.last().kind, order.seed));
        }
        collect(built.specimens, batch, order.referenceDate);
        built.residents = maker->presentSoFar();
        built.persons += static_cast<int>(batch.histories.size());
        built.households += static_cast<int>(batch.households.size());
        built.restrictions += static_cast<int>(batch.restrictions.size());
        built.assessments += static_cast<int>(batch.assessments.size());
        built.ledgerRows += static_cast<int>(batch.ledger.size());
        built.pensions += static_cast<int>(batch.pensions.size());
        const auto added = target.add({.households = std::move(batch.households),
                                       .people = std::move(batch.histories),
                                       .restrictions = std::move(batch.restrictions),
                                       .assessments = std::move(batch.assessments),
                                       .ledger = std::move(batch.ledger),
                                       .taxpayers = std::move(batch.taxpayers),
                                       .pensions = std::move(batch.pensions),
                                       .notes = std::move(batch.notes),
                                       .contacts = std::move(batch.contacts)});
        if (!added)
            return base::fail(added);
        const auto numbered = target.addNumbers(numbers);
        if (!numbered)
            return base::fail(numbered);
        if (progress)
            progress(built);
    }
    const auto finished = target.finish();
    if (!finished)
        return base::fail(finished);
    return built;
}

} // namespace democity
