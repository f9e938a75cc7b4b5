#include "ui/moves/rulespanel.h"

#include "ui/widgets/parts.h"
#include "ui/words/movewords.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using residents::MoveFinding;
using residents::MoveRule;
using widgets::TextRole;

namespace moves {

namespace {

/// Not a fault: it is not typed yet.
bool isMissing(MoveRule rule)
{
    switch (rule) {
    case MoveRule::MoversMissing:
    case MoveRule::DateMissing:
    case MoveRule::NoticeMissing:
    case MoveRule::AddressMissing:
    case MoveRule::IdentificationMissing:
    case MoveRule::NotifierNameMissing:
    case MoveRule::MandateMissing:
    case MoveRule::NameMissing:
    case MoveRule::BirthMissing:
    case MoveRule::StayMissing:
    case MoveRule::DomicileMissing:
    case MoveRule::FormerAddressMissing:
    case MoveRule::CertificateMissing:
        return true;
    default:
        return false;
    }
}

/// What of the entry it rests on, beside the people it names.
QString groundOf(MoveRule rule, const residents::Move &move)
{
    switch (rule) {
    case MoveRule::AddressUnchanged:
    case MoveRule::OthersLiveThere:
    case MoveRule::BuildingMissing:
        return move.address.street() + u' ' + move.address.building;
    case MoveRule::NoticeLate:
    case MoveRule::BeforeAddress:
    case MoveRule::PlannedFarAhead:
        return move.happenedOn.toString(Qt::ISODate) + u' ' + move.notifiedOn.toString(Qt::ISODate);
    case MoveRule::AgentQuestioned:
        return move.notifier.name;
    default:
        return {};
    }
}

QString wordsOf(MoveRule rule, residents::MoveKind kind, const QStringList &people)
{
    const words::RuleWords said = words::of(rule, kind);
    const QString item = people.isEmpty()
                             ? said.item
                             : QStringLiteral("%1（%2）").arg(said.item, people.join(u'、'));
    return RulesPanel::tr("%1: %2 %3").arg(item, said.matter, said.remedy);
}

} // namespace

RulesPanel::RulesPanel(QWidget *parent)
    : QFrame(parent)
    , m_missing(widgets::label({}, TextRole::Muted, this))
    , m_errors(new QVBoxLayout)
{
    setObjectName(QStringLiteral("moveRules"));
    setProperty("card", true);
    auto *column = new QVBoxLayout(this);
    widgets::setMarginsEm(column, {0.9, 0.5, 0.9, 0.5});
    widgets::setSpacingEm(column, 0.25);
    m_missing->setWordWrap(true);
    m_missing->setObjectName(QStringLiteral("moveMissing"));
    column->addLayout(m_errors);
    for (int number = 0; number < int(MoveRule::Count); ++number) {
        const auto rule = MoveRule(number);
        if (!residents::isAlert(rule))
            continue;
        Alert alert{.rule = rule, .line = new QWidget(this)};
        auto *row = new QHBoxLayout(alert.line);
        widgets::setMarginsEm(row, {0, 0, 0, 0});
        auto *sign = new QLabel(alert.line);
        sign->setPixmap(widgets::icon(QStringLiteral("warning"), widgets::colour::warning, 1.2));
        alert.words = widgets::label({}, TextRole::Body, alert.line);
        alert.words->setWordWrap(true);
        alert.box = new QCheckBox(tr("Read"), alert.line);
        alert.box->setObjectName(QStringLiteral("read-%1").arg(residents::moveRuleName(rule)));
        row->addWidget(sign, 0, Qt::AlignTop);
        row->addWidget(alert.words, 1);
        row->addWidget(alert.box, 0, Qt::AlignTop);
        alert.line->hide();
        column->addWidget(alert.line);
        connect(alert.box, &QCheckBox::toggled, this, &RulesPanel::changed);
        m_alerts.append(alert);
    }
    column->addWidget(m_missing);
    hide();
}

void RulesPanel::clearErrors()
{
    while (QLayoutItem *item = m_errors->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

void RulesPanel::addError(const QString &words)
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    widgets::setMarginsEm(line, {0, 0, 0, 0});
    auto *sign = new QLabel(row);
    sign->setPixmap(widgets::icon(QStringLiteral("error"), widgets::colour::error, 1.2));
    auto *label = widgets::label(words, TextRole::Error, row);
    label->setWordWrap(true);
    line->addWidget(sign, 0, Qt::AlignTop);
    line->addWidget(label, 1);
    m_errors->addWidget(row);
}

void RulesPanel::showFindings(const QList<MoveFinding> &findings, const residents::Move &move,
                              const QHash<base::PersonId, QString> &names)
{
    clearErrors();
    m_texts.clear();
    QStringList missing;
    QList<MoveRule> seen;
    QHash<MoveRule, QStringList> people;
    for (const MoveFinding &finding : findings) {
        if (const QString name = names.value(finding.person); !name.isEmpty())
            people[finding.rule].append(name);
        if (!seen.contains(finding.rule))
            seen.append(finding.rule);
    }
    for (const MoveRule rule : std::as_const(seen)) {
        if (isMissing(rule)) {
            if (const QString item = words::of(rule, move.kind).item; !missing.contains(item))
                missing.append(item);
        } else if (!residents::isAlert(rule)) {
            m_texts.append(wordsOf(rule, move.kind, people.value(rule)));
            addError(m_texts.last());
        }
    }
    for (Alert &alert : m_alerts) {
        const bool stands = seen.contains(alert.rule);
        alert.line->setVisible(stands);
        const QSignalBlocker quiet(alert.box);
        if (!stands) {
            alert.box->setChecked(false);
            alert.about.clear();
            continue;
        }
        alert.words->setText(wordsOf(alert.rule, move.kind, people.value(alert.rule)));
        const QString about = alert.words->text() + groundOf(alert.rule, move);
        if (!alert.about.isEmpty() && alert.about != about)
            alert.box->setChecked(false);
        alert.about = about;
        alert.box->setAccessibleDescription(alert.words->text());
        m_texts.append(alert.words->text());
    }
    m_missing->setText(missing.isEmpty()
                           ? QString()
                           : tr("Still to be typed: %1").arg(missing.join(QStringLiteral("、"))));
    m_missing->setVisible(!missing.isEmpty());
    setVisible(!missing.isEmpty() || !m_texts.isEmpty());
    setAccessibleName(text());
}

void RulesPanel::setAcknowledged(const QStringList &rules)
{
    for (const Alert &alert : std::as_const(m_alerts)) {
        const QSignalBlocker quiet(alert.box);
        alert.box->setChecked(rules.contains(residents::moveRuleName(alert.rule)));
    }
}

QStringList RulesPanel::acknowledged() const
{
    QStringList rules;
    for (const Alert &alert : m_alerts) {
        if (alert.box->isChecked())
            rules.append(residents::moveRuleName(alert.rule));
    }
    return rules;
}

QWidget *RulesPanel::firstUnread() const
{
    for (const Alert &alert : m_alerts) {
        if (!alert.line->isHidden() && !alert.box->isChecked())
            return alert.box;
    }
    return nullptr;
}

QList<QWidget *> RulesPanel::boxes() const
{
    QList<QWidget *> boxes;
    for (const Alert &alert : m_alerts)
        boxes.append(alert.box);
    return boxes;
}

QString RulesPanel::text() const
{
    QStringList all = m_texts;
    if (!m_missing->isHidden())
        all.append(m_missing->text());
    return all.join(u'\n');
}

} // namespace moves
