#include "bench/counter.h"

#include "app/logcommand.h"
#include "app/office.h"
#include "bench/figures.h"
#include "bench/people.h"
#include "evidence/row.h"
#include "evidence/verifier.h"

#include <QBuffer>
#include <QFile>

namespace bench {

using base::ErrorCode;
using base::Result;

namespace {

/// A clerk at work; answers are waited for without an event loop, so that nothing is rounded.
class AtCounter final
{
public:
    [[nodiscard]] static Result<std::unique_ptr<AtCounter>>
    open(const support::TrainingPlace &place)
    {
        auto work = std::make_unique<AtCounter>();
        const QString user = QStringLiteral("madoguchi1");
        auto room = place.frontRoom(user);
        if (!room)
            return base::fail(room);
        work->m_room = std::move(*room);
        work->m_room->lookForCard();
        const app::Credential mine = place.credential(user);
        Figures signIn;
        auto desk = signIn.time([&] {
            return answer(
                work->m_room->door().signIn(app::toSecret(mine.password), app::toSecret(mine.pin)));
        });
        if (!desk)
            return base::fail(desk);
        tell(QStringLiteral("door.sign-in"), signIn, 0);
        work->m_desk = *desk;
        Figures loading;
        if (const auto ready = loading.time([&] { return work->office().waitForCache(); }); !ready)
            return base::fail(ready);
        tell(QStringLiteral("door.cache-ready"), loading, 0);
        const auto visit = answer(
            work->m_desk->visits().open({.number = {}, .purpose = QStringLiteral("certificate")}));
        if (!visit)
            return base::fail(visit);
        work->m_visit = visit->id;
        return work;
    }
    ~AtCounter()
    {
        if (m_desk)
            (void)answer(m_desk->signOut());
    }
    AtCounter() = default;
    Q_DISABLE_COPY_MOVE(AtCounter)

    template <typename T>
    static T answer(QFuture<T> future)
    {
        future.waitForFinished();
        return future.result();
    }
    [[nodiscard]] desk::Desk &desk() { return *m_desk; }
    [[nodiscard]] app::Office &office() { return app::Office::of(*m_desk); }
    [[nodiscard]] desk::VisitId visit() const { return m_visit; }
    [[nodiscard]] Result<QList<residents::Snapshot>> people(int count)
    {
        return office().withCache(
            [count](cache::CacheReader &reader) { return somePeople(reader, count); });
    }

private:
    std::unique_ptr<app::FrontRoom> m_room;
    std::shared_ptr<desk::Desk> m_desk;
    desk::VisitId m_visit;
};

Result<> find(AtCounter &work)
{
    const auto people = work.people(searches);
    if (!people)
        return base::fail(people);
    for (const auto &kind : queriesFor(*people, base::SystemClock().today())) {
        Figures figures;
        qint64 rows = 0;
        for (const auto &query : kind.queries) {
            const auto found = figures.time(
                [&] { return work.answer(work.desk().findPeople().find(work.visit(), query)); });
            if (!found)
                return base::fail(found);
            rows += found->rows.size();
        }
        tell(QStringLiteral("desk.") + kind.name, figures, rows);
    }
    return {};
}

/// Resident, household and history list of one person, each with its log row.
Result<> open(AtCounter &work, const residents::Snapshot &person)
{
    auto &views = work.desk().viewRecords();
    const auto record = work.answer(views.resident(work.visit(), person.id.person));
    if (!record)
        return base::fail(record);
    const auto home = work.answer(views.household(work.visit(), person.household));
    if (!home)
        return base::fail(home);
    const auto history = work.answer(views.history(work.visit(), person.id.person));
    return history ? Result<>() : base::fail(history);
}

Result<> openAll(AtCounter &work)
{
    const auto people = work.people(searches);
    if (!people)
        return base::fail(people);
    Figures figures;
    for (const auto &person : *people) {
        Figures one;
        const auto done = one.time([&] { return open(work, person); });
        // A protected record opens for nobody without a reason: not what is measured.
        if (!done && (done.error().code == ErrorCode::ReasonMissing ||
                      done.error().code == ErrorCode::RestrictedRecord))
            continue;
        if (!done)
            return done;
        figures.add(one.percentile(1));
    }
    tell(QStringLiteral("desk.record.with-household-and-history"), figures, figures.count());
    return {};
}

Result<> appendRows(AtCounter &work)
{
    audit::Entry entry;
    entry.procedure = QStringLiteral("ViewResident");
    entry.fileName = audit::residentFile();
    entry.count = 1;
    entry.subjects = {base::SnapshotId{base::PersonId{1234567}, 3}};
    entry.details.people = {{.name = QStringLiteral("見本　花子"),
                             .address = QStringLiteral("緑町１－２－３"),
                             .bornOn = QStringLiteral("1980-02-29"),
                             .sex = QStringLiteral("2")}};
    Figures figures;
    for (int i = 0; i < searches; ++i) {
        if (const auto row = figures.time([&] { return work.office().log(entry); }); !row)
            return base::fail(row);
    }
    tell(QStringLiteral("log.append"), figures, figures.count());
    return {};
}

/// The chain alone: rows and hashes as they stand in journal.db, reading them not counted.
Result<> verifyChain(AtCounter &work)
{
    return work.office().withJournal([](journal::Journal &journal) -> Result<> {
        constexpr int page = 5000;
        evidence::Verifier verifier(journal.owner().station, journal.owner().logKey);
        verifier.witness(journal.head());
        double took = 0;
        for (quint64 next = 1; next <= journal.head().count; next += page) {
            const auto rows = journal.rows(next, page);
            if (!rows)
                return base::fail(rows);
            QElapsedTimer timer;
            timer.start();
            for (const auto &row : *rows)
                verifier.addRow(row.body, row.hash);
            took += double(timer.nsecsElapsed()) / 1e9;
        }
        if (!verifier.finish().good())
            return base::fail(ErrorCode::LogBroken);
        tell(QStringLiteral("log.verify.chain"), double(journal.head().count) / took,
             QStringLiteral("rows/s"), qint64(journal.head().count));
        return {};
    });
}

/// The rows this clerk wrote so far, written again and again until the log is long.
Result<> verify(AtCounter &work, const QString &file)
{
    constexpr quint64 wanted = 200'000;
    const auto filled = work.office().withJournal([](journal::Journal &journal) -> Result<> {
        const auto stored = journal.rows(1, 5000);
        if (!stored)
            return base::fail(stored);
        QList<evidence::Row> rows;
        for (const auto &one : *stored) {
            auto row = evidence::decode(one.body);
            if (!row)
                return base::fail(row);
            rows.append(std::move(*row));
        }
        while (journal.head().count < wanted) {
            if (const auto done = journal.append(rows); !done)
                return base::fail(done);
        }
        return {};
    });
    if (!filled)
        return filled;
    if (const auto done = verifyChain(work); !done)
        return done;
    QFile output(file);
    if (!output.open(QIODevice::WriteOnly))
        return base::fail(ErrorCode::FileUnreadable);
    const auto closed = [](QByteArrayView) -> Result<QByteArray> {
        return base::fail(ErrorCode::SealBroken);
    };
    Figures exporting;
    const auto exported = exporting.time([&] {
        return work.office().withJournal(
            [&](journal::Journal &journal) { return app::exportLog(journal, closed, output); });
    });
    if (!exported)
        return base::fail(exported);
    output.close();
    tell(QStringLiteral("log.export"), exporting, qint64(exported->rows));
    Figures verifying;
    QBuffer said;
    said.open(QIODevice::WriteOnly);
    if (verifying.time([&] { return app::runLogVerify({file}, said); }) != 0)
        return base::fail(ErrorCode::LogBroken);
    tell(QStringLiteral("log.verify.exported"),
         double(exported->rows) * 1e3 / verifying.percentile(1), QStringLiteral("rows/s"),
         qint64(exported->rows));
    return {};
}

Result<certificates::Request> applicationOf(AtCounter &work, const residents::Snapshot &person)
{
    constexpr qsizetype wanted = 4;
    const auto home = work.office().withCache([&](cache::CacheReader &reader) {
        return reader.household(person.household, base::SystemClock().today());
    });
    if (!home)
        return base::fail(home);
    certificates::Request request;
    request.household = person.household;
    for (const auto &member : home->record.members)
        request.persons.append(member.snapshot.id.person);
    request.identification.documents = {QStringLiteral("driving-licence")};
    if (request.persons.size() != wanted || home->addressHidden)
        return base::fail(ErrorCode::ResidentUnknown);
    return request;
}

Result<> issue(AtCounter &work)
{
    constexpr int asked = 3000;
    constexpr qsizetype wanted = 100;
    const auto people = work.people(asked);
    if (!people)
        return base::fail(people);
    Figures figures;
    qint64 refused = 0;
    for (const auto &person : *people) {
        if (figures.count() >= wanted)
            break;
        const auto request = applicationOf(work, person);
        if (!request)
            continue;
        Figures one;
        const auto issued = one.time([&] {
            return work.answer(work.desk().certificates().issue(work.visit(), *request, {}));
        });
        if (issued)
            figures.add(one.percentile(1));
        else
            ++refused;
    }
    if (figures.count() == 0)
        return base::fail(ErrorCode::ResidentUnknown, QStringLiteral("no household of four"));
    tell(QStringLiteral("certificate.household-of-four"), figures, figures.count());
    tell(QStringLiteral("certificate.refused"), double(refused), QStringLiteral("count"), refused);
    return {};
}

} // namespace

Result<> counter(const support::TrainingPlace &place, const CounterOrder &order)
{
    const auto work = AtCounter::open(place);
    if (!work)
        return base::fail(work);
    if (order.desk) {
        if (const auto done = find(**work); !done)
            return done;
        if (const auto done = openAll(**work); !done)
            return done;
    }
    if (order.certificates) {
        if (const auto done = issue(**work); !done)
            return done;
    }
    if (order.log) {
        if (const auto done = appendRows(**work); !done)
            return done;
        return verify(**work, place.at(QStringLiteral("log.jsonl")));
    }
    return {};
}

} // namespace bench
