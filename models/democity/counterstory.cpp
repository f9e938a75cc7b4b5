#include "democity/counterstory.h"

#include "democity/lives.h"

#include <algorithm>
#include <array>

namespace democity {
namespace {

constexpr quint64 counterStoryId = 0x636f756e746572ULL;
constexpr int adultAge = 18;
constexpr int notedPerMille = 20;
constexpr int contactPerMille = 40;
constexpr int sentElsewherePerMille = 200; ///< of those with a contact

constexpr std::array<QStringView, 8> remarks{
    u"耳が遠いため、筆談での対応を希望。",
    u"日本語の読み書きに不安あり。やさしい日本語での説明を希望。",
    u"家族が代理で来庁することが多い。毎回、委任状を確認すること。",
    u"郵便物が返戻。居住の確認を案内した。",
    u"車いすを利用。低い記載台を案内。",
    u"方書の変更の申出あり。届出を案内した。",
    u"カードの暗証番号の再設定で来庁。次回は本人確認書類を２点持参するよう案内。",
    u"平日の日中は電話に出られないとのこと。\n連絡は夕方に。"};
constexpr std::array<QStringView, 3> laterRemarks{
    u"解決済み。", u"本人から取下げの申出あり。\n経過は前の記載のとおり。",
    u"その後、変わりないことを確認した。"};

/// Somebody who wrote at the counter: users that every training city has.
residents::Authorship writer(QDate day, Random &random)
{
    constexpr int opens = 0; // nine o'clock in Japan is midnight UTC
    constexpr int minutes = 8 * 60;
    const bool first = random.chance(500);
    const QTime at = QTime(opens, 0).addSecs(60 * random.below(minutes));
    while (day.dayOfWeek() > Qt::Friday)
        day = day.addDays(-1);
    return {.user = first ? QStringLiteral("madoguchi1") : QStringLiteral("madoguchi2"),
            .name = first ? QStringLiteral("研修　窓口一") : QStringLiteral("研修　窓口二"),
            .section = QStringLiteral("市民課"),
            .at = QDateTime(day, at, Qt::UTC)};
}

/// The days of the versions, oldest first, within the two years before the city's today.
QList<QDate> daysOf(int versions, QDate today, Random &random)
{
    constexpr int days = 700;
    QList<QDate> found;
    for (int i = 0; i < versions; ++i)
        found.append(today.addDays(-1 - random.below(days)));
    std::sort(found.begin(), found.end());
    return found;
}

template <std::size_t Count>
QString drawn(const std::array<QStringView, Count> &texts, Random &random)
{
    return texts.at(static_cast<std::size_t>(random.below(int(Count)))).toString();
}

} // namespace

void CounterStory::note(base::PersonId person, int versions, Random &random, Batch &batch)
{
    residents::Note note;
    note.id = ++m_lastNote;
    note.person = person;
    note.text = drawn(remarks, random);
    note.version = 0;
    for (const QDate day : daysOf(versions, m_order.referenceDate, random)) {
        if (++note.version > 1)
            note.text += u'\n' + drawn(laterRemarks, random);
        note.by = writer(day, random);
        batch.notes.append(note);
    }
}

void CounterStory::contact(const residents::Snapshot &person, int versions, Random &random,
                           Batch &batch)
{
    residents::Contact contact;
    contact.person = person.id.person;
    contact.version = 0;
    for (const QDate day : daysOf(versions, m_order.referenceDate, random)) {
        ++contact.version;
        contact.telephone = QStringLiteral("000-%1-%2")
                                .arg(random.below(10'000), 4, 10, QLatin1Char('0'))
                                .arg(random.below(10'000), 4, 10, QLatin1Char('0'));
        const auto &before = person.addressBeforeMoveIn;
        if (!before.street().isEmpty() && random.chance(sentElsewherePerMille)) {
            contact.sendPostalCode = before.postalCode;
            contact.sendAddress = before.street();
            contact.sendName = QStringLiteral("本人");
        }
        contact.by = writer(day, random);
        batch.contacts.append(contact);
    }
}

void CounterStory::tell(const Told &told, bool restricted, Batch &batch)
{
    for (const auto &history : told.histories) {
        const residents::Snapshot &now = history.last();
        const QDate born = now.bornOn.earliest;
        const bool adult = born.isValid() && born.addYears(adultAge) <= m_order.referenceDate;
        if (!adult || !residents::isPresent(now.state))
            continue;
        Random random(seedFor(m_order.seed, now.id.person, counterStoryId));
        const bool plain = now.kind == residents::Kind::Japanese &&
                           now.state == residents::State::Resident && !restricted;
        const bool shows = !m_shown && plain;
        m_shown = m_shown || shows;
        const bool noted = random.chance(notedPerMille) || shows;
        const bool reached = (random.chance(contactPerMille) && !restricted) || shows;
        if (noted)
            note(now.id.person, shows || random.chance(250) ? 2 : 1, random, batch);
        if (reached)
            contact(now, shows || random.chance(250) ? 2 : 1, random, batch);
    }
}

} // namespace democity
