#pragma once
#include "cue_row.hpp"

namespace almanac::prose::cues {

/// Korean words.
inline constexpr PhraseRow korean[] = {
    row(due, "기한|마감|마감 시한|마감일"),
    row(until_after, "까지"),
    row(closes, "마감됩니다|마감합니다|종료"),
    row(opens, "신청 시작|오픈|접수 시작"),
    row(cfp, "발표 모집|발표 신청|발표자 모집|발표자 신청|연사 모집"),
    row(abstract, "초록"),
    row(paper, "논문|논문 제출|논문 투고|원고"),
    row(registration, "등록|모집|사전 등록|사전등록|신청|얼리버드|예매|접수|참가 신청|참가신청"),
    row(application, "서류 접수|지원서|참가자 모집|참가팀"),
    row(submission, "논문 접수|응모|작품 접수|작품 제출|제출|출품"),
    row(notification, "결과 발표|결과 통보|결과발표|당선작|선정 결과|수상작|심사 결과|심사결과|통보"),
    row(other_deadline, "최종 논문|최종논문|최종본|투표"),
    row(extended, "연장|연장되|연장합니다"),
    row(replaced, "예정됐던|예정되었던|예정이던"),
    row(moves, "변경|순연|연기"),
    row(label, "개최일|개최일시|기간|날짜|대회 기간|일시|일정|행사 기간|행사 일시"),
    row(takes_place, "개최됩니다|개최합니다|열립니다|진행됩니다|진행합니다"),
    row(begins, "개막|시작"),
    row(ends, "마무리|종료|폐막"),
    row(past, "작년|전년도|지난|지난번|지난해"),
    row(aside, "환불"),
    row(repeats, "매년|매달|매월|매주|매회"),
    row(event_noun, "결선|대회|본선|본행사|설명회|컨퍼런스|학술대회|해커톤|행사"),
    row(recap, "감사드립니다|참관기|회고|후기"),
    row(idle, "예정대로"),
};

}  // namespace almanac::prose::cues
