#pragma once

#include "print/fonts.h"

#include <QCheckBox>
#include <QLabel>
#include <QList>
#include <QRectF>
#include <QString>

class QPainter;

// Names and addresses in the form they are registered in. Qt 6.4 drops variation selectors when it
// shapes text, so a QLabel would show 渡邉 for 渡邉 with U+E0110: another person's name. Here each
// character is the very glyph that stands on paper.
namespace widgets {

/// A registered text in one size. A character that no font of the paper has is a framed box with
/// its code point, never another form of it.
class RegisteredText final
{
public:
    RegisteredText(const QString &text, int pixels);

    /// Of the text in one line, in pixels.
    [[nodiscard]] double width() const;
    [[nodiscard]] int lineHeight() const;
    /// Lines that the text takes when it may be so wide.
    [[nodiscard]] int lineCount(double width) const;
    /// The glyphs in the order of the text; `font` null where a box stands.
    [[nodiscard]] const QList<print::Glyph> &glyphs() const { return m_glyphs; }
    /// Draws it broken into lines, from the top left of `place`.
    void paint(QPainter &painter, const QRectF &place) const;

private:
    [[nodiscard]] double advance(const print::Glyph &glyph) const;
    [[nodiscard]] QList<qsizetype> lineStarts(double width) const;
    void paintLine(QPainter &painter, QPointF base, qsizetype from, qsizetype to) const;
    void paintBox(QPainter &painter, QPointF base, const print::Glyph &glyph) const;

    QList<print::Glyph> m_glyphs;
    int m_pixels;
};

/// Whether Qt's own drawing would show another form of this text.
[[nodiscard]] bool hasSelector(QStringView text);

/// A label whose words are in registered glyphs when its role is a name or when they hold a
/// variation selector. text() and its accessible text stay the plain string.
class NameLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit NameLabel(const QString &text, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] bool isRegistered() const;
    [[nodiscard]] RegisteredText drawn() const;
};

/// A check box whose words are a name.
class NameCheckBox final : public QCheckBox
{
    Q_OBJECT

public:
    explicit NameCheckBox(const QString &text, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] RegisteredText drawn() const;
};

} // namespace widgets
