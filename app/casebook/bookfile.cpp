#include "app/casebook/bookfile.h"

#include "app/casebook/caseform.h"
#include "app/casebook/colleagues.h"
#include "base/errorname.h"
#include "central/outbound.h"
#include "residents/moverules.h"
#include "tables/csv.h"

#include <algorithm>
#include <optional>

using base::ErrorCode;
using base::Result;
using residents::MovementReason;
using namespace Qt::StringLiterals;

namespace casebook {

namespace {

const QStringList &commonColumns()
{
    static const QStringList columns{
        u"case"_s,         u"about"_s,     u"source"_s,  u"scene"_s,      u"follows"_s,
        u"today"_s,        u"enters"_s,    u"caller"_s,  u"opened_for"_s, u"copy"_s,
        u"standing"_s,     u"unseen"_s,    u"kind"_s,    u"happened"_s,   u"notified"_s,
        u"notifier"_s,     u"documents"_s, u"from"_s,    u"movers"_s,     u"others"_s,
        u"acknowledged"_s, u"between"_s,   u"checks"_s,  u"decision"_s,   u"state"_s,
        u"refusal"_s,      u"findings"_s,  u"history"_s, u"notices"_s,    u"afterwards"_s};
    return columns;
}

QStringList wordsOf(const QString &cell)
{
    return cell.split(u' ', Qt::SkipEmptyParts);
}

template <typename Value>
struct Word
{
    const char16_t *word;
    Value value;
};
template <typename Value, std::size_t size>
std::optional<Value> valueOf(const Word<Value> (&words)[size], const QString &cell)
{
    for (const Word<Value> &one : words) {
        if (cell == QStringView(one.word))
            return one.value;
    }
    return std::nullopt;
}

constexpr Word<desk::Caller> callers[]{{u"", desk::Caller::Self},
                                       {u"Self", desk::Caller::Self},
                                       {u"Agent", desk::Caller::Agent},
                                       {u"SameHousehold", desk::Caller::SameHousehold},
                                       {u"Telephone", desk::Caller::Telephone}};
constexpr Word<residents::NotifierKind> notifiers[]{{u"Self", residents::NotifierKind::Self},
                                                    {u"Head", residents::NotifierKind::Head},
                                                    {u"Member", residents::NotifierKind::Member},
                                                    {u"Agent", residents::NotifierKind::Agent},
                                                    {u"Office", residents::NotifierKind::Office}};
constexpr Word<central::CheckOutcome> decisions[]{{u"", central::CheckOutcome::Register},
                                                  {u"Register", central::CheckOutcome::Register},
                                                  {u"SendBack", central::CheckOutcome::SendBack},
                                                  {u"Withdraw", central::CheckOutcome::Withdraw}};

/// Reads one line. The first thing that cannot be meant is kept, with its column.
class CaseReader final
{
public:
    CaseReader(const QStringList &columns, const tables::CsvLine &line,
               const QList<BookCase> &above)
        : m_columns(columns)
        , m_line(line)
        , m_above(above)
    {
    }

    Result<BookCase> read()
    {
        m_case.line = m_line.line;
        if (m_line.fields.size() != m_columns.size())
            return base::fail(ErrorCode::TableUnreadable,
                              u"line %1: %2 fields, %3 columns"_s.arg(m_line.line)
                                  .arg(m_line.fields.size())
                                  .arg(m_columns.size()));
        name();
        if (m_wrong.isEmpty()) {
            people();
            entry();
            expected();
        }
        if (!m_wrong.isEmpty())
            return base::fail(ErrorCode::TableUnreadable,
                              u"line %1, column %2"_s.arg(m_line.line).arg(m_wrong));
        return std::move(m_case);
    }

private:
    [[nodiscard]] QString cell(const QString &column) const
    {
        const qsizetype at = m_columns.indexOf(column);
        return at < 0 ? QString() : m_line.fields.at(at);
    }
    void wrong(const QString &column, const QString &why)
    {
        if (m_wrong.isEmpty())
            m_wrong = column + u": "_s + why;
    }
    void demand(bool holds, const QString &column, const QString &why)
    {
        if (!holds)
            wrong(column, why);
    }
    template <typename Value, std::size_t size>
    Value oneOf(const Word<Value> (&words)[size], const QString &column)
    {
        const auto value = valueOf(words, cell(column));
        demand(value.has_value(), column, u"no such word: "_s + cell(column));
        return value.value_or(words[0].value);
    }

    void name()
    {
        m_case.name = cell(u"case"_s);
        demand(!m_case.name.isEmpty(), u"case"_s, u"empty"_s);
        const bool twice = std::any_of(m_above.begin(), m_above.end(),
                                       [this](const auto &one) { return one.name == m_case.name; });
        demand(!twice, u"case"_s, u"stands above already: "_s + m_case.name);
        demand(!cell(u"source"_s).isEmpty(), u"source"_s, u"a case says where it comes from"_s);
        m_case.scene = cell(u"scene"_s);
        m_scene = sceneNamed(m_case.scene);
        demand(m_scene != nullptr, u"scene"_s, u"no such scene: "_s + m_case.scene);
        m_case.follows = cell(u"follows"_s);
        if (m_case.follows.isEmpty())
            return;
        const auto before = std::find_if(m_above.begin(), m_above.end(), [this](const auto &one) {
            return one.name == m_case.follows;
        });
        demand(before != m_above.end() && before->scene == m_case.scene, u"follows"_s,
               u"no case of this scene above: "_s + m_case.follows);
    }

    QDate day(const QString &column)
    {
        const QString text = cell(column);
        const QDate day = QDate::fromString(text, Qt::ISODate);
        demand(text.isEmpty() || day.isValid(), column, u"no day (YYYY-MM-DD): "_s + text);
        return day;
    }

    QString user(const QString &column, const QString &otherwise)
    {
        const QString text = cell(column).isEmpty() ? otherwise : cell(column);
        const auto &all = colleagues();
        const bool known = text.isEmpty() || std::any_of(all.begin(), all.end(), [&](auto &one) {
                               return one.user == text;
                           });
        demand(known, column, u"nobody works here as "_s + text);
        return text;
    }

    QList<Said> restrictions(const QString &column)
    {
        QList<Said> all = said(column);
        for (const Said &one : all)
            demand(isRestriction(one, *m_scene), column,
                   u"no 抑止 on somebody of the scene: "_s + one.role + u':' + one.words);
        return all;
    }

    QList<Said> said(const QString &column, QChar between = u':')
    {
        QList<Said> all;
        for (const QString &word : wordsOf(cell(column))) {
            demand(word.contains(between), column,
                   u"role and words with %1 between: "_s.arg(between) + word);
            all.append({word.section(between, 0, 0), word.section(between, 1)});
        }
        return all;
    }

    QList<Said> ofRoles(const QString &column)
    {
        QList<Said> all = said(column);
        for (const Said &one : all)
            role(column, one.role);
        return all;
    }
    void role(const QString &column, const QString &role)
    {
        demand(m_scene->role(role) != nullptr, column, u"nobody of the scene is called "_s + role);
    }

    void people()
    {
        m_case.today = day(u"today"_s);
        demand(m_case.today.isValid(), u"today"_s, u"empty"_s);
        m_case.enters = user(u"enters"_s, u"clerk"_s);
        m_case.caller = oneOf(callers, u"caller"_s);
        m_case.openedFor = cell(u"opened_for"_s);
        m_case.oldCopy = cell(u"copy"_s) == u"old";
        demand(m_case.oldCopy || cell(u"copy"_s).isEmpty(), u"copy"_s,
               u"old, or empty: "_s + cell(u"copy"_s));
        m_case.standing = restrictions(u"standing"_s);
        demand(m_case.standing.isEmpty() || m_case.follows.isEmpty(), u"standing"_s,
               u"stands from the beginning: say it in the case that is followed"_s);
        m_case.unseen = restrictions(u"unseen"_s);
        m_case.between = restrictions(u"between"_s);
        m_case.checks = user(u"checks"_s, {});
        m_case.decision = oneOf(decisions, u"decision"_s);
    }

    void notifier()
    {
        const QString kind = cell(u"notifier"_s).section(u':', 0, 0);
        const auto known = valueOf(notifiers, kind);
        demand(known.has_value(), u"notifier"_s, u"no such word: "_s + kind);
        m_case.notifier.kind = known.value_or(residents::NotifierKind::Self);
        m_case.notifier.name = cell(u"notifier"_s).section(u':', 1);
        for (const QString &word : wordsOf(cell(u"documents"_s))) {
            if (word == u"questioned")
                m_case.notifier.questioned = true;
            else if (word == u"mandate")
                m_case.notifier.mandate = true;
            else
                m_case.notifier.documents.append(word);
        }
    }

    void entry()
    {
        m_case.kind = residents::moveKindFromName(cell(u"kind"_s));
        const CaseForm *form = formOf(m_case.kind);
        demand(form != nullptr, u"kind"_s, u"no form of this name: "_s + cell(u"kind"_s));
        m_case.happenedOn = day(u"happened"_s);
        m_case.notifiedOn = day(u"notified"_s);
        notifier();
        m_case.from = cell(u"from"_s).isEmpty() ? u"home"_s : cell(u"from"_s);
        demand(m_scene->hasHome(m_case.from) || m_case.from.startsWith(u"new"), u"from"_s,
               u"no such household: "_s + m_case.from);
        m_case.movers = ofRoles(u"movers"_s);
        m_case.others = ofRoles(u"others"_s);
        m_case.acknowledged = rules(u"acknowledged"_s);
        for (const CaseForm &each : caseForms()) {
            for (const QString &column : each.columns)
                m_case.own.insert(column, cell(column));
        }
        const QString unmeant = form ? form->wrongColumn(m_case, *m_scene) : QString();
        demand(unmeant.isEmpty(), unmeant, u"cannot be meant: "_s + cell(unmeant));
    }

    /// Names of MoveRule, with the role of who is meant if it matters.
    QStringList rules(const QString &column)
    {
        QStringList all = wordsOf(cell(column));
        for (const QString &word : std::as_const(all)) {
            demand(residents::moveRuleFromName(word.section(u':', 0, 0)) !=
                       residents::MoveRule::Count,
                   column, u"no such rule: "_s + word);
            if (word.contains(u':'))
                role(column, word.section(u':', 1));
        }
        return all;
    }

    void expected()
    {
        m_case.ending = endingOf(cell(u"state"_s));
        demand(m_case.ending != Ending::Count, u"state"_s, u"no such word: "_s + cell(u"state"_s));
        m_case.refusal = cell(u"refusal"_s);
        demand(m_case.refusal.isEmpty() ||
                   base::errorNamed(m_case.refusal.section(u' ', 0, 0)).has_value(),
               u"refusal"_s, u"no such error: "_s + m_case.refusal);
        m_case.findings = rules(u"findings"_s);
        m_case.history = ofRoles(u"history"_s);
        for (const Said &one : std::as_const(m_case.history))
            demand(residents::movementReasonFromName(one.words) != MovementReason::Count,
                   u"history"_s, u"no such 異動事由: "_s + one.words);
        m_case.notices = ofRoles(u"notices"_s);
        for (const Said &one : std::as_const(m_case.notices))
            demand(one.words == central::noticeName(central::NoticeKind::Identity) ||
                       one.words == central::noticeName(central::NoticeKind::MoveIn),
                   u"notices"_s, u"no such notice: "_s + one.words);
        const auto households = cell(u"afterwards"_s).split(u'|', Qt::SkipEmptyParts);
        for (const QString &household : households)
            afterwards(household.trimmed());
    }

    /// "new@next/２０１号室: 父=世帯主 母=妻"; "home: -" stands empty.
    void afterwards(const QString &words)
    {
        const auto column = u"afterwards"_s;
        demand(words.contains(u':'), column, u"household, colon, members: "_s + words);
        const QString head = words.section(u':', 0, 0).trimmed();
        HouseholdAfter household{
            .name = head.section(u'@', 0, 0), .place = head.section(u'@', 1), .members = {}};
        for (const QString &word : wordsOf(words.section(u':', 1))) {
            if (word == u"-")
                continue;
            demand(word.contains(u'='), column, u"role=続柄: "_s + word);
            role(column, word.section(u'=', 0, 0));
            household.members.append({word.section(u'=', 0, 0), word.section(u'=', 1)});
        }
        m_case.afterwards.append(household);
    }

    const QStringList &m_columns;
    const tables::CsvLine &m_line;
    const QList<BookCase> &m_above;
    const Scene *m_scene = nullptr;
    BookCase m_case;
    QString m_wrong;
};

Result<> checkColumns(const tables::CsvLine &head)
{
    QStringList known = commonColumns();
    for (const CaseForm &form : caseForms())
        known += form.columns;
    for (const QString &column : head.fields) {
        if (!known.contains(column))
            return base::fail(ErrorCode::TableUnreadable,
                              u"line %1, column %2: no such column"_s.arg(head.line).arg(column));
        if (head.fields.count(column) > 1)
            return base::fail(ErrorCode::TableUnreadable,
                              u"line %1, column %2: stands twice"_s.arg(head.line).arg(column));
    }
    for (const QString &column :
         {u"case"_s, u"source"_s, u"scene"_s, u"today"_s, u"kind"_s, u"state"_s}) {
        if (!head.fields.contains(column))
            return base::fail(ErrorCode::TableUnreadable,
                              u"line %1, column %2: missing"_s.arg(head.line).arg(column));
    }
    return {};
}

} // namespace

Result<QList<BookCase>> readBook(const QByteArray &csv)
{
    const auto lines = tables::readCsv(csv);
    if (!lines)
        return base::fail(lines);
    if (lines->size() < 2)
        return base::fail(ErrorCode::TableUnreadable, u"no case"_s);
    const QStringList &columns = lines->first().fields;
    if (const auto known = checkColumns(lines->first()); !known)
        return base::fail(known);
    QList<BookCase> cases;
    for (const tables::CsvLine &line : lines->sliced(1)) {
        auto one = CaseReader(columns, line, cases).read();
        if (!one)
            return base::fail(one);
        cases.append(std::move(*one));
    }
    return cases;
}

} // namespace casebook
