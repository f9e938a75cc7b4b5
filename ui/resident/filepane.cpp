#include "ui/resident/filepane.h"

#include "base/whenready.h"
#include "pension/shipped.h"
#include "ui/pension/pensiontab.h"
#include "ui/printing/press.h"
#include "ui/resident/askpanels.h"
#include "ui/resident/memberspanel.h"
#include "ui/tax/ledgertab.h"
#include "ui/tax/taxtab.h"
#include "ui/widgets/onlyshown.h"
#include "ui/widgets/parts.h"

#include <QCoreApplication>
#include <QEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using base::ErrorCode;

namespace resident {

FilePane::FilePane(File file, const Files &files, QWidget *parent)
    : QWidget(parent)
    , m_file(file)
    , m_files(files)
    , m_stack(new QStackedWidget(this))
    , m_purpose(new PurposePanel(this))
    , m_caller(new CallerPanel(this))
    , m_members(new MembersPanel(this))
    , m_nothing(new widgets::EmptyState(this))
{
    m_purpose->setObjectName(QStringLiteral("purposePanel"));
    m_caller->setObjectName(QStringLiteral("callerPanel"));
    m_members->setObjectName(QStringLiteral("membersPanel"));
    makeContent();
    m_stack->addWidget(m_nothing); // before the answer it says nothing
    for (QWidget *part : {m_content, static_cast<QWidget *>(m_purpose),
                          static_cast<QWidget *>(m_caller), static_cast<QWidget *>(m_members)})
        m_stack->addWidget(part);
    widgets::measureOnlyShown(m_stack);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_purpose, &PurposePanel::chosen, this, [this](const QString &purpose) {
        m_request.purpose = purpose;
        askAgain(m_last);
    });
    connect(m_caller, &CallerPanel::told, this, [this](const desk::CallerCheck &check) {
        m_request.caller = check;
        Q_EMIT callerTold(check);
        askAgain(m_last);
    });
    connect(m_members, &MembersPanel::memberChosen, this, &FilePane::memberChosen);
}

void FilePane::makeContent()
{
    switch (m_file) {
    case File::Tax:
        m_content = m_tax = new taxui::TaxTab(this);
        m_tax->setObjectName(QStringLiteral("taxTab"));
        connect(m_tax, &taxui::TaxTab::explainWanted, this, [this](int fiscalYear, int history) {
            m_fiscalYear = fiscalYear;
            m_history = history;
            askAgain(&FilePane::askExplanation);
        });
        connect(m_tax, &taxui::TaxTab::keysChanged, this, &FilePane::keysChanged);
        connect(m_tax, &taxui::TaxTab::keysChanged, this, &FilePane::settle);
        break;
    case File::Ledger:
        m_content = m_ledger = new taxui::LedgerTab(this);
        m_ledger->setObjectName(QStringLiteral("ledgerTab"));
        m_ledger->setToday(m_files.today);
        connect(m_ledger, &taxui::LedgerTab::lateChargeWanted, this, [this](int key, QDate payOn) {
            m_ledgerKey = key;
            m_payOn = payOn;
            askAgain(&FilePane::askLateCharge);
        });
        connect(m_ledger, &taxui::LedgerTab::keysChanged, this, &FilePane::keysChanged);
        connect(m_ledger, &taxui::LedgerTab::keysChanged, this, &FilePane::settle);
        break;
    case File::Pension:
        m_content = m_pension = new pensionui::PensionTab(
            [](const pension::ExemptionCase &typed) { return pension::exemptionOutlook(typed); });
        m_pension->setObjectName(QStringLiteral("pensionTab"));
        m_pension->setToday(m_files.today);
        break;
    }
}

void FilePane::open(base::PersonId person, QDate bornOn)
{
    m_request.person = person;
    m_bornOn = bornOn;
    const QWidget *shown = m_stack->currentWidget();
    const bool asksBack = shown == m_purpose || shown == m_caller;
    if (!m_filled && m_underway == 0 && !asksBack)
        askAgain(&FilePane::ask);
}

void FilePane::setCaller(const desk::CallerCheck &caller)
{
    m_request.caller = caller;
    if (m_stack->currentWidget() == m_caller && !isVisible())
        m_stack->setCurrentWidget(m_filled ? m_content : m_nothing);
}

void FilePane::askAgain(Ask question)
{
    m_last = question;
    if (question)
        (this->*question)();
}

template <typename View, typename Show>
void FilePane::receive(desk::Answer<View> answer, Show show)
{
    ++m_underway;
    base::whenReady(this, std::move(answer), [this, show](const base::Result<View> &view) {
        --m_underway;
        if (!view) {
            refused(view.error());
            return;
        }
        Q_EMIT answered();
        show(*view);
    });
}

void FilePane::ask()
{
    // Shown before it is filled: what is laid out while hidden keeps the heights of nothing.
    const auto fill = [this](const auto &show) {
        m_filled = true;
        m_stack->setCurrentWidget(m_content);
        show();
        bring(m_content);
    };
    switch (m_file) {
    case File::Tax:
        receive(m_files.tax(m_request),
                [this, fill](const desk::TaxView &view) { fill([&] { m_tax->showTax(view); }); });
        break;
    case File::Ledger:
        receive(m_files.ledger(m_request), [this, fill](const desk::LedgerView &view) {
            fill([&] { m_ledger->showLedger(view); });
        });
        break;
    case File::Pension:
        receive(m_files.pension(m_request), [this, fill](const desk::PensionView &view) {
            fill([&] { m_pension->showPension(view, m_bornOn); });
        });
        break;
    }
}

void FilePane::askMembers()
{
    receive(m_files.members(m_request), [this](const desk::HouseholdFiles &household) {
        m_members->showMembers(household);
        bring(m_members);
    });
}

void FilePane::askLateCharge()
{
    receive(m_files.lateCharge(m_request, m_ledgerKey, m_payOn),
            [this](const desk::LateChargeView &view) {
                bring(m_content);
                m_ledger->showLateCharge(view);
            });
}

void FilePane::askExplanation()
{
    receive(m_files.explain(m_request, m_fiscalYear, m_history),
            [this](const desk::TaxExplanation &explanation) {
                bring(m_content);
                m_tax->showExplanation(explanation);
            });
}

/// F12: what the tab draws, on paper for the person at the counter.
void FilePane::askChart()
{
    const print::Drawing draw = m_ledger    ? m_ledger->chart()
                                : m_pension ? m_pension->chart()
                                            : print::Drawing();
    if (!draw)
        return;
    const auto chart = m_ledger ? desk::Chart::Arrears : desk::Chart::Timeline;
    const QString printer = printing::printerFor(m_files.paperTo ? m_files.paperTo() : QString());
    receive(m_files.printChart(m_request, {.chart = chart, .draw = draw, .printer = printer}),
            [this, chart, printer](const desk::ChartPaper &paper) {
                const auto done = printing::print(*paper.document, printer);
                const auto problem =
                    done ? std::nullopt : std::optional<base::ErrorCode>(done.error().code);
                base::whenReady(this, m_files.chartPrinted(m_request, chart, problem),
                                [this](const base::Result<> &noted) {
                                    if (!noted)
                                        Q_EMIT failed(noted.error());
                                });
                bring(m_content);
                if (done)
                    Q_EMIT printed();
                else
                    Q_EMIT failed(done.error());
            });
}

void FilePane::refused(const base::Error &error)
{
    switch (error.code) {
    case ErrorCode::PurposeMissing:
        m_purpose->setPurposes(m_files.purposesFor(scopeOf(m_file)));
        Q_EMIT answered();
        bring(m_purpose);
        break;
    case ErrorCode::CallerUnknown:
        m_caller->start();
        Q_EMIT answered();
        bring(m_caller);
        break;
    default:
        if (m_stack->currentWidget() != m_content && !m_filled) {
            m_nothing->setWords(QStringLiteral("lock"), tr("The file is not shown"), {});
            bring(m_nothing);
        }
        Q_EMIT failed(error);
        break;
    }
}

/// What was filled while it was hidden, or in the same moment, has not told its scroll area how
/// high it became (Qt tells visible parents only): asked again when everything is shown.
void FilePane::settle()
{
    constexpr int shownByThenMs = 50; // labels made meanwhile have been shown and have their font
    const auto measure = [this] {
        const auto areas = m_content->findChildren<QScrollArea *>();
        for (QScrollArea *area : areas) {
            const auto inner = area->widget()->findChildren<QLayout *>();
            for (QLayout *layout : inner)
                layout->invalidate();
            QEvent request(QEvent::LayoutRequest);
            QCoreApplication::sendEvent(area, &request);
        }
    };
    QTimer::singleShot(0, this, measure);
    QTimer::singleShot(shownByThenMs, this, measure);
}

void FilePane::bring(QWidget *part)
{
    m_stack->setCurrentWidget(part);
    settle();
    if (isVisible())
        takeFocus();
    Q_EMIT keysChanged();
}

QList<widgets::KeyHint> FilePane::keys() const
{
    QList<widgets::KeyHint> hints;
    if (m_stack->currentWidget() == m_content) {
        hints << (m_tax ? m_tax->keys() : m_ledger ? m_ledger->keys() : m_pension->keys());
        if ((m_ledger && m_ledger->chart()) || (m_pension && m_pension->chart()))
            hints << widgets::KeyHint{Qt::Key_F12, tr("Print the chart")};
    }
    return hints;
}

void FilePane::press(int key)
{
    if (m_stack->currentWidget() != m_content)
        return;
    if (key == Qt::Key_F12)
        askAgain(&FilePane::askChart);
    else if (m_tax)
        m_tax->press(key);
    else if (m_ledger)
        m_ledger->press(key);
    else
        m_pension->press(key);
}

bool FilePane::listMembers()
{
    if (m_stack->currentWidget() != m_content)
        return false;
    askAgain(&FilePane::askMembers);
    return true;
}

bool FilePane::stepBack()
{
    QWidget *shown = m_stack->currentWidget();
    if (shown == m_content)
        return m_tax ? m_tax->stepBack() : m_ledger ? m_ledger->stepBack() : m_pension->stepBack();
    if (!m_filled)
        return false;
    bring(m_content);
    return true;
}

void FilePane::takeFocus()
{
    QWidget *shown = m_stack->currentWidget();
    if (shown == m_purpose)
        m_purpose->takeFocus();
    else if (shown == m_caller)
        m_caller->takeFocus();
    else if (shown == m_members)
        m_members->takeFocus();
    else if (shown != m_content)
        m_nothing->setFocus();
    else if (m_tax)
        m_tax->takeFocus();
    else if (m_ledger)
        m_ledger->takeFocus();
    else
        m_pension->takeFocus();
}

} // namespace resident
