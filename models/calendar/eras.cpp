#include "calendar/eras.h"

#include "base/ensure.h"

namespace calendar {

using base::ErrorCode;
using base::fail;

namespace {

QString fullWidth(const QString &text)
{
    QString out = text;
    for (QChar &c : out) {
        if (c >= u'0' && c <= u'9')
            c = QChar(static_cast<char16_t>(c.unicode() - u'0' + u'０'));
    }
    return out;
}

QString inWords(const QString &year, QDate day)
{
    return QStringLiteral("%1年%2月%3日").arg(year).arg(day.month()).arg(day.day());
}

QString styled(const QString &words, QDate day, Style style)
{
    if (style == Style::Certificate)
        return fullWidth(words);
    return style == Style::ScreenWeekday ? words + weekdayMark(day) : words;
}

} // namespace

const Eras &Eras::shipped()
{
    static const Eras eras = [] {
        const auto table = tables::Table::load(QStringLiteral("eras"));
        base::ensure(table.has_value(), "eras.csv is compiled in and readable");
        auto loaded = load(*table);
        base::ensure(loaded.has_value(), "eras.csv holds eras");
        return *loaded;
    }();
    return eras;
}

base::Result<Eras> Eras::load(const tables::Table &table)
{
    const auto complete =
        table.needs({QStringLiteral("name"), QStringLiteral("letter"), QStringLiteral("digit"),
                     QStringLiteral("pension_digit"), QStringLiteral("first_day"),
                     QStringLiteral("last_day"), QStringLiteral("first_year")});
    if (!complete)
        return fail(complete);
    Eras eras;
    eras.m_version = table.version();
    for (const tables::Row &row : table.rows()) {
        const Era era{.name = row.text(QStringLiteral("name")),
                      .letter = row.text(QStringLiteral("letter")),
                      .digit = row.number(QStringLiteral("digit")),
                      .pensionDigit = row.number(QStringLiteral("pension_digit")),
                      .first = row.date(QStringLiteral("first_day")),
                      .last = row.date(QStringLiteral("last_day")),
                      .firstYear = row.number(QStringLiteral("first_year"))};
        const bool inOrder = eras.m_eras.isEmpty() || eras.m_eras.last().first < era.first;
        if (era.name.isEmpty() || era.letter.isEmpty() || !era.first.isValid() ||
            era.firstYear < 1 || !inOrder) {
            return fail(ErrorCode::TableUnreadable,
                        QStringLiteral("%1 line %2: not an era").arg(table.name()).arg(row.line));
        }
        eras.m_eras.append(era);
    }
    if (eras.m_eras.isEmpty())
        return fail(ErrorCode::TableUnreadable, table.name() + QStringLiteral(": no eras"));
    return eras;
}

std::optional<Era> Eras::eraOf(QDate day) const
{
    for (auto era = m_eras.crbegin(); era != m_eras.crend(); ++era) {
        if (day.isValid() && era->first <= day && (!era->last.isValid() || day <= era->last))
            return *era;
    }
    return std::nullopt;
}

std::optional<Era> Eras::byName(const QString &nameOrLetter) const
{
    for (const Era &era : m_eras) {
        if (era.name == nameOrLetter || era.name.first(1) == nameOrLetter ||
            era.letter.compare(nameOrLetter, Qt::CaseInsensitive) == 0)
            return era;
    }
    return std::nullopt;
}

int Eras::yearIn(const Era &era, int westernYear)
{
    return westernYear - era.first.year() + era.firstYear;
}

int Eras::westernYear(const Era &era, int yearInEra)
{
    return era.first.year() + yearInEra - era.firstYear;
}

QString Eras::write(QDate day, Style style) const
{
    if (!day.isValid())
        return {};
    const auto era = eraOf(day);
    if (!era)
        return western(day, style);
    const int year = yearIn(*era, day.year());
    if (style == Style::Short)
        return QStringLiteral("%1%2.%3.%4")
            .arg(era->letter)
            .arg(year)
            .arg(day.month())
            .arg(day.day());
    const QString yearWord = year == 1 ? QStringLiteral("元") : QString::number(year);
    return styled(inWords(era->name + yearWord, day), day, style);
}

QString wareki(QDate day, Style style)
{
    return Eras::shipped().write(day, style);
}

QString western(QDate day, Style style)
{
    if (!day.isValid())
        return {};
    if (style == Style::Short)
        return QStringLiteral("%1.%2.%3").arg(day.year()).arg(day.month()).arg(day.day());
    return styled(inWords(QString::number(day.year()), day), day, style);
}

QString display(const PartialDate &date, Reckoning reckoning, Style style)
{
    if (!date.text.isEmpty())
        return date.text;
    return reckoning == Reckoning::Western ? western(date.earliest, style)
                                           : wareki(date.earliest, style);
}

QString weekdayMark(QDate day)
{
    if (!day.isValid())
        return {};
    return QStringLiteral("（%1）").arg(QStringView(u"月火水木金土日").at(day.dayOfWeek() - 1));
}

} // namespace calendar
