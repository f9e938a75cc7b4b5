#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace token {

/// Where the card's program is and how long it may take.
struct TokenSettings
{
    QString program;         ///< madoguchi-token, with its path
    QString module;          ///< the PKCS#11 module, with its path
    QStringList environment; ///< NAME=VALUE for the child, beside the little it always gets
    QByteArray signKey = QByteArrayLiteral("\x01");   ///< CKA_ID (ykcs11: 01 = 9A)
    QByteArray deriveKey = QByteArrayLiteral("\x02"); ///< CKA_ID (ykcs11: 03 = 9D)
    int answerMs = 5000;
    int pinPadMs = 60000; ///< somebody walks to the reader and types
    int pollMs = 400;     ///< a pulled card locks within 1 s (policy: token poll)
    int restartMs = 1000; ///< pause before a failed module is started again
};

/// The first of the places where SoftHSM2's module lies on this system; empty when there is none.
[[nodiscard]] QString softHsmModule();

} // namespace token
