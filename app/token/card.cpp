#include "card.h"

#include "host.h"
#include "token/wire.h"

using namespace token;

namespace {

constexpr CK_ULONG maxCertificates = 16;

uint32_t flagsOf(CK_FLAGS flags)
{
    return static_cast<uint32_t>(flags);
}

} // namespace

CK_RV Card::load(Reader &request)
{
    const Span path = request.rest();
    char text[4096];
    if (m_calls || path.size == 0 || path.size >= sizeof text || memchr(path.data, 0, path.size))
        return wire::rvNotLoaded;
    memcpy(text, path.data, path.size);
    text[path.size] = 0;
    // By path only: a bare name would be looked for in places that others can write to.
    if (!memchr(text, '/', path.size) && !memchr(text, '\\', path.size))
        return wire::rvNotLoaded;
    void *address = host::load(text, "C_GetFunctionList");
    if (!address)
        return wire::rvNotLoaded;
    CK_C_GetFunctionList functionList = nullptr;
    memcpy(&functionList, &address, sizeof functionList);
    CK_FUNCTION_LIST *calls = nullptr;
    CK_RV rv = functionList(&calls);
    if (rv != CKR_OK)
        return rv;
    if (!calls)
        return wire::rvNotLoaded;
    CK_C_INITIALIZE_ARGS arguments{};
    arguments.flags = CKF_OS_LOCKING_OK;
    rv = calls->C_Initialize(&arguments);
    if (rv == CKR_OK || rv == CKR_CRYPTOKI_ALREADY_INITIALIZED) {
        m_calls = calls;
        rv = CKR_OK;
    }
    return rv;
}

CK_RV Card::listSlots(CK_SLOT_ID *into, CK_ULONG *count)
{
    if (!m_calls)
        return wire::rvNotLoaded;
    // Asking for the count first is what makes SoftHSM look again.
    CK_ULONG there = 0;
    CK_RV rv = m_calls->C_GetSlotList(CK_TRUE, nullptr, &there);
    if (rv != CKR_OK)
        return rv;
    *count = maxSlots;
    return m_calls->C_GetSlotList(CK_TRUE, into, count);
}

CK_RV Card::slots(Writer &answer)
{
    CK_SLOT_ID ids[maxSlots];
    CK_ULONG count = 0;
    if (const CK_RV rv = listSlots(ids, &count); rv != CKR_OK)
        return rv;
    const Span total = answer.reserve(1);
    unsigned char listed = 0;
    for (CK_ULONG i = 0; i < count && i < maxSlots; ++i) {
        CK_TOKEN_INFO card{};
        CK_SLOT_INFO reader{};
        if (m_calls->C_GetSlotInfo(ids[i], &reader) != CKR_OK)
            continue;
        if (m_calls->C_GetTokenInfo(ids[i], &card) != CKR_OK)
            continue;
        if (!(card.flags & CKF_TOKEN_INITIALIZED))
            continue; // SoftHSM always shows one empty slot more
        answer.number(flagsOf(card.flags), 4);
        answer.number(flagsOf(reader.flags), 4);
        answer.copy(card.label, wire::labelBytes);
        answer.copy(card.serialNumber, wire::serialBytes);
        ++listed;
    }
    if (total.data)
        *total.data = listed;
    return CKR_OK;
}

void Card::closeSession()
{
    if (m_open)
        m_calls->C_CloseSession(m_session);
    m_open = false;
}

CK_RV Card::openSession(const unsigned char *serial, CK_FLAGS flags)
{
    CK_SLOT_ID ids[maxSlots];
    CK_ULONG count = 0;
    if (const CK_RV rv = listSlots(ids, &count); rv != CKR_OK)
        return rv;
    closeSession();
    for (CK_ULONG i = 0; i < count && i < maxSlots; ++i) {
        CK_TOKEN_INFO card{};
        if (m_calls->C_GetTokenInfo(ids[i], &card) != CKR_OK ||
            !(card.flags & CKF_TOKEN_INITIALIZED) ||
            memcmp(card.serialNumber, serial, wire::serialBytes) != 0)
            continue;
        const CK_RV rv = m_calls->C_OpenSession(ids[i], CKF_SERIAL_SESSION | flags, nullptr,
                                                nullptr, &m_session);
        if (rv != CKR_OK)
            return rv;
        m_open = true;
        m_slot = ids[i];
        memcpy(m_serial, card.serialNumber, sizeof m_serial);
        return CKR_OK;
    }
    return wire::rvNothingFound;
}

CK_RV Card::select(Reader &request)
{
    const Span serial = request.take(wire::serialBytes);
    return request.broken() ? CKR_ARGUMENTS_BAD : openSession(serial.data, 0);
}

CK_RV Card::certificates(Writer &answer)
{
    if (!m_open)
        return wire::rvNothingFound;
    CK_OBJECT_CLASS kind = CKO_CERTIFICATE;
    CK_ATTRIBUTE wanted[] = {{CKA_CLASS, &kind, sizeof kind}};
    CK_OBJECT_HANDLE found[maxCertificates];
    CK_ULONG count = 0;
    CK_RV rv = m_calls->C_FindObjectsInit(m_session, wanted, 1);
    if (rv != CKR_OK)
        return rv;
    rv = m_calls->C_FindObjects(m_session, found, maxCertificates, &count);
    m_calls->C_FindObjectsFinal(m_session);
    if (rv != CKR_OK)
        return rv;
    const Span total = answer.reserve(1);
    unsigned char listed = 0;
    for (CK_ULONG i = 0; i < count && i < maxCertificates; ++i) {
        unsigned char id[64];
        unsigned char der[8192];
        CK_ATTRIBUTE values[] = {{CKA_ID, id, sizeof id}, {CKA_VALUE, der, sizeof der}};
        if (m_calls->C_GetAttributeValue(m_session, found[i], values, 2) != CKR_OK ||
            values[0].ulValueLen > sizeof id || values[1].ulValueLen > sizeof der)
            continue;
        for (const CK_ATTRIBUTE &value : values) {
            answer.number(static_cast<uint32_t>(value.ulValueLen), 2);
            answer.copy(value.pValue, static_cast<uint32_t>(value.ulValueLen));
        }
        ++listed;
    }
    if (total.data)
        *total.data = listed;
    return CKR_OK;
}

CK_RV Card::login(Reader &request, Writer &answer)
{
    const Span pin = request.rest();
    if (!m_open)
        return wire::rvNothingFound;
    if (pin.size > wire::maxPin)
        return CKR_PIN_LEN_RANGE;
    // Whoever is still logged in goes first: otherwise "already logged in" would let any PIN pass.
    m_calls->C_Logout(m_session);
    const CK_RV rv = m_calls->C_Login(m_session, CKU_USER, pin.size ? pin.data : nullptr, pin.size);
    CK_TOKEN_INFO card{};
    m_calls->C_GetTokenInfo(m_slot, &card);
    answer.number(flagsOf(card.flags), 4);
    return rv;
}

CK_RV Card::logout()
{
    return m_open ? m_calls->C_Logout(m_session) : wire::rvNothingFound;
}

CK_RV Card::findKey(CK_OBJECT_CLASS kind, Span id, CK_OBJECT_HANDLE *key)
{
    if (!m_open)
        return wire::rvNothingFound;
    CK_ATTRIBUTE wanted[] = {{CKA_CLASS, &kind, sizeof kind}, {CKA_ID, id.data, id.size}};
    CK_RV rv = m_calls->C_FindObjectsInit(m_session, wanted, 2);
    if (rv != CKR_OK)
        return rv;
    CK_ULONG count = 0;
    rv = m_calls->C_FindObjects(m_session, key, 1, &count);
    m_calls->C_FindObjectsFinal(m_session);
    if (rv == CKR_OK && count == 0)
        return wire::rvNothingFound;
    return rv;
}

CK_RV Card::deriveFrom(CK_OBJECT_HANDLE key, Span point, CK_OBJECT_HANDLE *secret)
{
    CK_ECDH1_DERIVE_PARAMS parameters{};
    parameters.kdf = CKD_NULL;
    parameters.ulPublicDataLen = point.size;
    parameters.pPublicData = point.data;
    CK_MECHANISM mechanism{CKM_ECDH1_DERIVE, &parameters, sizeof parameters};
    CK_OBJECT_CLASS kind = CKO_SECRET_KEY;
    CK_KEY_TYPE type = CKK_GENERIC_SECRET;
    CK_BBOOL no = CK_FALSE;
    CK_BBOOL yes = CK_TRUE;
    CK_ULONG length = wire::shareBytes;
    CK_ATTRIBUTE form[] = {
        {CKA_CLASS, &kind, sizeof kind},     {CKA_KEY_TYPE, &type, sizeof type},
        {CKA_TOKEN, &no, sizeof no},         {CKA_SENSITIVE, &no, sizeof no},
        {CKA_EXTRACTABLE, &yes, sizeof yes}, {CKA_VALUE_LEN, &length, sizeof length},
    };
    return m_calls->C_DeriveKey(m_session, &mechanism, key, form, 6, secret);
}

CK_RV Card::derive(Reader &request, Writer &answer)
{
    const Span id = request.bytes();
    const Span point = request.take(wire::pointBytes);
    if (request.broken())
        return CKR_ARGUMENTS_BAD;
    CK_OBJECT_HANDLE key = 0;
    CK_RV rv = findKey(CKO_PRIVATE_KEY, id, &key);
    if (rv != CKR_OK)
        return rv;
    CK_OBJECT_HANDLE secret = 0;
    rv = deriveFrom(key, point, &secret);
    if (rv == CKR_ARGUMENTS_BAD || rv == CKR_MECHANISM_PARAM_INVALID || rv == CKR_DATA_INVALID) {
        // Older modules want the point as a DER octet string.
        unsigned char wrapped[2 + wire::pointBytes] = {0x04, wire::pointBytes};
        memcpy(wrapped + 2, point.data, point.size);
        rv = deriveFrom(key, Span{wrapped, sizeof wrapped}, &secret);
    }
    if (rv != CKR_OK)
        return rv;
    const Span share = answer.reserve(wire::shareBytes);
    CK_ATTRIBUTE value{CKA_VALUE, share.data, share.size};
    rv = m_calls->C_GetAttributeValue(m_session, secret, &value, 1);
    m_calls->C_DestroyObject(m_session, secret);
    if (rv == CKR_OK && value.ulValueLen != wire::shareBytes)
        rv = wire::rvTooLong;
    if (rv != CKR_OK)
        answer.shrinkTo(0);
    return rv;
}

CK_RV Card::sign(Reader &request, Writer &answer)
{
    const uint32_t asked = request.number(4);
    const Span id = request.bytes();
    const Span text = request.rest();
    if (request.broken())
        return CKR_ARGUMENTS_BAD;
    if (asked != wire::mechanismEcdsa && asked != wire::mechanismRsaPkcs &&
        asked != wire::mechanismRsaRaw)
        return CKR_MECHANISM_INVALID;
    CK_OBJECT_HANDLE key = 0;
    CK_RV rv = findKey(CKO_PRIVATE_KEY, id, &key);
    if (rv != CKR_OK)
        return rv;
    CK_MECHANISM mechanism{asked, nullptr, 0};
    rv = m_calls->C_SignInit(m_session, &mechanism, key);
    if (rv != CKR_OK)
        return rv;
    const Span signature = answer.reserve(1024);
    CK_ULONG length = signature.size;
    rv = m_calls->C_Sign(m_session, text.data, text.size, signature.data, &length);
    answer.shrinkTo(rv == CKR_OK ? static_cast<uint32_t>(length) : 0);
    return rv;
}

CK_RV Card::poll(Writer &answer)
{
    if (!m_open)
        return wire::rvNothingFound;
    CK_SLOT_INFO reader{};
    CK_RV rv = m_calls->C_GetSlotInfo(m_slot, &reader);
    if (rv == CKR_OK && !(reader.flags & CKF_TOKEN_PRESENT))
        rv = CKR_TOKEN_NOT_PRESENT;
    CK_TOKEN_INFO card{};
    if (rv == CKR_OK)
        rv = m_calls->C_GetTokenInfo(m_slot, &card);
    if (rv == CKR_OK && memcmp(card.serialNumber, m_serial, sizeof m_serial) != 0)
        rv = CKR_TOKEN_NOT_PRESENT; // somebody else's card by now
    // Pulled and put back between two polls: the session tells.
    CK_SESSION_INFO session{};
    if (rv == CKR_OK)
        rv = m_calls->C_GetSessionInfo(m_session, &session);
    if (rv == CKR_OK)
        answer.number(flagsOf(card.flags), 4);
    return rv;
}

Card::~Card()
{
    if (!m_calls)
        return;
    if (m_open)
        m_calls->C_Logout(m_session);
    closeSession();
    m_calls->C_Finalize(nullptr);
    m_calls = nullptr;
}
