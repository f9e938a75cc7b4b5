#include "ui/moves/relationshipfield.h"

#include <QCompleter>

namespace moves {

using residents::parseRelationship;
using residents::RelationshipFault;

namespace {
constexpr int relationshipLimit = 40;
} // namespace

RelationshipField::RelationshipField(QWidget *parent)
    : TextField(widgets::FieldKind::Name, relationshipLimit, parent)
{
    auto *usual = new QCompleter(
        {QStringLiteral("世帯主"),     QStringLiteral("夫"),         QStringLiteral("妻"),
         QStringLiteral("夫（未届）"), QStringLiteral("妻（未届）"), QStringLiteral("子"),
         QStringLiteral("子の夫"),     QStringLiteral("子の妻"),     QStringLiteral("子の子"),
         QStringLiteral("父"),         QStringLiteral("母"),         QStringLiteral("夫の父"),
         QStringLiteral("夫の母"),     QStringLiteral("妻の父"),     QStringLiteral("妻の母"),
         QStringLiteral("妻の子"),     QStringLiteral("夫の子"),     QStringLiteral("兄"),
         QStringLiteral("姉"),         QStringLiteral("弟"),         QStringLiteral("妹"),
         QStringLiteral("縁故者"),     QStringLiteral("同居人")},
        this);
    usual->setFilterMode(Qt::MatchStartsWith);
    setCompleter(usual);
    // Picked is as good as typed.
    connect(usual, qOverload<const QString &>(&QCompleter::activated), this,
            [this](const QString &picked) {
                setText(picked);
                Q_EMIT textEdited(picked);
            });
}

QString RelationshipField::relationship() const
{
    const auto answer = parseRelationship(value());
    return answer.fault == RelationshipFault::None ? residents::relationshipText(answer.value)
                                                   : value();
}

QString RelationshipField::advice() const
{
    const auto answer = parseRelationship(value());
    if (value().isEmpty() || answer.fault == RelationshipFault::None)
        return {};
    if (answer.advice.isEmpty())
        return tr("This is no relationship of the list.");
    return tr("Write it so: %1").arg(answer.advice.join(QStringLiteral("、")));
}

void RelationshipField::focusOutEvent(QFocusEvent *event)
{
    if (const QString registered = relationship(); !registered.isEmpty() && registered != text())
        setText(registered);
    TextField::focusOutEvent(event);
}

} // namespace moves
