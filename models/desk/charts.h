#pragma once

#include "print/document.h"

#include <QString>

#include <memory>

namespace desk {

/// A picture for the person at the counter.
enum class Chart {
    Arrears,  ///< 期別の納付・未納, from the ledger
    Timeline, ///< 国民年金の加入の経過
};

struct ChartOrder
{
    Chart chart = Chart::Arrears;
    print::Drawing draw{}; ///< what the tab shows, drawn again
    QString printer{};     ///< a printer's name, or a .pdf file in training
};

/// Logged and ready to be printed once.
struct ChartPaper
{
    std::shared_ptr<print::Document> document{};
    quint64 logRow = 0;
};

} // namespace desk
