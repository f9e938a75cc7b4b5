#include "ui/printing/printerchoice.h"

#include "ui/printing/press.h"
#include "ui/widgets/parts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

namespace printing {

PrinterChoice::PrinterChoice(const QString &preset, QWidget *parent)
    : QWidget(parent)
    , m_box(new QComboBox(this))
    , m_none(widgets::label(tr("No printer is set up on this PC: nothing can be issued."),
                            widgets::TextRole::Error, this))
{
    m_box->setObjectName(QStringLiteral("printer"));
    m_box->setAccessibleName(tr("Printer"));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    if (preset.endsWith(QLatin1String(".pdf")))
        m_box->addItem(tr("PDF file (training)"), preset);
    const QStringList known = printers();
    for (const QString &name : known)
        m_box->addItem(name, name);
    m_box->setCurrentIndex(m_box->findData(printerFor(preset)));
    if (m_box->currentIndex() < 0 && m_box->count() > 0)
        m_box->setCurrentIndex(0);
    auto *caption = widgets::label(tr("&Printer"), widgets::TextRole::Body, this);
    caption->setBuddy(m_box);
    auto *row = new QHBoxLayout(this);
    widgets::setMarginsEm(row, {0, 0, 0, 0});
    row->addWidget(caption);
    row->addWidget(m_box, 1);
    row->addWidget(m_none, 1);
    m_none->setWordWrap(true);
    m_none->setObjectName(QStringLiteral("noPrinter"));
    m_none->setVisible(m_box->count() == 0);
    m_box->setVisible(m_box->count() > 0);
}

QString PrinterChoice::target() const
{
    return m_box->currentData().toString();
}

} // namespace printing
