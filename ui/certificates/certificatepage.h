#pragma once

#include "desk/visit.h"
#include "ui/certificates/procedures.h"
#include "ui/widgets/page.h"

#include <functional>

class QLabel;
class QPushButton;
class QTimer;
class QVBoxLayout;

namespace printing {
class PreviewView;
class PrinterChoice;
} // namespace printing
namespace widgets {
class MessageBar;
}

namespace certificates {

class ApplicationForm;
class FindingsPanel;

/// Where the paper goes.
struct PaperTarget
{
    std::function<QString()> printer; ///< a printer's name, or a .pdf file in training
};

/// Applying for 住民票の写し: application on the left, the real pages with 見本 on the right. F12
/// asks once more, and again issues: what is issued is exactly what was previewed.
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
        bool numbers = false; ///< Right::RevealNumber
    };
    CertificatePage(Procedures desk, const Subject &subject, const PaperTarget &target,
                    QWidget *parent = nullptr);
    CertificatePage(Desks desks, const Subject &subject, const PaperTarget &target,
                    QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString helpName() const override { return QStringLiteral("certificate"); }
    [[nodiscard]] QList<widgets::KeyHint> keys() const override;
    void press(int key) override;
    [[nodiscard]] std::optional<widgets::Subject> subject() const override { return m_about; }
    bool stepBack() override;
    void arrive() override;

private:
    enum class Stage { Loading, Filling, Confirming, Issuing, Printed };
    void layOut();
    void loadMembers();
    void loaded(const desk::HouseholdView &view);
    void preview();
    void answered(const Request &request, const base::Result<desk::CertificatePreview> &answer);
    void goOn();
    void confirm();
    void issue();
    void print(const desk::IssuedCertificate &issued);
    void spoil();
    void reportOutcome(desk::PrintResult result);
    void setStage(Stage stage);

    Procedures m_desk;
    CertificatePage::Subject m_subject;
    std::optional<widgets::Subject> m_about;
    Stage m_stage = Stage::Loading;
    std::optional<Request> m_asked; ///< a preview of it is on its way
    std::optional<Request> m_shown; ///< the pages on the right show it
    bool m_allowed = false;         ///< nothing speaks against issuing what is shown
    bool m_confirmWanted = false;   ///< F12 came before the preview did
    QStringList m_numbers;
    widgets::MessageBar *m_message;
    ApplicationForm *m_form;
    QLabel *m_fee;
    printing::PrinterChoice *m_printer;
    QPushButton *m_go;
    FindingsPanel *m_findings;
    printing::PreviewView *m_view;
    QTimer *m_pause;
};

} // namespace certificates
