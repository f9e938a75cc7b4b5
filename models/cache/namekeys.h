#pragma once

#include "cache/search.h"
#include "residents/person.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace cache {

/// Everything by which one name of a person is found. Each list has one text a part (氏, 名).
struct NameKeys
{
    MatchedName which = MatchedName::Current;
    QStringList kana = {};  ///< katakana as registered
    QStringList kana1 = {}; ///< text::kanaKey1
    QStringList kana2 = {}; ///< text::kanaKey2; empty when the same as kana1
    /// As registered without variation selectors; empty when the same as folded.
    QStringList written = {};
    QStringList folded = {}; ///< text::nameKey
    bool operator==(const NameKeys &) const = default;
};

/// For the column search_person.names. No personal data is added to what the row has anyway.
[[nodiscard]] QString packed(const QList<NameKeys> &names);
[[nodiscard]] QList<NameKeys> unpacked(const QString &text);

/// The parts as one key: from the second character on ウ after an オ段 kana is read オ, also across
/// the border of the parts (the space does not count, 住民記録システム標準仕様書 2.1.2).
[[nodiscard]] QString joinedKana(const QStringList &parts);

/// Makes the keys of names. Parts come again and again in a city, so their keys are kept; one
/// object for each thread.
class NameKeyMaker final
{
public:
    /// Names of the present state, then those of former states that it does not have.
    [[nodiscard]] QList<NameKeys> namesOf(const residents::Snapshot &current,
                                          const QList<residents::Snapshot> &former);

private:
    struct PartKeys
    {
        QString kana;
        QString kana1;
        QString kana2;
    };
    struct Writing
    {
        QString written;
        QString folded;
    };
    [[nodiscard]] const PartKeys &kanaKeys(const QString &part);
    [[nodiscard]] const Writing &writingKeys(const QString &part);
    void addKana(NameKeys &keys, const QStringList &parts);
    void addWriting(NameKeys &keys, const QStringList &parts);
    void addStateNames(QList<NameKeys> &names, const residents::PersonName &name);

    QHash<QString, PartKeys> m_kana;
    QHash<QString, Writing> m_writings;
};

} // namespace cache
