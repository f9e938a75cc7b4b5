#include "democity/citymaker.h"

#include "democity/cityfiles.h"
#include "democity/numbering.h"
#include "democity/protection.h"
#include "democity/shapes.h"
#include "democity/story.h"

namespace democity {
namespace {
constexpr int peopleInABatch = 1000;
constexpr int mostResidents = 10'000'000;
/// Every shape stands once among the first households, so that a small city has all of them.
constexpr int showcase = static_cast<int>(Shape::Count);
/// From here on now and then a name that cannot be printed, a handful in a whole city.
constexpr int unprintableEvery = 40000;
constexpr int facilityEvery = 1500;
} // namespace

struct CityMaker::State
{
    CityOrder order;
    Names names;
    Places places;
    int household = 0; ///< how many have been made
    int present = 0;
    qint64 lastPerson = 0;
    Protection protection;
    std::unique_ptr<CityFiles> files;

    [[nodiscard]] Shape shapeFor(int index, Random &random) const
    {
        const int left = order.residents - present;
        Shape shape = drawShape(random);
        if (index < showcase)
            shape = Shape(index);
        else if (index % facilityEvery == facilityEvery / 2)
            shape = Shape::Facility;
        else if (index % unprintableEvery == 77)
            shape = Shape::Unprintable;
        if (left < mostOfAFamily && !isFormer(shape))
            return Shape::Single;
        return shape == Shape::Facility && left < 2 * mostOfAFacility ? Shape::Couple : shape;
    }

    void makeHousehold(Batch &batch)
    {
        const int index = household++;
        // Each household has a seed of its own.
        Random mixer(order.seed);
        Random random(mixer.next() ^ (static_cast<quint64>(index) * 0xd1342543de82ef95U));
        const Shape shape = shapeFor(index, random);
        const World world{names, places, order.referenceDate};
        const HouseholdPlan plan = planHousehold(shape, world, random);
        QList<base::PersonId> people;
        for (const auto &member : plan.members) {
            people.append(personNumber(++lastPerson));
            if (!member.leaving)
                ++present;
            if (member.unprintable)
                batch.withoutGlyph.append(people.last());
        }
        Told told = tell(plan, householdNumber(index + 1), people, order.referenceDate);
        protection.consider(told, order.referenceDate, random, batch.restrictions);
        if (files)
            files->tell(told, batch.restrictions, batch);
        batch.households.append(told.household);
        batch.histories.append(told.histories);
    }
};

base::Result<CityMaker> CityMaker::open(const CityOrder &order)
{
    const bool possible = order.residents >= 1 && order.residents <= mostResidents &&
                          order.referenceDate >= QDate(2026, 8, 1) &&
                          order.referenceDate.year() < 2100;
    if (!possible)
        return base::fail(base::ErrorCode::ArgumentWrong,
                          QStringLiteral("--residents is 1 to %1").arg(mostResidents));
    auto names = Names::load();
    if (!names)
        return base::fail(names);
    auto places = Places::load();
    if (!places)
        return base::fail(places);
    std::unique_ptr<CityFiles> files;
    if (order.files) {
        auto loaded = CityFiles::load(order);
        if (!loaded)
            return base::fail(loaded);
        files = std::move(*loaded);
    }
    return CityMaker(std::make_unique<State>(State{.order = order,
                                                   .names = std::move(*names),
                                                   .places = std::move(*places),
                                                   .household = 0,
                                                   .present = 0,
                                                   .lastPerson = 0,
                                                   .protection = {},
                                                   .files = std::move(files)}));
}

CityMaker::CityMaker(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}
CityMaker::CityMaker(CityMaker &&other) noexcept = default;
CityMaker &CityMaker::operator=(CityMaker &&other) noexcept = default;
CityMaker::~CityMaker() = default;

bool CityMaker::next(Batch &batch)
{
    batch = {};
    while (m_state->present < m_state->order.residents && batch.histories.size() < peopleInABatch)
        m_state->makeHousehold(batch);
    return !batch.households.isEmpty();
}

int CityMaker::presentSoFar() const
{
    return m_state->present;
}

} // namespace democity
