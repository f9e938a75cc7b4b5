#pragma once

#include "entrywork.h"

// What stations remember of a day that the register then loses.
namespace entrywork {

using central::CheckAnswer;
using central::Decision;
using central::Offer;
using central::OffersApplied;

inline const QDateTime ten(QDate(2026, 11, 2), QTime(1, 0), Qt::UTC);

/// Two people at work, and what their stations remember of it.
class Remembering final
{
public:
    explicit Remembering(const QString &backend, const central::CityPart &city = nineHouseholds())
        : m_work(backend, city)
    {
    }
    QList<Offer> clerks;
    QList<Offer> chiefs;

    SubmissionAnswer submit(const QString &user, const Submission &sent)
    {
        later();
        const auto answer = link(user).submit(sent);
        if (!answer)
            qFatal("not submitted");
        offers(user).append(
            {.what = sent, .userId = user, .feedNumber = answer->feedNumber, .at = answer->at});
        return *answer;
    }
    CheckAnswer decide(const QString &user, const Check &check)
    {
        later();
        const auto answer = link(user).decide(check);
        if (!answer)
            qFatal("not decided");
        offers(user).append(
            {.what =
                 Decision{.uuid = answer->uuid, .outcome = check.outcome, .reason = check.reason},
             .userId = user,
             .feedNumber = answer->feedNumber,
             .at = answer->at});
        return *answer;
    }
    [[nodiscard]] QByteArray digest() { return *m_work.clerks().registerDigest(); }
    [[nodiscard]] Work &work() { return m_work; }

private:
    void later() { m_work.world().goTo(ten.addSecs(++m_minutes * 60)); }
    QList<Offer> &offers(const QString &user) { return user == clerk ? clerks : chiefs; }
    central::CentralLink &link(const QString &user)
    {
        return user == clerk ? m_work.clerks() : m_work.chiefs();
    }
    Work m_work;
    int m_minutes = 0;
};

inline OffersApplied applied(Work &work)
{
    const auto done = work.world().owner().applyOffers();
    if (!done)
        qFatal("not applied: %s", qPrintable(done.error().detail));
    return *done;
}

} // namespace entrywork
