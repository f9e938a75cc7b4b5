// links: madoguchi_app
#include "app/touring.h"

#include <QImage>
#include <QtTest>

/// The shipped tour, run by the program itself in all three views. The tour reads every picture
/// (ui/widgets/legibility.h) and fails with what is cut, English, 西暦, nameless or without a
/// visible focus; here it is also looked at from outside.
class TestTour : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_place = std::make_unique<TouringPlace>(); }
    void theMainJob();
    void aTourThatFindsSomethingFails();

private:
    std::unique_ptr<TouringPlace> m_place;
};

void TestTour::theMainJob()
{
    const auto ended = m_place->run(QStringLiteral("main"), {});
    QVERIFY2(ended.code == 0, qPrintable(ended.said));
    QCOMPARE(ended.pictures.size() % 3, 0);
    QVERIFY(ended.pictures.size() >= 3 * 20);
    for (const QString &picture : ended.pictures) {
        const QImage image(QDir(m_place->folder(QStringLiteral("main"))).filePath(picture));
        const QSize view =
            picture.contains(QStringLiteral("1366x768")) ? QSize(1366, 768) : QSize(1920, 1080);
        QCOMPARE(image.size(), view);
    }
    QFile paper(m_place->folder(QStringLiteral("main/juminhyo.pdf")));
    QVERIFY(paper.open(QIODevice::ReadOnly));
    QVERIFY(paper.read(5) == "%PDF-");
    QVERIFY(!QFile::exists(m_place->folder(QStringLiteral("main/findings.txt"))));
}

void TestTour::aTourThatFindsSomethingFails()
{
    const QString script = m_place->folder(QStringLiteral("narrow.tour"));
    QFile file(script);
    QVERIFY(file.open(QIODevice::WriteOnly));
    // At 200 % the columns of a list no longer fit this window.
    file.write("views 1366x768@200\nawait signinpage\nsecret madoguchi1.password\nkey Return\n"
               "secret madoguchi1.pin\nkey Return\nkey Return\nawait visitpage\ntype 27\n"
               "key Return\nkey 1\nkey 1\nkey Return\nawait searchpage\nfocus person\n"
               "secret specimen.family\nkey F2\nawait people\nshot list\n");
    file.close();
    const auto ended = m_place->run(QStringLiteral("narrow"), {QStringLiteral("--script"), script});
    QCOMPARE(ended.code, 1);
    QVERIFY(ended.said.contains(QStringLiteral("people")));
    QVERIFY(QFile::exists(m_place->folder(QStringLiteral("narrow/findings.txt"))));
}

QTEST_GUILESS_MAIN(TestTour)
#include "tst_tour.moc"
