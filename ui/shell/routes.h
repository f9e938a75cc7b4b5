#pragma once

#include "base/ids.h"
#include "desk/visit.h"
#include "ui/entries/doors.h"
#include "ui/resident/files.h"
#include "ui/shell/keys.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>

namespace base {
class Clock;
}
namespace desk {
class Desk;
}
namespace moves {
class MovePage;
}
namespace resident {
class RecordPage;
}
namespace search {
class SearchPage;
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
    /// The page that opens a visit; while the password must be changed, that page and no other.
    void start();
    void endVisit(); ///< clears the screen
    /// The shell's keys beside the page's own: Esc, end of the visit, outbox, queue. False: not one
    /// of them.
    bool press(int key);
    [[nodiscard]] QList<widgets::KeyHint> keys() const;
    [[nodiscard]] const std::optional<desk::Visit> &visit() const { return m_visit; }

Q_SIGNALS:
    void visitChanged();
    void helpWanted(const QString &name);
    void signOutWanted(); ///< the password was changed, as it had to be

private:
    /// Those of the clerk's own files first: they have the number keys.
    [[nodiscard]] QList<desk::Purpose> purposes() const;
    void begin(const desk::Visit &visit);
    void showPerson(base::PersonId person);
    void showFile(base::PersonId person, resident::File file);
    [[nodiscard]] entries::Doors entriesDoors() const;
    /// Null outside a visit.
    resident::RecordPage *recordOf(base::PersonId person);
    void showDraft(base::PersonId person, const QString &draft);
    /// Nothing when the page is in front already.
    void showOutbox(const QString &uuid = {});
    void showQueue();
    void showMove(base::PersonId person, const QString &draft, resident::RecordPage *record);
    moves::MovePage *movePage(base::PersonId person, const QString &draft);
    void showArrival(const QString &draft = {});
    void showPassword();
    void back();
    [[nodiscard]] WorkPlace place() const;
    void showCertificate(base::HouseholdId household, base::PersonId person);

    desk::Desk &m_desk;
    Navigator &m_pages;
    Surroundings m_surroundings;
    std::optional<desk::Visit> m_visit;
    QPointer<search::SearchPage> m_found; ///< of the visit
};

} // namespace shell
