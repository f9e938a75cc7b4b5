#include "ui/resident/askpanels.h"

#include "ui/widgets/choicelist.h"
#include "ui/widgets/entermoves.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/textfield.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using widgets::TextRole;

namespace resident {

namespace {

constexpr int noteLimit = 100;
constexpr int leastMarks = 3; ///< desk/taxviews.h: one of them not the name

/// In the middle of the page, as ReasonPanel.
void placeInTheMiddle(widgets::Card *card, QWidget *page)
{
    widgets::setWidthEm(card, 30, 46);
    auto *layout = new QVBoxLayout(page);
    widgets::setMarginsEm(layout, {0, 0.2, 0, 0.2});
    layout->addStretch(1);
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(card, 8);
    middle->addStretch(1);
    layout->addLayout(middle);
    layout->addStretch(2);
}

QLabel *explained(const QString &text, widgets::Card *card)
{
    auto *label = widgets::label(text, TextRole::Body, card);
    label->setWordWrap(true);
    card->body()->addWidget(label);
    return label;
}

} // namespace

PurposePanel::PurposePanel(QWidget *parent)
    : QWidget(parent)
    , m_list(new widgets::ChoiceList(this))
{
    auto *card = new widgets::Card(tr("What is this file opened for?"), this);
    explained(tr("The purpose of the visit does not fit this file. Pick the one that does with "
                 "its number key; it is kept in the log."),
              card);
    m_list->setObjectName(QStringLiteral("filePurpose"));
    m_list->setAccessibleName(tr("Purpose"));
    card->body()->addWidget(m_list);
    m_none = explained(tr("No purpose is in force that fits this file."), card);
    placeInTheMiddle(card, this);
    connect(m_list, &widgets::ChoiceList::picked, this, [this](int index) {
        if (index >= 0 && index < m_purposes.size())
            Q_EMIT chosen(m_purposes.at(index).code);
    });
}

void PurposePanel::setPurposes(const QList<desk::Purpose> &purposes)
{
    m_purposes = purposes;
    QStringList words;
    for (const desk::Purpose &purpose : purposes)
        words.append(purpose.words);
    m_list->setChoices(words);
    m_list->setCurrentRow(-1);
    m_list->setVisible(!purposes.isEmpty());
    m_none->setVisible(purposes.isEmpty());
}

void PurposePanel::takeFocus()
{
    m_list->setFocus();
}

CallerPanel::CallerPanel(QWidget *parent)
    : QWidget(parent)
    , m_note(new widgets::TextField(widgets::FieldKind::Free, noteLimit, this))
    , m_go(widgets::button(tr("Open the file"), widgets::ButtonRole::Primary, this))
{
    auto *card = new widgets::Card(tr("Telephone: is it the person himself?"), this);
    explained(tr("Let the caller say it; do not read anything out. Mark what agrees with the "
                 "record: at least three, one of them not the name. It is kept in the log."),
              card);
    const QStringList names{tr("1 Name"), tr("2 Date of birth"), tr("3 Address"),
                            tr("4 Number of a notice or person number")};
    QList<QWidget *> fields;
    auto *pairs = new QGridLayout;
    card->body()->addLayout(pairs);
    for (const QString &name : names) {
        auto *mark = new QCheckBox(name, card);
        mark->setObjectName(QStringLiteral("callerMark-%1").arg(m_marks.size() + 1));
        pairs->addWidget(mark, int(m_marks.size()) / 2, int(m_marks.size()) % 2);
        m_marks.append(mark);
        fields.append(mark);
    }
    auto *form = new widgets::FormGrid(1, card);
    form->add(tr("Note"), m_note);
    card->body()->addWidget(form);
    m_problem = explained({}, card);
    widgets::setRole(m_problem, TextRole::Error);
    card->body()->addWidget(m_go, 0, Qt::AlignRight);
    placeInTheMiddle(card, this);
    m_note->setObjectName(QStringLiteral("callerNote"));
    m_go->setObjectName(QStringLiteral("callerOpen"));
    m_problem->hide();
    fields.append(m_note);
    new widgets::EnterMoves(card, fields, m_go);
    connect(m_go, &QPushButton::clicked, this, &CallerPanel::judge);
}

void CallerPanel::start()
{
    for (QCheckBox *mark : std::as_const(m_marks))
        mark->setChecked(false);
    m_note->clear();
    m_problem->hide();
}

void CallerPanel::takeFocus()
{
    m_marks.first()->setFocus();
}

void CallerPanel::keyPressEvent(QKeyEvent *event)
{
    const int mark = event->key() - Qt::Key_1;
    if (mark >= 0 && mark < m_marks.size() && !m_note->hasFocus())
        m_marks.at(mark)->toggle();
    else
        QWidget::keyPressEvent(event);
}

void CallerPanel::judge()
{
    const auto marked = std::count_if(m_marks.begin(), m_marks.end(),
                                      [](const QCheckBox *mark) { return mark->isChecked(); });
    // Three of four always hold one that is not the name. The desk judges again.
    const bool enough = marked >= leastMarks;
    m_problem->setText(enough ? QString()
                              : tr("Not enough agrees. Without it the file stays closed; ask the "
                                   "caller to come to the counter."));
    m_problem->setVisible(!enough);
    if (!enough) {
        takeFocus();
        return;
    }
    Q_EMIT told({.name = m_marks.at(0)->isChecked(),
                 .birthDate = m_marks.at(1)->isChecked(),
                 .address = m_marks.at(2)->isChecked(),
                 .number = m_marks.at(3)->isChecked(),
                 .note = m_note->value()});
}

} // namespace resident
