#pragma once

#include "base/result.h"
#include "residents/entry.h"
#include "residents/household.h"
#include "residents/person.h"
#include "residents/restriction.h"

#include <QByteArray>
#include <QByteArrayView>

// Records as bytes: for the register, the cache and what travels between them. Deterministic CBOR
// maps (RFC 8949, 4.2.1); the same value always gives the same bytes, since digests are made over
// them. Empty fields are left out. Keys of a person are the item numbers of
// requirements/juki.md 3.1:
//
//   1 [宛名番号, 履歴番号]      10 現住所                   19 外国人住民となった日、届出日
//   2 世帯番号                 11 住所を定めた日、届出日、事由  20
//   在留情報（区分、資格、期間、満了日） 3 氏名情報                 12 前住所                   23
//   国保 4 通称                     13 転出先（予定、確定）       24 国民年金 5 生年月日 14 本籍地
//   25 児童手当 6 性別                     15 筆頭者名                 26 介護 7 続柄 16 備考 27
//   後期高齢 8 住民となった日、届出日     17 消除日、届出日、事由        28 旧氏 9 世帯主名 18 国籍
//
// and, outside the 28 items: 40 異動, 41 住民種別, 42 住民状態, 43 並び順, 44 転入前住所, 45
// 電話番号. There is no key 21 (住民票コード) and no key 22 (個人番号), and bytes that have one are
// refused (R-AUZ-09: the numbers are kept apart). Other unknown keys, of later versions, are passed
// over.
namespace residents {

/// A household's keys: 1 世帯番号, 2 version, 3 世帯主の宛名番号, 4 住所.
/// A restriction's keys: 1 id, 2 version, 3 宛名番号, 4 世帯番号, 5 種別, 6 照会, 7 証明, 8 異動,
/// 9 hides the address, 10 from, 11 until, 12 ended, 13 provisional.
/// A note's keys: 1 id, 2 version, 3 宛名番号, 4 text, 5 withdrawn, 6 [user, name, section, ms].
/// A contact's keys: 1 宛名番号, 2 version, 3 telephone, 4 postal code, 5 address, 6 宛名, 7 as 6
/// of a note. A proposal's keys: 1 kind, 2 base version, 3 reason, 4 the note, contact or
/// restriction, or the move. An entry's keys: 1 number, 2 state, 3 proposal, 4 author, 5 station, 6
/// checker, 7 answer. A move's keys: 1 宛名番号, 2 異動事由, 3 異動日, 4 届出日, 5 届出人 [kind,
/// name, [documents], questioned, mandate], 6 paper, 7 from [世帯番号, version], 8 to, 9 住所, 10
/// movers [[宛名番号, 履歴番号, 続柄]], 11 others, 12 [acknowledged], 13 cause of a 消除 that
/// is a draft, 14 newcomers as persons, 15 転入前住所, 16 whether the 転出証明書 was handed in.
[[nodiscard]] QByteArray encode(const Snapshot &snapshot);
[[nodiscard]] QByteArray encode(const Household &household);
[[nodiscard]] QByteArray encode(const Restriction &restriction);
[[nodiscard]] QByteArray encode(const Note &note);
[[nodiscard]] QByteArray encode(const Contact &contact);
[[nodiscard]] QByteArray encode(const Move &move);
[[nodiscard]] QByteArray encode(const Proposal &proposal);
[[nodiscard]] QByteArray encode(const Entry &entry);

/// Fails with RegisterDamaged when the bytes are not what `encode` writes. The caller who knows
/// that they came from elsewhere (the cache) names that instead.
[[nodiscard]] base::Result<Snapshot> decodeSnapshot(QByteArrayView bytes);
[[nodiscard]] base::Result<Household> decodeHousehold(QByteArrayView bytes);
[[nodiscard]] base::Result<Restriction> decodeRestriction(QByteArrayView bytes);
[[nodiscard]] base::Result<Note> decodeNote(QByteArrayView bytes);
[[nodiscard]] base::Result<Contact> decodeContact(QByteArrayView bytes);
[[nodiscard]] base::Result<Move> decodeMove(QByteArrayView bytes);
[[nodiscard]] base::Result<Proposal> decodeProposal(QByteArrayView bytes);
[[nodiscard]] base::Result<Entry> decodeEntry(QByteArrayView bytes);

} // namespace residents
