<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en_GB">
<context>
    <name>EntryFields</name>
    <message>
        <source>Text</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>取消し</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Send to: postal code</source>
        <translation>送付先の郵便番号</translation>
    </message>
    <message>
        <source>Send to: address</source>
        <translation>送付先の住所</translation>
    </message>
    <message>
        <source>Send to: name</source>
        <translation>送付先の宛名</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>The whole household (number %1)</source>
        <translation>世帯全体（世帯番号 %1）</translation>
    </message>
    <message>
        <source>This person</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Inquiry</source>
        <translation>照会</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>証明</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>異動</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Hidden from lists and searches</source>
        <translation>一覧と検索に出さない</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>出す</translation>
    </message>
    <message>
        <source>From</source>
        <translation>始期</translation>
    </message>
    <message>
        <source>Due for renewal</source>
        <translation>更新の期限</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>有効</translation>
    </message>
    <message>
        <source>Inquiry: %1&#x3000;Certificates: %2&#x3000;Moves: %3</source>
        <translation>照会：%1&#x3000;証明：%2&#x3000;異動：%3</translation>
    </message>
    <message>
        <source>From %1, due for renewal %2</source>
        <translation>%1から（更新の期限 %2）</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>%1から</translation>
    </message>
    <message>
        <source>Note: take back</source>
        <translation>メモの取消し</translation>
    </message>
    <message>
        <source>Note: write</source>
        <translation>メモの記入</translation>
    </message>
    <message>
        <source>Note: correct</source>
        <translation>メモの訂正</translation>
    </message>
    <message>
        <source>Contact: enter</source>
        <translation>連絡先の登録</translation>
    </message>
    <message>
        <source>Contact: change</source>
        <translation>連絡先の変更</translation>
    </message>
    <message>
        <source>Restriction: end</source>
        <translation>抑止の終了</translation>
    </message>
    <message>
        <source>Restriction: set</source>
        <translation>抑止の設定</translation>
    </message>
    <message>
        <source>Restriction: change</source>
        <translation>抑止の変更</translation>
    </message>
    <message>
        <source>(not shown)</source>
        <translation>（非表示）</translation>
    </message>
    <message>
        <source>Reason of the move</source>
        <translation>異動事由</translation>
    </message>
    <message>
        <source>Happened on</source>
        <translation>異動日</translation>
    </message>
    <message>
        <source>Notified on</source>
        <translation>届出日</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>新しい住所</translation>
    </message>
    <message>
        <source>Household from then on</source>
        <translation>異動後の世帯番号</translation>
    </message>
    <message>
        <source>Who moves</source>
        <translation>異動する人</translation>
    </message>
    <message>
        <source>Move: %1</source>
        <translation>異動：%1</translation>
    </message>
    <message>
        <source>Place they move out to</source>
        <translation>転出先</translation>
    </message>
    <message>
        <source>Cause of the removal</source>
        <translation>消除のきっかけ</translation>
    </message>
    <message>
        <source>Person %1 who comes</source>
        <translation>転入する方 %1</translation>
    </message>
    <message>
        <source>Where they come from</source>
        <translation>転入前住所</translation>
    </message>
    <message>
        <source>Certificate of moving out</source>
        <translation>転出証明書</translation>
    </message>
    <message>
        <source>Handed in</source>
        <translation>受け取った</translation>
    </message>
    <message>
        <source>%1/%2/%3</source>
        <translation>%1年%2月%3日</translation>
    </message>
</context>
<context>
    <name>EntryWords</name>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>送信待ち</translation>
    </message>
    <message>
        <source>Provisional (to be checked)</source>
        <translation>仮登録（照合待ち）</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>本登録</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>競合</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>受付不可</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>差戻し</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>取下げ</translation>
    </message>
    <message>
        <source>Discarded</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>連絡先</translation>
    </message>
    <message>
        <source>Restriction</source>
        <translation>抑止</translation>
    </message>
    <message>
        <source>Kept on this PC only. It was not sent.</source>
        <translation>この端末にだけ保存しています。送信していません。</translation>
    </message>
    <message>
        <source>Go on with it, or discard it.</source>
        <translation>続きを入力するか、破棄してください。</translation>
    </message>
    <message>
        <source>Kept on this PC. It is sent by itself as soon as the register is reached.</source>
        <translation>この端末に保存しました。住民記録システムにつながりしだい、自動で送信します。</translation>
    </message>
    <message>
        <source>You need do nothing. It can also be sent now, or withdrawn.</source>
        <translation>何もしなくて構いません。今すぐ送信することも、取り下げることもできます。</translation>
    </message>
    <message>
        <source>The register has accepted it. Another person has to check it.</source>
        <translation>住民記録システムが受け付けました。別の職員の照合を待っています。</translation>
    </message>
    <message>
        <source>You need do nothing. Until it is decided it can be withdrawn.</source>
        <translation>何もしなくて構いません。照合が済むまでは取り下げられます。</translation>
    </message>
    <message>
        <source>It stands in the register.</source>
        <translation>本登録になりました。</translation>
    </message>
    <message>
        <source>Somebody else changed the record first. Nothing was registered.</source>
        <translation>先に別の職員が記録を変更しました。この入力は登録されていません。</translation>
    </message>
    <message>
        <source>Open it, compare the two, and choose.</source>
        <translation>開いて二つを見比べ、どちらにするかを選んでください。</translation>
    </message>
    <message>
        <source>The register did not accept it.</source>
        <translation>住民記録システムが受け付けませんでした。</translation>
    </message>
    <message>
        <source>Correct it and file it again, or withdraw it.</source>
        <translation>直して登録し直すか、取り下げてください。</translation>
    </message>
    <message>
        <source>The checker sent it back. Nothing was registered.</source>
        <translation>照合した職員が差し戻しました。登録されていません。</translation>
    </message>
    <message>
        <source>Read the answer, correct it and file it again, or discard it.</source>
        <translation>回答を読み、直して登録し直すか、破棄してください。</translation>
    </message>
    <message>
        <source>Its author withdrew it.</source>
        <translation>入力した職員が取り下げました。</translation>
    </message>
    <message>
        <source>Its author discarded it.</source>
        <translation>入力した職員が破棄しました。</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>たった今</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n時間</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n日</numerusform>
        </translation>
    </message>
    <message>
        <source>Move</source>
        <translation>異動</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>Tax assessed</source>
        <translation>税（賦課）</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>収納・滞納</translation>
    </message>
    <message>
        <source>Pension</source>
        <translation>年金</translation>
    </message>
</context>
<context>
    <name>MoveRules</name>
    <message>
        <source>Restriction</source>
        <translation>抑止</translation>
    </message>
    <message>
        <source>A restriction stops moves of somebody of this household.</source>
        <translation>この世帯のどなたかに、異動を止める抑止があります。</translation>
    </message>
    <message>
        <source>Ask your supervisor before you say anything.</source>
        <translation>何も告げずに、責任者に確かめてください。</translation>
    </message>
    <message>
        <source>Who moves</source>
        <translation>移る方</translation>
    </message>
    <message>
        <source>Nobody is chosen.</source>
        <translation>選ばれていません。</translation>
    </message>
    <message>
        <source>Tick everybody who moves.</source>
        <translation>移る方の全員に印を付けてください。</translation>
    </message>
    <message>
        <source>Day of the move</source>
        <translation>異動日</translation>
    </message>
    <message>
        <source>The day is missing.</source>
        <translation>日付が入っていません。</translation>
    </message>
    <message>
        <source>Type the day on which they began to live there.</source>
        <translation>新しい住所に住み始めた日を入力してください。</translation>
    </message>
    <message>
        <source>The day has not come yet.</source>
        <translation>まだ来ていない日です。</translation>
    </message>
    <message>
        <source>Notice is taken after the move: ask them to come again.</source>
        <translation>転居届は移った後に受け付けます。移った後の届出を案内してください。</translation>
    </message>
    <message>
        <source>Day of the notice</source>
        <translation>届出日</translation>
    </message>
    <message>
        <source>Type the day on which notice was given.</source>
        <translation>届出を受けた日を入力してください。</translation>
    </message>
    <message>
        <source>Correct the day.</source>
        <translation>日付を直してください。</translation>
    </message>
    <message>
        <source>Lies before the day of the move.</source>
        <translation>異動日より前の日です。</translation>
    </message>
    <message>
        <source>Notice is taken after the move: look at both days.</source>
        <translation>転居の届出は移った後に受け付けます。異動日と届出日を確かめてください。</translation>
    </message>
    <message>
        <source>Has been removed from the register.</source>
        <translation>消除されています。</translation>
    </message>
    <message>
        <source>Who has come back is entered as moving in.</source>
        <translation>戻ってきた方は転入で入力してください。</translation>
    </message>
    <message>
        <source>Has given notice of moving out.</source>
        <translation>転出の届出をしています。</translation>
    </message>
    <message>
        <source>Cancel that notice first.</source>
        <translation>先に転出の取消しをしてください。</translation>
    </message>
    <message>
        <source>Does not belong to this household any more.</source>
        <translation>もうこの世帯の方ではありません。</translation>
    </message>
    <message>
        <source>Close this form and open the record again.</source>
        <translation>この画面を閉じ、住民票を開き直してください。</translation>
    </message>
    <message>
        <source>Lies before the day on which they became residents.</source>
        <translation>住民となった日より前です。</translation>
    </message>
    <message>
        <source>Look at the record and correct the day.</source>
        <translation>住民票を見て、日付を直してください。</translation>
    </message>
    <message>
        <source>New address</source>
        <translation>新しい住所</translation>
    </message>
    <message>
        <source>This is no town of this municipality.</source>
        <translation>この市の町名ではありません。</translation>
    </message>
    <message>
        <source>Choose the town from the list. Elsewhere it is a moving out.</source>
        <translation>町名を一覧から選んでください。市の外なら転出です。</translation>
    </message>
    <message>
        <source>Is where they live already.</source>
        <translation>今の住所と同じです。</translation>
    </message>
    <message>
        <source>Only another house at the same lot is a move. Ask for the house.</source>
        <translation>同じ地番の別の家屋に移るときだけ転居です。家屋を聞いてください。</translation>
    </message>
    <message>
        <source>Is not the address of the household they join.</source>
        <translation>入る世帯の住所と違います。</translation>
    </message>
    <message>
        <source>Take over its address, or make a new household.</source>
        <translation>その世帯の住所に合わせるか、新しい世帯にしてください。</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>世帯</translation>
    </message>
    <message>
        <source>Somebody stays: the household cannot move as a whole.</source>
        <translation>残る方がいるため、世帯のまま移ることはできません。</translation>
    </message>
    <message>
        <source>Tick everybody, or choose another household.</source>
        <translation>全員に印を付けるか、別の世帯を選んでください。</translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation>続柄</translation>
    </message>
    <message>
        <source>Is missing, or is not written as the list has it.</source>
        <translation>入っていないか、定められた書き方ではありません。</translation>
    </message>
    <message>
        <source>Write it towards the head: wife, child, father, lodger ...</source>
        <translation>世帯主から見た続柄を、妻・子・父・同居人などと入力してください。</translation>
    </message>
    <message>
        <source>The household they live in would have no head.</source>
        <translation>移った先の世帯に世帯主がいません。</translation>
    </message>
    <message>
        <source>Make one of them the head.</source>
        <translation>どなたかを世帯主にしてください。</translation>
    </message>
    <message>
        <source>A household would have two heads.</source>
        <translation>世帯主が二人になります。</translation>
    </message>
    <message>
        <source>Leave one head, and write the others towards that one.</source>
        <translation>世帯主を一人にし、ほかの方はその方から見た続柄にしてください。</translation>
    </message>
    <message>
        <source>How identified</source>
        <translation>本人確認</translation>
    </message>
    <message>
        <source>The household moves as it is: nothing else changes.</source>
        <translation>世帯全員の転居では、世帯主と続柄は変わりません。</translation>
    </message>
    <message>
        <source>Enter a change of the head as an act of its own.</source>
        <translation>世帯主や続柄の変更は、別の異動として入力してください。</translation>
    </message>
    <message>
        <source>The documents are not enough.</source>
        <translation>書類が足りません。</translation>
    </message>
    <message>
        <source>One of the first kind, two of the second, or questions.</source>
        <translation>１点でよい書類を一つ、２点要る書類を二つ、または口頭の質問で確かめてください。</translation>
    </message>
    <message>
        <source>Who gives notice</source>
        <translation>届出人</translation>
    </message>
    <message>
        <source>The agent&apos;s name is missing.</source>
        <translation>代理人の氏名が入っていません。</translation>
    </message>
    <message>
        <source>Type it as the document shows it.</source>
        <translation>本人確認書類のとおりに入力してください。</translation>
    </message>
    <message>
        <source>The agent&apos;s mandate was not shown.</source>
        <translation>委任状を確かめていません。</translation>
    </message>
    <message>
        <source>Ask for it, and tick it when you have seen it.</source>
        <translation>委任状を求め、確かめたら印を付けてください。</translation>
    </message>
    <message>
        <source>Another move of one of them waits to be checked.</source>
        <translation>同じ方か世帯の別の異動が照合待ちです。</translation>
    </message>
    <message>
        <source>It is decided first. What you typed stays as a draft.</source>
        <translation>先の異動の照合を待ってください。入力は下書きに残ります。</translation>
    </message>
    <message>
        <source>Comes after the 14 days.</source>
        <translation>14日の期限を過ぎています。</translation>
    </message>
    <message>
        <source>Ask for the reason and take the statement of it.</source>
        <translation>理由を聴き、届出期間経過の申述を受けてください。</translation>
    </message>
    <message>
        <source>The agent showed no document and was only questioned.</source>
        <translation>代理人は書類がなく、口頭の質問だけで確かめています。</translation>
    </message>
    <message>
        <source>Send the notice of acceptance to the address before the move.</source>
        <translation>異動前の住所へ、本人あてに受理通知を送ってください。</translation>
    </message>
    <message>
        <source>Those who stay have no head any more.</source>
        <translation>残る方に世帯主がいなくなります。</translation>
    </message>
    <message>
        <source>Enter the new head with it, or ask for a notice.</source>
        <translation>新しい世帯主を一緒に入力するか、世帯主変更の届出を案内してください。</translation>
    </message>
    <message>
        <source>Lies before the day on which they came to where they live now.</source>
        <translation>今の住所を定めた日より前です。</translation>
    </message>
    <message>
        <source>Compare it with the history.</source>
        <translation>履歴と見比べてください。</translation>
    </message>
    <message>
        <source>Does not go with the sex in the record.</source>
        <translation>住民票の性別と合いません。</translation>
    </message>
    <message>
        <source>Compare it with the notice.</source>
        <translation>届出書と見比べてください。</translation>
    </message>
    <message>
        <source>One head would have two spouses.</source>
        <translation>世帯主の配偶者が二人になります。</translation>
    </message>
    <message>
        <source>A restriction asks for care with moves here.</source>
        <translation>異動に注意する抑止があります。</translation>
    </message>
    <message>
        <source>Read it in the record before you go on.</source>
        <translation>住民票で内容を読んでから進めてください。</translation>
    </message>
    <message>
        <source>The period of stay has ended.</source>
        <translation>在留期間が満了しています。</translation>
    </message>
    <message>
        <source>Look at the residence card.</source>
        <translation>在留カードを確かめてください。</translation>
    </message>
    <message>
        <source>Another household lives at this address.</source>
        <translation>同じ住所に別の世帯がいます。</translation>
    </message>
    <message>
        <source>Ask whether they are one household, and for the flat.</source>
        <translation>世帯が別か、部屋番号があるかを聴いてください。</translation>
    </message>
    <message>
        <source>Others at this lot have a building or flat.</source>
        <translation>この番地のほかの世帯には方書があります。</translation>
    </message>
    <message>
        <source>Ask for its name and number.</source>
        <translation>建物の名前と部屋番号を聴いてください。</translation>
    </message>
    <message>
        <source>The head of the household</source>
        <translation>世帯主</translation>
    </message>
    <message>
        <source>A member of the household</source>
        <translation>世帯員</translation>
    </message>
    <message>
        <source>An agent</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>The person who moves</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>Somebody is protected: the protection has to go with the moving out.</source>
        <translation>支援措置の対象者がいます。転出には支援措置の引継ぎが必要です。</translation>
    </message>
    <message>
        <source>It cannot be entered here yet. Ask your supervisor; say no address.</source>
        <translation>この画面では入力できません。住所を口に出さず、上司に相談してください。</translation>
    </message>
    <message>
        <source>Has given no notice of moving out.</source>
        <translation>転出予定ではありません。</translation>
    </message>
    <message>
        <source>Look at the record: it may have been cancelled.</source>
        <translation>記録を確かめてください。転出が取り消された可能性があります。</translation>
    </message>
    <message>
        <source>Is not the planned day, and the other city has not said another.</source>
        <translation>転出予定年月日と違い、それを変える転入通知もありません。</translation>
    </message>
    <message>
        <source>Take the planned day. With different days, enter one after another.</source>
        <translation>転出予定年月日を入力してください。予定日が違う方は、分けて入力します。</translation>
    </message>
    <message>
        <source>Comes more than 14 days after the day of the move.</source>
        <translation>異動日から14日を過ぎています。</translation>
    </message>
    <message>
        <source>It is no notice of moving out any more but is removed ex officio.</source>
        <translation>転出届としては受けられません。職権消除（転出証明書に準ずる証明書）で扱います。</translation>
    </message>
    <message>
        <source>The place is not complete.</source>
        <translation>住所が足りません。</translation>
    </message>
    <message>
        <source>Town and lot here; the municipality at least if it is elsewhere.</source>
        <translation>市内は町名と地番まで、市外は市区町村まで入力してください。</translation>
    </message>
    <message>
        <source>Lies in this municipality.</source>
        <translation>市内の住所です。</translation>
    </message>
    <message>
        <source>Enter a move within the city. If it is another city, write its prefecture.</source>
        <translation>転居として入力してください。同じ名前のほかの市区町村なら、都道府県から書いてください。</translation>
    </message>
    <message>
        <source>Names no municipality.</source>
        <translation>市区町村の名前がありません。</translation>
    </message>
    <message>
        <source>Write the municipality. Moving abroad cannot be entered here.</source>
        <translation>市区町村名を入れてください。国外への転出は、この画面では入力できません。</translation>
    </message>
    <message>
        <source>Nobody: a notice of another office</source>
        <translation>届出なし（他の市区町村の通知など）</translation>
    </message>
    <message>
        <source>Notice of moving out</source>
        <translation>転出届</translation>
    </message>
    <message>
        <source>Removal by moving out</source>
        <translation>転出による消除</translation>
    </message>
    <message>
        <source>Cancellation of moving out</source>
        <translation>転出の取消し</translation>
    </message>
    <message>
        <source>Move within the city</source>
        <translation>転居</translation>
    </message>
    <message>
        <source>Lies far ahead.</source>
        <translation>かなり先の日です。</translation>
    </message>
    <message>
        <source>Compare the year with the notice.</source>
        <translation>年の誤りがないか、届出書と見比べてください。</translation>
    </message>
    <message>
        <source>Type the day on which they will leave. It may lie ahead.</source>
        <translation>転出する予定の日を入力してください。先の日で構いません。</translation>
    </message>
    <message>
        <source>Type the day that the other city wrote.</source>
        <translation>転入通知にある転入日を入力してください。</translation>
    </message>
    <message>
        <source>Type the day on which they asked for it.</source>
        <translation>取消しの申出があった日を入力してください。</translation>
    </message>
    <message>
        <source>They stay residents until then: enter it on that day.</source>
        <translation>それまでは住民です。その日になってから入力してください。</translation>
    </message>
    <message>
        <source>The municipality is missing.</source>
        <translation>市区町村がありません。</translation>
    </message>
    <message>
        <source>Type it with its prefecture. The rest may be left open.</source>
        <translation>都道府県から入力してください。町名以下は分からなければ空欄で構いません。</translation>
    </message>
    <message>
        <source>Type it as the other city wrote it.</source>
        <translation>転入通知のとおりに入力してください。</translation>
    </message>
    <message>
        <source>Head of the household</source>
        <translation>世帯主</translation>
    </message>
    <message>
        <source>The head gives notice too, and two or more stay without one.</source>
        <translation>届出をする方に世帯主がいて、残る方は二人以上です。</translation>
    </message>
    <message>
        <source>Ask who will be the head: it is entered with the removal at the latest.</source>
        <translation>残る方に新しい世帯主を尋ね、世帯主変更を案内してください。遅くとも消除のときに入力します。</translation>
    </message>
    <message>
        <source>Place they move out to</source>
        <translation>転出先</translation>
    </message>
    <message>
        <source>Planned day of moving out</source>
        <translation>転出予定日</translation>
    </message>
    <message>
        <source>Day of coming there</source>
        <translation>転入日（転入通知）</translation>
    </message>
    <message>
        <source>Day of taking back</source>
        <translation>取消しの申出日</translation>
    </message>
    <message>
        <source>The other city wrote that they came</source>
        <translation>転入通知が届いた</translation>
    </message>
    <message>
        <source>The planned day has come</source>
        <translation>転出予定日が来た（転入通知はまだ）</translation>
    </message>
    <message>
        <source>Who moves in</source>
        <translation>転入する人</translation>
    </message>
    <message>
        <source>Lives in this municipality already.</source>
        <translation>この市に住んでいます（現存）。</translation>
    </message>
    <message>
        <source>Open the record: it is a move within the city.</source>
        <translation>記録を開いてください。市内の異動は転居です。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>The name is not complete.</source>
        <translation>氏名がそろっていません。</translation>
    </message>
    <message>
        <source>Write it as the moving-out certificate has it.</source>
        <translation>転出証明書のとおりに入力してください。</translation>
    </message>
    <message>
        <source>Reading of the name</source>
        <translation>氏名の振り仮名</translation>
    </message>
    <message>
        <source>Is not written in katakana.</source>
        <translation>片仮名ではありません。</translation>
    </message>
    <message>
        <source>Type it in katakana, or leave it empty if not public.</source>
        <translation>片仮名で入力してください。公証前なら空欄にします。</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>生年月日</translation>
    </message>
    <message>
        <source>Lies after the day of the move.</source>
        <translation>異動日より後の日です。</translation>
    </message>
    <message>
        <source>Look at both days. A birth here is entered as a birth.</source>
        <translation>両方の日を確かめてください。市内での出生は出生として届け出ます。</translation>
    </message>
    <message>
        <source>Foreign resident</source>
        <translation>外国人住民</translation>
    </message>
    <message>
        <source>Nationality or status of residence is missing.</source>
        <translation>国籍・地域または在留資格がありません。</translation>
    </message>
    <message>
        <source>Take it from the residence card.</source>
        <translation>在留カードのとおりに入力してください。</translation>
    </message>
    <message>
        <source>Address before</source>
        <translation>転入前住所</translation>
    </message>
    <message>
        <source>The municipality they come from is missing.</source>
        <translation>どの市区町村から来たかがありません。</translation>
    </message>
    <message>
        <source>Who lives here already is entered as a move within.</source>
        <translation>市内に住んでいる人は転居として届け出ます。</translation>
    </message>
    <message>
        <source>Moving-out certificate</source>
        <translation>転出証明書</translation>
    </message>
    <message>
        <source>It was not handed in: without it nobody is entered.</source>
        <translation>受け取っていません。転出証明書なしには転入を登録できません。</translation>
    </message>
    <message>
        <source>Ask for it, and tick it when you have it.</source>
        <translation>提出を求め、受け取ったらチェックしてください。</translation>
    </message>
    <message>
        <source>Somebody of this name, birth date and sex is known here.</source>
        <translation>氏名・生年月日・性別が同じ人の記録があります。</translation>
    </message>
    <message>
        <source>Compare: who was here before keeps his number.</source>
        <translation>見比べてください。以前住んでいた人は元の宛名番号を使います。</translation>
    </message>
    <message>
        <source>Moving in</source>
        <translation>転入届</translation>
    </message>
    <message>
        <source>Registered domicile</source>
        <translation>本籍</translation>
    </message>
    <message>
        <source>The registered domicile is missing.</source>
        <translation>本籍が入力されていません。</translation>
    </message>
    <message>
        <source>Write it as the moving-out certificate has it. Who has none, or an unknown one, gets those words.</source>
        <translation>転出証明書のとおりに入力してください。本籍のない方は「なし」、明らかでない方は「不明」と入力します。</translation>
    </message>
</context>
<context>
    <name>Pension</name>
    <message>
        <source>First category</source>
        <translation>第１号</translation>
    </message>
    <message>
        <source>Second category</source>
        <translation>第２号</translation>
    </message>
    <message>
        <source>Third category</source>
        <translation>第３号</translation>
    </message>
    <message>
        <source>Voluntary</source>
        <translation>任意加入</translation>
    </message>
    <message>
        <source>Voluntary (special, 65 and over)</source>
        <translation>任意加入（特例、65歳以上）</translation>
    </message>
    <message>
        <source>Full exemption</source>
        <translation>全額免除</translation>
    </message>
    <message>
        <source>Three quarters exemption</source>
        <translation>４分の３免除</translation>
    </message>
    <message>
        <source>Half exemption</source>
        <translation>半額免除</translation>
    </message>
    <message>
        <source>One quarter exemption</source>
        <translation>４分の１免除</translation>
    </message>
    <message>
        <source>Deferral</source>
        <translation>納付猶予</translation>
    </message>
    <message>
        <source>Student deferral</source>
        <translation>学生納付特例</translation>
    </message>
    <message>
        <source>Childcare exemption</source>
        <translation>育児期間の免除</translation>
    </message>
    <message>
        <source>Under examination</source>
        <translation>審査中</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>承認</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>却下</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>返戻</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Not insured</source>
        <translation>被保険者でない</translation>
    </message>
    <message>
        <source>First category (contributions due)</source>
        <translation>第１号（保険料を納める月）</translation>
    </message>
    <message>
        <source>Second category (employees)</source>
        <translation>第２号（会社員・公務員等）</translation>
    </message>
    <message>
        <source>Third category (dependent spouses)</source>
        <translation>第３号（第２号の被扶養配偶者）</translation>
    </message>
    <message>
        <source>Voluntarily insured</source>
        <translation>任意加入</translation>
    </message>
    <message>
        <source>Full or legal exemption</source>
        <translation>全額免除・法定免除</translation>
    </message>
    <message>
        <source>Part exemption</source>
        <translation>一部免除</translation>
    </message>
    <message>
        <source>Deferral of contributions</source>
        <translation>納付猶予</translation>
    </message>
    <message>
        <source>Special deferral for students</source>
        <translation>学生納付特例</translation>
    </message>
    <message>
        <source>Maternity and childcare exemption</source>
        <translation>産前産後・育児期間の免除</translation>
    </message>
    <message>
        <source>Not joined (gap)</source>
        <translation>未加入</translation>
    </message>
    <message>
        <source>none</source>
        <comment>time line</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>1st</source>
        <comment>time line</comment>
        <translation>１号</translation>
    </message>
    <message>
        <source>2nd</source>
        <comment>time line</comment>
        <translation>２号</translation>
    </message>
    <message>
        <source>3rd</source>
        <comment>time line</comment>
        <translation>３号</translation>
    </message>
    <message>
        <source>voluntary</source>
        <comment>time line</comment>
        <translation>任意</translation>
    </message>
    <message>
        <source>full</source>
        <comment>time line</comment>
        <translation>全免</translation>
    </message>
    <message>
        <source>part</source>
        <comment>time line</comment>
        <translation>一部</translation>
    </message>
    <message>
        <source>deferral</source>
        <comment>time line</comment>
        <translation>猶予</translation>
    </message>
    <message>
        <source>student</source>
        <comment>time line</comment>
        <translation>学特</translation>
    </message>
    <message>
        <source>birth, childcare</source>
        <comment>time line</comment>
        <translation>産前産後等</translation>
    </message>
    <message>
        <source>gap</source>
        <comment>time line</comment>
        <translation>未加入</translation>
    </message>
    <message>
        <source>Months without insurance</source>
        <translation>未加入期間</translation>
    </message>
    <message>
        <source>Overlapping periods</source>
        <translation>資格期間の重複</translation>
    </message>
    <message>
        <source>A period without the day it began</source>
        <translation>取得日のない加入期間</translation>
    </message>
    <message>
        <source>no beginning</source>
        <comment>mark</comment>
        <translation>取得日なし</translation>
    </message>
    <message>
        <source>It is not on the time line: months shown as a gap may belong to it. Compare with the notice on paper.</source>
        <translation>加入の経過には入っていません。未加入とされた月がこの期間に当たることがあります。届書と照合します。</translation>
    </message>
    <message>
        <source>Lost before it was acquired</source>
        <translation>喪失日が取得日より前</translation>
    </message>
    <message>
        <source>Exempt in months outside the first category</source>
        <translation>第１号でない月の免除</translation>
    </message>
    <message>
        <source>Late notice</source>
        <translation>届出遅れ</translation>
    </message>
    <message>
        <source>gap</source>
        <comment>mark</comment>
        <translation>未加入</translation>
    </message>
    <message>
        <source>overlap</source>
        <comment>mark</comment>
        <translation>重複</translation>
    </message>
    <message>
        <source>dates reversed</source>
        <comment>mark</comment>
        <translation>日付の逆転</translation>
    </message>
    <message>
        <source>exempt outside</source>
        <comment>mark</comment>
        <translation>免除の不一致</translation>
    </message>
    <message>
        <source>late notice</source>
        <comment>mark</comment>
        <translation>届出遅れ</translation>
    </message>
    <message>
        <source>Ask whether the person was employed or dependent in these months. If not, receive the notice of acquisition or of change of category.</source>
        <translation>この期間に勤務先の年金や配偶者の扶養に入っていなかったかを本人に確かめます。入っていなければ、資格取得届または種別変更届を受け付けます。</translation>
    </message>
    <message>
        <source>Compare with the notices on paper and inquire at the pension office which period holds. Nothing is corrected here.</source>
        <translation>届書と照合し、どちらの期間が正しいかを年金事務所に照会します。この画面では直しません。</translation>
    </message>
    <message>
        <source>Compare with the notice on paper. If it was entered wrongly, have it corrected with a second check.</source>
        <translation>届書と照合します。入力の誤りであれば、二重確認のうえ訂正を依頼します。</translation>
    </message>
    <message>
        <source>Inquire at the pension office whether the exemption must be cancelled for these months.</source>
        <translation>この期間の免除を取り消す必要があるか、年金事務所に照会します。</translation>
    </message>
    <message>
        <source>The notice holds although it is late. Tell the person which contributions can still be paid or exempted for the past.</source>
        <translation>届出は遅れていても有効です。さかのぼって納付・免除申請ができる期間を本人に案内します。</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>Spouse</source>
        <translation>配偶者</translation>
    </message>
    <message>
        <source>Head of household</source>
        <translation>世帯主</translation>
    </message>
    <message>
        <source>The incomes are within the thresholds.</source>
        <translation>所得は基準以内です。</translation>
    </message>
    <message>
        <source>An income is over its threshold.</source>
        <translation>基準を超える所得があります。</translation>
    </message>
    <message>
        <source>It cannot be told.</source>
        <translation>この入力からは分かりません。</translation>
    </message>
    <message>
        <source>This month or person is outside the rules of this exemption.</source>
        <translation>この月または本人は、この免除の対象外です。</translation>
    </message>
    <message>
        <source>Somebody&apos;s income is not known: he must declare it first.</source>
        <translation>所得が分からない方がいます。先に所得の申告を案内してください。</translation>
    </message>
    <message>
        <source>An income was left out for lost work: it must be proved by papers.</source>
        <translation>失業等の特例で所得を除きました。離職票などで確かめてください。</translation>
    </message>
    <message>
        <source>The month lies before the person reached 20.</source>
        <translation>20歳に達する前の月です。</translation>
    </message>
    <message>
        <source>The month is not yet open for application.</source>
        <translation>その月の申請はまだできません。</translation>
    </message>
    <message>
        <source>The person is too old for this kind in that month.</source>
        <translation>その月の年齢では、この種類は対象になりません。</translation>
    </message>
    <message>
        <source>The month is more than two years and one month before the application.</source>
        <translation>申請の２年１か月前より前の月です。</translation>
    </message>
</context>
<context>
    <name>PensionItems</name>
    <message>
        <source>Yes</source>
        <comment>a mark is set</comment>
        <translation>有</translation>
    </message>
    <message>
        <source>No</source>
        <comment>a mark is set</comment>
        <translation>無</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>days</comment>
        <translation>%1～%2</translation>
    </message>
    <message>
        <source>%1, goes on</source>
        <comment>days</comment>
        <translation>%1～（継続中）</translation>
    </message>
    <message>
        <source>(not held)</source>
        <translation>（記録なし）</translation>
    </message>
    <message>
        <source>Basic pension number</source>
        <translation>基礎年金番号</translation>
    </message>
    <message>
        <source>Insured or not</source>
        <translation>資格有無区分</translation>
    </message>
    <message>
        <source>Insured</source>
        <translation>資格有</translation>
    </message>
    <message>
        <source>Not insured</source>
        <translation>資格無</translation>
    </message>
    <message>
        <source>Category of insured person</source>
        <translation>被保険者種別</translation>
    </message>
    <message>
        <source>Municipality code</source>
        <translation>市区町村コード</translation>
    </message>
    <message>
        <source>Latest mark</source>
        <translation>最新フラグ</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Former</source>
        <translation>過去</translation>
    </message>
    <message>
        <source>Operator ID</source>
        <translation>操作者ID</translation>
    </message>
    <message>
        <source>Acquired on</source>
        <translation>資格取得年月日</translation>
    </message>
    <message>
        <source>Acquisition notified on</source>
        <translation>資格取得届出年月日</translation>
    </message>
    <message>
        <source>Cause of acquisition</source>
        <translation>資格取得事由</translation>
    </message>
    <message>
        <source>Reason of acquisition</source>
        <translation>資格取得理由</translation>
    </message>
    <message>
        <source>Lost on</source>
        <translation>資格喪失年月日</translation>
    </message>
    <message>
        <source>Loss notified on</source>
        <translation>資格喪失届出年月日</translation>
    </message>
    <message>
        <source>Cause of loss</source>
        <translation>資格喪失事由</translation>
    </message>
    <message>
        <source>Reason of loss</source>
        <translation>資格喪失理由</translation>
    </message>
    <message>
        <source>Category changed on</source>
        <translation>被保険者の種別の変更があった年月日</translation>
    </message>
    <message>
        <source>Exemption class</source>
        <translation>免除区分</translation>
    </message>
    <message>
        <source>Applied on (exemption, student)</source>
        <translation>申請年月日（免除・学特）</translation>
    </message>
    <message>
        <source>Months applied for (exemption, student)</source>
        <translation>申請期間（免除・学特）</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>審査の１年（サイクル）</translation>
    </message>
    <message>
        <source>Result (exemption, student)</source>
        <translation>処理結果（免除・学特）</translation>
    </message>
    <message>
        <source>Result class code</source>
        <translation>免除結果種別区分コード</translation>
    </message>
    <message>
        <source>Exempt from</source>
        <translation>免除始期</translation>
    </message>
    <message>
        <source>Exempt until</source>
        <translation>免除終期</translation>
    </message>
    <message>
        <source>Approved (from)</source>
        <translation>承認期間（開始）</translation>
    </message>
    <message>
        <source>Approved (until)</source>
        <translation>承認期間（終了）</translation>
    </message>
    <message>
        <source>Rejected (from)</source>
        <translation>却下期間（開始）</translation>
    </message>
    <message>
        <source>Rejected (until)</source>
        <translation>却下期間（終了）</translation>
    </message>
    <message>
        <source>Cancelled (from)</source>
        <translation>免除取消期間（開始）</translation>
    </message>
    <message>
        <source>Cancelled (until)</source>
        <translation>免除取消期間（終了）</translation>
    </message>
    <message>
        <source>Reason of exemption (legal)</source>
        <translation>免除理由（法定免除）</translation>
    </message>
    <message>
        <source>Applies from (legal)</source>
        <translation>該当年月日（法定免除）</translation>
    </message>
    <message>
        <source>Exempt from (legal)</source>
        <translation>免除始期（法定免除）</translation>
    </message>
    <message>
        <source>Exempt until (legal)</source>
        <translation>免除終期（法定免除）</translation>
    </message>
    <message>
        <source>Reason the exemption ended</source>
        <translation>免除消滅理由</translation>
    </message>
    <message>
        <source>Ended, no longer applies on</source>
        <translation>消滅_不該当年月日</translation>
    </message>
    <message>
        <source>Cancelled, does not apply on</source>
        <translation>取消_不該当年月日</translation>
    </message>
    <message>
        <source>Legal exemption</source>
        <translation>法定免除</translation>
    </message>
    <message>
        <source>Expected day of birth (day of birth)</source>
        <translation>出産の予定日（出産日）</translation>
    </message>
    <message>
        <source>%1 (born)</source>
        <translation>%1（出産日）</translation>
    </message>
    <message>
        <source>%1 (expected)</source>
        <translation>%1（予定日）</translation>
    </message>
    <message>
        <source>Single or multiple pregnancy</source>
        <translation>単胎妊娠又は多胎妊娠の別</translation>
    </message>
    <message>
        <source>Multiple</source>
        <translation>多胎</translation>
    </message>
    <message>
        <source>Single</source>
        <translation>単胎</translation>
    </message>
    <message>
        <source>Exempt from (maternity)</source>
        <translation>免除始期（産前産後免除）</translation>
    </message>
    <message>
        <source>Exempt until (maternity)</source>
        <translation>免除終期（産前産後免除）</translation>
    </message>
    <message>
        <source>Maternity exemption</source>
        <translation>産前産後免除</translation>
    </message>
    <message>
        <source>Additional contributions applied for on</source>
        <translation>付加納付申出年月日</translation>
    </message>
    <message>
        <source>Reason to join (additional)</source>
        <translation>付加加入理由</translation>
    </message>
    <message>
        <source>Additional contributions from</source>
        <translation>付加該当年月日</translation>
    </message>
    <message>
        <source>Additional contributions declined on</source>
        <translation>付加納付辞退申出年月日</translation>
    </message>
    <message>
        <source>Reason of ending (additional)</source>
        <translation>付加辞退（非該当）理由</translation>
    </message>
    <message>
        <source>Additional contributions ended on</source>
        <translation>付加非該当年月日</translation>
    </message>
    <message>
        <source>Result (additional)</source>
        <translation>処理結果（付加）</translation>
    </message>
    <message>
        <source>Additional contributions</source>
        <translation>付加保険料</translation>
    </message>
    <message>
        <source>Claimant, name (benefit)</source>
        <translation>請求者_氏名（給付）</translation>
    </message>
    <message>
        <source>Pension code</source>
        <translation>年金コード</translation>
    </message>
    <message>
        <source>Award</source>
        <translation>裁定結果</translation>
    </message>
    <message>
        <source>Certificate number</source>
        <translation>記号番号</translation>
    </message>
    <message>
        <source>Benefit</source>
        <translation>給付の請求</translation>
    </message>
    <message>
        <source>Class of support benefit</source>
        <translation>給付金種別</translation>
    </message>
    <message>
        <source>Paid from (support)</source>
        <translation>支給開始年月（年金生活者支援給付金）</translation>
    </message>
    <message>
        <source>Paid until (support)</source>
        <translation>支給終了年月（年金生活者支援給付金）</translation>
    </message>
    <message>
        <source>Result (support)</source>
        <translation>認定結果（年金生活者支援給付金）</translation>
    </message>
    <message>
        <source>Claimed for the year (support)</source>
        <translation>請求年度（年金生活者支援給付金）</translation>
    </message>
    <message>
        <source>Support benefit for pensioners</source>
        <translation>年金生活者支援給付金</translation>
    </message>
    <message>
        <source>Kind of notice</source>
        <translation>届書種類</translation>
    </message>
    <message>
        <source>Reported to the pension service on</source>
        <translation>日本年金機構への報告年月日</translation>
    </message>
    <message>
        <source>To be reported</source>
        <translation>報告対象有無区分</translation>
    </message>
    <message>
        <source>To report</source>
        <translation>報告対象</translation>
    </message>
    <message>
        <source>Not to report</source>
        <translation>対象外</translation>
    </message>
    <message>
        <source>On a medium</source>
        <translation>電子媒体収録有無</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>連絡欄</translation>
    </message>
    <message>
        <source>not reported yet</source>
        <translation>未報告</translation>
    </message>
    <message>
        <source>Report to the pension service</source>
        <translation>日本年金機構への報告</translation>
    </message>
    <message>
        <source>Entered on (note)</source>
        <translation>登録年月日（メモ情報）</translation>
    </message>
    <message>
        <source>Special mention</source>
        <translation>特記事項</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>相談内容</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Reissue of the number notice applied for on</source>
        <translation>基礎年金番号通知書再交付申請年月日</translation>
    </message>
    <message>
        <source>Reason of the reissue</source>
        <translation>基礎年金番号通知書再交付申請理由</translation>
    </message>
    <message>
        <source>Reissue of the notice</source>
        <translation>通知書の再交付</translation>
    </message>
</context>
<context>
    <name>TaxItems</name>
    <message>
        <source>%1 (count)</source>
        <comment>persons</comment>
        <translation>%1人</translation>
    </message>
    <message>
        <source>No</source>
        <comment>flag</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>Yes</source>
        <comment>flag</comment>
        <translation>あり</translation>
    </message>
    <message>
        <source>Forest environment tax (national)</source>
        <translation>森林環境税（国税）</translation>
    </message>
    <message>
        <source>Taxable amount (total income less deductions)</source>
        <translation>課税標準額（総所得分、千円未満切捨て）</translation>
    </message>
    <message>
        <source>From %1</source>
        <comment>period</comment>
        <translation>%1から</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>periods</comment>
        <translation>%1～%2</translation>
    </message>
</context>
<context>
    <name>TaxWording</name>
    <message>
        <source>%1 yen</source>
        <translation>%1円</translation>
    </message>
    <message>
        <source>Extraordinary %1</source>
        <comment>period of tax</comment>
        <translation>随時%1</translation>
    </message>
    <message>
        <source>Period %1</source>
        <comment>period of tax</comment>
        <translation>第%1期</translation>
    </message>
    <message>
        <source>Month %1</source>
        <comment>month of withholding</comment>
        <translation>%1月</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>rate a year</comment>
        <translation>%1％</translation>
    </message>
    <message>
        <source>the smaller of</source>
        <comment>sums</comment>
        <translation>小さい方</translation>
    </message>
    <message>
        <source>the greater of</source>
        <comment>sums</comment>
        <translation>大きい方</translation>
    </message>
    <message>
        <source>Ordinary collection</source>
        <translation>普通徴収</translation>
    </message>
    <message>
        <source>Withheld from salary</source>
        <translation>給与特徴</translation>
    </message>
    <message>
        <source>Withheld from pension</source>
        <translation>年金特徴</translation>
    </message>
    <message>
        <source>Counter</source>
        <comment>channel</comment>
        <translation>窓口</translation>
    </message>
    <message>
        <source>Bank</source>
        <comment>channel</comment>
        <translation>金融機関</translation>
    </message>
    <message>
        <source>Convenience store</source>
        <comment>channel</comment>
        <translation>コンビニ</translation>
    </message>
    <message>
        <source>Direct debit</source>
        <comment>channel</comment>
        <translation>口座振替</translation>
    </message>
    <message>
        <source>Electronic payment</source>
        <comment>channel</comment>
        <translation>電子納付</translation>
    </message>
    <message>
        <source>Withheld</source>
        <comment>channel</comment>
        <translation>特別徴収</translation>
    </message>
    <message>
        <source>Appropriated</source>
        <comment>channel</comment>
        <translation>充当</translation>
    </message>
    <message>
        <source>Seizure</source>
        <comment>channel</comment>
        <translation>差押</translation>
    </message>
    <message>
        <source>Not decided yet</source>
        <comment>refund</comment>
        <translation>過誤納（処理前）</translation>
    </message>
    <message>
        <source>Decided, not paid yet</source>
        <comment>refund</comment>
        <translation>還付決定（支払前）</translation>
    </message>
    <message>
        <source>Paid back</source>
        <comment>refund</comment>
        <translation>還付済</translation>
    </message>
    <message>
        <source>Appropriated</source>
        <comment>refund</comment>
        <translation>充当</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <comment>refund</comment>
        <translation>時効により消滅</translation>
    </message>
    <message>
        <source>Collection postponed</source>
        <translation>徴収猶予</translation>
    </message>
    <message>
        <source>Sale deferred</source>
        <translation>換価の猶予</translation>
    </message>
    <message>
        <source>Execution stopped</source>
        <translation>執行停止</translation>
    </message>
    <message>
        <source>Late charge reduced</source>
        <translation>延滞金の減免</translation>
    </message>
</context>
<context>
    <name>TimelineDrawing</name>
    <message>
        <source>Age %1</source>
        <translation>%1歳～</translation>
    </message>
    <message>
        <source>Additional contributions</source>
        <translation>付加保険料</translation>
    </message>
</context>
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
    <message>
        <source>Latin name</source>
        <translation>英字氏名</translation>
    </message>
    <message>
        <source>Kana to search by</source>
        <translation>検索用カナ</translation>
    </message>
    <message>
        <source>Foreign resident since</source>
        <translation>外国人住民となった日</translation>
    </message>
    <message>
        <source>Kana of the alias</source>
        <translation>通称のカナ</translation>
    </message>
    <message>
        <source>Furigana of the former name</source>
        <translation>旧氏の振り仮名</translation>
    </message>
</context>
<context>
    <name>approvals::CheckPanel</name>
    <message>
        <source>You entered this yourself: another person has to check it.</source>
        <translation>自分が入力したものです。照合は別の職員が行います。</translation>
    </message>
    <message>
        <source>Send back (F8)</source>
        <translation>差戻し（F8）</translation>
    </message>
    <message>
        <source>Register (F12)</source>
        <translation>本登録（F12）</translation>
    </message>
    <message>
        <source>Entry to be checked</source>
        <translation>照合する入力</translation>
    </message>
    <message>
        <source>%1 (number %2)</source>
        <translation>%1（受付番号 %2）</translation>
    </message>
    <message>
        <source>Entered by %1</source>
        <translation>入力：%1</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>理由：%1</translation>
    </message>
    <message>
        <source>In the register</source>
        <translation>登録されている内容</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>照合後の内容</translation>
    </message>
    <message>
        <source> (mandate shown)</source>
        <translation>（委任状確認済み）</translation>
    </message>
    <message>
        <source>by questions</source>
        <translation>口頭の質問</translation>
    </message>
    <message>
        <source>Who gave notice</source>
        <translation>届出人</translation>
    </message>
    <message>
        <source>How identified</source>
        <translation>本人確認</translation>
    </message>
    <message>
        <source>Number of the paper</source>
        <translation>届出書の番号</translation>
    </message>
    <message>
        <source>Read by its author</source>
        <translation>入力者が確認したアラート</translation>
    </message>
    <message>
        <source>%1 moves</source>
        <translation>%1&#x3000;異動する方</translation>
    </message>
    <message>
        <source>%1 stays, head or relationship change</source>
        <translation>%1&#x3000;世帯主か続柄が変わる方</translation>
    </message>
</context>
<context>
    <name>approvals::QueueModel</name>
    <message>
        <source>Your own: another person checks it</source>
        <translation>自分の入力（照合できません）</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>照合待ち</translation>
    </message>
    <message>
        <source>Household %1</source>
        <translation>世帯番号 %1</translation>
    </message>
    <message>
        <source>Person %1</source>
        <translation>宛名番号 %1</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>受付番号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>About</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>入力した職員</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Entered at</source>
        <translation>入力日時</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>経過</translation>
    </message>
</context>
<context>
    <name>approvals::QueuePage</name>
    <message>
        <source>Nothing waits to be checked</source>
        <translation>照合待ちはありません</translation>
    </message>
    <message>
        <source>Restrictions that colleagues enter stand here until somebody else has checked them.</source>
        <translation>職員が入力した抑止は、別の職員が照合するまでここに並びます。</translation>
    </message>
    <message>
        <source>Waiting to be checked</source>
        <translation>照合待ち</translation>
    </message>
    <message>
        <source>Register this entry?</source>
        <translation>本登録にしますか</translation>
    </message>
    <message>
        <source>The register holds it from then on. You stand in it as the one who checked.</source>
        <translation>住民記録システムに載ります。照合した職員としてあなたの名が残ります。</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>本登録</translation>
    </message>
    <message>
        <source>Send this entry back?</source>
        <translation>差し戻しますか</translation>
    </message>
    <message>
        <source>Its author reads your reason and can correct it. A restriction that was set by it ends.</source>
        <translation>入力した職員が理由を読み、直せます。新しい抑止の設定なら、その抑止は終わります。</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>差戻し</translation>
    </message>
    <message>
        <source>Registered.</source>
        <translation>本登録にしました。</translation>
    </message>
    <message>
        <source>Sent back to its author.</source>
        <translation>差し戻しました。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>最新にする</translation>
    </message>
</context>
<context>
    <name>certificates::ApplicationForm</name>
    <message>
        <source>Form</source>
        <translation>様式</translation>
    </message>
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
        <source>Requester&apos;s name</source>
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
</context>
<context>
    <name>certificates::CertificatePage</name>
    <message>
        <source>Issue (F12)</source>
        <translation>交付する（F12）</translation>
    </message>
    <message>
        <source>No fee</source>
        <translation>手数料&#x3000;無料</translation>
    </message>
    <message>
        <source>Fee %1 yen</source>
        <translation>手数料&#x3000;%1円</translation>
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
        <source>Issue and print</source>
        <translation>交付して印刷</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>交付</translation>
    </message>
    <message>
        <source>F10 if the paper is spoiled; Esc goes back to the record.</source>
        <translation>用紙を渡せないとき（書損）はF10を押してください。Escで住民票の画面に戻ります。</translation>
    </message>
</context>
<context>
    <name>certificates::FindingsPanel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
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
    <name>certificates::MemberChoice</name>
    <message>
        <source>Everybody in the household</source>
        <translation>世帯全員</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#x3000;%2</translation>
    </message>
    <message>
        <source>Nobody was removed from this household.</source>
        <translation>この世帯に、消除された方はいません。</translation>
    </message>
</context>
<context>
    <name>entries::ContactForm</name>
    <message>
        <source>Where the person is reached beside the registered address. It changes nothing in the resident record and is printed on no certificate.</source>
        <translation>登録の住所のほかに連絡がつく先です。住民票の記載は変わらず、証明書にも印刷しません。</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Send to: postal code</source>
        <translation>送付先の郵便番号</translation>
    </message>
    <message>
        <source>Send to: address</source>
        <translation>送付先の住所</translation>
    </message>
    <message>
        <source>Send to: name</source>
        <translation>送付先の宛名</translation>
    </message>
    <message>
        <source>A postal code has seven digits.</source>
        <translation>郵便番号は７桁で入力してください。</translation>
    </message>
    <message>
        <source>Fill in at least one field.</source>
        <translation>いずれか一つは入力してください。</translation>
    </message>
    <message>
        <source>The register did not accept what stands here.</source>
        <translation>この欄の内容は受け付けられませんでした。直してください。</translation>
    </message>
</context>
<context>
    <name>entries::ContactPanel</name>
    <message>
        <source>2 Change</source>
        <translation>2 変更</translation>
    </message>
    <message>
        <source>Change the contact</source>
        <translation>連絡先を変更する</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>連絡先</translation>
    </message>
    <message>
        <source>No contact was entered.</source>
        <translation>連絡先は登録されていません。</translation>
    </message>
    <message>
        <source>Earlier versions (%1)</source>
        <translation>前の版（%1）</translation>
    </message>
    <message>
        <source>(taken back)</source>
        <translation>（取消し）</translation>
    </message>
    <message>
        <source>Version %1: %2</source>
        <translation>第%1版&#x3000;%2</translation>
    </message>
    <message>
        <source>Enter this again</source>
        <translation>この版に戻す</translation>
    </message>
    <message>
        <source>Enter version %1 again</source>
        <translation>第%1版に戻す</translation>
    </message>
</context>
<context>
    <name>entries::EntriesTab</name>
    <message>
        <source>Notes, contact, restrictions</source>
        <translation>メモ・連絡先・抑止</translation>
    </message>
    <message>
        <source>Take back this note?</source>
        <translation>このメモを取り消しますか</translation>
    </message>
    <message>
        <source>It is shown struck through from then on; what it said and who wrote it is kept.</source>
        <translation>以後は取消し線を付けて示します。内容と書いた職員の記録は残ります。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Notes, contact and restrictions are not shown</source>
        <translation>メモ・連絡先・抑止は表示していません</translation>
    </message>
    <message>
        <source>%1: registered.</source>
        <translation>%1を本登録にしました。</translation>
    </message>
    <message>
        <source>%1: provisionally registered, number %2.</source>
        <translation>%1を仮登録しました（受付番号 %2）。</translation>
    </message>
    <message>
        <source>Another person checks it now.</source>
        <translation>別の職員の照合を待ちます。</translation>
    </message>
    <message>
        <source>What you entered is kept. Compare the two and choose.</source>
        <translation>入力は残っています。二つを見比べて選んでください。</translation>
    </message>
    <message>
        <source>What you entered is kept.</source>
        <translation>入力は残っています。</translation>
    </message>
    <message>
        <source>%1: waiting to be sent.</source>
        <translation>%1を保存しました（送信待ち）。</translation>
    </message>
    <message>
        <source>File it</source>
        <translation>登録する</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>メモを書く</translation>
    </message>
</context>
<context>
    <name>entries::EntryEditor</name>
    <message>
        <source>Discard the draft</source>
        <translation>下書きを破棄</translation>
    </message>
    <message>
        <source>Close, keep the draft (Esc)</source>
        <translation>下書きを残して閉じる（Esc）</translation>
    </message>
    <message>
        <source>File it (F12)</source>
        <translation>登録する（F12）</translation>
    </message>
    <message>
        <source>What you type is kept as a draft by itself.</source>
        <translation>入力は自動で下書きに保存されます。</translation>
    </message>
    <message>
        <source>This is a draft you kept.</source>
        <translation>保存してあった下書きです。</translation>
    </message>
    <message>
        <source>Draft kept: %1</source>
        <translation>下書きを保存しました（%1）</translation>
    </message>
    <message>
        <source>The draft could not be kept.</source>
        <translation>下書きを保存できませんでした。</translation>
    </message>
    <message>
        <source>%1 (workstation %2) has this open since %3.</source>
        <translation>%1さん（端末 %2）が %3 から編集中です。</translation>
    </message>
    <message>
        <source>You can read it. You can write as soon as it is closed there: this page looks again by itself.</source>
        <translation>内容は読めます。先方が閉じると入力できます。この画面が自動で確かめます。</translation>
    </message>
    <message>
        <source>End the other&apos;s editing</source>
        <translation>編集中を解く</translation>
    </message>
    <message>
        <source>No connection: what you enter is kept.</source>
        <translation>接続なし・入力は保存されます。</translation>
    </message>
    <message>
        <source>It is sent by itself when the register is reached again.</source>
        <translation>つながりしだい、自動で送信します。</translation>
    </message>
    <message>
        <source>End the editing of %1?</source>
        <translation>%1さんの編集中を解きますか</translation>
    </message>
    <message>
        <source>What has been typed there stays as a draft. Your reason is kept in the register&apos;s log.</source>
        <translation>先方の入力は下書きとして残ります。理由は住民記録システムの記録に残ります。</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>解く</translation>
    </message>
    <message>
        <source>Filing ...</source>
        <translation>登録しています…</translation>
    </message>
</context>
<context>
    <name>entries::FieldComparison</name>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>● differs</source>
        <translation>● 相違</translation>
    </message>
    <message>
        <source>%1: nothing</source>
        <translation>%1（なし）</translation>
    </message>
</context>
<context>
    <name>entries::NoteForm</name>
    <message>
        <source>Text of the note</source>
        <translation>メモの本文</translation>
    </message>
    <message>
        <source>A note is for colleagues. It is never printed and is not told at the counter; earlier versions are kept. Enter begins a new line, Ctrl+Enter goes on to the buttons.</source>
        <translation>メモは職員どうしの連絡用です。印刷されず、窓口で伝えるものでもありません。前の版も残ります。Enter で改行、Ctrl+Enter でボタンへ進みます。</translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1／%2文字</translation>
    </message>
    <message>
        <source>Write the text of the note.</source>
        <translation>メモの本文を入力してください。</translation>
    </message>
    <message>
        <source>The register did not accept this text.</source>
        <translation>この本文は受け付けられませんでした。直してください。</translation>
    </message>
</context>
<context>
    <name>entries::NotesPanel</name>
    <message>
        <source>1 Write a note</source>
        <translation>1 メモを書く</translation>
    </message>
    <message>
        <source>Notes (never printed)</source>
        <translation>メモ（印刷されません）</translation>
    </message>
    <message>
        <source>There are no notes.</source>
        <translation>メモはありません。</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>取消し&#x3000;%1</translation>
    </message>
    <message>
        <source>Version %1: %2</source>
        <translation>第%1版&#x3000;%2</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>訂正</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Correct the note: %1</source>
        <translation>メモを訂正する：%1</translation>
    </message>
    <message>
        <source>Take back the note: %1</source>
        <translation>メモを取り消す：%1</translation>
    </message>
    <message>
        <source>Earlier versions (%1)</source>
        <translation>前の版（%1）</translation>
    </message>
</context>
<context>
    <name>entries::RestrictionForm</name>
    <message>
        <source>The restriction stays in force until another person has checked that it ends.</source>
        <translation>別の職員の照合が済むまで、抑止は続きます。</translation>
    </message>
    <message>
        <source>It protects at once, provisionally. Another person checks it.</source>
        <translation>登録するとすぐに仮の抑止がかかります。その後、別の職員が照合します。</translation>
    </message>
    <message>
        <source>The restriction stays as it is until another person has checked the change.</source>
        <translation>別の職員の照合が済むまで、今の抑止のままです。</translation>
    </message>
    <message>
        <source>Reason (for the check)</source>
        <translation>理由（照合用）</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種別</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>This person</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>The whole household</source>
        <translation>世帯全体</translation>
    </message>
    <message>
        <source>Hidden from lists and searches</source>
        <translation>一覧と検索に出さない</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Inquiry</source>
        <translation>照会</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>証明</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>異動</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>From</source>
        <translation>始期</translation>
    </message>
    <message>
        <source>Due for renewal</source>
        <translation>更新の期限</translation>
    </message>
    <message>
        <source>Type the first day.</source>
        <translation>始期を入力してください。</translation>
    </message>
    <message>
        <source>This day lies before the first day.</source>
        <translation>始期より前の日付です。</translation>
    </message>
    <message>
        <source>Write the reason: the checker decides by it.</source>
        <translation>理由を入力してください。照合する職員の判断のもとになります。</translation>
    </message>
    <message>
        <source>The register did not accept what stands here.</source>
        <translation>この欄の内容は受け付けられませんでした。直してください。</translation>
    </message>
</context>
<context>
    <name>entries::RestrictionsPanel</name>
    <message>
        <source>3 Set</source>
        <translation>3 設定</translation>
    </message>
    <message>
        <source>Set a restriction</source>
        <translation>抑止を設定する</translation>
    </message>
    <message>
        <source>Restrictions</source>
        <translation>抑止</translation>
    </message>
    <message>
        <source>There are no restrictions.</source>
        <translation>抑止はありません。</translation>
    </message>
    <message>
        <source>%1 (the whole household)</source>
        <translation>%1（世帯全体）</translation>
    </message>
    <message>
        <source>%1 (ended)</source>
        <translation>%1（終了）</translation>
    </message>
    <message>
        <source>%1 (provisional, protects already)</source>
        <translation>%1（仮登録・すでに有効）</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Change the restriction: %1</source>
        <translation>抑止を変更する：%1</translation>
    </message>
    <message>
        <source>End the restriction: %1</source>
        <translation>抑止を終了する：%1</translation>
    </message>
</context>
<context>
    <name>entries::WaitingPanel</name>
    <message>
        <source>Not in the register yet</source>
        <translation>まだ本登録になっていない入力</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1（自分）</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>続きを入力</translation>
    </message>
    <message>
        <source>Compare and choose</source>
        <translation>見比べて選ぶ</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>変更前・変更後</translation>
    </message>
    <message>
        <source>In the register</source>
        <translation>登録されている内容</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>入力した内容</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>You have no right to do this.</source>
        <translation>この操作を行う権限がありません。</translation>
    </message>
    <message>
        <source>Nothing was shown and the attempt was logged.</source>
        <translation>内容は表示せず、試みを記録しました。</translation>
    </message>
    <message>
        <source>Ask a colleague who has the right, or your supervisor.</source>
        <translation>権限のある職員に依頼するか、所属長に相談してください。</translation>
    </message>
    <message>
        <source>No visit is open.</source>
        <translation>対応が始まっていません。</translation>
    </message>
    <message>
        <source>Personal records open only within a visit.</source>
        <translation>住民の記録は、対応の中でだけ開けます。</translation>
    </message>
    <message>
        <source>Open a visit first, then try again.</source>
        <translation>対応を始めてから、もう一度行ってください。</translation>
    </message>
    <message>
        <source>No purpose has been chosen.</source>
        <translation>処理事由が選ばれていません。</translation>
    </message>
    <message>
        <source>The purpose is written into the log before a record opens.</source>
        <translation>記録を開く前に、処理事由を記録する決まりです。</translation>
    </message>
    <message>
        <source>Choose the purpose of the visit.</source>
        <translation>処理事由を選んでください。</translation>
    </message>
    <message>
        <source>This record is protected. It opens only with a written reason.</source>
        <translation>保護されている記録です。理由を書かなければ開けません。</translation>
    </message>
    <message>
        <source>The reason is written into the log.</source>
        <translation>書いた理由は記録に残ります。</translation>
    </message>
    <message>
        <source>Type why this record must be opened, or go back.</source>
        <translation>開く必要がある理由を入力するか、戻ってください。</translation>
    </message>
    <message>
        <source>This record is protected by support measures. You have no right to open it.</source>
        <translation>支援措置により保護されている記録です。開く権限がありません。</translation>
    </message>
    <message>
        <source>Do not answer anything about this person. Call the person in charge of support measures.</source>
        <translation>この方について何も答えず、支援措置の責任者に引き継いでください。</translation>
    </message>
    <message>
        <source>The caller has not been identified as the person.</source>
        <translation>電話の相手が本人と確認できていません。</translation>
    </message>
    <message>
        <source>Ask for three of name, birth date, address and notice number, or ask the caller to come with a document.</source>
        <translation>氏名・生年月日・住所・通知書番号のうち３つを尋ねるか、本人確認書類を持って来ていただくよう案内してください。</translation>
    </message>
    <message>
        <source>There are too few conditions.</source>
        <translation>検索の条件が足りません。</translation>
    </message>
    <message>
        <source>To protect residents the search needs two of name, birth date, address, head and telephone, or one number.</source>
        <translation>住民の保護のため、氏名・生年月日・住所・世帯主・電話のうち２つ、または番号１つが必要です。</translation>
    </message>
    <message>
        <source>Add one more condition, for example the birth date.</source>
        <translation>生年月日など、条件をもう１つ入力してください。</translation>
    </message>
    <message>
        <source>A condition contains something that cannot be used.</source>
        <translation>条件の中に使えないものがあります。</translation>
    </message>
    <message>
        <source>What you typed is kept; the search was not made.</source>
        <translation>入力した内容は残っています。検索は行っていません。</translation>
    </message>
    <message>
        <source>Correct the field marked in red (symbols, emoji or an impossible date).</source>
        <translation>赤い枠の欄（記号・絵文字・ありえない日付など）を直してください。</translation>
    </message>
    <message>
        <source>A condition is too long.</source>
        <translation>条件が長すぎます。</translation>
    </message>
    <message>
        <source>Shorten the field marked in red. A part of the name or address is enough.</source>
        <translation>赤い枠の欄を短くしてください。氏名や住所は一部だけで検索できます。</translation>
    </message>
    <message>
        <source>A newer search took the place of this one.</source>
        <translation>新しい検索に置き換わりました。</translation>
    </message>
    <message>
        <source>This search handed out nothing.</source>
        <translation>この検索の結果は表示していません。</translation>
    </message>
    <message>
        <source>Wait for the result of the newer search.</source>
        <translation>新しい検索の結果を待ってください。</translation>
    </message>
    <message>
        <source>The register cannot be reached, and you may not work on this PC without it yet.</source>
        <translation>住民記録に接続できません。この端末では、まだオフラインで仕事ができません。</translation>
    </message>
    <message>
        <source>Nothing was opened. Who has never signed in here with the register in reach cannot do so without it.</source>
        <translation>何も開いていません。この端末で一度も住民記録に接続してサインインしていない人は、オフラインでは使えません。</translation>
    </message>
    <message>
        <source>Ask a colleague who worked on this PC today, or wait until the register is reached again.</source>
        <translation>今日この端末を使った職員に頼むか、接続が戻るまでお待ちください。</translation>
    </message>
    <message>
        <source>The register cannot be reached, and the time for working without it is over.</source>
        <translation>住民記録に接続できません。オフラインで使える時間が過ぎました。</translation>
    </message>
    <message>
        <source>Nothing was opened. What you entered before is kept on this PC and is sent as soon as the register is reached.</source>
        <translation>何も開いていません。入力したものはこの端末に残り、接続が戻るとすぐに送られます。</translation>
    </message>
    <message>
        <source>Tell the system section, and go on when the register is reached again.</source>
        <translation>システム担当へ連絡し、接続が戻ってから続けてください。</translation>
    </message>
    <message>
        <source>The clock of this PC is behind the time it was last told.</source>
        <translation>この端末の時計が、最後に確かめた時刻より遅れています。</translation>
    </message>
    <message>
        <source>Without the register nobody can say what time it is, so nothing is opened.</source>
        <translation>住民記録に接続しないと正しい時刻が分からないため、何も開きません。</translation>
    </message>
    <message>
        <source>Connect to the register, or have the system section set the clock.</source>
        <translation>住民記録に接続するか、システム担当に時計の調整を依頼してください。</translation>
    </message>
    <message>
        <source>Something needed is missing, or a field holds what it cannot.</source>
        <translation>必要な項目がないか、入力できない内容があります。</translation>
    </message>
    <message>
        <source>Nothing was registered. What you typed is kept.</source>
        <translation>登録していません。入力した内容は残っています。</translation>
    </message>
    <message>
        <source>Correct the field marked in red and file it again.</source>
        <translation>赤い印の項目を直して、もう一度送ってください。</translation>
    </message>
    <message>
        <source>Somebody else changed this record first.</source>
        <translation>ほかの職員が先にこの記録を変更しました。</translation>
    </message>
    <message>
        <source>Nothing was registered. Your entry is kept beside the record as it is now.</source>
        <translation>登録していません。入力した内容は、今の記録と並べて残してあります。</translation>
    </message>
    <message>
        <source>Compare the two and choose: take theirs, keep yours as a new draft, or discard.</source>
        <translation>見比べて、今の記録のままにするか、自分の入力を新しい下書きにするか、破棄するかを選んでください。</translation>
    </message>
    <message>
        <source>An entry on this person waits to be checked.</source>
        <translation>この人には、照合待ちの仮登録があります。</translation>
    </message>
    <message>
        <source>Until it is decided nothing else can be registered on this person. What you typed is kept.</source>
        <translation>決まるまで、この人にほかの登録はできません。入力した内容は残っています。</translation>
    </message>
    <message>
        <source>Ask a checker to decide it, then file yours again.</source>
        <translation>照合する職員に決めてもらってから、もう一度送ってください。</translation>
    </message>
    <message>
        <source>This entry was decided already.</source>
        <translation>この仮登録は、すでに決まっています。</translation>
    </message>
    <message>
        <source>Nothing was changed by you.</source>
        <translation>今の操作では何も変わっていません。</translation>
    </message>
    <message>
        <source>Open the list again to see what was decided.</source>
        <translation>一覧を開き直して、結果を確かめてください。</translation>
    </message>
    <message>
        <source>The register holds no such entry.</source>
        <translation>住民記録に、その登録がありません。</translation>
    </message>
    <message>
        <source>Open the record again. If it happens again tell the system section.</source>
        <translation>記録を開き直してください。繰り返すときは、システム担当へ連絡してください。</translation>
    </message>
    <message>
        <source>You entered this yourself.</source>
        <translation>自分が入力した仮登録です。</translation>
    </message>
    <message>
        <source>Another person must check it. Nothing was changed.</source>
        <translation>照合は別の職員が行います。何も変わっていません。</translation>
    </message>
    <message>
        <source>Ask another checker.</source>
        <translation>ほかの照合者に依頼してください。</translation>
    </message>
    <message>
        <source>Somebody else has this open for editing.</source>
        <translation>ほかの職員が編集しています。</translation>
    </message>
    <message>
        <source>You can read it. What you file now may come back with the changes of the other.</source>
        <translation>見ることはできます。今送ると、相手の変更とぶつかって戻ることがあります。</translation>
    </message>
    <message>
        <source>Wait, or speak with the colleague who is named.</source>
        <translation>待つか、表示されている職員に声をかけてください。</translation>
    </message>
    <message>
        <source>The register holds no individual number of this person.</source>
        <translation>この人の個人番号は登録されていません。</translation>
    </message>
    <message>
        <source>Check the person. The number is asked for through the Basic Resident Register Network.</source>
        <translation>人の間違いがないか確かめてください。番号は住基ネットで確認します。</translation>
    </message>
    <message>
        <source>There is no such record.</source>
        <translation>該当する記録がありません。</translation>
    </message>
    <message>
        <source>The number may be mistyped, or the record is not yet on this PC.</source>
        <translation>番号の誤りか、まだこの端末に届いていない記録です。</translation>
    </message>
    <message>
        <source>Check the number, or search by name and birth date.</source>
        <translation>番号を確かめるか、氏名と生年月日で検索してください。</translation>
    </message>
    <message>
        <source>A restriction forbids this certificate.</source>
        <translation>抑止・支援措置により、この証明書は発行できません。</translation>
    </message>
    <message>
        <source>The certificate was not issued and the refusal was logged.</source>
        <translation>発行は行わず、拒否したことを記録しました。</translation>
    </message>
    <message>
        <source>This person&apos;s record has been removed.</source>
        <translation>この方の住民票は除かれています。</translation>
    </message>
    <message>
        <source>The ordinary certificate cannot be issued.</source>
        <translation>住民票の写しは発行できません。</translation>
    </message>
    <message>
        <source>Choose the certificate of removed records.</source>
        <translation>除票の写しとして請求を受けてください。</translation>
    </message>
    <message>
        <source>This requester may not have the certificate.</source>
        <translation>この請求者には交付できません。</translation>
    </message>
    <message>
        <source>The certificate was not issued.</source>
        <translation>証明書は発行していません。</translation>
    </message>
    <message>
        <source>Check who asks and with what right, and explain the conditions to the requester.</source>
        <translation>請求者と請求の根拠を確かめ、交付の要件を説明してください。</translation>
    </message>
    <message>
        <source>This requester may not have some of the items chosen.</source>
        <translation>この請求者には記載できない事項が選ばれています。</translation>
    </message>
    <message>
        <source>Take the items away, or check that the request names a reason for them.</source>
        <translation>その事項の選択を外すか、記載が必要な理由を確かめてください。</translation>
    </message>
    <message>
        <source>Details of the requester are missing.</source>
        <translation>請求者についての記入が足りません。</translation>
    </message>
    <message>
        <source>The certificate can be issued when they are complete.</source>
        <translation>必要な事項がそろえば発行できます。</translation>
    </message>
    <message>
        <source>Fill in name, identification and use, as the form asks.</source>
        <translation>氏名・本人確認の方法・利用の目的を記入してください。</translation>
    </message>
    <message>
        <source>No person has been chosen.</source>
        <translation>対象の方が選ばれていません。</translation>
    </message>
    <message>
        <source>There is nobody to put on the certificate.</source>
        <translation>証明書に載せる方がいません。</translation>
    </message>
    <message>
        <source>Choose one or more members of the household.</source>
        <translation>世帯員を１人以上選んでください。</translation>
    </message>
    <message>
        <source>The typeface has no form for a character of the record.</source>
        <translation>記録の文字のうち、フォントに字形のないものがあります。</translation>
    </message>
    <message>
        <source>It would be printed wrongly, so the certificate was not issued.</source>
        <translation>誤った字で印刷されるため、発行を止めました。</translation>
    </message>
    <message>
        <source>Note the character shown and call the system section.</source>
        <translation>表示された文字を控え、システム担当へ連絡してください。</translation>
    </message>
    <message>
        <source>A text does not fit its place on the form.</source>
        <translation>様式の欄に収まらない記載があります。</translation>
    </message>
    <message>
        <source>It would be cut, so the certificate was not issued.</source>
        <translation>途中で切れるため、発行を止めました。</translation>
    </message>
    <message>
        <source>Choose the form with an attached page, or call the system section.</source>
        <translation>続紙のある様式を選ぶか、システム担当へ連絡してください。</translation>
    </message>
    <message>
        <source>The data on restrictions is too old to issue from.</source>
        <translation>抑止の情報が古いため、発行できません。</translation>
    </message>
    <message>
        <source>A protection registered a moment ago could be missed.</source>
        <translation>直前に登録された支援措置を見落とすおそれがあります。</translation>
    </message>
    <message>
        <source>Wait until the connection to the register is back, then try again.</source>
        <translation>住民記録システムとの接続が戻ってから、もう一度行ってください。</translation>
    </message>
    <message>
        <source>This document has been printed already.</source>
        <translation>この文書はすでに印刷されています。</translation>
    </message>
    <message>
        <source>A document is printed once, so that every sheet has its own number.</source>
        <translation>１枚ごとに発行番号が付くため、同じ文書は１度しか印刷できません。</translation>
    </message>
    <message>
        <source>Make a new one if another copy is needed.</source>
        <translation>もう１通必要なときは、改めて発行してください。</translation>
    </message>
    <message>
        <source>No printer is set, or it is not connected.</source>
        <translation>プリンターが設定されていないか、つながっていません。</translation>
    </message>
    <message>
        <source>Nothing was printed.</source>
        <translation>印刷していません。</translation>
    </message>
    <message>
        <source>Check the printer and its cable, or choose another in the settings.</source>
        <translation>プリンターの電源と接続を確かめるか、設定で別のプリンターを選んでください。</translation>
    </message>
    <message>
        <source>Printing did not succeed.</source>
        <translation>印刷に失敗しました。</translation>
    </message>
    <message>
        <source>The sheets must be treated as spoilt.</source>
        <translation>出た用紙は書損じとして扱います。</translation>
    </message>
    <message>
        <source>Check paper and printer, record the spoilt sheets, and issue again.</source>
        <translation>用紙とプリンターを確かめ、書損じを記録してから発行し直してください。</translation>
    </message>
    <message>
        <source>The log could not be written.</source>
        <translation>記録を書き込めませんでした。</translation>
    </message>
    <message>
        <source>Therefore nothing was shown or printed.</source>
        <translation>そのため、内容の表示も印刷もしていません。</translation>
    </message>
    <message>
        <source>Try once more. If it happens again, stop using this PC and call the system section.</source>
        <translation>もう一度行ってください。繰り返すときは、この端末の使用を止めてシステム担当へ連絡してください。</translation>
    </message>
    <message>
        <source>The chain of the log does not hold.</source>
        <translation>記録のつながりが合いません。</translation>
    </message>
    <message>
        <source>The log may have been altered.</source>
        <translation>記録が書き換えられた可能性があります。</translation>
    </message>
    <message>
        <source>Stop using this PC, leave it as it is, and call the system section.</source>
        <translation>端末には手を触れずに使用を止め、システム担当へ連絡してください。</translation>
    </message>
    <message>
        <source>The log ends before the point that was witnessed.</source>
        <translation>記録が、確認済みの位置より手前で終わっています。</translation>
    </message>
    <message>
        <source>Rows may have been cut off, or an old file was put back.</source>
        <translation>末尾が失われたか、古いファイルに戻された可能性があります。</translation>
    </message>
    <message>
        <source>The register cannot be reached.</source>
        <translation>住民記録システムに接続できません。</translation>
    </message>
    <message>
        <source>You can go on with the copy on this PC. What you file is sent when the connection is back.</source>
        <translation>この端末の写しで続けられます。届出は接続が戻ると送られます。</translation>
    </message>
    <message>
        <source>Go on working. If it lasts longer than ten minutes, tell the system section.</source>
        <translation>そのまま続けてください。10分以上続くときはシステム担当へ連絡してください。</translation>
    </message>
    <message>
        <source>The register refused the request.</source>
        <translation>住民記録システムが受け付けませんでした。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>記録は変わっていません。</translation>
    </message>
    <message>
        <source>Read the reason shown. If it is unclear, tell the system section.</source>
        <translation>示された理由を確かめてください。分からないときはシステム担当へ連絡してください。</translation>
    </message>
    <message>
        <source>The register is newer than this program.</source>
        <translation>住民記録システムが、このプログラムより新しい版です。</translation>
    </message>
    <message>
        <source>This version may not work with it.</source>
        <translation>この版では接続できません。</translation>
    </message>
    <message>
        <source>Ask the system section to update the program on this PC.</source>
        <translation>システム担当に、この端末のプログラムの更新を依頼してください。</translation>
    </message>
    <message>
        <source>The register reports damage.</source>
        <translation>住民記録システムのデータに損傷があります。</translation>
    </message>
    <message>
        <source>Nothing more is read from it.</source>
        <translation>読み込みを止めました。</translation>
    </message>
    <message>
        <source>Tell the system section at once.</source>
        <translation>直ちにシステム担当へ連絡してください。</translation>
    </message>
    <message>
        <source>A part of the data arrived damaged.</source>
        <translation>届いたデータの一部が壊れていました。</translation>
    </message>
    <message>
        <source>It was not used. Loading goes on from the last good part.</source>
        <translation>その部分は使わず、正しい所から読み込みを続けます。</translation>
    </message>
    <message>
        <source>Wait. If loading does not end, tell the system section.</source>
        <translation>そのままお待ちください。終わらないときはシステム担当へ連絡してください。</translation>
    </message>
    <message>
        <source>The copy on this PC belongs to another register.</source>
        <translation>この端末の写しは、別の住民記録のものです。</translation>
    </message>
    <message>
        <source>It was set aside. Your entries are kept.</source>
        <translation>使用を止めました。入力した内容は残っています。</translation>
    </message>
    <message>
        <source>Let the program load the copy again.</source>
        <translation>写しを読み込み直してください。</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>何も行っていません。</translation>
    </message>
    <message>
        <source>The command was given in a way it cannot be read.</source>
        <translation>命令の書き方が正しくありません。</translation>
    </message>
    <message>
        <source>See the description with --help and try again.</source>
        <translation>--help で書き方を確かめて、もう一度行ってください。</translation>
    </message>
    <message>
        <source>The folder is not empty.</source>
        <translation>指定したフォルダーが空ではありません。</translation>
    </message>
    <message>
        <source>Nothing was written, so that nothing is overwritten.</source>
        <translation>上書きを避けるため、何も書き込んでいません。</translation>
    </message>
    <message>
        <source>Choose an empty folder.</source>
        <translation>空のフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>The new file or folder cannot be made.</source>
        <translation>新しいファイルまたはフォルダーを作れません。</translation>
    </message>
    <message>
        <source>What stands there already is unchanged.</source>
        <translation>すでにあるものは変わっていません。</translation>
    </message>
    <message>
        <source>Choose a name that is not taken, in a place you may write to.</source>
        <translation>書き込める場所で、まだ使われていない名前を指定してください。</translation>
    </message>
    <message>
        <source>Something happened that the program does not know.</source>
        <translation>予期しないことが起きました。</translation>
    </message>
    <message>
        <source>Try once more. If it happens again, tell the system section the time and what you were doing.</source>
        <translation>もう一度行ってください。繰り返すときは、時刻と操作の内容をシステム担当へ連絡してください。</translation>
    </message>
    <message>
        <source>The program carries no encryption.</source>
        <translation>暗号化の機能が組み込まれていません。</translation>
    </message>
    <message>
        <source>It does not start, because data would lie on this PC unprotected.</source>
        <translation>保護されないままデータを置くことになるため、起動しません。</translation>
    </message>
    <message>
        <source>Ask the system section to install the program again.</source>
        <translation>システム担当に再インストールを依頼してください。</translation>
    </message>
    <message>
        <source>The settings of this PC are missing or broken.</source>
        <translation>この端末の設定が見つからないか、壊れています。</translation>
    </message>
    <message>
        <source>The program cannot tell which office and printer it serves.</source>
        <translation>所属する窓口とプリンターが分からないため、業務を始められません。</translation>
    </message>
    <message>
        <source>Ask the system section to restore the settings file.</source>
        <translation>システム担当に設定ファイルの復旧を依頼してください。</translation>
    </message>
    <message>
        <source>The program is already open on this PC.</source>
        <translation>この端末で、すでに起動しています。</translation>
    </message>
    <message>
        <source>The same data cannot be opened twice.</source>
        <translation>同じデータを二重に開くことはできません。</translation>
    </message>
    <message>
        <source>Switch to the window that is open. If none is visible, wait one minute and start again.</source>
        <translation>開いている画面に切り替えてください。見当たらないときは１分ほど待って起動し直してください。</translation>
    </message>
    <message>
        <source>The place for the data was not found.</source>
        <translation>データの置き場所が見つかりません。</translation>
    </message>
    <message>
        <source>This PC has not been set up, or its disk is not connected.</source>
        <translation>この端末の初期設定が済んでいないか、ディスクが接続されていません。</translation>
    </message>
    <message>
        <source>Ask the system section to check the set-up of this PC.</source>
        <translation>システム担当に端末の設定の確認を依頼してください。</translation>
    </message>
    <message>
        <source>A table of the program (eras, holidays, fees ...) cannot be read.</source>
        <translation>元号・祝日・手数料などの基準表を読み込めません。</translation>
    </message>
    <message>
        <source>Dates and fees could be wrong, so the work was stopped.</source>
        <translation>日付や手数料を誤るおそれがあるため、処理を止めました。</translation>
    </message>
    <message>
        <source>Tell the system section. Do not work out the result by hand.</source>
        <translation>システム担当へ連絡してください。手計算で代えないでください。</translation>
    </message>
    <message>
        <source>The table holds nothing for that date.</source>
        <translation>その日付に当たる基準が表にありません。</translation>
    </message>
    <message>
        <source>The result for that date cannot be decided.</source>
        <translation>この日付では判定できません。</translation>
    </message>
    <message>
        <source>Check the date. If it is right, ask the system section to add the year to the table.</source>
        <translation>日付を確かめてください。正しいときは、システム担当に表の追加を依頼してください。</translation>
    </message>
    <message>
        <source>The layout of the form cannot be read.</source>
        <translation>様式の定義を読み込めません。</translation>
    </message>
    <message>
        <source>The certificate cannot be made on this PC.</source>
        <translation>この端末では証明書を作成できません。</translation>
    </message>
    <message>
        <source>Issue it on another PC and tell the system section.</source>
        <translation>別の端末で発行し、システム担当へ連絡してください。</translation>
    </message>
    <message>
        <source>A typeface that certificates need is not installed.</source>
        <translation>証明書に必要なフォントが入っていません。</translation>
    </message>
    <message>
        <source>Names could be printed with wrong characters, so nothing is printed.</source>
        <translation>氏名の字形が変わるおそれがあるため、印刷しません。</translation>
    </message>
    <message>
        <source>Ask the system section to install IPAmj Mincho. Meanwhile use another PC.</source>
        <translation>システム担当に「IPAmj明朝」の導入を依頼してください。それまでは別の端末を使ってください。</translation>
    </message>
    <message>
        <source>The copy of the register on this PC is missing.</source>
        <translation>この端末にある住民記録の写しが見つかりません。</translation>
    </message>
    <message>
        <source>Nothing is lost: it is only a copy. Searching is possible after it has been loaded again.</source>
        <translation>写しのため失われたものはありません。読み込みが終わるまで検索できません。</translation>
    </message>
    <message>
        <source>Stay signed in until loading is complete, or use another PC.</source>
        <translation>そのまま読み込みの完了を待つか、別の端末を使ってください。</translation>
    </message>
    <message>
        <source>The copy of the register on this PC is damaged.</source>
        <translation>この端末にある住民記録の写しが壊れています。</translation>
    </message>
    <message>
        <source>It was set aside so that nothing wrong is shown. Your entries are kept elsewhere and safe.</source>
        <translation>誤った内容を表示しないよう使用を止めました。入力した内容は別に保管されており無事です。</translation>
    </message>
    <message>
        <source>Let the program load it again. Meanwhile use another PC.</source>
        <translation>読み込み直してください。それまでは別の端末を使ってください。</translation>
    </message>
    <message>
        <source>The copy of the register on this PC cannot be opened with its key.</source>
        <translation>住民記録の写しを、この端末の鍵で開けません。</translation>
    </message>
    <message>
        <source>The file may come from another PC. Nothing was shown.</source>
        <translation>別の端末のファイルが置かれた可能性があります。内容は表示していません。</translation>
    </message>
    <message>
        <source>Let the program load it again. If it happens again, tell the system section.</source>
        <translation>読み込み直してください。繰り返すときはシステム担当へ連絡してください。</translation>
    </message>
    <message>
        <source>The copy of the register was written by a newer version of the program.</source>
        <translation>住民記録の写しが、新しい版のプログラムで作られています。</translation>
    </message>
    <message>
        <source>This version cannot read it safely.</source>
        <translation>この版では正しく読めません。</translation>
    </message>
    <message>
        <source>The record of this PC&apos;s work is missing.</source>
        <translation>この端末の業務記録が見つかりません。</translation>
    </message>
    <message>
        <source>Views and prints could not be logged, so nothing may be opened.</source>
        <translation>閲覧や印刷を記録できないため、業務を始められません。</translation>
    </message>
    <message>
        <source>Stop using this PC and call the system section.</source>
        <translation>この端末の使用を止め、システム担当へ連絡してください。</translation>
    </message>
    <message>
        <source>The record of this PC&apos;s work is damaged.</source>
        <translation>この端末の業務記録が壊れています。</translation>
    </message>
    <message>
        <source>The log may have gaps, so nothing may be opened.</source>
        <translation>記録が欠けているおそれがあるため、業務を始められません。</translation>
    </message>
    <message>
        <source>The record of this PC&apos;s work cannot be opened with its key.</source>
        <translation>業務記録を、この端末の鍵で開けません。</translation>
    </message>
    <message>
        <source>The file may come from another PC.</source>
        <translation>別の端末のファイルが置かれた可能性があります。</translation>
    </message>
    <message>
        <source>The record of this PC&apos;s work was written by a newer version of the program.</source>
        <translation>業務記録が、新しい版のプログラムで作られています。</translation>
    </message>
    <message>
        <source>The program does not start, so that nothing in it is spoilt.</source>
        <translation>記録を傷めないよう、起動しません。</translation>
    </message>
    <message>
        <source>The disk of this PC is full.</source>
        <translation>この端末のディスクがいっぱいです。</translation>
    </message>
    <message>
        <source>The log could not be written, so nothing was shown. What you entered is kept.</source>
        <translation>記録を書き込めないため、表示を止めました。入力した内容は残っています。</translation>
    </message>
    <message>
        <source>Tell the system section. Go on at another PC meanwhile.</source>
        <translation>システム担当へ連絡し、それまでは別の端末を使ってください。</translation>
    </message>
    <message>
        <source>A file cannot be read.</source>
        <translation>ファイルを読み込めません。</translation>
    </message>
    <message>
        <source>The work that needs it was stopped.</source>
        <translation>必要な内容がそろわないため、処理を止めました。</translation>
    </message>
    <message>
        <source>Try once more. If it happens again, tell the system section.</source>
        <translation>もう一度行ってください。繰り返すときはシステム担当へ連絡してください。</translation>
    </message>
    <message>
        <source>Reading or writing the data did not succeed.</source>
        <translation>データの読み書きに失敗しました。</translation>
    </message>
    <message>
        <source>Protected data does not match its seal.</source>
        <translation>保護されたデータの封印が合いません。</translation>
    </message>
    <message>
        <source>It may have been altered, so it was not used.</source>
        <translation>書き換えられた可能性があるため、使用しませんでした。</translation>
    </message>
    <message>
        <source>Stop and tell the system section.</source>
        <translation>操作を止め、システム担当へ連絡してください。</translation>
    </message>
    <message>
        <source>No staff card is inserted.</source>
        <translation>職員カードが挿入されていません。</translation>
    </message>
    <message>
        <source>Signing in needs your own card.</source>
        <translation>サインインには本人の職員カードが必要です。</translation>
    </message>
    <message>
        <source>Insert your staff card into the reader.</source>
        <translation>カードリーダーに職員カードを挿入してください。</translation>
    </message>
    <message>
        <source>The staff card was taken out.</source>
        <translation>職員カードが抜かれました。</translation>
    </message>
    <message>
        <source>The screen was locked. What you entered is kept.</source>
        <translation>画面を閉じました。入力した内容は残っています。</translation>
    </message>
    <message>
        <source>Insert the same card again and type password and PIN. You return to the same place.</source>
        <translation>同じカードを挿入し、パスワードと暗証番号を入力してください。元の画面に戻ります。</translation>
    </message>
    <message>
        <source>The program of the card reader does not work properly.</source>
        <translation>カードリーダーの制御プログラムが正しく動いていません。</translation>
    </message>
    <message>
        <source>The card cannot be used on this PC now. What you entered is kept.</source>
        <translation>この端末では今、カードを使えません。入力した内容は残っています。</translation>
    </message>
    <message>
        <source>Take the card out and insert it again. If it happens again, call the system section.</source>
        <translation>カードを抜いて入れ直してください。繰り返すときはシステム担当へ連絡してください。</translation>
    </message>
    <message>
        <source>The card did not answer in time.</source>
        <translation>カードが時間内に応答しませんでした。</translation>
    </message>
    <message>
        <source>The connection to the card was ended. What you entered is kept.</source>
        <translation>カードとの接続を切りました。入力した内容は残っています。</translation>
    </message>
    <message>
        <source>Take the card out, wait a few seconds, and insert it again.</source>
        <translation>カードを抜き、数秒待ってから入れ直してください。</translation>
    </message>
    <message>
        <source>This card has no certificate for this work.</source>
        <translation>このカードには業務用の証明書が入っていません。</translation>
    </message>
    <message>
        <source>It cannot be used for signing in.</source>
        <translation>サインインに使えません。</translation>
    </message>
    <message>
        <source>Check that it is your staff card. If it is, ask the system section to issue it again.</source>
        <translation>職員カードか確かめてください。職員カードのときは、システム担当に再発行を依頼してください。</translation>
    </message>
    <message>
        <source>This card belongs to somebody else.</source>
        <translation>ほかの職員のカードです。</translation>
    </message>
    <message>
        <source>The screen stays closed, so that work is not done in another person&apos;s name.</source>
        <translation>他人の名義で操作しないよう、画面を開きません。</translation>
    </message>
    <message>
        <source>Insert your own card. To change persons, sign out first.</source>
        <translation>ご自分のカードを挿入してください。担当者を替えるときは、先にサインアウトしてください。</translation>
    </message>
    <message>
        <source>The PIN is wrong.</source>
        <translation>暗証番号が違います。</translation>
    </message>
    <message>
        <source>After too many wrong PINs the card is locked.</source>
        <translation>続けて間違えると、カードが使えなくなります。</translation>
    </message>
    <message>
        <source>Type the PIN again, slowly.</source>
        <translation>暗証番号を確かめて、もう一度入力してください。</translation>
    </message>
    <message>
        <source>The PIN is wrong. One try is left.</source>
        <translation>暗証番号が違います。入力できるのはあと１回です。</translation>
    </message>
    <message>
        <source>One more wrong PIN locks the card, and it must be taken to the system section.</source>
        <translation>次に間違えるとカードが使えなくなり、システム担当での解除が必要になります。</translation>
    </message>
    <message>
        <source>If you are not sure of the PIN, stop here and ask the system section.</source>
        <translation>暗証番号に自信がないときは入力をやめ、システム担当に相談してください。</translation>
    </message>
    <message>
        <source>The card is locked after too many wrong PINs.</source>
        <translation>暗証番号を続けて間違えたため、カードが使えなくなりました。</translation>
    </message>
    <message>
        <source>You cannot sign in with this card.</source>
        <translation>このカードではサインインできません。</translation>
    </message>
    <message>
        <source>Take the card to the system section to have it unlocked.</source>
        <translation>カードをシステム担当へ持参し、解除を受けてください。</translation>
    </message>
    <message>
        <source>This PC is not registered for this data.</source>
        <translation>この端末は、このデータの利用端末として登録されていません。</translation>
    </message>
    <message>
        <source>The data belongs to another PC and cannot be opened here.</source>
        <translation>データは別の端末のもので、ここでは開けません。</translation>
    </message>
    <message>
        <source>Ask the system section to register this PC.</source>
        <translation>システム担当に端末の登録を依頼してください。</translation>
    </message>
    <message>
        <source>You have never signed in on this PC.</source>
        <translation>この端末で初めてのサインインです。</translation>
    </message>
    <message>
        <source>The first time needs the connection to the register.</source>
        <translation>初回は住民記録システムへの接続が必要です。</translation>
    </message>
    <message>
        <source>Try again when the register is connected, or use the PC you always use.</source>
        <translation>接続が戻ってから行うか、いつもの端末を使ってください。</translation>
    </message>
    <message>
        <source>Your key on this PC is damaged.</source>
        <translation>この端末にあるあなたの鍵情報が壊れています。</translation>
    </message>
    <message>
        <source>You cannot sign in here. No data is lost.</source>
        <translation>この端末ではサインインできません。データは失われていません。</translation>
    </message>
    <message>
        <source>Use another PC and ask the system section to register you on this one again.</source>
        <translation>別の端末を使い、システム担当に再登録を依頼してください。</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>パスワードが違います。</translation>
    </message>
    <message>
        <source>After too many failures your account is locked.</source>
        <translation>続けて間違えると、利用が停止されます。</translation>
    </message>
    <message>
        <source>Check Caps Lock and type the password again. If it was changed today at another PC, type the new one.</source>
        <translation>Caps Lockを確かめて、もう一度入力してください。ほかの端末で変更したときは、新しいパスワードを入力してください。</translation>
    </message>
    <message>
        <source>The password has to be changed first.</source>
        <translation>先にパスワードの変更が必要です。</translation>
    </message>
    <message>
        <source>Until then nothing else opens. It is older than allowed, or somebody else has set it.</source>
        <translation>変更するまで、ほかのことはできません。有効期間が過ぎたか、ほかの職員が設定したパスワードです。</translation>
    </message>
    <message>
        <source>Sign in where the register is reached, and change it there.</source>
        <translation>住民記録に接続できる端末でサインインし、その場で変更してください。</translation>
    </message>
    <message>
        <source>The new password does not keep the rules.</source>
        <translation>新しいパスワードが決まりに合っていません。</translation>
    </message>
    <message>
        <source>Nothing was changed. The present password goes on.</source>
        <translation>何も変更していません。いまのパスワードをそのまま使えます。</translation>
    </message>
    <message>
        <source>Choose another one; the page shows which rule is not met.</source>
        <translation>別のパスワードにしてください。合っていない決まりは画面に表示されます。</translation>
    </message>
    <message>
        <source>You have used this password before.</source>
        <translation>前に使ったことのあるパスワードです。</translation>
    </message>
    <message>
        <source>Choose one that you have not used here.</source>
        <translation>ここで使ったことのないパスワードにしてください。</translation>
    </message>
    <message>
        <source>The holder of this card is not registered as a user.</source>
        <translation>このカードの持ち主は、利用者として登録されていません。</translation>
    </message>
    <message>
        <source>You cannot sign in.</source>
        <translation>サインインできません。</translation>
    </message>
    <message>
        <source>Ask your supervisor to have you registered.</source>
        <translation>所属長に利用者登録を申し出てください。</translation>
    </message>
    <message>
        <source>Your account is locked after too many failures.</source>
        <translation>続けて間違えたため、利用が停止されています。</translation>
    </message>
    <message>
        <source>You cannot sign in until a supervisor unlocks it.</source>
        <translation>監督者が解除するまでサインインできません。</translation>
    </message>
    <message>
        <source>Ask a supervisor to unlock the account.</source>
        <translation>監督者に停止の解除を申し出てください。</translation>
    </message>
    <message>
        <source>Your time as a user has ended or not begun.</source>
        <translation>利用できる期間の外です。</translation>
    </message>
    <message>
        <source>Ask your supervisor to have the period checked.</source>
        <translation>所属長に利用期間の確認を申し出てください。</translation>
    </message>
    <message>
        <source>Nobody is signed in, or the screen is locked.</source>
        <translation>サインインしていないか、画面が閉じています。</translation>
    </message>
    <message>
        <source>Nothing was shown.</source>
        <translation>内容は表示していません。</translation>
    </message>
    <message>
        <source>Sign in or unlock the screen, then try again.</source>
        <translation>サインインするか画面を開いてから、もう一度行ってください。</translation>
    </message>
    <message>
        <source>A credentials file may only be used with a training register.</source>
        <translation>資格情報ファイルは、研修用の住民記録でしか使えません。</translation>
    </message>
    <message>
        <source>The file was not used and the attempt was logged.</source>
        <translation>ファイルは使用せず、試みを記録しました。</translation>
    </message>
    <message>
        <source>Sign in with card, password and PIN.</source>
        <translation>職員カード・パスワード・暗証番号でサインインしてください。</translation>
    </message>
    <message>
        <source>This move may not be registered as it was entered.</source>
        <translation>この異動は、このままでは登録できません。</translation>
    </message>
    <message>
        <source>Open the entry: what stands against it is named there, with what to do.</source>
        <translation>入力を開くと、理由と直し方が出ています。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>item of a move, what is wrong with it</comment>
        <translation>%1：%2</translation>
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
        <source>Household number %1&#x3000;%n member(s)</source>
        <translation>
            <numerusform>世帯番号&#x3000;%1&#x3000;&#x3000;世帯員&#x3000;%n人</numerusform>
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
        <translation>フリガナ</translation>
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
    <name>moves::DestinationPanel</name>
    <message>
        <source>Said before</source>
        <translation>届出の内容</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1（%2 予定）</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>消除のきっかけ</translation>
    </message>
</context>
<context>
    <name>moves::ElsewhereFields</name>
    <message>
        <source>with its prefecture</source>
        <translation>都道府県から</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>市区町村</translation>
    </message>
    <message>
        <source>Town elsewhere</source>
        <translation>町名</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>番地</translation>
    </message>
    <message>
        <source>Building, flat</source>
        <translation>方書</translation>
    </message>
</context>
<context>
    <name>moves::KindPanel</name>
    <message>
        <source>Which move?</source>
        <translation>異動の種類</translation>
    </message>
    <message>
        <source>Pick with the number key, or with the arrows and Enter.</source>
        <translation>番号キー、または矢印キーと Enter で選びます。</translation>
    </message>
</context>
<context>
    <name>moves::KnownList</name>
    <message>
        <source>Known here with this name, birth date and sex:</source>
        <translation>同じ氏名・生年月日・性別の方がいます:</translation>
    </message>
    <message>
        <source>address not shown</source>
        <translation>住所は表示しません</translation>
    </message>
    <message>
        <source>%1 (number %2), %3, %4</source>
        <translation>%1（宛名番号 %2）&#x3000;%3&#x3000;%4</translation>
    </message>
    <message>
        <source>Lives here: no moving in.</source>
        <translation>住民です。転入ではなく転居です。</translation>
    </message>
    <message>
        <source>Use a new number</source>
        <translation>新しい宛名番号にする</translation>
    </message>
    <message>
        <source>Use his number</source>
        <translation>この宛名番号で転入する</translation>
    </message>
    <message>
        <source>Protected: ask your supervisor.</source>
        <translation>保護されています。上司に相談してください。</translation>
    </message>
    <message>
        <source>Dead: ask whether it is another person.</source>
        <translation>亡くなった方です。別の方か確かめてください。</translation>
    </message>
</context>
<context>
    <name>moves::MembersTable</name>
    <message>
        <source>The whole household</source>
        <translation>世帯全員</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>生年月日</translation>
    </message>
    <message>
        <source>Relationship now</source>
        <translation>今の続柄</translation>
    </message>
    <message>
        <source>Relationship then</source>
        <translation>異動後の続柄</translation>
    </message>
    <message>
        <source>%1 (lives there)</source>
        <translation>%1（入る世帯の方）</translation>
    </message>
    <message>
        <source>Relationship of %1 then</source>
        <translation>%1の異動後の続柄</translation>
    </message>
    <message>
        <source>All who planned to go</source>
        <translation>転出予定の方全員</translation>
    </message>
</context>
<context>
    <name>moves::MoveForm</name>
    <message>
        <source>Who moves</source>
        <translation>移る方</translation>
    </message>
    <message>
        <source>Household %1, %2</source>
        <translation>世帯番号 %1&#x3000;%2</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>移る先</translation>
    </message>
    <message>
        <source>The notice</source>
        <translation>届出</translation>
    </message>
    <message>
        <source>%1 has the household open that is to be joined.</source>
        <translation>%1 さんが、入る世帯を編集中です。</translation>
    </message>
    <message>
        <source>It was not joined. Choose it again when it is closed there.</source>
        <translation>その世帯に入る入力はしていません。先方が閉じてから、もう一度選んでください。</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>転入前の住所</translation>
    </message>
    <message>
        <source>Who comes</source>
        <translation>転入する方</translation>
    </message>
</context>
<context>
    <name>moves::MovePage</name>
    <message>
        <source>No move can be entered here</source>
        <translation>異動は入力できません</translation>
    </message>
    <message>
        <source>Entered provisionally (number %1)</source>
        <translation>仮登録しました（番号 %1）</translation>
    </message>
    <message>
        <source>Somebody else checks it now. Until then everybody sees the former record, and no other move of these persons can be entered.</source>
        <translation>別の職員の照合を待ちます。それまでは、ほかの画面も証明書も前の内容のままで、同じ方の別の異動は入力できません。</translation>
    </message>
    <message>
        <source>Filed on this PC</source>
        <translation>この端末に保存しました</translation>
    </message>
    <message>
        <source>The register was not reached. It is sent by itself when it is there again.</source>
        <translation>接続がありません。つながりしだい、自動で送信します。</translation>
    </message>
    <message>
        <source>Somebody else was first</source>
        <translation>先に別の職員が変更しました</translation>
    </message>
    <message>
        <source>Nothing was registered. The outbox shows who, when and which fields.</source>
        <translation>登録していません。誰が、いつ、どの項目を変更したかは、送信箱で見られます。</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>登録していません</translation>
    </message>
    <message>
        <source>The outbox says why, and what to do.</source>
        <translation>理由と、することは送信箱にあります。</translation>
    </message>
    <message>
        <source>Show it in the outbox</source>
        <translation>送信箱で見る</translation>
    </message>
    <message>
        <source>File it</source>
        <translation>登録する</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>異動</translation>
    </message>
    <message>
        <source>Esc goes back.</source>
        <translation>Escで戻ります。</translation>
    </message>
    <message>
        <source>The record of one of them is protected.</source>
        <translation>保護されている方が含まれています。</translation>
    </message>
    <message>
        <source>What is typed is kept as a draft.</source>
        <translation>入力した内容は下書きに残ります。</translation>
    </message>
    <message>
        <source>Open the record from the search, give the reason there, and go on with the draft.</source>
        <translation>検索からその方の記録を開いて理由を入力し、送信箱から下書きの続きを入力してください。</translation>
    </message>
    <message>
        <source>One more person</source>
        <translation>一人追加</translation>
    </message>
    <message>
        <source>Take this person out</source>
        <translation>この方を外す</translation>
    </message>
</context>
<context>
    <name>moves::NewcomerForm</name>
    <message>
        <source>Japanese or foreign</source>
        <translation>住民種別</translation>
    </message>
    <message>
        <source>Born on</source>
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
        <source>Latin name</source>
        <translation>英字氏名</translation>
    </message>
    <message>
        <source>Kanji name</source>
        <translation>漢字氏名</translation>
    </message>
    <message>
        <source>Kana to search by</source>
        <translation>検索用カナ</translation>
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
        <source>Nationality, region</source>
        <translation>国籍・地域</translation>
    </message>
    <message>
        <source>Class of stay</source>
        <translation>在留の区分</translation>
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
        <source>Stay ends on</source>
        <translation>在留期間満了の日</translation>
    </message>
    <message>
        <source>Foreign resident since</source>
        <translation>外国人住民となった日</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>氏</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Reading of the family name</source>
        <translation>氏の振り仮名</translation>
    </message>
    <message>
        <source>Reading of the given name</source>
        <translation>名の振り仮名</translation>
    </message>
    <message>
        <source>Registered domicile</source>
        <translation>本籍</translation>
    </message>
    <message>
        <source>Head of the family register</source>
        <translation>筆頭者</translation>
    </message>
    <message>
        <source>Former family name</source>
        <translation>旧氏</translation>
    </message>
    <message>
        <source>Its reading</source>
        <translation>旧氏の振り仮名</translation>
    </message>
    <message>
        <source>Person %1, under his former number %2</source>
        <translation>%1人目&#x3000;以前の宛名番号 %2</translation>
    </message>
    <message>
        <source>Person %1, under the new number %2</source>
        <translation>%1人目&#x3000;新しい宛名番号 %2</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>選んでください。</translation>
    </message>
    <message>
        <source>Family reading is</source>
        <translation>記載（氏）</translation>
    </message>
    <message>
        <source>Given reading is</source>
        <translation>記載（名）</translation>
    </message>
    <message>
        <source>Former reading is</source>
        <translation>記載（旧氏）</translation>
    </message>
</context>
<context>
    <name>moves::NewcomersPanel</name>
    <message>
        <source>One more person (F2)</source>
        <translation>一人追加 (F2)</translation>
    </message>
    <message>
        <source>%1 was taken out. Put back</source>
        <translation>%1さんの欄を外しました。元に戻す</translation>
    </message>
    <message>
        <source>Somebody without a name</source>
        <translation>氏名未入力の方</translation>
    </message>
</context>
<context>
    <name>moves::NoticePanel</name>
    <message>
        <source>The mandate was shown</source>
        <translation>委任状を確かめた</translation>
    </message>
    <message>
        <source>Identified by questions</source>
        <translation>口頭の質問で確かめた</translation>
    </message>
    <message>
        <source>Day of the notice</source>
        <translation>届出日</translation>
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
        <translation>%1（１点）</translation>
    </message>
    <message>
        <source>%1 (two needed)</source>
        <translation>%1（２点）</translation>
    </message>
    <message>
        <source>Who gives notice</source>
        <translation>届出人</translation>
    </message>
    <message>
        <source>Agent&apos;s name</source>
        <translation>代理人の氏名</translation>
    </message>
    <message>
        <source>Mandate</source>
        <translation>委任状</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>書類</translation>
    </message>
    <message>
        <source>Second document</source>
        <translation>二つめの書類</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>質問</translation>
    </message>
    <message>
        <source>Number of the paper</source>
        <translation>届出書の番号</translation>
    </message>
    <message>
        <source>Known to the office on</source>
        <translation>通知を受けた日</translation>
    </message>
</context>
<context>
    <name>moves::OriginPanel</name>
    <message>
        <source>It was handed in</source>
        <translation>受け取った</translation>
    </message>
    <message>
        <source>Certificate of moving out</source>
        <translation>転出証明書</translation>
    </message>
</context>
<context>
    <name>moves::PlacePanel</name>
    <message>
        <source>Town</source>
        <translation>町名</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>番地</translation>
    </message>
    <message>
        <source>Building, flat</source>
        <translation>方書</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>世帯</translation>
    </message>
    <message>
        <source>A new household</source>
        <translation>新しい世帯</translation>
    </message>
    <message>
        <source>Stays the household it is (number %1)</source>
        <translation>世帯全員で移る（世帯番号 %1 のまま）</translation>
    </message>
    <message>
        <source>no head</source>
        <translation>世帯主なし</translation>
    </message>
    <message>
        <source>Joins that of %1 (%2 persons)%3</source>
        <translation>%1 の世帯（%2人）に入る%3</translation>
    </message>
    <message>
        <source>Joins household %1</source>
        <translation>世帯番号 %1 に入る</translation>
    </message>
</context>
<context>
    <name>moves::RelationshipField</name>
    <message>
        <source>This is no relationship of the list.</source>
        <translation>一覧にない続柄です。</translation>
    </message>
    <message>
        <source>Write it so: %1</source>
        <translation>次のように書きます：%1</translation>
    </message>
</context>
<context>
    <name>moves::RulesPanel</name>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1：%2%3</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>確認した</translation>
    </message>
    <message>
        <source>Still to be typed: %1</source>
        <translation>まだ入力していない項目：%1</translation>
    </message>
</context>
<context>
    <name>outbox::ItemModel</name>
    <message>
        <source>You</source>
        <translation>自分</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>回答：%1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>入力した職員</translation>
    </message>
    <message>
        <source>Entered at</source>
        <translation>入力日時</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Household %1</source>
        <translation>世帯番号 %1</translation>
    </message>
    <message>
        <source>About</source>
        <translation>対象</translation>
    </message>
</context>
<context>
    <name>outbox::ItemPanel</name>
    <message>
        <source>Entry</source>
        <translation>入力の内容</translation>
    </message>
    <message>
        <source>1 Take theirs</source>
        <translation>1 登録を生かす</translation>
    </message>
    <message>
        <source>What stands in the register stays. Yours is closed as discarded.</source>
        <translation>登録されている内容をそのままにし、自分の入力は破棄として閉じます。</translation>
    </message>
    <message>
        <source>2 Keep mine as a new draft</source>
        <translation>2 自分の入力を下書きに</translation>
    </message>
    <message>
        <source>Your words, on top of what stands there now. You look at them again and file them.</source>
        <translation>今の登録をもとに、自分の入力を新しい下書きにします。確かめてから登録し直します。</translation>
    </message>
    <message>
        <source>3 Discard mine</source>
        <translation>3 自分の入力を破棄</translation>
    </message>
    <message>
        <source>It was not needed any more, whatever stands there.</source>
        <translation>登録の内容にかかわらず、この入力が要らなくなったときに選びます。</translation>
    </message>
    <message>
        <source>Reason you gave: %1</source>
        <translation>入力した理由：%1</translation>
    </message>
    <message>
        <source>Answer of the checker: %1</source>
        <translation>照合した職員の回答：%1</translation>
    </message>
    <message>
        <source>Theirs (in the register now)</source>
        <translation>登録されている内容（別の職員）</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>変更前</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>自分の入力</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>入力した内容</translation>
    </message>
    <message>
        <source>Changed by %1</source>
        <translation>変更：%1</translation>
    </message>
    <message>
        <source>Registered first</source>
        <translation>先に登録された異動</translation>
    </message>
    <message>
        <source>Entered by %1</source>
        <translation>入力：%1</translation>
    </message>
    <message>
        <source>Checked by %1</source>
        <translation>照合：%1</translation>
    </message>
    <message>
        <source>Theirs (registered)</source>
        <translation>先に登録された異動</translation>
    </message>
    <message>
        <source>What became of %1</source>
        <translation>%1&#x3000;変わったところ</translation>
    </message>
    <message>
        <source>%1, entered by %2</source>
        <translation>%1（入力した利用者：%2）</translation>
    </message>
    <message>
        <source>When you entered yours</source>
        <translation>自分が入力したとき</translation>
    </message>
    <message>
        <source>In the register now</source>
        <translation>今の登録</translation>
    </message>
    <message>
        <source>What was changed is about somebody protected: ask your supervisor.</source>
        <translation>変更された内容には支援措置など保護の対象の方が含まれるため、表示できません。主任に確認してください。</translation>
    </message>
    <message>
        <source>What was changed has not come to this workstation yet. Open it again in a while.</source>
        <translation>変更された内容は、まだこの端末に届いていません。少し待ってから開き直してください。</translation>
    </message>
    <message>
        <source>Registered first: %1</source>
        <translation>先に登録された%1</translation>
    </message>
    <message>
        <source>The notices beside each other</source>
        <translation>届出の内容</translation>
    </message>
</context>
<context>
    <name>outbox::OutboxPage</name>
    <message>
        <source>Also what is done</source>
        <translation>済んだものも表示</translation>
    </message>
    <message>
        <source>Theirs stays. Yours is closed.</source>
        <translation>登録されている内容を生かし、自分の入力を閉じました。</translation>
    </message>
    <message>
        <source>Entries of this workstation</source>
        <translation>この端末で入力したもの</translation>
    </message>
    <message>
        <source>Whose entries</source>
        <translation>誰の入力か</translation>
    </message>
    <message>
        <source>Your entries</source>
        <translation>自分の入力</translation>
    </message>
    <message>
        <source>Stuck entries of this workstation</source>
        <translation>滞っている入力（この端末）</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>送信箱</translation>
    </message>
    <message>
        <source>Nothing is stuck</source>
        <translation>滞っている入力はありません</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>送信待ちの入力はありません</translation>
    </message>
    <message>
        <source>What waits for more than a day, was not accepted or is in conflict would stand here.</source>
        <translation>一日を超えて待っているもの、受け付けられなかったもの、競合したものがここに並びます。</translation>
    </message>
    <message>
        <source>What you enter stands here until the register holds it.</source>
        <translation>入力したものは、本登録になるまでここに並びます。</translation>
    </message>
    <message>
        <source>%1 Answer: %2</source>
        <translation>%1回答：%2</translation>
    </message>
    <message>
        <source>Only its author can open it. Speak with %1.</source>
        <translation>開けるのは入力した職員だけです。%1 に伝えてください。</translation>
    </message>
    <message>
        <source>Only its author can open it.</source>
        <translation>開けるのは入力した職員だけです。</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>今の状態：%1</translation>
    </message>
    <message>
        <source>It is a draft now.</source>
        <translation>下書きにしました。</translation>
    </message>
    <message>
        <source>Start a visit and open the record of the person: the draft stands under notes, contact and restrictions.</source>
        <translation>対応を始めて本人の記録を開くと、「メモ・連絡先・抑止」に下書きがあります。</translation>
    </message>
    <message>
        <source>Withdraw this entry?</source>
        <translation>この入力を取り下げますか</translation>
    </message>
    <message>
        <source>The register is told that it is not wanted any more. A restriction that was set by it ends.</source>
        <translation>不要になったことを住民記録システムに伝えます。この入力で設定された抑止は終わります。</translation>
    </message>
    <message>
        <source>It is not sent any more. It stays in the list for a day.</source>
        <translation>送信をやめます。一日は一覧に残ります。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>取下げ</translation>
    </message>
    <message>
        <source>Discard this entry?</source>
        <translation>この入力を破棄しますか</translation>
    </message>
    <message>
        <source>What you typed cannot be brought back.</source>
        <translation>入力した内容は元に戻せません。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Withdrawn.</source>
        <translation>取り下げました。</translation>
    </message>
    <message>
        <source>Discarded.</source>
        <translation>破棄しました。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Edit again</source>
        <translation>編集し直す</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>今すぐ送信</translation>
    </message>
    <message>
        <source>What can be done without connection</source>
        <translation>接続なしでできること</translation>
    </message>
    <message>
        <source>Start a visit at the counter, not by telephone, and choose the draft here again.</source>
        <translation>窓口の対応を始めて（電話は不可）、ここでもう一度この下書きを選んでください。</translation>
    </message>
</context>
<context>
    <name>pensionui::ExemptionAidPanel</name>
    <message>
        <source>Compare with the thresholds</source>
        <translation>基準と比べる</translation>
    </message>
    <message>
        <source>The Japan Pension Service decides. This is only an aid for the talk at the counter; nothing that is typed here is kept.</source>
        <translation>決定するのは日本年金機構です。ここは窓口で案内するための目安で、入力した内容は保存しません。</translation>
    </message>
    <message>
        <source>Kind of exemption</source>
        <translation>免除等の種類</translation>
    </message>
    <message>
        <source>Month asked for (example: R6.7)</source>
        <translation>申請する月（例：R6.7）</translation>
    </message>
    <message>
        <source>Application received on</source>
        <translation>申請の受付日</translation>
    </message>
    <message>
        <source>Income (yen)</source>
        <translation>所得（円）</translation>
    </message>
    <message>
        <source>Dependants</source>
        <translation>扶養親族</translation>
    </message>
    <message>
        <source>of them elderly</source>
        <translation>うち老人</translation>
    </message>
    <message>
        <source>of them 16 to 22</source>
        <translation>うち16～22歳</translation>
    </message>
    <message>
        <source>Deductions (yen)</source>
        <translation>控除（円）</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不明・未申告</translation>
    </message>
    <message>
        <source>Lost work</source>
        <translation>失業等</translation>
    </message>
    <message>
        <source>Disabled, widowed</source>
        <translation>障害・寡婦等</translation>
    </message>
    <message>
        <source>Something is missing or unreadable.</source>
        <translation>足りない項目か、読み取れない項目があります。</translation>
    </message>
    <message>
        <source>Pick the kind, type the month and the day of the application, and incomes in whole yen.</source>
        <translation>種類を選び、申請する月と受付日、所得を円単位で入力してください。</translation>
    </message>
    <message>
        <source>%1: %2 yen, threshold %3 yen: within</source>
        <translation>%1&#x3000;所得 %2円&#x3000;基準 %3円&#x3000;→&#x3000;基準以内</translation>
    </message>
    <message>
        <source>%1: %2 yen, threshold %3 yen: over</source>
        <translation>%1&#x3000;所得 %2円&#x3000;基準 %3円&#x3000;→&#x3000;基準を超えています</translation>
    </message>
    <message>
        <source>Examined is the income of %1.</source>
        <translation>審査の対象：%1中の所得</translation>
    </message>
    <message>
        <source>Cycle %1. Can be applied for from %2 on.</source>
        <translation>審査の１年：%1。さかのぼって申請できるのは%2分からです。</translation>
    </message>
    <message>
        <source>The Japan Pension Service decides.</source>
        <translation>決定するのは日本年金機構です。</translation>
    </message>
    <message>
        <source>Table of thresholds: %1</source>
        <comment>version</comment>
        <translation>基準の表：%1</translation>
    </message>
</context>
<context>
    <name>pensionui::PensionTab</name>
    <message numerus="yes">
        <source>(%n month(s))</source>
        <translation>
            <numerusform>（%nか月）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n day(s) over the term of 14 days</source>
        <translation>
            <numerusform>%1の届出が、14日の期限を%n日過ぎています</numerusform>
        </translation>
    </message>
    <message>
        <source>National pension</source>
        <translation>国民年金</translation>
    </message>
    <message>
        <source>Qualification and time line</source>
        <translation>資格と加入の経過</translation>
    </message>
    <message>
        <source>Insured periods</source>
        <translation>資格期間</translation>
    </message>
    <message>
        <source>Exemption, deferral, students</source>
        <translation>免除・納付猶予・学生納付特例</translation>
    </message>
    <message>
        <source>Legal and maternity exemption</source>
        <translation>法定免除・産前産後免除</translation>
    </message>
    <message>
        <source>Additional contributions, benefits</source>
        <translation>付加保険料・給付・年金生活者支援給付金</translation>
    </message>
    <message>
        <source>Reports, notes, reissue</source>
        <translation>報告・メモ・通知書の再交付</translation>
    </message>
    <message>
        <source>Exemption aid</source>
        <translation>免除の目安</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>経過</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>資格期間</translation>
    </message>
    <message>
        <source>Exemptions</source>
        <translation>免除・猶予</translation>
    </message>
    <message>
        <source>Legal, maternity</source>
        <translation>法定・産前産後</translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>付加・給付</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>報告・メモ</translation>
    </message>
    <message>
        <source>Aid</source>
        <translation>免除の目安</translation>
    </message>
    <message>
        <source>Nothing is held.</source>
        <translation>記録はありません。</translation>
    </message>
    <message>
        <source>The city holds no pension record of this person. That is no gap: the Japan Pension Service knows whether he is insured.</source>
        <translation>市にこの人の年金の記録はありません。未加入という意味ではありません。加入の有無は日本年金機構に確認してください。</translation>
    </message>
    <message>
        <source>The day of birth is not known: gaps and overlaps were not looked for.</source>
        <translation>生年月日が日まで分からないため、未加入・重複の有無は調べていません。</translation>
    </message>
    <message>
        <source>Below the age of 20: gaps and overlaps were not looked for.</source>
        <translation>20歳前のため、未加入・重複の有無は調べていません。</translation>
    </message>
    <message>
        <source>Nothing in the periods contradicts itself.</source>
        <translation>期間に未加入・重複などの不整合はありません。</translation>
    </message>
    <message numerus="yes">
        <source>First category and voluntary: %n month(s)</source>
        <translation>
            <numerusform>第１号・任意加入：%nか月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>exempt: %n month(s)</source>
        <translation>
            <numerusform>免除：%nか月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>deferred: %n month(s)</source>
        <translation>
            <numerusform>猶予・学特：%nか月</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>gaps: %n month(s)</source>
        <translation>
            <numerusform>未加入：%nか月</numerusform>
        </translation>
    </message>
    <message>
        <source>As far as the record of the city tells. What was paid the Japan Pension Service knows.</source>
        <translation>市の記録から分かる範囲です。納付の状況は日本年金機構が管理しています。</translation>
    </message>
</context>
<context>
    <name>pensionui::TimelineChart</name>
    <message>
        <source>Time line of the pension</source>
        <translation>年金の加入の経過（図）</translation>
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
    <name>resident::CallerPanel</name>
    <message>
        <source>Open the file</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Telephone: is it the person himself?</source>
        <translation>電話での本人確認</translation>
    </message>
    <message>
        <source>Let the caller say it; do not read anything out. Mark what agrees with the record: at least three, one of them not the name. It is kept in the log.</source>
        <translation>相手に言ってもらい、こちらからは読み上げません。記録と一致した項目に印を付けてください（氏名以外を含む三つ以上）。記録に残ります。</translation>
    </message>
    <message>
        <source>1 Name</source>
        <translation>1&#x3000;氏名</translation>
    </message>
    <message>
        <source>2 Date of birth</source>
        <translation>2&#x3000;生年月日</translation>
    </message>
    <message>
        <source>3 Address</source>
        <translation>3&#x3000;住所</translation>
    </message>
    <message>
        <source>4 Number of a notice or person number</source>
        <translation>4&#x3000;通知書番号・宛名番号</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Not enough agrees. Without it the file stays closed; ask the caller to come to the counter.</source>
        <translation>本人と確認できる項目が足りません。開かずに、来庁による確認を案内してください。</translation>
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
    <name>resident::FilePane</name>
    <message>
        <source>Print the chart</source>
        <translation>図を印刷</translation>
    </message>
    <message>
        <source>The file is not shown</source>
        <translation>この記録は表示していません</translation>
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
    <name>resident::MembersPanel</name>
    <message>
        <source>Members of the household</source>
        <translation>世帯員</translation>
    </message>
    <message>
        <source>Enter opens this file of one member. Open only those that the matter needs: each is a line in the log. Esc goes back.</source>
        <translation>Enter で、選んだ世帯員の同じ区分を開きます。用件に必要な方だけを開いてください（１人ごとに記録に残ります）。Esc で戻ります。</translation>
    </message>
</context>
<context>
    <name>resident::NeededModel</name>
    <message>
        <source>Relationship</source>
        <translation>続柄</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Restriction</source>
        <translation>抑止</translation>
    </message>
</context>
<context>
    <name>resident::NumberPanel</name>
    <message>
        <source>Individual number</source>
        <translation>個人番号</translation>
    </message>
    <message>
        <source>Show the individual number?</source>
        <translation>個人番号を表示しますか</translation>
    </message>
    <message>
        <source>Only for work that the Number Act allows. The reason is kept in the log here and at the register, with your name.</source>
        <translation>番号利用法で認められた事務に限ります。理由は職員名とともに、この端末と住民記録システムの記録に残ります。</translation>
    </message>
    <message>
        <source>Show for %1 seconds</source>
        <translation>%1秒間表示する</translation>
    </message>
    <message>
        <source>Hide (F4)</source>
        <translation>隠す（F4）</translation>
    </message>
    <message>
        <source>Show (F4)</source>
        <translation>表示（F4）</translation>
    </message>
    <message numerus="yes">
        <source>Hidden again in %n second(s)</source>
        <translation>
            <numerusform>あと%n秒で隠します</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetched from the register when it is needed</source>
        <translation>必要なときだけ住民記録システムから取り寄せます</translation>
    </message>
</context>
<context>
    <name>resident::PurposePanel</name>
    <message>
        <source>What is this file opened for?</source>
        <translation>開く目的を選んでください</translation>
    </message>
    <message>
        <source>The purpose of the visit does not fit this file. Pick the one that does with its number key; it is kept in the log.</source>
        <translation>対応の処理事由は、この記録を開く目的と合いません。合う処理事由を数字キーで選んでください。記録に残ります。</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>処理事由</translation>
    </message>
    <message>
        <source>No purpose is in force that fits this file.</source>
        <translation>この記録に合う処理事由がありません。</translation>
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
        <source>It explains and certifies nothing.</source>
        <translation>説明のための図で、証明書ではありません。</translation>
    </message>
    <message>
        <source>The chart was printed.</source>
        <translation>図を印刷しました。</translation>
    </message>
    <message>
        <source>On the telephone no address is read out: it is not shown.</source>
        <translation>電話では住所を読み上げない（住所は表示していません）</translation>
    </message>
    <message>
        <source>The record is not shown</source>
        <translation>住民票を表示できません</translation>
    </message>
    <message>
        <source>Esc goes back to the page before.</source>
        <translation>Escで前の画面に戻ります。</translation>
    </message>
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
        <source>Notes, contact, restrictions</source>
        <translation>メモ・連絡先・抑止</translation>
    </message>
    <message>
        <source>Notes, contact</source>
        <translation>メモ・連絡先</translation>
    </message>
    <message>
        <source>Individual number</source>
        <translation>個人番号</translation>
    </message>
    <message>
        <source>A move of this person or household waits to be checked. What is shown and printed is the record before it.</source>
        <translation>この方か世帯の異動が照合待ちです。画面も証明書も、異動の前の内容です。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>異動</translation>
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
        <source>Inquiry: %1&#x3000;Certificates: %2&#x3000;Moves: %3</source>
        <translation>照会：%1&#x3000;証明：%2&#x3000;異動：%3</translation>
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
<context>
    <name>resident::SecretDigits</name>
    <message>
        <source>Individual number, shown on the screen</source>
        <translation>個人番号（画面に表示中）</translation>
    </message>
    <message>
        <source>Individual number, hidden</source>
        <translation>個人番号（非表示）</translation>
    </message>
</context>
<context>
    <name>search::ConditionForm</name>
    <message>
        <source>Include removed records</source>
        <translation>除票を含む</translation>
    </message>
    <message>
        <source>Search (F2)</source>
        <translation>検索（F2）</translation>
    </message>
    <message>
        <source>Kana, kanji or Latin; a part is enough</source>
        <translation>カナ・漢字・英字。一部でも可</translation>
    </message>
    <message>
        <source>Town, lot or building; a part is enough</source>
        <translation>町名・番地・方書。一部でも可</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>指定なし</translation>
    </message>
    <message>
        <source>Every address has this. Add a town name, a number or a building.</source>
        <translation>どの住所にもある言葉です。町名・番号・方書を足してください。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>生年月日</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Head of household</source>
        <translation>世帯主</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性別</translation>
    </message>
    <message>
        <source>Person number</source>
        <translation>宛名番号</translation>
    </message>
    <message>
        <source>Household number</source>
        <translation>世帯番号</translation>
    </message>
</context>
<context>
    <name>search::PeopleModel</name>
    <message>
        <source>%1 (found by: %2)</source>
        <translation>%1（%2で該当）</translation>
    </message>
    <message>
        <source>(not shown)</source>
        <translation>（非表示）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>氏名</translation>
    </message>
    <message>
        <source>Kana</source>
        <translation>フリガナ</translation>
    </message>
    <message>
        <source>Born on</source>
        <translation>生年月日</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性別</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Head of household</source>
        <translation>世帯主</translation>
    </message>
    <message>
        <source>Person number</source>
        <translation>宛名番号</translation>
    </message>
</context>
<context>
    <name>search::SearchPage</name>
    <message>
        <source>Find people</source>
        <translation>住民の検索</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>検索の結果</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Clear conditions</source>
        <translation>条件を消す</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Type two conditions</source>
        <translation>条件を２つ入力してください</translation>
    </message>
    <message>
        <source>One more condition</source>
        <translation>条件をもう１つ入力してください</translation>
    </message>
    <message>
        <source>Two of name, birth date, address, head of household and telephone, or a person or household number alone. Sex and removed records only narrow.</source>
        <translation>氏名・生年月日・住所・世帯主・電話番号のうち２つ、または宛名番号・世帯番号のどちらか１つで検索します。性別と除票は絞り込みにだけ使います。</translation>
    </message>
    <message>
        <source>Searching ...</source>
        <translation>検索しています…</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1件</translation>
    </message>
    <message>
        <source>More people match than can be shown; here are the first %1.</source>
        <translation>該当者が多いため、はじめの%1件を表示しています。</translation>
    </message>
    <message>
        <source>Add a condition, for example the birth date or the town.</source>
        <translation>生年月日や町名などの条件を加えてください。</translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation>該当する方がいません</translation>
    </message>
    <message>
        <source>Variant kanji, voiced and unvoiced kana, former family names and past names have been searched too.</source>
        <translation>異体字、清音と濁音、旧氏・通称・過去の氏名も含めて検索しました。</translation>
    </message>
    <message>
        <source>Include removed records</source>
        <translation>除票を含む</translation>
    </message>
    <message>
        <source>Search the whole year of birth</source>
        <translation>生まれた年の全体で検索</translation>
    </message>
    <message>
        <source>Moving in</source>
        <translation>転入届</translation>
    </message>
</context>
<context>
    <name>shell</name>
    <message>
        <source>Password</source>
        <translation>パスワード変更</translation>
    </message>
    <message>
        <source>End the visit</source>
        <translation>対応終了</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>画面を隠す</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>画面を閉じる</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>サインアウト</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>送信箱</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>照合待ち</translation>
    </message>
</context>
<context>
    <name>shell::CoverPage</name>
    <message>
        <source>Screen covered</source>
        <translation>画面を隠しています</translation>
    </message>
    <message>
        <source>Please wait a moment</source>
        <translation>少々お待ちください</translation>
    </message>
    <message>
        <source>F11 shows the screen again.</source>
        <translation>F11で画面に戻ります。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>画面に戻る</translation>
    </message>
</context>
<context>
    <name>shell::HeaderBand</name>
    <message>
        <source>No. %1</source>
        <translation>%1番</translation>
    </message>
    <message>
        <source>No visit is open</source>
        <translation>対応なし</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>来庁者：%1</translation>
    </message>
    <message>
        <source>Person number %1</source>
        <translation>宛名番号 %1</translation>
    </message>
</context>
<context>
    <name>shell::HelpViewer</name>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>もくじ</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>閉じる（Esc）</translation>
    </message>
</context>
<context>
    <name>shell::MainWindow</name>
    <message>
        <source>Madoguchi [training]</source>
        <translation>窓口【研修】</translation>
    </message>
    <message>
        <source>Madoguchi</source>
        <translation>窓口</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
</context>
<context>
    <name>shell::StatusLine</name>
    <message>
        <source>The password ends today (Ctrl+P)</source>
        <translation>パスワードの期限は今日です（Ctrl+P）</translation>
    </message>
    <message>
        <source>Days left of the password: %1 (Ctrl+P)</source>
        <translation>パスワードの期限まであと%1日（Ctrl+P）</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>パスワードを変更する</translation>
    </message>
    <message>
        <source>Register: connected</source>
        <translation>住民記録：接続中</translation>
    </message>
    <message>
        <source>Data as of %1</source>
        <translation>データ：%1 現在</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>データ：なし</translation>
    </message>
    <message>
        <source>Waiting to be sent: %1</source>
        <translation>送信待ち：%1件</translation>
    </message>
    <message>
        <source>No printer set</source>
        <translation>プリンター未設定</translation>
    </message>
    <message>
        <source>Show what can be done without connection</source>
        <translation>接続なしでできることを表示</translation>
    </message>
    <message>
        <source>Open the outbox</source>
        <translation>送信箱を開く</translation>
    </message>
    <message>
        <source>Register: not connected (what you enter is kept)</source>
        <translation>接続なし・入力は保存されます</translation>
    </message>
    <message>
        <source>Waiting to be sent: %1 (Ctrl+O)</source>
        <translation>送信待ち：%1件（Ctrl+O）</translation>
    </message>
</context>
<context>
    <name>shell::TrainingBand</name>
    <message>
        <source>Training: no real resident is shown here</source>
        <translation>研修&#x3000;&#x3000;表示される住民は実在しません</translation>
    </message>
</context>
<context>
    <name>signin::DayEndPage</name>
    <message>
        <source>Signed out</source>
        <translation>サインアウトしました</translation>
    </message>
    <message>
        <source>The log of this station stands as follows. Copy or print it for the day-end sheet: with it, rows that were cut off later can be found.</source>
        <translation>この端末の記録は次のとおりです。日計表に書き写すか印刷してください。後から記録が消されても、この値と照らして分かります。</translation>
    </message>
    <message numerus="yes">
        <source>%n: each is sent when its author signs in here again</source>
        <translation>
            <numerusform>%n件（入力した本人がこの端末に再びサインインすると送信されます）</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>未送信の入力</translation>
    </message>
    <message>
        <source>Print the day-end sheet</source>
        <translation>日計表を印刷</translation>
    </message>
    <message>
        <source>To the sign-in page</source>
        <translation>サインイン画面へ</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>端末</translation>
    </message>
    <message>
        <source>Signed out by</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Rows in the log</source>
        <translation>記録の件数</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>記録の末尾</translation>
    </message>
</context>
<context>
    <name>signin::LoadPage</name>
    <message>
        <source>Loading the register</source>
        <translation>住民記録の読み込み</translation>
    </message>
    <message>
        <source>The encrypted copy on this PC is being made. Searching is possible as soon as it is complete. You may lock the screen meanwhile.</source>
        <translation>この端末に暗号化した写しを作成しています。終わると検索できるようになります。その間、画面を閉じてもかまいません。</translation>
    </message>
</context>
<context>
    <name>signin::LockPage</name>
    <message>
        <source>The register does not allow any more what was open here. Sign out and sign in again; drafts and what was entered are kept.</source>
        <translation>ここで開いていた業務は、住民記録システムでもう認められていません。サインアウトして、サインインし直してください。下書きと入力は残ります。</translation>
    </message>
    <message>
        <source>Screen locked</source>
        <translation>画面を閉じています</translation>
    </message>
    <message>
        <source>Open the screen</source>
        <translation>画面を開く</translation>
    </message>
    <message>
        <source>Sign out (to change persons)</source>
        <translation>サインアウト（担当者の交替）</translation>
    </message>
    <message>
        <source>Signed in: %1 (%2)</source>
        <translation>サインイン中：%1（%2）</translation>
    </message>
    <message>
        <source>Opening ...</source>
        <translation>確認しています…</translation>
    </message>
</context>
<context>
    <name>signin::PasswordPage</name>
    <message>
        <source>Change of the password</source>
        <translation>パスワードの変更</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>パスワードを変更する</translation>
    </message>
    <message>
        <source>The password is older than %1 days, or somebody else has set it. Nothing else opens before it is changed.</source>
        <translation>パスワードの有効期間（%1日）が過ぎたか、ほかの職員が設定したパスワードです。変更するまで、ほかの画面は開きません。</translation>
    </message>
    <message>
        <source>The new password counts at every workstation from now on, for %1 days.</source>
        <translation>新しいパスワードは、変更したときからすべての端末で使われ、%1日間有効です。</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>いまのパスワード</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>暗証番号</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新しいパスワード</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>新しいパスワード（もう一度）</translation>
    </message>
    <message>
        <source>To the sign-in page</source>
        <translation>サインイン画面へ</translation>
    </message>
    <message>
        <source>Back to work</source>
        <translation>仕事に戻る</translation>
    </message>
    <message>
        <source>The password is being changed ...</source>
        <translation>パスワードを変更しています…</translation>
    </message>
    <message>
        <source>The password may be changed all the same. Sign in with the new one, and if that does not open, with the former one.</source>
        <translation>パスワードは変更されていることがあります。新しいパスワード、次にこれまでのパスワードの順にサインインを試してください。</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>パスワードを変更しました。</translation>
    </message>
    <message>
        <source>Every workstation takes the new one from now on.</source>
        <translation>これからは、どの端末でも新しいパスワードを使います。</translation>
    </message>
    <message>
        <source>Sign in with the new password.</source>
        <translation>新しいパスワードでサインインしてください。</translation>
    </message>
</context>
<context>
    <name>signin::RuleList</name>
    <message>
        <source>At least %1 characters</source>
        <translation>%1文字以上</translation>
    </message>
    <message>
        <source>Only letters, digits, signs and spaces of the keyboard</source>
        <translation>半角の英字・数字・記号・空白だけ</translation>
    </message>
    <message>
        <source>Five different characters or more</source>
        <translation>５種類以上の文字を使う</translation>
    </message>
    <message>
        <source>Without your user id and your name</source>
        <translation>利用者IDと氏名を含まない</translation>
    </message>
    <message>
        <source>Not similar to the present password</source>
        <translation>いまのパスワードに似ていない</translation>
    </message>
    <message>
        <source>Typed twice alike</source>
        <translation>２回とも同じ</translation>
    </message>
    <message>
        <source>None of the last %1 passwords</source>
        <translation>最近の%1回に使っていない</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>よし</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>まだ</translation>
    </message>
    <message>
        <source>the register looks</source>
        <translation>変更時に確認</translation>
    </message>
</context>
<context>
    <name>signin::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>サインイン</translation>
    </message>
    <message>
        <source>Madoguchi</source>
        <translation>窓口</translation>
    </message>
    <message>
        <source>Counter workstation</source>
        <translation>住民窓口端末</translation>
    </message>
    <message>
        <source>Station: %1</source>
        <translation>端末&#x3000;%1</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版&#x3000;%1</translation>
    </message>
    <message>
        <source>Every view and every print is logged with your name. Use outside your duties can be traced to the person.</source>
        <translation>閲覧と印刷はすべて職員名とともに記録されます。業務外の利用は、利用した職員を特定できます。</translation>
    </message>
    <message>
        <source>Signing in ...</source>
        <translation>サインインしています…</translation>
    </message>
</context>
<context>
    <name>signin::TwoFactorForm</name>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>暗証番号</translation>
    </message>
    <message>
        <source>The holder of this card is not known here.</source>
        <translation>カードの持ち主を確認できません。</translation>
    </message>
    <message>
        <source>Insert your staff card into the reader.</source>
        <translation>カードリーダーに職員カードを挿入してください。</translation>
    </message>
    <message>
        <source>Take the card out and insert it again.</source>
        <translation>カードを抜いて、入れ直してください。</translation>
    </message>
    <message>
        <source>Type the PIN on the card reader.</source>
        <translation>暗証番号はカードリーダーで入力してください。</translation>
    </message>
</context>
<context>
    <name>taxui::ArrearsChart</name>
    <message numerus="yes">
        <source>%n earlier period(s)</source>
        <translation>
            <numerusform>それより前の%n期分</numerusform>
        </translation>
    </message>
    <message>
        <source>Paid %1&#x3000;Unpaid %2</source>
        <comment>amounts of a bar</comment>
        <translation>納付 %1&#x3000;未納 %2</translation>
    </message>
    <message>
        <source>Paid</source>
        <comment>chart</comment>
        <translation>納付済</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <comment>chart</comment>
        <translation>未納</translation>
    </message>
    <message>
        <source>(unit: yen)</source>
        <translation>（単位：円）</translation>
    </message>
    <message>
        <source>Arrears by period, as a chart</source>
        <translation>期別の納付と未納のグラフ</translation>
    </message>
</context>
<context>
    <name>taxui::AssessmentSheet</name>
    <message>
        <source>Show the hidden items</source>
        <translation>伏せた項目を表示</translation>
    </message>
    <message>
        <source>Undeclared: nothing is known of the income of this year, so no tax was assessed. This is not an income of zero.</source>
        <translation>未申告：この年の所得が分からないため、課税していません。所得が0円という意味ではありません。</translation>
    </message>
    <message>
        <source>Instalments</source>
        <translation>期割</translation>
    </message>
    <message>
        <source>Assessment of the chosen year</source>
        <translation>選んだ年度の賦課の内容</translation>
    </message>
    <message>
        <source>Outline of the assessment</source>
        <translation>賦課のあらまし</translation>
    </message>
    <message>
        <source>Taxable amount and tax</source>
        <translation>課税標準と税額</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>所得</translation>
    </message>
    <message>
        <source>Fluctuating, extraordinary and other income</source>
        <translation>変動所得・臨時所得など</translation>
    </message>
    <message>
        <source>Income taxed separately</source>
        <translation>分離課税の所得・山林所得</translation>
    </message>
    <message>
        <source>Losses carried forward</source>
        <translation>損失の繰越し</translation>
    </message>
    <message>
        <source>Deductions from income</source>
        <translation>所得控除</translation>
    </message>
    <message>
        <source>The person and the dependants</source>
        <translation>本人と扶養親族</translation>
    </message>
    <message>
        <source>Credits against the tax</source>
        <translation>税額控除</translation>
    </message>
    <message>
        <source>Kinds of declaration and family workers</source>
        <translation>申告の区分・専従者など</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>異動</translation>
    </message>
    <message>
        <source>%1&#x3000;History %2</source>
        <comment>assessment</comment>
        <translation>%1&#x3000;履歴%2</translation>
    </message>
    <message>
        <source>Hide the items again</source>
        <translation>項目を伏せる</translation>
    </message>
    <message>
        <source>Withholding agent</source>
        <translation>特別徴収義務者</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期・月</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>徴収区分</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>納期限</translation>
    </message>
    <message>
        <source>Amount (yen)</source>
        <translation>金額（円）</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
</context>
<context>
    <name>taxui::ContradictionPanel</name>
    <message>
        <source>The records do not agree with each other</source>
        <translation>記録どうしが合いません</translation>
    </message>
    <message>
        <source>The figures below are shown as they are recorded. Do not tell the resident an amount before the section in charge has checked them.</source>
        <translation>下の金額は記録されたとおりに表示しています。担当課が確認するまで、金額を住民に伝えないでください。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>合わないもの</translation>
    </message>
    <message>
        <source>Recorded (yen)</source>
        <translation>記録（円）</translation>
    </message>
    <message>
        <source>Expected (yen)</source>
        <translation>計算（円）</translation>
    </message>
    <message>
        <source>Difference (yen)</source>
        <translation>差（円）</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>すること</translation>
    </message>
</context>
<context>
    <name>taxui::ExplanationPanel</name>
    <message>
        <source>Explanation of the tax</source>
        <translation>税額の計算の説明</translation>
    </message>
    <message>
        <source>The working</source>
        <translation>計算の過程</translation>
    </message>
    <message>
        <source>Beside what is recorded</source>
        <translation>記録との比較</translation>
    </message>
    <message>
        <source>How the tax of %1 (history %2) comes about</source>
        <translation>%1の税額の計算（履歴%2）</translation>
    </message>
    <message>
        <source>This case is outside the rules of the calculation here. The figures are an aid only; the assessment counts.</source>
        <translation>この方の賦課には、ここの計算の範囲を超えるものがあります。金額は参考にとどめ、賦課の記録を正としてください。</translation>
    </message>
    <message>
        <source>The calculation is for explanation; the assessment is what counts. Version of the tables: %1</source>
        <translation>計算は説明のためのもので、賦課の記録が正です。計算に用いた表の版：%1</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>計算の段階</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>計算</translation>
    </message>
    <message>
        <source>Amount (yen)</source>
        <translation>金額（円）</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Tax of the year</source>
        <translation>年税額</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Calculated (yen)</source>
        <translation>計算（円）</translation>
    </message>
    <message>
        <source>Recorded (yen)</source>
        <translation>記録（円）</translation>
    </message>
    <message>
        <source>Difference (yen)</source>
        <translation>差（円）</translation>
    </message>
</context>
<context>
    <name>taxui::LateChargePanel</name>
    <message>
        <source>Calculate</source>
        <translation>計算する</translation>
    </message>
    <message>
        <source>Nothing is unpaid in this period.</source>
        <translation>この期に未納はありません。</translation>
    </message>
    <message>
        <source>Late charge to a chosen day</source>
        <translation>延滞金の計算</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>納付する日</translation>
    </message>
    <message>
        <source>Late charge if paid on %1: %2</source>
        <translation>%1に納付した場合の延滞金&#x3000;%2</translation>
    </message>
    <message>
        <source>Unpaid tax %1, due on %2</source>
        <translation>未納の本税 %1、納期限 %2</translation>
    </message>
    <message>
        <source>Each line: base × days × rate ÷ 365, the base cut to 1,000 yen (Local Tax Act 20-4-2 (2)), fractions of a yen dropped.</source>
        <translation>各行：計算の基礎となる税額 × 日数 × 割合 ÷ 365。基礎となる税額は千円未満を切り捨て（地方税法第20条の4の2第2項）、各行の円未満は切り捨てます。</translation>
    </message>
    <message>
        <source>The sum is cut to %1 yen: %2 becomes %3 (Local Tax Act 20-4-2 (5)).</source>
        <translation>合計は%1円未満を切り捨てます：%2 → %3（地方税法第20条の4の2第5項）。</translation>
    </message>
    <message>
        <source>(Local Tax Act 20-4-2)</source>
        <translation>（地方税法第20条の4の2）</translation>
    </message>
    <message>
        <source>Version of the table of rates: %1</source>
        <translation>延滞金の割合の表の版：%1</translation>
    </message>
    <message>
        <source>From</source>
        <translation>始め</translation>
    </message>
    <message>
        <source>To</source>
        <translation>終わり</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日数</translation>
    </message>
    <message>
        <source>Base (yen)</source>
        <translation>基礎の税額（円）</translation>
    </message>
    <message>
        <source>Rate a year</source>
        <translation>割合（年）</translation>
    </message>
    <message>
        <source>Late charge (yen)</source>
        <translation>延滞金（円）</translation>
    </message>
    <message>
        <source>Which time</source>
        <translation>期間の区分</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
</context>
<context>
    <name>taxui::LedgerModel</name>
    <message>
        <source>Total of all taxes</source>
        <translation>全税目の合計</translation>
    </message>
    <message>
        <source>(prelim.) %1</source>
        <comment>amount paid</comment>
        <translation>（速報）%1</translation>
    </message>
    <message>
        <source>Year, tax, period</source>
        <translation>年度・税目・期別</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>調定額</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>収納額</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>未納額</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>納期限</translation>
    </message>
    <message>
        <source>Demanded</source>
        <translation>督促</translation>
    </message>
    <message>
        <source>Late charge (fixed)</source>
        <translation>確定延滞金</translation>
    </message>
    <message>
        <source>State</source>
        <comment>of a period</comment>
        <translation>状態</translation>
    </message>
    <message>
        <source>Not due yet</source>
        <comment>mark</comment>
        <translation>納期限前</translation>
    </message>
    <message>
        <source>Written off</source>
        <comment>mark</comment>
        <translation>欠損</translation>
    </message>
    <message>
        <source>Execution stopped</source>
        <comment>mark</comment>
        <translation>執行停止</translation>
    </message>
    <message>
        <source>Seized</source>
        <comment>mark</comment>
        <translation>差押</translation>
    </message>
    <message>
        <source>Demand sent</source>
        <comment>mark</comment>
        <translation>督促</translation>
    </message>
    <message>
        <source>Reminded</source>
        <comment>mark</comment>
        <translation>催告</translation>
    </message>
    <message>
        <source>By instalments</source>
        <comment>mark</comment>
        <translation>分納</translation>
    </message>
    <message>
        <source>Relief</source>
        <comment>mark</comment>
        <translation>猶予</translation>
    </message>
    <message>
        <source>Direct debit</source>
        <comment>mark</comment>
        <translation>口座振替</translation>
    </message>
    <message>
        <source>Debit failed</source>
        <comment>mark</comment>
        <translation>振替不能</translation>
    </message>
    <message>
        <source>Corrected</source>
        <comment>mark</comment>
        <translation>更正</translation>
    </message>
    <message>
        <source>Preliminary</source>
        <comment>mark</comment>
        <translation>速報</translation>
    </message>
    <message>
        <source>Overpaid</source>
        <comment>mark</comment>
        <translation>過誤納</translation>
    </message>
    <message>
        <source>Refund</source>
        <comment>mark</comment>
        <translation>還付</translation>
    </message>
    <message>
        <source>Appropriated</source>
        <comment>mark</comment>
        <translation>充当</translation>
    </message>
</context>
<context>
    <name>taxui::LedgerSheet</name>
    <message>
        <source>Arrears by period</source>
        <translation>期別の納付と未納</translation>
    </message>
    <message>
        <source>The chosen period and the taxpayer</source>
        <translation>選んだ期別と納税者の内容</translation>
    </message>
</context>
<context>
    <name>taxui::LedgerTab</name>
    <message>
        <source>Ledger by period</source>
        <translation>期別の収納状況</translation>
    </message>
    <message>
        <source>Nothing was charged</source>
        <translation>調定の記録はありません</translation>
    </message>
    <message>
        <source>There is no ledger of this resident.</source>
        <translation>この方の収納・滞納の記録はありません。</translation>
    </message>
    <message>
        <source>Payments up to %1 are in. What was paid later is not here yet.</source>
        <translation>%1までの入金を反映しています。それより後の納付は、まだ表示に入っていません。</translation>
    </message>
    <message>
        <source>It is not known up to which day payments are in.</source>
        <translation>何日までの入金を反映しているか分かりません。</translation>
    </message>
    <message>
        <source>Late charge</source>
        <translation>延滞金の計算</translation>
    </message>
</context>
<context>
    <name>taxui::PeriodSheet</name>
    <message>
        <source>No payment has been booked.</source>
        <translation>納付の記録はありません。</translation>
    </message>
    <message>
        <source>Overpayment, refund, appropriation</source>
        <translation>過誤納・還付・充当</translation>
    </message>
    <message>
        <source>Reliefs and measures</source>
        <translation>猶予・処分・執行停止・欠損</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>納付</translation>
    </message>
    <message>
        <source>Charged for the period</source>
        <translation>期別調定額</translation>
    </message>
    <message>
        <source>Unpaid</source>
        <translation>未納額</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>納期限</translation>
    </message>
    <message>
        <source>Notice number</source>
        <translation>通知書番号</translation>
    </message>
    <message>
        <source>Year of settlement</source>
        <translation>調定年度</translation>
    </message>
    <message>
        <source>Present or past year</source>
        <translation>現年・過年度区分</translation>
    </message>
    <message>
        <source>Past year</source>
        <comment>settlement</comment>
        <translation>過年度</translation>
    </message>
    <message>
        <source>Present year</source>
        <comment>settlement</comment>
        <translation>現年度</translation>
    </message>
    <message>
        <source>Ordinary or extraordinary</source>
        <translation>一般・随時区分</translation>
    </message>
    <message>
        <source>Extraordinary</source>
        <comment>settlement</comment>
        <translation>随時</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <comment>settlement</comment>
        <translation>一般</translation>
    </message>
    <message>
        <source>Settled on</source>
        <translation>調定年月日</translation>
    </message>
    <message>
        <source>Legal due date and the like</source>
        <translation>法定納期限等</translation>
    </message>
    <message>
        <source>Direct debit</source>
        <translation>口座振替</translation>
    </message>
    <message>
        <source>Yes</source>
        <comment>debit</comment>
        <translation>あり</translation>
    </message>
    <message>
        <source>No</source>
        <comment>debit</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>Why the debit failed</source>
        <translation>口座振替不能事由</translation>
    </message>
    <message>
        <source>Demand sent on</source>
        <translation>督促発送日</translation>
    </message>
    <message>
        <source>Demand published on</source>
        <translation>督促公示送達日</translation>
    </message>
    <message>
        <source>Fee of the demand</source>
        <translation>督促手数料</translation>
    </message>
    <message>
        <source>Reminder sent on</source>
        <translation>催告発送日</translation>
    </message>
    <message>
        <source>Fixed late charge</source>
        <translation>確定延滞金</translation>
    </message>
    <message>
        <source>Corrected on</source>
        <translation>更正日</translation>
    </message>
    <message>
        <source>Charged at first</source>
        <translation>当初の調定額</translation>
    </message>
    <message>
        <source>Reason of the correction</source>
        <translation>減額理由</translation>
    </message>
    <message>
        <source>Pledge to pay by instalments</source>
        <translation>納税誓約（分納）</translation>
    </message>
    <message>
        <source>Covers this period</source>
        <translation>この期を含む</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>領収日</translation>
    </message>
    <message>
        <source>Booked on</source>
        <translation>会計日</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>経路</translation>
    </message>
    <message>
        <source>Tax (yen)</source>
        <translation>本税（円）</translation>
    </message>
    <message>
        <source>Late charge (yen)</source>
        <translation>延滞金（円）</translation>
    </message>
    <message>
        <source>Fee (yen)</source>
        <translation>督促手数料（円）</translation>
    </message>
    <message>
        <source>Sum (yen)</source>
        <translation>計（円）</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>領収書番号</translation>
    </message>
    <message>
        <source>Preliminary</source>
        <comment>payment</comment>
        <translation>速報</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>State</source>
        <comment>of a refund</comment>
        <translation>状態</translation>
    </message>
    <message>
        <source>Number of the refund notice</source>
        <translation>還付通知番号</translation>
    </message>
    <message>
        <source>Reason of the overpayment</source>
        <translation>過誤納理由</translation>
    </message>
    <message>
        <source>Overpaid on</source>
        <translation>過誤納発生日</translation>
    </message>
    <message>
        <source>Tax appropriated</source>
        <translation>充当本税額</translation>
    </message>
    <message>
        <source>Tax refunded</source>
        <translation>還付本税額</translation>
    </message>
    <message>
        <source>Late charge appropriated</source>
        <translation>充当延滞金</translation>
    </message>
    <message>
        <source>Late charge refunded</source>
        <translation>還付延滞金</translation>
    </message>
    <message>
        <source>Addition to the refund</source>
        <translation>還付加算金</translation>
    </message>
    <message>
        <source>Appropriation fixed on</source>
        <translation>充当確定日</translation>
    </message>
    <message>
        <source>Refund fixed on</source>
        <translation>還付確定日</translation>
    </message>
    <message>
        <source>Refund notice sent on</source>
        <translation>還付通知発送日</translation>
    </message>
    <message>
        <source>Refund paid on</source>
        <translation>還付支払日</translation>
    </message>
    <message>
        <source>Right to the refund lapses on</source>
        <translation>還付時効日</translation>
    </message>
    <message>
        <source>Appropriated to</source>
        <translation>充当先</translation>
    </message>
    <message>
        <source>Paid to the account</source>
        <translation>振込先</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>From</source>
        <translation>始め</translation>
    </message>
    <message>
        <source>To</source>
        <translation>終わり</translation>
    </message>
    <message>
        <source>Basis and details</source>
        <translation>根拠・内容</translation>
    </message>
    <message>
        <source>%1 (days left out of the late charge)</source>
        <translation>%1（延滞金の除算期間）</translation>
    </message>
    <message>
        <source>Disposition: %1</source>
        <translation>滞納処分：%1</translation>
    </message>
    <message>
        <source>Local Tax Act 15-7 (1) item %1. Decided on %2, notified on %3.</source>
        <translation>地方税法第15条の7第1項第%1号。決裁%2、通知%3</translation>
    </message>
    <message>
        <source>Stop of execution, cancelled</source>
        <translation>執行停止（取消）</translation>
    </message>
    <message>
        <source>Stop of execution</source>
        <translation>執行停止</translation>
    </message>
    <message>
        <source>Written off: %1</source>
        <translation>不納欠損：%1</translation>
    </message>
    <message>
        <source>%1, in the accounts of %2</source>
        <translation>%1、%2の欠損</translation>
    </message>
</context>
<context>
    <name>taxui::Steps</name>
    <message>
        <source>Income from salary</source>
        <translation>給与所得</translation>
    </message>
    <message>
        <source>Income from public pensions</source>
        <translation>公的年金等に係る雑所得</translation>
    </message>
    <message>
        <source>Adjustment of income (salary and pension)</source>
        <translation>所得金額調整控除</translation>
    </message>
    <message>
        <source>Other income</source>
        <translation>その他の所得</translation>
    </message>
    <message>
        <source>Total income</source>
        <translation>合計所得金額</translation>
    </message>
    <message>
        <source>Deduction for casualty losses</source>
        <translation>雑損控除</translation>
    </message>
    <message>
        <source>Deduction for social insurance</source>
        <translation>社会保険料控除</translation>
    </message>
    <message>
        <source>Deduction for mutual aid of small businesses</source>
        <translation>小規模企業共済等掛金控除</translation>
    </message>
    <message>
        <source>Deduction for life insurance</source>
        <translation>生命保険料控除</translation>
    </message>
    <message>
        <source>Deduction for earthquake insurance</source>
        <translation>地震保険料控除</translation>
    </message>
    <message>
        <source>Deduction for medical expenses</source>
        <translation>医療費控除</translation>
    </message>
    <message>
        <source>Deduction for the spouse</source>
        <translation>配偶者控除</translation>
    </message>
    <message>
        <source>Special deduction for the spouse</source>
        <translation>配偶者特別控除</translation>
    </message>
    <message>
        <source>Deduction for dependants</source>
        <translation>扶養控除</translation>
    </message>
    <message>
        <source>Special deduction for certain relatives</source>
        <translation>特定親族特別控除</translation>
    </message>
    <message>
        <source>Deduction for disabilities</source>
        <translation>障害者控除</translation>
    </message>
    <message>
        <source>Deduction for widows</source>
        <translation>寡婦控除</translation>
    </message>
    <message>
        <source>Deduction for single parents</source>
        <translation>ひとり親控除</translation>
    </message>
    <message>
        <source>Deduction for working students</source>
        <translation>勤労学生控除</translation>
    </message>
    <message>
        <source>Basic deduction</source>
        <translation>基礎控除</translation>
    </message>
    <message>
        <source>Sum of the deductions</source>
        <translation>所得控除の合計</translation>
    </message>
    <message>
        <source>Taxable amount (cut to 1,000 yen)</source>
        <translation>課税標準額（千円未満切捨て）</translation>
    </message>
    <message>
        <source>Not taxable (income within the limit)</source>
        <translation>非課税（所得が限度以下）</translation>
    </message>
    <message>
        <source>Income-based tax, city: rate</source>
        <translation>所得割（市）の算出額</translation>
    </message>
    <message>
        <source>Income-based tax, prefecture: rate</source>
        <translation>所得割（県）の算出額</translation>
    </message>
    <message>
        <source>Adjustment credit</source>
        <translation>調整控除</translation>
    </message>
    <message>
        <source>Adjustment credit, city</source>
        <translation>調整控除（市）</translation>
    </message>
    <message>
        <source>Adjustment credit, prefecture</source>
        <translation>調整控除（県）</translation>
    </message>
    <message>
        <source>Adjustment at the limit of exemption, city</source>
        <translation>所得割の調整額（市）</translation>
    </message>
    <message>
        <source>Adjustment at the limit of exemption, prefecture</source>
        <translation>所得割の調整額（県）</translation>
    </message>
    <message>
        <source>Other credits, city</source>
        <translation>その他の税額控除（市）</translation>
    </message>
    <message>
        <source>Other credits, prefecture</source>
        <translation>その他の税額控除（県）</translation>
    </message>
    <message>
        <source>Flat-amount tax cut, city</source>
        <translation>定額減税（市）</translation>
    </message>
    <message>
        <source>Flat-amount tax cut, prefecture</source>
        <translation>定額減税（県）</translation>
    </message>
    <message>
        <source>Income-based tax, city</source>
        <translation>所得割（市）</translation>
    </message>
    <message>
        <source>Income-based tax, prefecture</source>
        <translation>所得割（県）</translation>
    </message>
    <message>
        <source>Per-capita tax, city</source>
        <translation>均等割（市）</translation>
    </message>
    <message>
        <source>Per-capita tax, prefecture</source>
        <translation>均等割（県）</translation>
    </message>
    <message>
        <source>Forest environment tax</source>
        <translation>森林環境税</translation>
    </message>
    <message>
        <source>Tax of the year</source>
        <translation>年税額</translation>
    </message>
    <message>
        <source>There is income taxed separately (land, shares, retirement).</source>
        <translation>分離課税の所得（土地、株式、退職など）があります。</translation>
    </message>
    <message>
        <source>There is income from business, farming or real estate.</source>
        <translation>事業・農業・不動産の所得があります。</translation>
    </message>
    <message>
        <source>It is not recorded in which band the spouse&apos;s income lies.</source>
        <translation>配偶者の所得がどの段階にあるか、記録から分かりません。</translation>
    </message>
    <message>
        <source>The income of a relative between 19 and 22 is not recorded.</source>
        <translation>特定親族（19～22歳）の所得が記録から分かりません。</translation>
    </message>
    <message>
        <source>Losses are carried forward.</source>
        <translation>繰越損失があります。</translation>
    </message>
    <message>
        <source>There is fluctuating or extraordinary income.</source>
        <translation>変動所得または臨時所得があります。</translation>
    </message>
    <message>
        <source>There is a deduction for family workers.</source>
        <translation>専従者控除があります。</translation>
    </message>
    <message>
        <source>The income of the year was not declared.</source>
        <translation>所得の申告がありません。</translation>
    </message>
    <message>
        <source>It is not recorded whether a dependant is below 23, which decides on the adjustment of income.</source>
        <translation>23歳未満の扶養親族がいるか記録から分かりません（所得金額調整控除が決まりません）。</translation>
    </message>
    <message>
        <source>There is a deduction for specific expenses.</source>
        <translation>特定支出控除があります。</translation>
    </message>
    <message>
        <source>There is a deduction for donations (before 2009).</source>
        <translation>寄附金の所得控除（旧制度）があります。</translation>
    </message>
    <message>
        <source>The tax is reduced for a disaster.</source>
        <translation>災害減免があります。</translation>
    </message>
    <message>
        <source>A tax treaty applies.</source>
        <translation>租税条約の適用があります。</translation>
    </message>
    <message>
        <source>Taxed for a house or office only.</source>
        <translation>家屋敷の均等割だけが課されています。</translation>
    </message>
    <message>
        <source>A loss of the year stands against other income; it is left out here.</source>
        <translation>その年の損失が他の所得と通算されます。ここでは損失を除いて計算しました。</translation>
    </message>
    <message>
        <source>The day of birth is not known; the rules of age were applied as between 18 and 65.</source>
        <translation>生年月日が日まで分かりません。年齢による規定は18歳以上65歳未満として計算しました。</translation>
    </message>
    <message>
        <source>The recorded deductions hold something no item explains.</source>
        <translation>控除額合計に、内訳の項目からは分からない額が含まれています。</translation>
    </message>
    <message>
        <source>Until one month after the due date</source>
        <translation>納期限の翌日から1月まで</translation>
    </message>
    <message>
        <source>After that</source>
        <translation>1月を過ぎた後</translation>
    </message>
    <message>
        <source>While postponed or deferred (lower rate)</source>
        <translation>猶予の期間（軽減した割合）</translation>
    </message>
    <message>
        <source>Not charged in this time</source>
        <translation>延滞金のかからない期間</translation>
    </message>
    <message>
        <source>Paid in time: there is no late charge.</source>
        <translation>納期限までの納付のため、延滞金はかかりません。</translation>
    </message>
    <message>
        <source>Nothing was owed: there is no late charge.</source>
        <translation>未納の税額がないため、延滞金はかかりません。</translation>
    </message>
    <message>
        <source>The tax is below 2,000 yen: no late charge is added.</source>
        <translation>税額が2,000円未満のため、延滞金はかかりません。</translation>
    </message>
    <message>
        <source>The late charge is below 1,000 yen: it is not collected.</source>
        <translation>延滞金が1,000円未満のため、徴収しません。</translation>
    </message>
    <message>
        <source>A further step</source>
        <translation>その他の計算</translation>
    </message>
    <message>
        <source>The record holds something that the rules here do not reach.</source>
        <translation>ここの計算で扱わないものが記録にあります。</translation>
    </message>
    <message>
        <source>By a further rule</source>
        <translation>その他の規定による</translation>
    </message>
    <message>
        <source>The instalments do not add up to the tax of the year</source>
        <translation>期割の合計が年税額と合いません</translation>
    </message>
    <message>
        <source>Ask the tax section to check the division into instalments.</source>
        <translation>期割の確認を賦課の担当課に依頼してください。</translation>
    </message>
    <message>
        <source>The deductions do not add up to their recorded sum</source>
        <translation>所得控除の内訳が控除額合計と合いません</translation>
    </message>
    <message>
        <source>Ask the tax section to check the deductions.</source>
        <translation>所得控除の確認を賦課の担当課に依頼してください。</translation>
    </message>
    <message>
        <source>The kinds of income do not add up to the recorded total income</source>
        <translation>所得の内訳が合計所得金額と合いません</translation>
    </message>
    <message>
        <source>Ask the tax section to check the income against the documents.</source>
        <translation>課税資料との突合せを賦課の担当課に依頼してください。</translation>
    </message>
    <message>
        <source>The parts of the tax do not add up to the tax of the year</source>
        <translation>市・県などの内訳が年税額と合いません</translation>
    </message>
    <message>
        <source>Ask the tax section to check the city&apos;s and the prefecture&apos;s part.</source>
        <translation>市と県の内訳の確認を賦課の担当課に依頼してください。</translation>
    </message>
    <message>
        <source>The tax of the year differs from the calculation here</source>
        <translation>年税額がここの計算と違います</translation>
    </message>
    <message>
        <source>Open the explanation with F4, then ask the tax section.</source>
        <translation>F4で計算の説明を開いて違いを確かめ、賦課の担当課に依頼してください。</translation>
    </message>
    <message>
        <source>Two figures of this assessment differ</source>
        <translation>この賦課の記録に合わない金額があります</translation>
    </message>
    <message>
        <source>Ask the tax section to check the assessment.</source>
        <translation>賦課の担当課に確認を依頼してください。</translation>
    </message>
</context>
<context>
    <name>taxui::TaxTab</name>
    <message>
        <source>Assessed years</source>
        <translation>賦課の年度</translation>
    </message>
    <message>
        <source>No tax was assessed</source>
        <translation>賦課の記録はありません</translation>
    </message>
    <message>
        <source>There is no assessment of this resident. He may have moved in after 1 January or be taxed elsewhere.</source>
        <translation>この方の賦課の記録はありません。1月2日以後に転入した方や、ほかの市区町村で課税される方にはありません。</translation>
    </message>
    <message>
        <source>Explain the tax</source>
        <translation>計算の説明</translation>
    </message>
</context>
<context>
    <name>taxui::TaxpayerSheet</name>
    <message>
        <source>Plan of the instalments</source>
        <translation>分納計画</translation>
    </message>
    <message>
        <source>Nothing has been written down.</source>
        <translation>折衝の記録はありません。</translation>
    </message>
    <message>
        <source>Property found</source>
        <translation>財産</translation>
    </message>
    <message>
        <source>Course of the negotiations</source>
        <translation>折衝経過</translation>
    </message>
    <message>
        <source>The taxpayer</source>
        <translation>納税者</translation>
    </message>
    <message>
        <source>(address not shown)</source>
        <translation>（住所は非表示）</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>送付先</translation>
    </message>
    <message>
        <source>To the address</source>
        <translation>住所と同じ</translation>
    </message>
    <message>
        <source>Tax agent</source>
        <translation>納税管理人</translation>
    </message>
    <message>
        <source>Account of the direct debit</source>
        <translation>振替口座</translation>
    </message>
    <message>
        <source>Direct debit since</source>
        <translation>口座振替の開始</translation>
    </message>
    <message>
        <source>In charge of the arrears</source>
        <translation>滞納整理の担当</translation>
    </message>
    <message>
        <source>Pledged on</source>
        <translation>納税誓約</translation>
    </message>
    <message>
        <source>Handed over to the collection agency on</source>
        <translation>移管</translation>
    </message>
    <message>
        <source>Oldest debt prescribes on</source>
        <translation>時効完成予定日（最も古いもの）</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>回</translation>
    </message>
    <message>
        <source>Promised for</source>
        <translation>約束の日</translation>
    </message>
    <message>
        <source>Amount (yen)</source>
        <translation>金額（円）</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>履行</translation>
    </message>
    <message>
        <source>Kept</source>
        <comment>promise</comment>
        <translation>履行</translation>
    </message>
    <message>
        <source>Not yet</source>
        <comment>promise</comment>
        <translation>未履行</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>With</source>
        <translation>相手方</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>記録者</translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>of property</comment>
        <translation>種類</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>財産</translation>
    </message>
    <message>
        <source>Found on</source>
        <translation>判明した日</translation>
    </message>
</context>
<context>
    <name>taxui::YearModel</name>
    <message>
        <source>Does not agree</source>
        <comment>mark of a year</comment>
        <translation>記録の不一致</translation>
    </message>
    <message>
        <source>Undeclared</source>
        <comment>mark of a year</comment>
        <translation>未申告</translation>
    </message>
    <message>
        <source>Corrected</source>
        <comment>mark of a year</comment>
        <translation>更正</translation>
    </message>
    <message>
        <source>Former history</source>
        <comment>mark of a year</comment>
        <translation>以前の履歴</translation>
    </message>
    <message>
        <source>%1 (combined)</source>
        <comment>way of collection</comment>
        <translation>%1（併徴）</translation>
    </message>
    <message>
        <source>Fiscal year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>History</source>
        <comment>of an assessment</comment>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>徴収区分</translation>
    </message>
    <message>
        <source>Total income (yen)</source>
        <translation>合計所得（円）</translation>
    </message>
    <message>
        <source>Taxable (yen)</source>
        <translation>課税標準（円）</translation>
    </message>
    <message>
        <source>Tax of the year (yen)</source>
        <translation>年税額（円）</translation>
    </message>
    <message>
        <source>State</source>
        <comment>of a year</comment>
        <translation>状態</translation>
    </message>
</context>
<context>
    <name>visit::VisitPage</name>
    <message>
        <source>Start a visit</source>
        <translation>対応の開始</translation>
    </message>
    <message>
        <source>Start the visit</source>
        <translation>対応を始める</translation>
    </message>
    <message>
        <source>Type the number, then pick with the number keys. What is opened in the visit is logged with its number and purpose.</source>
        <translation>呼出番号を入力し、数字キーで選びます。対応の中で開いた記録は、番号と処理事由とともに記録されます。</translation>
    </message>
    <message>
        <source>Call number</source>
        <translation>呼出番号</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>処理事由</translation>
    </message>
    <message>
        <source>Who is here</source>
        <translation>来庁者</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Nobody has been picked as the caller.</source>
        <translation>来庁者が選ばれていません。</translation>
    </message>
    <message>
        <source>Pick who is here.</source>
        <translation>窓口に来た方を選んでください。</translation>
    </message>
</context>
<context>
    <name>widgets::AskPanel</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Leave it (Esc)</source>
        <translation>やめる（Esc）</translation>
    </message>
    <message>
        <source>Write the reason in a few words.</source>
        <translation>理由を簡潔に入力してください。</translation>
    </message>
</context>
<context>
    <name>widgets::BadgeRow</name>
    <message>
        <source>Support measures</source>
        <translation>支援措置</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>抑止</translation>
    </message>
    <message>
        <source>Moving out</source>
        <translation>転出予定</translation>
    </message>
    <message>
        <source>Removed record</source>
        <translation>除票</translation>
    </message>
    <message>
        <source>Foreign resident</source>
        <translation>外国人住民</translation>
    </message>
    <message>
        <source>Awaiting check</source>
        <translation>仮登録</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>送信待ち</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>本登録</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>競合</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>受付不可</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>差戻し</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>取下げ</translation>
    </message>
</context>
<context>
    <name>widgets::EraDateField</name>
    <message>
        <source>S43.2.3</source>
        <translation>S43.2.3</translation>
    </message>
    <message>
        <source>Too long for a date</source>
        <translation>日付としては長すぎます</translation>
    </message>
    <message>
        <source>Not readable as a date (example: S43.2.3)</source>
        <translation>日付として読めません（例 S43.2.3）</translation>
    </message>
    <message>
        <source>There is no such day</source>
        <translation>暦にない日です</translation>
    </message>
    <message>
        <source>The era had ended: %1 (Down key takes it)</source>
        <translation>元号が替わっています：%1（↓キーで採用）</translation>
    </message>
    <message>
        <source>The era had not begun</source>
        <translation>その元号はまだ始まっていません</translation>
    </message>
    <message>
        <source>Type the era too (T S H R)</source>
        <translation>元号も入力してください（T S H R）</translation>
    </message>
    <message>
        <source>Type year, month and day</source>
        <translation>年月日まで入力してください</translation>
    </message>
    <message>
        <source>An unknown date cannot be used here</source>
        <translation>不詳の日付は使えません</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 ～ %2</translation>
    </message>
    <message>
        <source>%1/%2/%3</source>
        <translation>%1年%2月%3日</translation>
    </message>
</context>
<context>
    <name>widgets::MessageBar</name>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>お知らせ</translation>
    </message>
</context>
<context>
    <name>widgets::SecretField</name>
    <message>
        <source>Passwords and PINs are typed, not pasted</source>
        <translation>パスワードと暗証番号は貼り付けできません。入力してください。</translation>
    </message>
    <message>
        <source>No more characters can be typed here</source>
        <translation>これ以上入力できません。</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>The person</source>
        <comment>RequesterKind</comment>
        <translation>本人</translation>
    </message>
    <message>
        <source>Member of the household</source>
        <comment>RequesterKind</comment>
        <translation>同一世帯の者</translation>
    </message>
    <message>
        <source>Agent</source>
        <comment>RequesterKind</comment>
        <translation>代理人</translation>
    </message>
    <message>
        <source>Public authority</source>
        <comment>RequesterKind</comment>
        <translation>国・地方公共団体の機関</translation>
    </message>
    <message>
        <source>Third party</source>
        <comment>RequesterKind</comment>
        <translation>第三者</translation>
    </message>
    <message>
        <source>Professional representative</source>
        <comment>RequesterKind</comment>
        <translation>特定事務受任者</translation>
    </message>
    <message>
        <source>Head and relationship</source>
        <comment>Item</comment>
        <translation>世帯主・続柄</translation>
    </message>
    <message>
        <source>Registered domicile and its head</source>
        <comment>Item</comment>
        <translation>本籍・筆頭者</translation>
    </message>
    <message>
        <source>Nationality and residence status</source>
        <comment>Item</comment>
        <translation>国籍・在留資格等</translation>
    </message>
    <message>
        <source>Former family name</source>
        <comment>Item</comment>
        <translation>旧氏</translation>
    </message>
    <message>
        <source>Former addresses</source>
        <comment>Item</comment>
        <translation>前住所・住所の履歴</translation>
    </message>
    <message>
        <source>Resident record, household form</source>
        <comment>FormKind</comment>
        <translation>住民票の写し（世帯連記式）</translation>
    </message>
    <message>
        <source>Resident record, one person</source>
        <comment>FormKind</comment>
        <translation>住民票の写し（個人票）</translation>
    </message>
    <message>
        <source>Removed record</source>
        <comment>FormKind</comment>
        <translation>除票の写し</translation>
    </message>
    <message>
        <source>The person</source>
        <comment>Caller</comment>
        <translation>本人</translation>
    </message>
    <message>
        <source>Same household</source>
        <comment>Caller</comment>
        <translation>同一世帯の者</translation>
    </message>
    <message>
        <source>Agent</source>
        <comment>Caller</comment>
        <translation>代理人</translation>
    </message>
    <message>
        <source>Third party</source>
        <comment>Caller</comment>
        <translation>第三者</translation>
    </message>
    <message>
        <source>Official request</source>
        <comment>Caller</comment>
        <translation>公用</translation>
    </message>
    <message>
        <source>Telephone</source>
        <comment>Caller</comment>
        <translation>電話</translation>
    </message>
    <message>
        <source>Nobody (office work)</source>
        <comment>Caller</comment>
        <translation>来庁者なし（内部事務）</translation>
    </message>
    <message>
        <source>Locked because the register must be asked</source>
        <comment>LockReason</comment>
        <translation>住民記録への確認が必要なため画面を閉じました</translation>
    </message>
    <message>
        <source>Locked by key</source>
        <comment>LockReason</comment>
        <translation>キー操作により画面を閉じました</translation>
    </message>
    <message>
        <source>Locked because nobody worked here</source>
        <comment>LockReason</comment>
        <translation>操作がないため画面を閉じました</translation>
    </message>
    <message>
        <source>Locked because the card was taken out</source>
        <comment>LockReason</comment>
        <translation>職員カードが抜かれたため画面を閉じました</translation>
    </message>
    <message>
        <source>No card</source>
        <comment>TokenState</comment>
        <translation>カードなし</translation>
    </message>
    <message>
        <source>Card ready</source>
        <comment>TokenState</comment>
        <translation>カード使用可</translation>
    </message>
    <message>
        <source>Card unusable</source>
        <comment>TokenState</comment>
        <translation>カード使用不可</translation>
    </message>
    <message>
        <source>Card does not answer</source>
        <comment>TokenState</comment>
        <translation>カード応答なし</translation>
    </message>
    <message>
        <source>PIN can be typed</source>
        <comment>PinState</comment>
        <translation>暗証番号を入力できます</translation>
    </message>
    <message>
        <source>The PIN was typed wrongly before</source>
        <comment>PinState</comment>
        <translation>前に暗証番号の誤りがあります</translation>
    </message>
    <message>
        <source>Only one PIN try is left</source>
        <comment>PinState</comment>
        <translation>暗証番号の入力はあと１回です</translation>
    </message>
    <message>
        <source>The card is locked</source>
        <comment>PinState</comment>
        <translation>暗証番号が停止されています</translation>
    </message>
    <message>
        <source>Present name</source>
        <comment>MatchedName</comment>
        <translation>現在の氏名</translation>
    </message>
    <message>
        <source>Former family name</source>
        <comment>MatchedName</comment>
        <translation>旧氏</translation>
    </message>
    <message>
        <source>Alias</source>
        <comment>MatchedName</comment>
        <translation>通称</translation>
    </message>
    <message>
        <source>Past name</source>
        <comment>MatchedName</comment>
        <translation>過去の氏名</translation>
    </message>
    <message>
        <source>Clerk</source>
        <comment>Role</comment>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <comment>Role</comment>
        <translation>監督者</translation>
    </message>
    <message>
        <source>Administrator</source>
        <comment>Role</comment>
        <translation>管理者</translation>
    </message>
    <message>
        <source>Resident</source>
        <comment>State</comment>
        <translation>住民</translation>
    </message>
    <message>
        <source>Moving out</source>
        <comment>State</comment>
        <translation>転出予定</translation>
    </message>
    <message>
        <source>Removed: moved out</source>
        <comment>State</comment>
        <translation>除票（転出）</translation>
    </message>
    <message>
        <source>Removed: died</source>
        <comment>State</comment>
        <translation>除票（死亡）</translation>
    </message>
    <message>
        <source>Removed: ex officio</source>
        <comment>State</comment>
        <translation>除票（職権消除）</translation>
    </message>
    <message>
        <source>Removed: remade</source>
        <comment>State</comment>
        <translation>除票（改製）</translation>
    </message>
    <message>
        <source>Removed: nationality</source>
        <comment>State</comment>
        <translation>除票（国籍等）</translation>
    </message>
    <message>
        <source>Japanese resident</source>
        <comment>Kind</comment>
        <translation>日本人住民</translation>
    </message>
    <message>
        <source>Foreign resident</source>
        <comment>Kind</comment>
        <translation>外国人住民</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>Sex</comment>
        <translation>不明</translation>
    </message>
    <message>
        <source>Male</source>
        <comment>Sex</comment>
        <translation>男</translation>
    </message>
    <message>
        <source>Female</source>
        <comment>Sex</comment>
        <translation>女</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <comment>Sex</comment>
        <translation>適用不能</translation>
    </message>
    <message>
        <source>Move in</source>
        <comment>MovementReason</comment>
        <translation>国内転入</translation>
    </message>
    <message>
        <source>Move in from abroad</source>
        <comment>MovementReason</comment>
        <translation>国外転入等</translation>
    </message>
    <message>
        <source>Birth</source>
        <comment>MovementReason</comment>
        <translation>出生</translation>
    </message>
    <message>
        <source>Entry ex officio</source>
        <comment>MovementReason</comment>
        <translation>職権記載</translation>
    </message>
    <message>
        <source>Entry ex officio (naturalised)</source>
        <comment>MovementReason</comment>
        <translation>職権記載（帰化等）</translation>
    </message>
    <message>
        <source>Move within the city</source>
        <comment>MovementReason</comment>
        <translation>転居</translation>
    </message>
    <message>
        <source>Move out</source>
        <comment>MovementReason</comment>
        <translation>国内転出</translation>
    </message>
    <message>
        <source>Move abroad</source>
        <comment>MovementReason</comment>
        <translation>国外転出</translation>
    </message>
    <message>
        <source>Death</source>
        <comment>MovementReason</comment>
        <translation>死亡</translation>
    </message>
    <message>
        <source>Removal ex officio</source>
        <comment>MovementReason</comment>
        <translation>職権消除</translation>
    </message>
    <message>
        <source>Removal ex officio (nationality lost)</source>
        <comment>MovementReason</comment>
        <translation>職権消除（国籍喪失）</translation>
    </message>
    <message>
        <source>Removal ex officio (naturalisation)</source>
        <comment>MovementReason</comment>
        <translation>職権消除（帰化等）</translation>
    </message>
    <message>
        <source>Correction ex officio</source>
        <comment>MovementReason</comment>
        <translation>職権修正</translation>
    </message>
    <message>
        <source>Minor correction</source>
        <comment>MovementReason</comment>
        <translation>軽微な修正</translation>
    </message>
    <message>
        <source>Correction of an error</source>
        <comment>MovementReason</comment>
        <translation>誤記修正</translation>
    </message>
    <message>
        <source>Household split</source>
        <comment>MovementReason</comment>
        <translation>世帯分離</translation>
    </message>
    <message>
        <source>Households merged</source>
        <comment>MovementReason</comment>
        <translation>世帯合併</translation>
    </message>
    <message>
        <source>Change of household</source>
        <comment>MovementReason</comment>
        <translation>世帯変更</translation>
    </message>
    <message>
        <source>Change of head</source>
        <comment>MovementReason</comment>
        <translation>世帯主変更</translation>
    </message>
    <message>
        <source>Entry of the former family name</source>
        <comment>MovementReason</comment>
        <translation>旧氏の記載</translation>
    </message>
    <message>
        <source>Entry of the alias</source>
        <comment>MovementReason</comment>
        <translation>通称の記載</translation>
    </message>
    <message>
        <source>Record remade</source>
        <comment>MovementReason</comment>
        <translation>改製</translation>
    </message>
    <message>
        <source>Movement cancelled (increase)</source>
        <comment>MovementReason</comment>
        <translation>異動の取消し（増）</translation>
    </message>
    <message>
        <source>Movement cancelled (decrease)</source>
        <comment>MovementReason</comment>
        <translation>異動の取消し（減）</translation>
    </message>
    <message>
        <source>Movement cancelled (correction)</source>
        <comment>MovementReason</comment>
        <translation>異動の取消し（修正）</translation>
    </message>
    <message>
        <source>Taken over from the former system</source>
        <comment>MovementReason</comment>
        <translation>データ移行</translation>
    </message>
    <message>
        <source>Not public</source>
        <comment>ReadingState</comment>
        <translation>未公証</translation>
    </message>
    <message>
        <source>Notified</source>
        <comment>ReadingState</comment>
        <translation>届出</translation>
    </message>
    <message>
        <source>Entered ex officio</source>
        <comment>ReadingState</comment>
        <translation>職権記載（フリガナ）</translation>
    </message>
    <message>
        <source>Mid- to long-term resident</source>
        <comment>ForeignClass</comment>
        <translation>中長期在留者</translation>
    </message>
    <message>
        <source>Special permanent resident</source>
        <comment>ForeignClass</comment>
        <translation>特別永住者</translation>
    </message>
    <message>
        <source>Landing permission for temporary refuge</source>
        <comment>ForeignClass</comment>
        <translation>一時庇護許可者</translation>
    </message>
    <message>
        <source>Permission for provisional stay</source>
        <comment>ForeignClass</comment>
        <translation>仮滞在許可者</translation>
    </message>
    <message>
        <source>Transitional resident</source>
        <comment>ForeignClass</comment>
        <translation>経過滞在者</translation>
    </message>
    <message>
        <source>Support measures</source>
        <comment>RestrictionKind</comment>
        <translation>支援措置</translation>
    </message>
    <message>
        <source>Provisional support measures</source>
        <comment>RestrictionKind</comment>
        <translation>仮支援措置</translation>
    </message>
    <message>
        <source>Litigation or own request</source>
        <comment>RestrictionKind</comment>
        <translation>訴訟・本人申出</translation>
    </message>
    <message>
        <source>Under investigation</source>
        <comment>RestrictionKind</comment>
        <translation>職権調査中</translation>
    </message>
    <message>
        <source>Card lost</source>
        <comment>RestrictionKind</comment>
        <translation>カード紛失</translation>
    </message>
    <message>
        <source>Death not yet notified</source>
        <comment>RestrictionKind</comment>
        <translation>死亡届受理前</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>RestrictionKind</comment>
        <translation>その他</translation>
    </message>
    <message>
        <source>None</source>
        <comment>RestrictionLevel</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>Alert</source>
        <comment>RestrictionLevel</comment>
        <translation>アラート</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>RestrictionLevel</comment>
        <translation>停止（エラー）</translation>
    </message>
    <message>
        <source>Individual number</source>
        <comment>Item</comment>
        <translation>個人番号</translation>
    </message>
    <message>
        <source>Resident code</source>
        <comment>Item</comment>
        <translation>住民票コード</translation>
    </message>
</context>
</TS>
