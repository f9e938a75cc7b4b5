#include "ui/entries/contactpanel.h"

#include "ui/entries/fieldlines.h"
#include "ui/entries/panelparts.h"
#include "ui/widgets/parts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using widgets::ButtonRole;
using widgets::TextRole;

namespace entries {

ContactPanel::ContactPanel(const Doors &doors, QWidget *parent)
    : QWidget(parent)
    , m_mayWrite(doors.may(desk::Right::WriteNote))
    , m_telephone(doors.telephone)
    , m_list(nullptr)
{
    if (m_mayWrite) {
        m_change = widgets::button(tr("2 Change"), ButtonRole::Ordinary, this);
        m_change->setObjectName(QStringLiteral("changeContact"));
        m_change->setAccessibleName(tr("Change the contact"));
        connect(m_change, &QPushButton::clicked, this, &ContactPanel::changeWanted);
    }
    m_list = cardIn(this, tr("Contact"), m_change);
}

void ContactPanel::showContact(const desk::PersonEntries &entries)
{
    emptyLayout(m_list);
    const bool hidden = entries.contactHidden || m_telephone;
    if (m_change)
        m_change->setEnabled(!hidden);
    if (!entries.contact && !entries.contactHidden) {
        m_list->addWidget(widgets::label(tr("No contact was entered."), TextRole::Muted, this));
        return;
    }
    auto *grid = new widgets::FormGrid(1, this);
    const residents::Contact contact = entries.contact.value_or(residents::Contact());
    for (const FieldLine &line : fieldsOf(contact))
        grid->addValue(line.name, hidden ? hiddenWords() : line.text, 1,
                       line.registered && !hidden ? TextRole::Name : TextRole::Body);
    m_list->addWidget(grid);
    if (entries.contact) {
        auto *by = widgets::label(authorWords(contact.by), TextRole::Muted, this);
        by->setWordWrap(true);
        m_list->addWidget(by);
    }
    if (!hidden && !entries.earlierContacts.isEmpty())
        addEarlier(entries.earlierContacts);
}

void ContactPanel::addEarlier(const QList<residents::Contact> &contacts)
{
    auto *open =
        widgets::button(tr("Earlier versions (%1)").arg(contacts.size()), ButtonRole::Quiet, this);
    open->setCheckable(true);
    auto *older = new QWidget(this);
    auto *column = new QVBoxLayout(older);
    widgets::setMarginsEm(column, {0.8, 0, 0, 0});
    widgets::setSpacingEm(column, 0.3);
    for (const residents::Contact &one : contacts) {
        QStringList parts{one.telephone, postalWords(one.sendPostalCode), one.sendAddress,
                          one.sendName};
        parts.removeAll(QString());
        const QString all = parts.isEmpty() ? tr("(taken back)") : parts.join(QChar(0x3000));
        auto *text = widgets::label(all, TextRole::Body, older);
        auto *by = widgets::label(tr("Version %1: %2").arg(one.version).arg(authorWords(one.by)),
                                  TextRole::Muted, older);
        for (QLabel *label : {by, text}) {
            label->setWordWrap(true);
            column->addWidget(label);
        }
        if (!m_mayWrite)
            continue;
        auto *again = widgets::button(tr("Enter this again"), ButtonRole::Quiet, older);
        again->setAccessibleName(tr("Enter version %1 again").arg(one.version));
        column->addWidget(again, 0, Qt::AlignLeft);
        connect(again, &QPushButton::clicked, this, [this, one] { Q_EMIT againWanted(one); });
    }
    older->hide();
    connect(open, &QPushButton::toggled, older, &QWidget::setVisible);
    m_list->addWidget(open, 0, Qt::AlignLeft);
    m_list->addWidget(older);
}

} // namespace entries
