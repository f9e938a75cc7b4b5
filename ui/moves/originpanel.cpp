#include "ui/moves/originpanel.h"

#include "ui/moves/elsewherefields.h"
#include "ui/widgets/parts.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace moves {

OriginPanel::OriginPanel(QWidget *parent)
    : FormPart(parent)
    , m_certificate(new QCheckBox(tr("It was handed in"), this))
    , m_place(new ElsewhereFields(this))
{
    m_certificate->setObjectName(QStringLiteral("certificate"));
    auto *column = new QVBoxLayout(this);
    widgets::setMarginsEm(column, {0, 0, 0, 0});
    auto *grid = new widgets::FormGrid(1, this);
    grid->add(tr("Certificate of moving out"), m_certificate);
    m_place->addTo(*grid);
    column->addWidget(grid);
    connect(m_certificate, &QCheckBox::toggled, this, &OriginPanel::changed);
    connect(m_place, &ElsewhereFields::changed, this, &OriginPanel::changed);
}

OriginPanel::~OriginPanel()
{
    widgets::deafen(this);
}

void OriginPanel::fill(const residents::Move &move)
{
    m_certificate->setChecked(move.certificate);
    m_place->write(move.formerAddress);
}

void OriginPanel::into(residents::Move &move) const
{
    move.certificate = m_certificate->isChecked();
    move.formerAddress = m_place->address();
}

QList<QWidget *> OriginPanel::fields() const
{
    return QList<QWidget *>{m_certificate} + m_place->fields();
}

/// Where they come from is not asked by the rules of where they go to.
QWidget *OriginPanel::fieldOf(const QString &rule) const
{
    if (rule == u"CertificateMissing" || rule == u"certificate")
        return m_certificate;
    return rule.startsWith(u"FormerAddress") || rule == u"formerAddress"
               ? m_place->fieldOf(QStringLiteral("municipality"))
               : nullptr;
}

QWidget *OriginPanel::firstUnreadable() const
{
    return m_place->firstUnreadable();
}

} // namespace moves
