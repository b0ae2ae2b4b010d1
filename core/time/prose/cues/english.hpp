#pragma once
#include "cue_row.hpp"

namespace almanac::prose::cues {

/// English words.
inline constexpr PhraseRow english[] = {
    row(due,
        "arrive by|at latest|at the latest|by close of business|by cob|by end of day|by eod|by the end of day|"
        "closing date|cut-off|cutoff|deadline*|drop-dead date|due|due date|final call|last call for|last call:|"
        "last chance|last date|last day|latest by|must arrive|must be received|no later than|not later than|"
        "postmarked by|postmarked no later|reach us by|received by|sales close|sales end|sales stop|"
        "should be received|to be received|with us by"),
    row(until, "before|by|by midnight on|ending|ends on|no later than|through|til|till|until|until midnight on|up to"),
    row(closes, "close|closed on|closes|closing|end|ends|expires|shuts"),
    row(opens,
        "available from|begin|begins|go live|go on sale|goes live|on sale|open|opened|opening of registration|opens|"
        "start of|starts"),
    row(cfp,
        "call for|call for art|call for content|call for contributions|call for demos|call for papers|"
        "call for participation|call for posters|call for presentations|call for proposals|call for sessions|"
        "call for speakers|call for stories|call for talks|call for tutorials|call for workshops|cfp|give a talk|"
        "lightning talk proposal*|lightning talk*|offer a talk|open call|our call|panel proposal*|pitch a talk|"
        "pitch your talk|proposal*|propose a session|propose a talk|propose*|send in your talk*|send us a talk|"
        "send us your proposal*|send us your talk*|send your proposal*|send your talk*|session proposal*|"
        "speaker application*|speaker form|speakers wanted|submission of tutorials|submit a talk|submit talk*|"
        "submit your talk|suggest a talk|suggest your talk|talk deadline|talk form|talk idea*|talk pitch*|"
        "talk proposal*|talk submission*|talks are welcome|talks wanted|talks welcome|the call|this call|"
        "tutorial proposal*|workshop proposal*|your talk"),
    row(abstract, "abstract deadline|abstract submission*|abstract*|extended abstract*"),
    row(paper,
        "articles|chapters|full chapter*|full paper*|manuscript*|paper submission*|paper*|proceedings track|"
        "short paper*"),
    row(registration,
        "book a place|book a seat|book a spot|book before|book by|book in advance|book your|booking*|booth booking*|"
        "cancel your|change your rsvp|early bird|early price|early rate|early-bird|enrol*|enroll*|enter their|"
        "entries close|entry deadline|entry fee|fee increases|fee rises|fill in the form|fill out the form|"
        "free your spot|guest list|late bird*|late registration|let us know|payment|please book|price*|regist*|"
        "regular ticket*|reserve a|reserve your|rsvp list|rsvp*|sales close|sales end|sales stop|sign up|sign up by|"
        "sign-up|sign-up sheet|sign-ups|signing up|signup|signup sheet|signups|stand booking*|team entries|tell us|"
        "ticket|ticket sale*|ticket sales|tickets|waitlist"),
    row(application,
        "applicant*|application deadline|application*|applied|apply|applying|call for applications|call for grants|"
        "call for nominations|call for tutors|call for volunteers|financial aid|grant*|nominat*|scholarship*|"
        "stipend*|team application*|travel support"),
    row(submission,
        "call for artworks|call for entries|call for evidence|call for games|call for input|call for projects|"
        "call for submissions|call for views|can be submitted|comment period|consultation*|contribution|"
        "contributions|demos|enter|entries|hand in|may be submitted|posters|project submission*|projects|"
        "public comment*|send in|send us|solutions|submission*|submit*|systems are due|to enter|upload"),
    row(notification,
        "acceptance*|announced by|are informed|be informed|be notified|decided by|decision*|finalists announced|"
        "get back to|gets back to|hear back|hear by|hear from us|hears back|hears by|hears from us|inform applicants|"
        "inform you|informed by|let you know by|notif*|notification*|notified by|projects announced|reply by|results|"
        "selected by|selection by|teams announced|will know by|winner*|winners"),
    row(other_deadline,
        "block of rooms|camera ready|camera-ready|final manuscript*|final version*|hotel block|hotel*|room block|"
        "voting"),
    row(extended,
        "additional week|another week|extended|extended deadline|extended to|extended until|extending|extends|"
        "extension|extra week|final extension|more time to submit|more weeks|new deadline|one more week|prolonged|"
        "push it to|push the deadline|pushed back|pushed it to|pushed the|pushed to|pushing back|pushing it|"
        "pushing the|second deadline"),
    row(replaced,
        "brought forward from|formerly|had been planned for|instead of|moved from|not on|old date|old deadline|"
        "original cfp|original date|original deadline|originally|originally planned for|postponed from|previously|"
        "pulled forward from|rather than|rescheduled from|that ended|was|were|which ended|which was to end"),
    row(moved,
        "brought forward to|delayed to|delayed until|moved to|moves to|new date|now on|postponed to|postponed until|"
        "rescheduled for|rescheduled to|shifted to"),
    row(moves, "change of date|date change|move|moved|moves|postponed|rescheduled|we move"),
    row(label, "conference dates|date|date & time|date and time|dates|day|event date|event dates|save the date|when"),
    row(takes_place,
        "be held|come along|come to|conference itself|continues on|gather*|goes on on|happening|happens|is back on|"
        "is held|is on|is planned for|is scheduled for|join us|join us on|main conference|meet again in|meet on|"
        "meeting on|meets|meets again in|next meeting|next one|restarts|resumes|resumes on|returns on|runs|runs from|"
        "scheduled for|see you|speaks on|take place|takes place|taking place|we are at|we meet|will be held|"
        "will happen|will meet again|workshop itself"),
    row(begins,
        "begin|begins|game opens|hacking begins|hacking starts|kick-off|kickoff|kicks off|opening ceremony|start|"
        "starts"),
    row(ends, "closes|closing|closing ceremony|concludes|end|ends|final session|finishes|last session"),
    row(side,
        "ahead of|alongside|breakfast|check in|check-in|co-located with|colocated with|day after|day before|dinner|"
        "doors|doors at|doors open|judging|judging period|judging runs|lunch|office hours|pre-conference|setup|"
        "training*|tutorial day"),
    row(publication,
        "all rights reserved|by the team|copyright|copyright (c)|created on|edited on|last changed|last edited|"
        "last modified|last refreshed|last revised|last updated|posted|posted by|posted on|published|published on|"
        "submitted by|updated|updated on|was created|was written on|written on:|©"),
    row(past,
        "back in|celebrated|died|earlier edition*|established|founded|had been|in the years|joined|last edition|"
        "last month|last week|last weekend|last year|last year's|launched|past*|previous edition|previous*|received|"
        "recorded at|recorded live|recorded on|since|spoke at|started on|took part|took place|used to|was held|"
        "we attended|were held"),
    row(aside,
        "alternative date|are 18|are 18 by|as of|author feedback|author response*|backup date|be removed|born|"
        "bugfix*|come back by|commits from|discussion period|end of life|end of support|eol|evaluation period|"
        "fallback date|fees back|interview dates|interviews are held|interviews take place|interviews will be held|"
        "interviews will take place|invoice|judging period|judging phase|judging:|jury phase|jurying|merger deadline|"
        "money back|next edition|paid back|publication|rain date|raindate|rebuttal*|refund*|release*|released|"
        "removed on|reserve date|response period|review*|snow date|special issue|takes office|team mergers|"
        "valid until|version|visa|volume|years old"),
    row(repeats, "daily|each|each day|every|mon-fri|monday through friday|monday to friday|weekly"),
    row(event_noun,
        "conference|conference itself|contest|event|event day|final|finale|hackathon|main conference|meeting|meetup|"
        "summit|symposium|workshop|workshop day"),
    row(recap,
        "conference report|event report|look back|looking back|meeting report|my takeaways|photos from|recap|"
        "report from|slides from|takeaways|thank you all|thank you for coming|thanks for coming|thanks to everyone|"
        "trip report|what i learned|what we learned|wrap up|wrap-up"),
    row(of_all,
        "all|all dates|all deadlines|all times|call closes in|call opens in|closing time is|deadline is shown in|"
        "deadlines are|important dates|key dates|time is shown in|times are|times are shown in|times in"),
    row(idle,
        "applied on|as planned|as scheduled|before noon|by bus|by email|by foot|by hand|by mail|by the way|by train|"
        "due to|end of|registered on|submitted|submitted on|the end of"),
};

}  // namespace almanac::prose::cues
