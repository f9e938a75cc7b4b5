// Goes into the real madoguchi (LD_PRELOAD) and writes a line "NAME nanoseconds" into the file
// named by MADOGUCHI_BENCH_WATCH when a page is painted or Return is pressed. The clock is
// CLOCK_MONOTONIC, as madoguchi-bench reads it.
#include <QCoreApplication>
#include <QKeyEvent>
#include <QWidget>

#include <cstdio>
#include <ctime>

namespace {

class Watch final : public QObject
{
public:
    explicit Watch(const QByteArray &file)
        : m_file(std::fopen(file.constData(), "a"))
    {
        QCoreApplication::instance()->installEventFilter(this);
    }
    ~Watch() override
    {
        if (m_file)
            std::fclose(m_file);
    }
    Q_DISABLE_COPY_MOVE(Watch)

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !object->objectName().isEmpty())
            write(object->objectName());
        else if (event->type() == QEvent::KeyPress &&
                 static_cast<QKeyEvent *>(event)->key() == Qt::Key_Return && object->isWidgetType())
            write(QStringLiteral("Return"));
        return false;
    }

private:
    void write(const QString &name)
    {
        if (!m_file)
            return;
        timespec now{};
        clock_gettime(CLOCK_MONOTONIC, &now);
        std::fprintf(m_file, "%s %lld\n", name.toUtf8().constData(),
                     static_cast<long long>(now.tv_sec) * 1'000'000'000 + now.tv_nsec);
        std::fflush(m_file);
    }
    std::FILE *m_file;
};

void begin()
{
    const QByteArray file = qgetenv("MADOGUCHI_BENCH_WATCH");
    qunsetenv("LD_PRELOAD"); // not into madoguchi-token
    if (!file.isEmpty())
        static Watch watch(file);
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(begin)
