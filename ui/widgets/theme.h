#pragma once

#include <QColor>
#include <QFont>
#include <QMargins>
#include <QString>

class QLayout;
class QWidget;

// The look of the program: palette, fonts, sizes, one style sheet. Every length is counted in em
// (the height of the text chosen by the clerk), so that 100 to 200 % scales everything alike.
namespace widgets {

constexpr int leastTextPercent = 100;
constexpr int mostTextPercent = 200;

/// Colours by what they mean. Each pair of text and ground keeps a contrast of at least 4.5 to 1
/// (JIS X 8341-3 1.4.3).
namespace colour {
constexpr QRgb ink = 0xff1b2733;
constexpr QRgb muted = 0xff51606d;
constexpr QRgb ground = 0xffeef2f5;
constexpr QRgb paper = 0xffffffff;
constexpr QRgb line = 0xffc9d3dc;
constexpr QRgb fieldLine = 0xff7d8b98;
constexpr QRgb zebra = 0xfff6f9fb;
constexpr QRgb band = 0xff17324d;
constexpr QRgb accent = 0xff1f5a92;
constexpr QRgb focus = 0xff0b66c3;
constexpr QRgb chosen = 0xffcfe3f6;
constexpr QRgb error = 0xffb3261e;
constexpr QRgb errorGround = 0xfffdecea;
constexpr QRgb warning = 0xff7a4f00;
constexpr QRgb warningGround = 0xfffff6e0;
constexpr QRgb success = 0xff1b6b3a;
constexpr QRgb successGround = 0xffe7f5ec;
constexpr QRgb noticeGround = 0xffe8f1fa;
} // namespace colour

/// What a text is for; the style sheet gives it size and weight.
enum class TextRole { Body, Title, Heading, Muted, Name, LargeName, Error, Warning, Success };
enum class ButtonRole { Ordinary, Primary, Quiet };

/// Style, palette, fonts and style sheet of the whole program at `percent` of the ordinary text
/// size (100 to 200; outside values are brought inside).
void applyTheme(int percent);
[[nodiscard]] int textPercent();

/// `count` em in pixels at the present text size.
[[nodiscard]] int em(double count);
/// The typeface of registered names (IPAmj明朝, variation selectors included), `scale` times the
/// text.
[[nodiscard]] QFont nameFont(double scale = 1.15);
[[nodiscard]] QColor inkOf(QRgb colour);

void setRole(QWidget *label, TextRole role);
void setRole(QWidget *button, ButtonRole role);

/// Margins and spacing in em; follow later changes of the text size.
void setMarginsEm(QLayout *layout, QMarginsF margins);
void setSpacingEm(QLayout *layout, double spacing);
/// Widths in em; 0 = not fixed. They follow later changes of the text size.
void setWidthEm(QWidget *widget, double least, double most = 0);
void setHeightEm(QWidget *widget, double least, double most = 0);

/// An icon drawn in `colour` from resources/icons/<name>.svg, `sizeEm` high.
[[nodiscard]] QPixmap icon(const QString &name, QRgb colour, double sizeEm = 1.25);

} // namespace widgets
