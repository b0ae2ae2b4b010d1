#pragma once
#include "sign_row.hpp"

namespace almanac::facts::signs {

/// Chinese words, in both scripts.
inline constexpr PhraseRow chinese[] = {
    row(conference, "会议|学术会议|峰会|峰會|年会|研討會|研讨会|論壇|论坛|高峰论坛"),
    row(hackathon, "开发马拉松|極限開發|编程马拉松|黑客松|黑客馬拉松|黑客马拉松"),
    row(competition, "大赛|夺旗赛|挑战赛|比賽|比赛|竞赛|競賽|邀请赛|锦标赛"),
    row(meetup, "分享会|沙龍|沙龙|线下聚会|聚会|茶话会|见面会|讀書會|读书会"),
    row(talk, "公开课|博士答辩|学术报告|宣讲会|报告会|演讲|网络研讨会|講座|讲座"),
    row(other_kind, "体验课|停机维护|博览会|培訓|培训|夏令营|展览会|招聘会|暑期学校|暑期學校|系统维护|维护|训练营"),
    row(post, "侧记|参会|发布了|回顧|回顾|心得|游记|盘点|纪要|见闻"),
    row(post_title, "周报|开放时间|总结|放假|月报|活动一览|活动汇总|活动预告|简报|總結"),
    row(mention, "有人|求组队|求组隊"),
    row(job, "任职|到岗|岗位|工作地点|招募|招聘|月薪|简历|职位|薪资"),
    row(job_title, "工程师"),
    row(announces, "举行|免费参加|召开|报名|敬请|时间|欢迎参加|歡迎|舉行|诚邀"),
    row(call, "录用通知|征稿|徵稿|论文提交"),
    row(online,
        "b站|云会议|云端|在線|在线|直播|直播间|線上|线上|网上|网络会议|腾讯会议|视频会议|视频号|钉钉会议|飞书会议|"
        "騰訊會議"),
    row(hybrid, "線上線下|线上与线下|线上和线下|线上线下|线下线上"),
    row(in_person, "現場|線下|线下"),
    row(only_online, "仅线上|仅限线上"),
    row(no_online, "不提供直播|不直播|无直播|没有直播|無直播"),
    row(not_mode, "在线报名|在线提交|线上投稿|线上报名|网上报名"),
    row(place_label, "会场|会议地点|地址|地点|地點|城市|活动地点|活動地點"),
    row(person, "主講|主講人|主讲|主讲人|主讲嘉宾|嘉宾|演讲人"),
    row(cancelled, "不再举行|不再舉行|停办|取消|取消举办|开催中止"),
    row(postponed, "推迟|推遲|改期"),
    row(moved_online, "改为线上|改為線上|改至線上|改至线上|轉為線上|转为线上"),
    row(not_status, "取消報名|取消报名|報名延期|截止延期|投稿延期|报名延期|提交延期"),
    row(dates_follow, "另行通知|待公布|待定|每周|每月"),
    row(weak_conference, "论坛"),
    row(weak_talk, "主講|主讲|主讲人|嘉宾|演讲人"),
    row(weak_competition, "奖金"),
    row(weak_post, "感谢|昨天"),
    row(narrator, "我"),
};

}  // namespace almanac::facts::signs
