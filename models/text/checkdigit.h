#pragma once

#include <QString>
#include <QStringView>

namespace text {

enum class NumberKind {
    Individual,   ///< 個人番号, 12 digits
    Corporate,    ///< 法人番号, 13 digits
    ResidentCode, ///< 住民票コード, 11 digits
    Municipality, ///< 全国地方公共団体コード, 6 digits
    Person,       ///< 宛名番号, 2 to 15 digits
    Household,    ///< 世帯番号, 2 to 15 digits
};

enum class CheckOutcome {
    Right,
    Doubtful, ///< the digit does not fit, but the rule is not certain or older numbers have none: a
              ///< warning
    Wrong,    ///< the digit does not fit
    AllZero,  ///< a 個人番号 of zeros only fits by arithmetic and belongs to nobody
    Malformed, ///< not the right count of digits
};

struct CheckAnswer
{
    CheckOutcome outcome = CheckOutcome::Malformed;
    QString rule; ///< article or document the rule stands in
    /// An entry form may go on with it.
    [[nodiscard]] bool acceptable() const
    {
        return outcome == CheckOutcome::Right || outcome == CheckOutcome::Doubtful;
    }
};

/// Digits only (see cleanDigits). Each rule cites its source (municipal-facts.md 1.1 to 1.5).
[[nodiscard]] CheckAnswer checkNumber(NumberKind kind, QStringView digits);
/// The check digit for a body (the number without it), -1 when the body has not the right length.
[[nodiscard]] int checkDigitOf(NumberKind kind, QStringView body);

/// In a training register no number may be somebody's: only the published specimens may have a
/// right check digit, everything else must have a wrong one (municipal-facts.md 1.1).
[[nodiscard]] bool individualNumberAllowedInTraining(QStringView digits);

} // namespace text
