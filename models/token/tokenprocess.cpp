#include "token/tokenprocess.h"

#include "token/cardreader.h"

#include <QFile>
#include <QMutexLocker>
#include <QTimer>

namespace token {

QString softHsmModule()
{
    for (const char *place :
         {"/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
          "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so", "/usr/lib64/softhsm/libsofthsm2.so",
          "/usr/lib64/pkcs11/libsofthsm2.so", "/usr/local/lib/softhsm/libsofthsm2.so"}) {
        const QString path = QString::fromLatin1(place);
        if (QFile::exists(path))
            return path;
    }
    return {};
}

TokenProcess::TokenProcess(TokenSettings settings)
    : m_worker(QStringLiteral("token"))
{
    qRegisterMetaType<TokenView>();
    const int pollMs = settings.pollMs;
    m_reader = std::make_unique<CardReader>(std::move(settings), [this](const TokenView &view) {
        {
            const QMutexLocker lock(&m_mutex);
            m_view = view;
        }
        Q_EMIT changed(view);
    });
    m_worker.runAndWait([this, pollMs] {
        m_timer = std::make_unique<QTimer>();
        QObject::connect(m_timer.get(), &QTimer::timeout, m_timer.get(),
                         [this] { m_reader->look(); });
        m_timer->start(pollMs);
    });
    m_worker.run([this] { m_reader->look(); });
}

TokenProcess::~TokenProcess()
{
    // The timer and the child process belong to the thread and end in it.
    m_worker.runAndWait([this] {
        m_timer.reset();
        m_reader.reset();
    });
}

TokenView TokenProcess::view() const
{
    const QMutexLocker lock(&m_mutex);
    return m_view;
}

base::Result<> TokenProcess::login(const base::Secret &pin)
{
    return m_worker.runAndWait([this, &pin] { return m_reader->login(pin); });
}

base::Result<base::Secret> TokenProcess::derive(const QByteArray &point)
{
    return m_worker.runAndWait([this, &point] { return m_reader->derive(point); });
}

base::Result<QByteArray> TokenProcess::sign(const QByteArray &digest)
{
    return m_worker.runAndWait([this, &digest] { return m_reader->sign(digest); });
}

base::Result<> TokenProcess::logout()
{
    return m_worker.runAndWait([this] { return m_reader->logout(); });
}

void TokenProcess::lookNow()
{
    m_worker.runAndWait([this] { m_reader->look(); });
}

} // namespace token
