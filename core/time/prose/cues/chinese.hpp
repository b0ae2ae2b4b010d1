#pragma once
#include "cue_row.hpp"

namespace almanac::prose::cues {

/// Chinese words, in both scripts.
inline constexpr PhraseRow chinese[] = {
    row(due, "截止|截止日期|截止时间|截止時間|截稿"),
    row(until, "即日起至|受理至|名至|售至|开放至|截至|稿至|請至|请至|開放至"),
    row(until_after, "之前|截止"),
    row(opens, "开售|开放|开放报名|開放"),
    row(cfp, "征稿|徵稿|投稿募集|議題|议题|讲题"),
    row(abstract, "摘要"),
    row(paper, "全文|论文"),
    row(registration, "報名*|报名*|早鳥票|早鸟|早鸟票|注册|预售"),
    row(application, "申请"),
    row(submission, "作品提交|参赛作品|投递|提交"),
    row(notification, "入选名单|审稿结果|录用通知|结果公布|结果通知|获奖|通知|録用通知"),
    row(other_deadline, "最终稿|终稿"),
    row(extended, "延期至|延至|延长"),
    row(replaced, "原先|原定|原定于|原訂"),
    row(moved, "延期到|延期至|推迟到|推迟至|改到|改期至|改至"),
    row(moves, "推迟|改期"),
    row(label, "会议日期|会议时间|日期|时间|時間|活动时间|活動時間"),
    row(takes_place, "举办|举行|召开|召開|舉行|舉辦"),
    row(begins, "开始"),
    row(ends, "結束|结束"),
    row(publication, "发布于|发布时间|发表于|更新于|版权所有|版權所有|發佈於"),
    row(past, "上一届|上周|上届|上次|上週|举办了|举行了|以來|圆满|往届|成功举办|顺利举办"),
    row(aside, "退款"),
    row(repeats, "每|每周|每月"),
    row(event_noun, "会议|决赛|大赛|研讨会"),
    row(recap, "侧记|回顧|回顾|圆满|纪要|见闻"),
    row(idle, "如期"),
};

}  // namespace almanac::prose::cues
