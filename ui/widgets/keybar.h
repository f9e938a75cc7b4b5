#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace widgets {

class FlowLayout;

/// One key of the bar at the foot; the same key means the same on every page.
struct KeyHint
{
    int key = 0; ///< Qt::Key
    QString words;
    bool enabled = true;
    bool operator==(const KeyHint &) const = default;
};

/// Which keys do what here. Each can also be clicked; none takes the focus.
class KeyBar final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyBar(QWidget *parent = nullptr);
    void setKeys(const QList<KeyHint> &keys);

Q_SIGNALS:
    void pressed(int key);

private:
    QList<KeyHint> m_keys;
    FlowLayout *m_row;
};

} // namespace widgets
