#pragma once

#include "base/result.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace widgets {

enum class Severity { Notice, Success, Warning, Error };

/// Says on the page what happened, what it means and what to do next. Never a window of its own.
/// Icon and words carry the severity, colour only supports them.
class MessageBar final : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// The words of ui/words; the code's name, for support, is the tool tip; `added` is one more
    /// sentence of the page (tries left ...).
    void showError(const base::Error &error, const QString &added = {});
    void say(Severity severity, const QString &happened, const QString &means = {},
             const QString &todo = {});
    /// A button of the page in the bar ("try again"); hidden again by the next message.
    void offer(const QString &words);
    void clear();
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void offerTaken();

private:
    QLabel *m_icon;
    QLabel *m_happened;
    QLabel *m_rest;
    QPushButton *m_offer;
};

} // namespace widgets
