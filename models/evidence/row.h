#pragma once

#include "base/ids.h"
#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QStringList>

namespace evidence {

/// 操作種別 (tax LG-3, PEN-R40: アクセス、登録、更新、印刷、外部媒体への出力; LG-8: sign-in and
/// -out). The numbers stand in the bytes of rows: never changed, only added to.
enum class Operation {
    Access = 1,   ///< 照会
    Register = 2, ///< 登録
    Update = 3,   ///< 更新
    Print = 4,    ///< 印刷
    Output = 5,   ///< 外部への出力
    Session = 6,  ///< sign-in, lock, sign-out, failures at the door
};

/// Numbers stand in the bytes of rows.
enum class Outcome {
    Done = 1,
    Refused = 2, ///< a rule or a missing right; `reason` says which
    Failed = 3,
};

/// One row of the log: who did what to whom, where, when, why (R-LOG-02, LG-3, PEN-R40,
/// municipal-facts 操作ログ). No names and no addresses outside `sealed`.
struct Row
{
    quint64 number = 0;    ///< from 1, no gaps; the journal gives it
    qint64 atMs = 0;       ///< 処理日時, ms since 1970 UTC
    QString station{};     ///< 端末情報; the journal gives it
    QString user{};        ///< 職員情報: user id
    QString section{};     ///< 部署情報
    QString card{};        ///< serial of the card
    QString signIn{};      ///< id of the sign-in
    QString visit{};       ///< id of the 対応, empty outside one
    QString visitNumber{}; ///< 呼出番号
    QString purpose{};     ///< 処理事由: code of resources/tables/purposes.csv
    QString procedure{};   ///< 機能名, such as "ViewResident"
    Operation operation = Operation::Access;
    Outcome outcome = Outcome::Done;
    QString reason{};                   ///< rule or reason code; never free text about a person
    QList<base::SnapshotId> subjects{}; ///< 宛名番号 and 履歴番号 of everybody handed out
    QString fileName{}; ///< 特定個人情報ファイル名; empty when none was touched
    bool individualNumberAccessed = false; ///< 個人番号アクセス有無
    quint32 count = 0;                     ///< how many were found or shown
    QStringList issueNumbers{};            ///< 発行番号, one a copy
    quint32 copies = 0;
    QString printer{};
    QString tablesVersion{}; ///< of the tables the decision rests on
    QByteArray sealed{};     ///< ４情報 and search conditions, sealed to the register's log key
    QString detail{};        ///< never personal
    bool operator==(const Row &) const = default;
};

/// Canonical bytes: a version byte, then each field as a 4-byte big-endian length and its bytes;
/// numbers are 8 bytes big-endian. Equal rows give equal bytes and the other way round.
[[nodiscard]] QByteArray encode(const Row &row);
/// Total: any bytes answer a row or LogBroken (the detail names the field). Only what encode()
/// writes is accepted.
[[nodiscard]] base::Result<Row> decode(QByteArrayView bytes);
/// The number of a row whose bytes have the right structure; 0 otherwise. Quicker than decode().
[[nodiscard]] quint64 numberOf(QByteArrayView bytes);

} // namespace evidence
