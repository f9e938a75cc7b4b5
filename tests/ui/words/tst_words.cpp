// links: madoguchi_base
#include "base/errorcode.h"
#include "ui/words/errorwords.h"
#include "ui/words/language.h"
#include "ui/words/words.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

namespace {

// Latin words that stand in Japanese sentences because they are on the keyboard or are a name.
QString withoutAllowed(QString text)
{
    for (const auto &word : {"Caps Lock", "IPAmj", "help", "Ctrl", "Esc"})
        text.remove(QLatin1StringView(word));
    return text;
}

bool isJapanese(const QString &text)
{
    static const QRegularExpression latin(QStringLiteral("[A-Za-z]{3,}"));
    static const QRegularExpression japanese(
        QStringLiteral("[\\p{Han}\\p{Hiragana}\\p{Katakana}]"));
    return text.contains(japanese) && !withoutAllowed(text).contains(latin);
}

template <typename E>
void addAll(const char *name, int from, int to)
{
    for (int value = from; value <= to; ++value)
        QTest::addRow("%s %d", name, value) << words::of(static_cast<E>(value));
}

} // namespace

class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { words::speak(*qApp, QStringLiteral("ja")); }

    void everyErrorHasThreeJapaneseSentences_data()
    {
        QTest::addColumn<int>("code");
        for (int code = 0; code < int(base::ErrorCode::Count); ++code) {
            const QString name = words::errorName(base::ErrorCode(code));
            QTest::addRow("%d %s", code, qPrintable(name)) << code;
        }
    }
    void everyErrorHasThreeJapaneseSentences()
    {
        QFETCH(int, code);
        QVERIFY(!words::errorName(base::ErrorCode(code)).isEmpty());
        const auto said = words::errorWords(base::ErrorCode(code));
        for (const QString &sentence : {said.happened, said.means, said.todo}) {
            QVERIFY2(isJapanese(sentence), qPrintable(sentence));
            QVERIFY(sentence.endsWith(u'。'));
        }
    }

    void everyErrorHasItsHelp()
    {
        QFile file(QStringLiteral(MADOGUCHI_SOURCE_DIR "/resources/help/ja/errors.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString help = QString::fromUtf8(file.readAll());
        for (int code = 0; code < int(base::ErrorCode::Count); ++code) {
            const QString heading =
                QStringLiteral("\n## %1 ").arg(words::errorName(base::ErrorCode(code)));
            QVERIFY2(help.contains(heading), qPrintable(heading));
        }
    }

    void everyValueHasAJapaneseWord_data()
    {
        QTest::addColumn<QString>("word");
        addAll<residents::State>("State", 0, int(residents::State::NationalityChanged));
        addAll<residents::Kind>("Kind", 0, int(residents::Kind::Foreign));
        addAll<residents::Sex>("Sex", 0, int(residents::Sex::Female));
        addAll<residents::Sex>("Sex", 9, 9);
        addAll<residents::MovementReason>("MovementReason", 0,
                                          int(residents::MovementReason::Count) - 1);
        addAll<residents::ReadingState>("ReadingState", 0, int(residents::ReadingState::ExOfficio));
        addAll<residents::ForeignClass>("ForeignClass", 0,
                                        int(residents::ForeignClass::Transitional));
        addAll<residents::RestrictionKind>("RestrictionKind", 0,
                                           int(residents::RestrictionKind::Other));
        addAll<residents::RestrictionLevel>("RestrictionLevel", 0,
                                            int(residents::RestrictionLevel::Stop));
        addAll<certificates::RequesterKind>("RequesterKind", 0,
                                            int(certificates::RequesterKind::Professional));
        for (int item : {1, 2, 4, 8})
            addAll<certificates::Item>("Item", item, item);
        addAll<desk::Caller>("Caller", 0, int(desk::Caller::Nobody));
        addAll<desk::LockReason>("LockReason", 0, int(desk::LockReason::Register));
        addAll<desk::TokenState>("TokenState", 0, int(desk::TokenState::Hanging));
        addAll<desk::PinState>("PinState", 0, int(desk::PinState::Locked));
        addAll<desk::MatchedName>("MatchedName", 0, int(desk::MatchedName::Past));
        addAll<desk::Role>("Role", 0, int(desk::Role::Administrator));
    }
    void everyValueHasAJapaneseWord()
    {
        QFETCH(QString, word);
        QVERIFY2(isJapanese(word), qPrintable(word));
    }

    void nothingIsLeftUntranslated()
    {
        const QDir folder(QStringLiteral(MADOGUCHI_SOURCE_DIR "/translations"));
        const auto names = folder.entryList({QStringLiteral("*_ja.ts")});
        QVERIFY(!names.isEmpty());
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QXmlStreamReader xml(&file);
            int texts = 0;
            while (!xml.atEnd()) {
                xml.readNext();
                if (!xml.isStartElement() || xml.name() != QLatin1StringView("translation"))
                    continue;
                ++texts;
                QVERIFY2(!xml.attributes().hasAttribute(QLatin1StringView("type")),
                         qPrintable(QStringLiteral("%1:%2").arg(name).arg(xml.lineNumber())));
                QVERIFY(!xml.readElementText(QXmlStreamReader::IncludeChildElements).isEmpty());
            }
            QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
            QVERIFY(texts > 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
