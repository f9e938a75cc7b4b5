// RegisterWatch: what a person has to see to.
#include "central/registerwatch.h"

#include "central/pgconnection.h"
#include "central/revocationlist.h"

namespace central {

using base::Result;
using namespace Qt::StringLiterals;

namespace {

/// A file of certificates or lists, taken apart; the file itself when it is not PEM.
QList<QByteArray> blocksOf(const QByteArray &file)
{
    QList<QByteArray> all;
    QByteArray rest = file;
    for (qsizetype end = rest.indexOf("-----END"); end >= 0; end = rest.indexOf("-----END")) {
        const qsizetype line = rest.indexOf('\n', end);
        all.append(rest.left(line));
        rest.remove(0, line < 0 ? rest.size() : line + 1);
    }
    return all.isEmpty() ? QList<QByteArray>{file} : all;
}

struct Kind
{
    QString setting;
    QString alarm;
    QString what;
};

const Kind &kindOf(const QString &setting)
{
    static const Kind all[] = {
        {u"ssl_ca_file"_s, u"certificate"_s, u"the authority's certificate"_s},
        {u"ssl_cert_file"_s, u"certificate"_s, u"the server's certificate"_s},
        {u"ssl_crl_file"_s, u"revocations"_s, u"the list of revoked certificates"_s},
    };
    for (const auto &kind : all) {
        if (kind.setting == setting)
            return kind;
    }
    return all[0];
}

} // namespace

Result<QList<WatchAlarm>> endingCertificates(PgConnection &connection, int days)
{
    const auto files = connection.run(u"register/watch/certificates"_s);
    if (!files)
        return base::fail(files);
    QList<WatchAlarm> found;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int row = 0; row < files->rows(); ++row) {
        const Kind &kind = kindOf(files->text(row, 0));
        for (const QByteArray &block : blocksOf(files->bytes(row, 1))) {
            const auto ends = kind.alarm == u"revocations"_s ? endOfRevocationList(block)
                                                             : endOfCertificate(block);
            if (!ends)
                found.append({kind.alarm, kind.what + u" cannot be read"_s});
            else if (*ends <= now)
                found.append({kind.alarm, kind.what + u" has ended: nobody gets in"_s});
            else if (*ends < now.addDays(days))
                found.append(
                    {kind.alarm, u"%1 ends in %2 days: nobody gets in then"_s.arg(kind.what).arg(
                                     now.daysTo(*ends))});
        }
    }
    return found;
}

Result<QList<WatchAlarm>> RegisterWatch::alarms(const WatchLimits &limits)
{
    const auto ending = endingCertificates(m_connection, limits.certificateDays);
    if (!ending)
        return base::fail(ending);
    QList<WatchAlarm> found = m_sealAlarms + *ending;
    const auto standbys = m_connection.run(u"register/watch/standby"_s, {limits.lagSeconds});
    if (!standbys)
        return base::fail(standbys);
    for (int row = 0; row < standbys->rows(); ++row)
        found.append({u"standby"_s, standbys->text(row, 0)});
    const auto late = m_connection.run(u"register/watch/late"_s, {limits.logHours});
    if (!late)
        return base::fail(late);
    for (int row = 0; row < late->rows(); ++row)
        found.append({u"log-late"_s, late->text(row, 0) + u": station "_s + late->text(row, 1)});
    const auto forged = m_connection.run(u"register/watch/forged"_s);
    if (!forged)
        return base::fail(forged);
    for (int row = 0; row < forged->rows(); ++row)
        found.append({u"head-forged"_s,
                      u"%1: station %2, row %3"_s.arg(forged->text(row, 0), forged->text(row, 1))
                          .arg(forged->integer(row, 2))});
    const auto logging = m_connection.run(u"register/watch/logging"_s);
    if (!logging)
        return base::fail(logging);
    for (int row = 0; row < logging->rows(); ++row)
        found.append({u"server-log"_s, logging->text(row, 0)});
    return found;
}

} // namespace central
