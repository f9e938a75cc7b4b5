#include "app/logline.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace app {

using base::ErrorCode;
using namespace Qt::StringLiterals;

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

/// Empty when it is no base64.
QByteArray fromBase64(const QJsonValue &value)
{
    const auto decoded = QByteArray::fromBase64Encoding(value.toString().toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? decoded.decoded : QByteArray();
}

/// 処理日時 in Japan (UTC+9, no summer time), to the millisecond.
QString timeText(qint64 ms)
{
    constexpr int japanOffsetSeconds = 9 * 60 * 60;
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::OffsetFromUTC, japanOffsetSeconds)
        .toString(Qt::ISODateWithMs);
}

QString operationWord(evidence::Operation operation)
{
    switch (operation) {
    case evidence::Operation::Access:
        return u"照会"_s;
    case evidence::Operation::Register:
        return u"登録"_s;
    case evidence::Operation::Update:
        return u"更新"_s;
    case evidence::Operation::Print:
        return u"印刷"_s;
    case evidence::Operation::Output:
        return u"外部出力"_s;
    case evidence::Operation::Session:
        return u"認証"_s;
    }
    return {};
}

QString outcomeWord(evidence::Outcome outcome)
{
    switch (outcome) {
    case evidence::Outcome::Done:
        return u"実施"_s;
    case evidence::Outcome::Refused:
        return u"拒否"_s;
    case evidence::Outcome::Failed:
        return u"失敗"_s;
    }
    return {};
}

QJsonArray subjectsOf(const evidence::Row &row)
{
    QJsonArray subjects;
    for (const base::SnapshotId &one : row.subjects)
        subjects.append(QJsonObject{{u"宛名番号"_s, QString::number(one.person.value)},
                                    {u"履歴番号"_s, one.version}});
    return subjects;
}

// R-LOG-02: 処理日時、職員情報、部署情報、端末情報、処理事由、宛名番号、４情報; LG-3; PEN-R40.
QJsonObject shownOf(const evidence::Row &row)
{
    return {{u"処理日時"_s, timeText(row.atMs)},
            {u"端末情報"_s, row.station},
            {u"職員情報"_s, row.user},
            {u"部署情報"_s, row.section},
            {u"カード"_s, row.card},
            {u"認証番号"_s, row.signIn},
            {u"対応"_s, row.visit},
            {u"呼出番号"_s, row.visitNumber},
            {u"処理事由"_s, row.purpose},
            {u"機能名"_s, row.procedure},
            {u"操作種別"_s, operationWord(row.operation)},
            {u"結果"_s, outcomeWord(row.outcome)},
            {u"理由"_s, row.reason},
            {u"対象者"_s, subjectsOf(row)},
            {u"特定個人情報ファイル名"_s, row.fileName},
            {u"個人番号アクセス有無"_s, row.individualNumberAccessed ? u"有"_s : u"無"_s},
            {u"件数"_s, qint64{row.count}},
            {u"発行番号"_s, QJsonArray::fromStringList(row.issueNumbers)},
            {u"通数"_s, qint64{row.copies}},
            {u"プリンタ"_s, row.printer},
            {u"基準表の版"_s, row.tablesVersion},
            {u"備考"_s, row.detail}};
}

QJsonObject shownOf(const audit::OpenedDetails &opened)
{
    QJsonArray people;
    for (const audit::FourItems &one : opened.details.people)
        people.append(QJsonObject{{u"氏名"_s, one.name},
                                  {u"住所"_s, one.address},
                                  {u"生年月日"_s, one.bornOn},
                                  {u"性別"_s, one.sex}});
    QJsonArray conditions;
    for (const auto &[field, value] : opened.details.conditions)
        conditions.append(QJsonArray{field, value});
    return {{u"４情報"_s, people},
            {u"検索条件"_s, conditions},
            {u"開示理由"_s, opened.details.reason},
            {u"salt"_s, base64(opened.salt)}};
}

audit::OpenedDetails detailsFrom(const QJsonObject &shown)
{
    audit::OpenedDetails opened;
    opened.salt = fromBase64(shown.value(u"salt"));
    for (const QJsonValue &one : shown.value(u"４情報").toArray())
        opened.details.people.append({one[u"氏名"].toString(), one[u"住所"].toString(),
                                      one[u"生年月日"].toString(), one[u"性別"].toString()});
    for (const QJsonValue &one : shown.value(u"検索条件").toArray())
        opened.details.conditions.append({one[0].toString(), one[1].toString()});
    opened.details.reason = shown.value(u"開示理由").toString();
    return opened;
}

QJsonObject rowObject(const LogRow &row)
{
    QJsonObject line{{u"kind"_s, u"row"_s},
                     {u"number"_s, QString::number(row.row.number)},
                     {u"shown"_s, shownOf(row.row)},
                     {u"row"_s, base64(row.body)},
                     {u"hash"_s, QString::fromLatin1(row.hash.toHex())}};
    if (row.details)
        line.insert(u"details"_s, shownOf(*row.details));
    return line;
}

QJsonObject checkpointObject(const evidence::SignedCheckpoint &checkpoint)
{
    return {{u"kind"_s, u"checkpoint"_s},
            {u"station"_s, checkpoint.checkpoint.station},
            {u"head"_s, evidence::headText(checkpoint.checkpoint.head)},
            {u"処理日時"_s, timeText(checkpoint.checkpoint.atMs)},
            {u"signed"_s, base64(checkpoint.signedBytes)},
            {u"signature"_s, base64(checkpoint.signature)}};
}

tl::unexpected<base::Error> broken(const char *what)
{
    return base::fail(ErrorCode::LogBroken, QString::fromLatin1(what));
}

} // namespace

QByteArray titleLine(const LogTitle &title)
{
    return compact({{u"kind"_s, u"log"_s},
                    {u"format"_s, 1},
                    {u"station"_s, title.station},
                    {u"logKey"_s, QString::fromLatin1(title.logKey.toHex())}});
}

QByteArray rowLine(const LogRow &row)
{
    return compact(rowObject(row));
}

QByteArray checkpointLine(const evidence::SignedCheckpoint &checkpoint)
{
    return compact(checkpointObject(checkpoint));
}

QByteArray endLine(const evidence::Head &head)
{
    return compact({{u"kind"_s, u"end"_s}, {u"head"_s, evidence::headText(head)}});
}

QString kindOfLine(const QJsonObject &line)
{
    return line.value(u"kind").toString();
}

base::Result<LogTitle> readTitle(const QJsonObject &line)
{
    const LogTitle title{line.value(u"station").toString(),
                         QByteArray::fromHex(line.value(u"logKey").toString().toLatin1())};
    if (compact(line) != titleLine(title) || title.logKey.size() != base::crypto::keyBytes)
        return broken("the first line is not that of an exported log");
    return title;
}

base::Result<LogRow> readRow(const QJsonObject &line)
{
    LogRow row;
    row.body = fromBase64(line.value(u"row"));
    row.hash = QByteArray::fromHex(line.value(u"hash").toString().toLatin1());
    const auto decoded = evidence::decode(row.body);
    if (!decoded)
        return base::fail(decoded);
    row.row = *decoded;
    if (line.contains(u"details")) {
        row.details = detailsFrom(line.value(u"details").toObject());
        if (!audit::detailsFit(row.row.sealed, *row.details))
            return broken("the details shown are not those that were logged");
    }
    if (line != rowObject(row))
        return broken("the fields shown are not those that were logged");
    return row;
}

base::Result<evidence::SignedCheckpoint> readCheckpoint(const QJsonObject &line,
                                                        QByteArrayView logKey)
{
    const auto checkpoint = evidence::readCheckpoint(fromBase64(line.value(u"signed")),
                                                     fromBase64(line.value(u"signature")), logKey);
    if (!checkpoint)
        return base::fail(checkpoint);
    if (line != checkpointObject(*checkpoint))
        return broken("a checkpoint does not show what was signed");
    return *checkpoint;
}

base::Result<evidence::Head> readEnd(const QJsonObject &line)
{
    const auto head = evidence::headFromText(line.value(u"head").toString());
    if (!head || compact(line) != endLine(*head))
        return broken("the last line is not that of an exported log");
    return *head;
}

} // namespace app
