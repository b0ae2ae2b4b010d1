#pragma once
#include "sign_row.hpp"

namespace almanac::facts::signs {

/// English words.
inline constexpr PhraseRow english[] = {
    row(conference, "barcamp*|bsides*|conf|conference*|congress*|convention|summit*|symposia|symposium*|unconference*"),
    row(hackathon,
        "build night|build weekend|buildathon*|code camp*|code sprint*|codefest*|datathon*|doc sprint*|docs sprint*|"
        "documentation sprint*|edit-a-thon*|editathon*|game jam*|gamejam*|hack day*|hack week*|hackathon*|hackaton*|"
        "hackday*|hackers welcome|hackfest*|hacking begins|hacking starts|hours of building|hours of coding|"
        "hours of hacking|hours of making|hours to build|ideathon*|in a weekend|in one weekend|jam|mapathon*|"
        "mapping sprint*|overnight hack*|startup weekend*|translation sprint*|writing sprint*"),
    row(competition,
        "benchmark challenge|blitz tournament|capture the flag|challenge*|chess open|code golf|competition*|contest*|"
        "ctf|ctfs|entry deadline|final round|final submission deadline|hackquest*|jeopardy|kaggle|leaderboard|"
        "national final|olympiad*|quiz league|rapid tournament|regional final|regional finals|regional round|"
        "robocup*|robot games|robotics competition*|science olympiad*|shared task|speedrun*|spelling bee|"
        "swiss system|team merger*|tournament*"),
    row(meetup,
        "agm|annual general meeting|book club|chapter meeting|coding dojo|coffee|community call|demo night|"
        "game night|gathering|gatherings|general meeting|get-together*|hack & learn|hack and learn|hack night|"
        "hang-out|hangout|happy hour|install party|install-party|installation party|installfest|lug|meet and greet|"
        "meet-up*|meeting|meetup*|members meeting|members' meeting|mongers|monthly call|monthly meeting|"
        "monthly talks|no-host|picnic|playtest*|pub night|reading group|repair cafe*|roundtable|show & tell|"
        "show and tell|social|study group|toastmasters|user group*|usergroup*"),
    row(talk,
        "a talk by|ama session|author talk|author visit|book launch|book talk|brown bag|colloquium|defence of|"
        "defense of|dissertation|distinguished speaker|fireside chat|guest talk|in conversation with|"
        "inaugural lecture|invited talk|lecture*|lightning lecture|live webinar|livestream talk|lunchtime talk|"
        "masterclass|meet the author|panel discussion|panel:|phd defence|phd defense|public talk|"
        "reading and discussion|seminar*|speaker series|speaks on|talk by|tech talk|thesis defence|thesis defense|"
        "webcast|webinar*"),
    row(other_kind,
        "accelerator|accelerator programme|board election|book fair|bootcamp|call for chapters|call for evidence|"
        "career fair|career* fair|careers fair|cohort|college fair|consultation*|course|courses|craft fair|"
        "demo party|demoparty|downtime|edited volume|elections|exhibition|expo|fellowship*|field day|flea market|"
        "fund|funding call|grant program|grant programme*|grants for|hackerspace opening|hamfest*|hamvention*|"
        "job fair|maintenance|maintenance window|maker fair|maker faire*|mentoring|mentorship|microgrant*|open day|"
        "open days|open doors|open house|plant sale|programme of|public comment*|recruiting fair|residency|"
        "scholarship programme|school|science fair|seeking views|small grants|special issue|spring school|"
        "summer school|swap meet|swapfest*|taster day|trade fair|training course|volunteer fair|winter school|"
        "zine fair"),
    row(post,
        "actual behavio*|announcing version|are online as|ask hn|been using|bugfix|changelog|cve|day 1 at the|"
        "day 1 of the|day 2 at the|day 2 of the|day 3 at the|day 3 of the|day one of the|day two of the|docs:|"
        "episode|expected behavio*|experience report|feat:|five takeaways|fix:|full changelog|funding round|"
        "here is what i|here's what i|how do i|how i|i built|i made|i took away|i took home|in memory|"
        "is closed between|is closed from|is out now|isbn|issn|last night|last weekend|lessons from|lessons learned|"
        "link list|links of the week|looking back|meeting minutes|minutes of the|moderator note|my experience|"
        "my takeaways|noob question|now available|obituary|office is closed|photos below|photos from|podcast|"
        "poll results|post-mortem|postmortem|proceedings are|proceedings of|read the full story|recap|recordings|"
        "release notes|security advisory|seed round|series a|series b|show hn|slides and|slides from|solves|"
        "steps to reproduce|survey results|taught me|taught us|tell hn|thank you all|thank you for coming|"
        "thanks for coming|thanks to all|thanks to everyone|til:|trip report|videos are|videos will be|we are closed|"
        "we came in|we finished|we interviewed|we placed|weekly #|what i learned|what i took|what we learned|"
        "what's changed|will be closed|wrap-up|wrapup|write about how|writes about"),
    row(post_title,
        "a guide|acquires|agenda|announcing|apology|appointed|appoints|available|award goes|bulletin|by the numbers|"
        "changes in|changes to|closure|community events|day 1 of|day 2 of|day one of|day two of|dev log|devlog*|"
        "diary|digest|dispatch|elevated error*|events this month|events this week|explained|farewell|getting around|"
        "getting to|guide for|guide to|help needed|holiday closure*|how i|how not to|how to|how to get|how we|"
        "in memoriam|incident|interview with|introducing|is it worth|joins as|joins the board|joins us as|live from|"
        "looking for|lost money|mailing|meetups this week|membership fee*|minutes|monthly update|moving to|my year|"
        "new director|new name|new office|new website|newsletter|notes from|obituary|office closed|opinion|outage|"
        "poll|poll:|published|question|question:|raises|released|remembering|report|results|review of|review:|"
        "round-up|roundup|selling|should i|statement on|status update|steps down|takes first|thank you|thanks|"
        "this week in|tips for|took first|travel tips|upcoming events|visa|walkthrough|we are sorry|we gathered|"
        "we hosted|week notes|weekly update|weeknotes|what is|what is on|what's on|where to eat|where to stay|why i|"
        "why our|why we|winners|wins|won|write-up*|writeup*|year in|year in review"),
    row(mention,
        "any ideas|any recommendations|anyone driving|anyone else|anyone from|anyone going|anyone sharing|anyone up|"
        "anyone want|can anyone|can't go|dm me|do you know|does anyone|flying in|for sale|has anyone|i am looking|"
        "i am speaking|i arrive|i cannot go|i gave|i passed|i spent|i went|i will be speaking|i'm looking|"
        "i'm speaking|is anyone|looking for a|looking for people|looking for team*|looking for two|my first|"
        "organise a meetup|pm me|ride share|seats free|selling|speaking at|submitted by|who else|would you do"),
    row(job,
        "a month|apprenticeship|as soon as possible|f/m/d|full time|full-time|gross|hiring|internship*|job|jobs|"
        "m/f/d|m/f/x|no agencies|part-time|per month|per year|permanent position|phd position*|postdoc*|"
        "remote position|salary|start date|vacancies|vacancy|we are hiring|we're hiring|your cv"),
    row(job_title, "administrator|data scientist|developer|engineer|sysadmin"),
    row(announces,
        "admission|applications|apply by|bring|call off|canceled|cancelled|cfp|date:|deadline|doors|free entry|"
        "join us|next meeting|open to|postponed|register*|registration|rsvp|save the date|see you|see you there|"
        "sign up|starts in|submit your|takes place|tickets|time:|we meet|when:|will be held|will take place"),
    row(call,
        "abstract submission*|call for contributions|call for papers|call for participation|call for proposals|"
        "call for speakers|call for talks|call for workshop*|camera-ready|cfp|full papers|notification of acceptance|"
        "paper submission*|papers due|propose a talk|speakers wanted|submit a talk|talk proposal|talk proposals|"
        "workshop proposals"),
    row(online,
        "bigbluebutton|conference call|digital only|discord|everywhere, worldwide|from anywhere|from home|"
        "from your sofa|gather town|gather.town|google meet|in gather|in your browser|jitsi|live stream*|"
        "live-stream*|livestream*|microsoft teams|mozilla hubs|ms teams|mumble|on discord|on irc|on line|on matrix|"
        "on mattermost|on slack|on teams|on zulip|on-line|online|over teams|over zoom|remote|remotely|streamed|"
        "twitch|via bigbluebutton|via discord|via matrix|via slack|via teams|via video|via zoom|video call|"
        "videoconference|virtual|virtually|webex|webinar*|worldwide|youtube|zoom"),
    row(hybrid,
        "hybrid|in person and online|in person or online|in-person and online|on site and online|on-site or online|"
        "online and in person|online or in person|onsite and online"),
    row(in_person, "in person|in-person|on site|on-site|onsite"),
    row(only_online,
        "all online|all virtual|digital only*|entirely online*|entirely remote*|entirely virtual*|"
        "everything happens online|everything is online|everything takes place online|from wherever*|fully online*|"
        "fully remote*|fully virtual*|goes online only*|join online from|live on screen|now online*|online only*|"
        "online-only*|participate online|purely online*|purely virtual*|take part online"),
    row(no_online,
        "livestream is not|livestream will not|no hybrid|no live stream|no livestream|no longer online|"
        "no longer virtual|no online|no remote|no stream|no streaming|no zoom|not be streamed|not hybrid|not on zoom|"
        "not online|not streamed|not via zoom|stream will not|will not be live|without livestream|won't be streamed"),
    row(not_mode,
        "about zoom|apply online|are online|available online|book online|buy online|digital health|"
        "digital humanities|digital library|digital ocean|digital rights|digital signature*|digital twin*|"
        "discord server|found online|goes online|hybrid ai|hybrid cloud|hybrid computing|hybrid gc|"
        "hybrid intelligence|hybrid mode|hybrid quantum|hybrid search|hybrid system|hybrid systems|hybrid threats|"
        "hybrid vehicles|hybrid warfare|hybrid work|hybrid working|is now online|is online|join our discord|"
        "now online|on our discord|on our youtube|online abuse|online advertising|online afterwards|"
        "online algorithms|online application|online archive|online banking|online booking|online community|"
        "online content|online course|online form|online games|online gaming|online harassment|online harms|"
        "online magazine|online marketing|online media|online optimization|online payment|online platforms|"
        "online pre-registration|online preregistration|online privacy|online registration|online retail|"
        "online safety|online shop|online since|online social networks|online store|online submission|online ticket*|"
        "online tickets|posted online|program online|programme online|published online|put online|read online|"
        "recorded and|recordings|register online|registration online|remote desktop|remote island|remote job*|"
        "remote position|remote procedure*|remote sensing|remote work|rsvp online|schedule online|submission online|"
        "submit online|teams sdk*|the workshop materials are online|ticket online|tickets online|uploaded to youtube|"
        "videos on youtube|virtual environment*|virtual machine*|virtual memory|virtual reality|watch online|"
        "watched online|went online|youtube channel|youtube later|zoom api*|zoom channel|zoom sdk*"),
    row(place_label, "address|city|location|place|town|venue|where"),
    row(room, "auditorium|building|conference room*|meeting room*|room|theatre"),
    row(street, "ave|avenue|boulevard|drive|lane|rd|road|st|street"),
    row(hall,
        "auditorium|conference center|conference centre|conference hall|congress center|congress centre|"
        "convention center|convention centre|hall|library"),
    row(person,
        "author|authors|chair|dr|editor|editors|headquartered in|host|hosts|instructor*|jury|moderator|opponent|"
        "opponents|organised by|organiser|organisers|organized by|organizer|organizers|our engineers|our experts|"
        "our headquarters|our studio|panelist*|panellist*|presenter*|prof|prof.|professor|speaker|speaker:|speakers|"
        "trainers|who:|who?"),
    row(cancelled,
        "call off|called off|calling off|canceled|cancellation of|cancelled|decided to cancel|does not take place|"
        "had to cancel|have to cancel|is off|must cancel|not going ahead|not happening|we are cancelling|we cancel|"
        "will not take place|won't take place"),
    row(postponed,
        "delayed until|looking for a date|looking for a new date|looking for another date|new date is being|postpone|"
        "postponed|postponement|postponing|pushed back"),
    row(moved_online,
        "changed to online|changed to virtual|converted to virtual|goes online only|goes virtual|going virtual|"
        "gone online only|gone virtual|held online instead|move online|moved online|moved to online|moved to virtual|"
        "moved to zoom|moved virtual|moves online|moves to online|moves to zoom|moving online|now a virtual event|"
        "now an online event|now fully online|now fully virtual|now online only|now virtual|online instead|"
        "shifted online|shifted to online|switched to online|switched to virtual|switches to online|"
        "take place online instead|virtual instead|virtually instead|will now be held online|"
        "will now be held virtually|will now be online|will now be virtual|will now take place online|"
        "will now take place virtually"),
    row(not_status,
        "cancel any time|cancel by|cancel free|cancel my|cancel until|cancel your|canceled in 2*|cancellation policy|"
        "cancellations|cancelled in 2*|cancelled last year|course moved online|deadline has been postponed|"
        "deadline postponed|free cancellation|if you cancel|library moved online|noise cancel*|program now online|"
        "programme now online|registration has moved online|registration moved online|submission moved online|"
        "submission postponed|tickets now online|unless cancelled|was canceled|was cancelled"),
    row(not_cancelled, "not called off|not canceled|not cancelled|not postponed"),
    row(dates_follow,
        "each month|every|tba|tbc|tbd|to be announced|to be confirmed|to be determined|will be announced"),
    row(weak_conference,
        "attendees|camp|co-located|day|days|edition|fest|forum|forums|keynote*|main conference|poster*|proceedings|"
        "speakers|tracks|workshop*"),
    row(weak_meetup,
        "barbecue|bbq|beers|board games|breakfast|bring a|bring a laptop|bring your|brunch|buffet|cafe|club|"
        "community|dojo|doors|drinks|drop in|drop-in|evening|fablab*|gather*|group|hackerspace*|hacklab*|hackspace*|"
        "hike|lightning talks|makerspace*|medialab*|meet|members|night|office hours|pizza|potluck|rsvp|spots|"
        "talk night|talks from|waffles|waitlist|walk|we meet"),
    row(weak_talk,
        "abstract:|ama|demo|dr|interview|live session|presentation|prof|prof.|professor|q&a|session|speaker|speaker:|"
        "talk|talks|tutorial"),
    row(weak_competition,
        "award*|entry fee|finals|judging criteria|jury|prize*|qualifier*|quals|rating weight|rounds|scoreboard|"
        "systems are due|team registration|teams must|teams of|test set|time control|winners receive"),
    row(weak_hackathon, "devpost|hack*|hacking|mlh|sprint|sprints|submission period|team formation"),
    row(weak_post,
        "article|article url|blog|chapter|comments url|error|essay|i had|i have|i met|i was|i will|issue|last week|"
        "last weekend|last year|minutes of|part 1|part 2|points:|policy|published|python 3*|raises|statement|"
        "took place|v0*|v1*|v2*|v3*|v4*|version|was held|we budgeted|yesterday"),
    row(weak_other, "class|lesson|lessons|modules|opening hours|semester|visit us"),
    row(narrator, "i|my"),
    row(told,
        "announced|answered|arrived|asked|became|began|bought|built|came|counted|did|died|drove|failed|fell|felt|"
        "fixed|flew|gave|grew|had|happened|has been|have been|heard|hired|identified|investigating|knew|learned|"
        "learnt|led|lost|paid|ran|refined|resolved|rewrote|rose|said|saw|sent|slept|sold|spent|taught|thought|told|"
        "was|went|were|won|would have|wrote"),
};

}  // namespace almanac::facts::signs
