#pragma once

#include "frame.h"

#include <p11-kit/pkcs11.h>

/// The one module and the one token that madoguchi-token works with. Every function answers with
/// the CK_RV of the call that decided, or one of token::wire's own.
class Card final
{
public:
    Card() = default;
    /// Logs out and lets go of the module.
    ~Card();
    Card(const Card &) = delete;
    Card &operator=(const Card &) = delete;

    CK_RV load(Reader &request);
    CK_RV slots(Writer &answer);
    CK_RV select(Reader &request);
    CK_RV certificates(Writer &answer);
    CK_RV login(Reader &request, Writer &answer);
    CK_RV logout();
    CK_RV derive(Reader &request, Writer &answer);
    CK_RV sign(Reader &request, Writer &answer);
    CK_RV poll(Writer &answer);

    CK_RV initToken(Reader &request, Writer &answer);
    CK_RV makeKeys(Reader &request, Writer &answer);
    CK_RV storeCertificate(Reader &request);

private:
    static constexpr CK_ULONG maxSlots = 32;

    CK_RV listSlots(CK_SLOT_ID *into, CK_ULONG *count);
    CK_RV openSession(const unsigned char *serial, CK_FLAGS flags);
    void closeSession();
    CK_RV findKey(CK_OBJECT_CLASS kind, Span id, CK_OBJECT_HANDLE *key);
    CK_RV deriveFrom(CK_OBJECT_HANDLE key, Span point, CK_OBJECT_HANDLE *secret);
    CK_RV setFirstPin(Span soPin, Span pin);

    CK_FUNCTION_LIST *m_calls = nullptr;
    CK_SLOT_ID m_slot = 0;
    CK_SESSION_HANDLE m_session = 0;
    bool m_open = false;
    unsigned char m_serial[16] = {};
};
