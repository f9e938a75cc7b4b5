// links: madoguchi_ui_words madoguchi_desk
#include "support/answers.h"
#include "support/labelwalk.h"
#include "ui/signin/passwordpage.h"
#include "ui/signin/rulelist.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/scroller.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/theme.h"
#include "ui/words/language.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using signin::PasswordChanging;
using signin::PasswordPage;
using namespace Qt::Literals::StringLiterals;

using support::now;

namespace {

QString textOf(const base::Secret &secret)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(secret.data()),
                             qsizetype(secret.size()));
}

} // namespace

// The page on which a clerk changes his password, with the real rules and no register.
class TestPasswordPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theRulesAreToldWhileItIsTyped();
    void nothingTypedIsEverShown();
    void onlyAPasswordOfTheRulesIsSent();
    void aRefusalSaysWhyAndForgets();
    void whatMayBeChangedIsSaid_data();
    void whatMayBeChangedIsSaid();
    void afterAChangeWorkGoesOn();
    void afterAForcedChangeOneSignsIn();
    void whoLeavesLeavesNothing();
    void withAPinPadNoPinIsTyped();
    void everythingFits_data();
    void everythingFits();

private:
    [[nodiscard]] PasswordChanging changing(bool forced = false);
    static void type(PasswordPage &page, const char *field, const QString &text);
    static void fill(PasswordPage &page, const QString &wanted, const QString &again);
    /// What is said of each rule, in order.
    [[nodiscard]] static QStringList said(const PasswordPage &page);
    [[nodiscard]] static bool ready(const PasswordPage &page)
    {
        return page.findChild<QPushButton *>(u"enter"_s)->isEnabled();
    }

    QStringList m_sent;
    base::Result<> m_answer;
};

void TestPasswordPage::initTestCase()
{
    words::speak(*qApp, u"ja"_s);
    widgets::applyTheme(100);
}

PasswordChanging TestPasswordPage::changing(bool forced)
{
    m_sent.clear();
    m_answer = {};
    return {.rules = {},
            .faults =
                [](const base::Secret &present, const base::Secret &wanted) {
                    return auth::faultsOf({.wanted = wanted,
                                           .present = present,
                                           .userId = u"madoguchi1"_s,
                                           .name = u"研修　窓口一"_s},
                                          {});
                },
            .change =
                [this](const base::Secret &present, const base::Secret &pin,
                       const base::Secret &wanted) {
                    m_sent = {textOf(present), textOf(pin), textOf(wanted)};
                    return now(m_answer);
                },
            .forced = forced};
}

void TestPasswordPage::type(PasswordPage &page, const char *field, const QString &text)
{
    QTest::keyClicks(page.findChild<QWidget *>(QString::fromLatin1(field)), text);
}

void TestPasswordPage::fill(PasswordPage &page, const QString &wanted, const QString &again)
{
    type(page, "present", u"winter garden 5"_s);
    type(page, "pin", u"123456"_s);
    type(page, "wanted", wanted);
    type(page, "again", again);
}

QStringList TestPasswordPage::said(const PasswordPage &page)
{
    QStringList all;
    const auto labels = page.findChild<QWidget *>(u"rules"_s)->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (QStringList{u"よし"_s, u"まだ"_s, u"変更時に確認"_s}.contains(label->text()))
            all.append(label->text());
    }
    return all;
}

void TestPasswordPage::theRulesAreToldWhileItIsTyped()
{
    PasswordPage page(changing());
    page.show();
    QCOMPARE(said(page), QStringList());
    const QString yes = u"よし"_s;
    const QString no = u"まだ"_s;
    const QString register_ = u"変更時に確認"_s;
    type(page, "wanted", u"kurash"_s);
    // Length, keys, different ones, name; similar only once the present one is there; twice; used.
    QCOMPARE(said(page), QStringList({no, yes, yes, yes, no, register_}));
    type(page, "wanted", u"i-2025"_s);
    QCOMPARE(said(page), QStringList({yes, yes, yes, yes, no, register_}));
    type(page, "present", u"kurashi-2024"_s);
    QCOMPARE(said(page), QStringList({yes, yes, yes, yes, no, no, register_}));
    type(page, "wanted", u" madoguchi1"_s);
    QCOMPARE(said(page), QStringList({yes, yes, yes, no, yes, no, register_}));
    QVERIFY(!ready(page));
}

void TestPasswordPage::nothingTypedIsEverShown()
{
    PasswordPage page(changing());
    page.show();
    fill(page, u"harvest-moon-71"_s, u"harvest-moon-71"_s);
    const auto all = page.findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        QStringList texts{widget->toolTip(), widget->accessibleName(),
                          widget->accessibleDescription()};
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts.append(label->text());
        for (const QString &text : texts)
            QVERIFY(!text.contains(u"harvest"_s) && !text.contains(u"winter"_s));
    }
}

void TestPasswordPage::onlyAPasswordOfTheRulesIsSent()
{
    PasswordPage page(changing());
    page.show();
    fill(page, u"harvest-moon-71"_s, u"harvest-moon-72"_s);
    QVERIFY(!ready(page));
    page.press(Qt::Key_F12);
    QCOMPARE(m_sent, QStringList());
    QTest::keyClick(page.findChild<QWidget *>(u"again"_s), Qt::Key_Backspace);
    type(page, "again", u"1"_s);
    QVERIFY(ready(page));
    page.press(Qt::Key_F12);
    QCOMPARE(m_sent, QStringList({u"winter garden 5"_s, u"123456"_s, u"harvest-moon-71"_s}));
}

void TestPasswordPage::aRefusalSaysWhyAndForgets()
{
    PasswordPage page(changing());
    page.show();
    m_answer = base::fail(base::ErrorCode::PasswordUsed);
    fill(page, u"harvest-moon-71"_s, u"harvest-moon-71"_s);
    page.press(Qt::Key_F12);
    auto *message = page.findChild<widgets::MessageBar *>(u"message"_s);
    QTRY_VERIFY(message->text().contains(u"前に使ったことのあるパスワードです"_s));
    const auto fields = page.findChildren<widgets::SecretField *>();
    for (const auto *field : fields)
        QVERIFY(field->isEmpty());
    QVERIFY(!ready(page));
}

// Whoever goes on trying the former one is locked out after five of them.
void TestPasswordPage::whatMayBeChangedIsSaid_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("said");
    using base::ErrorCode;
    QTest::newRow("no answer") << int(ErrorCode::RegisterUnreachable) << true;
    QTest::newRow("the slot's disk is full") << int(ErrorCode::DiskFull) << true;
    QTest::newRow("no row") << int(ErrorCode::LogNotWritten) << true;
    QTest::newRow("used before") << int(ErrorCode::PasswordUsed) << false;
    QTest::newRow("wrong present one") << int(ErrorCode::PasswordWrong) << false;
}

void TestPasswordPage::whatMayBeChangedIsSaid()
{
    QFETCH(int, code);
    QFETCH(bool, said);
    PasswordPage page(changing());
    page.show();
    m_answer = base::fail(base::ErrorCode(code));
    fill(page, u"harvest-moon-71"_s, u"harvest-moon-71"_s);
    page.press(Qt::Key_F12);
    auto *message = page.findChild<widgets::MessageBar *>(u"message"_s);
    const QString changing = u"パスワードを変更しています"_s;
    QTRY_VERIFY(!message->text().isEmpty() && !message->text().contains(changing));
    QCOMPARE(message->text().contains(u"新しいパスワード、次にこれまでのパスワードの順"_s), said);
}

void TestPasswordPage::afterAChangeWorkGoesOn()
{
    PasswordPage page(changing());
    page.show();
    const QSignalSpy left(&page, &widgets::Page::left);
    const QSignalSpy out(&page, &PasswordPage::signOutAsked);
    fill(page, u"harvest-moon-71"_s, u"harvest-moon-71"_s);
    page.press(Qt::Key_F12);
    auto *message = page.findChild<widgets::MessageBar *>(u"message"_s);
    QTRY_VERIFY(message->text().contains(u"パスワードを変更しました"_s));
    QVERIFY(ready(page));
    page.press(Qt::Key_F12);
    QCOMPARE(left.size(), 1);
    QCOMPARE(out.size(), 0);
}

void TestPasswordPage::afterAForcedChangeOneSignsIn()
{
    PasswordPage page(changing(true));
    page.show();
    const QSignalSpy left(&page, &widgets::Page::left);
    const QSignalSpy out(&page, &PasswordPage::signOutAsked);
    fill(page, u"harvest-moon-71"_s, u"harvest-moon-71"_s);
    page.press(Qt::Key_F12);
    auto *message = page.findChild<widgets::MessageBar *>(u"message"_s);
    QTRY_VERIFY(message->text().contains(u"新しいパスワードでサインインしてください"_s));
    page.press(Qt::Key_F12);
    QCOMPARE(out.size(), 1);
    QCOMPARE(left.size(), 0);
}

void TestPasswordPage::whoLeavesLeavesNothing()
{
    PasswordPage page(changing());
    page.show();
    fill(page, u"harvest-moon-71"_s, u"harvest-moon-71"_s);
    page.hide();
    const auto fields = page.findChildren<widgets::SecretField *>();
    QCOMPARE(fields.size(), 4);
    for (const auto *field : fields)
        QVERIFY(field->isEmpty());
}

void TestPasswordPage::withAPinPadNoPinIsTyped()
{
    PasswordChanging work = changing();
    work.pinPad = true;
    PasswordPage page(std::move(work));
    page.show();
    QVERIFY(!page.findChild<QWidget *>(u"pin"_s)->isEnabled());
    type(page, "present", u"winter garden 5"_s);
    type(page, "wanted", u"harvest-moon-71"_s);
    type(page, "again", u"harvest-moon-71"_s);
    QVERIFY(ready(page));
}

void TestPasswordPage::everythingFits_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<bool>("forced");
    for (const int percent : {100, 150, 200}) {
        for (const bool forced : {false, true})
            QTest::addRow("%d %%%s", percent, forced ? ", forced" : "") << percent << forced;
    }
}

void TestPasswordPage::everythingFits()
{
    QFETCH(int, percent);
    QFETCH(bool, forced);
    widgets::applyTheme(percent);
    widgets::Scroller area(new PasswordPage(changing(forced)));
    area.resize(1366, 700);
    area.show();
    QVERIFY(QTest::qWaitForWindowExposed(&area));
    auto *page = area.findChild<PasswordPage *>();
    for (const bool typed : {false, true}) {
        if (typed)
            fill(*page, u"kurashi-2025"_s, u"kurashi-202"_s);
        QCoreApplication::processEvents();
        QCOMPARE(support::inWords(support::cutTexts(&area)), QString());
        QCOMPARE(support::inWords(support::englishTexts(&area)), QString());
        QCOMPARE(support::inWords(support::namelessInputs(&area)), QString());
        support::picture(&area, u"password-%1-%2-%3"_s.arg(percent).arg(forced).arg(typed));
    }
    widgets::applyTheme(100);
}

QTEST_MAIN(TestPasswordPage)
#include "tst_passwordpage.moc"
