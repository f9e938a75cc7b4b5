#include "ui/resident/historymodel.h"

#include "ui/resident/residenttab.h"
#include "ui/widgets/tableview.h"
#include "ui/words/words.h"

namespace resident {

void HistoryModel::setRows(const QList<desk::HistoryLine> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const desk::HistoryLine &line = m_rows.at(index.row());
    const auto column = Column(index.column());
    if (role == Qt::TextAlignmentRole)
        return int((column == Column::Version ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Version:
        return line.current ? tr("%1 (now)").arg(line.version) : QString::number(line.version);
    case Column::Reason:
        return words::of(line.movement.reason);
    case Column::Happened:
        return dateWords(line.movement.happenedOn);
    case Column::Notified:
        return dateWords(line.movement.notifiedOn);
    case Column::Processed:
        return dateWords(line.movement.processedOn);
    case Column::EnteredBy:
        return line.movement.enteredBy;
    case Column::Count:
        break;
    }
    return {};
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Version:
        return tr("Version");
    case Column::Reason:
        return tr("Reason");
    case Column::Happened:
        return tr("Happened");
    case Column::Notified:
        return tr("Notified");
    case Column::Processed:
        return tr("Processed");
    case Column::EnteredBy:
        return tr("Entered by");
    case Column::Count:
        break;
    }
    return {};
}

void ComparisonModel::setStates(const desk::FormerStateView &view)
{
    const residents::Snapshot &after = view.state;
    const residents::Snapshot *before = view.before ? &*view.before : nullptr;
    const auto pair = [before, &after](const QString &item, auto text, bool name = false) {
        return Line{item, before ? text(*before) : QString(), text(after), name};
    };
    using residents::Snapshot;
    beginResetModel();
    m_lines = {
        pair(
            tr("Name"), [](const Snapshot &s) { return residents::fullName(s.name); }, true),
        pair(tr("Furigana"), [](const Snapshot &s) { return readingWords(s.name); }),
        pair(
            tr("Alias"), [](const Snapshot &s) { return s.name.alias; }, true),
        pair(
            tr("Former family name"), [](const Snapshot &s) { return s.name.formerFamily; }, true),
        pair(tr("State"), [](const Snapshot &s) { return words::of(s.state); }),
        pair(tr("Household number"),
             [](const Snapshot &s) { return QString::number(s.household.value); }),
        pair(
            tr("Head of household"), [](const Snapshot &s) { return s.headName; }, true),
        pair(tr("Relationship"), [](const Snapshot &s) { return s.relationship; }),
        pair(tr("Became resident"),
             [](const Snapshot &s) { return dateWords(s.becameResident.on); }),
        pair(tr("Address settled"),
             [](const Snapshot &s) { return dateWords(s.addressSettled.on); }),
        pair(
            tr("Registered domicile"), [](const Snapshot &s) { return s.registeredDomicile; },
            true),
        pair(
            tr("First in the family register"), [](const Snapshot &s) { return s.domicileHead; },
            true),
        pair(tr("Remarks"), [](const Snapshot &s) { return s.remarks; }),
    };
    if (!view.addressHidden) {
        m_lines.insert(8, pair(
                              tr("Address"),
                              [](const Snapshot &s) {
                                  return s.address.street() + QStringLiteral("　") +
                                         s.address.building;
                              },
                              true));
    }
    endResetModel();
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Count);
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_lines.size())
        return {};
    const Line &line = m_lines.at(index.row());
    const auto column = Column(index.column());
    const bool differs = line.before.trimmed() != line.after.trimmed();
    if (role == widgets::NameRole)
        return line.name && column != Column::Item;
    if (role == widgets::MutedRole)
        return column == Column::Item || !differs;
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Item:
        return line.item;
    case Column::Mark:
        return differs ? QStringLiteral("●") : QString();
    case Column::Before:
        return line.before;
    case Column::After:
        return line.after;
    case Column::Count:
        break;
    }
    return {};
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Item:
        return tr("Item");
    case Column::Mark:
        return tr("Change");
    case Column::Before:
        return tr("Before");
    case Column::After:
        return tr("After");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace resident
