#pragma once

#include "ui/widgets/page.h"

namespace shell {

/// Hides the work from somebody who looks over the counter; the key that covered uncovers. The
/// clerk stays signed in and the idle time runs on.
class CoverPage final : public widgets::Page
{
    Q_OBJECT

public:
    explicit CoverPage(QWidget *parent = nullptr);
    [[nodiscard]] QString title() const override { return tr("Screen covered"); }
    [[nodiscard]] QList<widgets::KeyHint> keys() const override
    {
        return {{Qt::Key_F11, tr("Show")}};
    }
    [[nodiscard]] QString helpName() const override { return QStringLiteral("lock"); }
};

} // namespace shell
