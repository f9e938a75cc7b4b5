#pragma once

#include "storage/cipherhandle.h"

#include <QMetaType>
#include <QSqlError>
#include <QSqlResult>
#include <QVariant>

#include <memory>

struct sqlite3_stmt;

namespace storage {

[[nodiscard]] QSqlError sqlError(const Failure &failure, const QString &doing,
                                 QSqlError::ErrorType type);
/// The Qt type of a column by its declared type; text when it says nothing.
[[nodiscard]] QMetaType declaredType(const QByteArray &declaration);

/// What a QSqlQuery works on. Rows read are kept for scrolling back (not when forward-only) and
/// are wiped when the result is finished, run again or gone.
class CipherResult final : public QSqlResult
{
public:
    CipherResult(const QSqlDriver *driver, std::shared_ptr<CipherHandle> handle);
    ~CipherResult() override;

protected:
    [[nodiscard]] QVariant handle() const override;
    bool reset(const QString &sql) override;
    bool prepare(const QString &sql) override;
    bool exec() override;
    bool fetch(int row) override;
    bool fetchNext() override;
    bool fetchFirst() override;
    bool fetchLast() override;
    [[nodiscard]] QVariant data(int column) override;
    [[nodiscard]] bool isNull(int column) override;
    [[nodiscard]] int size() override;
    [[nodiscard]] int numRowsAffected() override;
    [[nodiscard]] QVariant lastInsertId() const override;
    [[nodiscard]] QSqlRecord record() const override;
    void detachFromResultSet() override;

private:
    bool failed(int code, const char *doing);
    void drop();
    void wipeRows();
    [[nodiscard]] int bindOne(int position, const QVariant &value);
    [[nodiscard]] QVariant column(int at) const;
    [[nodiscard]] bool takeRow();
    [[nodiscard]] const QVariantList *current() const;

    std::shared_ptr<CipherHandle> m_handle;
    sqlite3_stmt *m_statement = nullptr;
    QList<QVariantList> m_rows;
    qint64 m_changes = 0;
    bool m_standsOnRow = false;
    bool m_done = true;
};

} // namespace storage
