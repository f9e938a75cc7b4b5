#include "rulecommand.h"

#include "ruleanswers.h"
#include "tables/csv.h"

#include <QFile>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <cstdio>

namespace app {

namespace {

constexpr int allAnswered = 0;
constexpr int someFailed = 1;
constexpr int commandWrong = 2;

QString help()
{
    QString text = QStringLiteral(
        "madoguchi-admin rule NAME [VALUE...]\n\n"
        "Answers a rule of the domain. Give the values of one input in the order of the columns,\n"
        "or none and CSV (UTF-8) on standard input. A first line that holds the column names is a\n"
        "header and may name them in another order; without a header the order is the one below.\n"
        "Columns at the end may be left out. Lines that begin with # are skipped.\n"
        "Each input gives one JSON line: rule, input, result, article, table (version of the "
        "table\n"
        "used), error, warning, advice. Exit code 0: all answered, 1: some failed, 2: wrong "
        "command.\n\nNAME and columns:\n");
    for (const Rule &rule : allRules()) {
        text += QStringLiteral("  %1 %2\n      %3\n")
                    .arg(rule.name, -13)
                    .arg(rule.columns.join(u','), rule.help);
    }
    text +=
        QStringLiteral("\nExamples:\n"
                       "  madoguchi-admin rule date R8.11.21\n"
                       "  madoguchi-admin rule deadline notice 2026-04-19\n"
                       "  madoguchi-admin rule check-digit individual 123456789018\n"
                       "  madoguchi-admin rule member-order 2,妻,1980-01-01 1,世帯主,1979-01-01\n"
                       "  madoguchi-admin rule fold < names.csv\n");
    return text;
}

QStringList padded(QStringList row, qsizetype count)
{
    while (row.size() < count)
        row.append(QString());
    return row;
}

/// Lines in the order of the rule's columns; the header, if there is one, taken off.
base::Result<QList<QStringList>> inOrder(const Rule &rule, const QList<tables::CsvLine> &lines)
{
    QList<QStringList> rows;
    if (lines.isEmpty())
        return rows;
    const QStringList &head = lines.first().fields;
    const bool headed = std::all_of(head.begin(), head.end(), [&rule](const QString &name) {
        return rule.columns.contains(name);
    });
    if (headed && QSet<QString>(head.begin(), head.end()).size() != head.size()) {
        return base::fail(base::ErrorCode::ArgumentWrong,
                          QStringLiteral("line %1: a column twice").arg(lines.first().line));
    }
    for (const tables::CsvLine &line : headed ? lines.sliced(1) : lines) {
        const qsizetype most = headed ? head.size() : rule.columns.size();
        if (line.fields.size() > most) {
            return base::fail(
                base::ErrorCode::ArgumentWrong,
                QStringLiteral("line %1: more than %2 fields").arg(line.line).arg(most));
        }
        if (!headed) {
            rows.append(padded(line.fields, rule.columns.size()));
            continue;
        }
        QStringList row;
        for (const QString &column : rule.columns)
            row.append(line.fields.value(head.indexOf(column)));
        rows.append(row);
    }
    return rows;
}

QJsonObject inputOf(const Rule &rule, const QStringList &row)
{
    QJsonObject input;
    for (qsizetype i = 0; i < rule.columns.size(); ++i) {
        if (!row.at(i).isEmpty())
            input.insert(rule.columns.at(i), row.at(i));
    }
    return input;
}

bool writeAnswer(const Rule &rule, const QList<QStringList> &rows, QIODevice &output)
{
    const RuleAnswer answer = rule.answer(rows);
    QJsonObject line{{QStringLiteral("rule"), rule.name},
                     {QStringLiteral("article"), answer.article}};
    if (rule.byCase) {
        QJsonArray inputs;
        for (const QStringList &row : rows)
            inputs.append(inputOf(rule, row));
        line.insert(QStringLiteral("input"), inputs);
    } else {
        line.insert(QStringLiteral("input"), inputOf(rule, rows.first()));
    }
    const auto textOrNull = [](const QString &text) {
        return text.isEmpty() ? QJsonValue() : QJsonValue(text);
    };
    line.insert(QStringLiteral("table"), textOrNull(answer.table));
    line.insert(QStringLiteral("error"), textOrNull(answer.error));
    if (answer.error.isEmpty())
        line.insert(QStringLiteral("result"), answer.result);
    else
        line.insert(QStringLiteral("result"), QJsonValue());
    if (!answer.warning.isEmpty())
        line.insert(QStringLiteral("warning"), answer.warning);
    if (!answer.advice.isEmpty())
        line.insert(QStringLiteral("advice"), answer.advice);
    output.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    return answer.error.isEmpty();
}

int refuse(QIODevice &output, const QString &why)
{
    const QJsonObject line{{QStringLiteral("error"), why}};
    output.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    return commandWrong;
}

base::Result<QList<QStringList>> rowsFrom(const Rule &rule, const QStringList &values,
                                          QIODevice &input)
{
    if (rule.byCase && !values.isEmpty()) {
        // Each value is one line without its case.
        const auto lines = tables::readCsv(values.join(u'\n').toUtf8());
        if (!lines)
            return base::fail(lines);
        QList<QStringList> rows;
        for (const tables::CsvLine &line : *lines) {
            if (line.fields.size() >= rule.columns.size())
                return base::fail(base::ErrorCode::ArgumentWrong,
                                  QStringLiteral("too many fields"));
            rows.append(padded(QStringList{QString()} + line.fields, rule.columns.size()));
        }
        return rows;
    }
    if (!values.isEmpty()) {
        if (values.size() > rule.columns.size())
            return base::fail(base::ErrorCode::ArgumentWrong, QStringLiteral("too many values"));
        return QList<QStringList>{padded(values, rule.columns.size())};
    }
    const auto lines = tables::readCsv(input.readAll());
    if (!lines)
        return base::fail(lines);
    return inOrder(rule, *lines);
}

} // namespace

int runRule(const QStringList &arguments, QIODevice &input, QIODevice &output)
{
    if (arguments.isEmpty() || arguments.contains(QStringLiteral("--help")) ||
        arguments.contains(QStringLiteral("-h"))) {
        output.write(help().toUtf8());
        return arguments.isEmpty() ? commandWrong : allAnswered;
    }
    const auto &rules = allRules();
    const auto rule = std::find_if(rules.begin(), rules.end(), [&arguments](const Rule &each) {
        return each.name == arguments.first();
    });
    if (rule == rules.end())
        return refuse(output, QStringLiteral("no rule of this name; see --help"));
    const auto rows = rowsFrom(*rule, arguments.sliced(1), input);
    if (!rows)
        return refuse(output, rows.error().detail);

    bool answered = !rows->isEmpty();
    for (qsizetype from = 0; from < rows->size();) {
        qsizetype to = from + 1;
        while (rule->byCase && to < rows->size() && rows->at(to).first() == rows->at(from).first())
            ++to;
        answered = writeAnswer(*rule, rows->sliced(from, to - from), output) && answered;
        from = to;
    }
    return answered ? allAnswered : someFailed;
}

int runRule(const QStringList &arguments)
{
    QFile input;
    QFile output;
    if (!input.open(stdin, QIODevice::ReadOnly) || !output.open(stdout, QIODevice::WriteOnly))
        return commandWrong;
    return runRule(arguments, input, output);
}

} // namespace app
