#pragma once

#include "atmoves.h"

#include <QAbstractButton>

// What a clerk types of a 転入.
namespace atmovein {

using namespace atmoves;
using residents::Move;
using residents::MoveKind;

/// Of the person so many places down, from 0.
template <typename Field>
Field *nth(const moves::MovePage &page, const char *name, int place)
{
    const auto all = page.findChildren<Field *>(QLatin1StringView(name));
    QList<Field *> shown;
    for (Field *one : all) {
        if (one->isVisible())
            shown.append(one);
    }
    std::sort(shown.begin(), shown.end(), [&page](Field *one, Field *other) {
        return one->mapTo(&page, QPoint()).y() < other->mapTo(&page, QPoint()).y();
    });
    if (place >= shown.size())
        qFatal("no %s of person %d", name, place + 1);
    return shown.at(place);
}

/// F2, and the fields are there.
inline void addPerson(moves::MovePage &page)
{
    const auto before = page.findChildren<QWidget *>(QStringLiteral("newcomer")).size();
    page.press(Qt::Key_F2);
    QTRY_COMPARE(page.findChildren<QWidget *>(QStringLiteral("newcomer")).size(), before + 1);
    QTest::qWait(5);
}

struct Person
{
    QString family;
    QString given;
    QString familyKana;
    QString givenKana;
    QString bornOn;
    int sex; ///< times down: 1 男, 2 女
};

inline void typePerson(const moves::MovePage &page, int place, const Person &one)
{
    type(nth<QWidget>(page, "family", place), one.family);
    type(nth<QWidget>(page, "given", place), one.given);
    type(nth<QWidget>(page, "familyKana", place), one.familyKana);
    type(nth<QWidget>(page, "givenKana", place), one.givenKana);
    type(nth<QWidget>(page, "bornOn", place), one.bornOn);
    nth<QComboBox>(page, "sex", place)->setCurrentIndex(one.sex - 1);
}

inline const Person taro{QStringLiteral("森"),      QStringLiteral("太郎"),
                         QStringLiteral("モリ"),    QStringLiteral("タロウ"),
                         QStringLiteral("S60.4.1"), 1};

inline void fillPlaces(const moves::MovePage &page)
{
    part<QAbstractButton>(page, "certificate")->setChecked(true);
    type(part<QWidget>(page, "municipality"), QStringLiteral("とおくの県隣市"));
    fillIn(page);
}

/// 太郎 alone, as a draft has him.
inline Move aDraft(qint64 person, int version)
{
    Move kept;
    kept.kind = MoveKind::In;
    kept.person = {person};
    kept.happenedOn = QDate(2026, 10, 28);
    kept.movers = {
        {.person = kept.person, .baseVersion = version, .relationship = QStringLiteral("世帯主")}};
    residents::Snapshot one =
        support::aPerson(person).named(u"森", u"太郎").bornOn(1985, 4, 1).sex(residents::Sex::Male);
    one.name.familyReading = {QStringLiteral("モリ"), residents::ReadingState::ExOfficio};
    one.name.givenReading = {QStringLiteral("タロウ"), residents::ReadingState::ExOfficio};
    one.name.searchKana = QStringLiteral("モリ タロウ");
    one.registeredDomicile = QStringLiteral("とおくの県隣市中央一丁目１番");
    one.domicileHead = QStringLiteral("森　一");
    kept.newcomers = {residents::identityOf(one)};
    kept.formerAddress.municipality = QStringLiteral("とおくの県隣市");
    kept.certificate = true;
    return kept;
}

/// From the search page, or going on with a draft.
inline std::unique_ptr<moves::MovePage> openArrival(Asked &asked, const QString &draft = {})
{
    auto page = std::make_unique<moves::MovePage>(doors(asked), base::PersonId(), draft);
    show(*page);
    return page;
}

} // namespace atmovein
