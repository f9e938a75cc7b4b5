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
    for (qsizetype i = 0; i < qMin(was.size(), becomes.size()); ++i) {
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
