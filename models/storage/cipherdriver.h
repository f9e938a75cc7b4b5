#pragma once

#include "storage/cipherhandle.h"

#include <QSqlDriver>

#include <functional>
#include <memory>

namespace storage {

/// "QSQLCIPHER": SQLCipher under Qt's public SQL API. It is never loaded as a plug-in, so it cannot
/// fall back to a plain SQLite. Connect options for open(): MAKE_FILE, READONLY, CACHE_MIB=n.
class CipherDriver final : public QSqlDriver
{
public:
    /// Gives the 32 bytes of the key when a file is opened by QSqlDatabase.
    using KeyProvider = std::function<base::Secret()>;

    explicit CipherDriver(KeyProvider keyProvider = {});
    ~CipherDriver() override;

    /// What open() does, with the key at hand; the failure says why in SQLite's codes.
    [[nodiscard]] Failure openFile(const QString &path, const base::Secret &key,
                                   const CipherOptions &options);
    [[nodiscard]] CipherHandle &cipher() { return *m_handle; }

    [[nodiscard]] bool hasFeature(DriverFeature feature) const override;
    bool open(const QString &path, const QString &user, const QString &password,
              const QString &host, int port, const QString &options) override;
    void close() override;
    [[nodiscard]] QSqlResult *createResult() const override;
    bool beginTransaction() override;
    bool commitTransaction() override;
    bool rollbackTransaction() override;
    [[nodiscard]] QStringList tables(QSql::TableType type) const override;
    [[nodiscard]] QSqlRecord record(const QString &table) const override;
    [[nodiscard]] QSqlIndex primaryIndex(const QString &table) const override;
    [[nodiscard]] QVariant handle() const override;
    [[nodiscard]] QString escapeIdentifier(const QString &name, IdentifierType type) const override;
    bool cancelQuery() override;

private:
    [[nodiscard]] bool run(const QString &sql);

    std::shared_ptr<CipherHandle> m_handle; // shared with the results, which may live longer
    KeyProvider m_keyProvider;
};

} // namespace storage
