#pragma once

#include "base/result.h"
#include "print/document.h"

#include <QString>
#include <QStringList>

namespace printing {

/// Names of the printers this PC knows.
[[nodiscard]] QStringList printers();
/// The printer to use: the one set, else the system's default; empty when there is none.
[[nodiscard]] QString printerFor(const QString &wanted);

/// The one place that prints. `target` is a printer's name, or a file ending in .pdf (training
/// only: the caller decides). PrinterMissing when there is none, PrintFailed when the job could not
/// be given to it, DocumentSpent the second time.
[[nodiscard]] base::Result<> print(print::Document &document, const QString &target);

} // namespace printing
