#pragma once

#include "base/ids.h"
#include "desk/visit.h"
#include "ui/resident/files.h"

#include <QObject>

#include <functional>
#include <optional>

namespace base {
class Clock;
}
namespace desk {
class Desk;
}
namespace resident {
class RecordPage;
}

namespace shell {

class Navigator;

/// Names the printer (or, in training, a .pdf file) at the moment of printing.
using PaperTo = std::function<QString()>;

/// What the pages need beside the desk. The clock must outlive them.
struct Surroundings
{
    PaperTo paperTo;
    const base::Clock &clock;
};

/// Which page follows which: the only place where pages meet.
class Routes final : public QObject
{
    Q_OBJECT

public:
    Routes(desk::Desk &desk, Navigator &pages, Surroundings surroundings,
           QObject *parent = nullptr);
    void start();    ///< the page that opens a visit
    void endVisit(); ///< clears the screen
    [[nodiscard]] const std::optional<desk::Visit> &visit() const { return m_visit; }

Q_SIGNALS:
    void visitChanged();

private:
    /// Those of the clerk's own files first: they have the number keys.
    [[nodiscard]] QList<desk::Purpose> purposes() const;
    void begin(const desk::Visit &visit);
    void showPerson(base::PersonId person);
    void showFile(base::PersonId person, resident::File file);
    /// Null outside a visit.
    resident::RecordPage *recordOf(base::PersonId person);
    void showCertificate(base::HouseholdId household, base::PersonId person);

    desk::Desk &m_desk;
    Navigator &m_pages;
    Surroundings m_surroundings;
    std::optional<desk::Visit> m_visit;
};

} // namespace shell
