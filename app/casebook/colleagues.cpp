#include "app/casebook/colleagues.h"

#include "base/crypto.h"

using central::Right;
using namespace Qt::StringLiterals;

namespace casebook {

const QList<Colleague> &colleagues()
{
    // Rights in the order of their values, as a register answers them.
    static const QList<Right> enters{Right::Search, Right::History, Right::CheckEntry,
                                     Right::EnterMove};
    static const QList<Right> opens{Right::Search, Right::History, Right::OpenRestricted,
                                    Right::CheckEntry, Right::EnterMove};
    static const QList<Colleague> all{
        {.user = u"clerk"_s, .station = u"S0001"_s, .rights = enters},
        {.user = u"colleague"_s, .station = u"S0002"_s, .rights = enters},
        {.user = u"chief"_s, .station = u"S0003"_s, .rights = opens},
        {.user = u"deputy"_s, .station = u"S0004"_s, .rights = opens},
        {.user = readersUser(), .station = u"S0005"_s, .rights = {Right::Search}}};
    return all;
}

QString readersUser()
{
    return u"reader"_s;
}

QByteArray certificateOf(const QString &user)
{
    return base::crypto::sha256(user.toUtf8());
}

central::User accountOf(const Colleague &colleague, QDate lastDay)
{
    const QDate from(2020, 4, 1);
    central::User user{.id = colleague.user,
                       .name = u"見本　"_s + colleague.user,
                       .section = u"市民課"_s,
                       .role = central::Role::Clerk,
                       .grants = {},
                       .certificateFingerprint = certificateOf(colleague.user),
                       .passwordChangedOn = lastDay,
                       .validFrom = from,
                       .validTo = {}};
    for (const Right right : colleague.rights)
        user.grants.append({.right = right, .from = from, .to = {}});
    return user;
}

} // namespace casebook
