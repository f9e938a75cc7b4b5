#pragma once

#include "base/errorcode.h"

#include <QPlainTextEdit>

#include <optional>

namespace widgets {

/// Text of several lines. Whatever is typed or pasted stays in the field; what cannot be used is
/// said by problem(), never cut. Tab leaves it, Enter begins a line, Ctrl+Enter goes on.
class TextArea final : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// `limit` in characters (code points), as the register counts them.
    explicit TextArea(int limit, QWidget *parent = nullptr);

    /// The text with plain line ends and without spaces around it. Empty when unusable.
    [[nodiscard]] QString value() const { return m_value; }
    /// Why value() is empty although something stands there.
    [[nodiscard]] std::optional<base::ErrorCode> problem() const { return m_problem; }
    [[nodiscard]] int length() const; ///< code points typed
    [[nodiscard]] int limit() const { return m_limit; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void problemChanged();
    void goOn(); ///< Ctrl+Enter

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void judge();

    int m_limit;
    QString m_value;
    std::optional<base::ErrorCode> m_problem;
};

} // namespace widgets
