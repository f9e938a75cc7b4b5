#include "base/whenready.h"

#include <QCoreApplication>
#include <QTest>

#include <memory>

class TestWhenReady : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsALivePage();
    void tellsOfWorkAlreadyDone();
    void keepsStillWhenThePageIsGone();
    void keepsStillWhenCancelled();
    void runsInThePagesThread();
};

void TestWhenReady::tellsALivePage()
{
    QObject page;
    QPromise<int> promise;
    promise.start();
    int told = 0;
    base::whenReady(&page, promise.future(), [&told](int answer) { told = answer; });
    QCoreApplication::processEvents();
    QCOMPARE(told, 0);
    promise.addResult(7);
    promise.finish();
    QTRY_COMPARE(told, 7);
}

void TestWhenReady::tellsOfWorkAlreadyDone()
{
    QObject page;
    QPromise<int> promise;
    promise.start();
    promise.addResult(7);
    promise.finish();
    int told = 0;
    base::whenReady(&page, promise.future(), [&told](int answer) { told = answer; });
    QTRY_COMPARE(told, 7);
    QTRY_VERIFY(page.children().isEmpty());
}

void TestWhenReady::keepsStillWhenThePageIsGone()
{
    auto page = std::make_unique<QObject>();
    QPromise<int> promise;
    promise.start();
    bool told = false;
    base::whenReady(page.get(), promise.future(), [&told](int) { told = true; });
    page.reset();
    promise.addResult(7);
    promise.finish();
    for (int turn = 0; turn < 20; ++turn)
        QCoreApplication::processEvents();
    QVERIFY(!told);
}

void TestWhenReady::keepsStillWhenCancelled()
{
    QObject page;
    QPromise<int> promise;
    promise.start();
    bool told = false;
    QFuture<int> future = promise.future();
    base::whenReady(&page, future, [&told](int) { told = true; });
    future.cancel();
    promise.finish();
    for (int turn = 0; turn < 20; ++turn)
        QCoreApplication::processEvents();
    QVERIFY(!told);
}

void TestWhenReady::runsInThePagesThread()
{
    QObject page;
    QPromise<int> promise;
    promise.start();
    QThread *where = nullptr;
    base::whenReady(&page, promise.future(), [&where](int) { where = QThread::currentThread(); });
    std::unique_ptr<QThread> other(QThread::create([&promise] {
        promise.addResult(7);
        promise.finish();
    }));
    other->start();
    QTRY_COMPARE(where, QThread::currentThread());
    other->wait();
}

QTEST_GUILESS_MAIN(TestWhenReady)
#include "tst_whenready.moc"
