#pragma once

#include "desk/certificatedesk.h"
#include "desk/record.h"
#include "desk/viewrecords.h"
#include "ui/widgets/page.h"

#include <functional>

class QCheckBox;
class QLabel;
class QTimer;

namespace printing {
class PreviewView;
}
namespace widgets {
class MessageBar;
}

namespace certificates {

class ApplicationForm;

/// Where the paper goes and what the status line is told.
struct PaperTarget
{
    std::function<QString()> printer; ///< a printer's name, or a .pdf file in training
};

/// Applying for 住民票の写し: application on the left, the real pages with 見本 on the right. Issuing is
/// a key of its own (F12) and asks once more before it takes a number.
class CertificatePage final : public widgets::Page
{
    Q_OBJECT

public:
    struct Subject
    {
        desk::VisitId visit;
        base::HouseholdId household;
        base::PersonId person; ///< whose record was open
        desk::Caller caller = desk::Caller::Self;
    };
    struct Desks
    {
        desk::ViewRecords &records;
        desk::CertificateDesk &certificates;
    };
    CertificatePage(Desks desks, const Subject &subject, PaperTarget target,
                    QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString helpName() const override { return QStringLiteral("certificate"); }
    [[nodiscard]] QList<widgets::KeyHint> keys() const override;
    void press(int key) override;
    bool stepBack() override;
    void arrive() override;

private:
    enum class Stage { Filling, Confirming, Issuing, Printed };
    void loadMembers();
    void preview();
    void shown(const desk::CertificatePreview &preview);
    void confirm();
    void issue();
    void print(const desk::IssuedCertificate &issued);
    void reportOutcome(desk::PrintResult result);
    void setStage(Stage stage);

    Desks m_desks;
    Subject m_subject;
    PaperTarget m_target;
    Stage m_stage = Stage::Filling;
    bool m_mayIssue = false;
    quint64 m_turn = 0;
    QStringList m_numbers;
    widgets::MessageBar *m_message;
    ApplicationForm *m_form;
    QLabel *m_fee;
    QLabel *m_findings;
    printing::PreviewView *m_view;
    QTimer *m_pause;
};

} // namespace certificates
