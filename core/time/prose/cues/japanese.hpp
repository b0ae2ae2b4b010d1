#pragma once
#include "cue_row.hpp"

namespace almanac::prose::cues {

/// Japanese words.
inline constexpr PhraseRow japanese[] = {
    row(due, "〆切|しめきり|期限|締め切り|締切|締切日"),
    row(until_after, "まで|までに|ようと|以前|前|必着|迄"),
    row(closes, "終了|締め切ります"),
    row(opens, "から受付|募集開始|受付開始|発売"),
    row(cfp, "プロポーザル*|演題|演題登録|発表募集|発表応募|発表申込*|登壇者募集"),
    row(abstract, "抄録|要旨"),
    row(paper, "原稿|論文*"),
    row(registration, "チケット*|先行販売|前売|前売券|募集期間|参加申込|参加登録|受付期間|早割|申し込み*|申込*|登録"),
    row(application, "募集締*|応募*|申請"),
    row(submission, "投稿|投稿する|提出"),
    row(notification, "採否*|採択|採択通知|結果発表"),
    row(other_deadline, "カメラレディ|投票|最終稿"),
    row(extended, "延長*|期限延長|締切延長"),
    row(replaced, "もともと|予定されていた|予定していた|予定だった|予定の|当初|当初予定*|本来"),
    row(moved, "に変更|に延期|延期し*|振替|新日程"),
    row(moves, "延期"),
    row(label, "会期|日時|日程|開催日|開催日時|開催期間"),
    row(takes_place, "やります|行います|開かれます|開催|開催します"),
    row(begins, "開始|開幕"),
    row(ends, "終了|閉幕"),
    row(side, "受付|開場"),
    row(publication, "公開日|投稿日|掲載日|更新日"),
    row(past,
        "に始まった|以来|先日|先週|前回|去年|参加しました|年に始|昨年|行われました|開催され*|開催した|開催しました"),
    row(aside, "出版|返金"),
    row(repeats, "各回|各日|毎|毎月|毎週"),
    row(event_noun, "会議|大会|本番"),
    row(recap, "ふりかえり|レポート|参加レポ*|参加記|報告|振り返り|開催報告"),
    row(idle, "予定どおり|予定通り"),
};

}  // namespace almanac::prose::cues
