#include "ui/widgets/theme.h"

#include "ui/widgets/housestyle.h"

#include <QApplication>
#include <QFile>
#include <QFontInfo>
#include <QLayout>
#include <QPainter>
#include <QPixmap>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QWidget>

namespace widgets {

namespace {

constexpr double ordinaryPoints = 11.0;
constexpr auto percentProperty = "madoguchiTextPercent";
constexpr auto marginsProperty = "emMargins";
constexpr auto spacingProperty = "emSpacing";
constexpr auto leastWidth = "emLeastWidth";
constexpr auto mostWidth = "emMostWidth";
constexpr auto leastHeight = "emLeastHeight";
constexpr auto mostHeight = "emMostHeight";

QStringList screenFamilies()
{
    return {QStringLiteral("Noto Sans CJK JP"), QStringLiteral("Yu Gothic UI"),
            QStringLiteral("Meiryo")};
}

QPalette palette()
{
    QPalette colours;
    colours.setColor(QPalette::Window, inkOf(colour::ground));
    colours.setColor(QPalette::Base, inkOf(colour::paper));
    colours.setColor(QPalette::AlternateBase, inkOf(colour::zebra));
    colours.setColor(QPalette::Button, inkOf(colour::paper));
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                      QPalette::ToolTipText, QPalette::HighlightedText})
        colours.setColor(role, inkOf(colour::ink));
    colours.setColor(QPalette::Highlight, inkOf(colour::chosen));
    colours.setColor(QPalette::PlaceholderText, inkOf(0xff6b7884));
    colours.setColor(QPalette::ToolTipBase, inkOf(colour::paper));
    colours.setColor(QPalette::Link, inkOf(colour::accent));
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        colours.setColor(QPalette::Disabled, role, inkOf(0xff6b7884));
    return colours;
}

void applyMeasures(QWidget *widget)
{
    const auto length = [widget](const char *name) {
        const QVariant count = widget->property(name);
        return count.isValid() && count.toDouble() > 0 ? em(count.toDouble()) : -1;
    };
    if (const int width = length(leastWidth); width >= 0)
        widget->setMinimumWidth(width);
    if (const int width = length(mostWidth); width >= 0)
        widget->setMaximumWidth(width);
    if (const int height = length(leastHeight); height >= 0)
        widget->setMinimumHeight(height);
    if (const int height = length(mostHeight); height >= 0)
        widget->setMaximumHeight(height);
}

void applyMeasures(QLayout *layout)
{
    const QVariant margins = layout->property(marginsProperty);
    if (margins.isValid()) {
        const QRectF sides = margins.toRectF();
        layout->setContentsMargins(em(sides.x()), em(sides.y()), em(sides.width()),
                                   em(sides.height()));
    }
    const QVariant spacing = layout->property(spacingProperty);
    if (spacing.isValid())
        layout->setSpacing(em(spacing.toDouble()));
}

void repolish(QWidget *widget, const char *property, const QString &value)
{
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

void applyTheme(int percent)
{
    const int size = qBound(leastTextPercent, percent, mostTextPercent);
    qApp->setProperty(percentProperty, size);
    QFont font;
    font.setFamilies(screenFamilies());
    font.setPointSizeF(ordinaryPoints * size / 100.0);
    if (!qobject_cast<HouseStyle *>(QApplication::style()))
        QApplication::setStyle(new HouseStyle);
    QApplication::setPalette(palette());
    QApplication::setFont(font);
    QString sheet = houseSheet();
    static const QRegularExpression lengths(QStringLiteral("([0-9.]+)rem"));
    qsizetype from = 0;
    for (auto found = lengths.match(sheet); found.hasMatch(); found = lengths.match(sheet, from)) {
        const QString pixels =
            QString::number(em(found.captured(1).toDouble())) + QStringLiteral("px");
        sheet.replace(found.capturedStart(), found.capturedLength(), pixels);
        from = found.capturedStart() + pixels.size();
    }
    qApp->setStyleSheet(sheet);
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget *widget : all) {
        applyMeasures(widget);
        const auto layouts = widget->findChildren<QLayout *>(QString(), Qt::FindDirectChildrenOnly);
        for (QLayout *layout : layouts) {
            applyMeasures(layout);
            const auto inner = layout->findChildren<QLayout *>();
            for (QLayout *one : inner)
                applyMeasures(one);
        }
    }
}

int textPercent()
{
    const QVariant percent = qApp->property(percentProperty);
    return percent.isValid() ? percent.toInt() : leastTextPercent;
}

int em(double count)
{
    return qRound(count * QFontInfo(QApplication::font()).pixelSize());
}

QFont nameFont(double scale)
{
    QFont font;
    font.setFamilies({QStringLiteral("IPAmjMincho"), QStringLiteral("IPAmj明朝"),
                      QStringLiteral("Noto Serif CJK JP"), QStringLiteral("Noto Sans CJK JP")});
    font.setPointSizeF(QApplication::font().pointSizeF() * scale);
    return font;
}

QColor inkOf(QRgb colour)
{
    return QColor::fromRgb(colour);
}

void setRole(QWidget *label, TextRole role)
{
    static const QHash<TextRole, QString> names{
        {TextRole::Body, QStringLiteral("body")},
        {TextRole::Title, QStringLiteral("title")},
        {TextRole::Heading, QStringLiteral("heading")},
        {TextRole::Muted, QStringLiteral("muted")},
        {TextRole::Name, QStringLiteral("name")},
        {TextRole::LargeName, QStringLiteral("largename")},
        {TextRole::Error, QStringLiteral("error")},
        {TextRole::Warning, QStringLiteral("warning")},
        {TextRole::Success, QStringLiteral("success")},
    };
    repolish(label, "role", names.value(role));
}

void setRole(QWidget *button, ButtonRole role)
{
    const auto name = role == ButtonRole::Primary ? QStringLiteral("primary")
                      : role == ButtonRole::Quiet ? QStringLiteral("quiet")
                                                  : QStringLiteral("ordinary");
    repolish(button, "role", name);
}

void setMarginsEm(QLayout *layout, QMarginsF margins)
{
    layout->setProperty(marginsProperty,
                        QRectF(margins.left(), margins.top(), margins.right(), margins.bottom()));
    applyMeasures(layout);
}

void setSpacingEm(QLayout *layout, double spacing)
{
    layout->setProperty(spacingProperty, spacing);
    applyMeasures(layout);
}

void setWidthEm(QWidget *widget, double least, double most)
{
    widget->setProperty(leastWidth, least);
    widget->setProperty(mostWidth, most);
    applyMeasures(widget);
}

void setHeightEm(QWidget *widget, double least, double most)
{
    widget->setProperty(leastHeight, least);
    widget->setProperty(mostHeight, most);
    applyMeasures(widget);
}

QPixmap icon(const QString &name, QRgb colour, double sizeEm)
{
    QSvgRenderer drawing(QStringLiteral(":/icons/%1.svg").arg(name));
    const qreal ratio = qApp->devicePixelRatio();
    const int side = em(sizeEm);
    QPixmap picture(QSize(side, side) * ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    drawing.render(&painter, QRectF(QPointF(), QSizeF(picture.size())));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(picture.rect(), inkOf(colour));
    painter.end();
    picture.setDevicePixelRatio(ratio);
    return picture;
}

} // namespace widgets
