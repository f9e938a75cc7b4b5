#pragma once

#include "ui/entries/doors.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace widgets {
class FormGrid;
}

namespace entries {

/// 連絡先 as it stands, with the versions before it.
class ContactPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ContactPanel(const Doors &doors, QWidget *parent = nullptr);
    void showContact(const desk::PersonEntries &entries);

Q_SIGNALS:
    void changeWanted();
    /// An earlier version, to be entered again.
    void againWanted(const residents::Contact &contact);

private:
    void addEarlier(const QList<residents::Contact> &contacts);

    bool m_mayWrite;
    bool m_telephone;
    QPushButton *m_change = nullptr;
    QVBoxLayout *m_list;
};

} // namespace entries
