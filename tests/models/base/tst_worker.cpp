#include "base/owner.h"

#include <QTest>

#include <atomic>

using base::Worker;

class TestWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doesJobsInOrderInOneThread();
    void waitsForTheAnswer();
    void doesItAtOnceInItsOwnThread();
    void carriesAnswersThatOnlyMove();
    void endsAfterTheJobInHand();
};

void TestWorker::doesJobsInOrderInOneThread()
{
    QList<int> order;
    QList<QThread *> threads;
    Worker worker(QStringLiteral("journal"));
    for (int job = 0; job < 100; ++job) {
        (void)worker.run([&order, &threads, job] {
            order.append(job);
            threads.append(QThread::currentThread());
        });
    }
    worker.runAndWait([] {});
    QCOMPARE(order.size(), 100);
    for (int job = 0; job < 100; ++job) {
        QCOMPARE(order.at(job), job);
        QCOMPARE(threads.at(job), threads.first());
    }
    QVERIFY(threads.first() != QThread::currentThread());
}

void TestWorker::waitsForTheAnswer()
{
    Worker worker(QStringLiteral("journal"));
    QCOMPARE(worker.runAndWait([] { return 42; }), 42);
    QCOMPARE(worker.run([] { return QStringLiteral("later"); }).result(), QStringLiteral("later"));
}

void TestWorker::doesItAtOnceInItsOwnThread()
{
    Worker worker(QStringLiteral("journal"));
    const int answer = worker.runAndWait([&worker] { return worker.runAndWait([] { return 7; }); });
    QCOMPARE(answer, 7);
}

void TestWorker::carriesAnswersThatOnlyMove()
{
    Worker worker(QStringLiteral("journal"));
    auto future = worker.run([] { return std::make_unique<int>(7); });
    QCOMPARE(*future.takeResult(), 7);
}

void TestWorker::endsAfterTheJobInHand()
{
    std::atomic<bool> ended{false};
    std::atomic<bool> began{false};
    {
        Worker worker(QStringLiteral("journal"));
        (void)worker.run([&ended, &began] {
            began = true;
            QThread::msleep(20);
            ended = true;
        });
        QTRY_VERIFY(began.load());
    }
    QVERIFY(ended.load());
}

QTEST_GUILESS_MAIN(TestWorker)
#include "tst_worker.moc"
