#include "ui/entries/noteform.h"

#include "ui/widgets/parts.h"
#include "ui/widgets/textarea.h"
#include "ui/words/errorwords.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using widgets::TextRole;

namespace entries {

NoteForm::NoteForm(const Task &task, const Setting &setting, QWidget *parent)
    : EntryForm(parent)
    , m_base(task.proposal)
    , m_text(new widgets::TextArea(residents::noteLength, this))
    , m_count(widgets::label({}, TextRole::Muted, this))
    , m_problem(widgets::label({}, TextRole::Error, this))
{
    std::get<residents::Note>(m_base.entered).person = setting.about.person;
    m_text->setObjectName(QStringLiteral("noteText"));
    m_text->setAccessibleName(tr("Text of the note"));
    m_text->setPlainText(std::get<residents::Note>(m_base.entered).text);
    m_problem->setObjectName(QStringLiteral("noteProblem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    widgets::setSpacingEm(column, 0.3);
    auto *hint = widgets::label(tr("A note is for colleagues. It is never printed and is not told "
                                   "at the counter; earlier versions are kept. Enter begins a new "
                                   "line, Ctrl+Enter goes on to the buttons."),
                                TextRole::Muted, this);
    hint->setWordWrap(true);
    column->addWidget(hint);
    column->addWidget(m_text, 1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_problem, 1);
    foot->addStretch();
    foot->addWidget(m_count);
    column->addLayout(foot);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        count();
        say(m_text->problem() ? words::errorWords(*m_text->problem()).happened : QString());
        Q_EMIT changed();
    });
    if (setting.end)
        connect(m_text, &widgets::TextArea::goOn, setting.end,
                [end = setting.end] { end->setFocus(Qt::TabFocusReason); });
    count();
}

void NoteForm::count()
{
    m_count->setText(tr("%1 of %2 characters").arg(m_text->length()).arg(residents::noteLength));
}

void NoteForm::say(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

residents::Proposal NoteForm::proposal() const
{
    residents::Proposal made = m_base;
    // A draft keeps what was typed, also what cannot be filed.
    std::get<residents::Note>(made.entered).text =
        m_text->problem() ? m_text->toPlainText() : m_text->value();
    return made;
}

bool NoteForm::judge()
{
    if (!m_text->value().isEmpty())
        return true;
    if (!m_text->problem())
        say(tr("Write the text of the note."));
    m_text->setFocus();
    return false;
}

bool NoteForm::showProblemAt(const QString &field)
{
    if (!field.contains(QLatin1StringView("text")))
        return false;
    say(tr("The register did not accept this text."));
    m_text->setFocus();
    return true;
}

void NoteForm::takeFocus()
{
    m_text->setFocus();
    m_text->moveCursor(QTextCursor::End);
}

} // namespace entries
