#include "ui/certificates/certificatepage.h"

#include "base/whenready.h"
#include "ui/certificates/applicationform.h"
#include "ui/certificates/findingspanel.h"
#include "ui/printing/press.h"
#include "ui/printing/previewview.h"
#include "ui/printing/printerchoice.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>

using base::ErrorCode;
using widgets::Severity;
using widgets::TextRole;

namespace certificates {

namespace {
constexpr int previewPauseMs = 400;
constexpr double leastFormEm = 9;
constexpr double leastViewEm = 6;

/// What a member's line tells about the person, for the header band.
widgets::Subject aboutOf(const desk::MemberLine &line)
{
    using widgets::BadgeKind;
    widgets::Subject about;
    about.name = line.name;
    about.kana = line.kana;
    about.details = line.relationship;
    about.number = QString::number(line.id.person.value);
    about.state = words::of(line.state);
    if (line.isProtected)
        about.badges.append(BadgeKind::Protected);
    else if (line.restricted)
        about.badges.append(BadgeKind::Restricted);
    if (line.state == residents::State::MoveOutPlanned)
        about.badges.append(BadgeKind::MoveOutPlanned);
    if (line.kind == residents::Kind::Foreign)
        about.badges.append(BadgeKind::Foreign);
    return about;
}

} // namespace

CertificatePage::CertificatePage(Procedures desk, const Subject &subject, const PaperTarget &target,
                                 QWidget *parent)
    : Page(parent)
    , m_desk(std::move(desk))
    , m_subject(subject)
    , m_message(new widgets::MessageBar(this))
    , m_form(new ApplicationForm(m_desk.documents, this))
    , m_fee(widgets::label({}, TextRole::Heading, this))
    , m_printer(new printing::PrinterChoice(target.printer ? target.printer() : QString(), this))
    , m_go(widgets::button(tr("Issue (F12)"), widgets::ButtonRole::Primary, this))
    , m_findings(new FindingsPanel(this))
    , m_view(new printing::PreviewView(this))
    , m_pause(new QTimer(this))
{
    setObjectName(QStringLiteral("certificatePage"));
    m_view->setObjectName(QStringLiteral("certificatePreview"));
    m_fee->setObjectName(QStringLiteral("certificateFee"));
    m_message->setObjectName(QStringLiteral("certificateMessage"));
    m_findings->setObjectName(QStringLiteral("certificateFindings"));
    m_go->setObjectName(QStringLiteral("certificateIssue"));
    layOut();
    m_pause->setSingleShot(true);
    m_pause->setInterval(previewPauseMs);
    connect(m_pause, &QTimer::timeout, this, &CertificatePage::preview);
    connect(m_form, &ApplicationForm::changed, this, [this] {
        m_confirmWanted = false;
        if (m_stage == Stage::Filling && m_shown != m_form->request())
            m_pause->start();
    });
    connect(m_go, &QPushButton::clicked, this, &CertificatePage::goOn);
    m_form->offerNumbers(m_desk.numbers);
    m_form->setCaller(subject.caller);
    setStage(Stage::Loading);
    loadMembers();
}

void CertificatePage::layOut()
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_form);
    m_form->keepInSight(scroll);
    // Form and preview take what is left and scroll within it: a message above them must not make
    // the whole page scroll.
    scroll->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    scroll->setMinimumHeight(widgets::em(leastFormEm));
    m_view->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_view->setMinimumHeight(widgets::em(leastViewEm));
    auto *foot = new widgets::Card({}, this);
    auto *last = new QHBoxLayout;
    last->addWidget(m_fee, 1);
    last->addWidget(m_go);
    foot->body()->addWidget(m_printer);
    foot->body()->addLayout(last);
    auto *sideways = new QWidget(this);
    auto *left = new QVBoxLayout(sideways);
    widgets::setMarginsEm(left, {0, 0, 0, 0});
    widgets::setSpacingEm(left, 0.5);
    left->addWidget(scroll, 1);
    left->addWidget(foot);
    widgets::setWidthEm(sideways, 28, 31);
    auto *right = new QVBoxLayout;
    widgets::setSpacingEm(right, 0.5);
    right->addWidget(m_findings);
    right->addWidget(m_view, 1);
    auto *columns = new QHBoxLayout;
    widgets::setSpacingEm(columns, 0.8);
    columns->addWidget(sideways, 2);
    columns->addLayout(right, 3);
    auto *layout = new QVBoxLayout(this);
    widgets::setMarginsEm(layout, {1, 0.7, 1, 0.5});
    widgets::setSpacingEm(layout, 0.5);
    layout->addWidget(m_message);
    layout->addLayout(columns, 1);
}

void CertificatePage::loadMembers()
{
    base::whenReady(this, m_desk.household(m_subject.household),
                    [this](const base::Result<desk::HouseholdView> &view) {
                        if (view)
                            loaded(*view);
                        else
                            m_message->showError(view.error());
                    });
}

void CertificatePage::loaded(const desk::HouseholdView &view)
{
    for (const desk::MemberLine &line : view.members + view.formerMembers) {
        if (line.id.person == m_subject.person)
            m_about = aboutOf(line);
    }
    Q_EMIT subjectChanged();
    setStage(Stage::Filling);
    m_form->setMembers(view, m_subject.person, m_go);
    m_form->takeFocus();
}

void CertificatePage::preview()
{
    m_pause->stop();
    const Request request = m_form->request();
    if (m_stage != Stage::Filling || m_asked == request)
        return;
    m_asked = request;
    base::whenReady(this, m_desk.preview(request),
                    [this, request](const base::Result<desk::CertificatePreview> &answer) {
                        if (m_asked == request)
                            m_asked.reset();
                        // An answer to what does not stand in the form any more is dropped.
                        if (m_stage == Stage::Filling && request == m_form->request())
                            answered(request, answer);
                    });
}

void CertificatePage::answered(const Request &request,
                               const base::Result<desk::CertificatePreview> &answer)
{
    const bool wanted = std::exchange(m_confirmWanted, false);
    m_message->clear();
    if (!answer) {
        m_shown.reset();
        m_view->setPages({});
        m_findings->clear();
        m_fee->clear();
        m_message->showError(answer.error(), answer.error().detail);
        return;
    }
    m_shown = request;
    m_allowed = answer->refusals.isEmpty() && answer->problems.isEmpty();
    m_view->setPages(answer->pages);
    m_findings->showFindings(*answer);
    m_fee->setText(answer->feeYen == 0 ? tr("No fee")
                                       : tr("Fee %1 yen").arg(QLocale().toString(answer->feeYen)));
    if (!wanted)
        return;
    if (m_allowed)
        confirm();
    else
        m_message->say(Severity::Warning, tr("This cannot be issued yet."), {},
                       tr("Look at the lines above the preview."));
}

/// F12, the button, or Enter on it. Issued is only what stands in the form and on the right alike.
void CertificatePage::goOn()
{
    if (m_stage == Stage::Confirming) {
        issue();
    } else if (m_stage == Stage::Filling && m_allowed && m_shown == m_form->request()) {
        confirm();
    } else if (m_stage == Stage::Filling) {
        m_confirmWanted = true;
        preview();
    }
}

void CertificatePage::confirm()
{
    if (m_printer->target().isEmpty()) {
        m_message->showError({ErrorCode::PrinterMissing, {}});
        return;
    }
    setStage(Stage::Confirming);
    m_message->say(Severity::Notice, tr("Issue %n copy(ies)?", nullptr, m_shown->copies),
                   tr("Each copy takes a number and stands in the log."),
                   tr("F12 issues and prints, Esc goes back to the application."));
}

void CertificatePage::issue()
{
    setStage(Stage::Issuing);
    base::whenReady(this, m_desk.issue(*m_shown, m_printer->target()),
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
    const auto printed = printing::print(*issued.document, m_printer->target());
    const QString numbers = m_numbers.join(u'\n');
    if (!printed) {
        reportOutcome(desk::PrintResult::Failed);
        setStage(Stage::Filling);
        m_message->showError(printed.error(), tr("Recorded as failed: %1").arg(numbers));
        return;
    }
    reportOutcome(desk::PrintResult::Printed);
    setStage(Stage::Printed);
    const QString fee = issued.feeYen == 0
                            ? tr("No fee. Check the paper before handing it over.")
                            : tr("Fee %1 yen. Check the paper before handing it over.")
                                  .arg(QLocale().toString(issued.feeYen));
    m_message->say(Severity::Success, tr("Issued: %1").arg(numbers), fee,
                   tr("F10 if the paper is spoiled; Esc goes back to the record."));
}

void CertificatePage::spoil()
{
    setStage(Stage::Filling);
    reportOutcome(desk::PrintResult::Spoiled);
    m_form->takeFocus();
}

void CertificatePage::reportOutcome(desk::PrintResult result)
{
    base::whenReady(this, m_desk.outcome(m_numbers, result),
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
    m_printer->setEnabled(stage == Stage::Filling);
    m_go->setEnabled(stage == Stage::Filling || stage == Stage::Confirming);
    m_go->setText(stage == Stage::Confirming ? tr("Issue and print (F12)") : tr("Issue (F12)"));
    if (stage == Stage::Confirming)
        m_go->setFocus();
    else if (stage == Stage::Printed)
        m_view->setFocus();
    Q_EMIT keysChanged();
}

QString CertificatePage::title() const
{
    return tr("Copy of the resident record");
}

QList<widgets::KeyHint> CertificatePage::keys() const
{
    const bool mayGoOn = m_stage == Stage::Filling || m_stage == Stage::Confirming;
    return {
        {.key = Qt::Key_F10, .words = tr("Paper spoiled"), .enabled = m_stage == Stage::Printed},
        {.key = Qt::Key_F12,
         .words = m_stage == Stage::Confirming ? tr("Issue and print") : tr("Issue"),
         .enabled = mayGoOn}};
}

void CertificatePage::press(int key)
{
    if (key == Qt::Key_F12)
        goOn();
    else if (key == Qt::Key_F10 && m_stage == Stage::Printed)
        spoil();
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
    if (m_stage == Stage::Confirming)
        m_go->setFocus();
    else if (m_stage == Stage::Printed)
        m_view->setFocus();
    else
        m_form->takeFocus();
}

} // namespace certificates
