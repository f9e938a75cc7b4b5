#pragma once

#include "ui/pension/pensionitems.h"

#include <QWidget>

namespace pensionui {

/// One row of the file: a heading, and its items side by side as the boxes of a form, the name of
/// each above its value. Long texts stand below in the full width.
class ItemBlock final : public QWidget
{
    Q_OBJECT

public:
    explicit ItemBlock(const Block &block, QWidget *parent = nullptr);
};

} // namespace pensionui
