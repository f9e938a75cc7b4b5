#pragma once

#include "base/result.h"
#include "desk/visit.h"
#include "ui/widgets/page.h"

#include <QFuture>

#include <functional>

class QPushButton;

namespace widgets {
class ChoiceList;
class MessageBar;
class TextField;
} // namespace widgets

namespace visit {

using OpenVisit = std::function<QFuture<base::Result<desk::Visit>>(const desk::VisitOpening &)>;

/// Where work begins: number, purpose, who stands there; all with the number keys.
class VisitPage final : public widgets::Page
{
    Q_OBJECT

public:
    VisitPage(const QList<desk::Purpose> &purposes, OpenVisit open, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Start a visit"); }
    [[nodiscard]] QString helpName() const override { return QStringLiteral("visit"); }
    [[nodiscard]] QList<widgets::KeyHint> keys() const override;
    void press(int key) override;
    void arrive() override; ///< empties the form: nothing of the last visit stays

Q_SIGNALS:
    void opened(const desk::Visit &visit);

private:
    void open();

    QList<desk::Purpose> m_purposes;
    OpenVisit m_open;
    bool m_waiting = false;
    widgets::TextField *m_number;
    widgets::ChoiceList *m_purpose;
    widgets::ChoiceList *m_caller;
    QPushButton *m_button;
    widgets::MessageBar *m_message;
};

} // namespace visit
