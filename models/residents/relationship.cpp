#include "residents/relationship.h"

#include <algorithm>
#include <array>
#include <optional>

namespace residents {
namespace {

struct Word
{
    QStringView text;
    Kin kin;
};
// Longest first, so that 子（子の夫） is not read as 子.
constexpr std::array words{
    Word{u"子（子の夫）", Kin::ChildsHusband},
    Word{u"子（子の妻）", Kin::ChildsWife},
    Word{u"夫（未届）", Kin::UnregisteredHusband},
    Word{u"妻（未届）", Kin::UnregisteredWife},
    Word{u"夫", Kin::Husband},
    Word{u"妻", Kin::Wife},
    Word{u"子", Kin::Child},
    Word{u"父", Kin::Father},
    Word{u"母", Kin::Mother},
    Word{u"兄", Kin::OlderBrother},
    Word{u"姉", Kin::OlderSister},
    Word{u"弟", Kin::YoungerBrother},
    Word{u"妹", Kin::YoungerSister},
};

struct Advice
{
    QStringView word;
    QStringView instead; ///< several with ／
};
// JS1 1.1.11: these words are not used; each step is written out. 子 is every child since 1995.
constexpr std::array advices{
    Advice{u"祖父", u"父の父／母の父"},
    Advice{u"祖母", u"父の母／母の母"},
    Advice{u"曽祖父", u"父の父の父／母の父の父"},
    Advice{u"曽祖母", u"父の父の母／母の父の母"},
    Advice{u"曾祖父", u"父の父の父／母の父の父"},
    Advice{u"曾祖母", u"父の父の母／母の父の母"},
    Advice{u"孫", u"子の子"},
    Advice{u"曽孫", u"子の子の子"},
    Advice{u"曾孫", u"子の子の子"},
    Advice{u"ひ孫", u"子の子の子"},
    Advice{u"玄孫", u"子の子の子の子"},
    Advice{u"おじ", u"父の兄／父の弟／母の兄／母の弟"},
    Advice{u"伯父", u"父の兄／母の兄"},
    Advice{u"叔父", u"父の弟／母の弟"},
    Advice{u"おば", u"父の姉／父の妹／母の姉／母の妹"},
    Advice{u"伯母", u"父の姉／母の姉"},
    Advice{u"叔母", u"父の妹／母の妹"},
    Advice{u"甥", u"兄の子／弟の子／姉の子／妹の子"},
    Advice{u"おい", u"兄の子／弟の子／姉の子／妹の子"},
    Advice{u"姪", u"兄の子／弟の子／姉の子／妹の子"},
    Advice{u"めい", u"兄の子／弟の子／姉の子／妹の子"},
    Advice{u"いとこ", u"父の兄の子／父の弟の子／母の兄の子／母の弟の子"},
    Advice{u"従兄弟", u"父の兄の子／父の弟の子／母の兄の子／母の弟の子"},
    Advice{u"従姉妹", u"父の兄の子／父の弟の子／母の兄の子／母の弟の子"},
    Advice{u"兄弟", u"兄／弟"},
    Advice{u"姉妹", u"姉／妹"},
    Advice{u"両親", u"父／母"},
    Advice{u"配偶者", u"夫／妻"},
    Advice{u"嫁", u"子の妻"},
    Advice{u"婿", u"子の夫"},
    Advice{u"義父", u"妻の父／夫の父"},
    Advice{u"義母", u"妻の母／夫の母"},
    Advice{u"義兄", u"妻の兄／夫の兄／姉の夫"},
    Advice{u"義姉", u"妻の姉／夫の姉／兄の妻"},
    Advice{u"義弟", u"妻の弟／夫の弟／妹の夫"},
    Advice{u"義妹", u"妻の妹／夫の妹／弟の妻"},
    Advice{u"継父", u"母の夫"},
    Advice{u"継母", u"父の妻"},
    Advice{u"連れ子", u"妻の子／夫の子"},
    Advice{u"継子", u"妻の子／夫の子"},
    Advice{u"養子", u"子"},
    Advice{u"養女", u"子"},
    Advice{u"養父", u"父"},
    Advice{u"養母", u"母"},
    Advice{u"実子", u"子"},
    Advice{u"息子", u"子"},
    Advice{u"娘", u"子"},
    Advice{u"内縁の夫", u"夫（未届）"},
    Advice{u"内縁の妻", u"妻（未届）"},
    Advice{u"未届の夫", u"夫（未届）"},
    Advice{u"未届の妻", u"妻（未届）"},
    Advice{u"本人", u"世帯主"},
    Advice{u"使用人", u"同居人"},
    Advice{u"家事使用人", u"同居人"},
    Advice{u"準世帯主", u"縁故者／同居人"},
    Advice{u"親族", u"縁故者"},
    Advice{u"親戚", u"縁故者"},
    Advice{u"友人", u"同居人"},
};

QString asMeant(QStringView text)
{
    QString meant;
    meant.reserve(text.size());
    for (const QChar c : text) {
        if (c.isSpace())
            continue;
        if (c == u'(')
            meant += QChar(u'（');
        else if (c == u')')
            meant += QChar(u'）');
        else
            meant += c;
    }
    return meant.replace(QStringLiteral("未届け"), QStringLiteral("未届"));
}

bool isNumberedChild(QStringView text)
{
    static constexpr QStringView numerals = u"長次一二三四五六七八九十";
    if (text.size() < 2 || (text.back() != u'男' && text.back() != u'女'))
        return false;
    return std::all_of(text.begin(), text.end() - 1, [](QChar c) { return numerals.contains(c); });
}

QStringList adviceFor(QStringView step)
{
    if (isNumberedChild(step))
        return {QStringLiteral("子")};
    for (const auto &advice : advices) {
        if (advice.word == step)
            return advice.instead.toString().split(u'／');
    }
    return {};
}

std::optional<Kin> wordAt(QStringView rest, qsizetype &length)
{
    for (const auto &word : words) {
        const bool ends = rest.size() == word.text.size() ||
                          (rest.size() > word.text.size() && rest[word.text.size()] == u'の');
        if (rest.startsWith(word.text) && ends) {
            length = word.text.size();
            return word.kin;
        }
    }
    return std::nullopt;
}

/// Offers the whole wording with the one step replaced, as far as it then holds.
RelationshipAnswer refuseStep(const QString &text, qsizetype begin, qsizetype size)
{
    RelationshipAnswer answer{.value = {}, .fault = RelationshipFault::Unreadable, .advice = {}};
    QStringList instead = adviceFor(QStringView(text).mid(begin, size));
    // 妻の連れ子: the step before says already whose child it is.
    if (text.left(begin).endsWith(u"の") && instead.contains(QStringLiteral("妻の子")))
        instead = QStringList{QStringLiteral("子")};
    for (const auto &word : instead) {
        answer.fault = RelationshipFault::WordNotAllowed;
        const QString whole = text.left(begin) + word + text.mid(begin + size);
        const auto again = parseRelationship(whole);
        if (again.fault == RelationshipFault::None)
            answer.advice.append(whole);
        else if (again.fault == RelationshipFault::WordNotAllowed)
            answer.advice.append(again.advice); // 長女の長男: a later step too
        else if (again.fault == RelationshipFault::TooManyGenerations)
            answer.advice = again.advice;
    }
    return answer;
}

std::optional<Standing> standingOf(const QString &text)
{
    if (text == u"世帯主")
        return Standing::Head;
    if (text == u"縁故者")
        return Standing::Relative;
    if (text == u"同居人")
        return Standing::Lodger;
    return std::nullopt;
}

} // namespace

bool isSpouse(Kin kin)
{
    return kin == Kin::Husband || kin == Kin::Wife || kin == Kin::UnregisteredHusband ||
           kin == Kin::UnregisteredWife;
}

RelationshipAnswer parseRelationship(QStringView input)
{
    const QString text = asMeant(input);
    RelationshipAnswer answer;
    if (text.isEmpty()) {
        answer.fault = RelationshipFault::Empty;
        return answer;
    }
    if (const auto standing = standingOf(text)) {
        answer.value.standing = *standing;
        return answer;
    }
    if (const QStringList whole = adviceFor(text); !whole.isEmpty()) {
        answer.fault = RelationshipFault::WordNotAllowed;
        answer.advice = whole;
        return answer;
    }
    answer.value.standing = Standing::Kin;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype length = 0;
        const auto kin = wordAt(QStringView(text).mid(at), length);
        if (!kin) {
            const qsizetype end = text.indexOf(u'の', at);
            return refuseStep(text, at, (end < 0 ? text.size() : end) - at);
        }
        if (!answer.value.chain.isEmpty() && isSpouse(answer.value.chain.last()) && isSpouse(*kin))
            answer.fault = RelationshipFault::SpouseOfSpouse;
        answer.value.chain.append(*kin);
        at += length;
        if (at == text.size())
            break;
        ++at; // 「の」
        if (at == text.size())
            answer.fault = RelationshipFault::Unreadable;
    }
    if (answer.fault == RelationshipFault::None && answer.value.chain.size() > mostGenerations) {
        answer.fault = RelationshipFault::TooManyGenerations;
        answer.advice = QStringList{QStringLiteral("縁故者")};
    }
    if (answer.fault != RelationshipFault::None)
        answer.value = {};
    return answer;
}

QString relationshipText(const Relationship &relationship)
{
    switch (relationship.standing) {
    case Standing::Head:
        return QStringLiteral("世帯主");
    case Standing::Relative:
        return QStringLiteral("縁故者");
    case Standing::Lodger:
        return QStringLiteral("同居人");
    case Standing::Kin:
        break;
    }
    QStringList steps;
    for (const Kin kin : relationship.chain) {
        const auto found = std::find_if(words.begin(), words.end(),
                                        [kin](const Word &word) { return word.kin == kin; });
        steps.append(found->text.toString());
    }
    return steps.join(u'の');
}

bool contradictsSex(const Relationship &relationship, Sex sex)
{
    if (relationship.chain.isEmpty() || (sex != Sex::Male && sex != Sex::Female))
        return false;
    switch (relationship.chain.last()) {
    case Kin::Husband:
    case Kin::UnregisteredHusband:
    case Kin::ChildsHusband:
    case Kin::Father:
    case Kin::OlderBrother:
    case Kin::YoungerBrother:
        return sex == Sex::Female;
    case Kin::Wife:
    case Kin::UnregisteredWife:
    case Kin::ChildsWife:
    case Kin::Mother:
    case Kin::OlderSister:
    case Kin::YoungerSister:
        return sex == Sex::Male;
    case Kin::Child:
        break;
    }
    return false;
}

} // namespace residents
