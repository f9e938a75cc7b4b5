#include "card.h"

#include "token/wire.h"

// Making training cards. Nothing here touches a token that is initialised already.

using namespace token;

namespace {

// secp256r1, 1.2.840.10045.3.1.7 (SEC 2), as a DER object identifier.
unsigned char curve[] = {0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07};

} // namespace

CK_RV Card::setFirstPin(Span soPin, Span pin)
{
    CK_RV rv = m_calls->C_Login(m_session, CKU_SO, soPin.data, soPin.size);
    if (rv != CKR_OK)
        return rv;
    rv = m_calls->C_InitPIN(m_session, pin.data, pin.size);
    m_calls->C_Logout(m_session);
    if (rv != CKR_OK)
        return rv;
    return m_calls->C_Login(m_session, CKU_USER, pin.data, pin.size);
}

CK_RV Card::initToken(Reader &request, Writer &answer)
{
    const Span soPin = request.bytes();
    const Span pin = request.bytes();
    const Span label = request.take(wire::labelBytes);
    if (request.broken())
        return CKR_ARGUMENTS_BAD;
    CK_SLOT_ID ids[maxSlots];
    CK_ULONG count = 0;
    CK_RV rv = listSlots(ids, &count);
    for (CK_ULONG i = 0; rv == CKR_OK && i < count && i < maxSlots; ++i) {
        CK_TOKEN_INFO card{};
        if (m_calls->C_GetTokenInfo(ids[i], &card) != CKR_OK ||
            (card.flags & CKF_TOKEN_INITIALIZED))
            continue;
        closeSession();
        rv = m_calls->C_InitToken(ids[i], soPin.data, soPin.size, label.data);
        if (rv == CKR_OK)
            rv = m_calls->C_GetTokenInfo(ids[i], &card);
        // The slot's number may change now; the serial number does not.
        if (rv == CKR_OK)
            rv = openSession(card.serialNumber, CKF_RW_SESSION);
        if (rv == CKR_OK)
            rv = setFirstPin(soPin, pin);
        if (rv == CKR_OK)
            answer.copy(m_serial, sizeof m_serial);
        return rv;
    }
    return rv == CKR_OK ? wire::rvNothingFound : rv;
}

CK_RV Card::makeKeys(Reader &request, Writer &answer)
{
    const Span id = request.bytes();
    const auto use = static_cast<wire::KeyUse>(request.number(1));
    if (request.broken())
        return CKR_ARGUMENTS_BAD;
    if (!m_open)
        return wire::rvNothingFound;
    CK_BBOOL yes = CK_TRUE;
    CK_BBOOL no = CK_FALSE;
    CK_BBOOL signs = use == wire::KeyUse::Sign ? CK_TRUE : CK_FALSE;
    CK_BBOOL derives = use == wire::KeyUse::Derive ? CK_TRUE : CK_FALSE;
    CK_ATTRIBUTE openPart[] = {
        {CKA_TOKEN, &yes, sizeof yes},        {CKA_ID, id.data, id.size},
        {CKA_VERIFY, &signs, sizeof signs},   {CKA_DERIVE, &derives, sizeof derives},
        {CKA_ENCRYPT, &no, sizeof no},        {CKA_WRAP, &no, sizeof no},
        {CKA_EC_PARAMS, curve, sizeof curve},
    };
    CK_ATTRIBUTE secretPart[] = {
        {CKA_TOKEN, &yes, sizeof yes},          {CKA_ID, id.data, id.size},
        {CKA_PRIVATE, &yes, sizeof yes},        {CKA_SENSITIVE, &yes, sizeof yes},
        {CKA_EXTRACTABLE, &no, sizeof no},      {CKA_SIGN, &signs, sizeof signs},
        {CKA_DECRYPT, &no, sizeof no},          {CKA_UNWRAP, &no, sizeof no},
        {CKA_DERIVE, &derives, sizeof derives},
    };
    CK_MECHANISM mechanism{CKM_EC_KEY_PAIR_GEN, nullptr, 0};
    CK_OBJECT_HANDLE openKey = 0;
    CK_OBJECT_HANDLE secretKey = 0;
    CK_RV rv = m_calls->C_GenerateKeyPair(m_session, &mechanism, openPart, 7, secretPart, 9,
                                          &openKey, &secretKey);
    if (rv != CKR_OK)
        return rv;
    unsigned char point[128];
    CK_ATTRIBUTE value{CKA_EC_POINT, point, sizeof point};
    rv = m_calls->C_GetAttributeValue(m_session, openKey, &value, 1);
    if (rv != CKR_OK)
        return rv;
    if (value.ulValueLen != 2 + wire::pointBytes || point[0] != 0x04 ||
        point[1] != wire::pointBytes)
        return wire::rvTooLong;
    answer.copy(point + 2, wire::pointBytes);
    return CKR_OK;
}

CK_RV Card::storeCertificate(Reader &request)
{
    const Span id = request.bytes();
    const Span der = request.rest();
    if (request.broken())
        return CKR_ARGUMENTS_BAD;
    if (!m_open)
        return wire::rvNothingFound;
    CK_OBJECT_CLASS kind = CKO_CERTIFICATE;
    CK_CERTIFICATE_TYPE type = CKC_X_509;
    CK_BBOOL yes = CK_TRUE;
    CK_BBOOL no = CK_FALSE;
    unsigned char subject[] = {0x30, 0x00}; // required by PKCS#11, read by nobody here
    CK_ATTRIBUTE form[] = {
        {CKA_CLASS, &kind, sizeof kind},        {CKA_CERTIFICATE_TYPE, &type, sizeof type},
        {CKA_TOKEN, &yes, sizeof yes},          {CKA_PRIVATE, &no, sizeof no},
        {CKA_SUBJECT, subject, sizeof subject}, {CKA_ID, id.data, id.size},
        {CKA_VALUE, der.data, der.size},
    };
    CK_OBJECT_HANDLE stored = 0;
    return m_calls->C_CreateObject(m_session, form, 7, &stored);
}
