#include "certificates/terms.h"

#include <algorithm>
#include <array>

namespace certificates {
namespace {

/// Every wording that a certificate cannot do without.
const QStringList &neededWords()
{
    static const QStringList keys{
        QStringLiteral("title"),        QStringLiteral("certification.whole"),
        QStringLiteral("officer.post"), QStringLiteral("certification.part"),
        QStringLiteral("officer.name"), QStringLiteral("omitted"),
        QStringLiteral("unused"),       QStringLiteral("blank"),
    };
    return keys;
}

/// And those of the papers for one person.
QStringList wordsOf(FormKind form)
{
    const QStringList both{QStringLiteral("rest"), QStringLiteral("continued")};
    if (form == FormKind::Individual)
        return both + QStringList{QStringLiteral("title.individual"),
                                  QStringLiteral("certification.individual")};
    if (form == FormKind::Removed)
        return both + QStringList{QStringLiteral("title.removed"),
                                  QStringLiteral("certification.removed")};
    return {};
}

QString nameOf(RequesterKind requester)
{
    switch (requester) {
    case RequesterKind::Self:
        return QStringLiteral("Self");
    case RequesterKind::SameHousehold:
        return QStringLiteral("SameHousehold");
    case RequesterKind::Agent:
        return QStringLiteral("Agent");
    case RequesterKind::Official:
        return QStringLiteral("Official");
    case RequesterKind::ThirdParty:
        return QStringLiteral("ThirdParty");
    case RequesterKind::Professional:
        break;
    }
    return QStringLiteral("Professional");
}

constexpr std::array allRequesters{RequesterKind::Self,       RequesterKind::SameHousehold,
                                   RequesterKind::Agent,      RequesterKind::Official,
                                   RequesterKind::ThirdParty, RequesterKind::Professional};

base::Result<int> feeOf(const tables::Table &fees, QDate day, const QString &certificate,
                        RequesterKind requester)
{
    const auto row = fees.rowOn(day, {{QStringLiteral("certificate"), certificate},
                                      {QStringLiteral("requester"), nameOf(requester)}});
    if (!row)
        return base::fail(row);
    bool isNumber = false;
    const int yen = row->text(QStringLiteral("fee_yen")).toInt(&isNumber);
    if (!isNumber || yen < 0)
        return base::fail(base::ErrorCode::TableUnreadable,
                          QStringLiteral("fees line %1: fee_yen").arg(row->line));
    return yen;
}

} // namespace

base::Result<Terms> Terms::load(QDate day)
{
    const auto wording = tables::Table::load(QStringLiteral("wording"));
    if (!wording)
        return base::fail(wording);
    const auto fees = tables::Table::load(QStringLiteral("fees"));
    if (!fees)
        return base::fail(fees);
    const auto identity = tables::Table::load(QStringLiteral("identity"));
    if (!identity)
        return base::fail(identity);
    return from(*wording, *fees, *identity, day);
}

base::Result<Terms> Terms::from(const tables::Table &wording, const tables::Table &fees,
                                const tables::Table &identity, QDate day)
{
    if (const auto has = wording.needs({QStringLiteral("key"), QStringLiteral("text")}); !has)
        return base::fail(has);
    if (const auto has = identity.needs({QStringLiteral("code"), QStringLiteral("class")}); !has)
        return base::fail(has);
    if (const auto has = fees.needs({QStringLiteral("certificate"), QStringLiteral("requester"),
                                     QStringLiteral("fee_yen")});
        !has)
        return base::fail(has);

    Terms terms;
    QHash<QString, QDate> since;
    for (const auto &row : wording.rowsOn(day)) {
        const QString key = row.text(QStringLiteral("key"));
        if (since.contains(key) && row.validFrom < since.value(key))
            continue;
        since.insert(key, row.validFrom);
        terms.m_words.insert(key, row.text(QStringLiteral("text")));
    }
    for (const auto &key : neededWords()) {
        // 職名・氏名 and every other wording: a blank one is not allowed (municipal-facts.md 5.1).
        if (terms.m_words.value(key).isEmpty())
            return base::fail(base::ErrorCode::TableYearMissing,
                              QStringLiteral("wording: %1").arg(key));
    }
    for (const auto &row : identity.rowsOn(day))
        terms.m_identity.insert(row.text(QStringLiteral("code")),
                                row.number(QStringLiteral("class")));
    for (const auto requester : allRequesters) {
        const auto yen = feeOf(fees, day, QStringLiteral("resident"), requester);
        if (!yen)
            return base::fail(yen);
        terms.m_feesYen.insert(int(requester), *yen);
        const auto removed = feeOf(fees, day, QStringLiteral("removed"), requester);
        if (removed)
            terms.m_removedFeesYen.insert(int(requester), *removed);
        else if (removed.error().code != base::ErrorCode::TableYearMissing)
            return base::fail(removed);
    }
    terms.m_version = wording.version() + QLatin1Char(' ') + fees.version() + QLatin1Char(' ') +
                      identity.version();
    return terms;
}

int Terms::feeYen(RequesterKind requester, FormKind form) const
{
    return (form == FormKind::Removed ? m_removedFeesYen : m_feesYen).value(int(requester));
}

bool Terms::has(FormKind form) const
{
    if (form == FormKind::Removed && m_removedFeesYen.size() != qsizetype(allRequesters.size()))
        return false;
    const QStringList words = wordsOf(form);
    return std::none_of(words.begin(), words.end(),
                        [this](const QString &key) { return word(key).isEmpty(); });
}

} // namespace certificates
