#include "cache/querymatch.h"

#include "cache/searchentry.h"
#include "cache/token.h"
#include "text/address.h"
#include "text/kana.h"
#include "text/kanji.h"

namespace cache {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int wholeName = 0;
constexpr int beginning = 2;
constexpr int partBeginning = 4;
constexpr int inside = 100;
constexpr int asTyped = 0;
constexpr int longKept = 10;
constexpr int foldedOnly = 20;
constexpr int leastTelephone = 4;

QStringList wordsOf(const QString &typed)
{
    QStringList words;
    QString word;
    for (const QChar c : typed + u' ') {
        if (!c.isSpace() && c != u'\0') {
            word.append(c);
        } else if (!word.isEmpty()) {
            words.append(word);
            word.clear();
        }
    }
    return words;
}

QString both(const QStringList &terms)
{
    return terms.size() == 1 ? terms.first() : u'(' + terms.join(QStringLiteral(" AND ")) + u')';
}

QString either(const QStringList &terms)
{
    return terms.size() == 1 ? terms.first() : u'(' + terms.join(QStringLiteral(" OR ")) + u')';
}

QString quoted(const QString &token)
{
    return u'"' + token + u'"';
}

QString allOf(const QStringList &tokens)
{
    QStringList terms;
    for (const auto &token : tokens) {
        if (const auto term = quoted(token); !terms.contains(term))
            terms.append(term);
    }
    return both(terms);
}

/// Where a key lies in the parts of a name joined: one of the constants above, or nothing.
std::optional<int> placeOf(const QString &key, const QString &joined, const QStringList &parts)
{
    if (key.isEmpty() || joined.isEmpty())
        return std::nullopt;
    if (key == joined)
        return wholeName;
    if (joined.startsWith(key))
        return beginning;
    qsizetype at = 0;
    for (const auto &part : parts) {
        // A part alone may begin with the ウ that is read オ in the joined name.
        if (part.startsWith(key) || QStringView(joined).sliced(at).startsWith(key))
            return partBeginning;
        at += part.size();
    }
    return joined.contains(key) ? std::optional(inside) : std::nullopt;
}

bool standsAt(int place, const QString &key, const QString &joined, const QStringList &parts)
{
    const auto found = placeOf(key, joined, parts);
    return found && *found <= place;
}

QString birthTerm(const BirthRange &range)
{
    const auto digits = [](int number, int width) {
        return QStringLiteral("%1").arg(number, width, 10, QLatin1Char('0'));
    };
    const QString year = digits(range.from.year(), 4);
    const QString month = year + digits(range.from.month(), 2);
    const QString partly = quoted(token(field::bornPartly, year));
    if (range.from == range.to) {
        const auto day = token(field::bornDay, month + digits(range.from.day(), 2));
        return either({quoted(day), partly});
    }
    if (range.from.year() == range.to.year() && range.from.month() == range.to.month())
        return either({quoted(token(field::bornMonth, month)), partly});
    QStringList years;
    for (int at = range.from.year(); at <= range.to.year(); ++at)
        years.append(quoted(token(field::bornYear, digits(at, 4))));
    return either(years);
}

} // namespace

Result<QList<QueryMatch::Piece>> QueryMatch::piecesOf(const QString &typed)
{
    QList<Piece> pieces;
    for (const auto &word : wordsOf(typed)) {
        Piece piece{.kana = text::looksLikeKana(word),
                    .katakana = text::toKatakana(word),
                    .kana1 = {},
                    .kana2 = {},
                    .written = text::withoutSelectors(word),
                    .folded = text::nameKey(word)};
        if (piece.kana) {
            piece.kana1 = text::kanaKey1(word);
            piece.kana2 = text::kanaKey2(word);
        }
        if (piece.folded.isEmpty() || (piece.kana && piece.kana1.isEmpty()))
            return base::fail(ErrorCode::ConditionUnreadable, QStringLiteral("name"));
        pieces.append(piece);
    }
    return pieces;
}

QString QueryMatch::tokensOf(const Piece &piece)
{
    const auto expression = [](const QString &key, char16_t pair, char16_t start) {
        return lengthOf(key) == 1 ? quoted(startOf(start, key)) : allOf(pairsOf(pair, key));
    };
    const QString folded = expression(piece.folded, field::name, field::nameStart);
    if (!piece.kana)
        return folded;
    QStringList ways{expression(piece.kana1, field::kana, field::kanaStart)};
    if (piece.kana2 != piece.kana1)
        ways.append(expression(piece.kana2, field::kana, field::kanaStart));
    ways.append(folded);
    return either(ways);
}

Result<> QueryMatch::prepareHead(const QString &typed, QStringList &groups)
{
    const auto pieces = piecesOf(typed);
    if (!pieces)
        return base::fail(pieces);
    for (const auto &piece : *pieces) {
        if (piece.kana) {
            m_headKana.append(piece);
            continue;
        }
        m_head.append(piece.folded);
        if (lengthOf(piece.folded) > 1)
            groups.append(allOf(pairsOf(field::head, piece.folded)));
    }
    return {};
}

Result<> QueryMatch::preparePlaces(const Query &query, QStringList &groups)
{
    for (const auto &word : wordsOf(query.address)) {
        const QString key = text::foldAddress(word);
        if (key.isEmpty())
            return base::fail(ErrorCode::ConditionUnreadable, QStringLiteral("address"));
        m_address.append(key);
        if (lengthOf(key) > 1)
            groups.append(allOf(pairsOf(field::address, key)));
    }
    if (wordsOf(query.telephone).isEmpty())
        return {};
    m_telephone = telephoneDigits(query.telephone);
    if (m_telephone.size() < leastTelephone)
        return base::fail(ErrorCode::ConditionUnreadable, QStringLiteral("telephone"));
    const auto end = QStringView(m_telephone).last(leastTelephone);
    groups.append(either({quoted(token(field::telephone, m_telephone)) + u'*',
                          quoted(token(field::telephoneEnd, end))}));
    return {};
}

Result<QueryMatch> QueryMatch::prepare(const Query &query)
{
    QueryMatch match;
    QStringList groups;
    auto name = piecesOf(query.name);
    if (!name)
        return base::fail(name);
    match.m_name = std::move(*name);
    for (const auto &piece : std::as_const(match.m_name))
        groups.append(tokensOf(piece));
    if (query.birth) {
        constexpr int mostYears = 150;
        const auto &range = *query.birth;
        if (!range.from.isValid() || !range.to.isValid() || range.to < range.from ||
            range.from.year() < 1 || range.to.year() - range.from.year() > mostYears)
            return base::fail(ErrorCode::ConditionUnreadable, QStringLiteral("birth"));
        match.m_birth = range;
        groups.append(birthTerm(range));
    }
    if (const auto done = match.preparePlaces(query, groups); !done)
        return base::fail(done);
    if (const auto done = match.prepareHead(query.headName, groups); !done)
        return base::fail(done);
    if (query.sex)
        match.m_sex = int(*query.sex);
    match.m_withRemoved = query.withRemoved || query.person;
    if (query.person || query.household)
        return match;
    if (groups.isEmpty())
        return base::fail(ErrorCode::TooFewConditions);
    match.m_expression = groups.join(QStringLiteral(" AND "));
    return match;
}

std::optional<int> QueryMatch::testKana(const QList<Piece> &pieces, const NameKeys &name)
{
    QStringList first;
    QStringList second;
    QStringList katakana;
    for (const auto &piece : pieces) {
        if (!piece.kana)
            return std::nullopt;
        first.append(piece.kana1);
        second.append(piece.kana2);
        katakana.append(piece.katakana);
    }
    auto place = placeOf(joinedKana(first), joinedKana(name.kana1), name.kana1);
    if (!place) {
        const auto &keys = name.kana2.isEmpty() ? name.kana1 : name.kana2;
        place = placeOf(joinedKana(second), joinedKana(keys), keys);
    }
    if (!place)
        return std::nullopt;
    const QString typed = katakana.join(QString());
    const QString kana = name.kana.join(QString());
    if (standsAt(*place, typed, kana, name.kana))
        return *place + asTyped;
    QStringList longParts;
    for (const auto &part : name.kana)
        longParts.append(text::kanaKeyLong(part));
    const bool kept =
        standsAt(*place, text::kanaKeyLong(typed), text::kanaKeyLong(kana), longParts);
    return *place + (kept ? longKept : foldedOnly);
}

std::optional<int> QueryMatch::testWriting(const QList<Piece> &pieces, const NameKeys &name)
{
    QString folded;
    QString written;
    for (const auto &piece : pieces) {
        folded += piece.folded;
        written += piece.written;
    }
    const auto place = placeOf(folded, name.folded.join(QString()), name.folded);
    if (!place)
        return std::nullopt;
    const auto &parts = name.written.isEmpty() ? name.folded : name.written;
    const bool exact = standsAt(*place, written, parts.join(QString()), parts);
    return *place + (exact ? asTyped : foldedOnly);
}

std::optional<int> QueryMatch::testParts(const QList<Piece> &pieces, const NameKeys &name)
{
    if (pieces.size() < 2)
        return std::nullopt;
    const qsizetype parts = qMax(name.kana1.size(), name.folded.size());
    qsizetype at = 0;
    for (const auto &piece : pieces) {
        const auto begins = [&piece, &name](qsizetype part) {
            const auto &second = name.kana2.isEmpty() ? name.kana1 : name.kana2;
            return name.folded.value(part).startsWith(piece.folded) ||
                   (piece.kana && (name.kana1.value(part).startsWith(piece.kana1) ||
                                   second.value(part).startsWith(piece.kana2)));
        };
        while (at < parts && !begins(at))
            ++at;
        if (at++ >= parts)
            return std::nullopt;
    }
    return beginning + longKept;
}

std::optional<int> QueryMatch::testName(const QList<Piece> &pieces, const NameKeys &name)
{
    std::optional<int> best;
    for (const auto &rank :
         {testKana(pieces, name), testWriting(pieces, name), testParts(pieces, name)}) {
        if (rank && (!best || *rank < *best))
            best = rank;
    }
    return best;
}

bool QueryMatch::headAnswers(const QString &packedNames) const
{
    for (const auto &name : unpacked(packedNames)) {
        if (name.which != MatchedName::Past && testName(m_headKana, name))
            return true;
    }
    return false;
}

bool QueryMatch::testOthers(const Candidate &candidate) const
{
    if ((candidate.removed && !m_withRemoved) || (m_sex && *m_sex != candidate.sex))
        return false;
    if (m_birth && (candidate.bornFrom == 0 || candidate.bornFrom > m_birth->to.toJulianDay() ||
                    candidate.bornTo < m_birth->from.toJulianDay()))
        return false;
    const bool asksPlace = !m_address.isEmpty() || !m_head.isEmpty() || !m_headKana.isEmpty();
    if (asksPlace && candidate.hidden)
        return false;
    for (const auto &part : m_address) {
        if (!candidate.addressKey.contains(part))
            return false;
    }
    for (const auto &part : m_head) {
        if (!candidate.headKey.contains(part))
            return false;
    }
    return m_telephone.isEmpty() || candidate.telephone.startsWith(m_telephone) ||
           candidate.telephone.endsWith(m_telephone);
}

std::optional<Match> QueryMatch::test(const Candidate &candidate) const
{
    if (!testOthers(candidate))
        return std::nullopt;
    if (m_name.isEmpty())
        return Match{};
    std::optional<Match> best;
    for (const auto &name : unpacked(candidate.names)) {
        const auto rank = testName(m_name, name);
        if (!rank)
            continue;
        const int total = *rank + (name.which == MatchedName::Past ? 1 : 0);
        if (!best || total < best->rank)
            best = Match{.rank = total, .which = name.which};
    }
    return best;
}

} // namespace cache
