#pragma once

#include "base/ids.h"
#include "desk/visit.h"

#include <QObject>

#include <optional>

namespace desk {
class Desk;
}

namespace shell {

class Navigator;

/// Which page follows which: the only place where pages meet.
class Routes final : public QObject
{
    Q_OBJECT

public:
    Routes(desk::Desk &desk, Navigator &pages, QObject *parent = nullptr);
    void start();    ///< the page that opens a visit
    void endVisit(); ///< clears the screen
    [[nodiscard]] const std::optional<desk::Visit> &visit() const { return m_visit; }

Q_SIGNALS:
    void visitChanged();

private:
    void begin(const desk::Visit &visit);
    void showPerson(base::PersonId person);

    desk::Desk &m_desk;
    Navigator &m_pages;
    std::optional<desk::Visit> m_visit;
};

} // namespace shell
