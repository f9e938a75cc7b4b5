#include "auth/keyslots.h"

#include "auth/durable.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>

namespace auth {

using base::ErrorCode;
namespace crypto = base::crypto;

namespace {

// File: magic, number of slots (2), each: length (4), slot, SHA-256 of the slot. Little-endian.
const QByteArray magic = QByteArrayLiteral("MADOGUCHI-SLOTS1");
constexpr qsizetype maxFile = qsizetype{256} * 1024;
constexpr int maxSlots = 256;

template <typename Number>
QByteArray littleEndian(Number value)
{
    const Number stored = qToLittleEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&stored), sizeof stored);
}

bool sameCards(const KeySlot &one, const KeySlot &other)
{
    return std::equal(
        one.holders.begin(), one.holders.end(), other.holders.begin(), other.holders.end(),
        [](const SlotHolder &a, const SlotHolder &b) { return a.fingerprint == b.fingerprint; });
}

bool hasCard(const KeySlot &slot, const QByteArray &fingerprint)
{
    return std::any_of(slot.holders.begin(), slot.holders.end(),
                       [&](const SlotHolder &holder) { return holder.fingerprint == fingerprint; });
}

} // namespace

base::Result<KeySlots> KeySlots::read(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return KeySlots();
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(ErrorCode::FileUnreadable, QStringLiteral("slot file"));
    if (file.size() > maxFile)
        return base::fail(ErrorCode::SlotDamaged, QStringLiteral("file too long"));
    return parse(file.readAll());
}

base::Result<> KeySlots::write(const QString &path) const
{
    return writeDurably(path, bytes());
}

base::Result<KeySlots> KeySlots::parse(QByteArrayView bytes)
{
    if (!bytes.startsWith(magic) || bytes.size() < magic.size() + 2)
        return base::fail(ErrorCode::SlotDamaged, QStringLiteral("no slot file"));
    const int count = qFromLittleEndian<quint16>(bytes.data() + magic.size());
    QByteArrayView rest = bytes.sliced(magic.size() + 2);
    if (count > maxSlots)
        return base::fail(ErrorCode::SlotDamaged, QStringLiteral("too many slots"));
    KeySlots slotSet;
    for (int i = 0; i < count; ++i) {
        if (rest.size() < 4)
            return base::fail(ErrorCode::SlotDamaged, QStringLiteral("file cut short"));
        const qsizetype length = qFromLittleEndian<quint32>(rest.data());
        rest = rest.sliced(4);
        if (length > rest.size() - crypto::hashBytes)
            return base::fail(ErrorCode::SlotDamaged, QStringLiteral("file cut short"));
        const QByteArrayView whole = rest.first(length + crypto::hashBytes);
        const QByteArrayView body = rest.first(length);
        const auto slot = KeySlot::parse(body);
        if (slot && crypto::sha256(body) == whole.sliced(length))
            slotSet.m_slots.append(*slot);
        else
            slotSet.m_damaged.append(whole.toByteArray());
        rest = rest.sliced(whole.size());
    }
    if (!rest.isEmpty())
        return base::fail(ErrorCode::SlotDamaged, QStringLiteral("more than was counted"));
    return slotSet;
}

QByteArray KeySlots::bytes() const
{
    QByteArray all = magic + littleEndian(static_cast<quint16>(m_slots.size() + m_damaged.size()));
    for (const KeySlot &slot : m_slots) {
        const QByteArray body = slot.bytes();
        all += littleEndian(static_cast<quint32>(body.size())) + body + crypto::sha256(body);
    }
    for (const QByteArray &whole : m_damaged)
        all += littleEndian(static_cast<quint32>(whole.size() - crypto::hashBytes)) + whole;
    return all;
}

base::Result<KeySlot> KeySlots::find(const QByteArray &fingerprint) const
{
    for (const KeySlot &slot : m_slots) {
        if (slot.kind != SlotKind::Recovery && hasCard(slot, fingerprint))
            return slot;
    }
    return base::fail(m_damaged.isEmpty() ? ErrorCode::SlotMissing : ErrorCode::SlotDamaged);
}

void KeySlots::put(const KeySlot &slot)
{
    m_slots.removeIf([&](const KeySlot &old) { return sameCards(old, slot); });
    m_slots.append(slot);
}

bool KeySlots::remove(const QByteArray &fingerprint)
{
    return m_slots.removeIf([&](const KeySlot &slot) { return hasCard(slot, fingerprint); }) > 0;
}

} // namespace auth
