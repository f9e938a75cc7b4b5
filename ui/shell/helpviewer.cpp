#include "ui/shell/helpviewer.h"

#include "ui/widgets/parts.h"

#include <QFile>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextTable>
#include <QUrl>

namespace shell {

namespace {

const QString folder = QStringLiteral("qrc:/help/ja/");

// Markdown brings plain tables and headings without air.
void dress(QTextDocument &document)
{
    const auto frames = document.rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(widgets::inkOf(widgets::colour::line));
        format.setCellPadding(widgets::em(0.4));
        format.setCellSpacing(0);
        format.setTopMargin(widgets::em(0.4));
        format.setBottomMargin(widgets::em(0.6));
        table->setFormat(format);
    }
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() < 2)
            continue;
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        format.setTopMargin(widgets::em(1));
        format.setBottomMargin(widgets::em(0.3));
        cursor.setBlockFormat(format);
    }
}

} // namespace

HelpViewer::HelpViewer(QWidget *parent)
    : QDialog(parent)
    , m_browser(new QTextBrowser(this))
{
    setObjectName(QStringLiteral("help"));
    setWindowTitle(tr("Help"));
    setModal(false);
    resize(widgets::em(46), widgets::em(40));
    auto *column = new QVBoxLayout(this);
    m_browser->setOpenExternalLinks(false);
    m_browser->setAccessibleName(tr("Help"));
    m_browser->document()->setDocumentMargin(widgets::em(1.2));
    column->addWidget(m_browser);
    auto *foot = new QHBoxLayout;
    auto *contents = widgets::button(tr("Contents"), widgets::ButtonRole::Ordinary, this);
    auto *close = widgets::button(tr("Close (Esc)"), widgets::ButtonRole::Primary, this);
    foot->addWidget(contents);
    foot->addStretch();
    foot->addWidget(close);
    column->addLayout(foot);
    connect(m_browser, &QTextBrowser::sourceChanged, this,
            [this] { dress(*m_browser->document()); });
    connect(contents, &QPushButton::clicked, this, [this] { showPage(QStringLiteral("index")); });
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    // Back to the field where work goes on, whatever the window system thinks.
    connect(this, &QDialog::finished, parent, &QWidget::activateWindow);
}

void HelpViewer::showPage(const QString &name)
{
    const bool known = QFile::exists(QStringLiteral(":/help/ja/%1.md").arg(name));
    m_browser->setSource(
        QUrl(folder + (known ? name : QStringLiteral("index")) + QStringLiteral(".md")),
        QTextDocument::MarkdownResource);
    show();
    raise();
    m_browser->setFocus();
}

QString HelpViewer::text() const
{
    return m_browser->toPlainText();
}

} // namespace shell
