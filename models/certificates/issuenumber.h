#pragma once

#include <QDate>
#include <QString>

namespace certificates {

/// 発行番号 (住民記録システム標準仕様書 5.1): 発行年月日 市区町村名 端末名番号 プリンタ番号 連番
/// 頁/総頁, e.g. "20200502 ●●市 本庁1 プリンタ001 011 1/2". Each copy has its own serial; the
/// journal hands them out. A device that is not known is left blank.
struct IssueNumber
{
    QDate day;
    QString municipality; ///< with or without its prefecture; printed without
    QString station;
    QString printer;
    int serial = 0; ///< from 1, a day and station; at least three digits
    bool operator==(const IssueNumber &) const = default;

    /// What the serial counts within: all but the serial.
    [[nodiscard]] QString series() const;
    /// Without 頁/総頁: what the log and IssuedCertificate::numbers hold.
    [[nodiscard]] QString text() const;
};
/// The number as one page bears it; pages count from 1.
[[nodiscard]] QString onPage(const QString &number, int page, int pages);
/// "みどり野市" of "あさぎり県みどり野市".
[[nodiscard]] QString withoutPrefecture(const QString &municipality);

} // namespace certificates
