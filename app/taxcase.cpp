#include "taxcase.h"

#include "taxanswers.h"

#include <QHash>

#include <algorithm>

namespace app {

namespace {

using tax::TaxCase;

struct YenColumn
{
    const char *name;
    qint64 TaxCase::*field;
};
constexpr YenColumn yenColumns[] = {
    {"salary", &TaxCase::salaryYen},
    {"pension", &TaxCase::pensionYen},
    {"other", &TaxCase::otherIncomeYen},
    {"social", &TaxCase::socialInsuranceYen},
    {"small_business", &TaxCase::smallBusinessYen},
    {"life", &TaxCase::lifeInsuranceYen},
    {"earthquake", &TaxCase::earthquakeYen},
    {"medical", &TaxCase::medicalYen},
    {"casualty", &TaxCase::casualtyYen},
    {"spouse_income", &TaxCase::spouseIncomeYen},
    {"credits_city", &TaxCase::taxCreditsCityYen},
    {"credits_prefecture", &TaxCase::taxCreditsPrefectureYen},
    {"cut_city", &TaxCase::flatCutCityYen},
    {"cut_prefecture", &TaxCase::flatCutPrefectureYen},
};

struct CountColumn
{
    const char *name;
    int TaxCase::*field;
};
constexpr CountColumn countColumns[] = {
    {"year", &TaxCase::fiscalYear},
    {"dependants", &TaxCase::dependants16To18And23To69},
    {"dependants19", &TaxCase::dependants19To22},
    {"dependants70", &TaxCase::dependants70},
    {"dependants70_together", &TaxCase::dependants70Together},
    {"dependants_under16", &TaxCase::dependantsUnder16},
    {"family_disabled", &TaxCase::dependantsDisabled},
    {"family_special", &TaxCase::dependantsSpecial},
    {"family_special_together", &TaxCase::dependantsSpecialTogether},
};

struct FlagWord
{
    const char *word;
    bool TaxCase::*field;
};
constexpr FlagWord flagWords[] = {
    {"widow", &TaxCase::widow},
    {"single-parent", &TaxCase::singleParent},
    {"single-father", &TaxCase::singleFather},
    {"working-student", &TaxCase::workingStudent},
    {"public-assistance", &TaxCase::publicAssistance},
};

/// The texts of a row by column; remembers the first that could not be read.
class Reader final
{
public:
    Reader(const QStringList &row, QString *error)
        : m_columns(taxCaseColumns())
        , m_row(row)
        , m_error(error)
    {
    }
    QString text(const char *column) const
    {
        return m_row.value(m_columns.indexOf(QString::fromLatin1(column))).trimmed();
    }
    template <typename Value>
    Value word(const char *column, const QHash<QString, Value> &known, Value none)
    {
        const QString written = text(column);
        if (!written.isEmpty() && !known.contains(written))
            refuse(column);
        return known.value(written, none);
    }
    void refuse(const char *column)
    {
        if (m_error->isEmpty())
            *m_error = QStringLiteral("Unreadable: ") + QString::fromLatin1(column);
    }
    qint64 number(const char *column)
    {
        QString wrong;
        const qint64 value = column::number(text(column), &wrong);
        if (!wrong.isEmpty())
            refuse(column);
        return value;
    }

private:
    QStringList m_columns;
    const QStringList &m_row;
    QString *m_error;
};

void readFlags(Reader &reader, TaxCase &input)
{
    for (const QString &word : reader.text("flags").split(u' ', Qt::SkipEmptyParts)) {
        bool known = false;
        for (const FlagWord &flag : flagWords) {
            if (word == QLatin1StringView(flag.word)) {
                input.*flag.field = true;
                known = true;
            }
        }
        if (!known)
            reader.refuse("flags");
    }
    input.singleParent = input.singleParent || input.singleFather;
}

void readWords(Reader &reader, TaxCase &input)
{
    input.spouse =
        reader.word<tax::SpouseKind>("spouse",
                                     {{QStringLiteral("ordinary"), tax::SpouseKind::Ordinary},
                                      {QStringLiteral("elderly"), tax::SpouseKind::Elderly}},
                                     tax::SpouseKind::None);
    input.self =
        reader.word<tax::Disability>("disability",
                                     {{QStringLiteral("ordinary"), tax::Disability::Ordinary},
                                      {QStringLiteral("special"), tax::Disability::Special}},
                                     tax::Disability::None);
    const bool below23 = reader.word<bool>(
        "below23", {{QStringLiteral("yes"), true}, {QStringLiteral("no"), false}}, false);
    if (!reader.text("below23").isEmpty())
        input.dependantBelow23 = below23;
}

} // namespace

QStringList taxCaseColumns()
{
    return QStringLiteral("year born salary pension other social small_business life earthquake "
                          "medical casualty spouse spouse_income dependants dependants19 "
                          "dependants70 dependants70_together dependants_under16 "
                          "special_relatives disability family_disabled family_special "
                          "family_special_together flags credits_city credits_prefecture cut_city "
                          "cut_prefecture below23 case")
        .split(u' ');
}

TaxCase taxCaseFrom(const QStringList &row, QString *error)
{
    Reader reader(row, error);
    TaxCase input;
    for (const YenColumn &one : yenColumns)
        input.*one.field = reader.number(one.name);
    constexpr qint64 highest = 9999; // years and heads
    for (const CountColumn &one : countColumns) {
        const qint64 value = reader.number(one.name);
        if (value < 0 || value > highest)
            reader.refuse(one.name);
        input.*one.field = static_cast<int>(std::clamp<qint64>(value, 0, highest));
    }
    QString wrongDay;
    input.bornOn = column::day(reader.text("born"), &wrongDay);
    if (!wrongDay.isEmpty() || !input.bornOn.isValid())
        reader.refuse("born");
    for (const QString &income : reader.text("special_relatives").split(u';', Qt::SkipEmptyParts)) {
        QString wrong;
        input.specialRelativeIncomesYen.append(column::number(income, &wrong));
        if (!wrong.isEmpty())
            reader.refuse("special_relatives");
    }
    readWords(reader, input);
    if (input.spouse == tax::SpouseKind::None && input.spouseIncomeYen != 0)
        reader.refuse("spouse");
    readFlags(reader, input);
    return input;
}

} // namespace app
