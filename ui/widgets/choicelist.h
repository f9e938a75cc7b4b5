#pragma once

#include <QListWidget>

namespace widgets {

/// A short list to pick one of, by its number key (1 to 9, 0 for the tenth), arrows or mouse. All
/// choices are in sight; nothing is picked at first.
class ChoiceList final : public QListWidget
{
    Q_OBJECT

public:
    explicit ChoiceList(QWidget *parent = nullptr);
    void setChoices(const QStringList &choices);
    /// -1 when none is picked.
    [[nodiscard]] int choice() const { return currentRow(); }
    void pick(int index);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// Picked by number key or click: the form may go on.
    void picked(int index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applySizes();
};

} // namespace widgets
