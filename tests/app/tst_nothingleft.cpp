// links: madoguchi_app
#include "democity/citymaker.h"
#include "support/bytesearch.h"
#include "support/officework.h"

#include <QDirIterator>
#include <QPageSize>
#include <QPdfWriter>
#include <QStringEncoder>
#include <QtTest>

#include <iconv.h>

#include <array>
#include <optional>
#include <utility>

using base::ErrorCode;
using support::waited;

namespace {

constexpr int cityResidents = 1'300;
constexpr int sampled = 1'000;
constexpr int seed = 11;

/// None when a character is not in the code: then it cannot have been written in it either.
std::optional<QByteArray> inCp932(const QString &text)
{
    static const iconv_t converter = iconv_open("CP932", "UTF-8");
    if (converter == iconv_t(-1))
        qFatal("no CP932");
    QByteArray from = text.toUtf8();
    QByteArray to(from.size() * 2 + 8, '\0');
    char *in = from.data();
    char *out = to.data();
    size_t inLeft = size_t(from.size());
    size_t outLeft = size_t(to.size());
    iconv(converter, nullptr, nullptr, nullptr, nullptr);
    if (iconv(converter, &in, &inLeft, &out, &outLeft) == size_t(-1))
        return std::nullopt;
    to.chop(qsizetype(outLeft));
    return to;
}

QList<QByteArray> encodings(const QString &text)
{
    QList<QByteArray> all{text.toUtf8(), QStringEncoder(QStringEncoder::Utf16LE).encode(text),
                          QStringEncoder(QStringEncoder::Utf16BE).encode(text)};
    if (const auto bytes = inCp932(text))
        all.append(*bytes);
    return all;
}

constexpr int kinds = 3; ///< name, kana, address

struct Sample
{
    std::array<QString, kinds> texts;
    std::array<QByteArray, kinds> stored; ///< as the parts stand behind one another in our rows
};

/// CBOR: a key of one byte, the text's length, the text (residents/codec.h). The first without its
/// head.
QByteArray storedParts(const QList<std::pair<char, QString>> &parts)
{
    constexpr int shortText = 24;
    constexpr char textHead = 0x60;
    constexpr char longTextHead = 0x78;
    QByteArray all;
    for (const auto &[key, text] : parts) {
        const QByteArray bytes = text.toUtf8();
        if (!all.isEmpty())
            all +=
                key + (bytes.size() < shortText ? QByteArray(1, char(textHead + bytes.size()))
                                                : QByteArray(1, longTextHead) + char(bytes.size()));
        all += bytes;
    }
    return all;
}

Sample sampleOf(const residents::Snapshot &person)
{
    QString address = person.address.street();
    if (!person.address.building.isEmpty())
        address += QChar(0x3000) + person.address.building;
    return {.texts = {residents::fullName(person.name), person.name.searchKana, address},
            .stored = {storedParts({{1, person.name.family}, {2, person.name.given}}),
                       {},
                       storedParts({{4, person.address.town}, {5, person.address.lot}})}};
}

/// As it stands, without its spaces, with an ordinary space, and its parts: they may be stored
/// apart.
QStringList forms(const QString &text)
{
    QStringList all{text};
    const QStringList parts = text.split(QRegularExpression(QStringLiteral("[\\s\u3000]+")));
    if (parts.size() > 1)
        all << parts.join(QString()) << parts.join(QLatin1Char(' ')) << parts.join(QChar(0x3000))
            << parts;
    return all;
}

} // namespace

/// Issue 2, Shows 3: nothing of 1,000 names, kana and addresses stands in any file the program
/// left.
class TestNothingLeft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void searcherFindsWhatIsThere();
    void nothingInAnyFile();

private:
    void work(desk::Desk &desk);
    [[nodiscard]] QStringList leaks(qint64 *bytes) const;
    [[nodiscard]] QByteArray plainTwin(desk::Desk &desk) const;

    QTemporaryDir m_outside; ///< where the paper goes
    support::ByteSearch m_search;
    QList<Sample> m_samples;
    std::unique_ptr<support::TrainingPlace> m_place;
};

void TestNothingLeft::initTestCase()
{
    // The people of `city sample` with the same size and seed, with their parts at hand.
    auto city = democity::CityMaker::open({.residents = cityResidents, .seed = seed});
    QVERIFY(city.has_value());
    democity::Batch batch;
    while (m_samples.size() < sampled && city->next(batch))
        for (const auto &history : std::as_const(batch.histories))
            if (residents::isPresent(history.last().state) && m_samples.size() < sampled)
                m_samples.append(sampleOf(history.last()));
    QCOMPARE(m_samples.size(), sampled);
    for (int one = 0; one < sampled; ++one) {
        const Sample &sample = m_samples.at(one);
        for (int kind = 0; kind < kinds; ++kind) {
            for (const QString &form : forms(sample.texts[size_t(kind)]))
                for (const QByteArray &bytes : encodings(form))
                    m_search.add(bytes, kind * sampled + one);
            m_search.add(sample.stored[size_t(kind)], kind * sampled + one);
        }
    }
    qInfo("%lld patterns", qint64(m_search.count()));
    m_place = std::make_unique<support::TrainingPlace>(cityResidents, seed);
}

void TestNothingLeft::searcherFindsWhatIsThere()
{
    for (int code = 0; code < 4; ++code) {
        QSet<int> expected;
        QSet<int> found;
        QByteArray file("\x01\x02");
        for (int owner = 0; owner < kinds * sampled; ++owner) {
            const QString text = m_samples.at(owner % sampled).texts[size_t(owner / sampled)];
            const QByteArray bytes = encodings(text).value(code);
            if (bytes.size() >= support::ByteSearch::leastBytes)
                expected.insert(owner);
            file += bytes + '\xff';
        }
        m_search.find(file, [&found](int one, qsizetype) { found.insert(one); });
        QVERIFY(found.contains(expected));
        QVERIFY2(expected.size() > 2 * sampled, qPrintable(QString::number(expected.size())));
    }
}

/// The ordinary morning: searches, records, households, histories, a certificate on paper.
void TestNothingLeft::work(desk::Desk &desk)
{
    const auto visit = support::openVisit(desk);
    desk::IssuedCertificate issued;
    const QString kana = QStringLiteral("アカサタナハマヤワ");
    for (const QChar one : kana) {
        const auto found = support::find(desk, visit, one);
        QVERIFY(found.has_value());
        for (const auto &row : found->rows.first(std::min<qsizetype>(5, found->rows.size()))) {
            const auto record = waited(desk.viewRecords().resident(visit, row.id.person));
            (void)waited(desk.viewRecords().history(visit, row.id.person));
            if (!record)
                continue;
            const auto household = record->record.snapshot.household;
            (void)waited(desk.viewRecords().household(visit, household));
            certificates::Request request;
            request.household = household;
            request.persons = {row.id.person};
            request.identification.documents = {
                desk.certificates().identityDocuments().first().code};
            (void)waited(desk.certificates().preview(visit, request));
            if (issued.document)
                continue;
            if (const auto made =
                    waited(desk.certificates().issue(visit, request, QStringLiteral("PDF"))))
                issued = *made;
        }
    }
    QVERIFY(issued.document != nullptr);
    QPdfWriter paper(m_outside.filePath(QStringLiteral("paper.pdf")));
    paper.setPageSize(QPageSize(QPageSize::A4));
    QVERIFY(issued.document->printOn(paper).has_value());
    QVERIFY(waited(desk.certificates().outcome(visit, issued.numbers, desk::PrintResult::Printed))
                .has_value());
    // A condition that is a whole name, and one that finds nobody.
    desk::SearchConditions whole = support::anybody(m_samples.first().texts[0]);
    QVERIFY(waited(desk.findPeople().find(visit, whole)).has_value());
    whole.address = m_samples.first().texts[2];
    (void)waited(desk.findPeople().find(visit, whole));
}

/// What is found, by file. Every file under the place, the temporary folder and the home.
QStringList TestNothingLeft::leaks(qint64 *bytes) const
{
    QStringList found;
    for (const QString &folder : {m_place->at({}), QDir::tempPath(), QDir::homePath()}) {
        QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            if (path.startsWith(m_outside.path()))
                continue;
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly)) {
                found.append(path + QStringLiteral(": cannot be read"));
                continue;
            }
            const QByteArray content = file.readAll();
            *bytes += content.size();
            m_search.find(content, [&](int owner, qsizetype at) {
                found.append(QStringLiteral("%1: sample %2 at %3").arg(path).arg(owner).arg(at));
            });
        }
    }
    return found;
}

/// The cache's rows as an unencrypted file would hold them.
QByteArray TestNothingLeft::plainTwin(desk::Desk &desk) const
{
    const auto plain =
        app::Office::of(desk).withCache([](cache::CacheReader &reader) -> base::Result<QByteArray> {
            QByteArray all;
            cache::StoredRow after{.table = cache::Table::Person};
            while (true) {
                const auto rows = reader.rows(after, 500);
                if (!rows)
                    return base::fail(rows);
                for (const cache::StoredRow &row : *rows)
                    all += row.body;
                if (rows->isEmpty())
                    return all;
                after = rows->last();
            }
        });
    return plain.value_or(QByteArray());
}

void TestNothingLeft::nothingInAnyFile()
{
    auto clerk = support::signedIn(*m_place, QStringLiteral("madoguchi1"));
    work(*clerk.desk);
    QElapsedTimer timer;
    timer.start();
    qint64 bytes = 0;
    // While the files are open, with what stands beside them, and afterwards.
    QCOMPARE(leaks(&bytes), QStringList());
    const QByteArray twin = plainTwin(*clerk.desk);
    QVERIFY(waited(clerk.desk->signOut()).has_value());
    clerk.desk.reset();
    clerk.room.reset();
    QCOMPARE(leaks(&bytes), QStringList());
    qInfo("%lld bytes searched in %lld ms", bytes, timer.elapsed());
    QVERIFY(bytes > 4'000'000);

    QSet<int> found;
    m_search.find(twin, [&found](int owner, qsizetype) { found.insert(owner); });
    for (int kind = 0; kind < kinds; ++kind) {
        const auto here = std::count_if(found.begin(), found.end(),
                                        [kind](int owner) { return owner / sampled == kind; });
        qInfo("unencrypted twin, kind %d: %lld of %d", kind, qint64(here), sampled);
        QVERIFY(here > 990);
    }
}

int main(int argc, char *argv[])
{
    // Whatever the program leaves anywhere lands where it is looked for.
    const QTemporaryDir anywhere;
    QDir(anywhere.path()).mkdir(QStringLiteral("tmp"));
    QDir(anywhere.path()).mkdir(QStringLiteral("home"));
    qputenv("TMPDIR", QFile::encodeName(anywhere.filePath(QStringLiteral("tmp"))));
    qputenv("HOME", QFile::encodeName(anywhere.filePath(QStringLiteral("home"))));
    for (const char *name :
         {"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "SQLITE_TMPDIR"})
        qunsetenv(name);
    QGuiApplication application(argc, argv);
    TestNothingLeft test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_nothingleft.moc"
