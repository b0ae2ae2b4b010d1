#pragma once
#include "sign_row.hpp"

namespace almanac::facts::signs {

/// Japanese words.
inline constexpr PhraseRow japanese[] = {
    row(conference, "カンファレンス|サミット|シンポジウム|会議|大会|学会"),
    row(hackathon, "アイデアソン|ゲームジャム|ハッカソン"),
    row(competition, "コンクール|コンテスト|コンペ|コンペティション|競技会|選手権"),
    row(meetup,
        "lt会|lt大会|の会|の夜|もくもく|もくもく会|オフ会|ミーティング|ミートアップ|交流会|例会|勉強会|同好会|定例会|"
        "懇親会|社会実装会|読書会"),
    row(talk, "ウェビナー|セミナー|トークイベント|公開講座|座談会|講演|講演会|講義|講話"),
    row(other_kind,
        "サービス停止|メンテナンス|体験会|入門講座|定期点検|展示会|教室|研修|見学会|計画停止|説明会|講習会"),
    row(post,
        "ふりかえり|リリースしました|公開しました|参加してきました|参加レポ|参加記|振り返り|行ってきた|"
        "行ってきました|観戦記|開催報告"),
    row(post_title, "まとめ|イベント一覧|イベント情報|ニュースレター|レポート|休業|営業時間"),
    row(mention, "誰か"),
    row(job, "中途採用|入社|募集要項|勤務地|年収|応募資格|新卒|正社員|求人"),
    row(announces, "お待ちしています|参加無料|参加費|定員|日時|申込|自由入場|開催|飛び入り"),
    row(call, "プロポーザル|投稿"),
    row(online, "web開催|ウェビナー|ウェブ開催|オンライン|リモート|生中継|配信"),
    row(hybrid, "オンラインと現地|オンライン併用|ハイブリッド|会場とオンライン|現地とオンライン"),
    row(in_person, "対面|現地|現地開催"),
    row(only_online, "オンラインのみ"),
    row(no_online,
        "オンライン参加はできません|オンライン配信なし|オンライン配信はありません|配信なし|配信はありません"),
    row(not_mode, "オンライン受付|オンライン申し込み|オンライン申込"),
    row(place_label, "会場|場所|都市|開催地|開催場所|開催都市"),
    row(person, "ゲスト|発表者|登壇|登壇者|講師"),
    row(cancelled, "中止|中止いたします|中止します|中止と|中止とさせ|中止になりました|開催中止"),
    row(postponed, "延期|延期いたします|延期します|延期となりました|順延"),
    row(moved_online, "オンラインに変更|オンライン開催に変更|オンライン開催へ変更"),
    row(not_status, "キャンセル|応募締切延長|提出期限延期|締切を延期|締切延期"),
    row(dates_follow, "後日発表|未定|毎月|毎週|調整中"),
    row(weak_conference, "フォーラム|ワークショップ|発表者"),
    row(weak_meetup, "夜"),
    row(weak_talk, "登壇|講師"),
    row(weak_competition, "賞金"),
    row(weak_post, "昨日"),
    row(narrator, "私"),
    row(told, "でした|ました"),
};

}  // namespace almanac::facts::signs
