#include "desk/viewtax.h"

#include "desk/filegate.h"
#include "desk/recordgate.h"
#include "desk/scopes.h"

#include <algorithm>
#include <utility>

using base::ErrorCode;
using base::Result;
using residents::Snapshot;

namespace desk {

namespace {

/// For rules that go by age; without a day there is none.
QDate birthDay(const Snapshot &person)
{
    return person.bornOn.isDay() ? person.bornOn.earliest : QDate();
}

void newestFirst(QList<tax::Assessment> &assessments)
{
    std::stable_sort(assessments.begin(), assessments.end(),
                     [](const tax::Assessment &one, const tax::Assessment &other) {
                         return std::pair(one.fiscalYear, one.history) >
                                std::pair(other.fiscalYear, other.history);
                     });
}

void newestFirst(QList<tax::LedgerRow> &rows)
{
    std::stable_sort(rows.begin(), rows.end(),
                     [](const tax::LedgerRow &one, const tax::LedgerRow &other) {
                         return std::tuple(-one.fiscalYear, one.kind, one.period) <
                                std::tuple(-other.fiscalYear, other.kind, other.period);
                     });
}

} // namespace

/// The work of the procedures, in the reader's thread.
class ViewTax::Reading
{
public:
    Reading(Counter &counter, const QString &procedure, const FileRequest &request)
        : m_counter(counter)
        , m_gate(counter, procedure, request)
        , m_person(request.person)
    {
    }

    Result<TaxView> tax();
    Result<LedgerView> ledger();
    Result<PensionView> pension();
    Result<LateChargeView> lateCharge(int key, QDate payOn);
    Result<TaxExplanation> explain(int fiscalYear, int history);
    Result<HouseholdFiles> neededMembers();

private:
    [[nodiscard]] const DeskTables &tables() const { return m_counter.parts().tables; }

    Counter &m_counter;
    FileGate m_gate;
    base::PersonId m_person;
};

Result<TaxView> ViewTax::Reading::tax()
{
    const auto person = m_gate.pass(Right::ViewTax, cache::Table::Assessment);
    if (!person)
        return base::fail(person);
    auto assessments = m_gate.reader().assessments(m_person);
    if (!assessments)
        return base::fail(assessments);
    newestFirst(*assessments);
    const auto row = m_gate.log(m_gate.entry(), *person);
    if (!row)
        return base::fail(row);
    TaxView view{.person = m_person, .assessments = {}, .logRow = *row};
    for (const tax::Assessment &one : *assessments)
        view.assessments.append(
            {one, tax::contradictionsIn(one, birthDay(*person), tables().calculator)});
    return view;
}

Result<LedgerView> ViewTax::Reading::ledger()
{
    const auto person = m_gate.pass(Right::ViewLedger, cache::Table::Ledger);
    if (!person)
        return base::fail(person);
    auto ledger = m_gate.reader().ledger(m_person);
    if (!ledger)
        return base::fail(ledger);
    newestFirst(ledger->rows);
    LedgerView view{.person = m_person,
                    .file = std::move(ledger->file),
                    .rows = std::move(ledger->rows),
                    .paymentsUpTo = m_gate.paymentsUpTo(),
                    .addressHidden = ledger->withheld};
    if (m_gate.hidesAddress()) {
        view.addressHidden |= !view.file.sendTo.isEmpty() || !view.file.agent.isEmpty();
        view.file.sendTo.clear();
        view.file.agent.clear();
        leaveOutOwnPlace(tax::notesOf(view.file), *person);
    }
    const auto row = m_gate.log(m_gate.entry(), *person);
    if (!row)
        return base::fail(row);
    view.logRow = *row;
    return view;
}

Result<PensionView> ViewTax::Reading::pension()
{
    const auto person = m_gate.pass(Right::ViewPension, cache::Table::Pension);
    if (!person)
        return base::fail(person);
    auto record = m_gate.reader().pension(m_person);
    if (!record)
        return base::fail(record);
    const auto row = m_gate.log(m_gate.entry(), *person);
    if (!row)
        return base::fail(row);
    PensionView view{.person = m_person, .record = {}, .timeline = {}, .logRow = *row};
    view.record.person = m_person;
    view.held = record->has_value();
    if (!view.held)
        return view;
    view.record = std::move(**record);
    if (m_gate.hidesAddress())
        leaveOutOwnPlace(pension::notesOf(view.record), *person);
    view.timeline = pension::timelineOf(view.record, birthDay(*person), m_counter.today());
    return view;
}

Result<LateChargeView> ViewTax::Reading::lateCharge(int key, QDate payOn)
{
    const auto person = m_gate.pass(Right::LateCharge, cache::Table::Ledger);
    if (!person)
        return base::fail(person);
    const auto ledger = m_gate.reader().ledger(m_person);
    if (!ledger)
        return base::fail(ledger);
    const auto found =
        std::find_if(ledger->rows.begin(), ledger->rows.end(), [key](const tax::LedgerRow &one) {
            return tax::ledgerKey(one.kind, one.fiscalYear, one.period) == key;
        });
    if (found == ledger->rows.end() || !payOn.isValid())
        return base::fail(ErrorCode::ArgumentWrong);
    // What was written off bears nothing any more.
    const QDate until = found->writeOff && found->writeOff->on.isValid()
                            ? std::min(payOn, found->writeOff->on)
                            : payOn;
    auto working = tax::lateCharge({.principalYen = found->chargedYen,
                                    .dueOn = found->dueOn,
                                    .payOn = until,
                                    .payments = found->payments,
                                    .reliefs = found->reliefs},
                                   tables().lateChargeRates);
    if (!working)
        return base::fail(working);
    audit::Entry entry = m_gate.entry();
    entry.tablesVersion = working->tableVersion;
    entry.details.conditions = {{QStringLiteral("期別"), QString::number(key)},
                                {QStringLiteral("計算日"), payOn.toString(Qt::ISODate)}};
    const auto row = m_gate.log(std::move(entry), *person);
    if (!row)
        return base::fail(row);
    return LateChargeView{.row = *found,
                          .payOn = payOn,
                          .unpaidYen = tax::unpaidPrincipal(*found),
                          .working = std::move(*working),
                          .logRow = *row};
}

Result<TaxExplanation> ViewTax::Reading::explain(int fiscalYear, int history)
{
    const auto person = m_gate.pass(Right::ExplainTax, cache::Table::Assessment);
    if (!person)
        return base::fail(person);
    const auto assessments = m_gate.reader().assessments(m_person);
    if (!assessments)
        return base::fail(assessments);
    const auto found =
        std::find_if(assessments->begin(), assessments->end(),
                     [fiscalYear, history](const tax::Assessment &one) {
                         return one.fiscalYear == fiscalYear && one.history == history;
                     });
    if (found == assessments->end())
        return base::fail(ErrorCode::ArgumentWrong);
    const QDate bornOn = birthDay(*person);
    const tax::CaseOfAssessment asked = tax::caseOf(*found, bornOn);
    auto computation = tax::computeTax(asked.input, tables().calculator);
    if (!computation)
        return base::fail(computation);
    for (const QString &outside : asked.outside) {
        if (!computation->outside.contains(outside))
            computation->outside.append(outside);
    }
    audit::Entry entry = m_gate.entry();
    entry.tablesVersion = computation->tableVersion;
    entry.details.conditions = {{QStringLiteral("年度"), QString::number(fiscalYear)},
                                {QStringLiteral("履歴"), QString::number(history)}};
    const auto row = m_gate.log(std::move(entry), *person);
    if (!row)
        return base::fail(row);
    return TaxExplanation{.assessment = *found,
                          .computation = std::move(*computation),
                          .contradictions =
                              tax::contradictionsIn(*found, bornOn, tables().calculator),
                          .logRow = *row};
}

Result<HouseholdFiles> ViewTax::Reading::neededMembers()
{
    Right right = Right::ViewTax;
    for (const Right one : {Right::ViewTax, Right::ViewLedger, Right::ViewPension}) {
        if (m_counter.parts().clerk.rights.testFlag(one))
            right = one;
    }
    const auto person = m_gate.pass(right, cache::Table::Person);
    if (!person)
        return base::fail(person);
    const auto household = m_gate.reader().household(person->household, m_counter.today());
    if (!household)
        return base::fail(household);
    HouseholdFiles view{.id = person->household, .members = {}};
    audit::Entry entry = m_gate.entry();
    for (const residents::PersonRecord &record : household->record.members) {
        const Snapshot &member = record.snapshot;
        const QString name = residents::fullName(member.name);
        view.members.append({.id = member.id,
                             .name = name,
                             .relationship = member.relationship,
                             .isProtected = residents::hidesAddress(record.restrictions),
                             .restricted = !record.restrictions.isEmpty()});
        entry.subjects.append(member.id);
        entry.details.people.append({.name = name});
    }
    const auto row = m_gate.log(std::move(entry));
    if (!row)
        return base::fail(row);
    view.logRow = *row;
    return view;
}

ViewTax::ViewTax(Counter &counter)
    : m_counter(counter)
{
}

Answer<TaxView> ViewTax::tax(const FileRequest &request)
{
    return m_counter.parts().reading.run(
        [this, request] { return Reading(m_counter, QStringLiteral("ViewTax"), request).tax(); });
}

Answer<LedgerView> ViewTax::ledger(const FileRequest &request)
{
    return m_counter.parts().reading.run([this, request] {
        return Reading(m_counter, QStringLiteral("ViewLedger"), request).ledger();
    });
}

Answer<PensionView> ViewTax::pension(const FileRequest &request)
{
    return m_counter.parts().reading.run([this, request] {
        return Reading(m_counter, QStringLiteral("ViewPension"), request).pension();
    });
}

Answer<LateChargeView> ViewTax::lateCharge(const FileRequest &request, int key, QDate payOn)
{
    return m_counter.parts().reading.run([this, request, key, payOn] {
        return Reading(m_counter, QStringLiteral("CalculateLateCharge"), request)
            .lateCharge(key, payOn);
    });
}

Answer<TaxExplanation> ViewTax::explain(const FileRequest &request, int fiscalYear, int history)
{
    return m_counter.parts().reading.run([this, request, fiscalYear, history] {
        return Reading(m_counter, QStringLiteral("ExplainTax"), request)
            .explain(fiscalYear, history);
    });
}

Answer<HouseholdFiles> ViewTax::neededMembers(const FileRequest &request)
{
    return m_counter.parts().reading.run([this, request] {
        return Reading(m_counter, QStringLiteral("ViewHouseholdFiles"), request).neededMembers();
    });
}

QList<Purpose> ViewTax::purposesFor(const QString &scope) const
{
    return purposesOf(m_counter.parts().tables.purposes, m_counter.today(), scope);
}

} // namespace desk
