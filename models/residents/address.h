#pragma once

#include <QString>

namespace residents {

/// An address as registered (items 10, 12, 13 of juki.md 3.1).
struct Address
{
    QString code;         ///< 住所コード, 11 digits; empty outside the municipality
    QString postalCode;   ///< "1234567"
    QString municipality; ///< "○○県○○市"
    QString town;         ///< 大字・丁目: "本町三丁目"
    QString lot;          ///< 番地・号: "１２番地の３"
    QString building;     ///< 方書: "メゾン緑　２０１号室"
    bool operator==(const Address &) const = default;

    [[nodiscard]] bool isEmpty() const
    {
        return municipality.isEmpty() && town.isEmpty() && lot.isEmpty();
    }
    /// Without 方書: "○○県○○市本町三丁目１２番地の３".
    [[nodiscard]] QString street() const { return municipality + town + lot; }
};

} // namespace residents
