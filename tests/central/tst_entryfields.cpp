// links: pq madoguchi_central
#include "residents/codec.h"
#include "support/attackedregister.h"
#include "support/entrysql.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace support;
using residents::Contact;
using residents::Entry;
using residents::Note;
using residents::Restriction;

// What the server takes as the fields of an entry, and the bytes that it makes of them.
class TestEntryFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_place = std::make_unique<AttackedRegister>(); }
    void cleanup() { m_place.reset(); }
    void fieldsThatAreNotAllowedAreRefused_data();
    void fieldsThatAreNotAllowedAreRefused();
    void whatAFieldCannotHoldIsRefused_data();
    void whatAFieldCannotHoldIsRefused();
    void numbersAndTextsAreWrittenAsByTheCodec();
    void recordsAreWrittenAsByTheCodec();
    void integersAreReadBack();

private:
    [[nodiscard]] std::unique_ptr<RawSession> signedIn(const QString &user) const
    {
        return m_place->signedIn(user);
    }
    QString sql(const QString &text) const { return m_place->sql(text); }
    [[nodiscard]] QString rows(const QString &tables) const
    {
        return sql(u"select count(*) from office.replica where table_number in (%1)"_s.arg(tables));
    }

    std::unique_ptr<AttackedRegister> m_place;
};

namespace {

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

} // namespace

void TestEntryFields::fieldsThatAreNotAllowedAreRefused_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("fields");
    const auto with = [](QString fields, const char *more) {
        return fields.replace(u'}', u","_s + QLatin1String(more) + u'}');
    };
    const QString note = noteFields(1, u"メモ"_s);
    QTest::newRow("an author") << 1 << with(note, "\"by\":\"chief\"");
    QTest::newRow("a version") << 1 << with(note, "\"version\":9");
    QTest::newRow("a field of another kind") << 1 << with(note, "\"telephone\":\"03\"");
    QTest::newRow("a field less") << 1 << u"{\"id\":0,\"person\":1,\"text\":\"a\"}"_s;
    QTest::newRow("fields of another kind") << 2 << note;
    QTest::newRow("a text for a number")
        << 1 << QString(note).replace(u"\"person\":1"_s, u"\"person\":\"1\""_s);
    QTest::newRow("a number for a text")
        << 2 << contactFields(1, u"03"_s).replace(u"\"03\""_s, u"3"_s);
    QTest::newRow("null") << 1 << QString(note).replace(u"false"_s, u"null"_s);
    QTest::newRow("a list") << 1 << u"[]"_s;
    QTest::newRow("nothing") << 1 << u"{}"_s;
    QTest::newRow("provisional") << 3 << with(restrictionFields(1), "\"provisional\":false");
    QTest::newRow("more than anybody writes") << 1 << noteFields(1, QString(8000, u'あ'));
}

void TestEntryFields::fieldsThatAreNotAllowedAreRefused()
{
    QFETCH(int, kind);
    QFETCH(QString, fields);
    const auto clerk = signedIn(u"clerk"_s);
    QVERIFY((*clerk)(submitCall(1, kind, 0, fields, u"届"_s)).startsWith(u"RegisterRefused|"_s));
    QCOMPARE(rows(u"4, 8, 9, 10"_s), u"0"_s);
    QCOMPARE(sql(u"select outcome from office.register_log where call = 'submit'"_s),
             u"RegisterRefused"_s);
}

void TestEntryFields::whatAFieldCannotHoldIsRefused_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("base");
    QTest::addColumn<QString>("fields");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("field");
    const auto restriction = [](const char *from, const char *to) {
        return restrictionFields(1).replace(QLatin1String(from), QLatin1String(to));
    };
    const QString why = u"届"_s;
    QTest::newRow("a fraction") << 1 << 0
                                << noteFields(1, u"a"_s).replace(u"\"person\":1"_s,
                                                                 u"\"person\":1.5"_s)
                                << QString() << u"person"_s;
    QTest::newRow("below zero") << 1 << 0 << noteFields(-1, u"a"_s) << QString() << u"person"_s;
    QTest::newRow("more than a number holds")
        << 1 << 0
        << noteFields(1, u"a"_s).replace(u"\"person\":1"_s, u"\"person\":99999999999999999999"_s)
        << QString() << u"person"_s;
    QTest::newRow("a base of what is new")
        << 1 << 1 << noteFields(1, u"a"_s) << QString() << u"baseVersion"_s;
    QTest::newRow("a base below zero")
        << 2 << -1 << contactFields(1, u"03"_s) << QString() << u"baseVersion"_s;
    QTest::newRow("blank") << 1 << 0 << noteFields(1, u" 　\\n"_s) << QString() << u"text"_s;
    QTest::newRow("a text too long")
        << 1 << 0 << noteFields(1, QString(1001, u'あ')) << QString() << u"text"_s;
    QTest::newRow("a control character")
        << 1 << 0 << noteFields(1, u"a\\u0007"_s) << QString() << u"text"_s;
    QTest::newRow("two lines of a telephone")
        << 2 << 0 << contactFields(1, u"03\\n04"_s) << QString() << u"telephone"_s;
    QTest::newRow("a telephone too long")
        << 2 << 0 << contactFields(1, QString(31, u'0')) << QString() << u"telephone"_s;
    QTest::newRow("an empty contact")
        << 2 << 0 << contactFields(1, QString()) << QString() << u"telephone"_s;
    QTest::newRow("a postal code")
        << 2 << 0
        << contactFields(1, u"03"_s)
               .replace(u"\"sendPostalCode\":\"\""_s, u"\"sendPostalCode\":\"123\""_s)
        << QString() << u"sendPostalCode"_s;
    QTest::newRow("a kind there is not")
        << 3 << 0 << restriction("\"kind\":0", "\"kind\":7") << why << u"kind"_s;
    QTest::newRow("a level there is not")
        << 3 << 0 << restriction("\"movement\":1", "\"movement\":3") << why << u"movement"_s;
    QTest::newRow("nobody") << 3 << 0 << restriction("\"person\":1", "\"person\":0") << why
                            << u"person"_s;
    QTest::newRow("both") << 3 << 0 << restriction("\"household\":0", "\"household\":1") << why
                          << u"person"_s;
    QTest::newRow("a day there is not")
        << 3 << 0 << restriction("2026-11-02", "2026-02-30") << why << u"from"_s;
    QTest::newRow("no day") << 3 << 0 << restriction("2026-11-02", "") << why << u"from"_s;
    QTest::newRow("the end before the beginning")
        << 3 << 0 << restriction("\"until\":\"\"", "\"until\":\"2026-11-01\"") << why << u"until"_s;
    QTest::newRow("set and ended") << 3 << 0 << restrictionFields(1, 0, true) << why << u"ended"_s;
    QTest::newRow("no reason") << 3 << 0 << restrictionFields(1) << u" "_s << u"reason"_s;
    QTest::newRow("a reason too long")
        << 3 << 0 << restrictionFields(1) << QString(501, u'理') << u"reason"_s;
}

void TestEntryFields::whatAFieldCannotHoldIsRefused()
{
    QFETCH(int, kind);
    QFETCH(int, base);
    QFETCH(QString, fields);
    QFETCH(QString, reason);
    QFETCH(QString, field);
    const auto clerk = signedIn(u"clerk"_s);
    // Whatever the caller has set.
    (*clerk)(u"set datestyle = 'German'; set standard_conforming_strings = off"_s);
    const QString call = submitCall(1, kind, base, fields, reason).replace(u'\\', u"\\\\"_s);
    QCOMPARE((*clerk)(call), u"EntryIncomplete|"_s + field);
    QCOMPARE(rows(u"4, 8, 9, 10"_s), u"0"_s);
    QCOMPARE(sql(u"select outcome from office.register_log where call = 'submit'"_s),
             u"EntryIncomplete"_s);
}

// Each length of a head, by a note that has such a number and such a text.
void TestEntryFields::numbersAndTextsAreWrittenAsByTheCodec()
{
    for (const qint64 number : {1LL, 23LL, 24LL, 255LL, 256LL, 65535LL, 65536LL, 4294967295LL,
                                4294967296LL, 999999999999999999LL}) {
        for (const int length : {1, 23, 24, 85, 86, 255, 256, 1000}) {
            Note note;
            note.id = number;
            note.version = int(qMin(number, 2147483647LL));
            note.person = {number};
            note.text = QString(length, length % 2 == 0 ? u'字' : u'a');
            note.withdrawn = length > 100;
            const QString made = sql(
                u"select encode(office.note_body(jsonb_build_object('person', %1, 'text', '%2', "
                "'withdrawn', %3), %1, %4, null), 'hex')"_s.arg(number)
                    .arg(note.text, note.withdrawn ? u"true"_s : u"false"_s)
                    .arg(note.version));
            QCOMPARE(made, hex(residents::encode(note)));
        }
    }
}

void TestEntryFields::recordsAreWrittenAsByTheCodec()
{
    const auto clerk = signedIn(u"clerk"_s);
    const auto chief = signedIn(u"chief"_s);
    const residents::Authorship author{.user = u"clerk"_s,
                                       .name = u"見本　clerk"_s,
                                       .section = u"市民課"_s,
                                       .at = QDateTime(QDate(2026, 11, 2), QTime(1, 0), Qt::UTC)};
    auto checker = author;
    checker.user = u"chief"_s;
    checker.name = u"見本　chief"_s;
    const auto bodyOf = [this](int table, int id) {
        return sql(u"select encode(body, 'hex') from office.replica where table_number = %1 and "
                   "id = %2 order by version desc limit 1"_s.arg(table)
                       .arg(id));
    };
    QCOMPARE((*clerk)(submitCall(1, 1, 0, noteFields(1, u"𠮷野様　来庁\\n再確認"_s))), u"ok|"_s);
    Note note{
        .id = 1, .version = 1, .person = {1}, .text = u"𠮷野様　来庁\n再確認"_s, .by = author};
    QCOMPARE(bodyOf(9, 1), hex(residents::encode(note)));
    QCOMPARE(
        (*clerk)(submitCall(2, 2, 0,
                            u"{\"person\":2,\"telephone\":\"\",\"sendPostalCode\":"
                            "\"1000001\",\"sendAddress\":\"どこか１−２\",\"sendName\":\"\"}"_s)),
        u"ok|"_s);
    Contact contact{.person = {2},
                    .version = 1,
                    .telephone = {},
                    .sendPostalCode = u"1000001"_s,
                    .sendAddress = u"どこか１−２"_s,
                    .sendName = {},
                    .by = author};
    QCOMPARE(bodyOf(8, 2), hex(residents::encode(contact)));

    QCOMPARE((*clerk)(submitCall(3, 3, 0, restrictionFields(3), u"届出"_s)), u"ok|"_s);
    Restriction restriction;
    restriction.id = 1;
    restriction.person = {3};
    restriction.movement = residents::RestrictionLevel::Alert;
    restriction.from = QDate(2026, 11, 2);
    Entry entry{.number = 1,
                .state = residents::EntryState::Provisional,
                .proposal = {.entered = restriction, .baseVersion = 0, .reason = u"届出"_s},
                .author = author,
                .station = u"S0001"_s,
                .checker = {},
                .answer = {}};
    QCOMPARE(bodyOf(10, 1), hex(residents::encode(entry)));
    restriction.provisional = true;
    QCOMPARE(bodyOf(4, 1), hex(residents::encode(restriction)));
    QCOMPARE((*chief)(decideCall(1, 1, u"誤り"_s)), u"ok|"_s);
    entry.state = residents::EntryState::SentBack;
    entry.checker = checker;
    entry.answer = u"誤り"_s;
    QCOMPARE(bodyOf(10, 1), hex(residents::encode(entry)));
    restriction.provisional = false;
    restriction.ended = true;
    restriction.version = 2;
    QCOMPARE(bodyOf(4, 1), hex(residents::encode(restriction)));
}

void TestEntryFields::integersAreReadBack()
{
    Restriction restriction;
    restriction.id = 70000;
    restriction.version = 300;
    restriction.household = {5000000000};
    restriction.from = QDate(1955, 3, 1);
    restriction.until = QDate(2026, 12, 31);
    const auto read = [this](const QByteArray &body) {
        return sql(
            u"select array_to_string(office.cbor_integers('\\x%1'), ',', '-')"_s.arg(hex(body)));
    };
    QCOMPARE(read(residents::encode(restriction)),
             u"70000,300,-,5000000000,0,2,2,2,1,%1,%2"_s.arg(restriction.from.toJulianDay())
                 .arg(restriction.until.toJulianDay()));
    Note note;
    note.id = 7;
    note.version = 2;
    note.person = {9};
    note.text = QString(300, u'字');
    note.withdrawn = true;
    note.by = {.user = u"a"_s,
               .name = u"b"_s,
               .section = {},
               .at = QDateTime(QDate(2026, 11, 2), QTime(1, 0), Qt::UTC)};
    QCOMPARE(read(residents::encode(note)), u"7,2,9,-,1"_s);
}

QTEST_GUILESS_MAIN(TestEntryFields)
#include "tst_entryfields.moc"
