#include "ui/resident/changeview.h"

#include "ui/entries/fieldcomparison.h"
#include "ui/resident/wording.h"

namespace resident {

entries::FieldComparison *changeView(const desk::PersonChange &change, const QString &before,
                                     const QString &after, QWidget *parent)
{
    QList<entries::FieldLine> lefts;
    QList<entries::FieldLine> rights;
    const auto was = stateItems(change.before, false, {});
    const auto becomes = stateItems(change.after, false, {});
    // Who comes was nobody here: nothing stands beside what he becomes.
    const bool isNew = change.before.id.person.value == 0;
    for (qsizetype i = 0; i < qMin(was.size(), becomes.size()); ++i) {
        if (isNew && becomes.at(i).text.isEmpty())
            continue;
        if (isNew) {
            lefts.append({becomes.at(i).item, QString(), becomes.at(i).name});
            rights.append({becomes.at(i).item, becomes.at(i).text, becomes.at(i).name});
            continue;
        }
        const bool word = was.at(i).text == change.before.relationship &&
                          becomes.at(i).text == change.after.relationship;
        if (was.at(i).text == becomes.at(i).text && !word)
            continue;
        lefts.append({was.at(i).item, was.at(i).text, was.at(i).name});
        rights.append({becomes.at(i).item, becomes.at(i).text, becomes.at(i).name});
    }
    auto *view = new entries::FieldComparison(parent);
    view->compareLines(before, lefts, after, rights);
    return view;
}

} // namespace resident
