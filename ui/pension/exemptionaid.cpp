#include "ui/pension/exemptionaid.h"

#include "ui/pension/monthwords.h"
#include "ui/widgets/choicelist.h"
#include "ui/widgets/entermoves.h"
#include "ui/widgets/eradatefield.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/textfield.h"
#include "ui/words/pensionwords.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace pensionui {

using pension::ExemptionKind;
using pension::Tested;
using widgets::TextRole;

namespace {

constexpr int incomeDigits = 9;
constexpr int countDigits = 2;

QList<ExemptionKind> kinds()
{
    return {ExemptionKind::Full,    ExemptionKind::ThreeQuarters, ExemptionKind::Half,
            ExemptionKind::Quarter, ExemptionKind::Deferral,      ExemptionKind::Student};
}

QString yen(qint64 amount)
{
    return QLocale(QLocale::Japanese).toString(amount);
}

/// One or several fields hold something that cannot be read.
bool anyProblem(std::initializer_list<const widgets::NumberField *> fields)
{
    return std::any_of(fields.begin(), fields.end(),
                       [](const auto *field) { return field->problem().has_value(); });
}

} // namespace

ExemptionAidPanel::ExemptionAidPanel(Outlook outlook, QWidget *parent)
    : QWidget(parent)
    , m_outlook(std::move(outlook))
    , m_kind(new widgets::ChoiceList(this))
    , m_month(new widgets::EraDateField(this))
    , m_applied(new widgets::EraDateField({}, this))
    , m_judge(
          widgets::button(tr("Compare with the thresholds"), widgets::ButtonRole::Primary, this))
    , m_message(new widgets::MessageBar(this))
    , m_answer(new QWidget(this))
    , m_verdict(widgets::label({}, TextRole::Heading, this))
    , m_lines(widgets::label({}, TextRole::Body, this))
    , m_frame(widgets::label({}, TextRole::Body, this))
    , m_version(widgets::label({}, TextRole::Muted, this))
{
    m_kind->setObjectName(QStringLiteral("aidKind"));
    m_month->setObjectName(QStringLiteral("aidMonth"));
    m_judge->setObjectName(QStringLiteral("aidJudge"));
    m_message->setObjectName(QStringLiteral("aidMessage"));
    m_answer->setObjectName(QStringLiteral("aidAnswer"));
    auto *column = new QVBoxLayout(this);
    widgets::setMarginsEm(column, {0, 0, 0, 0});
    auto *decides = widgets::label(
        tr("The Japan Pension Service decides. This is only an aid for the talk at the counter; "
           "nothing that is typed here is kept."),
        TextRole::Warning, this);
    decides->setObjectName(QStringLiteral("aidDecides"));
    decides->setWordWrap(true);
    column->addWidget(decides);
    makeForm(column);
    column->addWidget(m_message);
    auto *answer = new QVBoxLayout(m_answer);
    widgets::setMarginsEm(answer, {0, 0, 0, 0});
    for (QLabel *part : {m_verdict, m_lines, m_frame, m_version}) {
        part->setWordWrap(true);
        answer->addWidget(part);
    }
    m_version->setProperty("verbatim", true);
    column->addWidget(m_answer);
    m_answer->hide();
    connect(m_judge, &QPushButton::clicked, this, &ExemptionAidPanel::judge);
}

void ExemptionAidPanel::makeForm(QVBoxLayout *column)
{
    QStringList choices;
    for (const ExemptionKind kind : kinds())
        choices.append(words::of(kind));
    m_kind->setChoices(choices);
    m_kind->setAccessibleName(tr("Kind of exemption"));
    auto *both = new QHBoxLayout;
    auto *left = new QVBoxLayout;
    left->addWidget(widgets::label(tr("Kind of exemption"), TextRole::Muted, this));
    left->addWidget(m_kind);
    left->addStretch(1);
    both->addLayout(left);
    auto *right = new QVBoxLayout;
    auto *days = new widgets::FormGrid(1, this);
    days->add(tr("Month asked for (example: R6.7)"), m_month);
    days->add(tr("Application received on"), m_applied);
    right->addWidget(days);
    right->addStretch(1);
    both->addLayout(right, 1);
    column->addLayout(both);
    auto *grid = new QGridLayout;
    const QStringList heads{tr("Income (yen)"),     tr("Dependants"),       tr("of them elderly"),
                            tr("of them 16 to 22"), tr("Deductions (yen)"), tr("Not known"),
                            tr("Lost work"),        tr("Disabled, widowed")};
    for (int i = 0; i < heads.size(); ++i)
        grid->addWidget(widgets::label(heads.at(i), TextRole::Muted, this), 0, i + 1);
    const std::array who{Tested::Who::Self, Tested::Who::Spouse, Tested::Who::Head};
    for (std::size_t i = 0; i < who.size(); ++i)
        m_persons.at(i) = makePerson(who.at(i), grid, int(i) + 1);
    grid->setColumnStretch(int(heads.size()) + 1, 1);
    column->addLayout(grid);
    auto *foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_judge);
    column->addLayout(foot);
    QList<QWidget *> order{m_kind, m_month, m_applied};
    for (const Person &one : m_persons)
        order << one.income << one.dependants << one.elderly << one.specific << one.deductions
              << one.undeclared << one.lostWork << one.widowed;
    new widgets::EnterMoves(this, order, m_judge);
    connect(m_kind, &widgets::ChoiceList::picked, m_month, [this] { m_month->setFocus(); });
}

ExemptionAidPanel::Person ExemptionAidPanel::makePerson(Tested::Who who, QGridLayout *grid, int row)
{
    const QString name = words::of(who);
    grid->addWidget(widgets::label(name, TextRole::Body, this), row, 0);
    const auto field = [&](int digits, double width, int place, const QString &what) {
        auto *made = new widgets::NumberField(digits, this);
        made->setObjectName(QStringLiteral("aid-%1-%2").arg(row).arg(place));
        made->setAccessibleName(name + u' ' + what);
        widgets::setWidthEm(made, width, width);
        grid->addWidget(made, row, place);
        return made;
    };
    const auto mark = [&](int place, const QString &what) {
        auto *made = new QCheckBox(this);
        made->setObjectName(QStringLiteral("aid-%1-%2").arg(row).arg(place));
        made->setAccessibleName(name + u' ' + what);
        grid->addWidget(made, row, place);
        return made;
    };
    return {.who = who,
            .income = field(incomeDigits, 8, 1, tr("Income (yen)")),
            .dependants = field(countDigits, 4, 2, tr("Dependants")),
            .elderly = field(countDigits, 4, 3, tr("of them elderly")),
            .specific = field(countDigits, 4, 4, tr("of them 16 to 22")),
            .deductions = field(incomeDigits, 8, 5, tr("Deductions (yen)")),
            .undeclared = mark(6, tr("Not known")),
            .lostWork = mark(7, tr("Lost work")),
            .widowed = mark(8, tr("Disabled, widowed"))};
}

void ExemptionAidPanel::start(QDate bornOn, QDate today)
{
    m_bornOn = bornOn;
    m_today = today;
    m_kind->setCurrentRow(-1);
    m_month->setText(today.isValid()
                         ? calendar::wareki(today, calendar::Style::Short).section(u'.', 0, 1)
                         : QString());
    m_applied->setText(today.isValid() ? calendar::wareki(today, calendar::Style::Short)
                                       : QString());
    for (const Person &one : m_persons) {
        for (widgets::NumberField *field :
             {one.income, one.dependants, one.elderly, one.specific, one.deductions})
            field->clear();
        for (QCheckBox *mark : {one.undeclared, one.lostWork, one.widowed})
            mark->setChecked(false);
    }
    m_message->clear();
    m_answer->hide();
}

bool ExemptionAidPanel::isEmpty(const Person &one)
{
    const auto typed = {one.income, one.dependants, one.elderly, one.specific, one.deductions};
    const auto marked = {one.undeclared, one.lostWork, one.widowed};
    return std::all_of(typed.begin(), typed.end(),
                       [](const auto *field) { return field->text().isEmpty(); }) &&
           std::none_of(marked.begin(), marked.end(),
                        [](const auto *mark) { return mark->isChecked(); });
}

bool ExemptionAidPanel::takeCase(pension::ExemptionCase &into) const
{
    const auto month = m_month->range();
    const auto applied = m_applied->range();
    if (m_kind->choice() < 0 || !month || !applied)
        return false;
    into = {.kind = kinds().at(m_kind->choice()),
            .month = pension::Month::of(month->from),
            .appliedOn = applied->from,
            .bornOn = m_bornOn,
            .persons = {}};
    for (const Person &one : m_persons) {
        if (anyProblem({one.income, one.dependants, one.elderly, one.specific, one.deductions}))
            return false;
        const auto count = [](const widgets::NumberField *field) {
            return int(field->number().value_or(0));
        };
        // A spouse or head of whom nothing is typed is not there; the person himself always is.
        if (one.who != Tested::Who::Self && isEmpty(one))
            continue;
        into.persons.append({.who = one.who,
                             .incomeYen = one.income->number().value_or(0),
                             .dependants = count(one.dependants),
                             .dependantsElderly = count(one.elderly),
                             .dependantsSpecific = count(one.specific),
                             .deductionsYen = one.deductions->number().value_or(0),
                             .undeclared = one.undeclared->isChecked() || !one.income->number(),
                             .lostWork = one.lostWork->isChecked(),
                             .disabledOrWidowed = one.widowed->isChecked()});
    }
    return true;
}

void ExemptionAidPanel::judge()
{
    m_answer->hide();
    m_message->clear();
    pension::ExemptionCase typed;
    if (!takeCase(typed)) {
        m_message->say(widgets::Severity::Warning, tr("Something is missing or unreadable."), {},
                       tr("Pick the kind, type the month and the day of the application, and "
                          "incomes in whole yen."));
        if (m_kind->choice() < 0)
            m_kind->setFocus();
        return;
    }
    const auto opinion = m_outlook(typed);
    if (opinion)
        show(*opinion);
    else
        m_message->showError(opinion.error());
}

void ExemptionAidPanel::show(const pension::ExemptionOpinion &opinion)
{
    m_verdict->setText(words::of(opinion.outlook));
    QStringList lines;
    const QString reason = words::exemptionReason(opinion.why);
    if (!reason.isEmpty())
        lines.append(reason);
    for (const pension::TestedLine &line : opinion.lines)
        lines.append((line.within ? tr("%1: %2 yen, threshold %3 yen: within")
                                  : tr("%1: %2 yen, threshold %3 yen: over"))
                         .arg(words::of(line.who), yen(line.countedYen), yen(line.limitYen)));
    m_lines->setText(lines.join(u'\n'));
    m_lines->setVisible(!lines.isEmpty());
    QStringList frame;
    if (opinion.incomeYear > 0)
        frame.append(
            tr("Examined is the income of %1.").arg(yearWords(opinion.incomeYear, YearForm::Long)));
    frame.append(tr("Cycle %1. Can be applied for from %2 on.")
                     .arg(spanWords(opinion.cycle), monthWords(opinion.earliest)));
    frame.append(tr("The Japan Pension Service decides."));
    m_frame->setText(frame.join(u'\n'));
    m_version->setText(tr("Table of thresholds: %1", "version").arg(opinion.tableVersion));
    m_version->setVisible(!opinion.tableVersion.isEmpty());
    m_answer->show();
    Q_EMIT answered(m_answer);
}

QString ExemptionAidPanel::answer() const
{
    if (m_answer->isHidden())
        return {};
    QStringList said;
    for (const QLabel *part : {m_verdict, m_lines, m_frame, m_version})
        said.append(part->text());
    return said.join(u'\n');
}

void ExemptionAidPanel::takeFocus()
{
    m_kind->setFocus();
}

} // namespace pensionui
