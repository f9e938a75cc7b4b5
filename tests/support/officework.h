#pragma once

#include "support/trainingplace.h"

#include "app/office.h"
#include "evidence/row.h"
#include "evidence/verifier.h"

namespace support {

inline desk::VisitId openVisit(desk::Desk &desk)
{
    const auto visit = waited(desk.visits().open(
        {.number = QStringLiteral("12"), .purpose = QStringLiteral("certificate")}));
    if (!visit)
        qFatal("no visit: code %d", int(visit.error().code));
    return visit->id;
}

/// Finds many: everybody whose kana begins so, of any age.
inline desk::SearchConditions anybody(const QString &kana)
{
    desk::SearchConditions conditions;
    conditions.name = kana;
    conditions.birth = desk::BirthRange{QDate(1905, 1, 1), QDate(2026, 12, 31)};
    return conditions;
}
inline base::Result<desk::FoundPeople> find(desk::Desk &desk, desk::VisitId visit,
                                            const QString &kana = QStringLiteral("サ"))
{
    auto found = waited(desk.findPeople().find(visit, anybody(kana)));
    if (!found)
        qInfo("code %d %s", int(found.error().code), qPrintable(found.error().detail));
    return found;
}

/// Rows of the log from a number on.
inline QList<evidence::Row> logRows(desk::Desk &desk, quint64 from = 1)
{
    return app::Office::of(desk).withJournal([from](journal::Journal &journal) {
        QList<evidence::Row> all;
        const auto rows = journal.rows(from, 1'000'000);
        if (!rows)
            qFatal("the log cannot be read");
        for (const journal::StoredRow &row : *rows) {
            const auto decoded = evidence::decode(row.body);
            if (!decoded)
                qFatal("a row cannot be read");
            all.append(*decoded);
        }
        return all;
    });
}
inline qsizetype rowsOf(const QList<evidence::Row> &rows, const QString &procedure)
{
    return std::count_if(rows.begin(), rows.end(), [&procedure](const evidence::Row &row) {
        return row.procedure == procedure;
    });
}

/// The whole chain against its checkpoints and head; empty when it holds.
inline QString chainProblem(desk::Desk &desk)
{
    return app::Office::of(desk).withJournal([](journal::Journal &journal) {
        const auto owner = journal.owner();
        evidence::Verifier verifier(owner.station, owner.logKey);
        verifier.witness(journal.head());
        const auto checkpoints = journal.checkpoints(0, 100'000);
        const auto rows = journal.rows(1, 1'000'000);
        if (!checkpoints || !rows)
            return QStringLiteral("the log cannot be read");
        for (const auto &one : *checkpoints)
            verifier.addCheckpoint(one.signedBytes, one.signature);
        for (const journal::StoredRow &row : *rows)
            verifier.addRow(row.body, row.hash);
        const auto verdict = verifier.finish();
        return verdict.good() ? QString() : verdict.problem->detail;
    });
}

} // namespace support
