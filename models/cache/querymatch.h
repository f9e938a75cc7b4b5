#pragma once

#include "base/result.h"
#include "cache/namekeys.h"
#include "cache/search.h"

#include <QStringList>

#include <optional>

namespace cache {

/// A row of the search index that has the tokens asked for.
struct Candidate
{
    qint64 person = 0;
    bool hidden = false;
    bool removed = false;
    int sex = 0;
    qint64 bornFrom = 0;
    qint64 bornTo = 0;
    QString sortKana;
    QString names;
    QString addressKey;
    QString headKey;
    QString telephone;
};

/// How well a candidate answers. Smaller is better: as typed, then with the long vowel kept, then
/// by K1 or K2 (municipal-facts.md 2.4); the beginning of a name before its middle; present names
/// before past ones.
struct Match
{
    int rank = 0;
    MatchedName which = MatchedName::Current;
};

/// A query made ready: the FTS5 expression that finds candidates, and the exact test of each.
class QueryMatch final
{
public:
    /// ConditionUnreadable for a condition that cannot be searched, TooFewConditions when nothing
    /// in the query finds anybody.
    [[nodiscard]] static base::Result<QueryMatch> prepare(const Query &query);
    /// Empty when a number is searched.
    [[nodiscard]] const QString &expression() const { return m_expression; }
    [[nodiscard]] std::optional<Match> test(const Candidate &candidate) const;
    /// The head was given in kana: his names must be looked up, and this asked.
    [[nodiscard]] bool asksHeadKana() const { return !m_headKana.isEmpty(); }
    [[nodiscard]] bool headAnswers(const QString &packedNames) const;

private:
    struct Piece
    {
        bool kana = false;
        QString katakana;
        QString kana1;
        QString kana2;
        QString written;
        QString folded;
    };
    [[nodiscard]] static base::Result<QList<Piece>> piecesOf(const QString &typed);
    [[nodiscard]] static QString tokensOf(const Piece &piece);
    [[nodiscard]] static std::optional<int> testName(const QList<Piece> &pieces,
                                                     const NameKeys &name);
    [[nodiscard]] static std::optional<int> testKana(const QList<Piece> &pieces,
                                                     const NameKeys &name);
    [[nodiscard]] static std::optional<int> testWriting(const QList<Piece> &pieces,
                                                        const NameKeys &name);
    [[nodiscard]] static std::optional<int> testParts(const QList<Piece> &pieces,
                                                      const NameKeys &name);
    [[nodiscard]] base::Result<> prepareHead(const QString &typed, QStringList &groups);
    [[nodiscard]] base::Result<> preparePlaces(const Query &query, QStringList &groups);
    [[nodiscard]] bool testOthers(const Candidate &candidate) const;

    QString m_expression;
    QList<Piece> m_name;
    QList<Piece> m_headKana;
    QStringList m_head;
    QStringList m_address;
    QString m_telephone;
    std::optional<BirthRange> m_birth;
    std::optional<int> m_sex;
    bool m_withRemoved = false;
};

} // namespace cache
