#include "cache/searchentry.h"

#include "cache/token.h"
#include "text/address.h"
#include "text/input.h"
#include "text/kanji.h"

#include <QSet>

namespace cache {
namespace {

constexpr qsizetype keptAddresses = 20'000;
constexpr int telephoneTail = 4;

void addNameTokens(QSet<QString> &tokens, const NameKeys &name)
{
    const auto addKana = [&tokens](const QStringList &parts) {
        for (const auto &pair : pairsOf(field::kana, joinedKana(parts)))
            tokens.insert(pair);
        for (const auto &part : parts) {
            tokens.insert(startOf(field::kanaStart, part));
            // Where ウ at a border was read オ the part alone still begins with ウ.
            if (part.startsWith(u'ウ') && lengthOf(part) > 1)
                tokens.insert(pairsOf(field::kana, part).first());
        }
    };
    addKana(name.kana1);
    if (!name.kana2.isEmpty())
        addKana(name.kana2);
    for (const auto &pair : pairsOf(field::name, name.folded.join(QString())))
        tokens.insert(pair);
    for (const auto &part : name.folded)
        tokens.insert(startOf(field::nameStart, part));
}

QString digits(int number, int width)
{
    return QStringLiteral("%1").arg(number, width, 10, QLatin1Char('0'));
}

void addBirthTokens(QSet<QString> &tokens, const calendar::PartialDate &born)
{
    if (!born.earliest.isValid())
        return;
    const QDate last = born.latest.isValid() ? born.latest : born.earliest;
    if (born.earliest == last) {
        const QString year = digits(last.year(), 4);
        const QString month = year + digits(last.month(), 2);
        tokens.insert(token(field::bornYear, year));
        tokens.insert(token(field::bornMonth, month));
        tokens.insert(token(field::bornDay, month + digits(last.day(), 2)));
        return;
    }
    const int from = born.earliest.year();
    const int to = qMin(last.year(), from + mostBirthYears);
    for (int year = from; year <= to; ++year) {
        tokens.insert(token(field::bornYear, digits(year, 4)));
        tokens.insert(token(field::bornPartly, digits(year, 4)));
    }
}

void addTelephoneTokens(QSet<QString> &tokens, const QString &number)
{
    if (number.size() < telephoneTail)
        return;
    tokens.insert(token(field::telephone, number));
    tokens.insert(token(field::telephoneEnd, QStringView(number).last(telephoneTail)));
}

} // namespace

QString indexVersion()
{
    return text::foldVersion() + QStringLiteral("/3");
}

QString telephoneDigits(QStringView text)
{
    QString found;
    for (const QChar c : text::toAscii(text)) {
        if (c >= u'0' && c <= u'9')
            found.append(c);
    }
    return found;
}

const QString &SearchEntryMaker::addressKey(const residents::Address &address)
{
    const QString whole = address.town + address.lot + u'\n' + address.building;
    if (const auto known = m_addresses.constFind(whole); known != m_addresses.cend())
        return *known;
    if (m_addresses.size() > keptAddresses)
        m_addresses.clear();
    QString key = text::foldAddress(address.town + address.lot);
    if (!address.building.isEmpty())
        key += u' ' + text::foldAddress(address.building);
    return *m_addresses.insert(whole, key);
}

SearchEntry SearchEntryMaker::make(const residents::Snapshot &current,
                                   const QList<residents::Snapshot> &former,
                                   const SearchSurroundings &surroundings)
{
    SearchEntry entry{.person = current.id.person.value,
                      .hidden = surroundings.hidden,
                      .removed = !residents::isPresent(current.state),
                      .sex = int(current.sex)};
    const auto &born = current.bornOn;
    if (born.earliest.isValid()) {
        entry.bornFrom = born.earliest.toJulianDay();
        entry.bornTo = (born.latest.isValid() ? born.latest : born.earliest).toJulianDay();
    }
    const auto names = m_names.namesOf(current, former);
    entry.names = packed(names);
    QSet<QString> tokens;
    for (const auto &name : names) {
        if (entry.sortKana.isEmpty() && name.which == MatchedName::Current)
            entry.sortKana = name.kana.join(u' ');
        addNameTokens(tokens, name);
    }
    addBirthTokens(tokens, born);
    entry.telephone = telephoneDigits(surroundings.telephone);
    addTelephoneTokens(tokens, entry.telephone);
    if (!surroundings.hidden) {
        entry.addressKey = addressKey(current.address);
        for (const auto &part : entry.addressKey.split(u' ', Qt::SkipEmptyParts)) {
            for (const auto &pair : pairsOf(field::address, part))
                tokens.insert(pair);
        }
        entry.headKey = text::nameKey(current.headName);
        for (const auto &pair : pairsOf(field::head, entry.headKey))
            tokens.insert(pair);
    }
    tokens.remove(QString());
    // In order, so that the same person always gives the same index.
    QStringList sorted(tokens.cbegin(), tokens.cend());
    sorted.sort();
    entry.tokens = sorted.join(u' ');
    return entry;
}

} // namespace cache
