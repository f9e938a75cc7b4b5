#include "ui/widgets/housestyle.h"

#include "base/ensure.h"

#include "ui/widgets/theme.h"

#include <QFile>
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
    QFile file(QStringLiteral(":/style/house.qss"));
    base::ensure(file.open(QIODevice::ReadOnly), "the style sheet is compiled in");
    return QString::fromUtf8(file.readAll());
}

} // namespace widgets
