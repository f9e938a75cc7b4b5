#include "ui/outbox/outboxpage.h"

#include "base/whenready.h"
#include "ui/outbox/itemmodel.h"
#include "ui/outbox/itempanel.h"
#include "ui/widgets/askpanel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/onlyshown.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tableview.h"
#include "ui/words/entrywords.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

using desk::ItemState;
using widgets::Severity;
using widgets::TextRole;

namespace outbox {

namespace {

enum Tab { Own, Stuck };

} // namespace

OutboxPage::OutboxPage(Procedures desk, QWidget *parent)
    : Page(parent)
    , m_desk(std::move(desk))
    , m_message(new widgets::MessageBar(this))
    , m_ask(new widgets::AskPanel(this))
    , m_tabs(new QTabBar(this))
    , m_showSettled(new QCheckBox(tr("Also what is done"), this))
    , m_stack(new QStackedWidget(this))
    , m_nothing(new widgets::EmptyState(this))
    , m_list(new QWidget(this))
    , m_model(new ItemModel(this))
    , m_table(new widgets::TableView(this))
    , m_means(widgets::label({}, TextRole::Body, this))
    , m_todo(widgets::label({}, TextRole::Muted, this))
    , m_panel(new ItemPanel(this))
{
    setObjectName(QStringLiteral("outboxPage"));
    m_message->setObjectName(QStringLiteral("outboxMessage"));
    m_ask->setObjectName(QStringLiteral("outboxAsk"));
    m_tabs->setObjectName(QStringLiteral("outboxTabs"));
    m_table->setObjectName(QStringLiteral("outboxTable"));
    m_showSettled->setObjectName(QStringLiteral("outboxSettled"));
    m_nothing->setObjectName(QStringLiteral("outboxNothing"));
    layOut();
    connect(m_ask, &widgets::AskPanel::agreed, this, &OutboxPage::agreed);
    connect(m_ask, &widgets::AskPanel::closed, this, [this] { bring(m_stack->currentWidget()); });
    connect(m_table, &widgets::TableView::opened, this, &OutboxPage::openItem);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &OutboxPage::explain);
    connect(m_tabs, &QTabBar::currentChanged, this, [this] { showList(m_lines); });
    connect(m_showSettled, &QCheckBox::toggled, this, [this](bool settled) {
        m_settled = settled;
        load();
    });
    connect(m_panel, &ItemPanel::takeTheirs, this, [this] {
        if (m_item)
            take(m_desk.discard(m_item->line.uuid), tr("Theirs stays. Yours is closed."));
    });
    connect(m_panel, &ItemPanel::discardMine, this, &OutboxPage::discard);
    connect(m_panel, &ItemPanel::keepAsDraft, this, &OutboxPage::edit);
}

void OutboxPage::layOut()
{
    auto *layout = new QVBoxLayout(this);
    widgets::setMarginsEm(layout, {1, 0.7, 1, 0.5});
    widgets::setSpacingEm(layout, 0.5);
    layout->addWidget(m_message);
    layout->addWidget(m_ask);
    makeTop(layout);
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    widgets::setSpacingEm(column, 0.4);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Entries of this workstation"));
    m_table->setColumnsEm({11.5, 5, 9.5, 8, 13, 5.5, -13});
    column->addWidget(m_table, 1);
    auto *card = new widgets::Card({}, m_list);
    m_means->setObjectName(QStringLiteral("outboxMeans"));
    for (QLabel *words : {m_means, m_todo}) {
        words->setWordWrap(true);
        card->body()->addWidget(words);
    }
    column->addWidget(card);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_panel);
    widgets::measureOnlyShown(m_stack);
    layout->addWidget(m_stack, 1);
}

void OutboxPage::makeTop(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    m_tabs->setAccessibleName(tr("Whose entries"));
    m_tabs->addTab(tr("Your entries"));
    m_tabs->addTab(tr("Stuck entries of this workstation"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setVisible(m_desk.supervisor);
    row->addWidget(m_tabs);
    row->addStretch(1);
    row->addWidget(m_showSettled);
    column->addLayout(row);
}

QString OutboxPage::title() const
{
    return tr("Outbox");
}

void OutboxPage::load()
{
    base::whenReady(this, m_desk.items(m_settled),
                    [this](const base::Result<QList<desk::OutboxLine>> &lines) {
                        if (!lines) {
                            m_message->showError(lines.error());
                            return;
                        }
                        m_lines = *lines;
                        showList(m_lines);
                        if (m_wanted.isEmpty())
                            return;
                        const int row = m_model->rowOf(std::exchange(m_wanted, QString()));
                        if (row >= 0) {
                            m_table->selectRow(row);
                            openItem();
                        }
                    });
}

void OutboxPage::showList(const QList<desk::OutboxLine> &lines)
{
    const bool stuck = m_tabs->currentIndex() == Stuck;
    QList<desk::OutboxLine> shown;
    for (const desk::OutboxLine &one : lines) {
        if (stuck ? one.stuck : one.mine)
            shown.append(one);
    }
    m_model->setRows(shown, m_desk.now());
    m_table->setColumnHidden(int(ItemModel::Column::Author), !stuck);
    if (shown.isEmpty())
        m_nothing->setWords(QStringLiteral("outbox"),
                            stuck ? tr("Nothing is stuck") : tr("Nothing waits"),
                            stuck ? tr("What waits for more than a day, was not accepted or is in "
                                       "conflict would stand here.")
                                  : tr("What you enter stands here until the register holds it."));
    else
        m_table->selectRow(qMax(0, m_model->rowOf(m_selected)));
    if (m_stack->currentWidget() != m_panel || !m_item)
        bring(shown.isEmpty() ? static_cast<QWidget *>(m_nothing) : m_list);
    explain();
}

std::optional<desk::OutboxLine> OutboxPage::line() const
{
    if (m_stack->currentWidget() == m_panel && m_item)
        return m_item->line;
    const int row = m_table->currentRow();
    if (m_stack->currentWidget() != m_list || row < 0 || row >= m_model->rowCount())
        return std::nullopt;
    return m_model->rowAt(row);
}

void OutboxPage::explain()
{
    if (const auto one = line()) {
        // A question is about the entry it was asked for: another one is not withdrawn by it.
        if (m_selected != one->uuid && m_asked != Asked::Nothing) {
            m_asked = Asked::Nothing;
            m_ask->close();
        }
        m_selected = one->uuid;
        const auto said = words::stateWords(one->state, one->reason, one->rule);
        m_means->setText(one->answer.isEmpty() ? said.means
                                               : tr("%1 Answer: %2").arg(said.means, one->answer));
        m_todo->setText(one->mine
                            ? said.todo
                            : tr("Only its author can open it. Speak with %1.").arg(one->userId));
    }
    Q_EMIT keysChanged();
}

void OutboxPage::openItem()
{
    const auto one = line();
    if (!one)
        return;
    if (!mayOpen(*one)) {
        m_message->say(Severity::Notice, tr("Only its author can open it."));
        return;
    }
    base::whenReady(this, m_desk.open(one->uuid),
                    [this](const base::Result<desk::OutboxItem> &item) {
                        if (!item) {
                            m_message->showError(item.error());
                            return;
                        }
                        m_message->clear();
                        m_item = *item;
                        bring(m_panel);
                        m_panel->showItem(*item);
                        Q_EMIT keysChanged();
                    });
}

void OutboxPage::retry()
{
    const auto one = line();
    if (!one || !mayRetry(*one))
        return;
    base::whenReady(this, m_desk.retry(one->uuid), [this](const base::Result<desk::Filed> &filed) {
        if (!filed) {
            m_message->showError(filed.error());
        } else {
            const auto said = words::stateWords(filed->state, filed->reason, filed->rule);
            const bool well =
                filed->state == ItemState::Registered || filed->state == ItemState::Provisional;
            m_message->say(well ? Severity::Success : Severity::Notice,
                           tr("Now: %1").arg(words::of(filed->state)), said.means, said.todo);
        }
        m_item.reset();
        load();
    });
}

void OutboxPage::edit()
{
    const auto one = line();
    if (!one || !mayEdit(*one))
        return;
    const bool comes =
        one->move != residents::MoveKind::Count && residents::traitsOf(one->move).ofNewcomers;
    const auto go = [this, comes, person = one->person](const QString &draft) {
        m_item.reset();
        if (m_desk.inVisit && comes && !m_desk.telephone) {
            Q_EMIT arrivalWanted(draft);
            return;
        }
        if (m_desk.inVisit && !comes && person.value != 0) {
            Q_EMIT draftWanted(person, draft);
            return;
        }
        m_selected = draft;
        m_message->say(Severity::Success, tr("It is a draft now."),
                       comes ? tr("Start a visit at the counter, not by telephone, and choose the "
                                  "draft here again.")
                             : tr("Start a visit and open the record of the person: the draft "
                                  "stands under notes, contact and restrictions."));
        load();
    };
    if (one->state == ItemState::Draft) {
        go(one->uuid);
        return;
    }
    base::whenReady(this, m_desk.keepAsDraft(one->uuid),
                    [this, go](const base::Result<QString> &draft) {
                        if (draft)
                            go(*draft);
                        else
                            m_message->showError(draft.error());
                    });
}

void OutboxPage::withdraw()
{
    const auto one = line();
    if (!one || !mayWithdraw(*one))
        return;
    m_asked = Asked::Withdraw;
    m_selected = one->uuid;
    m_ask->ask({.title = tr("Withdraw this entry?"),
                .means = one->state == ItemState::Provisional
                             ? tr("The register is told that it is not wanted any more. A "
                                  "restriction that was set by it ends.")
                             : tr("It is not sent any more. It stays in the list for a day."),
                .doIt = tr("Withdraw")});
}

void OutboxPage::discard()
{
    const auto one = line();
    if (!one || !mayDiscard(*one))
        return;
    m_asked = Asked::Discard;
    m_selected = one->uuid;
    m_ask->ask({.title = tr("Discard this entry?"),
                .means = tr("What you typed cannot be brought back."),
                .doIt = tr("Discard"),
                .needsReason = false});
}

void OutboxPage::agreed(const QString &reason)
{
    const Asked asked = std::exchange(m_asked, Asked::Nothing);
    if (asked == Asked::Withdraw)
        take(m_desk.withdraw(m_selected, reason), tr("Withdrawn."));
    else if (asked == Asked::Discard)
        take(m_desk.discard(m_selected), tr("Discarded."));
}

void OutboxPage::take(const desk::Answer<> &answer, const QString &words)
{
    base::whenReady(this, answer, [this, words](const base::Result<> &done) {
        if (done)
            m_message->say(Severity::Success, words);
        else
            m_message->showError(done.error());
        if (done)
            m_item.reset();
        load();
    });
}

QList<widgets::KeyHint> OutboxPage::keys() const
{
    const auto one = line();
    const bool open = m_stack->currentWidget() == m_panel;
    QList<widgets::KeyHint> hints;
    if (!open)
        hints << widgets::KeyHint{Qt::Key_Return, tr("Open"), one && mayOpen(*one)};
    hints << widgets::KeyHint{Qt::Key_F4, tr("Edit again"), one && mayEdit(*one)}
          << widgets::KeyHint{Qt::Key_F5, tr("Send now"), one && mayRetry(*one)}
          << widgets::KeyHint{Qt::Key_F7, tr("Withdraw"), one && mayWithdraw(*one)}
          << widgets::KeyHint{Qt::Key_F8, tr("Discard"), one && mayDiscard(*one)}
          << widgets::KeyHint{Qt::Key_F2, tr("What can be done without connection")};
    return hints;
}

void OutboxPage::press(int key)
{
    switch (key) {
    case Qt::Key_Return:
        openItem();
        break;
    case Qt::Key_F4:
        edit();
        break;
    case Qt::Key_F5:
        retry();
        break;
    case Qt::Key_F7:
        withdraw();
        break;
    case Qt::Key_F8:
        discard();
        break;
    case Qt::Key_F2:
        Q_EMIT offlineHelpWanted();
        break;
    default:
        break;
    }
}

void OutboxPage::keyPressEvent(QKeyEvent *event)
{
    const bool conflict = m_stack->currentWidget() == m_panel && m_item &&
                          m_item->line.state == ItemState::Conflict && m_ask->isHidden();
    if (!conflict || event->isAutoRepeat() || event->modifiers() & ~Qt::KeypadModifier) {
        Page::keyPressEvent(event);
        return;
    }
    if (event->key() == Qt::Key_1)
        Q_EMIT m_panel->takeTheirs();
    else if (event->key() == Qt::Key_2)
        edit();
    else if (event->key() == Qt::Key_3)
        discard();
    else
        Page::keyPressEvent(event);
}

bool OutboxPage::stepBack()
{
    if (m_ask->close())
        return true;
    if (m_stack->currentWidget() != m_panel)
        return false;
    m_item.reset();
    bring(m_list);
    explain();
    return true;
}

void OutboxPage::bring(QWidget *part)
{
    m_stack->setCurrentWidget(part);
    m_tabs->setEnabled(part != m_panel);
    m_showSettled->setEnabled(part != m_panel);
    if (!isVisible() || !m_ask->isHidden())
        return;
    if (part == m_list)
        m_table->setFocus();
    else
        part->setFocus();
}

void OutboxPage::arrive()
{
    if (m_stack->currentWidget() == m_panel && m_item) {
        m_panel->takeFocus();
        return;
    }
    load();
}

} // namespace outbox
