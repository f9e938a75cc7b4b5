#include "app/logcommand.h"
#include "app/logline.h"
#include "evidence/verifier.h"

#include <QFile>
#include <QJsonDocument>

#include <cstdio>
#include <optional>

namespace app {

using base::ErrorCode;
using base::Result;
using namespace Qt::StringLiterals;

namespace {

constexpr int wrongCommand = 2;
constexpr qint64 longestLine = qint64{64} * 1024 * 1024;

struct VerifyRequest
{
    QString file;
    std::optional<evidence::Head> head;
    QByteArray key; ///< empty: as the file has it
};

Result<VerifyRequest> requestFrom(const QStringList &arguments)
{
    VerifyRequest request;
    for (qsizetype at = 0; at < arguments.size(); ++at) {
        const QString &word = arguments.at(at);
        if (word == "--head"_L1) {
            const auto head = evidence::headFromText(arguments.value(++at));
            if (!head)
                return base::fail(head);
            request.head = *head;
        } else if (word == "--key"_L1) {
            request.key = QByteArray::fromHex(arguments.value(++at).toLatin1());
            if (request.key.size() != base::crypto::keyBytes)
                return base::fail(ErrorCode::ArgumentWrong, u"--key takes 64 hex digits"_s);
        } else if (word.startsWith("--"_L1) || !request.file.isEmpty()) {
            return base::fail(ErrorCode::ArgumentWrong,
                              u"usage: log verify FILE [--head N:HASH] [--key HEX]"_s);
        } else {
            request.file = word;
        }
    }
    if (request.file.isEmpty())
        return base::fail(ErrorCode::ArgumentWrong,
                          u"usage: log verify FILE [--head N:HASH] [--key HEX]"_s);
    return request;
}

/// Reads an exported log line by line. Each line must be exactly what the export writes.
class ExportedLog
{
public:
    explicit ExportedLog(QIODevice &input)
        : m_input(input)
    {
    }

    /// Nothing at the end of the file.
    [[nodiscard]] Result<std::optional<QJsonObject>> next()
    {
        if (m_input.atEnd())
            return std::optional<QJsonObject>();
        QByteArray line = m_input.readLine(longestLine);
        if (!line.endsWith('\n'))
            return base::fail(ErrorCode::LogBroken, u"a line is cut short"_s);
        line.chop(1);
        const QJsonDocument document = QJsonDocument::fromJson(line);
        // The same key twice, or anything else that a reader and a program see differently.
        if (!document.isObject() || document.toJson(QJsonDocument::Compact) != line)
            return base::fail(ErrorCode::LogBroken, u"a line is not as the export writes it"_s);
        return std::optional<QJsonObject>(document.object());
    }

private:
    QIODevice &m_input;
};

struct Verified
{
    evidence::Verdict verdict;
    quint64 closed = 0; ///< rows with details that are not shown
};

/// One line behind the title. Answers false after the end line.
bool takeLine(const QJsonObject &line, QByteArrayView logKey, evidence::Verifier &verifier,
              quint64 &closed)
{
    const QString kind = kindOfLine(line);
    if (kind == "row"_L1) {
        const auto row = readRow(line);
        if (!row) {
            verifier.reject(row.error().detail);
            return false;
        }
        verifier.addRow(row->body, row->hash);
        closed += !row->row.sealed.isEmpty() && !row->details ? 1 : 0;
        return !verifier.failed();
    }
    if (kind == "checkpoint"_L1) {
        const auto checkpoint = readCheckpoint(line, logKey);
        if (!checkpoint) {
            verifier.reject(checkpoint.error().detail);
            return false;
        }
        verifier.addCheckpoint(checkpoint->signedBytes, checkpoint->signature);
        return !verifier.failed();
    }
    verifier.reject(u"a line of an unknown kind"_s);
    return false;
}

Verified verify(QIODevice &input, const VerifyRequest &request)
{
    ExportedLog log(input);
    const auto first = log.next();
    const auto title =
        first && *first
            ? readTitle(**first)
            : Result<LogTitle>(base::fail(ErrorCode::LogBroken, u"not an exported log"_s));
    if (!title)
        return {.verdict = {.problem = title.error()}};
    if (!request.key.isEmpty() && request.key != title->logKey)
        return {.verdict = {.problem = base::Error{ErrorCode::LogBroken,
                                                   u"the log key is not the one given"_s}}};
    evidence::Verifier verifier(title->station, title->logKey);
    if (request.head)
        verifier.witness(*request.head);
    Verified verified;
    while (true) {
        const auto line = log.next();
        if (!line || !*line) {
            verifier.reject(line ? u"the file ends here, without its last line"_s
                                 : line.error().detail);
            break;
        }
        if (kindOfLine(**line) == "end"_L1) {
            // The verifier says whether the rows reach what the end names; nothing stands behind
            // it.
            if (const auto end = readEnd(**line); end)
                verifier.close(*end);
            else
                verifier.reject(end.error().detail);
            if (const auto behind = log.next(); !behind || *behind)
                verifier.reject(u"something stands behind the last line"_s);
            break;
        }
        if (!takeLine(**line, title->logKey, verifier, verified.closed))
            break;
    }
    verified.verdict = verifier.finish();
    return verified;
}

QJsonObject answerOf(const Verified &verified)
{
    const evidence::Verdict &verdict = verified.verdict;
    const QString reach =
        u"whole to row %1, witnessed to row %2"_s.arg(verdict.wholeTo).arg(verdict.witnessedTo);
    QJsonObject answer{{u"good"_s, verdict.good()},
                       {u"wholeTo"_s, QString::number(verdict.wholeTo)},
                       {u"witnessedTo"_s, QString::number(verdict.witnessedTo)},
                       {u"detailsNotShown"_s, QString::number(verified.closed)},
                       {u"says"_s, reach}};
    if (verdict.good())
        return answer;
    answer.insert(u"badRow"_s, QString::number(verdict.badRow));
    answer.insert(u"problem"_s,
                  verdict.problem->code == ErrorCode::LogCut ? u"LogCut"_s : u"LogBroken"_s);
    answer.insert(u"says"_s, u"row %1: %2; %3"_s.arg(QString::number(verdict.badRow),
                                                     verdict.problem->detail, reach));
    return answer;
}

int refuse(QIODevice &output, const QString &problem, const QString &says)
{
    const QJsonObject answer{{u"good"_s, false}, {u"problem"_s, problem}, {u"says"_s, says}};
    output.write(QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n');
    return wrongCommand;
}

} // namespace

int runLogVerify(const QStringList &arguments, QIODevice &output)
{
    const auto request = requestFrom(arguments);
    if (!request)
        return refuse(output, u"ArgumentWrong"_s, request.error().detail);
    QFile file(request->file);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(output, u"FileUnreadable"_s, u"the file cannot be read"_s);
    const Verified verified = verify(file, *request);
    output.write(QJsonDocument(answerOf(verified)).toJson(QJsonDocument::Compact) + '\n');
    return verified.verdict.good() ? 0 : 1;
}

int runLogVerify(const QStringList &arguments)
{
    QFile output;
    if (!output.open(stdout, QIODevice::WriteOnly))
        return wrongCommand;
    return runLogVerify(arguments, output);
}

} // namespace app
