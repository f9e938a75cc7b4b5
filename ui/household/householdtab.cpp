#include "ui/household/householdtab.h"

#include "base/whenready.h"
#include "ui/household/membermodel.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tableview.h"

#include <QLabel>
#include <QVBoxLayout>

using widgets::TextRole;

namespace household {

namespace {

enum class Shown { Present, Former };

widgets::TableView *memberTable(MemberModel *model, Shown shown, const QString &name,
                                QWidget *parent)
{
    auto *table = new widgets::TableView(parent);
    table->setModel(model);
    table->setAccessibleName(name);
    using Column = MemberModel::Column;
    const auto hide = [table](Column column) { table->setColumnHidden(int(column), true); };
    if (shown == Shown::Present) {
        hide(Column::LeftOn);
        table->setColumnsEm({6, 13, -9.5, 9.5, 4.2, 3.6, 9, 0});
    } else {
        hide(Column::Age);
        hide(Column::Sex);
        table->setColumnsEm({6, 13, -8, 10.8, 0, 0, 9, 9.5});
    }
    return table;
}

} // namespace

HouseholdTab::HouseholdTab(Ask ask, QWidget *parent)
    : QWidget(parent)
    , m_ask(std::move(ask))
    , m_message(new widgets::MessageBar(this))
    , m_address(widgets::label({}, TextRole::Name, this))
    , m_count(widgets::label({}, TextRole::Muted, this))
    , m_members(new MemberModel(this))
    , m_former(new MemberModel(this))
    , m_table(memberTable(m_members, Shown::Present, tr("Members of the household"), this))
    , m_formerTable(memberTable(m_former, Shown::Former, tr("Former members"), this))
    , m_formerHeading(widgets::label(tr("Former members"), TextRole::Heading, this))
    , m_empty(new widgets::EmptyState(this))
{
    m_table->setObjectName(QStringLiteral("memberTable"));
    m_formerTable->setObjectName(QStringLiteral("formerMemberTable"));
    m_address->setObjectName(QStringLiteral("householdAddress"));
    m_empty->setWords(QStringLiteral("nothing"), tr("Nobody lives in this household now"),
                      tr("All members have left. They stand below."));
    m_address->setWordWrap(true);
    auto *card = new widgets::Card({}, this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_address, 1);
    head->addWidget(m_count, 0, Qt::AlignRight | Qt::AlignVCenter);
    card->body()->addLayout(head);
    card->body()->addWidget(m_table, 3);
    card->body()->addWidget(m_empty, 3);
    card->body()->addWidget(m_formerHeading);
    card->body()->addWidget(m_formerTable, 2);
    auto *layout = new QVBoxLayout(this);
    widgets::setMarginsEm(layout, {0, 0, 0, 0});
    layout->addWidget(m_message);
    layout->addWidget(card, 1);
    for (QWidget *part : {static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_formerHeading),
                          static_cast<QWidget *>(m_formerTable)})
        part->hide();
    for (widgets::TableView *table : {m_table, m_formerTable}) {
        const MemberModel *model = table == m_table ? m_members : m_former;
        connect(table, &widgets::TableView::opened, this, [this, model](const QModelIndex &index) {
            Q_EMIT personChosen(model->rowAt(index.row()).id.person);
        });
    }
}

void HouseholdTab::showHousehold(base::HouseholdId household)
{
    m_message->clear();
    base::whenReady(this, m_ask(household), [this](const base::Result<desk::HouseholdView> &view) {
        if (view)
            fill(*view);
        else
            m_message->showError(view.error());
    });
}

void HouseholdTab::fill(const desk::HouseholdView &view)
{
    m_filled = true;
    const bool anybody = !view.members.isEmpty();
    const bool anyFormer = !view.formerMembers.isEmpty();
    m_members->setRows(view.members);
    m_former->setRows(view.formerMembers);
    m_address->setText(view.addressHidden || m_hidesAddress ? tr("(address not shown)")
                                                            : view.address);
    m_count->setText(tr("Household number %1　%n member(s)", nullptr, int(view.members.size()))
                         .arg(view.id.value));
    m_table->setVisible(anybody);
    m_empty->setVisible(!anybody);
    m_formerHeading->setVisible(anyFormer);
    m_formerTable->setVisible(anyFormer);
    if (anybody)
        m_table->selectRow(0);
    if (isVisible())
        takeFocus();
}

void HouseholdTab::takeFocus()
{
    if (m_members->rowCount() == 0 && m_former->rowCount() > 0)
        m_formerTable->setFocus();
    else
        m_table->setFocus();
}

} // namespace household
