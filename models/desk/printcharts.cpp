#include "desk/filegate.h"

#include "base/errorname.h"
#include "desk/scopes.h"

using base::ErrorCode;
using base::Result;

namespace desk {

namespace {

QString procedureOf(Chart chart)
{
    return chart == Chart::Arrears ? QStringLiteral("PrintArrears")
                                   : QStringLiteral("PrintTimeline");
}

/// As the row of the paper itself: the file, and the purpose that fits it.
void setFile(const Counter &counter, Chart chart, const FileRequest &request, Visit *visit,
             audit::Entry &entry)
{
    const DeskTables &tables = counter.parts().tables;
    const auto file =
        tables.files.rowOn(counter.today(), {{QStringLiteral("procedure"), procedureOf(chart)}});
    if (!file)
        return;
    entry.fileName = file->text(QStringLiteral("file"));
    const auto fitting =
        purposesOf(tables.purposes, counter.today(), file->text(QStringLiteral("scope")));
    for (const Purpose &one : fitting) {
        if (visit && one.code == request.purpose)
            visit->opening.purpose = one.code;
    }
}

Result<ChartPaper> makeChart(Counter &counter, const FileRequest &request, const ChartOrder &order)
{
    FileGate gate(counter, procedureOf(order.chart), request);
    const bool arrears = order.chart == Chart::Arrears;
    const auto person = gate.pass(arrears ? Right::ViewLedger : Right::ViewPension,
                                  arrears ? cache::Table::Ledger : cache::Table::Pension);
    if (!person)
        return base::fail(person);
    const Counter::Parts &parts = counter.parts();
    if (!order.draw)
        return base::fail(ErrorCode::ArgumentWrong);
    if (order.printer.isEmpty())
        return base::fail(ErrorCode::PrinterMissing);
    // As a certificate: what is not for training goes on paper only.
    if (!parts.clerk.training && order.printer.endsWith(QLatin1String(".pdf")))
        return base::fail(ErrorCode::PrinterMissing, QStringLiteral("PaperOnly"));
    const auto document =
        parts.press.chart({.kind = arrears ? QStringLiteral("arrears") : QStringLiteral("timeline"),
                           .name = residents::fullName(person->name),
                           .number = QString::number(person->id.person.value),
                           .day = counter.today(),
                           .municipality = parts.clerk.municipality,
                           .draw = order.draw},
                          parts.clerk.training ? print::Register::Training : print::Register::Live);
    if (!document)
        return base::fail(document);
    audit::Entry entry = gate.entry();
    entry.operation = audit::Operation::Print;
    entry.copies = 1;
    entry.printer = order.printer;
    const auto row = gate.log(std::move(entry), *person);
    if (!row)
        return base::fail(row);
    return ChartPaper{.document = *document, .logRow = *row};
}

} // namespace

Answer<ChartPaper> ViewTax::printChart(const FileRequest &request, const ChartOrder &order)
{
    return m_counter.parts().reading.run(
        [this, request, order] { return makeChart(m_counter, request, order); });
}

Answer<> ViewTax::chartPrinted(const FileRequest &request, Chart chart,
                               std::optional<ErrorCode> problem)
{
    return m_counter.parts().reading.run([this, request, chart, problem]() -> Result<> {
        auto visit = m_counter.openVisit(request.visit);
        audit::Entry entry;
        entry.procedure = QStringLiteral("PrintOutcome");
        setFile(m_counter, chart, request, visit ? &*visit : nullptr, entry);
        entry.operation = audit::Operation::Print;
        entry.outcome = problem ? audit::Outcome::Failed : audit::Outcome::Done;
        entry.reason = problem ? base::errorName(*problem) : QString();
        entry.detail = procedureOf(chart);
        entry.subjects = {{request.person, 0}};
        entry.copies = 1;
        // Also when the visit has ended or the screen was locked meanwhile.
        if (const auto row = m_counter.log(visit ? &*visit : nullptr, entry); !row)
            return base::fail(row);
        return {};
    });
}

} // namespace desk
