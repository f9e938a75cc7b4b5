#include "ui/approvals/queuepage.h"

#include "base/whenready.h"
#include "ui/approvals/checkpanel.h"
#include "ui/approvals/queuemodel.h"
#include "ui/widgets/askpanel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/onlyshown.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tableview.h"

#include <QStackedWidget>
#include <QVBoxLayout>

using desk::CheckOutcome;
using widgets::Severity;

namespace approvals {

QueuePage::QueuePage(Procedures desk, QWidget *parent)
    : Page(parent)
    , m_desk(std::move(desk))
    , m_message(new widgets::MessageBar(this))
    , m_ask(new widgets::AskPanel(this))
    , m_stack(new QStackedWidget(this))
    , m_nothing(new widgets::EmptyState(this))
    , m_model(new QueueModel(this))
    , m_table(new widgets::TableView(this))
    , m_panel(new CheckPanel(this))
{
    setObjectName(QStringLiteral("queuePage"));
    m_message->setObjectName(QStringLiteral("queueMessage"));
    m_ask->setObjectName(QStringLiteral("queueAsk"));
    m_table->setObjectName(QStringLiteral("queueTable"));
    m_nothing->setObjectName(QStringLiteral("queueNothing"));
    m_nothing->setWords(QStringLiteral("success"), tr("Nothing waits to be checked"),
                        tr("Restrictions that colleagues enter stand here until somebody else has "
                           "checked them."));
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Waiting to be checked"));
    m_table->setColumnsEm({6, -14, 12, 11, 8, 13, 5});
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_panel);
    widgets::measureOnlyShown(m_stack);
    auto *layout = new QVBoxLayout(this);
    widgets::setMarginsEm(layout, {1, 0.7, 1, 0.5});
    widgets::setSpacingEm(layout, 0.5);
    layout->addWidget(m_message);
    layout->addWidget(m_ask);
    layout->addWidget(m_stack, 1);
    connect(m_table, &widgets::TableView::opened, this, &QueuePage::openEntry);
    connect(m_panel, &CheckPanel::registerWanted, this, &QueuePage::askToRegister);
    connect(m_panel, &CheckPanel::sendBackWanted, this, &QueuePage::askToSendBack);
    connect(m_ask, &widgets::AskPanel::agreed, this, &QueuePage::decide);
    connect(m_ask, &widgets::AskPanel::closed, this, [this] {
        m_asked = Asked::Nothing;
        bring(m_stack->currentWidget());
    });
}

QString QueuePage::title() const
{
    return tr("Waiting to be checked");
}

void QueuePage::load()
{
    base::whenReady(this, m_desk.queue(),
                    [this](const base::Result<QList<desk::CheckLine>> &lines) {
                        if (!lines) {
                            m_message->showError(lines.error());
                            return;
                        }
                        const int row = qMax(0, m_table->currentRow());
                        m_model->setRows(*lines, m_desk.now());
                        if (m_open)
                            return;
                        if (!lines->isEmpty())
                            m_table->selectRow(qMin(row, int(lines->size()) - 1));
                        bring(lines->isEmpty() ? static_cast<QWidget *>(m_nothing) : m_table);
                    });
}

void QueuePage::openEntry()
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= m_model->rowCount())
        return;
    const desk::CheckLine line = m_model->rowAt(row);
    base::whenReady(this, m_desk.open(line.entry),
                    [this, mine = line.mine](const base::Result<desk::CheckView> &view) {
                        if (!view) {
                            m_message->showError(view.error());
                            load();
                            return;
                        }
                        m_message->clear();
                        m_open = *view;
                        m_mine = mine;
                        bring(m_panel);
                        m_panel->showEntry(*view, mine);
                    });
}

bool QueuePage::decidable() const
{
    return m_open && !m_mine && !m_deciding && m_stack->currentWidget() == m_panel;
}

void QueuePage::askToRegister()
{
    if (!decidable())
        return;
    m_asked = Asked::Register;
    m_ask->ask({.title = tr("Register this entry?"),
                .means = tr("The register holds it from then on. You stand in it as the one who "
                            "checked."),
                .doIt = tr("Register"),
                .needsReason = false});
}

void QueuePage::askToSendBack()
{
    if (!decidable())
        return;
    m_asked = Asked::SendBack;
    m_ask->ask({.title = tr("Send this entry back?"),
                .means = tr("Its author reads your reason and can correct it. A restriction that "
                            "was set by it ends."),
                .doIt = tr("Send back")});
}

void QueuePage::decide(const QString &reason)
{
    const Asked asked = std::exchange(m_asked, Asked::Nothing);
    if (!m_open || asked == Asked::Nothing || m_deciding)
        return;
    m_deciding = true;
    const bool registers = asked == Asked::Register;
    const qint64 number = m_open->entry.number;
    base::whenReady(
        this,
        m_desk.decide(number, registers ? CheckOutcome::Register : CheckOutcome::SendBack, reason),
        [this, registers, number](const base::Result<> &done) {
            decided(number, registers, done);
        });
}

void QueuePage::decided(qint64 number, bool registers, const base::Result<> &done)
{
    using base::ErrorCode;
    m_deciding = false;
    if (done)
        m_message->say(Severity::Success,
                       registers ? tr("Registered.") : tr("Sent back to its author."));
    else
        m_message->showError(done.error());
    const bool over = done || done.error().code == ErrorCode::EntryDecided ||
                      done.error().code == ErrorCode::EntryUnknown;
    // Another one may have been opened while the register was asked.
    if (over && m_open && m_open->entry.number == number)
        m_open.reset();
    load();
    Q_EMIT keysChanged();
}

QList<widgets::KeyHint> QueuePage::keys() const
{
    if (m_stack->currentWidget() == m_panel)
        return {{Qt::Key_F8, tr("Send back"), decidable()},
                {Qt::Key_F12, tr("Register"), decidable()}};
    return {{Qt::Key_Return, tr("Open"), m_model->rowCount() > 0}, {Qt::Key_F5, tr("Look again")}};
}

void QueuePage::press(int key)
{
    const bool open = m_stack->currentWidget() == m_panel;
    if (key == Qt::Key_F8)
        askToSendBack();
    else if (key == Qt::Key_F12)
        askToRegister();
    else if (key == Qt::Key_F5 && !open)
        load();
    else if (key == Qt::Key_Return && !open)
        openEntry();
}

bool QueuePage::stepBack()
{
    if (m_ask->close())
        return true;
    if (m_stack->currentWidget() != m_panel)
        return false;
    m_open.reset();
    load();
    return true;
}

void QueuePage::bring(QWidget *part)
{
    m_stack->setCurrentWidget(part);
    if (isVisible() && m_ask->isHidden())
        part->setFocus();
    Q_EMIT keysChanged();
}

void QueuePage::arrive()
{
    if (m_open)
        m_panel->takeFocus();
    else
        load();
}

} // namespace approvals
