#include "ui/tax/ledgertab.h"

#include "ui/tax/ledgermodel.h"
#include "ui/tax/ledgersheet.h"
#include "ui/tax/marks.h"
#include "ui/tax/wording.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/tableview.h"

#include <QLabel>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace taxui {

LedgerTab::LedgerTab(QWidget *parent)
    : QWidget(parent)
    , m_message(new widgets::MessageBar(this))
    , m_asOf(widgets::label({}, widgets::TextRole::Body, this))
    , m_rows(new LedgerModel(this))
    , m_table(new widgets::TableView(this))
    , m_sheet(new LedgerSheet(this))
    , m_stack(new QStackedWidget(this))
    , m_nothing(new widgets::EmptyState(m_stack))
{
    setObjectName(QStringLiteral("ledgerTab"));
    m_message->setObjectName(QStringLiteral("ledgerMessage"));
    m_asOf->setObjectName(QStringLiteral("paymentsUpTo"));
    m_table->setObjectName(QStringLiteral("ledgerTable"));
    m_sheet->setObjectName(QStringLiteral("ledgerSheet"));
    m_nothing->setObjectName(QStringLiteral("noLedger"));
    m_asOf->setWordWrap(true);
    m_table->setModel(m_rows);
    m_table->setAccessibleName(tr("Ledger by period"));
    m_table->setColumnsEm({-10.5, 6.3, 7.6, 6.3, 5.2, 5.2, 6.4, -10});
    m_table->setItemDelegateForColumn(int(LedgerModel::Column::State), new MarkDelegate(m_table));
    widgets::setHeightEm(m_table, 8.6);
    widgets::setHeightEm(m_sheet, 12);
    m_nothing->setWords(QStringLiteral("nothing"), tr("Nothing was charged"),
                        tr("There is no ledger of this resident."));
    auto *content = new QWidget(m_stack);
    m_column = new QVBoxLayout(content);
    widgets::setMarginsEm(m_column, {0, 0, 0, 0});
    widgets::setSpacingEm(m_column, 0.5);
    m_column->addWidget(m_asOf);
    m_column->addWidget(m_table, 1);
    m_column->addWidget(m_sheet, 1);
    m_stack->addWidget(content);
    m_stack->addWidget(m_nothing);
    auto *layout = new QVBoxLayout(this);
    widgets::setMarginsEm(layout, {0, 0, 0, 0});
    layout->addWidget(m_message);
    layout->addWidget(m_stack, 1);
    connect(m_table, &widgets::TableView::opened, this, [this] { openDetails(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) { choose(now.row()); });
    connect(m_sheet, &LedgerSheet::lateChargeWanted, this, [this](QDate payOn) {
        if (const tax::LedgerRow *row = m_rows->entryAt(m_table->currentRow()))
            Q_EMIT lateChargeWanted(tax::ledgerKey(row->kind, row->fiscalYear, row->period), payOn);
    });
}

void LedgerTab::setToday(QDate today)
{
    m_today = today;
}

void LedgerTab::showLedger(const desk::LedgerView &view)
{
    clearView();
    m_filled = true;
    m_asOf->setText(view.paymentsUpTo.isValid()
                        ? tr("Payments up to %1 are in. What was paid later is not here yet.")
                              .arg(dayWords(view.paymentsUpTo))
                        : tr("It is not known up to which day payments are in."));
    m_rows->setRows(view.rows, m_today);
    m_sheet->showFile(view);
    // Negotiations, a 送付先 or a direct debit may be held where nothing is charged.
    tax::TaxpayerFile nothing;
    nothing.person = view.file.person;
    const bool known = view.addressHidden || view.file != nothing;
    m_stack->setCurrentIndex(view.rows.isEmpty() && !known ? 1 : 0);
    m_table->setVisible(!view.rows.isEmpty());
    // The first line is a heading; the first 期 stands below it.
    if (!view.rows.isEmpty())
        m_table->selectRow(1);
    if (isVisible())
        takeFocus();
    Q_EMIT keysChanged();
}

void LedgerTab::choose(int row)
{
    m_message->clear();
    m_sheet->showRow(m_rows->entryAt(row), m_today);
    Q_EMIT keysChanged();
}

void LedgerTab::showLateCharge(const desk::LateChargeView &view)
{
    m_message->clear();
    const tax::LedgerRow *row = m_rows->entryAt(m_table->currentRow());
    // Another 期 was chosen since.
    if (!row || tax::ledgerKey(row->kind, row->fiscalYear, row->period) !=
                    tax::ledgerKey(view.row.kind, view.row.fiscalYear, view.row.period))
        return;
    m_sheet->showLateCharge(view);
    // The working is longer than the room: the keys move it, not the choice of a 期.
    if (isVisible())
        m_sheet->setFocus();
}

void LedgerTab::showError(const base::Error &error)
{
    m_message->showError(error);
}

void LedgerTab::clearView()
{
    m_filled = false;
    m_message->clear();
    m_asOf->clear();
    giveRoom(1);
    m_rows->setRows({});
    m_sheet->showRow(nullptr, {});
    m_sheet->showFile({});
}

QList<widgets::KeyHint> LedgerTab::keys() const
{
    const tax::LedgerRow *row = m_rows->entryAt(m_table->currentRow());
    return {{.key = Qt::Key_F4,
             .words = tr("Late charge"),
             .enabled = row && tax::unpaidPrincipal(*row) > 0}};
}

void LedgerTab::press(int key)
{
    if (key == Qt::Key_F4)
        openDetails();
}

/// The chosen 期 takes the greater part of the height until one goes back to the table.
void LedgerTab::openDetails()
{
    giveRoom(3);
    m_sheet->openLateCharge();
}

void LedgerTab::giveRoom(int forDetails)
{
    m_column->setStretchFactor(m_table, 1);
    m_column->setStretchFactor(m_sheet, forDetails);
    // The chosen line stays in sight when the table has its new height.
    QTimer::singleShot(0, m_table, [this] { m_table->scrollTo(m_table->currentIndex()); });
}

bool LedgerTab::stepBack()
{
    if (m_table->hasFocus() || m_rows->rowCount() == 0)
        return false;
    giveRoom(1);
    m_table->setFocus();
    return true;
}

void LedgerTab::takeFocus()
{
    if (m_rows->rowCount() > 0)
        m_table->setFocus();
    else
        m_nothing->setFocus();
}

print::Drawing LedgerTab::chart() const
{
    return m_filled ? m_sheet->chart(m_asOf->text()) : print::Drawing();
}

} // namespace taxui
