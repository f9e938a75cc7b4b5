#include "entrywork.h"

#include <atomic>

using namespace entrywork;

namespace {

struct WrongCase
{
    const char *name;
    Submission sent;
    const char *field;
};

QList<WrongCase> wrongCases()
{
    const QString kanji = QStringLiteral("𠮷");
    const auto contact = [](auto change) {
        auto made = contactOf(3, QStringLiteral("090-0000-0001"));
        change(made);
        return submission(1, made);
    };
    const auto restriction = [](auto change) {
        auto made = restrictionOn(3);
        change(made);
        return submission(1, made, 0, because);
    };
    return {
        {"empty note", submission(1, noteOn(3, {})), "text"},
        {"blank note", submission(1, noteOn(3, QStringLiteral(" \n　"))), "text"},
        {"other blanks", submission(1, noteOn(3, QStringLiteral("\u00a0\u2003\u2028"))), "text"},
        {"half a character", submission(1, noteOn(3, u'一' + QString(QChar(0xD842)))), "text"},
        {"tab in note", submission(1, noteOn(3, QStringLiteral("一\t二"))), "text"},
        {"C1 in note", submission(1, noteOn(3, QStringLiteral("一\u0085二"))), "text"},
        {"new with base", submission(1, noteOn(3, QStringLiteral("一")), 1), "baseVersion"},
        {"telephone", contact([&](auto &c) { c.telephone = kanji.repeated(31); }), "telephone"},
        {"newline", contact([&](auto &c) { c.telephone = QStringLiteral("1\n2"); }), "telephone"},
        {"code short", contact([](auto &c) { c.sendPostalCode = QStringLiteral("123456"); }),
         "sendPostalCode"},
        {"code wide", contact([](auto &c) { c.sendPostalCode = QStringLiteral("１２３４５６７"); }),
         "sendPostalCode"},
        {"address", contact([&](auto &c) { c.sendAddress = kanji.repeated(201); }), "sendAddress"},
        {"name", contact([&](auto &c) { c.sendName = kanji.repeated(101); }), "sendName"},
        {"no reason", submission(1, restrictionOn(3)), "reason"},
        {"blank reason", submission(1, restrictionOn(3), 0, QStringLiteral("　")), "reason"},
        {"long reason", submission(1, restrictionOn(3), 0, kanji.repeated(501)), "reason"},
        {"both", restriction([](auto &r) { r.household = {3}; }), "person"},
        {"neither", restriction([](auto &r) { r.person = {0}; }), "person"},
        {"no from", restriction([](auto &r) { r.from = {}; }), "from"},
        {"year of five digits", restriction([](auto &r) { r.from = QDate(12026, 1, 1); }), "from"},
        {"until in another era", restriction([](auto &r) { r.until = QDate(12026, 1, 1); }),
         "until"},
        {"until before", restriction([](auto &r) { r.until = r.from.addDays(-1); }), "until"},
        {"ended at once", restriction([](auto &r) { r.ended = true; }), "ended"},
        {"kind", restriction([](auto &r) { r.kind = residents::RestrictionKind(7); }), "kind"},
        {"level", restriction([](auto &r) { r.inquiry = residents::RestrictionLevel(3); }),
         "inquiry"},
    };
}

} // namespace

// Notes and contacts, and what holds for every submission: limits, rights, idempotency.
class TestEntries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNoteIsRegisteredAtOnce_data() { support::everyRegister(); }
    void aNoteIsRegisteredAtOnce();
    void eachVersionOfANoteStays_data() { support::everyRegister(); }
    void eachVersionOfANoteStays();
    void aNoteChangedBySomebodyElseIsAConflict_data() { support::everyRegister(); }
    void aNoteChangedBySomebodyElseIsAConflict();
    void aWithdrawnNoteCannotBeChanged_data() { support::everyRegister(); }
    void aWithdrawnNoteCannotBeChanged();
    void aContactHasVersionsFromOne_data() { support::everyRegister(); }
    void aContactHasVersionsFromOne();
    void anEmptyContactOnlyTakesOneBack_data() { support::everyRegister(); }
    void anEmptyContactOnlyTakesOneBack();
    void theSameAgainCountsOnce_data() { support::everyRegister(); }
    void theSameAgainCountsOnce();
    void aConflictIsFinal_data() { support::everyRegister(); }
    void aConflictIsFinal();
    void aRefusalIsNotKept_data() { support::everyRegister(); }
    void aRefusalIsNotKept();
    void aUuidBelongsToItsContentAndAuthor_data() { support::everyRegister(); }
    void aUuidBelongsToItsContentAndAuthor();
    void whoMayNotWriteIsRefused_data() { support::everyRegister(); }
    void whoMayNotWriteIsRefused();
    void aRightThatEndedEndsNow_data() { support::everyRegister(); }
    void aRightThatEndedEndsNow();
    void limitsAreCharacters_data() { support::everyRegister(); }
    void limitsAreCharacters();
    void whatCannotBeIsRefused_data() { support::everyRegister(); }
    void whatCannotBeIsRefused();
    void numbersGoOnBehindThoseOfTheCity_data() { support::everyRegister(); }
    void numbersGoOnBehindThoseOfTheCity();
    void whoIsFedIsTold_data() { support::everyRegister(); }
    void whoIsFedIsTold();
};

void TestEntries::aNoteIsRegisteredAtOnce()
{
    QFETCH(QString, backend);
    Work work(backend);
    auto note = noteOn(3, QStringLiteral("窓口で大きな声をお願いします。\n𠮷野様"));
    note.by = authorship(chief); // nobody writes in another's name
    note.version = 7;
    const auto answer = work.clerks().submit(submission(1, note));
    QVERIFY2(answer, qPrintable(detailOf(answer)));
    QCOMPARE(answer->verdict, Verdict::Registered);
    QCOMPARE(answer->feedNumber, 1);
    QCOMPARE(answer->entry, 0);
    QCOMPARE(answer->at, authorship(clerk).at);
    QVERIFY(!answer->theirs);

    note.id = 1;
    note.version = 1;
    note.by = authorship(clerk);
    QCOMPARE(notesOf(work.clerks()), QList<Note>{note});
    const auto page = work.clerks().feed(
        {.number = 0, .hash = central::firstHash(support::TestRegister::registerId())}, 10);
    QVERIFY(page);
    QCOMPARE(page->changes.size(), 1);
    QCOMPARE(page->changes.first().table, Table::Note);
    const central::RowKey key{.id = 1, .version = 1};
    QCOMPARE(page->changes.first().row.key, key);
    QCOMPARE(page->changes.first().row.body, residents::encode(note));

    const auto second = work.clerks().submit(submission(2, noteOn(4, QStringLiteral("別の方"))));
    QVERIFY(second);
    QCOMPARE(notesOf(work.clerks()).last().id, 2);
}

void TestEntries::eachVersionOfANoteStays()
{
    QFETCH(QString, backend);
    Work work(backend);
    QVERIFY(work.clerks().submit(submission(1, noteOn(3, QStringLiteral("一")))));
    const auto second = work.chiefs().submit(submission(2, noteOn(3, QStringLiteral("二"), 1), 1));
    QVERIFY(second);
    QCOMPARE(second->verdict, Verdict::Registered);
    auto withdrawn = noteOn(3, QStringLiteral("二"), 1);
    withdrawn.withdrawn = true;
    QVERIFY(work.clerks().submit(submission(3, withdrawn, 2)));
    const auto notes = notesOf(work.clerks());
    QCOMPARE(notes.size(), 3);
    QCOMPARE(notes.at(0).text, QStringLiteral("一"));
    QCOMPARE(notes.at(0).by.user, clerk);
    QCOMPARE(notes.at(1).version, 2);
    QCOMPARE(notes.at(1).by.user, chief);
    QCOMPARE(notes.at(2).version, 3);
    QVERIFY(notes.at(2).withdrawn);
}

void TestEntries::aNoteChangedBySomebodyElseIsAConflict()
{
    QFETCH(QString, backend);
    Work work(backend);
    QVERIFY(work.clerks().submit(submission(1, noteOn(3, QStringLiteral("一")))));
    QVERIFY(work.chiefs().submit(submission(2, noteOn(3, QStringLiteral("二"), 1), 1)));
    const auto end = work.feedEnd();
    const auto answer = work.clerks().submit(submission(3, noteOn(3, QStringLiteral("三"), 1), 1));
    QVERIFY(answer);
    QCOMPARE(answer->verdict, Verdict::Conflict);
    QCOMPARE(answer->feedNumber, 0);
    QVERIFY(answer->theirs);
    QCOMPARE(std::get<Note>(*answer->theirs), notesOf(work.clerks()).last());
    QCOMPARE(std::get<Note>(*answer->theirs).text, QStringLiteral("二"));
    QCOMPARE(work.feedEnd(), end);

    QCOMPARE(codeOf(work.clerks().submit(submission(4, noteOn(3, QStringLiteral("四"), 99), 1))),
             ErrorCode::EntryUnknown);
    QCOMPARE(codeOf(work.clerks().submit(submission(5, noteOn(4, QStringLiteral("他人"), 1), 2))),
             ErrorCode::EntryUnknown);
    QCOMPARE(work.feedEnd(), end);
}

void TestEntries::aWithdrawnNoteCannotBeChanged()
{
    QFETCH(QString, backend);
    Work work(backend);
    QVERIFY(work.clerks().submit(submission(1, noteOn(3, QStringLiteral("一")))));
    auto withdrawn = noteOn(3, QStringLiteral("一"), 1);
    withdrawn.withdrawn = true;
    QVERIFY(work.clerks().submit(submission(2, withdrawn, 1)));
    const auto answer = work.clerks().submit(submission(3, noteOn(3, QStringLiteral("二"), 1), 2));
    QVERIFY(answer);
    QCOMPARE(answer->verdict, Verdict::Conflict);
    QVERIFY(answer->theirs && std::get<Note>(*answer->theirs).withdrawn);
    QCOMPARE(notesOf(work.clerks()).size(), 2);
}

void TestEntries::aContactHasVersionsFromOne()
{
    QFETCH(QString, backend);
    Work work(backend);
    auto contact = contactOf(2, QStringLiteral("090-0000-0001"));
    contact.sendPostalCode = QStringLiteral("9990001");
    contact.sendAddress = QStringLiteral("あさぎり県みどり野市本町三丁目1番地");
    contact.sendName = QStringLiteral("山田　花子");
    QVERIFY(work.clerks().submit(submission(1, contact)));
    const auto other = contactOf(2, QStringLiteral("090-0000-0002"));
    const auto blind = work.chiefs().submit(submission(2, other)); // thought there was none
    QVERIFY(blind);
    QCOMPARE(blind->verdict, Verdict::Conflict);
    contact.by = authorship(clerk);
    QCOMPARE(std::get<Contact>(*blind->theirs), contact);
    QVERIFY(work.chiefs().submit(submission(3, other, 1)));
    const auto contacts = contactsOf(work.clerks());
    QCOMPARE(contacts.size(), 2);
    QCOMPARE(contacts.first(), contact);
    QCOMPARE(contacts.last().version, 2);
    QCOMPARE(contacts.last().by.user, chief);

    const auto none = work.clerks().submit(submission(4, contactOf(6, QStringLiteral("1")), 1));
    QVERIFY(none);
    QCOMPARE(none->verdict, Verdict::Conflict); // nothing is there that could be version 1
    QVERIFY(!none->theirs);
}

void TestEntries::anEmptyContactOnlyTakesOneBack()
{
    QFETCH(QString, backend);
    Work work(backend);
    QCOMPARE(codeOf(work.clerks().submit(submission(1, contactOf(2, {})))),
             ErrorCode::EntryIncomplete);
    QVERIFY(work.clerks().submit(submission(2, contactOf(2, QStringLiteral("090-0000-0001")))));
    const auto back = work.clerks().submit(submission(3, contactOf(2, {}), 1));
    QVERIFY(back);
    QCOMPARE(back->verdict, Verdict::Registered);
    QCOMPARE(contactsOf(work.clerks()).last().telephone, QString());
}

void TestEntries::theSameAgainCountsOnce()
{
    QFETCH(QString, backend);
    Work work(backend);
    const auto sent = submission(1, noteOn(3, QStringLiteral("一")));
    const auto first = work.clerks().submit(sent);
    QVERIFY(first);
    QVERIFY(work.clerks().submit(submission(2, noteOn(3, QStringLiteral("二"), 1), 1)));
    work.world().goTo(QDate(2026, 11, 5));
    auto again = sent;
    again.filedAt = again.filedAt.addDays(1); // for the record only
    auto &noteAgain = std::get<Note>(again.proposal.entered);
    noteAgain.version = 9; // the register's, never the caller's
    noteAgain.by = authorship(chief);
    const auto second = work.clerks().submit(again);
    QVERIFY(second);
    QCOMPARE(second->verdict, first->verdict);
    QCOMPARE(second->feedNumber, first->feedNumber);
    QCOMPARE(second->entry, first->entry);
    QCOMPARE(second->at, first->at);
    QCOMPARE(notesOf(work.clerks()).size(), 2);
    QCOMPARE(work.feedEnd(), 2);
}

void TestEntries::aConflictIsFinal()
{
    QFETCH(QString, backend);
    Work work(backend);
    QVERIFY(work.clerks().submit(submission(1, noteOn(3, QStringLiteral("一")))));
    const auto ahead = submission(2, noteOn(3, QStringLiteral("三"), 1), 2);
    const auto first = work.clerks().submit(ahead);
    QVERIFY(first);
    QCOMPARE(first->verdict, Verdict::Conflict);
    QVERIFY(work.chiefs().submit(submission(3, noteOn(3, QStringLiteral("二"), 1), 1)));
    // It would fit now; its author has seen a conflict, and must not be surprised.
    const auto second = work.clerks().submit(ahead);
    QVERIFY(second);
    QCOMPARE(second->verdict, Verdict::Conflict);
    QCOMPARE(std::get<Note>(*second->theirs), std::get<Note>(*first->theirs));
    QCOMPARE(std::get<Note>(*second->theirs).text, QStringLiteral("一"));
    QCOMPARE(notesOf(work.clerks()).size(), 2);
}

void TestEntries::aRefusalIsNotKept()
{
    QFETCH(QString, backend);
    Work work(backend);
    const auto sent = submission(1, noteOn(60, QStringLiteral("一")));
    QCOMPARE(codeOf(work.clerks().submit(sent)), ErrorCode::ResidentUnknown);
    central::CityPart moved;
    moved.people.append({support::aPerson(60).version(1)});
    QVERIFY(work.world().owner().applyChanges(moved));
    const auto answer = work.clerks().submit(sent);
    QVERIFY(answer);
    QCOMPARE(answer->verdict, Verdict::Registered);
}

void TestEntries::aUuidBelongsToItsContentAndAuthor()
{
    QFETCH(QString, backend);
    Work work(backend);
    QVERIFY(work.clerks().submit(submission(1, noteOn(3, QStringLiteral("一")))));
    QCOMPARE(codeOf(work.clerks().submit(submission(1, noteOn(3, QStringLiteral("二"))))),
             ErrorCode::RegisterRefused);
    QCOMPARE(codeOf(work.clerks().submit(submission(1, noteOn(4, QStringLiteral("一"))))),
             ErrorCode::RegisterRefused);
    QCOMPARE(codeOf(work.chiefs().submit(submission(1, noteOn(3, QStringLiteral("一"))))),
             ErrorCode::RegisterRefused);
    QCOMPARE(notesOf(work.clerks()).size(), 1);
    auto unnamed = submission(2, noteOn(3, QStringLiteral("三")));
    unnamed.uuid = QStringLiteral("not a uuid");
    QCOMPARE(codeOf(work.clerks().submit(unnamed)), ErrorCode::EntryIncomplete);
}

void TestEntries::whoMayNotWriteIsRefused()
{
    QFETCH(QString, backend);
    Work work(backend);
    const auto note = submission(1, noteOn(3, QStringLiteral("一")));
    auto &link = work.admins(); // without Right::WriteNote
    QCOMPARE(codeOf(link.submit(note)), ErrorCode::RightMissing);
    QCOMPARE(codeOf(link.submit(submission(2, restrictionOn(3), 0, because))),
             ErrorCode::RightMissing);
    QCOMPARE(codeOf(link.decide(registering(1))), ErrorCode::RightMissing);
    work.clerks().closeSession();
    QCOMPARE(codeOf(work.clerks().submit(note)), ErrorCode::NotSignedIn);
    QCOMPARE(codeOf(work.clerks().decide(registering(1))), ErrorCode::NotSignedIn);
    QVERIFY(notesOf(work.chiefs()).isEmpty());
}

void TestEntries::aRightThatEndedEndsNow()
{
    QFETCH(QString, backend);
    Work work(backend); // Right::EnterRestriction until 31 March 2027
    work.world().goTo(QDate(2027, 3, 31));
    QVERIFY(work.world().link(QStringLiteral("clerk")).changePassword(support::keyOf('n')));
    QVERIFY(work.clerks().submit(submission(1, restrictionOn(3), 0, because)));
    work.world().goTo(QDate(2027, 4, 1));
    QCOMPARE(codeOf(work.clerks().submit(submission(2, restrictionOn(4), 0, because))),
             ErrorCode::RightMissing);
    QVERIFY(work.clerks().submit(submission(3, noteOn(4, QStringLiteral("一")))));
    work.world().goTo(QDate(2026, 3, 31)); // the day before the account begins
    QCOMPARE(codeOf(work.clerks().submit(submission(4, noteOn(4, QStringLiteral("二"))))),
             ErrorCode::UserExpired);
}

void TestEntries::limitsAreCharacters()
{
    QFETCH(QString, backend);
    Work work(backend);
    const QString kanji = QStringLiteral("𠮷"); // one character in two UTF-16 units
    QVERIFY(work.clerks().submit(submission(1, noteOn(3, kanji.repeated(1000)))));
    const auto tooLong = work.clerks().submit(submission(2, noteOn(3, kanji.repeated(1001))));
    QCOMPARE(codeOf(tooLong), ErrorCode::EntryIncomplete);
    QCOMPARE(detailOf(tooLong), QStringLiteral("text"));
    auto contact = contactOf(3, kanji.repeated(30));
    contact.sendAddress = kanji.repeated(200);
    contact.sendName = kanji.repeated(100);
    QVERIFY(work.clerks().submit(submission(3, contact)));
    QVERIFY(work.clerks().submit(submission(4, restrictionOn(3), 0, kanji.repeated(500))));
    QCOMPARE(notesOf(work.clerks()).first().text, kanji.repeated(1000));
    QCOMPARE(contactsOf(work.clerks()).first().sendAddress, contact.sendAddress);
}

void TestEntries::whatCannotBeIsRefused()
{
    QFETCH(QString, backend);
    Work work(backend);
    for (const auto &one : wrongCases()) {
        const auto answer = work.clerks().submit(one.sent);
        QVERIFY2(codeOf(answer) == ErrorCode::EntryIncomplete, one.name);
        QCOMPARE(detailOf(answer), QString::fromLatin1(one.field));
        QVERIFY2(work.feedEnd() == 0, one.name);
    }
}

void TestEntries::numbersGoOnBehindThoseOfTheCity()
{
    QFETCH(QString, backend);
    auto city = nineHouseholds();
    for (const int version : {1, 2}) {
        auto note = noteOn(3, QStringLiteral("一"), 7);
        note.version = version;
        city.notes.append(note);
    }
    city.contacts.append(contactOf(3, QStringLiteral("000-0000-0001")));
    Work work(backend, city);
    QCOMPARE(work.feedEnd(), 0);
    QVERIFY(work.clerks().submit(submission(1, noteOn(4, QStringLiteral("二")))));
    QCOMPARE(notesOf(work.clerks()).last().id, 8);
    QVERIFY(work.clerks().submit(submission(2, noteOn(3, QStringLiteral("三"), 7), 2)));
    QCOMPARE(notesOf(work.clerks()).at(2).version, 3);
    const auto contact =
        work.clerks().submit(submission(3, contactOf(3, QStringLiteral("000-0000-0002")), 1));
    QVERIFY(contact);
    QCOMPARE(contact->verdict, Verdict::Registered);
    QCOMPARE(contactsOf(work.clerks()).last().version, 2);
    // The owner's changes go the same way (training).
    central::CityPart changes;
    auto fourth = noteOn(3, QStringLiteral("四"), 7);
    fourth.version = 4;
    changes.notes.append(fourth);
    QVERIFY(work.world().owner().applyChanges(changes));
    QCOMPARE(notesOf(work.clerks()).at(3), fourth);
}

void TestEntries::whoIsFedIsTold()
{
    QFETCH(QString, backend);
    Work work(backend);
    std::atomic_int told = 0;
    work.clerks().whenFed([&told] { ++told; });
    QVERIFY(work.clerks().submit(submission(1, noteOn(3, QStringLiteral("一")))));
    QTRY_VERIFY(told > 0);
    work.clerks().whenFed({});
}

QTEST_GUILESS_MAIN(TestEntries)
#include "tst_entries.moc"
