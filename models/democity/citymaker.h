#pragma once

#include "base/result.h"
#include "pension/record.h"
#include "residents/entry.h"
#include "residents/household.h"
#include "residents/person.h"
#include "residents/restriction.h"
#include "tax/assessment.h"
#include "tax/ledger.h"

#include <QDate>
#include <QList>

#include <memory>

namespace democity {

/// What city to make. The same order gives the same people, byte for byte, on every machine.
struct CityOrder
{
    int residents = 3000; ///< present ones; about 17 % former ones come on top
    quint64 seed = 1;
    QDate referenceDate = QDate(2026, 11, 1); ///< the city's today
    /// With the files on tax, collection and pension; without them the people alone, for what needs
    /// names and addresses only. Item 24 of students over 20 comes with the files.
    bool files = true;
};

struct Batch
{
    QList<residents::Household> households;
    /// One list a person: all states, oldest first, versions from 1 without gaps, last = current.
    QList<QList<residents::Snapshot>> histories;
    QList<residents::Restriction> restrictions;
    /// Persons whose name has a character that no registered font can print (for fault tests).
    QList<base::PersonId> withoutGlyph;
    /// By person, in order of 年度 and 履歴.
    QList<tax::Assessment> assessments;
    /// By person, in order of 納期限.
    QList<tax::LedgerRow> ledger;
    /// Of those with something beside their 期別.
    QList<tax::TaxpayerFile> taxpayers;
    QList<pension::PensionRecord> pensions;
    /// Persons one of whose assessments does not agree with itself, on purpose.
    QList<base::PersonId> contradictory;
    /// Each version one; their numbers begin at 1 in each city.
    QList<residents::Note> notes;
    QList<residents::Contact> contacts;
};

/// Makes a city that does not exist, household by household, in batches of about 1,000 persons;
/// memory does not grow with the size of the city.
class CityMaker final
{
public:
    /// TableUnreadable when a table of names or places cannot be read; ArgumentWrong for a number
    /// of residents outside 1 to 10,000,000.
    [[nodiscard]] static base::Result<CityMaker> open(const CityOrder &order);
    CityMaker(CityMaker &&other) noexcept;
    CityMaker &operator=(CityMaker &&other) noexcept;
    ~CityMaker();

    /// Fills `batch`; false when the city is complete and nothing was left to fill in.
    [[nodiscard]] bool next(Batch &batch);
    [[nodiscard]] int presentSoFar() const;

private:
    struct State;
    explicit CityMaker(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// The city's name, "あさぎり県みどり野市": there is no such prefecture.
[[nodiscard]] QString municipality();
/// 全国地方公共団体コード with a right check digit in a range that is not assigned: prefectures end
/// at 47, this one is 98.
[[nodiscard]] QString municipalityCode();

} // namespace democity
