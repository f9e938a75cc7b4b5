#pragma once

#include <QWidget>

class QComboBox;
class QLabel;

namespace printing {

/// One line to choose the printer: Alt+P goes to it. Says so when this PC has none.
class PrinterChoice final : public QWidget
{
    Q_OBJECT

public:
    /// `preset`: the printer set for this PC, or a .pdf file (training only: the caller decides).
    explicit PrinterChoice(const QString &preset, QWidget *parent = nullptr);
    /// A printer's name or a .pdf file; empty when there is none.
    [[nodiscard]] QString target() const;

private:
    QComboBox *m_box;
    QLabel *m_none;
};

} // namespace printing
