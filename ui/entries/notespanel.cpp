#include "ui/entries/notespanel.h"

#include "ui/entries/fieldlines.h"
#include "ui/entries/panelparts.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using widgets::ButtonRole;
using widgets::TextRole;

namespace entries {

NotesPanel::NotesPanel(const Doors &doors, QWidget *parent)
    : QWidget(parent)
    , m_mayWrite(doors.may(desk::Right::WriteNote))
    , m_list(nullptr)
{
    auto *write =
        m_mayWrite ? widgets::button(tr("1 Write a note"), ButtonRole::Ordinary, this) : nullptr;
    m_list = cardIn(this, tr("Notes (never printed)"), write);
    if (write) {
        write->setObjectName(QStringLiteral("writeNote"));
        connect(write, &QPushButton::clicked, this, &NotesPanel::writeWanted);
    }
}

void NotesPanel::showNotes(const QList<desk::NoteView> &notes)
{
    emptyLayout(m_list);
    if (notes.isEmpty())
        m_list->addWidget(widgets::label(tr("There are no notes."), TextRole::Muted, this));
    for (const desk::NoteView &view : notes)
        add(view);
}

void NotesPanel::add(const desk::NoteView &view)
{
    const residents::Note &note = view.note;
    auto *block = new QFrame(this);
    block->setProperty("note",
                       note.withdrawn ? QStringLiteral("withdrawn") : QStringLiteral("valid"));
    block->setObjectName(QStringLiteral("note-%1").arg(note.id));
    auto *column = new QVBoxLayout(block);
    widgets::setMarginsEm(column, {0.8, 0.5, 0.8, 0.5});
    widgets::setSpacingEm(column, 0.3);
    auto *text = widgets::label(view.withheld ? hiddenWords() : note.text,
                                note.withdrawn ? TextRole::Muted : TextRole::Body, block);
    text->setProperty("struck", note.withdrawn);
    text->setWordWrap(true);
    widgets::setRole(text, note.withdrawn ? TextRole::Muted : TextRole::Body);
    column->addWidget(text);
    QString by = authorWords(note.by);
    if (note.withdrawn)
        by = tr("Taken back: %1").arg(by);
    else if (note.version > 1)
        by = tr("Version %1: %2").arg(note.version).arg(by);
    auto *author = widgets::label(by, TextRole::Muted, block);
    author->setWordWrap(true);
    column->addWidget(author);
    auto *foot = new QWidget(block);
    auto *row = new widgets::FlowLayout(foot, {0, 0, 0, 0}, 0.4);
    if (m_mayWrite && !note.withdrawn && !view.withheld) {
        auto *change = widgets::button(tr("Correct"), ButtonRole::Quiet, foot);
        auto *takeBack = widgets::button(tr("Take back"), ButtonRole::Quiet, foot);
        change->setAccessibleName(tr("Correct the note: %1").arg(note.text.left(20)));
        takeBack->setAccessibleName(tr("Take back the note: %1").arg(note.text.left(20)));
        row->addWidget(change);
        row->addWidget(takeBack);
        connect(change, &QPushButton::clicked, this, [this, note] { Q_EMIT changeWanted(note); });
        connect(takeBack, &QPushButton::clicked, this,
                [this, note] { Q_EMIT takeBackWanted(note); });
    }
    if (!view.earlier.isEmpty() && !view.withheld) {
        auto *earlier = widgets::button(tr("Earlier versions (%1)").arg(view.earlier.size()),
                                        ButtonRole::Quiet, foot);
        row->addWidget(earlier);
        column->addWidget(foot);
        auto *older = new QWidget(block);
        auto *olderColumn = new QVBoxLayout(older);
        widgets::setMarginsEm(olderColumn, {0.8, 0.2, 0, 0});
        addEarlier(view, olderColumn, older);
        older->hide();
        column->addWidget(older);
        earlier->setCheckable(true);
        connect(earlier, &QPushButton::toggled, older, &QWidget::setVisible);
    } else if (row->count() > 0) {
        column->addWidget(foot);
    } else {
        delete foot;
    }
    m_list->addWidget(block);
}

void NotesPanel::addEarlier(const desk::NoteView &view, QVBoxLayout *column, QWidget *block)
{
    for (const residents::Note &one : view.earlier) {
        auto *by = widgets::label(tr("Version %1: %2").arg(one.version).arg(authorWords(one.by)),
                                  TextRole::Muted, block);
        auto *text = widgets::label(one.text, TextRole::Body, block);
        for (QLabel *label : {by, text}) {
            label->setWordWrap(true);
            column->addWidget(label);
        }
    }
}

} // namespace entries
