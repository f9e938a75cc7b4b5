#include "democity/talks.h"

#include <array>

namespace democity {
namespace {

struct Talk
{
    QStringView way;
    QStringView with;
    QStringView text;
};

constexpr std::array newlyLate{
    Talk{u"電話", u"本人", u"納付を忘れていたとのこと。納付書は手元にある。今週中に納めると回答。"},
    Talk{u"窓口", u"本人", u"納付書を紛失。再発行して手渡し。延滞金が加算されることを説明した。"},
    Talk{u"電話", u"本人",
         u"転職のため給与からの天引きが止まったことを知らなかったとのこと。普通徴収への切替えを説明"
         u"。"},
    Talk{u"文書", u"本人", u"催告書を送付。"},
};
constexpr std::array pledged{
    Talk{u"窓口", u"本人",
         u"一括での納付は困難との申出。収入と支出を聴き取り、収支の書類を求めた。"},
    Talk{u"窓口", u"本人",
         u"納税誓約書を受領。毎月末に納付する計画とした。不履行のときは財産の差押えがあると説明。"},
    Talk{u"電話", u"本人", u"今月分は給料日の後になると連絡あり。遅れても月内に納めるよう指導。"},
    Talk{u"窓口", u"配偶者", u"本人に代わり今月分を持参。残額と次回の期日を書面で渡した。"},
};
constexpr std::array broken{
    Talk{u"電話", u"本人",
         u"約束の日を過ぎても納付がない。体調を崩して仕事を休んでいるとのこと。来週来庁するよう求め"
         u"た。"},
    Talk{u"訪問", u"不在", u"不在。連絡票を郵便受けに入れた。生活の様子はうかがえる。"},
    Talk{u"文書", u"本人", u"最終催告書を送付。期限までに連絡がなければ財産調査に入る。"},
    Talk{u"電話", u"本人",
         u"年末に賞与が出るのでまとめて納めたいとの申出。延滞金の見込額を伝えた。"},
};
constexpr std::array seized{
    Talk{u"文書", u"金融機関", u"預金の有無について照会。"},
    Talk{u"文書", u"勤務先", u"給与の支払状況について照会。"},
    Talk{u"文書", u"本人", u"差押予告書を送付。"},
    Talk{u"窓口", u"本人",
         u"差押えについて来庁。根拠と解除の条件を説明。残額は分割で納めたいとの申出。"},
};
constexpr std::array stopped{
    Talk{u"窓口", u"本人", u"病気で働けず、預貯金もないとの申立て。通帳の写しを受領した。"},
    Talk{u"文書", u"関係機関", u"財産調査の回答を受領。換価できる財産は見当たらない。"},
    Talk{u"訪問", u"本人",
         u"生活の状況を確認。差し押さえれば生活を著しく窮迫させるおそれがあると認められる。"},
};
constexpr std::array unreachable{
    Talk{u"文書", u"本人", u"催告書が宛所不明で返戻。"},
    Talk{u"訪問", u"不在", u"表札なし。郵便物がたまっている。近隣への聴取りは行っていない。"},
    Talk{u"文書", u"関係機関", u"実態調査。居所をつかめず。"},
};
constexpr std::array gone{
    Talk{u"文書", u"本人", u"転出先へ催告書を送付。"},
    Talk{u"電話", u"本人",
         u"転出したので課税されないと思っていたとのこと。賦課期日の住所で課税されることを説明。"},
    Talk{u"文書", u"転出先の市", u"実態調査を依頼。"},
};
constexpr std::array heirs{
    Talk{u"電話", u"相続人", u"相続人代表者の届出を案内。届出書を送付した。"},
    Talk{u"窓口", u"相続人", u"相続放棄の手続中とのこと。受理通知の写しを求めた。"},
    Talk{u"文書", u"相続人", u"納税義務承継通知書を送付。"},
};

template <std::size_t Size>
Talk at(const std::array<Talk, Size> &talks, int step, Random &random)
{
    // The first entries in their order, then any.
    const auto index = step < static_cast<int>(Size) ? step : random.below(static_cast<int>(Size));
    return talks[static_cast<std::size_t>(index)];
}

Talk talkOf(Plight plight, int step, Random &random)
{
    switch (plight) {
    case Plight::NewlyLate:
        return at(newlyLate, step + random.below(3), random);
    case Plight::Pledged:
        return at(pledged, step, random);
    case Plight::Broken:
        return at(broken, step, random);
    case Plight::Seized:
        return at(seized, step, random);
    case Plight::Stopped:
        return at(stopped, step, random);
    case Plight::Unreachable:
        return at(unreachable, step, random);
    case Plight::Gone:
        return at(gone, step, random);
    case Plight::Heirs:
        break;
    }
    return at(heirs, step, random);
}

} // namespace

QString officer(Random &random)
{
    static constexpr std::array<QStringView, 3> officers{u"研修　収納一", u"研修　収納二",
                                                         u"研修　徴収一"};
    return officers[static_cast<std::size_t>(random.below(3))].toString();
}

tax::Negotiation talkOn(QDate day, Plight plight, int step, Random &random)
{
    const Talk talk = talkOf(plight, step, random);
    return {.on = day,
            .way = talk.way.toString(),
            .with = talk.with.toString(),
            .text = talk.text.toString(),
            .by = officer(random)};
}

QString pensionTalk(Random &random)
{
    static constexpr std::array<QStringView, 8> talks{
        u"退職後の種別変更について説明。離職票の写しを確認。",
        u"保険料の納付が難しいとの相談。免除と納付猶予の違い、追納について説明。",
        u"学生納付特例は毎年度の申請が必要であることを説明。",
        u"付加保険料について説明。パンフレットを渡した。",
        u"配偶者の扶養から外れた日について、勤務先の証明を求めた。",
        u"受給資格期間の照会。年金事務所での確認を案内。",
        u"国外転出中の任意加入について説明。",
        u"産前産後期間の免除について説明。母子健康手帳を確認。"};
    return talks[static_cast<std::size_t>(random.below(8))].toString();
}

} // namespace democity
