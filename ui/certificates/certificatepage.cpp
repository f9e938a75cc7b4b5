#include "ui/certificates/certificatepage.h"

#include "base/whenready.h"
#include "ui/certificates/applicationform.h"
#include "ui/printing/press.h"
#include "ui/printing/previewview.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"
#include "ui/words/errorwords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QTimer>

using base::ErrorCode;
using widgets::Severity;
using widgets::TextRole;

namespace certificates {

namespace {
constexpr int previewPauseMs = 400;
}

CertificatePage::CertificatePage(Desks desks, const Subject &subject, PaperTarget target,
                                 QWidget *parent)
    : Page(parent)
    , m_desks(desks)
    , m_subject(subject)
    , m_target(std::move(target))
    , m_message(new widgets::MessageBar(this))
    , m_form(new ApplicationForm(desks.certificates.identityDocuments(), this))
    , m_fee(widgets::label({}, TextRole::Heading, this))
    , m_findings(widgets::label({}, TextRole::Error, this))
    , m_view(new printing::PreviewView(this))
    , m_pause(new QTimer(this))
{
    setObjectName(QStringLiteral("certificatePage"));
    m_view->setObjectName(QStringLiteral("certificatePreview"));
    m_fee->setObjectName(QStringLiteral("certificateFee"));
    m_message->setObjectName(QStringLiteral("certificateMessage"));
    m_findings->setWordWrap(true);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_form);
    widgets::setWidthEm(scroll, 27, 30);
    auto *right = new QVBoxLayout;
    right->addWidget(m_findings);
    right->addWidget(m_view, 1);
    auto *left = new QVBoxLayout;
    left->addWidget(scroll, 1);
    left->addWidget(m_fee);
    auto *columns = new QHBoxLayout;
    columns->addLayout(left);
    columns->addLayout(right, 1);
    auto *layout = new QVBoxLayout(this);
    widgets::setMarginsEm(layout, {0.8, 0.6, 0.8, 0.4});
    layout->addWidget(m_message);
    layout->addLayout(columns, 1);
    m_findings->hide();
    m_pause->setSingleShot(true);
    m_pause->setInterval(previewPauseMs);
    connect(m_pause, &QTimer::timeout, this, &CertificatePage::preview);
    connect(m_form, &ApplicationForm::changed, this, [this] {
        m_mayIssue = false;
        Q_EMIT keysChanged();
        m_pause->start();
    });
    m_form->setCaller(subject.caller);
    loadMembers();
}

void CertificatePage::loadMembers()
{
    base::whenReady(this, m_desks.records.household(m_subject.visit, m_subject.household),
                    [this](const base::Result<desk::HouseholdView> &view) {
                        if (!view) {
                            m_message->showError(view.error());
                            return;
                        }
                        m_form->setMembers(*view, m_subject.person);
                        m_form->takeFocus();
                    });
}

void CertificatePage::preview()
{
    if (m_stage != Stage::Filling)
        return;
    const quint64 turn = ++m_turn;
    base::whenReady(this, m_desks.certificates.preview(m_subject.visit, m_form->request()),
                    [this, turn](const base::Result<desk::CertificatePreview> &answer) {
                        if (turn != m_turn)
                            return;
                        m_message->clear();
                        if (answer) {
                            shown(*answer);
                            return;
                        }
                        m_view->setPages({});
                        m_findings->hide();
                        m_message->showError(answer.error(), answer.error().detail);
                    });
}

void CertificatePage::shown(const desk::CertificatePreview &preview)
{
    m_view->setPages(preview.pages);
    m_fee->setText(tr("Fee %1 yen").arg(preview.feeYen));
    QStringList lines;
    for (const Finding &refusal : preview.refusals)
        lines.append(tr("Cannot be issued: %1 (%2)")
                         .arg(words::errorWords(refusal.code).happened, refusal.rule));
    for (const print::Problem &problem : preview.problems)
        lines.append(problem.character.isEmpty()
                         ? tr("A text does not fit its place: %1").arg(problem.field)
                         : tr("No registered glyph for %1 (%2)")
                               .arg(problem.character, problem.codePoints));
    for (const Finding &warning : preview.warnings)
        lines.append(tr("Please note: %1 (%2)")
                         .arg(words::errorWords(warning.code).happened, warning.rule));
    m_findings->setText(lines.join(QLatin1Char('\n')));
    m_findings->setVisible(!lines.isEmpty());
    m_mayIssue = preview.refusals.isEmpty() && preview.problems.isEmpty();
    Q_EMIT keysChanged();
}

void CertificatePage::confirm()
{
    setStage(Stage::Confirming);
    const Request request = m_form->request();
    m_message->say(Severity::Notice, tr("Issue %n copy(ies)?", nullptr, request.copies),
                   tr("Each copy takes a number and stands in the log."),
                   tr("F12 issues and prints, Esc goes back."));
}

void CertificatePage::issue()
{
    setStage(Stage::Issuing);
    const QString printer = printing::printerFor(m_target.printer());
    if (printer.isEmpty()) {
        setStage(Stage::Filling);
        m_message->showError({ErrorCode::PrinterMissing, {}});
        return;
    }
    base::whenReady(this,
                    m_desks.certificates.issue(m_subject.visit, m_form->request(), printer),
                    [this](const base::Result<desk::IssuedCertificate> &issued) {
                        if (issued) {
                            print(*issued);
                            return;
                        }
                        setStage(Stage::Filling);
                        m_message->showError(issued.error(), issued.error().detail);
                    });
}

void CertificatePage::print(const desk::IssuedCertificate &issued)
{
    m_numbers = issued.numbers;
    const auto printed = printing::print(*issued.document, printing::printerFor(m_target.printer()));
    if (!printed) {
        reportOutcome(desk::PrintResult::Failed);
        setStage(Stage::Filling);
        m_message->showError(printed.error(),
                             tr("The numbers %1 are recorded as failed.")
                                 .arg(m_numbers.join(QStringLiteral(", "))));
        return;
    }
    setStage(Stage::Printed);
    reportOutcome(desk::PrintResult::Printed);
    m_message->say(Severity::Success,
                   tr("Issued: %1").arg(m_numbers.join(QStringLiteral(", "))),
                   tr("Fee %1 yen. Check the paper before handing it over.").arg(issued.feeYen),
                   tr("F9 if the paper is spoiled; Esc goes back to the record."));
}

void CertificatePage::reportOutcome(desk::PrintResult result)
{
    base::whenReady(this, m_desks.certificates.outcome(m_subject.visit, m_numbers, result),
                    [this, result](const base::Result<> &noted) {
                        if (!noted)
                            m_message->showError(noted.error());
                        else if (result == desk::PrintResult::Spoiled)
                            m_message->say(Severity::Notice, tr("Recorded as spoiled paper."),
                                           tr("Keep the paper for the register of spoiled forms."),
                                           tr("Issue again with F12 if it is still needed."));
                    });
}

void CertificatePage::setStage(Stage stage)
{
    m_stage = stage;
    m_form->setEnabled(stage == Stage::Filling);
    Q_EMIT keysChanged();
}

QString CertificatePage::title() const
{
    return tr("Copy of the resident record");
}

QList<widgets::KeyHint> CertificatePage::keys() const
{
    QList<widgets::KeyHint> keys;
    if (m_stage == Stage::Printed)
        keys.append({.key = Qt::Key_F9, .words = tr("Paper spoiled")});
    keys.append({.key = Qt::Key_F12,
                 .words = m_stage == Stage::Confirming ? tr("Issue and print") : tr("Issue"),
                 .enabled = m_mayIssue && m_stage != Stage::Issuing && m_stage != Stage::Printed});
    return keys;
}

void CertificatePage::press(int key)
{
    if (key == Qt::Key_F12 && m_mayIssue) {
        if (m_stage == Stage::Filling)
            confirm();
        else if (m_stage == Stage::Confirming)
            issue();
    } else if (key == Qt::Key_F9 && m_stage == Stage::Printed) {
        reportOutcome(desk::PrintResult::Spoiled);
        setStage(Stage::Filling);
    }
}

bool CertificatePage::stepBack()
{
    if (m_stage == Stage::Confirming) {
        setStage(Stage::Filling);
        m_message->clear();
        m_form->takeFocus();
        return true;
    }
    return m_stage == Stage::Issuing; // a number is being taken: wait for the answer
}

void CertificatePage::arrive()
{
    m_form->takeFocus();
}

} // namespace certificates
