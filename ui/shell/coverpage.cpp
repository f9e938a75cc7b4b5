#include "ui/shell/coverpage.h"

#include "ui/widgets/parts.h"

#include <QVBoxLayout>

namespace shell {

CoverPage::CoverPage(QWidget *parent)
    : Page(parent)
{
    setObjectName(QStringLiteral("coverpage"));
    auto *whole = new QVBoxLayout(this);
    auto *words = new widgets::EmptyState(this);
    words->setWords(QStringLiteral("counter"), tr("Please wait a moment"),
                    tr("F11 shows the screen again."));
    whole->addWidget(words);
    setFocusPolicy(Qt::StrongFocus);
}

} // namespace shell
