#include "base/errorname.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using base::ErrorCode;

/// The names that logs keep follow the enumeration as it is written.
class TestErrorName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasTheNameItIsWrittenWith();
};

void TestErrorName::everyCodeHasTheNameItIsWrittenWith()
{
    QFile header(QStringLiteral(MADOGUCHI_SOURCE_DIR "/models/base/errorcode.h"));
    QVERIFY(header.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(header.readAll());
    static const QRegularExpression enumerator(QStringLiteral("^ {4}(\\w+)(,|$)"),
                                               QRegularExpression::MultilineOption);
    int code = 0;
    for (auto found = enumerator.globalMatch(text); found.hasNext(); ++code) {
        const QString name = found.next().captured(1);
        if (name == QLatin1String("Count"))
            break;
        QCOMPARE(base::errorName(ErrorCode(code)), name);
        QCOMPARE(base::errorNamed(name), std::optional(ErrorCode(code)));
    }
    QCOMPARE(code, int(ErrorCode::Count));
    QVERIFY(base::errorName(ErrorCode::Count).isEmpty());
    QVERIFY(!base::errorNamed(QStringLiteral("Count")));
    QVERIFY(!base::errorNamed({}));
}

QTEST_GUILESS_MAIN(TestErrorName)
#include "tst_errorname.moc"
