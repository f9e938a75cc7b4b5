#pragma once

#include "base/secret.h"
#include "desk/answer.h"
#include "desk/entryviews.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace widgets {
class AskPanel;
class MessageBar;
} // namespace widgets

namespace resident {

/// Twelve digits, drawn one by one from memory that is wiped; dots while there are none. No text
/// that could be copied, dragged or read by another program.
class SecretDigits final : public QWidget
{
    Q_OBJECT

public:
    explicit SecretDigits(QWidget *parent = nullptr);
    void setDigits(const base::Secret &digits);
    void wipe();
    [[nodiscard]] bool isShown() const { return !m_digits.empty(); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    base::Secret m_digits;
};

/// 個人番号 of the person whose record is open: masked, shown for half a minute after a reason was
/// given, hidden again by itself, by leaving, and when the screen is locked or covered.
class NumberPanel final : public QWidget
{
    Q_OBJECT

public:
    using Reveal =
        std::function<desk::Answer<desk::RevealedNumber>(base::PersonId, const QString &reason)>;
    static constexpr int shownSeconds = 30;

    explicit NumberPanel(Reveal reveal, QWidget *parent = nullptr);
    void setPerson(base::PersonId person);
    /// F4: asks for the reason, or hides what is shown.
    void ask();
    /// False when nothing was asked.
    bool stepBack();
    [[nodiscard]] bool isShown() const;
    void hideNumber();

Q_SIGNALS:
    void changed(); ///< asked, shown or refused: it should be in sight
    void closed();  ///< the question is gone: the focus goes on elsewhere

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void reveal(const QString &reason);
    void countDown();
    void follow();

    Reveal m_reveal;
    base::PersonId m_person;
    QTimer m_second;
    int m_left = 0;
    int m_round = 0; ///< an answer that comes after hiding shows nothing
    widgets::MessageBar *m_message;
    widgets::AskPanel *m_ask;
    SecretDigits *m_digits;
    QLabel *m_rest;
    QPushButton *m_button;
};

} // namespace resident
