#pragma once

#include "desk/passworddesk.h"

#include <QList>
#include <QWidget>

class QLabel;

namespace signin {

/// The rules of a password, each with what can be said of it while it is typed. Icon and words
/// carry it, colour only supports them.
class RuleList final : public QWidget
{
    Q_OBJECT

public:
    explicit RuleList(const desk::PasswordRules &rules, QWidget *parent = nullptr);

    struct Typed
    {
        QList<desk::PasswordFault> faults;
        bool anything = false; ///< a new password was begun
        bool present = false;  ///< the present one was typed
        bool alike = false;    ///< the new one twice
    };
    void show(const Typed &typed);
    /// Every line says yes but the one that only the register knows.
    [[nodiscard]] bool allKept() const;

private:
    enum class State { Open, Kept, Broken, Register };
    struct Line
    {
        QLabel *icon;
        QLabel *words;
        QLabel *said;
        State state;
    };
    Line add(const QString &words);
    static void set(Line &line, State state);

    QList<Line> m_faults; ///< in the order of desk::PasswordFault
    Line m_alike;
    Line m_used;
};

} // namespace signin
