#include "calendar/dateinput.h"

#include "calendar/dateparts.h"
#include "calendar/unknowndate.h"

#include <QRegularExpression>

namespace calendar {

using base::ErrorCode;
using base::fail;

namespace {

constexpr qsizetype longest = 64;

DateReading fault(DateFault why)
{
    return {.fault = why, .date = {}, .suggestion = {}};
}

/// One way to write a date: era word, year, month, day stand in the groups e, y, m, d.
struct Form
{
    QRegularExpression pattern;
    bool bare = false; ///< takes the field's default era
};

const QList<Form> &forms()
{
    static const QList<Form> all = [] {
        const QString era = QStringLiteral("(?<e>明治|大正|昭和|平成|令和|[明大昭平令]|[MTSHR])");
        const QString gap = QStringLiteral("(?:[./\\-‐−–ー・,]|\\s)\\s*");
        const QString rest =
            QStringLiteral(
                "(?:(?:年\\s*|%1)(?<m>[0-9]{1,2})(?:(?:月\\s*|%1)(?<d>[0-9]{1,2})日?|月)?|年)?")
                .arg(gap);
        const QString packed = QStringLiteral("(?<y>[0-9]{2})(?<m>[0-9]{2})(?<d>[0-9]{2})");
        const auto whole = [](const QString &pattern) {
            return QRegularExpression(u'^' + pattern + u'$');
        };
        return QList<Form>{
            {whole(era + QStringLiteral("\\s*[./\\-]?\\s*(?<y>元|[0-9]{1,2})") + rest), false},
            {whole(era + packed), false},
            {whole(QStringLiteral("(?<k>[0-9])") + packed), false},
            {whole(QStringLiteral("(?:西暦)?(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})")), false},
            {whole(QStringLiteral("(?:西暦)?\\s*(?<y>[0-9]{4})") + rest), false},
            {whole(packed), true},
            {whole(QStringLiteral("(?<y>元|[0-9]{1,2})") + rest), true},
        };
    }();
    return all;
}

std::optional<Era> eraByDigit(const Eras &eras, int digit, EraDigits digits)
{
    for (const Era &era : eras.all()) {
        if ((digits == EraDigits::Resident ? era.digit : era.pensionDigit) == digit)
            return era;
    }
    return std::nullopt;
}

DateReading readForm(const Form &form, const QRegularExpressionMatch &match, const DateRules &rules,
                     const Eras &eras)
{
    const auto part = [&match](const QString &name) { return match.capturedView(name); };
    DateParts parts{.era = std::nullopt,
                    .year = yearNumber(part(QStringLiteral("y"))),
                    .month = part(QStringLiteral("m")).toInt(),
                    .day = part(QStringLiteral("d")).toInt()};
    const bool zero = (!part(QStringLiteral("m")).isEmpty() && parts.month == 0) ||
                      (!part(QStringLiteral("d")).isEmpty() && parts.day == 0);
    if (zero)
        return fault(DateFault::NoSuchDay);
    const QString era = match.captured(QStringLiteral("e"));
    const QStringView key = part(QStringLiteral("k"));
    if (form.bare) {
        parts.era = eras.byName(rules.defaultEra);
        if (!parts.era)
            return fault(DateFault::EraMissing);
    } else if (!key.isEmpty()) {
        parts.era = eraByDigit(eras, key.toInt(), rules.digits);
        if (!parts.era)
            return fault(DateFault::Unreadable);
    } else if (!era.isEmpty()) {
        parts.era = eras.byName(era);
        if (!parts.era)
            return fault(DateFault::Unreadable);
    }
    DateReading reading = resolve(parts, eras);
    if (reading.fault == DateFault::NoSuchDay && rules.unknownAllowed && parts.day >= 29 &&
        parts.day <= 31 && parts.month >= 1 && parts.month <= 12) {
        // 暦上日でない日 (29 February of a common year) is registered as the document bears it.
        parts.day = 0;
        reading = resolve(parts, eras);
        if (reading.ok()) {
            reading.date = {.text = QStringLiteral("?"),
                            .earliest = reading.date.latest,
                            .latest = reading.date.latest.addDays(1),
                            .precision = Precision::Day};
        }
    }
    return reading;
}

} // namespace

DateReading readDate(QStringView typed, const DateRules &rules, const Eras &eras)
{
    const QString asTyped = typed.first(std::min(typed.size(), longest * 2)).trimmed().toString();
    if (asTyped.isEmpty())
        return fault(typed.size() > longest ? DateFault::TooLong : DateFault::Empty);
    if (typed.size() > longest)
        return fault(DateFault::TooLong);
    static const QRegularExpression weekday(
        QStringLiteral("\\s*\\([月火水木金土日](?:曜日?)?\\)$"));
    static const QRegularExpression spaces(QStringLiteral("\\s+"));
    QString plain = asTyped.normalized(QString::NormalizationForm_KC).toUpper().trimmed();
    plain.remove(weekday);

    if (saysUnknown(plain)) {
        QString closed = plain;
        DateReading unknown = readUnknown(closed.remove(spaces), eras);
        if (unknown.ok() && !rules.unknownAllowed)
            return fault(DateFault::UnknownRefused);
        unknown.date.text = unknown.ok() ? asTyped : QString();
        return unknown;
    }
    for (const Form &form : forms()) {
        const QRegularExpressionMatch match = form.pattern.match(plain);
        if (!match.hasMatch())
            continue;
        DateReading reading = readForm(form, match, rules, eras);
        if (!reading.ok())
            return reading;
        const bool day = reading.date.precision == Precision::Day;
        if (!day && rules.wholeDayOnly)
            return fault(DateFault::NotWhole);
        if (!day || !reading.date.text.isEmpty())
            reading.date.text = asTyped;
        return reading;
    }
    return fault(DateFault::Unreadable);
}

base::Result<PartialDate> parseDate(QStringView typed, const DateRules &rules)
{
    const DateReading reading = readDate(typed, rules);
    if (reading.ok())
        return reading.date;
    const ErrorCode code = reading.fault == DateFault::TooLong ? ErrorCode::ConditionTooLong
                                                               : ErrorCode::ConditionUnreadable;
    return fail(code, faultName(reading.fault));
}

QString faultName(DateFault fault)
{
    switch (fault) {
    case DateFault::None:
        return QStringLiteral("None");
    case DateFault::Empty:
        return QStringLiteral("Empty");
    case DateFault::TooLong:
        return QStringLiteral("TooLong");
    case DateFault::Unreadable:
        return QStringLiteral("Unreadable");
    case DateFault::NoSuchDay:
        return QStringLiteral("NoSuchDay");
    case DateFault::EraOver:
        return QStringLiteral("EraOver");
    case DateFault::EraNotBegun:
        return QStringLiteral("EraNotBegun");
    case DateFault::EraMissing:
        return QStringLiteral("EraMissing");
    case DateFault::NotWhole:
        return QStringLiteral("NotWhole");
    case DateFault::UnknownRefused:
        return QStringLiteral("UnknownRefused");
    }
    return {};
}

} // namespace calendar
