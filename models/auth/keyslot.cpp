#include "auth/keyslot.h"

#include <QList>

namespace auth {

using base::ErrorCode;
using base::Secret;
namespace crypto = base::crypto;

namespace {

constexpr int saltBytes = 16;
constexpr int pointBytes = 65;
constexpr int shareBytes = 32;
constexpr int sealedBytes = crypto::keyBytes + 16;
constexpr int maxHolders = 2;
// More than this no slot of ours ever asked; a damaged file shall not take the PC's memory.
constexpr int maxMemoryKib = 1024 * 1024;
constexpr int maxPasses = 16;
constexpr int maxLanes = 16;

QByteArray kindName(SlotKind kind)
{
    switch (kind) {
    case SlotKind::Card:
        return QByteArrayLiteral("card");
    case SlotKind::Spare:
        return QByteArrayLiteral("spare");
    case SlotKind::Recovery:
        return QByteArrayLiteral("recovery");
    }
    Q_UNREACHABLE();
}

/// Takes the header apart; after the first thing that is not there `broken` stays set.
class HeaderReader final
{
public:
    explicit HeaderReader(QByteArrayView rest)
        : m_rest(rest)
    {
    }

    [[nodiscard]] bool broken() const { return m_broken; }
    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    QByteArray word()
    {
        const qsizetype end = m_rest.indexOf('|');
        const QByteArray taken = take(end);
        take(1);
        return taken;
    }
    int number(int most)
    {
        bool isNumber = false;
        const int value = word().toInt(&isNumber);
        if (!isNumber || value < 1 || value > most)
            m_broken = true;
        return m_broken ? 0 : value;
    }
    QByteArray take(qsizetype size)
    {
        if (m_broken || size < 0 || size > m_rest.size()) {
            m_broken = true;
            return {};
        }
        const QByteArray taken = m_rest.first(size).toByteArray();
        m_rest = m_rest.sliced(size);
        return taken;
    }

private:
    QByteArrayView m_rest;
    bool m_broken = false;
};

base::Result<SlotKind> kindOf(const QByteArray &name)
{
    for (const SlotKind kind : {SlotKind::Card, SlotKind::Spare, SlotKind::Recovery}) {
        if (kindName(kind) == name)
            return kind;
    }
    return base::fail(ErrorCode::SlotDamaged, QStringLiteral("kind"));
}

int holdersOf(SlotKind kind)
{
    return kind == SlotKind::Recovery ? maxHolders : 1;
}

void append(Secret *to, const Secret &what)
{
    to->insert(to->end(), what.begin(), what.end());
}

base::Result<Secret> wrappingKey(const KeySlot &slot, const std::vector<SlotFactors> &factors,
                                 const Secret &stationSecret)
{
    Secret input;
    for (std::size_t i = 0; i < factors.size(); ++i) {
        const auto slow = crypto::argon2id(factors[i].password,
                                           slot.holders[static_cast<qsizetype>(i)].salt, slot.cost);
        if (!slow)
            return base::fail(slow);
        append(&input, *slow);
        append(&input, factors[i].share);
    }
    append(&input, stationSecret);
    return crypto::hkdf(input, crypto::sha256(slot.header()),
                        QByteArrayView("madoguchi/keyslot/v1"));
}

} // namespace

QByteArray KeySlot::header() const
{
    QByteArray text = QByteArrayLiteral("KS1|AES-256/GCM|");
    for (const int value : {cost.memoryKib, cost.passes, cost.lanes})
        text += QByteArray::number(value) + '|';
    text += kindName(kind) + '|' + QByteArray::number(holders.size()) + '|';
    for (const SlotHolder &holder : holders)
        text += holder.serial.toUtf8().toHex() + '|' + holder.fingerprint.toHex() + '|';
    for (const SlotHolder &holder : holders)
        text += holder.salt + holder.ephemeralPoint + holder.tokenPoint;
    return text;
}

QByteArray KeySlot::bytes() const
{
    return header() + nonce + sealed;
}

base::Result<KeySlot> KeySlot::parse(QByteArrayView bytes)
{
    HeaderReader reader(bytes);
    if (reader.word() != "KS1" || reader.word() != "AES-256/GCM")
        return base::fail(ErrorCode::SlotDamaged, QStringLiteral("version"));
    KeySlot slot;
    slot.cost.memoryKib = reader.number(maxMemoryKib);
    slot.cost.passes = reader.number(maxPasses);
    slot.cost.lanes = reader.number(maxLanes);
    const auto kind = kindOf(reader.word());
    if (!kind)
        return base::fail(kind);
    slot.kind = *kind;
    const int count = reader.number(maxHolders);
    for (int i = 0; i < count; ++i) {
        SlotHolder holder;
        holder.serial = QString::fromUtf8(QByteArray::fromHex(reader.word()));
        holder.fingerprint = QByteArray::fromHex(reader.word());
        slot.holders.append(holder);
    }
    for (SlotHolder &holder : slot.holders) {
        holder.salt = reader.take(saltBytes);
        holder.ephemeralPoint = reader.take(pointBytes);
        holder.tokenPoint = reader.take(pointBytes);
    }
    slot.nonce = reader.take(crypto::nonceBytes);
    slot.sealed = reader.take(sealedBytes);
    if (reader.broken() || !reader.atEnd() || count != holdersOf(slot.kind))
        return base::fail(ErrorCode::SlotDamaged, QStringLiteral("fields"));
    // One slot has one form: anything a lenient reader forgave shows here.
    if (slot.bytes() != bytes)
        return base::fail(ErrorCode::SlotDamaged, QStringLiteral("form"));
    return slot;
}

base::Result<KeySlot> makeSlot(const SlotOrder &order, const Secret &stationKey,
                               const Secret &stationSecret)
{
    if (order.cards.size() != holdersOf(order.kind) ||
        order.passwords.size() != static_cast<std::size_t>(order.cards.size()) ||
        stationKey.size() != crypto::keyBytes)
        return base::fail(ErrorCode::Unexpected, QStringLiteral("slot order"));
    KeySlot slot;
    slot.kind = order.kind;
    slot.cost = order.cost;
    slot.nonce = crypto::randomBytes(crypto::nonceBytes);
    std::vector<SlotFactors> factors;
    for (qsizetype i = 0; i < order.cards.size(); ++i) {
        const SlotCard &card = order.cards.at(i);
        const auto offer = crypto::offerTo(card.point);
        if (!offer)
            return base::fail(ErrorCode::TokenUnfit, QStringLiteral("point"));
        slot.holders.append(SlotHolder{.serial = card.serial,
                                       .fingerprint = card.fingerprint,
                                       .salt = crypto::randomBytes(saltBytes),
                                       .ephemeralPoint = offer->ephemeralPoint,
                                       .tokenPoint = card.point});
        factors.push_back({order.passwords[static_cast<std::size_t>(i)], offer->share});
    }
    const auto key = wrappingKey(slot, factors, stationSecret);
    if (!key)
        return base::fail(key);
    slot.sealed = crypto::seal(*key, slot.nonce, slot.header(), stationKey);
    return slot;
}

base::Result<Secret> openSlot(const KeySlot &slot, const std::vector<SlotFactors> &factors,
                              const Secret &stationSecret)
{
    bool complete = factors.size() == static_cast<std::size_t>(slot.holders.size());
    for (const SlotFactors &factor : factors)
        complete = complete && !factor.password.empty() && factor.share.size() == shareBytes;
    if (!complete || stationSecret.size() != crypto::keyBytes)
        return base::fail(ErrorCode::PasswordWrong, QStringLiteral("a factor is missing"));
    const auto key = wrappingKey(slot, factors, stationSecret);
    if (!key)
        return base::fail(key);
    auto stationKey = crypto::unseal(*key, slot.nonce, slot.header(), slot.sealed);
    if (!stationKey)
        return base::fail(ErrorCode::PasswordWrong, QStringLiteral("seal"));
    return stationKey;
}

} // namespace auth
