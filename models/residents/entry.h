#pragma once

#include "base/ids.h"
#include "residents/move.h"
#include "residents/restriction.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <variant>

// What clerks enter at the register: notes, contacts, restrictions, moves; and the 仮登録 that
// waits for another person's 照合.
namespace residents {

/// Who wrote something down, where and when, as the register noted it.
struct Authorship
{
    QString user; ///< id
    QString name;
    QString section;
    QDateTime at; ///< register time, UTC
    bool operator==(const Authorship &) const = default;
};

/// メモ (JS1 1.1.15): per person, free text, never printed. Each change is a new version; all are
/// kept.
struct Note
{
    qint64 id = 0;   ///< the register's number; 0 = not registered yet
    int version = 1; ///< from 1
    base::PersonId person;
    QString text;           ///< 1 to noteLength characters
    bool withdrawn = false; ///< taken back by this version
    Authorship by;          ///< filled in by the register
    bool operator==(const Note &) const = default;
};
constexpr int noteLength = 1000;

/// 連絡先: telephone and 送付先. Each change is a new version; all are kept. Never printed on a
/// certificate.
struct Contact
{
    base::PersonId person;
    int version = 1;        ///< from 1
    QString telephone;      ///< at most 30 characters; may be empty
    QString sendPostalCode; ///< "" or 7 digits
    QString sendAddress;    ///< 送付先; at most 200 characters; may be empty
    QString sendName;       ///< 宛名; at most 100 characters; may be empty
    Authorship by;          ///< filled in by the register
    bool operator==(const Contact &) const = default;
};

/// What was entered. The values of EntryKind are stored; they are index + 1 of Entered.
enum class EntryKind { Note = 1, Contact = 2, Restriction = 3, Move = 4 };
using Entered = std::variant<Note, Contact, Restriction, Move>;
[[nodiscard]] inline EntryKind kindOf(const Entered &entered)
{
    return EntryKind(entered.index() + 1);
}
/// Waits as 仮登録 for somebody else's 照合.
[[nodiscard]] inline bool needsCheck(const Entered &entered)
{
    return kindOf(entered) >= EntryKind::Restriction;
}
/// 0 for a restriction on a household; of a move the person whose record was open.
[[nodiscard]] base::PersonId personOf(const Entered &entered);

/// What a clerk wants the register to hold. Of a note `id`, `text`, `withdrawn` count, of a contact
/// the four fields, of a restriction all but `version` and `provisional`, of a move everything; the
/// register fills in the rest.
struct Proposal
{
    Entered entered;
    /// Version of what it takes the place of, as the clerk saw it; 0 = new. A move names its own.
    int baseVersion = 0;
    QString reason; ///< 理由, for the 照合: needed for restrictions; at most 500 characters
    bool operator==(const Proposal &) const = default;
};

/// The values are stored.
enum class EntryState {
    Provisional = 1, ///< 仮登録
    Registered = 2,  ///< 本登録
    SentBack = 3,    ///< 差戻し
    Withdrawn = 4,   ///< 取下げ by its author
};

/// 仮登録 and what became of it. Kept for ever.
struct Entry
{
    qint64 number = 0;
    EntryState state = EntryState::Provisional;
    Proposal proposal; ///< a restriction: its id is set, version 1, not provisional
    Authorship author;
    QString station;    ///< id
    Authorship checker; ///< empty while it waits; the author himself when withdrawn
    QString answer;     ///< the checker's reason, when sent back; at most 500 characters
    bool operator==(const Entry &) const = default;
};

} // namespace residents
