#include "hostile_documents.hpp"

#include "support/repeated.hpp"

namespace almanac::test {
namespace {

std::string rss(const std::string& item) {
  return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>t</title>" + item + "</channel></rss>";
}

std::string calendar(const std::string& zones, const std::string& event) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + zones + "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:A\r\n" + event +
         "END:VEVENT\r\nEND:VCALENDAR\r\n";
}

class Documents {
 public:
  void xml(std::string name, std::string body) { add(std::move(name), "application/rss+xml", std::move(body)); }
  void ics(std::string name, std::string body) { add(std::move(name), "text/calendar", std::move(body)); }
  std::vector<HostileDocument> made;

 private:
  void add(std::string name, std::string type, std::string body) {
    made.push_back({std::move(name), std::move(type), std::move(body)});
  }
};

void add_xml(Documents& documents) {
  for (const std::size_t depth : {1'000u, 100'000u, 1'000'000u}) {
    const std::string size = std::to_string(depth);
    documents.xml("xml-deep-" + size, rss("<item>" + repeated("<a>", depth) + repeated("</a>", depth) + "</item>"));
    documents.xml("xml-deep-open-" + size, rss("<item>" + repeated("<a>", depth)));
  }
  std::string lol = "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY l0 \"lol\">";
  for (int i = 1; i < 10; ++i)
    lol += "<!ENTITY l" + std::to_string(i) + " \"" + repeated("&l" + std::to_string(i - 1) + ";", 10) + "\">";
  documents.xml("xml-lol", lol + "]><rss version=\"2.0\"><channel><item><title>&l9;</title></item></channel></rss>");
  documents.xml("xml-xxe",
                "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><rss "
                "version=\"2.0\"><channel><item><title>&e;</title><guid>1</guid></item></channel></rss>");
  documents.xml("xml-attributes-100k", rss("<item " + repeated("a=\"b\" ", 100'000) + "/>"));
  documents.xml("xml-items-100k", rss(repeated("<item/>", 100'000)));
  documents.xml("xml-field-4m", rss("<item><title>" + std::string(4 << 20, 'x') + "</title></item>"));
  documents.xml("text-controls-bidi-c1",
                rss("<item><title>a&#27;]8;;http://evil/&#7;b \xC2\x9B"
                    "31m \xE2\x80\xAE gpj.exe &#x202E;&#x9b;2J&#0;</title><guid>1</guid></item>"));
}

void add_calendars(Documents& documents) {
  for (const char* freq : {"SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"}) {
    for (const char* by : {"BYMONTH=2;BYMONTHDAY=30", "BYMONTHDAY=31;BYMONTH=4", "BYDAY=-53MO;BYMONTH=2",
                           "BYSETPOS=366", "BYYEARDAY=366;BYMONTH=1", "INTERVAL=1", "COUNT=2147483647", "BYHOUR=25"})
      documents.ics(std::string("ical-rrule-") + freq + "-" + by,
                    calendar("", "DTSTART:20260601T090000Z\r\nRRULE:FREQ=" + std::string(freq) + ";" + by + "\r\n"));
    documents.ics(
        std::string("ical-vtimezone-") + freq,
        calendar("BEGIN:VTIMEZONE\r\nTZID:Nowhere\r\nBEGIN:STANDARD\r\nDTSTART:00010101T000000\r\nRRULE:FREQ=" +
                     std::string(freq) +
                     "\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n"
                     "END:VTIMEZONE\r\n",
                 "DTSTART;TZID=Nowhere:99991231T235959\r\n"));
  }
  documents.ics("ical-nested-100k", repeated("BEGIN:VEVENT\r\n", 100'000));
  documents.ics("ical-line-4m", calendar("", "DTSTART:20260601T090000Z\r\nX-A:" + std::string(4 << 20, 'x') + "\r\n"));
  documents.ics("ical-bad-lines-1m", calendar("", repeated("DTSTART:rubbish\r\n", 60'000)));
  documents.ics("ical-exdate-100k", calendar("", "DTSTART:20260601T090000Z\r\nRRULE:FREQ=DAILY\r\n" +
                                                     repeated("EXDATE:20260602T090000Z\r\n", 100'000)));
}

}  // namespace

const std::vector<HostileDocument>& hostile_documents() {
  static const std::vector<HostileDocument> documents = [] {
    Documents all;
    add_xml(all);
    add_calendars(all);
    return std::move(all.made);
  }();
  return documents;
}

}  // namespace almanac::test
