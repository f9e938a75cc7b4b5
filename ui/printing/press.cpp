#include "ui/printing/press.h"

#include <QPageSize>
#include <QPdfWriter>
#include <QPrinter>
#include <QPrinterInfo>

using base::ErrorCode;

namespace printing {

namespace {

base::Result<> printToFile(print::Document &document, const QString &file)
{
    QPdfWriter writer(file);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    constexpr int dotsPerInch = 600;
    writer.setResolution(dotsPerInch);
    return document.printOn(writer);
}

} // namespace

QStringList printers()
{
    return QPrinterInfo::availablePrinterNames();
}

QString printerFor(const QString &wanted)
{
    if (!wanted.isEmpty() &&
        (wanted.endsWith(QLatin1String(".pdf")) || printers().contains(wanted)))
        return wanted;
    return QPrinterInfo::defaultPrinterName();
}

base::Result<> print(print::Document &document, const QString &target)
{
    if (target.isEmpty())
        return base::fail(ErrorCode::PrinterMissing);
    if (target.endsWith(QLatin1String(".pdf")))
        return printToFile(document, target);
    const QPrinterInfo info = QPrinterInfo::printerInfo(target);
    if (info.isNull())
        return base::fail(ErrorCode::PrinterMissing);
    if (info.state() == QPrinter::Error)
        return base::fail(ErrorCode::PrintFailed, QStringLiteral("printer reports an error"));
    QPrinter printer(info, QPrinter::HighResolution);
    printer.setDocName(document.title());
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setFullPage(true);
    const auto printed = document.printOn(printer);
    if (!printed)
        return printed;
    if (printer.printerState() == QPrinter::Error || printer.printerState() == QPrinter::Aborted)
        return base::fail(ErrorCode::PrintFailed, QStringLiteral("the job ended with an error"));
    return {};
}

} // namespace printing
