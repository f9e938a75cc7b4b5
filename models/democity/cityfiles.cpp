#include "democity/cityfiles.h"

#include "democity/duedates.h"

#include <algorithm>

namespace democity {

namespace {

constexpr quint64 ledgerStoryId = 0x6c6564676572ULL;
constexpr quint64 pensionStoryId = 0x70656e73696f6eULL;

/// Whether one of the restrictions in the batch touches the household or its head.
bool isRestricted(const Told &told, const QList<residents::Restriction> &restrictions)
{
    return std::any_of(restrictions.begin(), restrictions.end(), [&](const auto &one) {
        if (one.household == told.household.id)
            return true;
        return std::any_of(told.histories.begin(), told.histories.end(), [&](const auto &history) {
            return history.last().id.person == one.person;
        });
    });
}

} // namespace

CityFiles::CityFiles(const CityOrder &order, TaxStory tax, tables::Table rates)
    : m_order(order)
    , m_tax(std::move(tax))
    , m_ledger(order.referenceDate, m_tax.lastFiscalYear(), std::move(rates))
    , m_pension(order.referenceDate)
    , m_counter(order)
{
    for (int i = 1; i < static_cast<int>(Trouble::Count); ++i)
        m_troubles.append(Trouble(i));
    for (int i = 1; i < static_cast<int>(PensionCase::Count); ++i)
        m_cases.append(PensionCase(i));
}

base::Result<std::unique_ptr<CityFiles>> CityFiles::load(const CityOrder &order)
{
    auto story = TaxStory::load(order.referenceDate);
    if (!story)
        return base::fail(story);
    auto rates = tables::Table::load(QStringLiteral("late_charge_rates"));
    if (!rates)
        return base::fail(rates);
    return std::unique_ptr<CityFiles>(new CityFiles(order, std::move(*story), std::move(*rates)));
}

Trouble CityFiles::troubleFor(const Taxpayer &who, bool plain, Random &random)
{
    const Trouble drawn = LedgerStory::draw(random);
    if (plain && !who.left.isValid()) {
        for (qsizetype i = 0; i < m_troubles.size(); ++i) {
            if (m_ledger.fits(m_troubles[i], who))
                return m_troubles.takeAt(i);
        }
    }
    return m_ledger.fits(drawn, who) ? drawn : Trouble::None;
}

PensionCase CityFiles::caseFor(const Life &life, bool plain)
{
    for (qsizetype i = 0; plain && i < m_cases.size(); ++i) {
        if (m_pension.fits(m_cases[i], life))
            return m_cases.takeAt(i);
    }
    return PensionCase::Any;
}

Taxpayer CityFiles::taxpayer(const Life &life, bool hidden, Random &random) const
{
    Taxpayer who;
    who.person = life.person;
    who.born = life.born;
    who.came = life.came;
    who.left = life.left;
    who.died = life.died;
    who.ownsHouse = life.habits.ownsHouse;
    who.vehicles = life.habits.vehicles;
    // Who is protected has a ledger, so that its masks can be tried.
    if (hidden && life.ageOn(m_order.referenceDate) >= 18)
        who.vehicles = std::max(who.vehicles, 1);
    const bool elsewhere = random.chance(15);
    const residents::Snapshot &now = life.history->last();
    if (life.died)
        who.sendTo = QStringLiteral("相続人代表者");
    else if (life.left.isValid() && now.confirmedDestination)
        who.sendTo = now.confirmedDestination->address.street();
    else if (!life.left.isValid() && (hidden || elsewhere))
        who.sendTo = now.addressBeforeMoveIn.street();
    if (hidden && who.sendTo.isEmpty())
        who.sendTo = now.address.street();
    return who;
}

void CityFiles::tell(Told &told, const QList<residents::Restriction> &restrictions, Batch &batch)
{
    const QList<Life> lives = livesOf(told.histories, m_order.seed, m_tax.lastFiscalYear());
    const bool restricted = isRestricted(told, restrictions);
    m_counter.tell(told, restricted, batch);
    TaxCaseWanted none = TaxCaseWanted::Any;
    const QList<TaxStory::Told> taxes =
        m_tax.tell(lives, m_order.seed, restricted ? none : m_taxWanted);
    if (!m_contradicted && m_taxWanted == TaxCaseWanted::Any) {
        m_contradicted = true;
        m_taxWanted = TaxCaseWanted::Contradiction;
    }
    for (int i = 0; i < lives.size(); ++i) {
        const Life &life = lives[i];
        const bool plain = !restricted && !life.foreign && !taxes[i].contradictory;
        Random random(seedFor(m_order.seed, life.person, ledgerStoryId));
        Taxpayer who = taxpayer(life, restricted, random);
        who.assessments = taxes[i].assessments;
        batch.assessments.append(taxes[i].assessments);
        if (taxes[i].contradictory)
            batch.contradictory.append(life.person);
        const Trouble trouble = troubleFor(who, plain, random);
        LedgerTold ledger = m_ledger.tell(who, trouble, random);
        batch.ledger.append(ledger.rows);
        if (ledger.hasFile)
            batch.taxpayers.append(ledger.file);
        Random pensionRandom(seedFor(m_order.seed, life.person, pensionStoryId));
        const auto pension =
            m_pension.tell(life, caseFor(life, plain && trouble == Trouble::None), pensionRandom);
        if (!pension)
            continue;
        batch.pensions.append(*pension);
        // Item 24 of the resident record comes from this file.
        const pension::InsuredPeriod &running = pension->periods.last();
        residents::Entitlement &shown = told.histories[i].last().entitlements.pension;
        if (pension->insured && running.category == pension::Category::First &&
            shown.status.isEmpty())
            shown = {QStringLiteral("第１号"), running.acquiredOn};
    }
}

} // namespace democity
