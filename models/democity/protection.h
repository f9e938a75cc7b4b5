#pragma once

#include "democity/random.h"
#include "democity/story.h"

namespace democity {

/// Puts restrictions on people (municipal-facts.md 4.12, 12): about 0.3 % are subjects of 支援措置,
/// of one person or of the household, some 仮, some not renewed and still in force; a few of other
/// kinds and a few that a decision has ended.
class Protection final
{
public:
    void consider(const Told &told, QDate today, Random &random,
                  QList<residents::Restriction> &restrictions);

private:
    enum class Case { Household, Person, Provisional, NotRenewed, Ended, CardLost, Other, Count };
    [[nodiscard]] residents::Restriction made(Case which, const Told &told, QDate today,
                                              Random &random);
    int m_considered = 0;
    qint64 m_lastId = 0;
};

} // namespace democity
