#pragma once

#include "base/secret.h"

#include <QWidget>

namespace widgets {

/// A password or PIN, kept byte by byte in locked memory and never in a QString. Shows dots. No
/// input method, no clipboard, no undo, no drag and drop.
class SecretField final : public QWidget
{
    Q_OBJECT

public:
    /// `mostBytes` of UTF-8; what is typed beyond is not taken and refused() says so.
    explicit SecretField(int mostBytes, QWidget *parent = nullptr);
    ~SecretField() override;

    [[nodiscard]] bool isEmpty() const { return m_bytes.empty(); }
    [[nodiscard]] int count() const { return m_count; } ///< characters typed
    /// For judging it while it is typed; never to be kept.
    [[nodiscard]] const base::Secret &typed() const { return m_bytes; }
    /// Hands over what was typed (UTF-8) and forgets it.
    [[nodiscard]] base::Secret take();
    void clear();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changed();
    /// A key or paste that was not taken, with the reason for the clerk.
    void refused(const QString &why);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void append(const QString &typed);
    void removeLast();

    int m_mostBytes;
    int m_count = 0;
    base::Secret m_bytes;
};

} // namespace widgets
