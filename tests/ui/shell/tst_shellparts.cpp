// links: madoguchi_ui_words
#include "support/labelwalk.h"
#include "ui/shell/headerband.h"
#include "ui/shell/helpviewer.h"
#include "ui/shell/keys.h"
#include "ui/shell/navigator.h"
#include "ui/shell/statusline.h"
#include "ui/shell/watch.h"
#include "ui/widgets/parts.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

namespace {

class StillClock final : public base::Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return {}; }
    [[nodiscard]] qint64 sinceBootMs() const override { return ms; }
    qint64 ms = 0;
};

class PlainPage final : public widgets::Page
{
public:
    explicit PlainPage(const QString &title)
        : m_title(title)
    {
    }
    [[nodiscard]] QString title() const override { return m_title; }
    [[nodiscard]] QString helpName() const override { return QStringLiteral("index"); }

private:
    QString m_title;
};

desk::Visit aVisit()
{
    return {{QUuid::createUuid()},
            {.number = QStringLiteral("305"),
             .purpose = QStringLiteral("certificate"),
             .caller = desk::Caller::SameHousehold},
            QStringLiteral("住民票の写しの交付")};
}

} // namespace

class TestShellParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        words::speak(*qApp, QStringLiteral("ja"));
        widgets::applyTheme(100);
    }

    void locksAfterTheIdleTimeAndSignsOutAfterTheLonger()
    {
        StillClock clock;
        shell::Watch watch(clock);
        QSignalSpy lock(&watch, &shell::Watch::lockDue);
        QSignalSpy signOut(&watch, &shell::Watch::signOutDue);
        watch.start(180, 900);
        clock.ms = 179'000;
        QTest::qWait(1100);
        QCOMPARE(lock.size(), 0);
        clock.ms = 180'000;
        QTRY_COMPARE(lock.size(), 1);
        clock.ms = 899'000;
        QTest::qWait(1100);
        QCOMPARE(lock.size(), 1);
        QCOMPARE(signOut.size(), 0);
        clock.ms = 900'000;
        QTRY_COMPARE(signOut.size(), 1);
    }
    void aKeyBeginsTheIdleTimeAnew()
    {
        StillClock clock;
        shell::Watch watch(clock);
        QSignalSpy lock(&watch, &shell::Watch::lockDue);
        watch.start(180, 900);
        clock.ms = 179'000;
        QWidget widget;
        QTest::keyClick(&widget, Qt::Key_A);
        clock.ms = 200'000;
        QTest::qWait(1100);
        QCOMPARE(lock.size(), 0);
    }
    void theLockKeyAnswersAnywhere()
    {
        StillClock clock;
        shell::Watch watch(clock);
        QSignalSpy lock(&watch, &shell::Watch::lockAsked);
        QWidget widget;
        QTest::keyClick(&widget, Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(lock.size(), 1);
    }

    void goesBackToThePageBelow()
    {
        shell::Navigator pages;
        auto *first = new PlainPage(QStringLiteral("1"));
        auto *second = new PlainPage(QStringLiteral("2"));
        pages.push(first);
        pages.push(second);
        QCOMPARE(pages.current(), second);
        QVERIFY(pages.back());
        QCOMPARE(pages.current(), first);
        QVERIFY(!pages.back());
        QCOMPARE(pages.depth(), 1);
    }

    void everyHelpPageIsJapaneseAndOpens_data()
    {
        QTest::addColumn<QString>("name");
        QDirIterator files(QStringLiteral(":/help/ja"), {QStringLiteral("*.md")});
        while (files.hasNext()) {
            files.next();
            QTest::newRow(qPrintable(files.fileName())) << files.fileInfo().completeBaseName();
        }
    }
    void everyHelpPageIsJapaneseAndOpens()
    {
        QFETCH(QString, name);
        QWidget window;
        shell::HelpViewer help(&window);
        help.showPage(name);
        QVERIFY(help.text().size() > 150);
        QVERIFY(help.text().contains(u'。'));
        support::picture(&help, QStringLiteral("help-") + name);
    }
    void everyPageHasItsHelp()
    {
        for (const char *name : {"signin", "lock", "visit", "search", "loading", "dayend", "index",
                                 "errors", "record", "certificate"})
            QVERIFY2(QFile::exists(QStringLiteral(":/help/ja/%1.md").arg(QLatin1StringView(name))),
                     name);
    }

    void theIconsOfTheStatusGrowWithTheText()
    {
        widgets::applyTheme(100);
        shell::StatusLine line;
        desk::Status now;
        now.token.state = desk::TokenState::Present;
        line.showStatus(now);
        line.show();
        const auto widths = [&line] {
            QList<int> all;
            for (const QLabel *label : line.findChildren<QLabel *>()) {
                if (!label->pixmap().isNull())
                    all << qRound(label->pixmap().deviceIndependentSize().width());
            }
            return all;
        };
        const QList<int> before = widths();
        QCOMPARE(before.size(), 5);
        widgets::applyTheme(200);
        const QList<int> after = widths();
        widgets::applyTheme(100);
        for (int i = 0; i < before.size(); ++i)
            QVERIFY(qAbs(after.at(i) - 2 * before.at(i)) <= 2);
        QCOMPARE(widths(), before);
    }

    void theFrameFitsInEverySize_data()
    {
        QTest::addColumn<int>("percent");
        QTest::addColumn<int>("width");
        for (int percent : {100, 150, 200}) {
            for (int width : {1366, 1920})
                QTest::addRow("%d %d", percent, width) << percent << width;
        }
    }
    void theFrameFitsInEverySize()
    {
        QFETCH(int, percent);
        QFETCH(int, width);
        widgets::applyTheme(percent);
        QWidget frame;
        auto *column = new QVBoxLayout(&frame);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        auto *header = new shell::HeaderBand(&frame);
        auto *keys = new widgets::KeyBar(&frame);
        auto *status = new shell::StatusLine(&frame);
        column->addWidget(new shell::TrainingBand(&frame));
        column->addWidget(header);
        column->addStretch();
        column->addWidget(keys);
        column->addWidget(status);
        desk::Clerk clerk;
        clerk.name = QStringLiteral("佐藤　美咲");
        clerk.section = QStringLiteral("市民課");
        clerk.station = QStringLiteral("本庁１");
        clerk.municipality = QStringLiteral("○○県見本市");
        header->setClerk(clerk);
        header->setVisit(aVisit());
        header->setTitle(QStringLiteral("住民票"));
        header->setSubject(
            widgets::Subject{QStringLiteral("渡邉󠄂　花子"),
                             QStringLiteral("ワタナベ　ハナコ"),
                             QStringLiteral("昭和43年2月3日生　58歳　女"),
                             QStringLiteral("2000027"),
                             QStringLiteral("転出予定"),
                             {widgets::BadgeKind::Restricted, widgets::BadgeKind::MoveOutPlanned}});
        QList<widgets::KeyHint> hints{{Qt::Key_F1, QStringLiteral("ヘルプ")},
                                      {Qt::Key_F6, QStringLiteral("世帯")},
                                      {Qt::Key_F7, QStringLiteral("履歴")},
                                      {Qt::Key_F8, QStringLiteral("証明書")}};
        keys->setKeys(hints + shell::workKeys(
                                  {.depth = 3, .visit = true, .mayEnter = true, .mayCheck = true}));
        desk::Status now;
        now.registerReached = false;
        now.dataAsOf = QDateTime(QDate(2026, 11, 21), QTime(1, 15), Qt::UTC);
        now.token.state = desk::TokenState::Present;
        now.passwordDaysLeft = 14;
        status->showStatus(now);
        frame.resize(width, 500);
        frame.show();
        QVERIFY(QTest::qWaitForWindowActive(&frame));
        support::picture(&frame, QStringLiteral("frame-%1-%2").arg(percent).arg(width));
        QCOMPARE(frame.width(), width);
        QCOMPARE(support::inWords(support::cutTexts(&frame)), QString());
        QCOMPARE(support::inWords(support::englishTexts(&frame)), QString());
        widgets::applyTheme(100);
    }
};

QTEST_MAIN(TestShellParts)
#include "tst_shellparts.moc"
