#pragma once

#include "ui/widgets/theme.h"

#include <QFrame>
#include <QList>

class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

// Small parts that pages are put together from.
namespace widgets {

/// Names show their registered glyphs (registeredtext.h), whatever the role.
[[nodiscard]] QLabel *label(const QString &text, TextRole role = TextRole::Body,
                            QWidget *parent = nullptr);
[[nodiscard]] QPushButton *button(const QString &text, ButtonRole role = ButtonRole::Ordinary,
                                  QWidget *parent = nullptr);
/// For the destructor of a widget: its parts, which lose the focus while they go, tell it nothing
/// any more.
void deafen(QObject *whole);
/// A thin line across.
[[nodiscard]] QFrame *line(QWidget *parent = nullptr);

/// White panel with an optional heading; put the content into body().
class Card final : public QFrame
{
    Q_OBJECT

public:
    explicit Card(const QString &heading = {}, QWidget *parent = nullptr);
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

private:
    QVBoxLayout *m_body;
};

/// Labels to the left (right-aligned), inputs beside them, in columns; the label is the input's
/// accessible name. A problem of the input stands below it in words.
class FormGrid final : public QWidget
{
    Q_OBJECT

public:
    explicit FormGrid(int columns = 1, QWidget *parent = nullptr);
    /// The next free place, left to right, top to bottom; `span` columns wide.
    void add(const QString &name, QWidget *input, int span = 1);
    /// A read-only value. Empty text shows as a dash.
    QLabel *addValue(const QString &name, const QString &value, int span = 1,
                     TextRole role = TextRole::Body);
    void setProblem(QWidget *input, const QString &words);
    void clearValues(); ///< removes everything added

private:
    int m_columns;
    int m_next = 0;
    QGridLayout *m_grid;
    QList<std::pair<QWidget *, QLabel *>> m_problems;
};

/// What a page shows when there is nothing to show, and what one can do about it.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);
    void setWords(const QString &iconName, const QString &title, const QString &text);
    void setOffers(const QStringList &offers);

Q_SIGNALS:
    void offerTaken(int index);

private:
    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QVBoxLayout *m_offers;
};

/// Something that takes time: words and a bar (percent -1 = unknown).
class ProgressPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressPanel(QWidget *parent = nullptr);
    void setWords(const QString &title, const QString &text);
    void setPercent(int percent);

private:
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_number;
    QProgressBar *m_bar;
};

} // namespace widgets
