#include "democity/taxdeductions.h"

#include <algorithm>
#include <limits>

namespace democity {

using tax::Assessment;
using tax::Disability;
using tax::SpouseKind;
using tax::TaxCase;

namespace {

qint64 upTo(const QString &text)
{
    return text.isEmpty() ? std::numeric_limits<qint64>::max() : text.toLongLong();
}

void put(Assessment &assessment, int item, qint64 yen)
{
    if (yen != 0)
        assessment.amounts.insert(item, yen);
}

} // namespace

TaxDeductions::TaxDeductions(const tables::Table &table, int fiscalYear)
{
    for (const tables::Row &row : table.rowsOn(QDate(fiscalYear, 4, 1))) {
        const QString name = row.text(QStringLiteral("name"));
        const Line line{.ownFrom = row.text(QStringLiteral("own_from")).toLongLong(),
                        .ownTo = upTo(row.text(QStringLiteral("own_to"))),
                        .incomeFrom = row.text(QStringLiteral("income_from")).toLongLong(),
                        .incomeTo = upTo(row.text(QStringLiteral("income_to"))),
                        .yen = row.text(QStringLiteral("yen")).toLongLong()};
        m_lines[name].append(line);
        if (name == u"limit_dependant")
            m_dependantLimit = line.yen;
        if (name == u"spouse_special")
            m_spouseLimit = std::max(m_spouseLimit, line.incomeTo);
    }
}

qint64 TaxDeductions::yen(const QString &name, qint64 own, qint64 income) const
{
    const auto found = m_lines.constFind(name);
    if (found == m_lines.cend())
        return 0;
    for (const Line &line : *found) {
        if (line.ownFrom <= own && own <= line.ownTo && line.incomeFrom <= income &&
            income <= line.incomeTo)
            return line.yen;
    }
    return 0;
}

void TaxDeductions::fill(Assessment &assessment, const TaxCase &input, qint64 total) const
{
    const auto each = [&](int countItem, int yenItem, int count, const QString &name) {
        put(assessment, countItem, count);
        put(assessment, yenItem, count * yen(name, total));
    };
    if (input.spouse != SpouseKind::None) {
        const bool elderly = input.spouse == SpouseKind::Elderly;
        const QString name = elderly ? QStringLiteral("spouse_elderly") : QStringLiteral("spouse");
        const bool plain = input.spouseIncomeYen <= m_dependantLimit;
        const qint64 deduction = yen(name, total, input.spouseIncomeYen);
        if (plain && deduction > 0)
            put(assessment, elderly ? 74 : 73, 1);
        put(assessment, 95, plain ? deduction : 0);
        put(assessment, 96, input.spouseIncomeYen);
        if (!plain)
            put(assessment, 97,
                yen(QStringLiteral("spouse_special"), total, input.spouseIncomeYen));
    }
    each(75, 99, input.dependants70Together, QStringLiteral("dependant_70_together"));
    each(76, 100, input.dependants70, QStringLiteral("dependant_70"));
    each(77, 98, input.dependants19To22, QStringLiteral("dependant_19"));
    each(78, 101, input.dependants16To18And23To69, QStringLiteral("dependant"));
    put(assessment, 79, input.dependantsUnder16);
    each(80, 102, input.dependantsSpecialTogether, QStringLiteral("special_disabled_together"));
    each(81, 103, input.dependantsSpecial, QStringLiteral("special_disabled"));
    each(82, 104, input.dependantsDisabled, QStringLiteral("disabled"));
    put(assessment, 86, input.medicalYen);
    put(assessment, 87, input.socialInsuranceYen);
    put(assessment, 88, input.smallBusinessYen);
    put(assessment, 91, input.lifeInsuranceYen);
    put(assessment, 94, input.earthquakeYen);
    if (input.self == Disability::Special)
        put(assessment, 105, yen(QStringLiteral("special_disabled"), total));
    else if (input.self == Disability::Ordinary)
        put(assessment, 106, yen(QStringLiteral("disabled"), total));
    if (input.widow) {
        put(assessment, 69, 1);
        put(assessment, 108, yen(QStringLiteral("widow"), total));
    }
    if (input.workingStudent) {
        put(assessment, 72, 1);
        put(assessment, 111, yen(QStringLiteral("working_student"), total));
    }
    if (input.singleParent) {
        const QString name =
            input.singleFather ? QStringLiteral("single_father") : QStringLiteral("single_mother");
        put(assessment, 158, yen(name, total));
    }
    put(assessment, 112, yen(QStringLiteral("basic"), total));
}

} // namespace democity
