#include <almanac/text/html.hpp>
#include <almanac/text/sanitize_filter.hpp>
#include <almanac/text/sanitize_policy.hpp>
#include <almanac/text/sanitize_strict.hpp>
#include <boost/test/unit_test.hpp>
#include <chrono>
#include <random>
#include <string>

#include "inert_html.hpp"

BOOST_AUTO_TEST_SUITE(sanitize, *boost::unit_test::label("unit"))

using namespace almanac;
using almanac::sanitize_detail::AttributeKind;
using almanac::sanitize_detail::safe_address;
using almanac::sanitize_detail::safe_style;
using almanac::sanitize_detail::sanitize_strict;

namespace {

struct Case {
  std::string_view html, safe;
};

constexpr std::string_view base = "https://example.org/a/b";

void check(std::initializer_list<Case> cases) {
  for (const auto& [html, safe] : cases) {
    BOOST_TEST_CONTEXT(html) {
      const std::string result = sanitize_html(html, base);
      BOOST_TEST(result == safe);
      BOOST_TEST(test::why_not_inert(result) == "");
      BOOST_TEST(sanitize_html(result, base) == result);
    }
  }
}

std::string noise(std::mt19937& random) {
  static const std::string_view pieces[] = {"<p>",
                                            "</p>",
                                            "<b>",
                                            "</b>",
                                            "<a href=\"https://x.example/\">",
                                            "<a href='javascript:alert(1)'>",
                                            "</a>",
                                            "<div>",
                                            "</div>",
                                            "<table>",
                                            "<tr>",
                                            "<td>",
                                            "</td>",
                                            "</table>",
                                            "<ul>",
                                            "<li>",
                                            "</ul>",
                                            "<script>",
                                            "</script>",
                                            "<style>",
                                            "</style>",
                                            "<svg>",
                                            "<math>",
                                            "<mi>",
                                            "</svg>",
                                            "<!--",
                                            "-->",
                                            "<title>",
                                            "</title>",
                                            "<textarea>",
                                            "<xmp>",
                                            "<noscript>",
                                            "<template>",
                                            "<img src=x onerror=y>",
                                            "<img src=\"y\"",
                                            ">",
                                            "\"",
                                            "'",
                                            "<",
                                            "&lt;",
                                            "&amp;",
                                            "text",
                                            " ",
                                            "\n",
                                            "<pre>",
                                            "<select>",
                                            "<option>",
                                            "<form>",
                                            "<i style=\"color: red\">",
                                            "</i>",
                                            "<font color=red>",
                                            "<h1>",
                                            "</h1>",
                                            "<br>",
                                            "<br/>",
                                            "<hr />",
                                            "=",
                                            "<caption>",
                                            "<col>",
                                            "<dd>",
                                            "<dt>",
                                            "<nobr>",
                                            "<button>",
                                            "<ruby>",
                                            "<rt>",
                                            "<details>",
                                            "<frameset>",
                                            "<plaintext>",
                                            "<object>",
                                            "]]>",
                                            "<![CDATA["};
  std::string html;
  for (auto count = random() % 24; count > 0; --count) html += pieces[random() % std::size(pieces)];
  return html;
}

}  // namespace

BOOST_AUTO_TEST_CASE(drops_pictures_that_show_nothing) {
  check({{"a<img src=\"https://x.example/t\" width=\"1\" height=\"1\">b", "ab"},
         {"<p>a<img height=0 src=https://x.example/t width=1px />b</p>", "<p>ab</p>"},
         {"<IMG WIDTH='1' HEIGHT='1' SRC='https://x.example/t'>", ""},
         {"<img src=\"https://x.example/t\" width=\"1\">", "<img src=\"https://x.example/t\" width=\"1\">"},
         {"<img src=\"https://x.example/t\" width=\"100\" height=\"1\">",
          "<img src=\"https://x.example/t\" width=\"100\" height=\"1\">"}});
}

BOOST_AUTO_TEST_CASE(leaves_hidden_what_is_hidden) {
  check({{"<p hidden>a</p><div hidden=\"\">b</div>", "<p hidden=\"\">a</p><div hidden=\"\">b</div>"},
         {"<p style=\"display:none\">a</p>", "<p style=\"display: none;\">a</p>"}});
}

BOOST_AUTO_TEST_CASE(keeps_ordinary_markup) {
  check({
      {"", ""},
      {"plain & simple", "plain & simple"},
      {"<p>One <b>two</b> <em>three</em></p>", "<p>One <b>two</b> <em>three</em></p>"},
      {"<ul><li>One</li><li>Two</li></ul>", "<ul><li>One</li><li>Two</li></ul>"},
      {"<h2>Head</h2><blockquote cite=\"https://x.example/\">q</blockquote>",
       "<h2>Head</h2><blockquote cite=\"https://x.example/\">q</blockquote>"},
      {"a<br/>b<br />c<br>d", "a<br>b<br>c<br>d"},
      {"<img src=\"https://x.example/i.png\" alt=\"a &amp; b\" width=\"10\">",
       "<img src=\"https://x.example/i.png\" alt=\"a &amp; b\" width=\"10\">"},
      {"<span style=\"color: red; position: fixed\">x</span>", "<span style=\"color: red;\">x</span>"},
      {"<table><tbody><tr><td colspan=\"2\">x</td></tr></tbody></table>",
       "<table><tbody><tr><td colspan=\"2\">x</td></tr></tbody></table>"},
      {"<time datetime=\"2026-03-01T09:00\">soon</time>", "<time datetime=\"2026-03-01T09:00\">soon</time>"},
  });
}

BOOST_AUTO_TEST_CASE(marks_links_and_makes_them_absolute) {
  check({
      {"<a href=\"https://x.example/?a=1&amp;b=2\">x</a>",
       "<a href=\"https://x.example/?a=1&amp;b=2\" rel=\"noopener noreferrer nofollow\">x</a>"},
      {"<a href=\"c\">x</a>", "<a href=\"https://example.org/a/c\" rel=\"noopener noreferrer nofollow\">x</a>"},
      {"<a href='/c' target=_blank>x</a>",
       "<a href=\"https://example.org/c\" rel=\"noopener noreferrer nofollow\">x</a>"},
      {"<img src=\"i.png\">", "<img src=\"https://example.org/a/i.png\">"},
      {"<A HREF='mailto:a@x.example'>x</A>",
       "<a href=\"mailto:a@x.example\" rel=\"noopener noreferrer nofollow\">x</a>"},
  });
  BOOST_TEST(sanitize_html("<a href=\"#n\">1</a><img src=\"i.png\">", "") ==
             "<a href=\"#n\" rel=\"noopener noreferrer nofollow\">1</a><img>");
}

BOOST_AUTO_TEST_CASE(removes_what_is_active) {
  check({
      {"a<script>alert(1)</script>b", "ab"},
      {"a<SCRIPT/x>alert('<p>')</script >b", "ab"},
      {"<p onclick=\"x()\">a</p>", "<p>a</p>"},
      {"<p/onclick=x()>a</p>", "<p>a</p>"},
      {"<a href=\"javascript:alert(1)\">a</a>", "<a rel=\"noopener noreferrer nofollow\">a</a>"},
      {"<a href=\"java&#10;script:alert(1)\">a</a>", "<a rel=\"noopener noreferrer nofollow\">a</a>"},
      {"<a href=\" &#1;JaVaScRiPt:alert(1)\">a</a>", "<a rel=\"noopener noreferrer nofollow\">a</a>"},
      {"<a href=\"data:text/html,x\">a</a>", "<a rel=\"noopener noreferrer nofollow\">a</a>"},
      {"<img src=\"data:image/svg+xml;base64,AAAA\">", "<img>"},
      {"<img src=\"data:image/png;base64,AAAA\">", "<img src=\"data:image/png;base64,AAAA\">"},
      {"a<style>p{}</style><iframe src=x>y</iframe>b", "ayb"},
      {"a<iframe src=x> b <script>c</script><img onerror=\"d\">", "a b <img>"},
      {"a <!DOCTYPE", "a &lt;!DOCTYPE"},
      {"a<object data=x><b>c</b></object><embed src=y>b", "a<b>c</b>b"},
      {"<form action=x><input name=y>a<button>c</button></form>", " ac"},
      {"<svg><script>x</script><a xlink:href=\"javascript:x\">a</a></svg>",
       "<a rel=\"noopener noreferrer nofollow\">a</a>"},
      {"a<!-- <b>c</b> -->b", "ab"},
      {"<template><b>x</b></template>a", "a"},
      {"<meta http-equiv=refresh content=0><base href=x><link rel=stylesheet href=y>a", "a"},
      {"<p id=\"x\" class=\"y\" name=\"z\">a</p>", "<p>a</p>"},
      {"<noscript><p title=\"</noscript><img src=x onerror=y>\">a</p></noscript>",
       "<p title=\"&lt;/noscript&gt;&lt;img src=x onerror=y&gt;\">a</p>"},
      {"<textarea></textarea><img src=x onerror=y>", "<img src=\"https://example.org/a/x\">"},
      {"<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
       "<img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\"><table></table>"},
  });
}

BOOST_AUTO_TEST_CASE(balances_what_is_broken) {
  check({
      {"<b>a", "<b>a</b>"},
      {"a</b></p>", "a"},
      {"<p>a<p>b", "<p>a</p><p>b</p>"},
      {"<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"},
      {"<b><i>a</b>c", "<b><i>a</i></b>c"},
      {"1 < 2 <b>x</b>", "1 &lt; 2 <b>x</b>"},
      {"<table><tr><td>a<td>b</table>", "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>"},
      {"<P>Upper</P>", "<p>Upper</p>"},
      {"<a href=\"https://x.example/\"", ""},
  });
}

BOOST_AUTO_TEST_CASE(judges_declarations) {
  const Case cases[] = {
      {"color:red", "color: red;"},
      {"COLOR : #ff0000 ; margin: 0 15px 0 0", "color: #ff0000; margin: 0 15px 0 0;"},
      {"background: url(x)", ""},
      {"background-color: rgb(0, 128, 0)", "background-color: rgb(0, 128, 0);"},
      {"width: expression(alert(1))", ""},
      {"color: r\\65 d", ""},
      {"position: absolute; float: right", "float: right;"},
      {"margin: -5px; padding: 99999em", ""},
      {"margin: 0px !important", "margin: 0px !important;"},
      {"font-family: Symbol; font: 12px/1 x", "font-family: Symbol;"},
      {"-moz-binding: x; mso-list: l0 level1", ""},
      {"color: /* x */ red", ""},
      {";;:x;color", ""},
  };
  for (const auto& [style, safe] : cases) {
    BOOST_TEST_CONTEXT(style) {
      BOOST_TEST(safe_style(style) == safe);
      BOOST_TEST(safe_style(safe) == safe);
    }
  }
}

BOOST_AUTO_TEST_CASE(both_ways_give_inert_markup_that_stays_as_it_is) {
  std::mt19937 random(11);
  int strict = 0;
  for (int i = 0; i < 20000; ++i) {
    const std::string html = noise(random);
    BOOST_TEST_CONTEXT(html) {
      std::string direct;
      if (sanitize_strict(html, base, direct)) {
        ++strict;
        BOOST_TEST(test::why_not_inert(direct) == "");
      }
      const std::string result = sanitize_html(html, base);
      BOOST_TEST(test::why_not_inert(result) == "");
      BOOST_TEST(sanitize_html(result, base) == result);
      std::string again;
      BOOST_TEST(sanitize_strict(sanitize_detail::filter_html(html, base), base, again));
    }
  }
  BOOST_TEST(strict > 100);
}

BOOST_AUTO_TEST_CASE(bounds_depth_and_time_on_hostile_markup) {
  for (const std::string_view piece :
       {"<div>", "<b>", "<font color=\"1\">", "<p><b>", "<table><td>", "<b><p>", "<a href=x>", "<b><div></b>",
        "<table><b></table>", "<li><ul>", "</b>", "<", "<!--", "<p a=1 b=2 c=3", "&lt;", "<svg>", "<template>",
        "<i><table><td></i>", "<p><font>"}) {
    std::string hostile;
    while (hostile.size() < 300'000) hostile += piece;
    for (int i = 0; i < 10'000; ++i) hostile += "<p>x";
    BOOST_TEST_CONTEXT(piece) {
      const auto begin = std::chrono::steady_clock::now();
      const std::string result = sanitize_html(hostile, base);
      BOOST_TEST((std::chrono::steady_clock::now() - begin < std::chrono::seconds(20)));
      BOOST_TEST(result.size() < hostile.size() * 20);
    }
  }
  std::string attributes = "<p";
  for (int i = 0; i < 100'000; ++i) attributes += " a" + std::to_string(i) + "=1";
  BOOST_TEST(sanitize_html(attributes + ">x", base) == "<p>x</p>");
}

BOOST_AUTO_TEST_SUITE_END()
