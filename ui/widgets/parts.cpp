#include "ui/widgets/parts.h"

#include "ui/widgets/registeredtext.h"
#include "ui/widgets/textfield.h"
#include "ui/words/errorwords.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace widgets {

namespace {

/// Enter presses the button that has the focus; Qt leaves it to the default buttons of dialogs.
class EnterButton final : public QPushButton
{
public:
    using QPushButton::QPushButton;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (!enter)
            QPushButton::keyPressEvent(event);
        else if (!event->isAutoRepeat())
            click();
    }
};

} // namespace

QLabel *label(const QString &text, TextRole role, QWidget *parent)
{
    auto *made = new NameLabel(text, parent);
    made->setTextFormat(Qt::PlainText);
    setRole(made, role);
    return made;
}

QPushButton *button(const QString &text, ButtonRole role, QWidget *parent)
{
    auto *made = new EnterButton(text, parent);
    made->setAutoDefault(false);
    setRole(made, role);
    return made;
}

void deafen(QObject *whole)
{
    const auto parts = whole->findChildren<QObject *>();
    for (QObject *part : parts)
        part->disconnect(whole);
}

QFrame *line(QWidget *parent)
{
    auto *made = new QFrame(parent);
    made->setProperty("line", true);
    made->setFixedHeight(1);
    return made;
}

Card::Card(const QString &heading, QWidget *parent)
    : QFrame(parent)
    , m_body(new QVBoxLayout(this))
{
    setProperty("card", true);
    setMarginsEm(m_body, {1.2, 0.9, 1.2, 1.0});
    setSpacingEm(m_body, 0.6);
    if (!heading.isEmpty())
        m_body->addWidget(label(heading, TextRole::Heading, this));
}

FormGrid::FormGrid(int columns, QWidget *parent)
    : QWidget(parent)
    , m_columns(columns)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    for (int column = 0; column < columns; ++column)
        m_grid->setColumnStretch(column * 2 + 1, 1);
}

void FormGrid::add(const QString &name, QWidget *input, int span)
{
    const int column = m_next % m_columns;
    const int row = m_next / m_columns * 2;
    auto *caption = label(name, TextRole::Body, this);
    caption->setBuddy(input);
    m_grid->addWidget(caption, row, column * 2, Qt::AlignRight | Qt::AlignVCenter);
    // A field with a greatest width of its own stays beside its label.
    const bool narrow = input->maximumWidth() < QWIDGETSIZE_MAX;
    m_grid->addWidget(input, row, column * 2 + 1, 1, span * 2 - 1,
                      narrow ? Qt::AlignLeft | Qt::AlignVCenter : Qt::Alignment());
    auto *problem = label({}, TextRole::Error, this);
    problem->hide();
    problem->setWordWrap(true);
    m_grid->addWidget(problem, row + 1, column * 2 + 1, 1, span * 2 - 1);
    m_problems.append({input, problem});
    QWidget *proxy = input->focusProxy() ? input->focusProxy() : input;
    input->setAccessibleName(name);
    proxy->setAccessibleName(name);
    if (auto *field = qobject_cast<TextField *>(proxy)) {
        connect(field, &TextField::problemChanged, this, [this, input, field] {
            const auto code = field->problem();
            setProblem(input, code ? words::errorWords(*code).happened : QString());
        });
    }
    m_next += span;
}

QLabel *FormGrid::addValue(const QString &name, const QString &value, int span, TextRole role)
{
    // What is wider than what is left of the line begins the next one.
    if (const int used = m_next % m_columns; used > 0 && used + span > m_columns)
        m_next += m_columns - used;
    const int column = m_next % m_columns;
    const int row = m_next / m_columns;
    auto *caption = label(name, TextRole::Muted, this);
    caption->setProperty("caption", true);
    setRole(caption, TextRole::Muted); // the style looks again
    auto *shown = label(value.isEmpty() ? QStringLiteral("―") : value, role, this);
    shown->setWordWrap(true);
    shown->setAccessibleName(name + u' ' + shown->text());
    m_grid->addWidget(caption, row, column * 2, Qt::AlignLeft | Qt::AlignTop);
    m_grid->addWidget(shown, row, column * 2 + 1, 1, span * 2 - 1);
    m_next += span;
    return shown;
}

void FormGrid::setProblem(QWidget *input, const QString &words)
{
    for (const auto &[one, problem] : std::as_const(m_problems)) {
        if (one != input)
            continue;
        problem->setText(words);
        problem->setVisible(!words.isEmpty());
        QWidget *proxy = input->focusProxy() ? input->focusProxy() : input;
        const auto *field = qobject_cast<const TextField *>(proxy);
        proxy->setProperty("problem", !words.isEmpty() || (field && field->problem()));
        proxy->style()->unpolish(proxy);
        proxy->style()->polish(proxy);
    }
}

void FormGrid::clearValues()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_problems.clear();
    m_next = 0;
}

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(label({}, TextRole::Heading, this))
    , m_text(label({}, TextRole::Muted, this))
    , m_offers(new QVBoxLayout)
{
    // Takes the focus when nothing else can, and shows that it has it.
    setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setWordWrap(true);
    column->addWidget(m_text);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addLayout(m_offers);
    row->addStretch();
    column->addLayout(row);
    column->addStretch(3);
}

void EmptyState::setWords(const QString &iconName, const QString &title, const QString &text)
{
    m_icon->setPixmap(icon(iconName, 0xff8fa1b1, 3.2));
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(title);
}

void EmptyState::setOffers(const QStringList &offers)
{
    while (QLayoutItem *item = m_offers->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (int i = 0; i < offers.size(); ++i) {
        auto *made = button(offers.at(i), ButtonRole::Ordinary, this);
        connect(made, &QPushButton::clicked, this, [this, i] { Q_EMIT offerTaken(i); });
        m_offers->addWidget(made);
    }
}

ProgressPanel::ProgressPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(label({}, TextRole::Heading, this))
    , m_text(label({}, TextRole::Muted, this))
    , m_number(label({}, TextRole::Body, this))
    , m_bar(new QProgressBar(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    m_text->setWordWrap(true);
    column->addWidget(m_text);
    auto *row = new QHBoxLayout;
    m_bar->setTextVisible(false);
    row->addWidget(m_bar, 1);
    m_number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setWidthEm(m_number, 3.5);
    row->addWidget(m_number);
    column->addLayout(row);
}

void ProgressPanel::setWords(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_bar->setAccessibleName(title);
}

void ProgressPanel::setPercent(int percent)
{
    m_bar->setRange(0, percent < 0 ? 0 : 100);
    m_bar->setValue(qMax(0, percent));
    m_number->setText(percent < 0 ? QString() : QStringLiteral("%1 %").arg(percent));
}

} // namespace widgets
