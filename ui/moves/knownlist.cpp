#include "ui/moves/knownlist.h"

#include "ui/resident/wording.h"
#include "ui/widgets/parts.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using widgets::ButtonRole;
using widgets::TextRole;

namespace moves {

KnownList::KnownList(QWidget *parent)
    : QFrame(parent)
    , m_lines(new QVBoxLayout(this))
{
    widgets::setMarginsEm(m_lines, {0, 0.2, 0, 0});
    widgets::setSpacingEm(m_lines, 0.3);
    setObjectName(QStringLiteral("knownList"));
    hide();
}

void KnownList::setPeople(const QList<desk::KnownPerson> &people, base::PersonId taken)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_buttons.clear();
    if (!people.isEmpty()) {
        auto *title =
            widgets::label(tr("Known here with this name, birth date and sex:"), TextRole::Body);
        title->setWordWrap(true);
        m_lines->addWidget(title);
    }
    for (const desk::KnownPerson &one : people)
        add(one, taken);
    setVisible(!people.isEmpty());
}

void KnownList::add(const desk::KnownPerson &one, base::PersonId taken)
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    const bool present = residents::isPresent(one.state);
    const QString where = one.address.isEmpty() ? tr("address not shown") : one.address;
    auto *who = widgets::label(
        tr("%1 (number %2), %3, %4")
            .arg(one.name, QString::number(one.id.person.value), words::of(one.state), where),
        TextRole::Name, row);
    who->setWordWrap(true);
    line->addWidget(who, 1);
    const QString against = one.closed ? tr("Protected: ask your supervisor.")
                            : present  ? tr("Lives here: no moving in.")
                            : one.state == residents::State::Died
                                ? tr("Dead: ask whether it is another person.")
                                : QString();
    if (!against.isEmpty()) {
        line->addWidget(widgets::label(against, TextRole::Error, row));
    } else {
        const bool his = one.id.person == taken;
        auto *use = widgets::button(his ? tr("Use a new number") : tr("Use his number"),
                                    ButtonRole::Ordinary, row);
        use->setObjectName(QStringLiteral("known-%1").arg(one.id.person.value));
        use->setAccessibleDescription(who->text());
        connect(use, &QPushButton::clicked, this,
                [this, known = one.id, his] { Q_EMIT chosen(his ? base::SnapshotId() : known); });
        line->addWidget(use);
        m_buttons.append(use);
    }
    m_lines->addWidget(row);
}

QList<QWidget *> KnownList::fields() const
{
    return m_buttons;
}

} // namespace moves
