#pragma once

#include "ui/moves/formpart.h"

class QCheckBox;

namespace moves {

class ElsewhereFields;

/// 転入前住所 as the 転出証明書 names it, and that it was handed in (R-ACQ-02; 住民基本台帳法
/// 第22条).
class OriginPanel final : public FormPart
{
    Q_OBJECT

public:
    explicit OriginPanel(QWidget *parent = nullptr);
    ~OriginPanel() override;
    Q_DISABLE_COPY_MOVE(OriginPanel)
    void fill(const residents::Move &move) override;
    void into(residents::Move &move) const override;
    [[nodiscard]] QList<QWidget *> fields() const override;
    [[nodiscard]] QWidget *fieldOf(const QString &rule) const override;
    [[nodiscard]] QWidget *firstUnreadable() const override;

private:
    QCheckBox *m_certificate;
    ElsewhereFields *m_place;
};

} // namespace moves
