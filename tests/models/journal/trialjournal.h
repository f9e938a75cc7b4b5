#pragma once

#include "evidence/verifier.h"
#include "journal/journal.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// A journal in a folder of its own, and what an auditor would do with it.
class TrialJournal
{
public:
    const base::Secret key = base::crypto::randomSecret(32);
    const base::crypto::KeyPair logKey = base::crypto::signingKeyPairFrom(base::Secret(32, 7));

    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("journal.db")); }
    [[nodiscard]] QString filePath(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] journal::JournalOpening opening() const
    {
        return {.path = path(),
                .key = &key,
                .station = QStringLiteral("本庁1"),
                .logKey = logKey,
                .mode = storage::Opening::Mode::Create};
    }
    [[nodiscard]] std::unique_ptr<journal::Journal> open() const
    {
        auto opened = journal::Journal::open(opening());
        return opened ? std::move(*opened) : nullptr;
    }
    [[nodiscard]] std::unique_ptr<storage::Database> database() const
    {
        auto opened = storage::Database::open(
            {.path = path(), .key = &key, .kind = QStringLiteral("journal")});
        return opened ? std::move(*opened) : nullptr;
    }

private:
    QTemporaryDir m_folder;
};

inline evidence::Row aRow(const QString &procedure = QStringLiteral("ViewResident"))
{
    return {.atMs = 1'763'690'400'000,
            .user = QStringLiteral("clerk1"),
            .procedure = procedure,
            .subjects = {base::SnapshotId{base::PersonId{123}, 1}}};
}

/// Reads the whole log and checks it against its checkpoints and its own head.
inline evidence::Verdict verdictOf(journal::Journal &journal)
{
    const auto owner = journal.owner();
    evidence::Verifier verifier(owner.station, owner.logKey);
    verifier.witness(journal.head());
    const auto checkpoints = journal.checkpoints(0, 100'000);
    if (!checkpoints)
        return {.problem = checkpoints.error()};
    for (const auto &one : *checkpoints)
        verifier.addCheckpoint(one.signedBytes, one.signature);
    const auto rows = journal.rows(1, 1'000'000);
    if (!rows)
        return {.problem = rows.error()};
    for (const journal::StoredRow &row : *rows)
        verifier.addRow(row.body, row.hash);
    return verifier.finish();
}
