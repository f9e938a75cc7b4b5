#include "ui/widgets/textfield.h"

#include "text/graphemes.h"
#include "text/input.h"
#include "ui/widgets/theme.h"

#include <QInputMethodEvent>
#include <QStyle>

namespace widgets {

namespace {

// A field takes this much before the widget itself would grow slow; text beyond `limit` characters
// is kept and reported, not cut.
constexpr int mostCodeUnits = 32000;

base::Result<QString> readTyped(FieldKind kind, const QString &typed, int limit)
{
    if (kind == FieldKind::Kana)
        return text::cleanKana(typed, limit);
    if (kind == FieldKind::Number)
        return text::cleanDigits(typed, limit);
    return text::cleanText(typed, limit);
}

Qt::InputMethodHints hintsFor(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Kana:
        return Qt::ImhPreferUppercase | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData;
    case FieldKind::Number:
        return Qt::ImhDigitsOnly | Qt::ImhPreferLatin | Qt::ImhNoPredictiveText;
    case FieldKind::Direct:
        return Qt::ImhPreferLatin | Qt::ImhPreferNumbers | Qt::ImhNoPredictiveText;
    default:
        return Qt::ImhNoPredictiveText | Qt::ImhSensitiveData;
    }
}

} // namespace

TextField::TextField(FieldKind kind, int limit, QWidget *parent)
    : QLineEdit(parent)
    , m_kind(kind)
    , m_limit(limit)
{
    setMaxLength(mostCodeUnits);
    setInputMethodHints(hintsFor(kind));
    setContextMenuPolicy(Qt::NoContextMenu);
    connect(this, &QLineEdit::textChanged, this, &TextField::judge);
}

QString TextField::value() const
{
    return m_value;
}

QSize TextField::sizeHint() const
{
    const QSize hint = QLineEdit::sizeHint();
    return {qMax(hint.width(), em(12)), hint.height()};
}

void TextField::focusOutEvent(QFocusEvent *event)
{
    const bool converts = m_kind == FieldKind::Kana || m_kind == FieldKind::Number;
    if (converts && !m_problem && !text().isEmpty() && text() != m_value)
        setText(m_value);
    QLineEdit::focusOutEvent(event);
}

void TextField::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
}

void TextField::judge()
{
    const auto before = m_problem;
    m_problem.reset();
    m_value.clear();
    if (!text().trimmed().isEmpty()) {
        const auto read = readTyped(m_kind, text(), m_limit);
        if (read)
            m_value = *read;
        else
            m_problem = read.error().code;
    }
    if (before == m_problem)
        return;
    setProperty("problem", m_problem.has_value());
    style()->unpolish(this);
    style()->polish(this);
    Q_EMIT problemChanged();
}

NameField::NameField(QWidget *parent, int limit)
    : TextField(FieldKind::Name, limit, parent)
{
}

AddressField::AddressField(QWidget *parent, int limit)
    : TextField(FieldKind::Address, limit, parent)
{
}

KanaField::KanaField(QWidget *parent, int limit)
    : TextField(FieldKind::Kana, limit, parent)
{
}

NumberField::NumberField(int digits, QWidget *parent)
    : TextField(FieldKind::Number, digits, parent)
{
}

std::optional<qint64> NumberField::number() const
{
    bool ok = false;
    const qint64 number = value().toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

} // namespace widgets
