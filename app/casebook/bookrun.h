#pragma once

#include "app/casebook/caseresult.h"
#include "app/casebook/trainingregister.h"

#include <map>
#include <memory>

namespace casebook {

/// What a case came to: nothing in `differences` when it is as the book says.
struct CaseReport
{
    QString name;
    QString ending;  ///< in words, with what was refused
    QString history; ///< new rows: historyWords()
    QStringList differences;
};

/// A training office of its own for one book: register, workstations, and the people of every case.
class BookRun final
{
public:
    /// `folder`: empty; reachable by the account of a server. The book outlives the run.
    [[nodiscard]] static base::Result<std::unique_ptr<BookRun>>
    open(LinkKind kind, const QString &folder, const QList<BookCase> &book);
    ~BookRun();
    Q_DISABLE_COPY_MOVE(BookRun)

    /// Cases in the order of the book. A failure is one of the office, not of the case.
    [[nodiscard]] base::Result<CaseReport> run(const BookCase &one);

private:
    explicit BookRun(const QList<BookCase> &book);
    void placeScenes();
    [[nodiscard]] base::Result<> makeOffice(LinkKind kind, const QString &folder);
    [[nodiscard]] base::Result<> beginDay(const BookCase &one);
    [[nodiscard]] base::Result<> restrict(const QList<Said> &said, const PlacedScene &scene);
    [[nodiscard]] base::Result<> observe(PlacedScene &scene, SceneState &state);
    [[nodiscard]] base::Result<> collectRows(CaseResult &result);
    [[nodiscard]] base::Result<> collectNotices(CaseResult &result);

    const QList<BookCase> &m_book;
    BookClock m_clock;
    std::map<QString, std::shared_ptr<PlacedScene>> m_scenes; ///< by the name of the case
    central::CityPart m_city;
    qint64 m_restrictions = 0;
    int m_begun = 0;
    QList<central::OutboundNotice> m_notices; ///< that the register has written down so far
    std::unique_ptr<print::Press> m_press;
    std::unique_ptr<desk::DeskTables> m_tables;
    TrainingRegister m_register;
    std::map<QString, std::unique_ptr<Workplace>> m_places; ///< by user
};

} // namespace casebook
