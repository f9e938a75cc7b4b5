#include "ui/widgets/askpanel.h"

#include "ui/widgets/entermoves.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/textfield.h"
#include "ui/words/errorwords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

namespace {
constexpr int reasonLimit = 500;
}

AskPanel::AskPanel(QWidget *parent)
    : QFrame(parent)
    , m_title(label({}, TextRole::Heading, this))
    , m_means(label({}, TextRole::Body, this))
    , m_caption(label(tr("Reason"), TextRole::Body, this))
    , m_reason(new TextField(FieldKind::Free, reasonLimit, this))
    , m_problem(label({}, TextRole::Error, this))
    , m_leave(button(tr("Leave it (Esc)"), ButtonRole::Ordinary, this))
    , m_doIt(button({}, ButtonRole::Primary, this))
{
    setProperty("asking", true);
    m_reason->setObjectName(QStringLiteral("askReason"));
    m_doIt->setObjectName(QStringLiteral("askDoIt"));
    m_problem->setObjectName(QStringLiteral("askProblem"));
    m_caption->setBuddy(m_reason);
    for (QLabel *words : {m_means, m_problem})
        words->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    setMarginsEm(column, {1.0, 0.7, 1.0, 0.7});
    setSpacingEm(column, 0.4);
    column->addWidget(m_title);
    column->addWidget(m_means);
    auto *row = new QHBoxLayout;
    row->addWidget(m_caption);
    row->addWidget(m_reason, 1);
    column->addLayout(row);
    column->addWidget(m_problem);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_leave);
    foot->addWidget(m_doIt);
    column->addLayout(foot);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    new EnterMoves(this, {m_reason}, m_doIt);
    setTabOrder(m_reason, m_leave);
    setTabOrder(m_leave, m_doIt);
    connect(m_doIt, &QPushButton::clicked, this, &AskPanel::judge);
    connect(m_leave, &QPushButton::clicked, this, [this] { close(); });
    connect(m_reason, &TextField::problemChanged, this, [this] {
        const auto code = m_reason->problem();
        m_problem->setText(code ? words::errorWords(*code).happened : QString());
        m_problem->setVisible(code.has_value());
    });
    hide();
}

void AskPanel::ask(const Question &question)
{
    m_needsReason = question.needsReason;
    m_title->setText(question.title);
    m_means->setText(question.means);
    m_means->setVisible(!question.means.isEmpty());
    m_doIt->setText(question.doIt);
    m_caption->setText(question.reasonName.isEmpty() ? tr("Reason") : question.reasonName);
    m_reason->setAccessibleName(m_caption->text());
    m_reason->clear();
    m_problem->hide();
    m_caption->setVisible(m_needsReason);
    m_reason->setVisible(m_needsReason);
    setAccessibleName(question.title);
    show();
    // What is thrown away by a stray Enter cannot be fetched back: the harmless button is offered.
    if (m_needsReason)
        m_reason->setFocus();
    else
        m_leave->setFocus();
}

bool AskPanel::close()
{
    if (isHidden())
        return false;
    hide();
    m_reason->clear();
    Q_EMIT closed();
    return true;
}

void AskPanel::judge()
{
    const QString reason = m_needsReason ? m_reason->value() : QString();
    if (m_needsReason && reason.isEmpty()) {
        if (!m_reason->problem())
            m_problem->setText(tr("Write the reason in a few words."));
        m_problem->show();
        m_reason->setFocus();
        return;
    }
    hide();
    m_reason->clear();
    Q_EMIT agreed(reason);
}

} // namespace widgets
