#include "ui/signin/rulelist.h"

#include "ui/widgets/parts.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace signin {

using desk::PasswordFault;
using widgets::TextRole;

RuleList::RuleList(const desk::PasswordRules &rules, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("rules"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    m_faults = {add(tr("At least %1 characters").arg(rules.length)),
                add(tr("Only letters, digits, signs and spaces of the keyboard")),
                add(tr("Five different characters or more")),
                add(tr("Without your user id and your name")),
                add(tr("Not similar to the present password"))};
    m_alike = add(tr("Typed twice alike"));
    m_used = add(tr("None of the last %1 passwords").arg(rules.history));
    show({});
}

RuleList::Line RuleList::add(const QString &words)
{
    auto *grid = static_cast<QGridLayout *>(layout());
    Line line{.icon = new QLabel(this),
              .words = widgets::label(words, TextRole::Body, this),
              .said = widgets::label({}, TextRole::Muted, this),
              .state = State::Open};
    const int row = grid->rowCount();
    grid->addWidget(line.icon, row, 0);
    grid->addWidget(line.words, row, 1);
    grid->addWidget(line.said, row, 2, Qt::AlignRight);
    return line;
}

void RuleList::set(Line &line, State state)
{
    using namespace widgets;
    line.state = state;
    const bool kept = state == State::Kept;
    const bool broken = state == State::Broken;
    line.icon->setPixmap(icon(kept     ? QStringLiteral("check")
                              : broken ? QStringLiteral("warning")
                                       : QStringLiteral("dot"),
                              kept     ? colour::success
                              : broken ? colour::warning
                                       : colour::muted,
                              1.05));
    line.said->setText(kept                       ? tr("kept")
                       : broken                   ? tr("not yet")
                       : state == State::Register ? tr("the register looks")
                                                  : QString());
    setRole(line.said, kept ? TextRole::Success : broken ? TextRole::Warning : TextRole::Muted);
    line.words->setAccessibleDescription(line.said->text());
}

void RuleList::show(const Typed &typed)
{
    for (qsizetype at = 0; at < m_faults.size(); ++at) {
        const auto fault = PasswordFault(at);
        const bool told = typed.anything && (fault != PasswordFault::Similar || typed.present);
        set(m_faults[at], !told                          ? State::Open
                          : typed.faults.contains(fault) ? State::Broken
                                                         : State::Kept);
    }
    set(m_alike, !typed.anything ? State::Open : typed.alike ? State::Kept : State::Broken);
    set(m_used, typed.anything ? State::Register : State::Open);
}

bool RuleList::allKept() const
{
    return m_alike.state == State::Kept &&
           std::all_of(m_faults.begin(), m_faults.end(),
                       [](const Line &line) { return line.state == State::Kept; });
}

} // namespace signin
