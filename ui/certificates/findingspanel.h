#pragma once

#include "desk/certificatedesk.h"

#include <QFrame>

class QVBoxLayout;

namespace certificates {

/// What speaks against issuing and what should be looked at twice, one line each, with icon and
/// words. Hidden when there is nothing to say.
class FindingsPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit FindingsPanel(QWidget *parent = nullptr);
    void showFindings(const desk::CertificatePreview &preview);
    void clear();
    [[nodiscard]] QString text() const;

private:
    enum class Weight { Missing, Refused, Caution };
    void add(Weight weight, const QString &words, const QString &rule);
    void addProblem(const print::Problem &problem);

    QVBoxLayout *m_lines;
    QStringList m_texts;
};

} // namespace certificates
