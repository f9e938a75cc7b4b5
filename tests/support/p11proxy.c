/* A PKCS#11 module that fails on request. It passes calls on to the module named by P11PROXY_MODULE
   and reads, before each call it knows, the words in the file named by P11PROXY_CONTROL:

     absent       the card is not in the reader
     pinpad       the reader has a PIN pad; P11PROXY_PADPIN is what is typed on it
     maxtries=N   wrong PINs until the card locks (default 3); SoftHSM itself never locks
     slow_ms=N    each call takes that long
     hang         calls do not come back
     crash        calls end the process
     refuse=N     login, derive and sign answer with this CK_RV (0x.. or decimal)

   The count of tries is kept in a file beside, CONTROL.tries. */
#define CRYPTOKI_EXPORTS 1
#include <p11-kit/pkcs11.h>

#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static CK_FUNCTION_LIST *real;
static CK_FUNCTION_LIST proxy;

/* The value of a control word; `otherwise` when the word is not there. */
static long control(const char *word, long otherwise)
{
    const char *path = getenv("P11PROXY_CONTROL");
    FILE *file = path ? fopen(path, "r") : NULL;
    if (!file)
        return otherwise;
    char text[128];
    long value = otherwise;
    const size_t length = strlen(word);
    while (fscanf(file, "%127s", text) == 1) {
        if (strncmp(text, word, length) != 0)
            continue;
        if (text[length] == '=')
            value = strtol(text + length + 1, NULL, 0);
        else if (text[length] == 0)
            value = 1;
    }
    fclose(file);
    return value;
}

static void triesPath(char *into, size_t size)
{
    const char *path = getenv("P11PROXY_CONTROL");
    snprintf(into, size, "%s.tries", path ? path : "/nonexistent/p11proxy");
}

static int triesLeft(void)
{
    char path[512];
    triesPath(path, sizeof path);
    int left = (int)control("maxtries", 3);
    FILE *file = fopen(path, "r");
    if (file) {
        if (fscanf(file, "%d", &left) != 1)
            left = 0;
        fclose(file);
    }
    return left;
}

static void setTriesLeft(int left)
{
    char path[512];
    triesPath(path, sizeof path);
    FILE *file = fopen(path, "w");
    if (file) {
        fprintf(file, "%d", left);
        fclose(file);
    }
}

/* What can go wrong in any call. */
static void maybeFail(void)
{
    const long slow = control("slow_ms", 0);
    if (slow > 0)
        usleep((useconds_t)slow * 1000);
    if (control("crash", 0))
        raise(SIGKILL);
    while (control("hang", 0))
        pause();
}

static CK_RV xLogin(CK_SESSION_HANDLE session, CK_USER_TYPE user, CK_UTF8CHAR *pin, CK_ULONG length)
{
    maybeFail();
    if (control("absent", 0))
        return CKR_DEVICE_REMOVED;
    if (control("refuse", 0))
        return (CK_RV)control("refuse", 0);
    if (user != CKU_USER)
        return real->C_Login(session, user, pin, length);
    if (triesLeft() <= 0)
        return CKR_PIN_LOCKED;
    if (!pin) {
        char *typed = getenv("P11PROXY_PADPIN");
        if (!control("pinpad", 0))
            return CKR_ARGUMENTS_BAD;
        if (!typed)
            return CKR_FUNCTION_CANCELED;
        pin = (CK_UTF8CHAR *)typed;
        length = strlen(typed);
    }
    const CK_RV rv = real->C_Login(session, user, pin, length);
    if (rv == CKR_OK)
        setTriesLeft((int)control("maxtries", 3));
    if (rv != CKR_PIN_INCORRECT)
        return rv;
    const int left = triesLeft() - 1;
    setTriesLeft(left);
    return left <= 0 ? CKR_PIN_LOCKED : CKR_PIN_INCORRECT;
}

static CK_RV xGetTokenInfo(CK_SLOT_ID slot, CK_TOKEN_INFO *info)
{
    maybeFail();
    if (control("absent", 0))
        return CKR_TOKEN_NOT_PRESENT;
    const CK_RV rv = real->C_GetTokenInfo(slot, info);
    if (rv != CKR_OK)
        return rv;
    info->flags &=
        ~(CK_FLAGS)(CKF_USER_PIN_COUNT_LOW | CKF_USER_PIN_FINAL_TRY | CKF_USER_PIN_LOCKED);
    const int left = triesLeft();
    if (left <= 0)
        info->flags |= CKF_USER_PIN_LOCKED;
    else if (left == 1)
        info->flags |= CKF_USER_PIN_FINAL_TRY;
    else if (left < control("maxtries", 3))
        info->flags |= CKF_USER_PIN_COUNT_LOW;
    if (control("pinpad", 0))
        info->flags |= CKF_PROTECTED_AUTHENTICATION_PATH;
    return CKR_OK;
}

static CK_RV xGetSlotInfo(CK_SLOT_ID slot, CK_SLOT_INFO *info)
{
    maybeFail();
    const CK_RV rv = real->C_GetSlotInfo(slot, info);
    if (rv != CKR_OK)
        return rv;
    info->flags |= CKF_REMOVABLE_DEVICE | CKF_HW_SLOT;
    if (control("absent", 0))
        info->flags &= ~(CK_FLAGS)CKF_TOKEN_PRESENT;
    return CKR_OK;
}

static CK_RV xGetSlotList(CK_BBOOL present, CK_SLOT_ID *list, CK_ULONG *count)
{
    maybeFail();
    if (present && control("absent", 0)) {
        *count = 0;
        return CKR_OK;
    }
    return real->C_GetSlotList(present, list, count);
}

static CK_RV xSignInit(CK_SESSION_HANDLE session, CK_MECHANISM *mechanism, CK_OBJECT_HANDLE key)
{
    maybeFail();
    if (control("absent", 0))
        return CKR_DEVICE_REMOVED;
    if (control("refuse", 0))
        return (CK_RV)control("refuse", 0);
    return real->C_SignInit(session, mechanism, key);
}

static CK_RV xDeriveKey(CK_SESSION_HANDLE session, CK_MECHANISM *mechanism, CK_OBJECT_HANDLE key,
                        CK_ATTRIBUTE *form, CK_ULONG count, CK_OBJECT_HANDLE *derived)
{
    maybeFail();
    if (control("absent", 0))
        return CKR_DEVICE_REMOVED;
    if (control("refuse", 0))
        return (CK_RV)control("refuse", 0);
    return real->C_DeriveKey(session, mechanism, key, form, count, derived);
}

CK_RV C_GetFunctionList(CK_FUNCTION_LIST **list)
{
    if (!real) {
        const char *path = getenv("P11PROXY_MODULE");
        void *library =
            dlopen(path ? path : "/usr/lib/softhsm/libsofthsm2.so", RTLD_NOW | RTLD_LOCAL);
        CK_C_GetFunctionList functions =
            library ? (CK_C_GetFunctionList)dlsym(library, "C_GetFunctionList") : NULL;
        if (!functions || functions(&real) != CKR_OK)
            return CKR_GENERAL_ERROR;
        proxy = *real;
        proxy.C_GetFunctionList = C_GetFunctionList;
        proxy.C_Login = xLogin;
        proxy.C_GetTokenInfo = xGetTokenInfo;
        proxy.C_GetSlotInfo = xGetSlotInfo;
        proxy.C_GetSlotList = xGetSlotList;
        proxy.C_SignInit = xSignInit;
        proxy.C_DeriveKey = xDeriveKey;
    }
    *list = &proxy;
    return CKR_OK;
}
