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

widgets::TableView *memberTable(MemberModel *model, const QString &name, QWidget *parent)
{
    auto *table = new widgets::TableView(parent);
    table->setModel(model);
    table->setColumnsEm({7, 13, 0, 10, 5, 4, 15});
    table->setAccessibleName(name);
    return table;
}

} // namespace

HouseholdTab::HouseholdTab(desk::ViewRecords &records, desk::VisitId visit, QWidget *parent)
    : QWidget(parent)
    , m_records(records)
    , m_visit(visit)
    , m_message(new widgets::MessageBar(this))
    , m_address(widgets::label({}, TextRole::Name, this))
    , m_count(widgets::label({}, TextRole::Muted, this))
    , m_members(new MemberModel(this))
    , m_former(new MemberModel(this))
    , m_table(memberTable(m_members, tr("Members of the household"), this))
    , m_formerTable(memberTable(m_former, tr("Former members"), this))
    , m_formerHeading(widgets::label(tr("Former members"), TextRole::Heading, this))
    , m_empty(new widgets::EmptyState(this))
{
    m_table->setObjectName(QStringLiteral("memberTable"));
    m_empty->setWords(QStringLiteral("household"), tr("Nobody lives in this household now"),
                      tr("All members have left. They stand below."));
    m_address->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    widgets::setMarginsEm(layout, {0, 0.6, 0, 0});
    layout->addWidget(m_message);
    auto *head = new QHBoxLayout;
    head->addWidget(m_address, 1);
    head->addWidget(m_count);
    layout->addLayout(head);
    layout->addWidget(m_table, 3);
    layout->addWidget(m_empty, 3);
    layout->addWidget(m_formerHeading);
    layout->addWidget(m_formerTable, 1);
    for (widgets::TableView *table : {m_table, m_formerTable}) {
        auto *model = qobject_cast<MemberModel *>(table->model());
        connect(table, &widgets::TableView::opened, this, [this, model](const QModelIndex &index) {
            Q_EMIT personChosen(model->rowAt(index.row()).id.person);
        });
    }
}

void HouseholdTab::show(base::HouseholdId household, const QString &reason)
{
    m_message->clear();
    base::whenReady(this, m_records.household(m_visit, household, reason),
                    [this](const base::Result<desk::HouseholdView> &view) {
                        if (view)
                            fill(*view);
                        else
                            m_message->showError(view.error());
                    });
}

void HouseholdTab::fill(const desk::HouseholdView &view)
{
    m_members->setRows(view.members);
    m_former->setRows(view.formerMembers);
    m_address->setText(view.addressHidden ? tr("(address not shown)") : view.address);
    m_count->setText(tr("Household number %1, %n member(s)", nullptr, int(view.members.size()))
                         .arg(view.id.value));
    m_table->setVisible(!view.members.isEmpty());
    m_empty->setVisible(view.members.isEmpty());
    m_formerHeading->setVisible(!view.formerMembers.isEmpty());
    m_formerTable->setVisible(!view.formerMembers.isEmpty());
    if (!view.members.isEmpty())
        m_table->selectRow(0);
}

void HouseholdTab::takeFocus()
{
    m_table->setFocus();
}

} // namespace household
