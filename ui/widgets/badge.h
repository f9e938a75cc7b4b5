#pragma once

#include <QList>
#include <QWidget>

namespace widgets {

/// Marks of lists and headers: a letter, a shape and a colour each, so that none of the three alone
/// carries the meaning (municipal-facts.md 11.6).
enum class BadgeKind {
    Protected,      ///< 支援措置: red octagon 支
    Restricted,     ///< 抑止: red shield 抑
    MoveOutPlanned, ///< 転出予定: yellow, arrow shape 転
    Removed,        ///< 除票: grey, cut corner 除
    Foreign,        ///< 外国人住民: blue round 外
    Provisional,    ///< 仮登録: orange, dashed frame 仮
    Draft,          ///< 下書き: white, dotted frame 下
    Filed,          ///< 送信待ち: blue arrow upwards 送
    Registered,     ///< 本登録: green round 済
    Conflict,       ///< 競合: dark red diamond 競
    Refused,        ///< 受付不可: dark red octagon 否
    SentBack,       ///< 差戻し: orange arrow to the left 戻
    Withdrawn,      ///< 取下げ, 破棄: grey, cut corner 取
};

[[nodiscard]] QString badgeLetter(BadgeKind kind);
[[nodiscard]] QString badgeWords(BadgeKind kind);
/// Draws the badge into the square `place`.
void paintBadge(QPainter &painter, const QRectF &place, BadgeKind kind);

/// Badges in a row; with words beside them when `withWords`.
class BadgeRow final : public QWidget
{
    Q_OBJECT

public:
    enum class Form { Letters, Words };
    explicit BadgeRow(Form form, QWidget *parent = nullptr);
    void setBadges(const QList<BadgeKind> &badges);
    [[nodiscard]] const QList<BadgeKind> &badges() const { return m_badges; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Form m_form;
    QList<BadgeKind> m_badges;
};

} // namespace widgets

Q_DECLARE_METATYPE(QList<widgets::BadgeKind>)
