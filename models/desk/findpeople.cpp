#include "desk/findpeople.h"

#include "calendar/partialdate.h"
#include "desk/counter.h"
#include "desk/readerof.h"
#include "text/address.h"
#include "text/input.h"

using base::ErrorCode;
using base::Result;

namespace desk {

namespace {

constexpr int nameLimit = 100;
constexpr int addressLimit = 150;
constexpr int telephoneLimit = 20;

/// The conditions and the lines handed out, in the words of the log; sealed by the recorder,
/// because they hold ４情報.
audit::Details detailsOf(const SearchConditions &conditions, const QList<FoundPerson> &rows)
{
    audit::Details details;
    const auto put = [&details](const QString &name, const QString &value) {
        if (!value.isEmpty())
            details.conditions.append({name, value});
    };
    put(QStringLiteral("氏名"), conditions.name);
    put(QStringLiteral("住所"), conditions.address);
    put(QStringLiteral("世帯主"), conditions.headName);
    put(QStringLiteral("電話"), conditions.telephone);
    if (conditions.birth)
        put(QStringLiteral("生年月日"), conditions.birth->from.toString(Qt::ISODate) +
                                            QLatin1Char('/') +
                                            conditions.birth->to.toString(Qt::ISODate));
    if (conditions.person)
        put(QStringLiteral("宛名番号"), QString::number(conditions.person->value));
    if (conditions.household)
        put(QStringLiteral("世帯番号"), QString::number(conditions.household->value));
    if (conditions.sex)
        put(QStringLiteral("性別"), QString::number(int(*conditions.sex)));
    if (conditions.withRemoved)
        put(QStringLiteral("除票"), QStringLiteral("含む"));
    for (const FoundPerson &person : rows)
        details.people.append({.name = person.name,
                               .address = person.address,
                               .bornOn = Counter::plainDate(person.bornOn),
                               .sex = QString::number(int(person.sex))});
    return details;
}

/// The texts as fields accept them; whatever came in otherwise is refused, never cut.
Result<SearchConditions> cleaned(SearchConditions conditions)
{
    struct Field
    {
        QString *text;
        int limit;
    };
    for (const Field &field :
         {Field{&conditions.name, nameLimit}, Field{&conditions.address, addressLimit},
          Field{&conditions.headName, nameLimit}, Field{&conditions.telephone, telephoneLimit}}) {
        const auto text = text::cleanText(*field.text, field.limit);
        if (!text)
            return base::fail(text);
        *field.text = *text;
    }
    if (!conditions.address.isEmpty() && !text::isSpecificAddress(conditions.address))
        return base::fail(ErrorCode::ConditionUnreadable, QStringLiteral("address"));
    const bool impossible =
        conditions.birth && (!conditions.birth->from.isValid() || !conditions.birth->to.isValid() ||
                             conditions.birth->to < conditions.birth->from);
    if (impossible)
        return base::fail(ErrorCode::ConditionUnreadable, QStringLiteral("birth"));
    return conditions;
}

} // namespace

FindPeople::FindPeople(Counter &counter)
    : m_counter(counter)
{
}

bool enoughConditions(const SearchConditions &conditions)
{
    if (conditions.person || conditions.household)
        return true;
    constexpr int least = 2;
    const int given = int(!conditions.name.isEmpty()) + int(conditions.birth.has_value()) +
                      int(!conditions.address.isEmpty()) + int(!conditions.headName.isEmpty()) +
                      int(!conditions.telephone.isEmpty());
    return given >= least;
}

Answer<FoundPeople> FindPeople::find(VisitId visit, const SearchConditions &conditions)
{
    const quint64 turn = ++m_turn;
    return m_counter.parts().reading.run(
        [this, visit, conditions, turn] { return search(visit, conditions, turn); });
}

Result<FoundPeople> FindPeople::search(VisitId id, const SearchConditions &given,
                                       quint64 turn) const
{
    if (turn != m_turn)
        return base::fail(ErrorCode::SearchOvertaken);
    const auto visit = m_counter.admit(id, Right::Search, QStringLiteral("FindPeople"));
    if (!visit)
        return base::fail(visit);
    auto conditions = cleaned(given);
    if (!conditions)
        return base::fail(conditions);
    if (!enoughConditions(*conditions))
        return base::fail(ErrorCode::TooFewConditions);
    conditions->limit = m_counter.parts().policy.rowLimit;
    conditions->today = m_counter.today();
    const auto reader = readerOf(m_counter);
    if (!reader)
        return base::fail(reader);
    auto found = (*reader)->find(*conditions);
    if (!found)
        return base::fail(found);
    if (turn != m_turn)
        return base::fail(ErrorCode::SearchOvertaken);
    audit::Entry entry = Counter::residentEntry(QStringLiteral("FindPeople"));
    entry.count = int(found->rows.size());
    entry.details = detailsOf(*conditions, found->rows);
    for (const FoundPerson &person : std::as_const(found->rows))
        entry.subjects.append(person.id);
    const auto row = m_counter.log(&*visit, entry);
    if (!row)
        return base::fail(row);
    return FoundPeople{.rows = std::move(found->rows), .more = found->more, .logRow = *row};
}

} // namespace desk
