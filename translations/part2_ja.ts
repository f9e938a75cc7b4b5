<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en_GB">
<context>
    <name>Wording</name>
    <message>
        <source>(not public yet)</source>
        <translation>（公証前）</translation>
    </message>
    <message>
        <source>%1 (notified %2)</source>
        <translation>%1（%2届出）</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1（%2転出）</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1（%2から）</translation>
    </message>
    <message>
        <source>(not shown)</source>
        <translation>（非表示）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Furigana</source>
        <translation>氏名の振り仮名</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>通称</translation>
    </message>
    <message>
        <source>Former family name</source>
        <translation>旧氏</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>生年月日</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性別</translation>
    </message>
    <message>
        <source>State</source>
        <translation>住民状態</translation>
    </message>
    <message>
        <source>Household number</source>
        <translation>世帯番号</translation>
    </message>
    <message>
        <source>Head of household</source>
        <translation>世帯主</translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation>続柄</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>方書</translation>
    </message>
    <message>
        <source>Became resident</source>
        <translation>住民となった年月日</translation>
    </message>
    <message>
        <source>Address settled</source>
        <translation>住所を定めた年月日</translation>
    </message>
    <message>
        <source>Former address</source>
        <translation>前住所</translation>
    </message>
    <message>
        <source>Address before moving in</source>
        <translation>転入前住所</translation>
    </message>
    <message>
        <source>Destination (planned)</source>
        <translation>転出先（予定）</translation>
    </message>
    <message>
        <source>Destination (confirmed)</source>
        <translation>転出先（確定）</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>住民でなくなった年月日</translation>
    </message>
    <message>
        <source>Registered domicile</source>
        <translation>本籍</translation>
    </message>
    <message>
        <source>First in the family register</source>
        <translation>筆頭者</translation>
    </message>
    <message>
        <source>Nationality or region</source>
        <translation>国籍・地域</translation>
    </message>
    <message>
        <source>Class (art. 30-45)</source>
        <translation>第30条の45区分</translation>
    </message>
    <message>
        <source>Status of residence</source>
        <translation>在留資格</translation>
    </message>
    <message>
        <source>Period of stay</source>
        <translation>在留期間</translation>
    </message>
    <message>
        <source>Period ends</source>
        <translation>在留期間の満了の日</translation>
    </message>
    <message>
        <source>National health insurance</source>
        <translation>国民健康保険</translation>
    </message>
    <message>
        <source>National pension</source>
        <translation>国民年金</translation>
    </message>
    <message>
        <source>Child allowance</source>
        <translation>児童手当</translation>
    </message>
    <message>
        <source>Long-term care</source>
        <translation>介護保険</translation>
    </message>
    <message>
        <source>Medical care of the elderly</source>
        <translation>後期高齢者医療</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>連絡先電話番号</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>%1 (notified)</source>
        <comment>furigana</comment>
        <translation>%1（届出）</translation>
    </message>
    <message>
        <source>%1 (ex officio)</source>
        <comment>furigana</comment>
        <translation>%1（職権記載）</translation>
    </message>
</context>
<context>
    <name>certificates::ApplicationForm</name>
    <message>
        <source>Whose certificate</source>
        <translation>どなたの住民票ですか</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>請求者</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>請求者の区分</translation>
    </message>
    <message>
        <source>Requester's name</source>
        <translation>請求者の氏名</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>利用目的</translation>
    </message>
    <message>
        <source>How identified</source>
        <translation>窓口に来た方の本人確認</translation>
    </message>
    <message>
        <source>(not chosen)</source>
        <translation>（選んでください）</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（なし）</translation>
    </message>
    <message>
        <source>%1 (one is enough)</source>
        <translation>%1（１点で可）</translation>
    </message>
    <message>
        <source>%1 (two needed)</source>
        <translation>%1（２点必要）</translation>
    </message>
    <message>
        <source>Identified by questions</source>
        <translation>口頭質問により確認した</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>確認書類</translation>
    </message>
    <message>
        <source>Second document</source>
        <translation>２点目</translation>
    </message>
    <message>
        <source>Shown on special request</source>
        <translation>申出により記載する事項</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>通数</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Everybody in the household</source>
        <translation>世帯全員</translation>
    </message>
</context>
<context>
    <name>certificates::CertificatePage</name>
    <message>
        <source>Issue (F12)</source>
        <translation>交付する（F12）</translation>
    </message>
    <message>
        <source>No fee</source>
        <translation>手数料　無料</translation>
    </message>
    <message>
        <source>Fee %1 yen</source>
        <translation>手数料　%1円</translation>
    </message>
    <message>
        <source>This cannot be issued yet.</source>
        <translation>まだ交付できません。</translation>
    </message>
    <message>
        <source>Look at the lines above the preview.</source>
        <translation>プレビューの上に出ている項目を確認してください。</translation>
    </message>
    <message numerus="yes">
        <source>Issue %n copy(ies)?</source>
        <translation>
            <numerusform>%n通を交付しますか。</numerusform>
        </translation>
    </message>
    <message>
        <source>Each copy takes a number and stands in the log.</source>
        <translation>１通ごとに発行番号を採番し、交付の記録に残ります。</translation>
    </message>
    <message>
        <source>F12 issues and prints, Esc goes back to the application.</source>
        <translation>F12で交付・印刷します。Escで申請内容に戻ります。</translation>
    </message>
    <message>
        <source>Recorded as failed: %1</source>
        <translation>印刷失敗として記録しました：%1</translation>
    </message>
    <message>
        <source>No fee. Check the paper before handing it over.</source>
        <translation>手数料は無料です。渡す前に、印刷された内容を確かめてください。</translation>
    </message>
    <message>
        <source>Fee %1 yen. Check the paper before handing it over.</source>
        <translation>手数料は%1円です。渡す前に、印刷された内容を確かめてください。</translation>
    </message>
    <message>
        <source>Issued: %1</source>
        <translation>交付しました：%1</translation>
    </message>
    <message>
        <source>F7 if the paper is spoiled; Esc goes back to the record.</source>
        <translation>書き損じたときはF7を押してください。Escで住民票の画面に戻ります。</translation>
    </message>
    <message>
        <source>Recorded as spoiled paper.</source>
        <translation>書損として記録しました。</translation>
    </message>
    <message>
        <source>Keep the paper for the register of spoiled forms.</source>
        <translation>書損の用紙は廃棄せず、書損管理簿とともに保管してください。</translation>
    </message>
    <message>
        <source>Issue again with F12 if it is still needed.</source>
        <translation>あらためて必要なときは、F12で交付し直してください。</translation>
    </message>
    <message>
        <source>Issue and print (F12)</source>
        <translation>交付して印刷（F12）</translation>
    </message>
    <message>
        <source>Copy of the resident record</source>
        <translation>住民票の写しの交付</translation>
    </message>
    <message>
        <source>Paper spoiled</source>
        <translation>書損</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>プリンター</translation>
    </message>
    <message>
        <source>Issue and print</source>
        <translation>交付して印刷</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>交付</translation>
    </message>
</context>
<context>
    <name>certificates::FindingsPanel</name>
    <message>
        <source>A text does not fit its place, even in the smallest letters.</source>
        <translation>文字を最小にしても欄に収まりません。</translation>
    </message>
    <message>
        <source>The character %1 is not in the registered fonts.</source>
        <translation>文字「%1」は登録書体にありません。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Still needed: %1</source>
        <translation>未入力：%1</translation>
    </message>
    <message>
        <source>Cannot be issued: %1</source>
        <translation>交付不可：%1</translation>
    </message>
    <message>
        <source>Please note: %1</source>
        <translation>注意：%1</translation>
    </message>
    <message>
        <source>choose whose certificate it is</source>
        <translation>住民票が必要な方を選んでください</translation>
    </message>
    <message>
        <source>how the requester is identified</source>
        <translation>窓口に来た方の本人確認</translation>
    </message>
    <message>
        <source>who asks, and what for</source>
        <translation>請求者の氏名・利用目的</translation>
    </message>
</context>
<context>
    <name>household::HouseholdTab</name>
    <message>
        <source>Members of the household</source>
        <translation>世帯員</translation>
    </message>
    <message>
        <source>Former members</source>
        <translation>除かれた世帯員</translation>
    </message>
    <message>
        <source>Nobody lives in this household now</source>
        <translation>現在、この世帯に属する人はいません</translation>
    </message>
    <message>
        <source>All members have left. They stand below.</source>
        <translation>全員が除かれています。下の一覧を確認してください。</translation>
    </message>
    <message>
        <source>(address not shown)</source>
        <translation>（住所は非表示）</translation>
    </message>
    <message numerus="yes">
        <source>Household number %1　%n member(s)</source>
        <translation>
            <numerusform>世帯番号　%1　　世帯員　%n人</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>household::MemberModel</name>
    <message>
        <source>%1 years old</source>
        <translation>%1歳</translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation>続柄</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Kana</source>
        <translation>カナ</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>生年月日</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年齢</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性別</translation>
    </message>
    <message>
        <source>State</source>
        <translation>住民状態</translation>
    </message>
    <message>
        <source>Removed on</source>
        <translation>消除日</translation>
    </message>
</context>
<context>
    <name>printing::PreviewView</name>
    <message>
        <source>Preview of the certificate</source>
        <translation>住民票の写しのプレビュー</translation>
    </message>
    <message>
        <source>The certificate appears here when somebody is chosen and nothing forbids it.</source>
        <translation>交付できるときは、ここに住民票の写しの見本が表示されます。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n枚</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>printing::PrinterChoice</name>
    <message>
        <source>No printer is set up on this PC: nothing can be issued.</source>
        <translation>この端末にプリンターが設定されていないため、交付できません。</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>プリンター</translation>
    </message>
    <message>
        <source>PDF file (training)</source>
        <translation>PDFファイル（研修用）</translation>
    </message>
    <message>
        <source>&amp;Printer</source>
        <translation>プリンター(&amp;P)</translation>
    </message>
</context>
<context>
    <name>resident::ComparisonModel</name>
    <message>
        <source>● changed</source>
        <translation>● 変更</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>異動前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>異動後</translation>
    </message>
</context>
<context>
    <name>resident::HistoryModel</name>
    <message>
        <source>%1 (now)</source>
        <comment>version</comment>
        <translation>%1（現在）</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>履歴番号</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>異動事由</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>異動日</translation>
    </message>
    <message>
        <source>Notified</source>
        <translation>届出日</translation>
    </message>
    <message>
        <source>Processed</source>
        <translation>処理日</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>処理者</translation>
    </message>
</context>
<context>
    <name>resident::HistoryTab</name>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Comparison of two states</source>
        <translation>異動前と異動後の比較</translation>
    </message>
    <message>
        <source>Enter on a line shows what changed</source>
        <translation>行を選んでEnterを押すと、異動前後を比べて表示します</translation>
    </message>
    <message>
        <source>Version %1 beside version %2</source>
        <translation>履歴番号%1（異動前）と%2（異動後）の比較</translation>
    </message>
    <message>
        <source>Version %1: the first state</source>
        <translation>履歴番号%1の内容（最初の記録）</translation>
    </message>
</context>
<context>
    <name>resident::ReasonPanel</name>
    <message>
        <source>Open the record</source>
        <translation>住民票を開く</translation>
    </message>
    <message>
        <source>This person is protected (support measures)</source>
        <translation>支援措置の対象者です</translation>
    </message>
    <message>
        <source>The record opens only for work that needs it. The reason you write is kept in the log with your name. The address must not be told to anybody but the person.</source>
        <translation>職務上必要なときに限り開くことができます。入力した理由は、あなたの氏名とともに操作の記録に残ります。住所は、本人以外の方に伝えないでください。</translation>
    </message>
    <message>
        <source>Reason for opening</source>
        <translation>開く理由</translation>
    </message>
    <message>
        <source>Write in a few words what the record is needed for.</source>
        <translation>何のために開くのかを、具体的に入力してください。</translation>
    </message>
</context>
<context>
    <name>resident::RecordPage</name>
    <message>
        <source>Parts of the record</source>
        <translation>住民票の画面の切替え</translation>
    </message>
    <message>
        <source>Resident record</source>
        <translation>住民票</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>世帯</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Record of a resident</source>
        <translation>住民の記録</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>証明書</translation>
    </message>
    <message>
        <source>Born %1</source>
        <translation>%1生</translation>
    </message>
    <message>
        <source>%1 years old</source>
        <translation>%1歳</translation>
    </message>
    <message>
        <source>The record is not shown</source>
        <translation>住民票を表示できません</translation>
    </message>
    <message>
        <source>Esc goes back to the page before.</source>
        <translation>Escで前の画面に戻ります。</translation>
    </message>
</context>
<context>
    <name>resident::ResidentTab</name>
    <message>
        <source>Resident record</source>
        <translation>住民票</translation>
    </message>
    <message>
        <source>Restrictions in force</source>
        <translation>抑止</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>氏名等</translation>
    </message>
    <message>
        <source>Residence</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Foreign resident</source>
        <translation>外国人住民</translation>
    </message>
    <message>
        <source>Registered domicile and remarks</source>
        <translation>本籍・備考</translation>
    </message>
    <message>
        <source>Entitlements (kept by other sections)</source>
        <translation>資格（各所管課の記録）</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>連絡先電話番号</translation>
    </message>
    <message>
        <source>Name in Latin letters</source>
        <translation>氏名（ローマ字）</translation>
    </message>
    <message>
        <source>Name in kanji</source>
        <translation>氏名（漢字）</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>通称</translation>
    </message>
    <message>
        <source>Kana of the alias</source>
        <translation>通称のカナ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Furigana</source>
        <translation>氏名の振り仮名</translation>
    </message>
    <message>
        <source>Former family name</source>
        <translation>旧氏</translation>
    </message>
    <message>
        <source>Furigana of the former name</source>
        <translation>旧氏の振り仮名</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>生年月日</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性別</translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation>続柄</translation>
    </message>
    <message>
        <source>Head of household</source>
        <translation>世帯主</translation>
    </message>
    <message>
        <source>Person number</source>
        <translation>宛名番号</translation>
    </message>
    <message>
        <source>Household number</source>
        <translation>世帯番号</translation>
    </message>
    <message>
        <source>Search kana</source>
        <translation>検索用カナ</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>郵便番号</translation>
    </message>
    <message>
        <source>Address code</source>
        <translation>住所コード</translation>
    </message>
    <message>
        <source>Became resident</source>
        <translation>住民となった年月日</translation>
    </message>
    <message>
        <source>Address settled</source>
        <translation>住所を定めた年月日</translation>
    </message>
    <message>
        <source>Reason of the address</source>
        <translation>住所を定めた事由</translation>
    </message>
    <message>
        <source>Former address</source>
        <translation>前住所</translation>
    </message>
    <message>
        <source>Address before moving in</source>
        <translation>転入前住所</translation>
    </message>
    <message>
        <source>Destination (planned)</source>
        <translation>転出先（予定）</translation>
    </message>
    <message>
        <source>Destination (confirmed)</source>
        <translation>転出先（確定）</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>住民でなくなった年月日</translation>
    </message>
    <message>
        <source>Removal notified</source>
        <translation>消除の届出年月日</translation>
    </message>
    <message>
        <source>Reason for removal</source>
        <translation>消除の事由</translation>
    </message>
    <message>
        <source>Nationality or region</source>
        <translation>国籍・地域</translation>
    </message>
    <message>
        <source>Class (art. 30-45)</source>
        <translation>第30条の45区分</translation>
    </message>
    <message>
        <source>Status of residence</source>
        <translation>在留資格</translation>
    </message>
    <message>
        <source>Period of stay</source>
        <translation>在留期間</translation>
    </message>
    <message>
        <source>Period ends</source>
        <translation>在留期間の満了の日</translation>
    </message>
    <message>
        <source>Became foreign resident</source>
        <translation>外国人住民となった年月日</translation>
    </message>
    <message>
        <source>Registered domicile</source>
        <translation>本籍</translation>
    </message>
    <message>
        <source>First in the family register</source>
        <translation>筆頭者</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>National health insurance</source>
        <translation>国民健康保険</translation>
    </message>
    <message>
        <source>National pension</source>
        <translation>国民年金</translation>
    </message>
    <message>
        <source>Child allowance</source>
        <translation>児童手当</translation>
    </message>
    <message>
        <source>Long-term care</source>
        <translation>介護保険</translation>
    </message>
    <message>
        <source>Medical care of the elderly</source>
        <translation>後期高齢者医療</translation>
    </message>
    <message>
        <source>Inquiry: %1　Certificates: %2　Moves: %3</source>
        <translation>照会：%1　証明：%2　異動：%3</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>%1から</translation>
    </message>
    <message>
        <source>From %1, due for renewal %2. It does not end by itself.</source>
        <translation>%1から。期間の終期は%2です（終期を過ぎても、解除するまで続きます）。</translation>
    </message>
</context>
</TS>
