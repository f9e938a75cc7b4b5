#pragma once

#include "calendar/dateinput.h"

#include <QWidget>

class QLabel;

namespace widgets {

class TextField;

struct DayRange
{
    QDate from;
    QDate to;
    bool operator==(const DayRange &) const = default;
};

/// A date typed in any usual way (R6.12.25, S43/2/3, 5061225, 20241225). What was understood stands
/// beside it in full 和暦 with the weekday, or why it could not be.
class EraDateField final : public QWidget
{
    Q_OBJECT

public:
    explicit EraDateField(const calendar::DateRules &rules, QWidget *parent = nullptr);
    /// For search: a year or a month gives a range.
    explicit EraDateField(QWidget *parent = nullptr);

    [[nodiscard]] const calendar::DateReading &reading() const { return m_reading; }
    /// First and last day meant; nothing when empty or not understood.
    [[nodiscard]] std::optional<DayRange> range() const;
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QString echo() const;
    [[nodiscard]] TextField *input() const { return m_input; }
    void clear();
    void setText(const QString &typed);
    /// Of a foreign resident: 西暦 beside it (municipal-facts.md 3.1).
    void setWestern(bool western);
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void read();
    [[nodiscard]] QString dayWords(QDate day, bool alone) const;

    calendar::DateRules m_rules;
    calendar::DateReading m_reading;
    bool m_western = false;
    TextField *m_input;
    QLabel *m_echo;
};

} // namespace widgets
