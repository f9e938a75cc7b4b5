#include "entrywork.h"

using namespace entrywork;
using central::Offer;

namespace {

const QDateTime ten(QDate(2026, 11, 2), QTime(1, 0), Qt::UTC);

Offer offerOf(const Submission &sent, const QString &user, const SubmissionAnswer &answer)
{
    return {.what = sent, .userId = user, .feedNumber = answer.feedNumber, .at = answer.at};
}

const Submission &submissionIn(const Offer &offer)
{
    return std::get<Submission>(offer.what);
}

/// What a station remembers of work done at a register that was lost.
struct Remembered
{
    QList<Offer> offers;
    QByteArray digest; ///< of the register as it was
};

/// Each hands in his own; the clerk's station first those of everybody.
void offerAll(Work &restored, const QList<Offer> &offers)
{
    QVERIFY(restored.clerks().offerAgain(offers));
    for (const auto &offer : offers) {
        if (offer.userId == chief)
            QVERIFY(restored.chiefs().offerAgain({offer}));
    }
}

/// Three entries of two clerks; nobody has checked the restriction.
Remembered workThatWasLost(const QString &backend)
{
    Work work(backend);
    Remembered kept;
    const auto submit = [&kept](central::CentralLink &link, const QString &user,
                                const Submission &sent) {
        const auto answer = link.submit(sent);
        if (!answer)
            qFatal("not submitted");
        kept.offers.append(offerOf(sent, user, *answer));
    };
    submit(work.clerks(), clerk, submission(1, noteOn(3, QStringLiteral("一"))));
    work.world().goTo(ten.addSecs(60));
    submit(work.chiefs(), chief, submission(2, noteOn(3, QStringLiteral("二"), 1), 1));
    work.world().goTo(ten.addSecs(120));
    submit(work.clerks(), clerk, submission(3, restrictionOn(4), 0, because));
    submit(work.clerks(), clerk, submission(4, contactOf(6, QStringLiteral("090-0000-0001"))));
    kept.digest = *work.clerks().registerDigest();
    return kept;
}

} // namespace

// After a restore: what was acknowledged is offered again and applied in its order.
class TestEntriesOffers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasLostComesBackByteByByte_data() { support::everyRegister(); }
    void whatWasLostComesBackByteByByte();
    void theOrderIsThatOfTheRegister_data() { support::everyRegister(); }
    void theOrderIsThatOfTheRegister();
    void nobodySpeaksForAnother_data() { support::everyRegister(); }
    void nobodySpeaksForAnother();
    void onesOwnWordIsWhole_data() { support::everyRegister(); }
    void onesOwnWordIsWhole();
    void anAccountMayComeLater_data() { support::everyRegister(); }
    void anAccountMayComeLater();
    void aLaterAcknowledgementIsLookedAtAnew_data() { support::everyRegister(); }
    void aLaterAcknowledgementIsLookedAtAnew();
    void whatWasWrittenSinceStays_data() { support::everyRegister(); }
    void whatWasWrittenSinceStays();
    void whatWasProtectedSinceStays_data() { support::everyRegister(); }
    void whatWasProtectedSinceStays();
    void whatItCountsOnMayComeLater_data() { support::everyRegister(); }
    void whatItCountsOnMayComeLater();
    void whoHadNoRightWaits_data() { support::everyRegister(); }
    void whoHadNoRightWaits();
    void whatIsThereIsKnown_data() { support::everyRegister(); }
    void whatIsThereIsKnown();
    void whatDoesNotFitIsLeft_data() { support::everyRegister(); }
    void whatDoesNotFitIsLeft();
    void anOfferIsNotOvertaken_data() { support::everyRegister(); }
    void anOfferIsNotOvertaken();
    void offeringNeedsASession_data() { support::everyRegister(); }
    void offeringNeedsASession();
    void backupsAreToldToStations_data() { support::everyRegister(); }
    void backupsAreToldToStations();
};

void TestEntriesOffers::whatWasLostComesBackByteByByte()
{
    QFETCH(QString, backend);
    const auto lost = workThatWasLost(backend);
    Work restored(backend);
    offerAll(restored, lost.offers);
    offerAll(restored, lost.offers); // the same again is fine
    QCOMPARE(restored.feedEnd(), 0); // an administrator decides
    const auto applied = restored.world().owner().applyOffers();
    QVERIFY2(applied, qPrintable(detailOf(applied)));
    QCOMPARE(applied->applied, 4);
    QCOMPARE(applied->known, 0);
    QCOMPARE(applied->left, 0);
    QCOMPARE(*restored.clerks().registerDigest(), lost.digest);
    QCOMPARE(notesOf(restored.clerks()).last().by.user, chief);
    QCOMPARE(notesOf(restored.clerks()).last().by.at, ten.addSecs(60));
    const auto again = restored.world().owner().applyOffers();
    QVERIFY(again);
    QCOMPARE(again->applied, 0);
    QCOMPARE(*restored.clerks().registerDigest(), lost.digest);
}

void TestEntriesOffers::theOrderIsThatOfTheRegister()
{
    QFETCH(QString, backend);
    auto lost = workThatWasLost(backend);
    std::reverse(lost.offers.begin(), lost.offers.end());
    Work restored(backend);
    // Each station hands in its own, in whatever order.
    for (const auto &offer : std::as_const(lost.offers))
        offerAll(restored, {offer});
    const auto applied = restored.world().owner().applyOffers();
    QVERIFY(applied);
    QCOMPARE(applied->applied, 4);
    QCOMPARE(*restored.clerks().registerDigest(), lost.digest);
}

// A checker could hand in, in a colleague's name, what he then checks himself (四眼の原則,
// design.md 3).
void TestEntriesOffers::nobodySpeaksForAnother()
{
    QFETCH(QString, backend);
    Work work(backend);
    const auto forged = submission(1, restrictionOn(4), 0, because);
    const Offer said = offerOf(forged, clerk, {.feedNumber = 900, .at = ten});
    const Offer checked{.what =
                            central::Decision{.uuid = uuidOf(1), .outcome = CheckOutcome::Register},
                        .userId = chief,
                        .feedNumber = 901,
                        .at = ten.addSecs(60)};
    const QList<Offer> both{said, checked};
    QVERIFY(work.chiefs().offerAgain(both));
    for (int round = 0; round < 2; ++round) {
        const auto applied = work.world().owner().applyOffers();
        QVERIFY2(applied, qPrintable(detailOf(applied)));
        QCOMPARE(applied->applied, 0);
        QCOMPARE(applied->waiting, 2);
        QCOMPARE(work.feedEnd(), 0);
    }
    // Said by its author himself, it counts.
    QVERIFY(work.clerks().offerAgain({said}));
    QCOMPARE(work.world().owner().applyOffers()->applied, 2);
}

// Neither the time nor the place in the order are another person's to say.
void TestEntriesOffers::onesOwnWordIsWhole()
{
    QFETCH(QString, backend);
    Work work(backend);
    const auto first = submission(1, noteOn(3, QStringLiteral("一")));
    const auto second = submission(2, noteOn(4, QStringLiteral("二")));
    QVERIFY(work.chiefs().offerAgain(
        {offerOf(first, clerk, {.feedNumber = 900, .at = ten.addYears(-40)})}));
    QVERIFY(work.clerks().offerAgain({offerOf(first, clerk, {.feedNumber = 1, .at = ten}),
                                      offerOf(second, clerk, {.feedNumber = 2, .at = ten})}));
    const auto applied = work.world().owner().applyOffers();
    QVERIFY2(applied, qPrintable(detailOf(applied)));
    QCOMPARE(applied->applied, 2);
    const auto notes = notesOf(work.clerks());
    QCOMPARE(notes.first().text, QStringLiteral("一"));
    QCOMPARE(notes.first().by.at, ten);
}

// It was opened after the backup, and somebody else's session brought what its holder had entered.
void TestEntriesOffers::anAccountMayComeLater()
{
    QFETCH(QString, backend);
    Work work(backend);
    const QString nobody = QStringLiteral("nobody");
    const auto offer = offerOf(submission(1, noteOn(3, QStringLiteral("一"))), nobody,
                               {.feedNumber = 1, .at = ten});
    QVERIFY(work.clerks().offerAgain({offer}));
    QCOMPARE(work.world().owner().applyOffers()->left, 1);
    QVERIFY(
        work.world().owner().addUsers({support::TestRegister::user(nobody, central::Role::Clerk)}));
    QVERIFY(work.world().signIn(nobody));
    QVERIFY(work.world().link(nobody).offerAgain({offer}));
    QCOMPARE(codeOf(work.world().link(nobody).submit(submissionIn(offer))),
             ErrorCode::EntryPending);
    QCOMPARE(work.world().owner().applyOffers()->applied, 1);
}

// What did not fit once was sent anew, acknowledged, and lost once more.
void TestEntriesOffers::aLaterAcknowledgementIsLookedAtAnew()
{
    QFETCH(QString, backend);
    Work work(backend);
    const auto sent = submission(1, restrictionOn(4), 0, because);
    const auto other = work.clerks().submit(submission(9, restrictionOn(4), 0, because));
    QVERIFY(other);
    const auto early = offerOf(sent, clerk, {.feedNumber = 1, .at = ten.addSecs(-3600)});
    QVERIFY(work.clerks().offerAgain({early}));
    QCOMPARE(work.world().owner().applyOffers()->left, 1);
    QVERIFY(work.chiefs().decide(registering(other->entry)));
    QVERIFY(work.clerks().offerAgain({early})); // the same again
    QCOMPARE(work.world().owner().applyOffers()->applied, 0);
    const auto later = offerOf(sent, clerk, {.feedNumber = 9, .at = ten.addSecs(3600)});
    QVERIFY(work.clerks().offerAgain({later}));
    QCOMPARE(work.world().owner().applyOffers()->applied, 1);
    QCOMPARE(entriesOf(work.clerks()).last().author.at, later.at);
    QVERIFY(work.clerks().offerAgain({later, early}));
    QCOMPARE(work.world().owner().applyOffers()->applied, 0); // once
}

// A restored register gives numbers and versions anew. Who hides from somebody, and has told a new
// telephone since, is not called at the old one.
void TestEntriesOffers::whatWasWrittenSinceStays()
{
    QFETCH(QString, backend);
    Work work(backend);
    const auto lost = [](int n, const residents::Entered &entered, int base) {
        return offerOf(submission(n, entered, base), clerk,
                       {.feedNumber = n, .at = ten.addSecs(n - 3600)});
    };
    const QList<Offer> offers{lost(1, contactOf(6, QStringLiteral("090-0000-0001")), 0),
                              lost(2, contactOf(6, QStringLiteral("090-0000-0002")), 1),
                              lost(3, noteOn(3, QStringLiteral("一")), 0),
                              lost(4, noteOn(3, QStringLiteral("二"), 1), 1)};
    QVERIFY(work.chiefs().submit(submission(9, contactOf(6, QStringLiteral("090-0000-0009")))));
    QVERIFY(work.chiefs().submit(submission(8, noteOn(3, QStringLiteral("別")))));
    QVERIFY(work.clerks().offerAgain(offers));
    const auto applied = work.world().owner().applyOffers();
    QVERIFY2(applied, qPrintable(detailOf(applied)));
    QCOMPARE(applied->applied, 1); // the first note, as number 2
    QCOMPARE(applied->left, 3);
    // Nor does its author's station write over it, which sends what was left like any other.
    for (const int index : {1, 3}) {
        const auto answer = work.clerks().submit(submissionIn(offers.at(index)));
        QVERIFY(answer && answer->verdict == Verdict::Conflict);
        QVERIFY(answer->theirs);
    }
    QCOMPARE(contactsOf(work.clerks()).size(), 1);
    QCOMPARE(contactsOf(work.clerks()).last().telephone, QStringLiteral("090-0000-0009"));
    QCOMPARE(notesOf(work.clerks()).size(), 2);
}

// The end of a protection that was lost does not end the one that was set in its place.
void TestEntriesOffers::whatWasProtectedSinceStays()
{
    QFETCH(QString, backend);
    Work work(backend);
    const auto set = work.clerks().submit(submission(9, restrictionOn(4), 0, because));
    QVERIFY(set && work.chiefs().decide(registering(set->entry)));
    auto ended = restrictionOn(4, restrictionsOf(work.clerks()).last().id);
    ended.ended = true;
    const auto lost = submission(1, ended, 2, because);
    QVERIFY(work.clerks().offerAgain(
        {offerOf(lost, clerk, {.feedNumber = 1, .at = ten.addSecs(-3600)})}));
    const auto applied = work.world().owner().applyOffers();
    QVERIFY2(applied, qPrintable(detailOf(applied)));
    QCOMPARE(applied->applied, 0);
    QCOMPARE(applied->left, 1);
    const auto answer = work.clerks().submit(lost);
    QVERIFY(answer && answer->verdict == Verdict::Conflict);
    // Who saw the new one may end it.
    QVERIFY(work.clerks().submit(submission(2, ended, 2, because)));
}

void TestEntriesOffers::whatItCountsOnMayComeLater()
{
    QFETCH(QString, backend);
    Work work(backend);
    const auto first = offerOf(submission(1, contactOf(6, QStringLiteral("090-0000-0001"))), chief,
                               {.feedNumber = 1, .at = ten});
    const auto second = offerOf(submission(2, contactOf(6, QStringLiteral("090-0000-0002")), 1),
                                clerk, {.feedNumber = 2, .at = ten.addSecs(60)});
    QVERIFY(work.clerks().offerAgain({first, second})); // the chief is not there yet
    const auto early = work.world().owner().applyOffers();
    QVERIFY2(early, qPrintable(detailOf(early)));
    QCOMPARE(early->applied, 0);
    QCOMPARE(early->left, 0);
    QCOMPARE(early->waiting, 2);
    QCOMPARE(codeOf(work.clerks().submit(submissionIn(second))), ErrorCode::EntryPending);
    QVERIFY(work.chiefs().offerAgain({first}));
    QCOMPARE(work.world().owner().applyOffers()->applied, 2);
    QCOMPARE(contactsOf(work.clerks()).last().telephone, QStringLiteral("090-0000-0002"));
}

void TestEntriesOffers::whoHadNoRightWaits()
{
    QFETCH(QString, backend);
    Work work(backend);
    const auto sent = submission(1, noteOn(3, QStringLiteral("一")));
    // A day long before he had any right.
    const Offer early = offerOf(sent, clerk, {.feedNumber = 1, .at = ten.addYears(-40)});
    QVERIFY(work.clerks().offerAgain({early}));
    const auto applied = work.world().owner().applyOffers();
    QVERIFY2(applied, qPrintable(detailOf(applied)));
    QCOMPARE(applied->applied, 0);
    QCOMPARE(applied->waiting, 1);
    QCOMPARE(work.feedEnd(), 0);
}

void TestEntriesOffers::whatIsThereIsKnown()
{
    QFETCH(QString, backend);
    Work work(backend);
    const auto sent = submission(1, noteOn(3, QStringLiteral("一")));
    const auto answer = work.clerks().submit(sent);
    QVERIFY(answer);
    QVERIFY(work.clerks().offerAgain({offerOf(sent, clerk, *answer)}));
    const auto applied = work.world().owner().applyOffers();
    QVERIFY(applied);
    QCOMPARE(applied->applied, 0);
    QCOMPARE(applied->known, 1);
    QCOMPARE(notesOf(work.clerks()).size(), 1);
    const auto again = work.clerks().submit(sent);
    QVERIFY(again);
    QCOMPARE(again->feedNumber, answer->feedNumber);
}

void TestEntriesOffers::whatDoesNotFitIsLeft()
{
    QFETCH(QString, backend);
    const auto lost = workThatWasLost(backend);
    Work restored(backend);
    // Somebody wrote before the offers were applied: note 1 is another one now.
    QVERIFY(restored.clerks().submit(submission(9, noteOn(7, QStringLiteral("別の方")))));
    QVERIFY(restored.clerks().submit(submission(8, contactOf(6, QStringLiteral("090-0000-0009")))));
    offerAll(restored, lost.offers);
    const auto applied = restored.world().owner().applyOffers();
    QVERIFY(applied);
    QCOMPARE(applied->applied, 2); // the first note, as number 2, and the restriction
    QCOMPARE(applied->known, 0);
    QCOMPARE(applied->left, 2);
    QCOMPARE(contactsOf(restored.clerks()).size(), 1);
    QCOMPARE(notesOf(restored.clerks()).size(), 2);
}

void TestEntriesOffers::anOfferIsNotOvertaken()
{
    QFETCH(QString, backend);
    const auto lost = workThatWasLost(backend);
    Work restored(backend);
    QVERIFY(restored.clerks().offerAgain(lost.offers));
    const auto &first = lost.offers.first();
    QCOMPARE(codeOf(restored.clerks().submit(submissionIn(first))), ErrorCode::EntryPending);
    QCOMPARE(restored.feedEnd(), 0);
    QVERIFY(restored.world().owner().applyOffers());
    const auto answer = restored.clerks().submit(submissionIn(first));
    QVERIFY(answer);
    QCOMPARE(answer->verdict, Verdict::Registered);
    QCOMPARE(answer->feedNumber, first.feedNumber);
    QCOMPARE(answer->at, first.at);
    const auto entered = restored.clerks().submit(submissionIn(lost.offers.at(2)));
    QVERIFY(entered);
    QCOMPARE(entered->verdict, Verdict::Provisional);
    QCOMPARE(entered->entry, 1);
}

void TestEntriesOffers::offeringNeedsASession()
{
    QFETCH(QString, backend);
    Work work(backend);
    const auto sent = submission(1, noteOn(3, QStringLiteral("一")));
    const auto offer = offerOf(sent, clerk, {.feedNumber = 1, .at = ten});
    auto damaged = offer;
    std::get<Note>(std::get<Submission>(damaged.what).proposal.entered).text.clear();
    QCOMPARE(codeOf(work.clerks().offerAgain({offer, damaged})), ErrorCode::EntryIncomplete);
    work.clerks().closeSession();
    QCOMPARE(codeOf(work.clerks().offerAgain({offer})), ErrorCode::NotSignedIn);
    QCOMPARE(work.world().owner().applyOffers()->applied, 0); // all of a call or nothing
}

void TestEntriesOffers::backupsAreToldToStations()
{
    QFETCH(QString, backend);
    Work work(backend);
    const central::Position first{.number = 0,
                                  .hash = central::firstHash(support::TestRegister::registerId())};
    QCOMPARE(work.clerks().feed(first, 10)->backedUpTo, 0);
    QVERIFY(work.clerks().submit(submission(1, noteOn(3, QStringLiteral("一")))));
    QVERIFY(work.clerks().submit(submission(2, noteOn(4, QStringLiteral("二")))));
    QCOMPARE(codeOf(work.world().owner().noteBackup(3)), ErrorCode::RegisterRefused);
    QVERIFY(work.world().owner().noteBackup(2));
    QCOMPARE(work.clerks().feed(first, 10)->backedUpTo, 2);
    QVERIFY(work.world().owner().noteBackup(1)); // an older one does not take the newer one away
    QCOMPARE(work.clerks().feed(first, 10)->backedUpTo, 2);
}

QTEST_GUILESS_MAIN(TestEntriesOffers)
#include "tst_entriesoffers.moc"
