#pragma once

#include <QProxyStyle>

namespace widgets {

/// Fusion with every distance counted in em, so that layouts without numbers of their own scale.
class HouseStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    HouseStyle();
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *answer) const override;
};

/// The style sheet. Lengths end in "rem": em of the chosen text size, made pixels by applyTheme().
[[nodiscard]] QString houseSheet();

} // namespace widgets
