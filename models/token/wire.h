#pragma once

#include <stdint.h>

// What is said between the workstation and madoguchi-token. Needs nothing but the C library.
//
// A frame is a length (4 bytes) and that many bytes. Numbers are little-endian.
//   request  = length, operation (1), payload
//   answer   = length, operation (1), CK_RV (4), payload
// One request, one answer, in order. What breaks these rules ends madoguchi-token.
namespace token::wire {

constexpr uint32_t maxFrame = 64 * 1024;
constexpr uint32_t maxPin = 255;
constexpr uint32_t serialBytes = 16; ///< CK_TOKEN_INFO::serialNumber, padded with spaces
constexpr uint32_t labelBytes = 32;  ///< CK_TOKEN_INFO::label, padded with spaces
constexpr uint32_t pointBytes = 65;  ///< P-256, uncompressed
constexpr uint32_t shareBytes = 32;

// "Bytes" in a payload: length (2), content. The last field of a payload has no length.
enum class Operation : uint8_t {
    Load = 1,   ///< path of the PKCS#11 module
    Slots = 2,  ///< -> count (1), each: token flags (4), slot flags (4), label (32), serial (16)
    Select = 3, ///< serial (16): opens a session with that token
    Certificates = 4, ///< -> count (1), each: CKA_ID (bytes), DER (bytes)
    Login = 5, ///< PIN; empty = on the reader's own pad. -> token flags (4), whatever the CK_RV
    Logout = 6,
    Derive = 7, ///< CKA_ID (bytes), point -> share (32)
    Sign = 8,   ///< mechanism (4), CKA_ID (bytes), what to sign -> signature
    Poll = 9,   ///< is the selected token still there? -> token flags (4)

    // Training cards only. They touch no token that is initialised already.
    InitToken = 32, ///< SO PIN (bytes), PIN (bytes), label (32) -> serial (16); logged in after
    MakeKeys = 33,  ///< CKA_ID (bytes), use (1): a P-256 pair -> public point (65)
    StoreCertificate = 34, ///< CKA_ID (bytes), DER
};

enum class KeyUse : uint8_t { Sign = 1, Derive = 2 };

// CK_RV values of our own, from the range that PKCS#11 leaves to vendors.
constexpr uint32_t rvNotLoaded = 0xffff0001;    ///< the module cannot be loaded, or none is
constexpr uint32_t rvNothingFound = 0xffff0002; ///< no such token, key or certificate
constexpr uint32_t rvTooLong = 0xffff0003;      ///< the module's answer does not fit

// The CK_RV values of PKCS#11 2.40 that the workstation tells apart.
constexpr uint32_t rvOk = 0;
constexpr uint32_t rvGeneralError = 0x05;
constexpr uint32_t rvDeviceRemoved = 0x32;
constexpr uint32_t rvPinIncorrect = 0xa0;
constexpr uint32_t rvPinInvalid = 0xa1;
constexpr uint32_t rvPinLength = 0xa2;
constexpr uint32_t rvPinLocked = 0xa4;
constexpr uint32_t rvSessionInvalid = 0xb3;
constexpr uint32_t rvTokenNotPresent = 0xe0;
constexpr uint32_t rvUserNotLoggedIn = 0x101;

constexpr uint32_t mechanismRsaPkcs = 0x01;
constexpr uint32_t mechanismRsaRaw = 0x03;
constexpr uint32_t mechanismEcdsa = 0x1041;

constexpr uint32_t flagPinPad = 0x100;
constexpr uint32_t flagInitialised = 0x400;
constexpr uint32_t flagPinLow = 0x10000;
constexpr uint32_t flagPinLastTry = 0x20000;
constexpr uint32_t flagPinLocked = 0x40000;
constexpr uint32_t slotFlagRemovable = 0x2;

} // namespace token::wire
