#include "arrivalwork.h"

#include <QRandomGenerator>

using namespace arrivalwork;

// Two registers, one in C++ and one in SQL, are told the same random 異動: right ones, odd ones and
// wrong ones. They answer the same and hold the same rows afterwards.
class TestMovesAlike : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothRegistersDecideAlike_data();
    void bothRegistersDecideAlike();
};

namespace {

constexpr int households = 40;

class Chance final
{
public:
    explicit Chance(quint32 seed)
        : m_random(seed)
    {
    }
    int below(int end) { return m_random.bounded(end); }
    bool oneIn(int n) { return below(n) == 0; }
    template <typename List>
    auto of(const List &list)
    {
        return list.at(below(int(list.size())));
    }

private:
    QRandomGenerator m_random;
};

Address somewhere(Chance &chance)
{
    static const QStringList towns{QStringLiteral("本町三丁目"), QStringLiteral("緑町"),
                                   QStringLiteral("旭町")};
    static const QStringList buildings{{}, {}, QStringLiteral("メゾン緑　２０１号室")};
    auto address = place(chance.of(towns), QStringLiteral("%1番地").arg(chance.below(4) + 1),
                         chance.of(buildings));
    if (chance.oneIn(12))
        address.code = QStringLiteral("98202001001");
    if (chance.oneIn(8))
        address.postalCode.clear();
    return address;
}

Address elsewhere(Chance &chance)
{
    Address there;
    there.municipality =
        chance.oneIn(6) ? newHome().municipality : QStringLiteral("とおくの県隣市");
    if (chance.oneIn(12))
        there.municipality =
            chance.oneIn(2) ? QStringLiteral("みどり野市") : QStringLiteral("アメリカ合衆国");
    if (chance.oneIn(2))
        there.town = QStringLiteral("中央一丁目");
    return there;
}

QDate someDay(Chance &chance)
{
    return QDate(2026, 10, 30).addDays(chance.below(5));
}

/// One to four in each household, some of them odd: dates known in part, no head, removed, a 抑止.
central::CityPart someCity(Chance &chance)
{
    central::CityPart city;
    qint64 person = 0;
    for (qint64 id = 1; id <= households; ++id) {
        const auto home = somewhere(chance);
        Household household{.id = {id}, .version = 1, .head = {}, .address = home};
        const int size = chance.below(4) + 1;
        const QString head = QStringLiteral("山田　%1").arg(person + 1);
        const bool headless = size > 1 && chance.oneIn(10);
        for (int i = 0; i < size; ++i) {
            ++person;
            const auto relationship = headless          ? QString()
                                      : i == 0          ? QStringLiteral("世帯主")
                                      : i == 1          ? QStringLiteral("妻")
                                      : chance.oneIn(6) ? QStringLiteral("長男")
                                                        : QStringLiteral("子");
            auto state = member(person, id, QString::number(person), relationship,
                                headless ? QString() : head, home, residents::Sex::Male);
            if (i == 0 && !headless)
                household.head = {person};
            if (chance.oneIn(6)) {
                state.name = {};
                state.kind = residents::Kind::Foreign;
                state.name.latin = QStringLiteral("DOE JOHN");
                state.foreign = residents::ForeignItems{};
            }
            if (chance.oneIn(5))
                state.becameResident.on = {.text = QStringLiteral("平成27年春"),
                                           .earliest = QDate(2015, 3, 1),
                                           .latest = QDate(2015, 5, 31),
                                           .precision = calendar::Precision::Season};
            if (chance.oneIn(9))
                state.becameResident = {};
            if (i > 1 && chance.oneIn(6))
                state.state =
                    chance.oneIn(2) ? residents::State::Died : residents::State::MoveOutPlanned;
            if (i == 0 && chance.oneIn(4))
                state.state = residents::State::MoveOutPlanned;
            // Who gave notice has a place and a day; one was entered without, long ago.
            if (state.state == residents::State::MoveOutPlanned && !chance.oneIn(9))
                state.plannedDestination =
                    residents::Destination{elsewhere(chance), someDay(chance)};
            if (chance.oneIn(12))
                state.confirmedDestination =
                    residents::Destination{elsewhere(chance), QDate(2019, 3, 31)};
            if (chance.oneIn(4))
                state.orderInHousehold = i + 1;
            if (chance.oneIn(4))
                state.remarks = QStringLiteral("備考\U00020BB7").repeated(20);
            city.people.append({state});
            if (chance.oneIn(25)) {
                auto stop = restrictionOn(person, city.restrictions.size() + 1);
                stop.movement = residents::RestrictionLevel(chance.below(3));
                stop.hidesAddress = chance.oneIn(2);
                stop.from = chance.oneIn(3) ? QDate(2026, 11, 3) : QDate(2026, 1, 1);
                stop.ended = chance.oneIn(3);
                city.restrictions.append(stop);
            }
        }
        city.households.append(household);
        if (chance.oneIn(20)) {
            auto stop = restrictionOn(0, city.restrictions.size() + 1);
            stop.household = {id};
            stop.movement = residents::RestrictionLevel(chance.below(3));
            city.restrictions.append(stop);
        }
    }
    return city;
}

/// The same people do not move but go, or do not go after all.
void leave(Chance &chance, Move &move, const QList<Snapshot> &people)
{
    const auto kinds = {residents::MoveKind::OutNotice, residents::MoveKind::OutRemoval,
                        residents::MoveKind::OutRemoval, residents::MoveKind::OutCancellation};
    move.kind = *(kinds.begin() + chance.below(int(kinds.size())));
    const auto &traits = residents::traitsOf(move.kind);
    move.to = move.from;
    move.address = {};
    if (move.kind == residents::MoveKind::OutNotice || (traits.ofTheOffice && chance.oneIn(2)))
        move.address = elsewhere(chance);
    if (traits.ofTheOffice)
        move.notifier = {.kind = residents::NotifierKind::Office, .name = {}, .documents = {}};
    if (!traits.anotherLife)
        move.others.clear();
    move.happenedOn = someDay(chance);
    // Mostly those whom it can be about, on the day that they said.
    if (chance.oneIn(5))
        return;
    const auto standsSo = [&](const MemberChange &change) {
        const auto he = std::find_if(people.begin(), people.end(), [&change](const auto &one) {
            return one.id.person == change.person;
        });
        if (traits.ofPlanned && he->plannedDestination)
            move.happenedOn = he->plannedDestination->on;
        return (he->state == residents::State::MoveOutPlanned) == traits.ofPlanned;
    };
    move.movers.removeIf([&standsSo](const MemberChange &change) { return !standsSo(change); });
}

/// Some come, new or once again, into a household or their own.
void arrive(Chance &chance, Move &move, const QList<Snapshot> &people, const Move &family)
{
    static const QStringList words{QStringLiteral("世帯主"),
                                   QStringLiteral("妻"),
                                   QStringLiteral("子"),
                                   QStringLiteral("縁故者"),
                                   {}};
    move.kind = residents::MoveKind::In;
    if (move.from.id == move.to.id && chance.oneIn(2))
        move.to = family.to;
    move.from = move.to;
    move.formerAddress = elsewhere(chance);
    move.certificate = !chance.oneIn(12);
    move.movers.clear();
    const int size = chance.below(4) + 1;
    for (int i = 0; i < size; ++i) {
        Snapshot newcomer = family.newcomers.at(i);
        newcomer.bornOn.earliest = newcomer.bornOn.latest =
            QDate(1950, 1, 1).addDays(chance.below(27'000));
        if (chance.oneIn(20))
            newcomer.registeredDomicile.clear();
        int version = 0;
        const auto &known = chance.of(people);
        if (chance.oneIn(known.state == residents::State::Resident ? 12 : 2)) {
            newcomer.id.person = known.id.person;
            version = known.id.version;
        }
        move.newcomers.append(newcomer);
        move.movers.append({.person = newcomer.id.person,
                            .baseVersion = version,
                            .relationship = i == 0 && move.to.baseVersion == 0
                                                ? words.first()
                                                : chance.of(words.mid(1))});
    }
}

/// Of the household as it stands; mostly sensible.
Move someMove(Chance &chance, const QList<Snapshot> &people, const QList<Household> &standing,
              qint64 number, const Move &family)
{
    static const QStringList words{QStringLiteral("世帯主"),    QStringLiteral("妻"),
                                   QStringLiteral("子"),        QStringLiteral("子の子"),
                                   QStringLiteral("縁故者"),    QStringLiteral("孫"),
                                   QStringLiteral("夫（未届）")};
    Move move = wholeFamily();
    const auto from = chance.of(standing);
    move.from = {.id = from.id, .baseVersion = from.version};
    move.address = somewhere(chance);
    move.happenedOn = chance.oneIn(12) ? QDate(2015, 3, 31) : QDate(2026, 10, 1 + chance.below(31));
    if (chance.oneIn(20))
        move.happenedOn = QDate(2026, 11, 3);
    if (chance.oneIn(12))
        move.notifiedOn = move.happenedOn.addDays(-1);
    move.acknowledged.clear();
    const int kind = chance.below(3);
    if (kind == 0) {
        move.to = move.from;
    } else if (kind == 1) {
        move.to = {.id = {number}, .baseVersion = 0};
    } else {
        const auto to = chance.of(standing);
        move.to = {.id = to.id, .baseVersion = to.version};
        if (!chance.oneIn(5))
            move.address = to.address;
    }
    move.movers.clear();
    bool first = true;
    for (const Snapshot &one : people) {
        const bool ours = one.household == from.id;
        const bool theirs = one.household == move.to.id && !ours;
        if ((!ours && !theirs && !chance.oneIn(900)) ||
            (ours && one.state == residents::State::Died && !chance.oneIn(8)))
            continue;
        auto relationship = one.relationship;
        if (kind == 1 && first)
            relationship = QStringLiteral("世帯主");
        else if (kind != 0 || chance.oneIn(6))
            relationship = chance.of(words);
        const MemberChange change{
            .person = one.id.person, .baseVersion = one.id.version, .relationship = relationship};
        if (ours && (kind == 0 ? !chance.oneIn(10) : !chance.oneIn(3))) {
            move.movers.append(change);
            first = false;
        } else if (chance.oneIn(3)) {
            move.others.append(change);
        }
    }
    if (chance.oneIn(3))
        arrive(chance, move, people, family);
    else if (chance.oneIn(2))
        leave(chance, move, people);
    if (!move.movers.isEmpty())
        move.person = move.movers.first().person;
    return move;
}

} // namespace

void TestMovesAlike::bothRegistersDecideAlike_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestMovesAlike::bothRegistersDecideAlike()
{
    QFETCH(quint32, seed);
    Chance chance(seed);
    const auto city = someCity(chance);
    Work one(QStringLiteral("embedded"), city);
    Work other(QStringLiteral("postgres"), city);
    QMap<QString, int> seen;
    int entered = 0;
    for (int n = 1; n <= 120; ++n) {
        const qint64 number = newHousehold(one.clerks());
        QCOMPARE(newHousehold(other.clerks()), number);
        const Move family = arrival(one.clerks());
        QCOMPARE(arrival(other.clerks()), family);
        const auto move =
            someMove(chance, peopleOf(one.clerks()), householdsOf(one.clerks()), number, family);
        const auto sent = submission(n, move);
        const auto first = one.clerks().submit(sent);
        const auto second = other.clerks().submit(sent);
        const auto tell = QStringLiteral("seed %1, move %2: %3 %4 / %5 %6")
                              .arg(seed)
                              .arg(n)
                              .arg(int(codeOf(first)))
                              .arg(detailOf(first))
                              .arg(int(codeOf(second)))
                              .arg(detailOf(second));
        QVERIFY2(codeOf(first) == codeOf(second), qPrintable(tell));
        if (!first) {
            if (codeOf(first) == ErrorCode::MoveRefused)
                QVERIFY2(detailOf(first) == detailOf(second), qPrintable(tell));
            ++seen[codeOf(first) == ErrorCode::MoveRefused ? detailOf(first)
                                                           : QStringLiteral("another refusal")];
            continue;
        }
        ++entered;
        QCOMPARE(second->verdict, first->verdict);
        QCOMPARE(second->entry, first->entry);
        const bool sendsBack = chance.oneIn(6);
        const Check check{.entry = first->entry,
                          .outcome = sendsBack ? CheckOutcome::SendBack : CheckOutcome::Register,
                          .reason = sendsBack ? because : QString()};
        QVERIFY2(one.chiefs().decide(check), qPrintable(tell));
        const auto decided = other.chiefs().decide(check);
        QVERIFY2(decided, qPrintable(tell + detailOf(decided)));
    }
    QCOMPARE(rowsOf(other.clerks(), Table::Household), rowsOf(one.clerks(), Table::Household));
    for (const Table table : {Table::Person, Table::FormerSnapshot, Table::Entry}) {
        const auto mine = rowsOf(one.clerks(), table);
        const auto theirs = rowsOf(other.clerks(), table);
        QCOMPARE(theirs.size(), mine.size());
        for (qsizetype i = 0; i < mine.size(); ++i)
            QVERIFY2(
                theirs.at(i) == mine.at(i),
                qPrintable(
                    QStringLiteral("table %1, row %2").arg(int(table)).arg(mine.at(i).key.id)));
    }
    QCOMPARE(other.feedEnd(), one.feedEnd());
    QCOMPARE(*other.clerks().registerDigest(), *one.clerks().registerDigest());
    const auto notices = one.world().owner().outbound();
    QVERIFY(notices && !notices->isEmpty());
    QCOMPARE(*other.world().owner().outbound(), *notices);
    QVERIFY(entered >= 5);
    qInfo() << "entered" << entered << seen;
}

QTEST_GUILESS_MAIN(TestMovesAlike)
#include "tst_movesalike.moc"
