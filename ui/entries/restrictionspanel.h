#pragma once

#include "ui/entries/doors.h"

#include <QWidget>

class QVBoxLayout;

namespace entries {

/// 抑止 of a person and his household: those in force first, ended ones in grey.
class RestrictionsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit RestrictionsPanel(const Doors &doors, QWidget *parent = nullptr);
    void showRestrictions(const QList<residents::Restriction> &restrictions);

Q_SIGNALS:
    void setWanted();
    void changeWanted(const residents::Restriction &restriction);
    void endWanted(const residents::Restriction &restriction);

private:
    void add(const residents::Restriction &restriction);

    bool m_mayEnter;
    QVBoxLayout *m_list;
};

} // namespace entries
