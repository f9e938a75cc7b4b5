#include "ui/widgets/secretfield.h"

#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

namespace widgets {

namespace {

class SecretFieldAccess final : public QAccessibleWidget
{
public:
    explicit SecretFieldAccess(QWidget *widget)
        : QAccessibleWidget(widget, QAccessible::EditableText)
    {
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State now = QAccessibleWidget::state();
        now.passwordEdit = true;
        now.editable = true;
        return now;
    }
};

QAccessibleInterface *makeAccess(const QString &className, QObject *object)
{
    if (className == QLatin1StringView("widgets::SecretField"))
        return new SecretFieldAccess(qobject_cast<QWidget *>(object));
    return nullptr;
}

bool isPasteKey(const QKeyEvent *event)
{
    return event->matches(QKeySequence::Paste) || event->matches(QKeySequence::Copy) ||
           event->matches(QKeySequence::Cut) || event->matches(QKeySequence::Undo);
}

} // namespace

SecretField::SecretField(int mostBytes, QWidget *parent)
    : QWidget(parent)
    , m_mostBytes(mostBytes)
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccess);
        return true;
    }();
    Q_UNUSED(installed)
    // One allocation for life: growing would leave copies for the allocator to wipe.
    m_bytes.reserve(static_cast<std::size_t>(mostBytes));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setAcceptDrops(false);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

SecretField::~SecretField() = default;

base::Secret SecretField::take()
{
    base::Secret taken = std::move(m_bytes);
    m_bytes = {};
    m_bytes.reserve(static_cast<std::size_t>(m_mostBytes));
    m_count = 0;
    update();
    Q_EMIT changed();
    return taken;
}

void SecretField::clear()
{
    (void)take();
}

QSize SecretField::sizeHint() const
{
    return {em(14), QFontMetrics(font()).height() + em(0.6) + 2};
}

QSize SecretField::minimumSizeHint() const
{
    return {em(8), sizeHint().height()};
}

void SecretField::keyPressEvent(QKeyEvent *event)
{
    if (isPasteKey(event)) {
        Q_EMIT refused(tr("Passwords and PINs are typed, not pasted"));
        return;
    }
    if (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete) {
        event->modifiers() & Qt::ControlModifier ? clear() : removeLast();
        return;
    }
    const bool command = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier);
    const QString typed = event->text();
    if (command || typed.isEmpty() || !typed.front().isPrint()) {
        QWidget::keyPressEvent(event);
        return;
    }
    append(typed);
}

void SecretField::append(const QString &typed)
{
    // A key event carries one character as a QString; that copy belongs to Qt and is out of reach.
    // Ours is wiped at once.
    QByteArray bytes = typed.toUtf8();
    const auto size = static_cast<std::size_t>(bytes.size());
    if (m_bytes.size() + size > static_cast<std::size_t>(m_mostBytes)) {
        Q_EMIT refused(tr("No more characters can be typed here"));
        return;
    }
    m_bytes.insert(m_bytes.end(), bytes.cbegin(), bytes.cend());
    bytes.fill('\0');
    ++m_count;
    update();
    Q_EMIT changed();
}

void SecretField::removeLast()
{
    if (m_bytes.empty())
        return;
    constexpr std::uint8_t continuationMask = 0xc0;
    constexpr std::uint8_t continuation = 0x80;
    while (m_bytes.size() > 1 && (m_bytes.back() & continuationMask) == continuation)
        m_bytes.pop_back();
    m_bytes.pop_back();
    --m_count;
    update();
    Q_EMIT changed();
}

void SecretField::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = hasFocus();
    const qreal pen = focused ? 2 : 1;
    const QRectF frame = QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2);
    painter.setPen(QPen(inkOf(focused ? colour::focus : colour::fieldLine), pen));
    painter.setBrush(inkOf(isEnabled() ? colour::paper : colour::ground));
    painter.drawRoundedRect(frame, 3, 3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(inkOf(colour::ink));
    const qreal dot = em(0.42);
    const qreal step = em(0.72);
    qreal x = em(0.5) + 1;
    const int shown = qMin(m_count, static_cast<int>((width() - em(1.2)) / step));
    for (int i = 0; i < shown; ++i, x += step)
        painter.drawEllipse(QRectF(x, (height() - dot) / 2, dot, dot));
    if (focused) {
        painter.setBrush(inkOf(colour::accent));
        painter.drawRect(QRectF(x + 1, height() * 0.22, qMax(1.5, em(0.1) * 1.0), height() * 0.56));
    }
}

void SecretField::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    QWidget::mousePressEvent(event);
}

void SecretField::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void SecretField::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace widgets
