#pragma once

#include "storage/session.h"

#include <QStringList>

namespace storage {

struct Schema
{
    QString root; ///< folder of the statement folders
    QString kind;
    bool readOnly = false; ///< only checks
};

/// The migrations of a kind: file names NNNN_name.sql in order. Numbers count from 1 without gaps.
[[nodiscard]] QStringList migrationsOf(const QString &root, const QString &kind);

/// Brings the open file to the newest schema. Each migration commits together with its number, so
/// an interrupted run goes on where it stopped. Another kind's file counts as damaged.
[[nodiscard]] Result<> migrate(Session &session, const Schema &schema);

} // namespace storage
