#include "certificates/issuenumber.h"

#include <QStringList>

namespace certificates {

QString withoutPrefecture(const QString &municipality)
{
    for (const auto *prefecture : {u"東京都", u"北海道", u"京都府", u"大阪府"}) {
        const QStringView name(prefecture);
        if (municipality.startsWith(name) && municipality.size() > name.size())
            return municipality.sliced(name.size());
    }
    // 県 is at least the third character: 山県市 is a city. Made-up names may be longer.
    for (qsizetype at = 2; at < 7; ++at) {
        if (municipality.size() > at + 1 && municipality.at(at) == QChar(u'県'))
            return municipality.sliced(at + 1);
    }
    return municipality;
}

QString IssueNumber::series() const
{
    return QStringList{day.toString(QStringLiteral("yyyyMMdd")), withoutPrefecture(municipality),
                       station, printer}
        .join(QLatin1Char(' '));
}

QString IssueNumber::text() const
{
    return QStringLiteral("%1 %2").arg(series()).arg(serial, 3, 10, QLatin1Char('0'));
}

QString onPage(const QString &number, int page, int pages)
{
    return QStringLiteral("%1 %2/%3").arg(number).arg(page).arg(pages);
}

} // namespace certificates
