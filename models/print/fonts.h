#pragma once

#include "print/fontfile.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringView>

#include <memory>

namespace print {

/// One character as it will be drawn: a kanji with its selector is one.
struct Glyph
{
    QString character;
    const FontFile *font = nullptr; ///< null: no registered font has it
    quint32 index = 0;
    quint32 base = 0;   ///< of the character without its selector
    double advance = 0; ///< in em
};

/// The fonts that certificates are printed with: for each face a list in which the first has to be
/// installed and the others stand in for single characters. Shareable between threads.
class Fonts final
{
public:
    /// From resources/fonts/fallback.txt. Needs a QGuiApplication. FontMissing.
    [[nodiscard]] static base::Result<Fonts> load();
    /// Lines "face: family, family ..."; # begins a comment. FontMissing, FormUnreadable.
    [[nodiscard]] static base::Result<Fonts> from(const QByteArray &list);

    [[nodiscard]] bool has(const QString &face) const { return m_faces.contains(face); }
    /// The characters of a text. A sequence that no font knows is missing, even when a font has its
    /// base: never another form than the registered one.
    [[nodiscard]] QList<Glyph> glyphs(const QString &face, QStringView text) const;

private:
    [[nodiscard]] Glyph glyph(const QString &face, const QList<uint> &cluster) const;

    QMap<QString, QList<std::shared_ptr<const FontFile>>> m_faces;
};

} // namespace print
