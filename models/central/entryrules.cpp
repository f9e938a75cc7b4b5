#include "central/entryrules.h"

#include <QUuid>

#include <algorithm>

namespace central {

using base::ErrorCode;
using base::Result;
using residents::Contact;
using residents::Note;
using residents::Proposal;
using residents::Restriction;
using namespace Qt::StringLiterals;

namespace {

constexpr int telephoneLength = 30;
constexpr int addressLength = 200;
constexpr int nameLength = 100;
constexpr qsizetype postalCodeLength = 7;

template <typename Level>
bool isWithin(Level value, Level last)
{
    return int(value) >= 0 && int(value) <= int(last);
}

/// The first field that holds what it cannot; empty when there is none.
QLatin1StringView wrongField(const Note &note, int baseVersion)
{
    if (note.id < 0)
        return "id"_L1;
    if (note.id == 0 && baseVersion != 0)
        return "baseVersion"_L1;
    if (note.id == 0 && note.withdrawn)
        return "withdrawn"_L1;
    if (isBlank(note.text) || !fits(note.text, residents::noteLength, Lines::Many))
        return "text"_L1;
    return {};
}

QLatin1StringView wrongField(const Contact &contact)
{
    if (!fits(contact.telephone, telephoneLength))
        return "telephone"_L1;
    if (!contact.sendPostalCode.isEmpty() && !isPostalCode(contact.sendPostalCode))
        return "sendPostalCode"_L1;
    if (!fits(contact.sendAddress, addressLength))
        return "sendAddress"_L1;
    if (!fits(contact.sendName, nameLength))
        return "sendName"_L1;
    return {};
}

QLatin1StringView wrongField(const Restriction &restriction, int baseVersion)
{
    using residents::RestrictionKind;
    using residents::RestrictionLevel;
    if (restriction.id < 0)
        return "id"_L1;
    if (restriction.id == 0 && baseVersion != 0)
        return "baseVersion"_L1;
    if (restriction.id == 0 && restriction.ended)
        return "ended"_L1;
    const qint64 person = restriction.person.value;
    const qint64 household = restriction.household.value;
    if (person < 0 || household < 0 || (person == 0) == (household == 0))
        return "person"_L1;
    if (!isWithin(restriction.kind, RestrictionKind::Other))
        return "kind"_L1;
    if (!isWithin(restriction.inquiry, RestrictionLevel::Stop))
        return "inquiry"_L1;
    if (!isWithin(restriction.certificate, RestrictionLevel::Stop))
        return "certificate"_L1;
    if (!isWithin(restriction.movement, RestrictionLevel::Stop))
        return "movement"_L1;
    if (!isDay(restriction.from))
        return "from"_L1;
    if (!restriction.until.isNull() &&
        (!isDay(restriction.until) || restriction.until < restriction.from))
        return "until"_L1;
    return {};
}

QLatin1StringView wrongField(const Proposal &proposal)
{
    if (proposal.baseVersion < 0)
        return "baseVersion"_L1;
    if (const auto *note = std::get_if<Note>(&proposal.entered))
        return wrongField(*note, proposal.baseVersion);
    if (const auto *contact = std::get_if<Contact>(&proposal.entered))
        return wrongField(*contact);
    if (const auto *move = std::get_if<residents::Move>(&proposal.entered))
        return proposal.baseVersion != 0 ? "baseVersion"_L1 : central::wrongField(*move);
    return wrongField(std::get<Restriction>(proposal.entered), proposal.baseVersion);
}

} // namespace

bool fits(const QString &text, int length, Lines lines)
{
    if (!text.isValidUtf16())
        return false;
    const auto points = text.toUcs4();
    return points.size() <= length &&
           std::none_of(points.cbegin(), points.cend(), [lines](char32_t point) {
               return QChar::category(point) == QChar::Other_Control &&
                      !(lines == Lines::Many && point == U'\n');
           });
}

bool isBlank(const QString &text)
{
    return text.trimmed().isEmpty();
}

bool isPostalCode(const QString &text)
{
    return text.size() == postalCodeLength &&
           std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isDay(QDate day)
{
    constexpr int lastYear = 9999;
    return day.isValid() && day.year() > 0 && day.year() <= lastYear;
}

Right rightFor(residents::EntryKind kind)
{
    switch (kind) {
    case residents::EntryKind::Note:
    case residents::EntryKind::Contact:
        return Right::WriteNote;
    case residents::EntryKind::Restriction:
        return Right::EnterRestriction;
    case residents::EntryKind::Move:
        break;
    }
    return Right::EnterMove;
}

bool isReason(const QString &reason)
{
    return !isBlank(reason) && fits(reason, reasonLength);
}

Result<QString> plainUuid(const QString &uuid)
{
    const auto read = QUuid::fromString(uuid);
    if (read.isNull())
        return base::fail(ErrorCode::EntryIncomplete, QStringLiteral("uuid"));
    return read.toString(QUuid::WithoutBraces);
}

Result<Proposal> plainProposal(const Proposal &proposal)
{
    if (const auto field = wrongField(proposal); !field.isEmpty())
        return base::fail(ErrorCode::EntryIncomplete, field);
    Proposal plain = proposal;
    if (auto *note = std::get_if<Note>(&plain.entered)) {
        note->version = 1;
        note->by = {};
    } else if (auto *contact = std::get_if<Contact>(&plain.entered)) {
        contact->version = 1;
        contact->by = {};
    } else if (auto *restriction = std::get_if<Restriction>(&plain.entered)) {
        restriction->version = 1;
        restriction->provisional = false;
    }
    const bool needed = residents::kindOf(plain.entered) == residents::EntryKind::Restriction;
    if (needed ? !isReason(plain.reason) : !fits(plain.reason, reasonLength))
        return base::fail(ErrorCode::EntryIncomplete, QStringLiteral("reason"));
    return plain;
}

} // namespace central
