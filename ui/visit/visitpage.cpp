#include "ui/visit/visitpage.h"

#include "base/whenready.h"
#include "ui/widgets/choicelist.h"
#include "ui/widgets/entermoves.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/textfield.h"
#include "ui/words/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace visit {

using widgets::ButtonRole;
using widgets::TextRole;

namespace {

constexpr int longestNumber = 20;

QList<desk::Caller> callers()
{
    using desk::Caller;
    return {Caller::Self,     Caller::SameHousehold, Caller::Agent, Caller::ThirdParty,
            Caller::Official, Caller::Telephone,     Caller::Nobody};
}

} // namespace

VisitPage::VisitPage(const QList<desk::Purpose> &purposes, OpenVisit open, QWidget *parent)
    : Page(parent)
    , m_purposes(purposes)
    , m_open(std::move(open))
    , m_number(new widgets::TextField(widgets::FieldKind::Direct, longestNumber, this))
    , m_purpose(new widgets::ChoiceList(this))
    , m_caller(new widgets::ChoiceList(this))
    , m_button(widgets::button(tr("Start the visit"), ButtonRole::Primary, this))
    , m_message(new widgets::MessageBar(this))
{
    setObjectName(QStringLiteral("visitpage"));
    m_number->setObjectName(QStringLiteral("callnumber"));
    m_purpose->setObjectName(QStringLiteral("purpose"));
    m_caller->setObjectName(QStringLiteral("caller"));
    m_button->setObjectName(QStringLiteral("startvisit"));
    m_message->setObjectName(QStringLiteral("message"));
    auto *card = new widgets::Card({}, this);
    widgets::setWidthEm(card, 46, 56);
    auto *body = card->body();
    body->addWidget(widgets::label(tr("Start a visit"), TextRole::Title, card));
    auto *hint =
        widgets::label(tr("Type the number, then pick with the number keys. What is opened "
                          "in the visit is logged with its number and purpose."),
                       TextRole::Muted, card);
    hint->setWordWrap(true);
    body->addWidget(hint);
    body->addWidget(m_message);
    auto *top = new widgets::FormGrid(1, card);
    widgets::setWidthEm(m_number, 9, 9);
    top->add(tr("Call number"), m_number);
    body->addWidget(top);
    auto *lists = new QHBoxLayout;
    QStringList purposeWords;
    for (const desk::Purpose &purpose : purposes)
        purposeWords << purpose.words;
    QStringList callerWords;
    for (const desk::Caller caller : callers())
        callerWords << words::of(caller);
    m_purpose->setChoices(purposeWords);
    m_caller->setChoices(callerWords);
    for (const auto &[name, list, stretch] :
         {std::tuple(tr("Purpose"), m_purpose, 3), std::tuple(tr("Who is here"), m_caller, 2)}) {
        auto *column = new QVBoxLayout;
        column->addWidget(widgets::label(name, TextRole::Heading, card));
        column->addWidget(list);
        column->addStretch();
        // Beside the longer list: all of a long one stays in the window.
        if (list == m_caller)
            column->addWidget(m_button, 0, Qt::AlignRight);
        list->setAccessibleName(name);
        lists->addLayout(column, stretch);
    }
    body->addLayout(lists);
    auto *whole = new QVBoxLayout(this);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(card);
    row->addStretch();
    whole->addStretch(1);
    whole->addLayout(row);
    whole->addStretch(2);

    new widgets::EnterMoves(this, {m_number, m_purpose, m_caller}, m_button);
    connect(m_purpose, &widgets::ChoiceList::picked, m_caller, [this] { m_caller->setFocus(); });
    connect(m_caller, &widgets::ChoiceList::picked, m_button, [this] { m_button->setFocus(); });
    connect(m_button, &QPushButton::clicked, this, &VisitPage::open);
}

QList<widgets::KeyHint> VisitPage::keys() const
{
    return {{Qt::Key_F12, tr("Start")}};
}

void VisitPage::press(int key)
{
    if (key == Qt::Key_F12)
        open();
}

void VisitPage::arrive()
{
    m_number->clear();
    m_message->clear();
    m_purpose->setCurrentRow(-1);
    m_caller->setCurrentRow(-1);
    m_number->setFocus();
}

void VisitPage::open()
{
    if (m_waiting)
        return;
    if (m_number->problem()) {
        m_message->showError({*m_number->problem(), {}});
        m_number->setFocus();
        return;
    }
    if (m_purpose->choice() < 0) {
        m_message->showError({base::ErrorCode::PurposeMissing, {}});
        m_purpose->setFocus();
        return;
    }
    if (m_caller->choice() < 0) {
        m_message->say(widgets::Severity::Warning, tr("Nobody has been picked as the caller."), {},
                       tr("Pick who is here."));
        m_caller->setFocus();
        return;
    }
    m_waiting = true;
    const desk::VisitOpening opening{.number = m_number->value(),
                                     .purpose = m_purposes.at(m_purpose->choice()).code,
                                     .caller = callers().at(m_caller->choice())};
    base::whenReady(this, m_open(opening), [this](const base::Result<desk::Visit> &visit) {
        m_waiting = false;
        if (visit)
            Q_EMIT opened(*visit);
        else
            m_message->showError(visit.error());
    });
}

} // namespace visit
