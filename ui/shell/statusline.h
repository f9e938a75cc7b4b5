#pragma once

#include "desk/clerk.h"

#include <QFrame>

class QLabel;

namespace shell {

/// The foot of the window: connection, age of the data, what waits to be sent, card, printer.
class StatusLine final : public QFrame
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);
    void showStatus(const desk::Status &status);
    void showToken(const desk::TokenView &token);
    void showSignedOut(const desk::TokenView &token); ///< nothing but the card is known

Q_SIGNALS:
    void pressed(int key); ///< as the key that does the same
    void helpAsked(const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Place
    {
        QWidget *whole = nullptr;
        QLabel *icon = nullptr;
        QLabel *words = nullptr;
        QString drawn = {}; ///< name of the icon; empty = none yet
        QRgb colour = 0;
    };
    Place makePlace();
    void makeClickable(const Place &place, const QString &toolTip);
    static void draw(const Place &place);
    static void fill(Place &place, const QString &icon, QRgb colour, const QString &words);

    Place m_link;
    Place m_dataAge;
    Place m_outbox;
    Place m_password; ///< only when its days are few
    Place m_token;
    Place m_printer;
};

} // namespace shell
