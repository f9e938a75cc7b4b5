#include "residents/codec.h"

#include <QCborMap>
#include <QCborValue>
#include <QRandomGenerator>
#include <QtTest>

using namespace residents;

namespace {

const QString glyphs = QString::fromUtf8("渡邉\U000E0102𠮷\uFA19");

Authorship by(const char *user)
{
    return {.user = QString::fromLatin1(user),
            .name = QStringLiteral("研修　窓口一"),
            .section = QStringLiteral("市民課"),
            .at = QDateTime(QDate(2026, 11, 2), QTime(1, 2, 3, 456), Qt::UTC)};
}

Note aNote()
{
    return {.id = 12,
            .version = 3,
            .person = {12345674},
            .text = glyphs + QStringLiteral("\n二行目"),
            .withdrawn = true,
            .by = by("madoguchi1")};
}

Contact aContact()
{
    return {.person = {12345674},
            .version = 2,
            .telephone = QStringLiteral("000-0000-0001"),
            .sendPostalCode = QStringLiteral("9990001"),
            .sendAddress = glyphs,
            .sendName = QStringLiteral("渡邉　花子"),
            .by = by("madoguchi2")};
}

Restriction aRestriction()
{
    Restriction restriction;
    restriction.id = 7;
    restriction.household = {99};
    restriction.kind = RestrictionKind::Other;
    restriction.inquiry = RestrictionLevel::Alert;
    restriction.certificate = RestrictionLevel::None;
    restriction.hidesAddress = false;
    restriction.from = QDate(2026, 11, 2);
    restriction.until = QDate(2027, 11, 1);
    restriction.provisional = true;
    return restriction;
}

Entry anEntry()
{
    return {.number = 5,
            .state = EntryState::SentBack,
            .proposal = {.entered = aRestriction(), .baseVersion = 4, .reason = glyphs},
            .author = by("madoguchi1"),
            .station = QStringLiteral("S0001"),
            .checker = by("shunin1"),
            .answer = QStringLiteral("日付が違います")};
}

template <typename Record, typename Decode>
void survives(const Record &record, Decode decode)
{
    const auto bytes = encode(record);
    const auto read = decode(bytes);
    QVERIFY(read);
    QVERIFY(*read == record);
    QCOMPARE(encode(*read), bytes);
}

/// Whatever the bytes are: refused, or a record that is written and read as itself.
template <typename Decode>
void isRead(const QByteArray &bytes, Decode decode)
{
    const auto read = decode(bytes);
    if (!read) {
        QCOMPARE(read.error().code, base::ErrorCode::RegisterDamaged);
        return;
    }
    const auto again = decode(encode(*read));
    QVERIFY2(again, bytes.toHex().constData());
    QVERIFY(*again == *read);
}

void isReadByAll(const QByteArray &bytes)
{
    isRead(bytes, &decodeNote);
    isRead(bytes, &decodeContact);
    isRead(bytes, &decodeProposal);
    isRead(bytes, &decodeEntry);
    isRead(bytes, &decodeRestriction);
}

QList<QByteArray> samples()
{
    return {encode(aNote()),
            encode(aContact()),
            encode(aRestriction()),
            encode(anEntry()),
            encode(Proposal{.entered = aNote(), .baseVersion = 2, .reason = {}}),
            encode(Proposal{.entered = aContact(), .baseVersion = 1, .reason = {}})};
}

} // namespace

// Notes, contacts, proposals and entries as bytes.
class TestEntryCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldSurvives();
    void everyFieldIsInTheBytes();
    void emptyFieldsAreLeftOut();
    void anIndependentReaderUnderstands();
    void everyKindOfProposalSurvives();
    void anythingCutShortIsRefused();
    void flippedBytesNeverCrash();
    void aRecordOfAnotherKindIsRefused();
    void kindsKeepTheirNumbers();
};

void TestEntryCodec::everyFieldSurvives()
{
    survives(aNote(), &decodeNote);
    survives(aContact(), &decodeContact);
    survives(aRestriction(), &decodeRestriction);
    survives(anEntry(), &decodeEntry);
    survives(Note{.id = 0, .version = 1, .person = {1}, .text = {}, .withdrawn = false, .by = {}},
             &decodeNote);
}

void TestEntryCodec::everyFieldIsInTheBytes()
{
    const auto differ = [](const auto &record, auto change) {
        auto other = record;
        change(other);
        return encode(other) != encode(record);
    };
    QVERIFY(differ(aNote(), [](Note &n) { n.id = 13; }));
    QVERIFY(differ(aNote(), [](Note &n) { n.version = 4; }));
    QVERIFY(differ(aNote(), [](Note &n) { n.person = {1}; }));
    QVERIFY(differ(aNote(), [](Note &n) { n.text += u'x'; }));
    QVERIFY(differ(aNote(), [](Note &n) { n.withdrawn = false; }));
    QVERIFY(differ(aNote(), [](Note &n) { n.by.user = QStringLiteral("x"); }));
    QVERIFY(differ(aNote(), [](Note &n) { n.by.at = n.by.at.addMSecs(1); }));
    QVERIFY(differ(aContact(), [](Contact &c) { c.telephone.clear(); }));
    QVERIFY(differ(aContact(), [](Contact &c) { c.sendPostalCode.clear(); }));
    QVERIFY(differ(aContact(), [](Contact &c) { c.sendAddress.clear(); }));
    QVERIFY(differ(aContact(), [](Contact &c) { c.sendName.clear(); }));
    QVERIFY(differ(aRestriction(), [](Restriction &r) { r.provisional = false; }));
    QVERIFY(differ(anEntry(), [](Entry &e) { e.state = EntryState::Withdrawn; }));
    QVERIFY(differ(anEntry(), [](Entry &e) { e.proposal.baseVersion = 3; }));
    QVERIFY(differ(anEntry(), [](Entry &e) { e.proposal.reason.clear(); }));
    QVERIFY(differ(anEntry(), [](Entry &e) { e.station.clear(); }));
    QVERIFY(differ(anEntry(), [](Entry &e) { e.checker = {}; }));
    QVERIFY(differ(anEntry(), [](Entry &e) { e.answer.clear(); }));
}

void TestEntryCodec::emptyFieldsAreLeftOut()
{
    // {3: 1}: a map of one pair (RFC 8949), as codec.h says of a note.
    QCOMPARE(encode(Note{
                 .id = 0, .version = 0, .person = {1}, .text = {}, .withdrawn = false, .by = {}}),
             QByteArray::fromHex("a10301"));
    Contact contact;
    contact.person = {1};
    contact.version = 1;
    contact.telephone = QStringLiteral("1");
    QCOMPARE(encode(contact), QByteArray::fromHex("a3010102010361"
                                                  "31"));
}

void TestEntryCodec::anIndependentReaderUnderstands()
{
    const auto entry = QCborValue::fromCbor(encode(anEntry())).toMap();
    QCOMPARE(entry.value(1).toInteger(), 5);
    QCOMPARE(entry.value(2).toInteger(), 3);
    const auto proposal = entry.value(3).toMap();
    QCOMPARE(proposal.value(1).toInteger(), 3);
    QCOMPARE(proposal.value(2).toInteger(), 4);
    QCOMPARE(proposal.value(3).toString(), glyphs);
    QCOMPARE(proposal.value(4).toMap().value(4).toInteger(), 99);
    QCOMPARE(entry.value(4).toArray().at(0).toString(), QStringLiteral("madoguchi1"));
    QCOMPARE(entry.value(4).toArray().at(3).toInteger(), by("x").at.toMSecsSinceEpoch());
    QCOMPARE(entry.value(5).toString(), QStringLiteral("S0001"));
    QCOMPARE(entry.value(6).toArray().at(0).toString(), QStringLiteral("shunin1"));
    const auto note = QCborValue::fromCbor(encode(aNote())).toMap();
    QCOMPARE(note.value(4).toString(), aNote().text);
    QCOMPARE(note.value(5).toInteger(), 1);
}

void TestEntryCodec::everyKindOfProposalSurvives()
{
    for (const Entered &entered : {Entered(aNote()), Entered(aContact()), Entered(aRestriction())})
        survives(Proposal{.entered = entered, .baseVersion = 2, .reason = glyphs}, &decodeProposal);
}

void TestEntryCodec::anythingCutShortIsRefused()
{
    for (const auto &bytes : samples()) {
        for (qsizetype length = 0; length < bytes.size(); ++length) {
            QVERIFY(!decodeNote(bytes.first(length)));
            QVERIFY(!decodeContact(bytes.first(length)));
            QVERIFY(!decodeProposal(bytes.first(length)));
            QVERIFY(!decodeEntry(bytes.first(length)));
        }
        QVERIFY(!decodeNote(bytes + '\0'));
        QVERIFY(!decodeEntry(bytes + '\0'));
    }
}

void TestEntryCodec::flippedBytesNeverCrash()
{
    QRandomGenerator random(20261102);
    for (const auto &whole : samples()) {
        for (int round = 0; round < 4000; ++round) {
            QByteArray bytes = whole;
            const int flips = int(random.bounded(1, 4));
            for (int i = 0; i < flips; ++i)
                bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
            isReadByAll(bytes);
        }
    }
}

void TestEntryCodec::aRecordOfAnotherKindIsRefused()
{
    QVERIFY(!decodeEntry(encode(aNote())));
    QVERIFY(!decodeProposal(encode(aNote())));
    QVERIFY(!decodeNote(encode(anEntry())));
    // A proposal that says "note" (1) and holds none.
    QVERIFY(!decodeProposal(QByteArray::fromHex("a10101")));
    QVERIFY(!decodeProposal(QByteArray::fromHex("a2010104a0")));
    QVERIFY(!decodeProposal(QByteArray::fromHex("a2010404a10301"))); // kind 4
    QVERIFY(!decodeProposal(QByteArray::fromHex("a104a10301")));     // no kind
    QVERIFY(!decodeEntry(QByteArray::fromHex("a201010201")));        // nothing proposed
}

void TestEntryCodec::kindsKeepTheirNumbers()
{
    QCOMPARE(int(kindOf(aNote())), 1);
    QCOMPARE(int(kindOf(aContact())), 2);
    QCOMPARE(int(kindOf(aRestriction())), 3);
    QCOMPARE(personOf(aNote()), base::PersonId{12345674});
    QCOMPARE(personOf(aRestriction()), base::PersonId{0});
}

QTEST_GUILESS_MAIN(TestEntryCodec)
#include "tst_entrycodec.moc"
