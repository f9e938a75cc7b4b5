#include "ui/widgets/textarea.h"

#include "text/input.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>
#include <QStyle>

namespace widgets {

namespace {

constexpr int mostCodeUnits = 32000;

} // namespace

TextArea::TextArea(int limit, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_limit(limit)
{
    setTabChangesFocus(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhSensitiveData | Qt::ImhMultiLine);
    connect(this, &QPlainTextEdit::textChanged, this, &TextArea::judge);
}

int TextArea::length() const
{
    return int(toPlainText().toUcs4().size());
}

QSize TextArea::sizeHint() const
{
    constexpr double heightEm = 9;
    constexpr double widthEm = 30;
    return {em(widthEm), em(heightEm)};
}

QSize TextArea::minimumSizeHint() const
{
    constexpr double heightEm = 5;
    constexpr double widthEm = 12;
    return {em(widthEm), em(heightEm)};
}

void TextArea::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (event->modifiers() & Qt::ControlModifier)) {
        if (!event->isAutoRepeat())
            Q_EMIT goOn();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void TextArea::judge()
{
    const auto before = m_problem;
    m_problem.reset();
    m_value = toPlainText().trimmed();
    const QStringList lines = m_value.split(u'\n');
    for (const QString &one : lines) {
        const auto read = text::cleanText(one, mostCodeUnits);
        if (!one.trimmed().isEmpty() && !read)
            m_problem = read.error().code;
    }
    if (m_value.toUcs4().size() > m_limit)
        m_problem = base::ErrorCode::ConditionTooLong;
    if (m_problem)
        m_value.clear();
    if (before == m_problem)
        return;
    setProperty("problem", m_problem.has_value());
    style()->unpolish(this);
    style()->polish(this);
    Q_EMIT problemChanged();
}

} // namespace widgets
