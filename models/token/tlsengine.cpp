// ENGINE is deprecated in OpenSSL 3 and libpq has no other way to a key outside a file. Everything
// of it is in this file; an OpenSSL provider takes its place when libpq can use one.
#define OPENSSL_SUPPRESS_DEPRECATED
#include "token/tlsengine.h"

#include "base/errorname.h"

#include <QHash>
#include <QMutex>

#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/engine.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <set>

namespace token {

using base::ErrorCode;
using base::Result;

namespace {

constexpr auto engineId = "madoguchi";
constexpr int digestBytes = 32;
constexpr qsizetype halfBytes = 32; // r and s on P-256

template <auto function>
struct Freeing
{
    template <typename T>
    void operator()(T *object) const
    {
        function(object);
    }
};
using KeyOwner = std::unique_ptr<EVP_PKEY, Freeing<EVP_PKEY_free>>;
using EcOwner = std::unique_ptr<EC_KEY, Freeing<EC_KEY_free>>;
using CertificateOwner = std::unique_ptr<X509, Freeing<X509_free>>;
using BufferOwner = std::unique_ptr<BIO, Freeing<BIO_free>>;
using NumberOwner = std::unique_ptr<BIGNUM, Freeing<BN_free>>;
using SignatureOwner = std::unique_ptr<ECDSA_SIG, Freeing<ECDSA_SIG_free>>;

struct Card
{
    Token *token = nullptr;
    QByteArray certificate; ///< DER
    ErrorCode failure = ErrorCode::Count;
};

/// OpenSSL keeps engines and key methods for the whole process and calls functions without an
/// object: so the cards that may sign are kept for the whole process too. libpq never gives back
/// the key it was handed (fe-secure-openssl.c frees what it read from a file only): therefore there
/// is one for a card, handed out again and again, instead of one more with every connection.
struct Cards
{
    QMutex mutex; ///< held while a card signs, so that none is taken away meanwhile
    QHash<int, Card> byId;
    QHash<std::pair<int, QByteArray>, EVP_PKEY *> keys; ///< by id and certificate
    std::set<int> ids; ///< those of keys, where keys can point at them
};

Cards &cards()
{
    static auto *const all = new Cards; // threads that sign may outlast the program's end
    return *all;
}

ECDSA_SIG *complain(ErrorCode why)
{
    ERR_raise_data(ERR_LIB_USER, 1, "card: %s", qPrintable(base::errorName(why)));
    return nullptr;
}

CertificateOwner certificateOf(const QByteArray &der)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    return CertificateOwner(d2i_X509(nullptr, &bytes, long(der.size())));
}

/// A copy of the certificate's key, or null when it is not on P-256.
EcOwner ecKeyOf(const QByteArray &der)
{
    const CertificateOwner certificate = certificateOf(der);
    if (!certificate)
        return nullptr;
    const KeyOwner key(X509_get_pubkey(certificate.get()));
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_EC)
        return nullptr;
    EcOwner ec(EVP_PKEY_get1_EC_KEY(key.get()));
    if (!ec || EC_GROUP_get_curve_name(EC_KEY_get0_group(ec.get())) != NID_X9_62_prime256v1)
        return nullptr;
    return ec;
}

int idPlace()
{
    static const int place = EC_KEY_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return place;
}

ECDSA_SIG *signOnCard(const unsigned char *digest, int size, const BIGNUM *, const BIGNUM *,
                      EC_KEY *key)
{
    const auto *id = static_cast<const int *>(EC_KEY_get_ex_data(key, idPlace()));
    if (!id)
        return complain(ErrorCode::TokenAbsent);
    QMutexLocker lock(&cards().mutex);
    const auto card = cards().byId.find(*id);
    if (card == cards().byId.end())
        return complain(ErrorCode::TokenAbsent);
    // FIPS 186-4 6.4: of a longer digest the leftmost bits are signed.
    QByteArray asked(reinterpret_cast<const char *>(digest), qMin(size, digestBytes));
    if (asked.size() != digestBytes) {
        card->failure = ErrorCode::TokenUnfit;
        return complain(card->failure);
    }
    const auto made = card->token->sign(asked);
    card->failure = made ? ErrorCode::Count : made.error().code;
    if (made && made->size() != 2 * halfBytes)
        card->failure = ErrorCode::TokenUnfit;
    if (card->failure != ErrorCode::Count)
        return complain(card->failure);
    const auto *bytes = reinterpret_cast<const unsigned char *>(made->constData());
    NumberOwner r(BN_bin2bn(bytes, int(halfBytes), nullptr));
    NumberOwner s(BN_bin2bn(bytes + halfBytes, int(halfBytes), nullptr));
    SignatureOwner signature(ECDSA_SIG_new());
    if (!r || !s || !signature || ECDSA_SIG_set0(signature.get(), r.get(), s.get()) != 1)
        return complain(ErrorCode::Unexpected);
    (void)r.release();
    (void)s.release();
    return signature.release();
}

/// OpenSSL's own, with signing replaced.
const EC_KEY_METHOD *cardMethod()
{
    static const EC_KEY_METHOD *const method = [] {
        EC_KEY_METHOD *made = EC_KEY_METHOD_new(EC_KEY_OpenSSL());
        int (*signDer)(int, const unsigned char *, int, unsigned char *, unsigned int *,
                       const BIGNUM *, const BIGNUM *, EC_KEY *) = nullptr;
        EC_KEY_METHOD_get_sign(EC_KEY_OpenSSL(), &signDer, nullptr, nullptr);
        EC_KEY_METHOD_set_sign(made, signDer, nullptr, signOnCard);
        return made;
    }();
    return method;
}

/// A key without its secret part, that signs on the card of this id. Under the lock of the cards.
KeyOwner makeKey(int id, const QByteArray &der)
{
    EcOwner ec = ecKeyOf(der);
    const int &kept = *cards().ids.insert(id).first;
    if (!ec || EC_KEY_set_method(ec.get(), cardMethod()) != 1 ||
        EC_KEY_set_ex_data(ec.get(), idPlace(), const_cast<int *>(&kept)) != 1)
        return nullptr;
    KeyOwner key(EVP_PKEY_new());
    if (!key || EVP_PKEY_assign_EC_KEY(key.get(), ec.get()) != 1)
        return nullptr;
    (void)ec.release();
    return key;
}

EVP_PKEY *loadKey(ENGINE *, const char *name, UI_METHOD *, void *)
{
    bool isNumber = false;
    const int id = QByteArray(name).toInt(&isNumber, 16);
    const QMutexLocker lock(&cards().mutex);
    const auto card = cards().byId.constFind(id);
    if (!isNumber || card == cards().byId.constEnd()) {
        (void)complain(ErrorCode::TokenAbsent);
        return nullptr;
    }
    EVP_PKEY *&kept = cards().keys[{id, card->certificate}];
    if (kept == nullptr)
        kept = makeKey(id, card->certificate).release();
    if (kept == nullptr || EVP_PKEY_up_ref(kept) != 1) {
        (void)complain(ErrorCode::TokenUnfit);
        return nullptr;
    }
    return kept;
}

bool addEngine()
{
    ENGINE *engine = ENGINE_new();
    const bool added = engine != nullptr && ENGINE_set_id(engine, engineId) == 1 &&
                       ENGINE_set_name(engine, "the clerk's card") == 1 &&
                       ENGINE_set_load_privkey_function(engine, loadKey) == 1 &&
                       ENGINE_add(engine) == 1;
    ENGINE_free(engine); // the list of engines holds it
    return added;
}

} // namespace

TlsEngine::TlsEngine(int id)
    : m_id(id)
{
}

TlsEngine::~TlsEngine()
{
    const QMutexLocker lock(&cards().mutex);
    cards().byId.remove(m_id);
}

Result<std::unique_ptr<TlsEngine>> TlsEngine::open(Token &token, const QString &id)
{
    static const bool added = addEngine();
    if (!added)
        return base::fail(ErrorCode::Unexpected, QStringLiteral("no engine"));
    const TokenView card = token.view();
    if (card.presence != Presence::Present)
        return base::fail(card.problem);
    if (!ecKeyOf(card.signCertificate))
        return base::fail(ErrorCode::TokenUnfit, QStringLiteral("no key on P-256"));
    bool isNumber = false;
    const int number = id.toInt(&isNumber, 16);
    {
        const QMutexLocker lock(&cards().mutex);
        if (!isNumber || number <= 0 || cards().byId.contains(number))
            return base::fail(ErrorCode::TokenUnfit, QStringLiteral("the id is taken"));
        cards().byId.insert(number, {.token = &token, .certificate = card.signCertificate});
    }
    auto engine = std::unique_ptr<TlsEngine>(new TlsEngine(number));
    if (const auto written = engine->writeCertificate(card.signCertificate); !written)
        return base::fail(written);
    return engine;
}

Result<> TlsEngine::writeCertificate(const QByteArray &der)
{
    const CertificateOwner certificate = certificateOf(der);
    const BufferOwner buffer(BIO_new(BIO_s_mem()));
    char *start = nullptr;
    if (!certificate || !buffer || PEM_write_bio_X509(buffer.get(), certificate.get()) != 1)
        return base::fail(ErrorCode::TokenUnfit, QStringLiteral("the certificate"));
    const auto size = BIO_get_mem_data(buffer.get(), &start);
    const QByteArray text(start, size);
    // QTemporaryFile makes it readable by this account only; the certificate names a clerk.
    if (!m_certificate.open() || m_certificate.write(text) != text.size() || !m_certificate.flush())
        return base::fail(ErrorCode::FileNotWritten, QStringLiteral("the card's certificate"));
    m_certificate.close();
    return {};
}

QString TlsEngine::keyName() const
{
    return QStringLiteral("%1:%2")
        .arg(QLatin1StringView(engineId))
        .arg(m_id, 2, 16, QLatin1Char('0'));
}

QString TlsEngine::certificateFile() const
{
    return m_certificate.fileName();
}

ErrorCode TlsEngine::lastFailure() const
{
    const QMutexLocker lock(&cards().mutex);
    return cards().byId.value(m_id).failure;
}

} // namespace token
