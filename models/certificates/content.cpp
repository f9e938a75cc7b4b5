#include "certificates/content.h"

#include "certificates/personfields.h"
#include "certificates/rules.h"

namespace certificates {
namespace {

using residents::Snapshot;

QList<Snapshot> chosenOf(const residents::HouseholdRecord &household, const Request &request,
                         QDate day, bool &whole)
{
    QList<Snapshot> chosen;
    whole = true;
    for (const auto &record : household.members) {
        if (!isResidentOn(record.snapshot, day))
            continue;
        if (request.persons.contains(record.snapshot.id.person))
            chosen.append(record.snapshot);
        else
            whole = false;
    }
    return chosen;
}

} // namespace

Content juminhyo(const residents::HouseholdRecord &household, const Request &request,
                 const Terms &terms, const Issuing &issuing)
{
    const Shown shown{request, terms};
    bool whole = true;
    const auto chosen = chosenOf(household, request, issuing.day, whole);

    Content content;
    content.kind = QStringLiteral("住民票の写し");
    content.sheet = sheetFields(shown, issuing);
    content.sheet[QStringLiteral("certification")] = terms.word(
        whole ? QStringLiteral("certification.whole") : QStringLiteral("certification.part"));
    residents::Address address = household.household.address;
    QString head;
    if (!chosen.isEmpty()) {
        head = chosen.first().headName;
        if (address.isEmpty())
            address = chosen.first().address;
    }
    content.sheet[QStringLiteral("address")] = shown.value(written(address));
    content.sheet[QStringLiteral("head")] = shown.asked(shown.has(Item::Relationship), head);
    content.empty = emptyFields(shown);
    int number = 0;
    for (const auto &person : chosen) {
        PersonBlock block{person.id.person, personFields(person, shown)};
        block.fields[QStringLiteral("number")] = QString::number(++number);
        content.persons.append(block);
    }
    return content;
}

} // namespace certificates
