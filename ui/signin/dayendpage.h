#pragma once

#include "base/result.h"
#include "ui/widgets/page.h"

#include <QDateTime>

namespace widgets {
class MessageBar;
}

namespace signin {

/// Where the log stands at sign-out: the line for the day-end sheet (design.md 4). Nothing
/// personal.
struct DayEnd
{
    QString station;
    QString clerk;
    QDateTime when; ///< UTC
    quint64 rows = 0;
    QByteArray head;
    int waiting = 0; ///< entered at this station and not sent yet
};

class DayEndPage final : public widgets::Page
{
    Q_OBJECT

public:
    explicit DayEndPage(QWidget *parent = nullptr);
    [[nodiscard]] QString title() const override { return tr("Signed out"); }
    [[nodiscard]] QString helpName() const override { return QStringLiteral("dayend"); }
    [[nodiscard]] QList<widgets::KeyHint> keys() const override;
    void press(int key) override;
    void arrive() override;
    void showEnd(const DayEnd &end);
    /// Signed out, but the head could not be had.
    void showError(const base::Error &error);
    /// The head in groups of eight digits, as the sheet bears it.
    [[nodiscard]] static QString grouped(const QByteArray &head);

Q_SIGNALS:
    void printAsked(const signin::DayEnd &end);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    DayEnd m_end;
    QWidget *m_values;
    QWidget *m_again;
    widgets::MessageBar *m_message;
};

} // namespace signin
