#pragma once
#include "sign_row.hpp"

namespace almanac::facts::signs {

/// Korean words.
inline constexpr PhraseRow korean[] = {
    row(conference, "심포지엄|컨퍼런스|콘퍼런스|학술대회|학술회의"),
    row(hackathon, "게임 잼|게임잼|해커톤"),
    row(competition, "경시대회|경진대회|공모전"),
    row(meetup, "모임|밋업|스터디|정모"),
    row(talk, "강연|세미나|웨비나|초청강연|특강"),
    row(other_kind, "강좌|교육과정|박람회|점검|채용설명회"),
    row(post, "다녀왔습니다|참관기|회고|후기"),
    row(post_title, "뉴스레터|소식|소식지|운영시간|행사 모음|행사 안내 모음"),
    row(job, "경력직|근무지|연봉|입사|정규직|지원 자격|직원 모집|채용"),
    row(announces, "개최|열립니다|일시|장소|참가 신청|참가비|참가신청|초대합니다"),
    row(online, "비대면|생중계|온라인|유튜브|줌으로"),
    row(hybrid, "온라인과 오프라인|온오프라인|하이브리드"),
    row(in_person, "오프라인|현장 참여|현장 행사"),
    row(only_online, "온라인으로만"),
    row(not_mode, "온라인 등록|온라인 신청|온라인 접수"),
    row(place_label, "위치|장소|주소"),
    row(person, "강사|강연자|발표자|연사"),
    row(cancelled, "열리지 않습니다|취소|취소되|취소합니다"),
    row(postponed, "순연|연기"),
    row(not_status, "등록 취소|신청 취소|예약 취소|취소 및|취소 수수료|취소 시"),
    row(not_cancelled, "취소되지 않"),
    row(dates_follow, "매달|매월|매주|미정|추후 공지"),
    row(weak_conference, "워크숍|포럼"),
    row(weak_meetup, "저녁"),
    row(weak_talk, "강사|발표자|연사"),
    row(weak_competition, "상금|시상"),
};

}  // namespace almanac::facts::signs
