#pragma once

#include "base/errorcode.h"

#include <QLineEdit>

#include <optional>

namespace widgets {

/// What a field is for: decides the input-method mode, how typed text is read, and its length.
enum class FieldKind {
    Name,    ///< kana, kanji or Latin; input method on (ひらがな)
    Address, ///< input method on (ひらがな)
    Kana,    ///< input method in 全角カタカナ; other kana are converted on leaving
    Number,  ///< direct input; full-width digits are converted on leaving
    Free,    ///< a reason or remark
    Direct,  ///< direct input, anything (dates)
};

/// A line of text. Whatever is typed or pasted stays in the field; what cannot be used (control
/// characters, emoji, too long) is said by problem(), never cut.
class TextField : public QLineEdit
{
    Q_OBJECT

public:
    /// `limit` in characters as a person counts them (graphemes).
    TextField(FieldKind kind, int limit, QWidget *parent = nullptr);

    /// The text as the field reads it: trimmed and converted. Empty when unusable.
    [[nodiscard]] QString value() const;
    /// Why value() is empty although something stands there.
    [[nodiscard]] std::optional<base::ErrorCode> problem() const { return m_problem; }
    [[nodiscard]] int limit() const { return m_limit; }
    /// True while the input method is composing: Enter belongs to it then.
    [[nodiscard]] bool isComposing() const { return m_composing; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void problemChanged();

protected:
    void focusOutEvent(QFocusEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;

private:
    void judge();

    FieldKind m_kind;
    int m_limit;
    bool m_composing = false;
    QString m_value;
    std::optional<base::ErrorCode> m_problem;
};

class NameField final : public TextField
{
    Q_OBJECT

public:
    explicit NameField(QWidget *parent = nullptr, int limit = 100);
};

class AddressField final : public TextField
{
    Q_OBJECT

public:
    explicit AddressField(QWidget *parent = nullptr, int limit = 150);
};

class KanaField final : public TextField
{
    Q_OBJECT

public:
    explicit KanaField(QWidget *parent = nullptr, int limit = 100);
};

class NumberField final : public TextField
{
    Q_OBJECT

public:
    explicit NumberField(int digits, QWidget *parent = nullptr);
    /// Nothing when empty or unreadable.
    [[nodiscard]] std::optional<qint64> number() const;
};

} // namespace widgets
