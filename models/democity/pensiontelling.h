#pragma once

#include "democity/pensionstory.h"

#include <QLatin1StringView>

namespace democity {

/// One person's file while it is told: periods first, the rest fits into them.
class PensionTelling final
{
public:
    PensionTelling(const Life &life, QDate today, Random &random)
        : m_life(life)
        , m_today(today)
        , m_random(random)
    {
    }
    [[nodiscard]] std::optional<pension::PensionRecord> tell(PensionCase which);

private:
    struct Part
    {
        pension::Category category = pension::Category::First;
        QDate from;
        QLatin1StringView acquiredFor;
        QDate studiesUntil; ///< valid: a student at the begin
    };
    // pensiontelling.cpp
    [[nodiscard]] QList<Part> career(PensionCase which);
    void addLastParts(QList<Part> &parts, QDate from, PensionCase which);
    void makePeriods(const QList<Part> &parts, PensionCase which);
    void makeGaps(PensionCase which);
    void addVoluntary();
    void header();
    [[nodiscard]] QDate notified(QDate happened, int latePerMille);
    // pensiongrants.cpp
    void addGrants(PensionCase which);
    void addStudentYears(const pension::InsuredPeriod &period, QDate until);
    void addExemptions(const pension::InsuredPeriod &period, QDate from, PensionCase which);
    void addLegal(PensionCase which);
    void addMaternity(PensionCase which);
    void addAdditional(PensionCase which);
    void addClaims(PensionCase which);
    void addPapers(PensionCase which);
    void decide(pension::Exemption &exemption);
    [[nodiscard]] const pension::InsuredPeriod *runningFirst() const;

    const Life &m_life;
    QDate m_today;
    Random &m_random;
    pension::PensionRecord m_record;
    QDate m_at20; ///< 20歳到達: the day before the birthday
    QDate m_at60;
    QDate m_end;                 ///< today, 60 or the day he left, whichever is first
    QList<QDate> m_studiesUntil; ///< one a period; invalid = no studies
};

} // namespace democity
