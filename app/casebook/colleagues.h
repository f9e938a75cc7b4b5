#pragma once

#include "central/account.h"

#include <QList>
#include <QString>
#include <QStringList>

// Who works in the office of a case book: each at a workstation of his own.
namespace casebook {

struct Colleague
{
    QString user;
    QString station;
    QList<central::Right> rights;
};
/// "clerk" and "colleague" enter and check; "chief" and "deputy" also open protected records;
/// "reader" may only look.
[[nodiscard]] const QList<Colleague> &colleagues();
/// Nobody works there by hand: what the register tells everybody is read from it.
[[nodiscard]] QString readersUser();

/// Accounts that hold on every day of a book; none of their passwords ages before `lastDay`.
[[nodiscard]] central::User accountOf(const Colleague &colleague, QDate lastDay);
[[nodiscard]] QByteArray certificateOf(const QString &user);

} // namespace casebook
