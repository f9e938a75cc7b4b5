#include "text/lot.h"

#include "text/input.h"

#include <QRegularExpression>

namespace text {

Numbering numberingNamed(QStringView name)
{
    if (name == u"block")
        return Numbering::Block;
    return name == u"lot-no" ? Numbering::LotNo : Numbering::Lot;
}

QString registeredLot(QStringView typed, Numbering numbering)
{
    static const QRegularExpression numbers(
        QStringLiteral("^(\\d{1,5})(?:[-‐‑‒–—―−－ー](\\d{1,5}))?(?:[-‐‑‒–—―−－ー](\\d{1,5}))?$"));
    const QString plain = toAscii(typed).simplified();
    const auto match = numbers.match(plain);
    if (!match.hasMatch())
        return toFullWidth(plain);
    const QString first = toFullWidth(match.captured(1));
    const QString second = toFullWidth(match.captured(2));
    const QString third = toFullWidth(match.captured(3));
    QString lot = first + (numbering == Numbering::Block ? QStringLiteral("番") //
                                                         : QStringLiteral("番地"));
    if (second.isEmpty())
        return lot;
    if (numbering == Numbering::LotNo)
        lot += u'の';
    lot += second;
    if (!third.isEmpty())
        lot += QStringLiteral("－") + third;
    if (numbering == Numbering::Block)
        lot += u'号';
    return lot;
}

} // namespace text
