#include "ui/moves/memberstable.h"

#include "calendar/eras.h"
#include "ui/moves/relationshipfield.h"
#include "ui/resident/wording.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/registeredtext.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

using residents::MemberChange;
using residents::Snapshot;
using widgets::TextRole;

namespace moves {

namespace {

enum Column { Who, Born, Now, Becomes };

const auto headWord = QStringLiteral("世帯主");

bool isSpouseOfHead(const Snapshot &member)
{
    const auto parsed = residents::parseRelationship(member.relationship);
    return parsed.fault == residents::RelationshipFault::None && parsed.value.chain.size() == 1 &&
           residents::isSpouse(parsed.value.chain.first());
}

} // namespace

MembersTable::MembersTable(residents::MoveKind kind, const QList<Snapshot> &members,
                           base::PersonId chosen, QWidget *parent)
    : WhoPanel(parent)
    , m_kind(kind)
    , m_grid(new QGridLayout(this))
    , m_everybody(new QCheckBox(residents::traitsOf(kind).ofPlanned ? tr("All who planned to go")
                                                                    : tr("The whole household"),
                                this))
{
    m_everybody->setObjectName(QStringLiteral("everybodyMoves"));
    m_everybody->setVisible(!residents::traitsOf(kind).ofNewcomers);
    m_grid->setColumnStretch(Who, 2);
    m_grid->setColumnStretch(Becomes, 1);
    widgets::setMarginsEm(m_grid, {0, 0, 0, 0});
    widgets::setSpacingEm(m_grid, 0.7);
    addHead();
    for (const Snapshot &member : members)
        add(member, false);
    tick(chosen);
    connect(m_everybody, &QCheckBox::clicked, this, [this](bool all) {
        for (const Line &line : std::as_const(m_lines)) {
            const QSignalBlocker quiet(line.box);
            if (line.box && line.box->isEnabledTo(this))
                line.box->setChecked(all);
        }
        follow();
        Q_EMIT moversChanged();
        Q_EMIT changed();
    });
    follow();
}

MembersTable::~MembersTable()
{
    widgets::deafen(this);
}

void MembersTable::tick(base::PersonId chosen)
{
    const bool ofPlanned = residents::traitsOf(m_kind).ofPlanned;
    const auto his = std::find_if(m_lines.cbegin(), m_lines.cend(), [chosen](const Line &line) {
        return line.member.id.person == chosen;
    });
    for (const Line &line : std::as_const(m_lines)) {
        const bool isPlanned = line.member.state == residents::State::MoveOutPlanned;
        // The same day and the same place: another notice is another entry.
        const bool goesWithHim = ofPlanned && isPlanned && his != m_lines.cend() &&
                                 line.member.plannedDestination == his->member.plannedDestination;
        const QSignalBlocker quiet(line.box);
        line.box->setEnabled(m_kind == residents::MoveKind::Within || isPlanned == ofPlanned);
        line.box->setChecked(line.box->isEnabledTo(this) &&
                             (line.member.id.person == chosen || goesWithHim));
    }
}

void MembersTable::addHead()
{
    m_grid->addWidget(m_everybody, m_row, Who);
    int column = Born;
    for (const QString &words : {tr("Born"), tr("Relationship now"), tr("Relationship then")})
        m_grid->addWidget(widgets::label(words, TextRole::Muted, this), m_row, column++);
    ++m_row;
}

void MembersTable::add(const Snapshot &member, bool joined)
{
    Line line{.member = member, .joined = joined};
    const QString name = residents::fullName(member.name);
    const int number = int(m_lines.size()) + 1;
    if (joined) {
        line.name = widgets::label(tr("%1 (lives there)").arg(name), TextRole::Name, this);
        m_grid->addWidget(line.name, m_row, Who);
    } else {
        line.box = new widgets::NameCheckBox(name, this);
        line.box->setObjectName(QStringLiteral("mover-%1").arg(number));
        m_grid->addWidget(line.box, m_row, Who);
        connect(line.box, &QCheckBox::toggled, this, [this] {
            follow();
            Q_EMIT moversChanged();
            Q_EMIT changed();
        });
    }
    line.born =
        widgets::label(resident::dateWords(member.bornOn, member.kind), TextRole::Body, this);
    line.now =
        widgets::label(member.relationship.isEmpty() ? QStringLiteral("―") : member.relationship,
                       TextRole::Body, this);
    line.wanted = new RelationshipField(this);
    line.wanted->setObjectName(QStringLiteral("relationship-%1").arg(number));
    line.wanted->setAccessibleName(tr("Relationship of %1 then").arg(name));
    line.advice = widgets::label({}, TextRole::Error, this);
    line.advice->setWordWrap(true);
    line.advice->hide();
    m_grid->addWidget(line.born, m_row, Born);
    m_grid->addWidget(line.now, m_row, Now);
    m_grid->addWidget(line.wanted, m_row, Becomes);
    m_grid->addWidget(line.advice, m_row + 1, Who, 1, Becomes + 1, Qt::AlignRight);
    m_row += 2;
    connect(line.wanted, &QLineEdit::textChanged, this, [field = line.wanted, words = line.advice] {
        words->setText(field->hasFocus() ? QString() : field->advice());
        words->setVisible(!words->text().isEmpty());
    });
    connect(line.wanted, &QLineEdit::editingFinished, this,
            [field = line.wanted, words = line.advice] {
                words->setText(field->advice());
                words->setVisible(!words->text().isEmpty());
            });
    // What a clerk has typed is not proposed over.
    connect(line.wanted, &QLineEdit::textEdited, this, [this, field = line.wanted] {
        field->setProperty("typed", true);
        follow();
        Q_EMIT changed();
    });
    m_lines.append(line);
}

void MembersTable::remove(const Line &line)
{
    for (QWidget *part : {static_cast<QWidget *>(line.name), static_cast<QWidget *>(line.born),
                          static_cast<QWidget *>(line.now), static_cast<QWidget *>(line.wanted),
                          static_cast<QWidget *>(line.advice)}) {
        part->hide();
        part->deleteLater();
    }
}

void MembersTable::setJoined(const QList<Snapshot> &members)
{
    for (const Line &line : std::as_const(m_lines)) {
        if (line.joined)
            remove(line);
    }
    m_lines.removeIf([](const Line &line) { return line.joined; });
    for (const Snapshot &member : members) {
        const auto isHe = [&member](const Line &line) {
            return line.member.id.person == member.id.person;
        };
        if (!std::any_of(m_lines.cbegin(), m_lines.cend(), isHe))
            add(member, true);
    }
    follow();
    Q_EMIT fieldsChanged();
}

void MembersTable::setGoal(Goal goal)
{
    if (goal == m_goal)
        return;
    m_goal = goal;
    follow();
}

void MembersTable::setHeadComes(bool comes)
{
    if (comes == m_headComes)
        return;
    m_headComes = comes;
    follow();
}

bool MembersTable::moves(const Line &line) const
{
    return line.box && line.box->isChecked();
}

int MembersTable::moving() const
{
    return int(std::count_if(m_lines.cbegin(), m_lines.cend(),
                             [this](const Line &line) { return moves(line); }));
}

bool MembersTable::headLeaves() const
{
    return m_goal != Goal::Whole &&
           std::any_of(m_lines.cbegin(), m_lines.cend(), [this](const Line &line) {
               return moves(line) && line.member.relationship == headWord;
           });
}

bool MembersTable::headComes() const
{
    return m_headComes || (m_goal == Goal::Join &&
                           std::any_of(m_lines.cbegin(), m_lines.cend(), [this](const Line &line) {
                               return moves(line) && line.wanted->relationship() == headWord;
                           }));
}

/// Whose 続柄 is asked for.
bool MembersTable::asks(const Line &line) const
{
    if (line.joined)
        return headComes();
    // Who is alone leads himself; who goes away takes his word along.
    if (moves(line))
        return m_goal == Goal::Join || (m_goal == Goal::New && moving() > 1);
    const auto staying = std::count_if(m_lines.cbegin(), m_lines.cend(), [this](const Line &other) {
        return !other.joined && !moves(other);
    });
    return headLeaves() && staying > 1;
}

/// Candidates: with the same head everybody keeps his word, and a spouse without the head leads.
/// Nothing where the notice has to say it: 子 of the one need not be of the other.
QString MembersTable::proposalFor(const Line &line, bool moving) const
{
    if (line.joined || (moving && m_goal == Goal::Join))
        return {};
    const bool withHead =
        std::any_of(m_lines.cbegin(), m_lines.cend(), [this, moving](const Line &other) {
            return !other.joined && moves(other) == moving && other.member.relationship == headWord;
        });
    if (withHead)
        return line.member.relationship;
    return isSpouseOfHead(line.member) ? headWord : QString();
}

void MembersTable::propose()
{
    if (m_filling)
        return;
    for (const Line &line : std::as_const(m_lines)) {
        if (line.wanted->property("typed").toBool())
            continue;
        const bool asked = asks(line);
        line.wanted->setText(asked ? proposalFor(line, moves(line)) : QString());
    }
}

void MembersTable::follow()
{
    propose();
    for (const Line &line : std::as_const(m_lines)) {
        const bool asked = asks(line);
        line.wanted->setVisible(asked);
        if (!asked)
            line.advice->hide();
    }
    const QSignalBlocker quiet(m_everybody);
    m_everybody->setChecked(isEverybody());
}

void MembersTable::fill(const residents::Move &move)
{
    m_filling = true;
    for (const Line &line : std::as_const(m_lines)) {
        if (line.joined)
            continue;
        const base::PersonId person = line.member.id.person;
        const QSignalBlocker quiet(line.box);
        const bool moved = residents::isMover(move, person);
        line.box->setChecked(moved);
        // Whom it cannot be about any more: the rules say so, and he can be unticked.
        line.box->setEnabled(moved || line.box->isEnabledTo(this));
        fillWord(line, move);
    }
    m_filling = false;
    follow();
}

void MembersTable::fillJoined(const residents::Move &move)
{
    m_filling = true;
    for (const Line &line : std::as_const(m_lines)) {
        if (line.joined)
            fillWord(line, move);
    }
    m_filling = false;
    follow();
}

void MembersTable::fillWord(const Line &line, const residents::Move &move)
{
    QString wanted;
    for (const MemberChange &change : move.movers + move.others) {
        if (change.person == line.member.id.person)
            wanted = change.relationship;
    }
    line.wanted->setText(wanted);
    line.wanted->setProperty("typed", !wanted.isEmpty());
}

QList<MemberChange> MembersTable::movers() const
{
    QList<MemberChange> changes;
    for (const Line &line : m_lines) {
        if (moves(line))
            changes.append({.person = line.member.id.person,
                            .baseVersion = line.member.id.version,
                            .relationship = asks(line) ? line.wanted->relationship()
                                            : m_goal == Goal::Whole || m_goal == Goal::Away
                                                ? line.member.relationship
                                                : headWord});
    }
    return changes;
}

QList<MemberChange> MembersTable::others() const
{
    QList<MemberChange> changes;
    // Among those who stay, and among those who live there, a new head asks for a word of
    // everybody.
    for (const bool joined : {false, true}) {
        const bool led = std::any_of(m_lines.cbegin(), m_lines.cend(), [&](const Line &line) {
            return line.joined == joined && !moves(line) && asks(line) &&
                   line.wanted->relationship() == headWord;
        });
        for (const Line &line : m_lines) {
            if (line.joined != joined || moves(line) || !asks(line))
                continue;
            const QString wanted = line.wanted->relationship();
            if (wanted == line.member.relationship || (wanted.isEmpty() && !led && !headComes()))
                continue;
            changes.append({.person = line.member.id.person,
                            .baseVersion = line.member.id.version,
                            .relationship = wanted});
        }
    }
    return changes;
}

bool MembersTable::isEverybody() const
{
    return std::all_of(m_lines.cbegin(), m_lines.cend(), [this](const Line &line) {
        return line.joined || line.box->isChecked() || !line.box->isEnabledTo(this);
    });
}

QWidget *MembersTable::firstWrong() const
{
    for (const Line &line : m_lines) {
        if (asks(line) && (line.wanted->value().isEmpty() || !line.wanted->advice().isEmpty()))
            return line.wanted;
    }
    return nullptr;
}

QWidget *MembersTable::first() const
{
    return m_everybody;
}

QList<QWidget *> MembersTable::fields() const
{
    QList<QWidget *> fields{m_everybody};
    for (const Line &line : m_lines) {
        if (line.box)
            fields.append(line.box);
        fields.append(line.wanted);
    }
    return fields;
}

QWidget *MembersTable::fieldOf(const QString &rule) const
{
    return isOfRelationships(rule) ? firstWrong() : nullptr;
}

void MembersTable::into(residents::Move &move) const
{
    move.movers = movers();
    move.others = others();
}

} // namespace moves
