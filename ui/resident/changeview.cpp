#include "ui/resident/changeview.h"

#include "ui/entries/fieldcomparison.h"
#include "ui/resident/wording.h"

namespace resident {

entries::FieldComparison *changeView(const desk::PersonChange &change, const QString &before,
                                     const QString &after, QWidget *parent, Items items)
{
    QList<entries::FieldLine> lefts;
    QList<entries::FieldLine> rights;
    auto was = stateItems(change.before, false, {});
    const auto becomes = stateItems(change.after, false, {});
    // Who comes was nobody here: nothing stands beside what he becomes.
    if (change.before.id.person.value == 0) {
        for (StateItem &item : was)
            item.text.clear();
    }
    for (qsizetype i = 0; i < qMin(was.size(), becomes.size()); ++i) {
        const bool word = was.at(i).text == change.before.relationship &&
                          becomes.at(i).text == change.after.relationship;
        const bool holds = !was.at(i).text.isEmpty() || !becomes.at(i).text.isEmpty();
        if (was.at(i).text == becomes.at(i).text && !(word || (items == Items::All && holds)))
            continue;
        lefts.append({was.at(i).item, was.at(i).text, was.at(i).name});
        rights.append({becomes.at(i).item, becomes.at(i).text, becomes.at(i).name});
    }
    auto *view = new entries::FieldComparison(parent);
    view->compareLines(before, lefts, after, rights);
    return view;
}

} // namespace resident
