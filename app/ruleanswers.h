#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

// The domain rules as a command line: what each rule takes and answers. The functions are those the
// screens call.
namespace app {

/// What one rule made of one input.
struct RuleAnswer
{
    QJsonObject result; ///< empty when there is an error
    QString article;    ///< law, standard or requirement the rule stands in
    QString table;      ///< version of the table the decision used; empty: none
    QString error;      ///< empty: none
    QString warning;
    QJsonArray advice; ///< what to write instead
};

/// One rule: `rule NAME`, its columns in order, and how it answers a row. A rule `byCase` takes
/// rows of the same first column together.
struct Rule
{
    QString name;
    QStringList columns;
    QString help;
    bool byCase = false;
    RuleAnswer (*answer)(const QList<QStringList> &rows) = nullptr;
};

[[nodiscard]] const QList<Rule> &allRules();

} // namespace app
