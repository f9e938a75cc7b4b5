#include "ui/resident/historymodel.h"

#include "ui/resident/wording.h"
#include "ui/widgets/tableview.h"
#include "ui/words/words.h"

#include <algorithm>

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
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Version:
        return line.current ? tr("%1 (now)", "version").arg(line.version)
                            : QString::number(line.version);
    case Column::Reason:
        return words::of(line.movement.reason);
    case Column::Happened:
        return dateWords(line.movement.happenedOn, residents::Kind::Japanese);
    case Column::Notified:
        return dateWords(line.movement.notifiedOn, residents::Kind::Japanese);
    case Column::Processed:
        return dateWords(line.movement.processedOn, residents::Kind::Japanese);
    case Column::EnteredBy:
        return line.movement.enteredBy + QChar(0x3000) + line.movement.enteredAt;
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
    beginResetModel();
    m_compares = view.before.has_value();
    m_lines.clear();
    const QList<StateItem> after = stateItems(view.state, view.addressHidden, view.withheld);
    const QList<StateItem> before =
        m_compares ? stateItems(*view.before, view.addressHidden, view.withheldBefore)
                   : QList<StateItem>();
    for (qsizetype i = 0; i < after.size(); ++i) {
        const QString earlier = i < before.size() ? before.at(i).text : QString();
        // What neither state holds need not be read.
        if (after.at(i).text.isEmpty() && earlier.isEmpty())
            continue;
        m_lines.append({after.at(i).item, earlier, after.at(i).text, after.at(i).name,
                        m_compares && after.at(i).text.trimmed() != earlier.trimmed()});
    }
    // What changed is read first.
    std::stable_partition(m_lines.begin(), m_lines.end(),
                          [](const Line &line) { return line.differs; });
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
    const bool isState = column == Column::Before || column == Column::After;
    if (role == widgets::NameRole)
        return line.name && isState;
    if (role == widgets::MutedRole)
        return column == Column::Item || (m_compares && !line.differs);
    if (role == Qt::TextAlignmentRole)
        return int((column == Column::Mark ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && !(role == Qt::ToolTipRole && isState))
        return {};
    const auto shown = [](const QString &text) {
        return text.isEmpty() ? QStringLiteral("―") : text;
    };
    switch (column) {
    case Column::Item:
        return line.item;
    case Column::Mark:
        return line.differs ? tr("● changed") : QString();
    case Column::Before:
        return shown(line.before);
    case Column::After:
        return shown(line.after);
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
