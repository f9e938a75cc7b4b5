#include "ui/widgets/housestyle.h"

#include "ui/widgets/theme.h"

#include <QStyleFactory>

namespace widgets {

HouseStyle::HouseStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

int HouseStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                            const QWidget *widget) const
{
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return em(1.0);
    case PM_LayoutHorizontalSpacing:
        return em(0.8);
    case PM_LayoutVerticalSpacing:
        return em(0.6);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return em(1.15);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return em(1.25);
    case PM_ScrollBarExtent:
        return em(0.9);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int HouseStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *answer) const
{
    // Enter belongs to "next field"; buttons answer to it only when they have the focus.
    if (hint == SH_DialogButtons_DefaultButton)
        return 0;
    if (hint == SH_ItemView_ActivateItemOnSingleClick)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, answer);
}

QString houseSheet()
{
    return QStringLiteral(R"(
* { color: #1b2733; }
QMainWindow, QDialog { background: #eef2f5; }
QToolTip { background: #ffffff; border: 1px solid #7d8b98; padding: 0.3rem; }
QLabel, QCheckBox, QRadioButton { background: transparent; }
QLabel[role="title"] { font-size: 1.45rem; font-weight: bold; }
QLabel[role="heading"] { font-size: 1.05rem; font-weight: bold; color: #17324d; }
QLabel[role="muted"] { color: #51606d; font-size: 0.92rem; }
QLabel[role="name"], QCheckBox[role="name"] {
  font-family: "IPAmjMincho","IPAmj明朝","Noto Serif CJK JP"; font-size: 1.25rem; }
QLabel[role="largename"] {
  font-family: "IPAmjMincho","IPAmj明朝","Noto Serif CJK JP"; font-size: 1.9rem; }
QLabel[role="error"] { color: #b3261e; }
QLabel[role="warning"] { color: #7a4f00; }
QLabel[role="success"] { color: #1b6b3a; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {
  background: #ffffff; border: 1px solid #7d8b98; border-radius: 3px;
  padding: 0.3rem 0.5rem; selection-background-color: #1f5a92; selection-color: #ffffff; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {
  border: 2px solid #0b66c3; background: #fbfdff; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QSpinBox:disabled {
  background: #eef2f5; color: #6b7884; border-color: #c9d3dc; }
QLineEdit[problem="true"] { border: 2px solid #b3261e; background: #fff8f7; }
QComboBox::drop-down { border: none; width: 1.6rem; }
QComboBox::down-arrow { image: url(:/icons/down.svg); width: 0.8rem; height: 0.8rem; }
QComboBox QAbstractItemView { background: #ffffff; border: 1px solid #7d8b98;
  selection-background-color: #cfe3f6; selection-color: #1b2733; outline: none; }
QSpinBox { padding-right: 1.6rem; }
QSpinBox::up-button, QSpinBox::down-button { width: 1.4rem; border: none; background: transparent; }
QSpinBox::up-arrow { image: url(:/icons/up.svg); width: 0.7rem; height: 0.7rem; }
QSpinBox::down-arrow { image: url(:/icons/down.svg); width: 0.7rem; height: 0.7rem; }

QPushButton { background: #ffffff; border: 1px solid #7d8b98; border-radius: 3px;
  padding: 0.35rem 1.1rem; min-height: 1.45rem; }
QPushButton:hover { background: #f1f6fb; border-color: #1f5a92; }
QPushButton:pressed { background: #dbe8f4; }
QPushButton:focus { border: 2px solid #0b66c3; background: #e8f1fa; }
QPushButton:checked { background: #cfe3f6; border: 1px solid #1f5a92; }
QPushButton:disabled { background: #eef2f5; color: #6b7884; border-color: #c9d3dc; }
QPushButton[role="primary"] { background: #1f5a92; color: #ffffff; border: 2px solid #1f5a92;
  font-weight: bold; }
QPushButton[role="primary"]:hover { background: #194c7c; }
QPushButton[role="primary"]:pressed { background: #133c63; }
QPushButton[role="primary"]:focus { border: 3px solid #ffb000; background: #133c63;
  outline: none; }
QPushButton[role="primary"]:disabled { background: #b9c6d2; color: #3f4c58; border-color: #b9c6d2; }
QPushButton[role="quiet"] { background: transparent; border: 1px solid transparent; color: #1f5a92;
  padding: 0.35rem 0.6rem; }
QPushButton[role="quiet"]:hover { background: #e1ebf4; }
QPushButton[role="quiet"]:focus { border: 2px solid #0b66c3; }

QCheckBox, QRadioButton { spacing: 0.45rem; padding: 0.2rem 0.3rem; border: 1px solid transparent;
  border-radius: 3px; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid #0b66c3; background: #e8f1fa; }
QCheckBox::indicator, QRadioButton::indicator { width: 1.05rem; height: 1.05rem;
  border: 1px solid #7d8b98; background: #ffffff; border-radius: 3px; }
QRadioButton::indicator { border-radius: 0.55rem; }
QCheckBox::indicator:checked { background: #1f5a92; border-color: #1f5a92;
  image: url(:/icons/check.svg); }
QRadioButton::indicator:checked { border-color: #1f5a92; image: url(:/icons/dot.svg); }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: #eef2f5;
  border-color: #c9d3dc; }
QCheckBox::indicator:checked:disabled { background: #8797a5; border-color: #8797a5; }
QCheckBox:disabled, QRadioButton:disabled { color: #6b7884; }
QGroupBox { border: 1px solid #c9d3dc; border-radius: 4px; margin-top: 0.8rem; padding-top: 0.5rem;
  font-weight: bold; }
QGroupBox::title { subcontrol-origin: margin; left: 0.8rem; padding: 0 0.3rem; color: #17324d; }

QFrame[card="true"] { background: #ffffff; border: 1px solid #c9d3dc; border-radius: 5px; }
QFrame[line="true"] { background: #c9d3dc; border: none; max-height: 1px; min-height: 1px; }

QTableView { background: #ffffff; alternate-background-color: #f6f9fb; border: 2px solid #d3dce4;
  border-radius: 4px; gridline-color: #e3e9ee; selection-background-color: #cfe3f6;
  selection-color: #1b2733; outline: none; }
QTableView:focus { border-color: #0b66c3; }
QTableView::item { padding: 0 0.5rem; border: none; }
QTableView::item:selected { background: #cfe3f6; color: #1b2733; }
QHeaderView { background: #e3eaf0; border: none; }
QHeaderView::section { background: #e3eaf0; color: #2b3b4a; border: none;
  border-right: 1px solid #cfd9e1; border-bottom: 1px solid #b9c6d2; padding: 0.3rem 0.5rem;
  font-size: 0.92rem; font-weight: bold; }
QTableCornerButton::section { background: #e3eaf0; border: none; }

QListWidget { background: #ffffff; border: 2px solid #d3dce4; border-radius: 4px; outline: none;
  padding: 0.2rem; }
QListWidget:focus { border-color: #0b66c3; }
QListWidget::item { border-radius: 3px; padding: 0 0.6rem; }
QListWidget::item:hover { background: #f1f6fb; }
QListWidget::item:selected { background: #cfe3f6; color: #1b2733; }

QFrame#band { background: #17324d; }
QFrame#band QLabel { color: #ffffff; }
QFrame#band QLabel[role="muted"] { color: #c4d3e1; }
QFrame#person { background: #ffffff; border-bottom: 1px solid #c9d3dc; }
QFrame#training { background: #ffe08a; border-bottom: 1px solid #8a6a00; }
QFrame#training QLabel { color: #4a3600; font-weight: bold; font-size: 0.92rem; }
QFrame#statusline { background: #ffffff; border-top: 1px solid #c9d3dc; }
QFrame#statusline QLabel { color: #3b4a57; font-size: 0.88rem; }
QWidget#keybar { background: #dde5ec; border-top: 1px solid #c9d3dc; }
QWidget#keybar QToolButton { background: #ffffff; border: 1px solid #b6c3ce; border-radius: 3px;
  padding: 0.15rem 0.6rem; font-size: 0.92rem; }
QWidget#keybar QToolButton:hover { background: #e8f1fa; border-color: #1f5a92; }
QWidget#keybar QToolButton:disabled { color: #6b7884; background: #e3eaf0; }
QFrame#doorpanel { background: #17324d; border-top-left-radius: 5px; border-bottom-left-radius: 5px; }
QFrame#doorpanel QLabel { color: #ffffff; }
QFrame#doorpanel QLabel[role="muted"] { color: #c4d3e1; }

QTabWidget::pane { background: #ffffff; border: 1px solid #c9d3dc; border-radius: 4px; top: -1px; }
QTabBar::tab { background: #e3eaf0; border: 1px solid #c9d3dc; border-bottom: none;
  border-top-left-radius: 4px; border-top-right-radius: 4px; padding: 0.4rem 1.2rem;
  margin-right: 0.2rem; min-height: 1.4rem; }
QTabBar::tab:selected { background: #ffffff; color: #17324d; font-weight: bold;
  border-top: 3px solid #1f5a92; }
QTabBar::tab:focus { color: #0b66c3; border-top: 3px solid #0b66c3; }

QScrollArea { background: transparent; border: none; }
resident--ResidentTab, printing--PreviewView, widgets--EmptyState {
  border: 2px solid transparent; border-radius: 4px; }
resident--ResidentTab:focus, printing--PreviewView:focus, widgets--EmptyState:focus {
  border: 2px solid #0b66c3; }
widgets--Scroller { background: #eef2f5; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 0.85rem; margin: 0; }
QScrollBar::handle:vertical { background: #a9b7c4; border-radius: 0.3rem; min-height: 2rem;
  margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 0.85rem; margin: 0; }
QScrollBar::handle:horizontal { background: #a9b7c4; border-radius: 0.3rem; min-width: 2rem;
  margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: #dde5ec; border: none; border-radius: 0.3rem; max-height: 0.6rem;
  min-height: 0.6rem; }
QProgressBar::chunk { background: #1f5a92; border-radius: 0.3rem; }
QSplitter::handle { background: transparent; }
)");
}

} // namespace widgets
