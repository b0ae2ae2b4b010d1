#include <almanac/text/html.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <string>

BOOST_AUTO_TEST_SUITE(html_text, *boost::unit_test::label("unit"))

using namespace almanac;

namespace {

struct Case {
  std::string_view html, text;
};

}  // namespace

BOOST_AUTO_TEST_CASE(lays_out_blocks_as_people_read_them) {
  const Case cases[] = {
      {"", ""},
      {"  plain \n\t text  ", "plain text"},
      {"<p>One</p><p>Two</p>", "One\n\nTwo"},
      {"<p>One<p>Two", "One\n\nTwo"},
      {"<div>One</div><div>Two</div>", "One\nTwo"},
      {"One<br>Two<br/>Three", "One\nTwo\nThree"},
      {"<h1>Head</h1>Text", "Head\n\nText"},
      {"<ul><li>One</li><li> <p>Two</p> </li><li></li></ul>after", "\u2022 One\n\n\u2022 Two\n\nafter"},
      {"<ul><li>One<li>Two</ul>", "\u2022 One\n\u2022 Two"},
      {"<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"},
      {"a <b>b</b><i>c</i> d", "a bc d"},
      {"<a href='x'>link</a>", "link"},
      {"see <img src=x alt='a &amp; b'> here", "see a & b here"},
      {"<img alt=''>x", "x"},
      {"<pre>a  b\n  c\n</pre>d", "a  b\n  c\n\nd"},
      {"<pre>\n\n  a</pre>", "  a"},
      {"x<hr>y", "x\n\ny"},
      {"a&nbsp;&nbsp;b\u00a0c", "a b c"},
      {"\u00abq\u00bb", "\u00abq\u00bb"},
      {"a                                 b  c", "a b c"},
  };
  for (const auto& [html, text] : cases) {
    BOOST_TEST_CONTEXT(html) { BOOST_TEST(html_to_text(html) == text); }
  }
}

BOOST_AUTO_TEST_CASE(leaves_out_what_is_not_shown) {
  const Case cases[] = {
      {"a<script>if (x < 1) alert('</p>')</script>b", "ab"},
      {"a<style>p { }</style>b", "ab"},
      {"a<SCRIPT src=x></ScRiPt >b", "ab"},
      {"a<!-- <b>no</b> -->b", "ab"},
      {"a<!-->b", "ab"},
      {"a<!-- x --!>b", "ab"},
      {"a<!doctype html>b", "ab"},
      {"a<?php echo 1 ?>b", "ab"},
      {"<title>No</title>yes", "yes"},
      {"a<iframe src=\"x\"> instead</iframe> b", "a instead b"},
      {"a<template><p>b</p></template>c", "ac"},
      {"<p>a</p><p hidden>b<p>c</p>", "a\n\nc"},
      {"a<div hidden=\"\">b<div>c</div>d</div>e", "a\ne"},
      {"a<span style=\"color: red; display : none\">b<br>c</span>d", "ad"},
      {"a<div hidden>b", "a\nb"},
      {"a<span hidden='until-found'>b</span><i style='display:block'>c</i><b title='hidden, none'>d</b>", "abcd"},
      {"a <!DOCTYPE", "a <!DOCTYPE"},
      {"a<script>never closed", "a"},
      {"a<!-- never closed", "a"},
      {"a<a href=\"never closed", "a"},
      {"<![CDATA[<p>in</p>]]> out", "in\n\nout"},
      {"<textarea><b>x</b></textarea>", "<b>x</b>"},
  };
  for (const auto& [html, text] : cases) {
    BOOST_TEST_CONTEXT(html) { BOOST_TEST(html_to_text(html) == text); }
  }
}

BOOST_AUTO_TEST_CASE(takes_broken_markup_as_browsers_do) {
  const Case cases[] = {
      {"1 < 2 and 3 > 2", "1 < 2 and 3 > 2"},
      {"I <3 you", "I <3 you"},
      {"a <", "a <"},
      {"a </", "a </"},
      {"a </> b", "a b"},
      {"<p title=\"a > b\">x</p>", "x"},
      {"<p title=a'>x</p>", "x"},
      {"<p title='a\">' id=b>x", "x"},
      {"<unknown-tag>x</unknown-tag>", "x"},
      {"See <https://x.example/a?b=1&amp;c> or ask <ann@x.example>.",
       "See <https://x.example/a?b=1&c> or ask <ann@x.example>."},
      {"<o:p>x</o:p> <http> y", "x y"},
      {"</p>x", "x"},
      {"AT&T &amp R&D", "AT&T & R&D"},
  };
  for (const auto& [html, text] : cases) {
    BOOST_TEST_CONTEXT(html) { BOOST_TEST(html_to_text(html) == text); }
  }
}

BOOST_AUTO_TEST_CASE(makes_one_line_of_titles) {
  const Case cases[] = {
      {"<b>Rust</b>  Meetup\n#12", "Rust Meetup #12"},
      {"A<br>B", "A B"},
      {"<p>A</p><p>B</p>", "A B"},
      {"Q&amp;amp;A", "Q&amp;A"},
      {"<li>A", "A"},
  };
  for (const auto& [html, line] : cases) {
    BOOST_TEST_CONTEXT(html) { BOOST_TEST(html_to_line(html) == line); }
  }
  BOOST_TEST(plain_line(" a &amp; <b>\n\x01 c ") == "a &amp; <b> c");
}

BOOST_AUTO_TEST_CASE(resolves_references_once) {
  const Case cases[] = {
      {"&lt;b&gt; &amp;lt; &quot;&apos;&#39;", "<b> &lt; \"''"},
      {"&#x41;&#X42;&#67", "ABC"},
      {"&eacute &eacute; &notit; &notin; &not", "\u00e9 \u00e9 \u00acit; \u2209 \u00ac"},
      {"&copycat; &fjlig; &nGt; &CounterClockwiseContourIntegral;", "\u00a9cat; fj \u226b\u20d2 \u2233"},
      {"&hellip; &hellip", "\u2026 &hellip"},
      {"&bogus; &; & &#; &#x; &#xg;", "&bogus; &; & &#; &#x; &#xg;"},
      {"&#146; &#x80; &#129;", "\u2019 \u20ac \uFFFD"},
      {"&#0; &#xD800; &#x110000; &#99999999999999999999;", "\uFFFD \uFFFD \uFFFD \uFFFD"},
      {"&#27;[31m&#1;", "[31m"},
      {"&#x1F389;", "\U0001F389"},
      {"&#55356;&#57225; &#xD83D;&#xDE00", "\U0001F389 \U0001F600"},
      {"&#xD83D;x &#xDE00;&#xD83D; &#xD83D;&amp;", "\uFFFDx \uFFFD\uFFFD \uFFFD&"},
      {"&AMP;&Eacute;&EACUTE;", "&\u00c9&EACUTE;"},
  };
  for (const auto& [html, text] : cases) {
    BOOST_TEST_CONTEXT(html) { BOOST_TEST(resolve_entities(html) == text); }
  }
}

BOOST_AUTO_TEST_CASE(tells_markup_from_text) {
  for (const std::string_view html : {"<b>x</b>", "x<br/>y", "</p>", "a &amp; b", "&#39;", "&#x2019;", "<A HREF='x'>",
                                      "<!-- c -->", "<![CDATA[x]]>"}) {
    BOOST_TEST_CONTEXT(html) { BOOST_TEST(looks_like_html(html)); }
  }
  for (const std::string_view text :
       {"", "plain", "1 < 2 > 0", "AT&T", "vector<int>", "a <b", "Q & A", "&bogus;", "<>", "<", "</", "x & y;"}) {
    BOOST_TEST_CONTEXT(text) { BOOST_TEST(!looks_like_html(text)); }
  }
}

BOOST_AUTO_TEST_CASE(takes_linear_time_on_hostile_text) {
  for (const std::string_view piece : {"<",           "</",
                                       "<a ",         "<a \"",
                                       "<a b='",      "<!--",
                                       "<!",          "&",
                                       "&#",          "<p>",
                                       "</p>",        "<script>",
                                       "<![CDATA[",   "]]>",
                                       "<pre>\n",     "&amp",
                                       "<title>",     "  ",
                                       "<li>",        "<div hidden>",
                                       "<li hidden>", "<p hidden><li hidden>"}) {
    std::string hostile;
    while (hostile.size() < 1'000'000) hostile += piece;
    hostile += "</li></p>";
    BOOST_TEST_CONTEXT(piece) {
      const auto begin = std::chrono::steady_clock::now();
      html_to_text(hostile);
      looks_like_html(hostile);
      BOOST_TEST((std::chrono::steady_clock::now() - begin < std::chrono::seconds(5)));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
