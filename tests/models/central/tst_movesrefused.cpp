#include "movework.h"

#include <functional>

using namespace movework;

// What the register refuses of 転居, whatever the desk that entered it says (design.md 3).
class TestMovesRefused : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRuleIsNamed_data() { support::everyRegister(); }
    void aRuleIsNamed();
    void aFieldIsNamed_data() { support::everyRegister(); }
    void aFieldIsNamed();
    void whoHasLeftDoesNotMove_data();
    void whoHasLeftDoesNotMove();
    void anUnknownPersonIsRefused_data() { support::everyRegister(); }
    void anUnknownPersonIsRefused();
    void anotherVersionIsAConflict_data() { support::everyRegister(); }
    void anotherVersionIsAConflict();
    void oneWaitsOnAPersonAndAHousehold_data() { support::everyRegister(); }
    void oneWaitsOnAPersonAndAHousehold();
    void theAuthorDoesNotCheckHisOwn_data() { support::everyRegister(); }
    void theAuthorDoesNotCheckHisOwn();
    void whatIsSentBackSetsThemFree_data() { support::everyRegister(); }
    void whatIsSentBackSetsThemFree();
    void whatWasRightMayBeNoMore_data() { support::everyRegister(); }
    void whatWasRightMayBeNoMore();
    void aHiddenAddressIsNotGuessedBeforeItsFirstDay_data() { support::everyRegister(); }
    void aHiddenAddressIsNotGuessedBeforeItsFirstDay();
    void aHiddenAddressIsNotGuessed_data() { support::everyRegister(); }
    void aHiddenAddressIsNotGuessed();
    void whatChangedMeanwhileIsNotWrittenOver_data() { support::everyRegister(); }
    void whatChangedMeanwhileIsNotWrittenOver();
    void aNumberIsOneThatWasGivenOut_data() { support::everyRegister(); }
    void aNumberIsOneThatWasGivenOut();
    void anAlertIsLeftToTheDesk_data() { support::everyRegister(); }
    void anAlertIsLeftToTheDesk();
    void theRightIsItsOwn_data() { support::everyRegister(); }
    void theRightIsItsOwn();

private:
    using Change = std::function<void(Move &)>;
    struct Case
    {
        QString name;
        QString expected;
        Move move;
    };
    void row(const char *name, const QString &expected, const Change &change);
    void refusesAll(Work &work, ErrorCode code);
    void rules();
    void fields();
    QList<Case> m_cases;
};

void TestMovesRefused::row(const char *name, const QString &expected, const Change &change)
{
    Move move = wholeFamily();
    change(move);
    m_cases.append({QString::fromUtf8(name), expected, move});
}

void TestMovesRefused::rules()
{
    m_cases.clear();
    const auto rule = [](residents::MoveRule one) { return residents::moveRuleName(one); };
    using R = residents::MoveRule;
    // JS1 4.0.3: 異動日 of a 転居 is not in the future, 届出日 neither.
    row("tomorrow", rule(R::DateInFuture), [](Move &m) { m.happenedOn = QDate(2026, 11, 3); });
    row("notified tomorrow", rule(R::NoticeInFuture),
        [](Move &m) { m.notifiedOn = QDate(2026, 11, 3); });
    // 住民基本台帳法 第23条: notice of a 転居 is given after it.
    row("notified before it", rule(R::NoticeEarly),
        [](Move &m) { m.notifiedOn = QDate(2026, 10, 29); });
    row("of another household", rule(R::NotOfHousehold),
        [](Move &m) { m.movers.append(change(7, QStringLiteral("弟"))); });
    row("someone who does not stay there is renamed", rule(R::NotOfHousehold),
        [](Move &m) { m.others = {change(7, QStringLiteral("弟"))}; });
    // municipal-facts.md 9.5: 異動日 before 住民となった日 is an エラー.
    row("before he came", rule(R::BeforeResident),
        [](Move &m) { m.happenedOn = QDate(2015, 3, 31); });
    row("another city", rule(R::AddressElsewhere),
        [](Move &m) { m.address.code = QStringLiteral("98202001001"); });
    row("a household lives elsewhere", rule(R::AddressNotHouseholds), [](Move &m) {
        m.to = {.id = {5}, .baseVersion = 1};
        m.movers = {change(1, QStringLiteral("兄")), change(2, QStringLiteral("兄の妻")),
                    change(3, QStringLiteral("兄の子")), change(4, QStringLiteral("兄の子"))};
    });
    row("somebody stays", rule(R::PartOfHousehold), [](Move &m) { m.movers.removeLast(); });
    // JS1 1.1.11: 孫 is written 子の子; SpouseOfSpouse is nobody.
    row("孫", rule(R::RelationshipWrong),
        [](Move &m) { m.movers[3].relationship = QStringLiteral("孫"); });
    row("妻の夫", rule(R::RelationshipWrong),
        [](Move &m) { m.movers[2].relationship = QStringLiteral("妻の夫"); });
    row("five generations", rule(R::RelationshipWrong),
        [](Move &m) { m.movers[3].relationship = QStringLiteral("子の子の子の子の子"); });
    row("not as it is registered", rule(R::RelationshipWrong),
        [](Move &m) { m.movers[1].relationship = QStringLiteral("妻(未届)"); });
    row("nobody leads", rule(R::HeadMissing),
        [](Move &m) { m.movers[0].relationship = QStringLiteral("父"); });
    row("two lead", rule(R::HeadTwice),
        [](Move &m) { m.movers[1].relationship = QStringLiteral("世帯主"); });
    // R-ACC-02: a 転居 of a household changes where it lives and nothing else.
    row("another leads", rule(R::RelationshipChanged), [](Move &m) {
        m.movers[0].relationship = QStringLiteral("夫");
        m.movers[1].relationship = QStringLiteral("世帯主");
    });
    row("another 続柄", rule(R::RelationshipChanged),
        [](Move &m) { m.movers[3].relationship = QStringLiteral("縁故者"); });
}

/// A refusal leaves nothing behind, so one register does for all.
void TestMovesRefused::refusesAll(Work &work, ErrorCode code)
{
    QVERIFY(m_cases.size() > 10);
    for (const Case &one : std::as_const(m_cases)) {
        const auto answer = work.clerks().submit(submission(1, one.move));
        const auto tell = QStringLiteral("%1: %2").arg(one.name, detailOf(answer));
        QVERIFY2(codeOf(answer) == code, qPrintable(tell));
        QVERIFY2(detailOf(answer) == one.expected, qPrintable(tell));
    }
    QCOMPARE(work.feedEnd(), 0);
    // A refusal is not kept: mended, the same uuid counts.
    QVERIFY(work.clerks().submit(submission(1, wholeFamily())));
}

void TestMovesRefused::aRuleIsNamed()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    rules();
    refusesAll(work, ErrorCode::MoveRefused);
}

void TestMovesRefused::fields()
{
    m_cases.clear();
    const auto field = [](const char *name) { return QString::fromLatin1(name); };
    row("no 異動処理", field("kind"), [](Move &m) { m.kind = residents::MoveKind::Count; });
    row("no 異動日", field("happenedOn"), [](Move &m) { m.happenedOn = {}; });
    row("no 届出日", field("notifiedOn"), [](Move &m) { m.notifiedOn = {}; });
    // R-ACQ-01: not without a record of the 本人確認.
    row("nothing shown", field("documents"), [](Move &m) { m.notifier.documents.clear(); });
    row("a long name", field("notifierName"),
        [](Move &m) { m.notifier.name = QString(101, u'名'); });
    row("a long number of paper", field("paper"), [](Move &m) { m.paper = QString(41, u'1'); });
    row("no base of the household", field("fromVersion"), [](Move &m) { m.from.baseVersion = 0; });
    row("two bases of one household", field("toVersion"), [](Move &m) { m.to.baseVersion = 2; });
    row("no code", field("code"), [](Move &m) { m.address.code.clear(); });
    row("no town", field("town"), [](Move &m) { m.address.town = QStringLiteral("　"); });
    row("no lot", field("lot"), [](Move &m) { m.address.lot.clear(); });
    row("a postal code", field("postalCode"),
        [](Move &m) { m.address.postalCode = QStringLiteral("123"); });
    row("a line break", field("building"),
        [](Move &m) { m.address.building = QStringLiteral("メゾン\n緑"); });
    row("nobody", field("movers"), [](Move &m) { m.movers.clear(); });
    row("not whose record is open", field("movers"), [](Move &m) { m.person = {5}; });
    row("twice", field("others"), [](Move &m) { m.others = {change(2, QStringLiteral("妻"))}; });
    row("too many notes", field("acknowledged"),
        [](Move &m) { m.acknowledged = QStringList(41, QStringLiteral("x")); });
}

void TestMovesRefused::aFieldIsNamed()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    fields();
    refusesAll(work, ErrorCode::EntryIncomplete);
}

void TestMovesRefused::whoHasLeftDoesNotMove_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<residents::State>("state");
    QTest::addColumn<QString>("expected");
    for (const char *backend : {"embedded", "postgres"}) {
        const auto name = QString::fromLatin1(backend);
        QTest::addRow("除票, %s", backend)
            << name << residents::State::Died << QStringLiteral("NotResident");
        QTest::addRow("転出予定, %s", backend)
            << name << residents::State::MoveOutPlanned << QStringLiteral("MoveOutPlanned");
    }
}

void TestMovesRefused::whoHasLeftDoesNotMove()
{
    QFETCH(QString, backend);
    QFETCH(residents::State, state);
    QFETCH(QString, expected);
    auto city = familyCity();
    city.people[3].first().state = state;
    Work work(backend, city);
    const auto answer = work.clerks().submit(submission(1, wholeFamily()));
    QCOMPARE(codeOf(answer), ErrorCode::MoveRefused);
    QCOMPARE(detailOf(answer), expected);
    // Without who was removed the household is whole.
    auto rest = wholeFamily();
    rest.movers.removeLast();
    QCOMPARE(work.clerks().submit(submission(2, rest)).has_value(),
             state == residents::State::Died);
}

void TestMovesRefused::anUnknownPersonIsRefused()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    auto move = wholeFamily();
    move.movers.append(change(99, QStringLiteral("子")));
    QCOMPARE(codeOf(work.clerks().submit(submission(1, move))), ErrorCode::ResidentUnknown);
    move = wholeFamily();
    move.from.id = {99};
    QCOMPARE(codeOf(work.clerks().submit(submission(2, move))), ErrorCode::ResidentUnknown);
}

void TestMovesRefused::anotherVersionIsAConflict()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    auto next = personOf(work.clerks(), 2);
    ++next.id.version;
    next.name.family = QStringLiteral("鈴木");
    central::CityPart changes;
    changes.people = {{next}};
    QVERIFY(work.world().owner().applyChanges(changes));
    const auto mine = wholeFamily();
    const auto answer = work.clerks().submit(submission(1, mine));
    QVERIFY2(answer, qPrintable(detailOf(answer)));
    QCOMPARE(answer->verdict, Verdict::Conflict);
    auto theirs = mine;
    theirs.movers[1].baseVersion = 2;
    QVERIFY(answer->theirs);
    QVERIFY(std::get<Move>(*answer->theirs) == theirs);
    // Final for this uuid; with the version that stands it is another one.
    QCOMPARE(work.clerks().submit(submission(1, mine))->verdict, Verdict::Conflict);
    QCOMPARE(work.clerks().submit(submission(2, theirs))->verdict, Verdict::Provisional);
}

void TestMovesRefused::oneWaitsOnAPersonAndAHousehold()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    const qint64 number = newHousehold(work.clerks());
    QVERIFY(work.clerks().submit(submission(1, leaves(3, number))));
    // The same person, another member of the household that is left, and the new number.
    QCOMPARE(codeOf(work.clerks().submit(submission(2, leaves(3, number)))),
             ErrorCode::EntryPending);
    QCOMPARE(codeOf(work.clerks().submit(submission(3, wholeFamily()))), ErrorCode::EntryPending);
    auto other = leaves(6, number);
    other.from = {.id = {5}, .baseVersion = 1};
    QCOMPARE(codeOf(work.clerks().submit(submission(4, other))), ErrorCode::EntryPending);
    // A 抑止 is no 異動: it is entered, and counts at the 照合.
    QVERIFY(work.clerks().submit(submission(5, restrictionOn(3), 0, because)));
    QVERIFY(work.chiefs().decide(registering(1)).has_value() == false);
}

void TestMovesRefused::theAuthorDoesNotCheckHisOwn()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    QVERIFY(work.chiefs().submit(submission(1, wholeFamily())));
    QCOMPARE(codeOf(work.chiefs().decide(registering(1))), ErrorCode::OwnEntry); // R-ACC-01
    QCOMPARE(codeOf(work.clerks().decide(registering(1))), ErrorCode::RightMissing);
    QCOMPARE(personOf(work.clerks(), 1).id.version, 1);
    QCOMPARE(entriesOf(work.clerks()).first().state, EntryState::Provisional);
}

void TestMovesRefused::whatIsSentBackSetsThemFree()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    const auto before = peopleOf(work.clerks());
    QVERIFY(work.clerks().submit(submission(1, wholeFamily())));
    QVERIFY(
        work.chiefs().decide({.entry = 1, .outcome = CheckOutcome::SendBack, .reason = because}));
    QVERIFY(work.clerks().submit(submission(2, wholeFamily())));
    QVERIFY(work.clerks().decide({.entry = 2, .outcome = CheckOutcome::Withdraw, .reason = {}}));
    QVERIFY(work.clerks().submit(submission(3, wholeFamily())));
    QCOMPARE(peopleOf(work.clerks()), before);
    QCOMPARE(formerOf(work.clerks()).size(), 0);
}

void TestMovesRefused::whatWasRightMayBeNoMore()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    QVERIFY(work.clerks().submit(submission(1, wholeFamily())));
    auto stop = restrictionOn(2);
    stop.movement = residents::RestrictionLevel::Stop;
    QVERIFY(work.clerks().submit(submission(2, stop, 0, because)));
    const auto decided = work.chiefs().decide(registering(1));
    QCOMPARE(codeOf(decided), ErrorCode::MoveRefused);
    QCOMPARE(detailOf(decided), QStringLiteral("Restricted"));
    QCOMPARE(personOf(work.clerks(), 1).id.version, 1);
    // Neither is another one entered.
    QVERIFY(
        work.chiefs().decide({.entry = 1, .outcome = CheckOutcome::SendBack, .reason = because}));
    QCOMPARE(detailOf(work.clerks().submit(submission(3, wholeFamily()))),
             QStringLiteral("Restricted"));
}

// municipal-facts.md 4.12: whoever may not open a record learns nothing of where it is by entering
// 異動.
void TestMovesRefused::aHiddenAddressIsNotGuessed()
{
    QFETCH(QString, backend);
    auto city = familyCity();
    auto hiding = support::aProtection(1, 2);
    hiding.movement = residents::RestrictionLevel::Alert;
    auto couple = support::aProtection(2, 0);
    couple.household = {5};
    couple.movement = residents::RestrictionLevel::None;
    city.restrictions = {hiding, couple};
    Work work(backend, city);
    int n = 0;
    const auto answerTo = [&](const Move &move) {
        return detailOf(work.clerks().submit(submission(++n, move)));
    };
    auto guess = wholeFamily();
    QCOMPARE(answerTo(guess), QStringLiteral("Restricted"));
    guess.address = oldHome(); // right
    QCOMPARE(answerTo(guess), QStringLiteral("Restricted"));
    // Of a member who does not move, and of the household that is joined.
    auto single = leaves(3, newHousehold(work.clerks()));
    single.address = oldHome();
    QCOMPARE(answerTo(single), QStringLiteral("Restricted"));
    auto joins = leaves(7, 5);
    joins.from = {.id = {7}, .baseVersion = 1};
    joins.to.baseVersion = 1;
    joins.movers = {change(7, QStringLiteral("弟"))};
    QCOMPARE(answerTo(joins), QStringLiteral("Restricted"));
    joins.address = couplesHome(); // right
    QCOMPARE(answerTo(joins), QStringLiteral("Restricted"));
    QCOMPARE(work.feedEnd(), 0);
}

// What is told before the first day cannot be taken back on it.
void TestMovesRefused::aHiddenAddressIsNotGuessedBeforeItsFirstDay()
{
    QFETCH(QString, backend);
    auto city = familyCity();
    auto hiding = support::aProtection(1, 2, QDate(2026, 11, 4));
    hiding.movement = residents::RestrictionLevel::None;
    city.restrictions = {hiding};
    Work work(backend, city);
    auto guess = wholeFamily();
    QCOMPARE(detailOf(work.clerks().submit(submission(1, guess))), QStringLiteral("Restricted"));
    guess.address = oldHome(); // right
    QCOMPARE(detailOf(work.clerks().submit(submission(2, guess))), QStringLiteral("Restricted"));
}

void TestMovesRefused::whatChangedMeanwhileIsNotWrittenOver()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    QVERIFY(work.clerks().submit(submission(1, wholeFamily())));
    auto next = personOf(work.clerks(), 2);
    ++next.id.version;
    next.name.family = QStringLiteral("鈴木");
    central::CityPart changes;
    changes.people = {{next}};
    QVERIFY(work.world().owner().applyChanges(changes));
    QCOMPARE(codeOf(work.chiefs().decide(registering(1))), ErrorCode::EntryConflict);
    QCOMPARE(personOf(work.clerks(), 2), next);
    QCOMPARE(personOf(work.clerks(), 1).id.version, 1);
}

void TestMovesRefused::aNumberIsOneThatWasGivenOut()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    const qint64 number = newHousehold(work.clerks());
    const auto refused = [&](int n, qint64 household) {
        const auto answer = work.clerks().submit(submission(n, leaves(3, household)));
        return codeOf(answer) == ErrorCode::EntryIncomplete &&
               detailOf(answer) == QStringLiteral("to");
    };
    QVERIFY(refused(1, number - 1));         // given out, with another check digit
    QVERIFY(refused(2, 900000000000000001)); // right, and given to nobody
    QVERIFY(work.clerks().submit(submission(3, leaves(3, number))));
    QVERIFY(work.chiefs().decide(registering(1)));
    // Taken: the household stands there now.
    auto late = leaves(4, number);
    const auto answer = work.clerks().submit(submission(4, late));
    QVERIFY2(answer, qPrintable(detailOf(answer)));
    QCOMPARE(answer->verdict, Verdict::Conflict);
}

// JS1 4.1.2.1: another house at the same lot is a 転居; that it was looked at stands in the entry.
void TestMovesRefused::anAlertIsLeftToTheDesk()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    auto move = wholeFamily();
    move.address = oldHome();
    move.acknowledged = QStringList{QStringLiteral("AddressUnchanged")};
    const auto answer = work.clerks().submit(submission(1, move));
    QVERIFY2(answer, qPrintable(detailOf(answer)));
    QVERIFY(work.chiefs().decide(registering(answer->entry)));
    QCOMPARE(personOf(work.clerks(), 1).movement.reason, MovementReason::MoveWithin);
    const auto entry = entriesOf(work.clerks()).first();
    QCOMPARE(std::get<Move>(entry.proposal.entered).acknowledged, move.acknowledged);
}

void TestMovesRefused::theRightIsItsOwn()
{
    QFETCH(QString, backend);
    Work work(backend, familyCity());
    QCOMPARE(codeOf(work.admins().submit(submission(1, wholeFamily()))), ErrorCode::RightMissing);
}

QTEST_GUILESS_MAIN(TestMovesRefused)
#include "tst_movesrefused.moc"
