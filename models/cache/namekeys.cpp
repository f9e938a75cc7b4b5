#include "cache/namekeys.h"

#include "text/kana.h"
#include "text/kanji.h"

#include <QRegularExpression>

namespace cache {
namespace {

constexpr qsizetype keptParts = 50'000;
constexpr QChar betweenFields = u'\t';
constexpr QChar betweenNames = u'\n';

QStringList partsOf(const QString &name)
{
    QStringList parts;
    QString part;
    for (const QChar c : name) {
        if (!c.isSpace()) {
            part.append(c);
        } else if (!part.isEmpty()) {
            parts.append(part);
            part.clear();
        }
    }
    if (!part.isEmpty())
        parts.append(part);
    return parts;
}

QStringList nonEmpty(const QStringList &parts)
{
    QStringList found;
    for (const auto &part : parts)
        found += partsOf(part);
    return found;
}

bool sameKeys(const NameKeys &one, const NameKeys &other)
{
    return one.kana == other.kana && one.written == other.written && one.folded == other.folded;
}

void appendNew(QList<NameKeys> &names, const NameKeys &keys)
{
    if (keys.kana1.isEmpty() && keys.folded.isEmpty())
        return;
    for (const auto &name : names) {
        if (sameKeys(name, keys))
            return;
    }
    names.append(keys);
}

/// The reading of 氏 and 名. A part that is not public yet is searched by the 便宜フリガナ, so that
/// parts stay in their places.
QStringList readingsOf(const residents::PersonName &name)
{
    const QStringList convenient = partsOf(name.searchKana);
    const auto either = [&convenient](const QString &reading, qsizetype part) {
        return reading.isEmpty() && convenient.size() == 2 ? convenient.at(part) : reading;
    };
    return {either(name.familyReading.kana, 0), either(name.givenReading.kana, 1)};
}

bool isOStep(QChar c)
{
    return QStringView(u"オコソトノホモヨロ").contains(c);
}

} // namespace

QString packed(const QList<NameKeys> &names)
{
    QString text;
    for (const auto &name : names) {
        if (!text.isEmpty())
            text.append(betweenNames);
        text.append(QString::number(int(name.which)));
        for (const auto *parts :
             {&name.kana, &name.kana1, &name.kana2, &name.written, &name.folded}) {
            text.append(betweenFields);
            text.append(parts->join(u' '));
        }
    }
    return text;
}

QList<NameKeys> unpacked(const QString &text)
{
    constexpr int fieldCount = 6;
    QList<NameKeys> names;
    for (const auto &line : QStringView(text).split(betweenNames)) {
        const auto fields = line.split(betweenFields);
        if (fields.size() != fieldCount)
            continue;
        const auto parts = [&fields](int at) {
            return fields.at(at).toString().split(u' ', Qt::SkipEmptyParts);
        };
        names.append({.which = MatchedName(fields.at(0).toInt()),
                      .kana = parts(1),
                      .kana1 = parts(2),
                      .kana2 = parts(3),
                      .written = parts(4),
                      .folded = parts(5)});
    }
    return names;
}

QString joinedKana(const QStringList &parts)
{
    QString joined;
    for (const auto &part : parts) {
        const qsizetype border = joined.size();
        joined.append(part);
        if (border > 0 && border < joined.size() && joined.at(border) == u'ウ' &&
            isOStep(joined.at(border - 1)))
            joined[border] = u'オ';
    }
    return joined;
}

const NameKeyMaker::PartKeys &NameKeyMaker::kanaKeys(const QString &part)
{
    if (const auto known = m_kana.constFind(part); known != m_kana.cend())
        return *known;
    if (m_kana.size() > keptParts)
        m_kana.clear();
    return *m_kana.insert(part, {.kana = text::toKatakana(part),
                                 .kana1 = text::kanaKey1(part),
                                 .kana2 = text::kanaKey2(part)});
}

const NameKeyMaker::Writing &NameKeyMaker::writingKeys(const QString &part)
{
    if (const auto known = m_writings.constFind(part); known != m_writings.cend())
        return *known;
    if (m_writings.size() > keptParts)
        m_writings.clear();
    return *m_writings.insert(
        part, {.written = text::withoutSelectors(part), .folded = text::nameKey(part)});
}

void NameKeyMaker::addKana(NameKeys &keys, const QStringList &parts)
{
    for (const auto &part : nonEmpty(parts)) {
        const auto &made = kanaKeys(part);
        if (made.kana1.isEmpty())
            continue;
        keys.kana.append(made.kana);
        keys.kana1.append(made.kana1);
        keys.kana2.append(made.kana2);
    }
    if (keys.kana2 == keys.kana1)
        keys.kana2.clear();
}

void NameKeyMaker::addWriting(NameKeys &keys, const QStringList &parts)
{
    for (const auto &part : nonEmpty(parts)) {
        const auto &made = writingKeys(part);
        if (made.folded.isEmpty())
            continue;
        keys.written.append(made.written);
        keys.folded.append(made.folded);
    }
    if (keys.written == keys.folded)
        keys.written.clear();
}

void NameKeyMaker::addStateNames(QList<NameKeys> &names, const residents::PersonName &name)
{
    const QStringList readings = readingsOf(name);
    const bool read = !name.familyReading.kana.isEmpty() || !name.givenReading.kana.isEmpty();
    NameKeys main;
    addKana(main, read ? readings : QStringList{name.searchKana});
    addWriting(main, {name.family, name.given});
    appendNew(names, main);
    if (read && !name.searchKana.isEmpty()) {
        // 便宜フリガナ may differ from the notified one, and people ask by either.
        NameKeys other;
        addKana(other, {name.searchKana});
        if (other.kana1 != main.kana1)
            appendNew(names, other);
    }
    if (!name.latin.isEmpty()) {
        NameKeys latin;
        addWriting(latin, {name.latin});
        appendNew(names, latin);
    }
    if (!name.alias.isEmpty() || !name.aliasKana.isEmpty()) {
        NameKeys alias{.which = MatchedName::Alias};
        addKana(alias, {name.aliasKana});
        addWriting(alias, {name.alias});
        appendNew(names, alias);
    }
    if (!name.formerFamily.isEmpty()) {
        NameKeys formerFamily{.which = MatchedName::FormerFamily};
        if (!name.formerFamilyReading.kana.isEmpty())
            addKana(formerFamily, {name.formerFamilyReading.kana, readings.at(1)});
        addWriting(formerFamily, {name.formerFamily, name.given});
        appendNew(names, formerFamily);
    }
}

QList<NameKeys> NameKeyMaker::namesOf(const residents::Snapshot &current,
                                      const QList<residents::Snapshot> &former)
{
    QList<NameKeys> names;
    addStateNames(names, current.name);
    const qsizetype present = names.size();
    for (const auto &state : former) {
        if (state.name != current.name)
            addStateNames(names, state.name);
    }
    for (qsizetype i = present; i < names.size(); ++i)
        names[i].which = MatchedName::Past;
    return names;
}

} // namespace cache
