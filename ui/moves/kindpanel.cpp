#include "ui/moves/kindpanel.h"

#include "ui/widgets/choicelist.h"
#include "ui/widgets/parts.h"
#include "ui/words/movewords.h"

#include <QLabel>
#include <QVBoxLayout>

using residents::MoveKind;

namespace moves {

KindPanel::KindPanel(QWidget *parent)
    : QWidget(parent)
    , m_list(new widgets::ChoiceList(this))
{
    m_list->setObjectName(QStringLiteral("moveKind"));
    m_list->setAccessibleName(tr("Which move?"));
    setFocusProxy(m_list);
    auto *card = new widgets::Card(tr("Which move?"), this);
    widgets::setWidthEm(card, 30, 40);
    auto *hint = widgets::label(tr("Pick with the number key, or with the arrows and Enter."),
                                widgets::TextRole::Muted, card);
    hint->setWordWrap(true);
    card->body()->addWidget(hint);
    card->body()->addWidget(m_list);
    auto *column = new QVBoxLayout(this);
    column->addWidget(card, 0, Qt::AlignHCenter);
    column->addStretch(1);
    connect(m_list, &widgets::ChoiceList::picked, this, &KindPanel::choose);
    connect(m_list, &QListWidget::itemActivated, this, [this] { choose(m_list->choice()); });
}

/// 転出予定者 go, or stay after all; everybody else moves, or says that he will go.
void KindPanel::offerFor(residents::State state)
{
    const bool isPlanned = state == residents::State::MoveOutPlanned;
    m_kinds.clear();
    QStringList names;
    for (int i = 0; i < int(MoveKind::Count); ++i) {
        const residents::MoveTraits &traits = residents::traitsOf(MoveKind(i));
        // Who comes has no record that it could begin from.
        if (traits.ofPlanned != isPlanned || traits.ofNewcomers)
            continue;
        m_kinds.append(MoveKind(i));
        names.append(words::of(MoveKind(i)));
    }
    m_list->setChoices(names);
    m_list->setCurrentRow(0);
}

void KindPanel::choose(int index)
{
    if (index >= 0 && index < m_kinds.size())
        Q_EMIT chosen(m_kinds.at(index));
}

} // namespace moves
