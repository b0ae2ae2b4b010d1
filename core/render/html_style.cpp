#include "html.hpp"

namespace almanac {

// System fonts and colours only; contrast is at least 4.5:1 in both schemes. No custom properties: mail clients drop
// them.
std::string_view html_style() {
  return R"css(
:root{color-scheme:light dark}
*{box-sizing:border-box}
body{margin:0;background:#f5f6f9;color:#1d2430;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;-webkit-text-size-adjust:100%}
.page{max-width:44rem;margin:0 auto;padding:2.25rem 1rem 3rem}
header{margin:0 0 1.5rem}
h1{font-size:1.8rem;line-height:1.2;letter-spacing:-.015em;margin:0 0 .4rem}
h2{font-size:1.2rem;line-height:1.3;margin:2.4rem 0 .8rem}
.group{font-size:.8rem;font-weight:600;letter-spacing:.05em;text-transform:uppercase;color:#566072;margin:1.5rem 0 .5rem}
.title{font-size:1.03rem;font-weight:600;line-height:1.35;margin:0 0 .2rem}
.title a{text-decoration:none}
.title a:hover{text-decoration:underline}
.count{font-size:.8rem;font-weight:600;color:#0b5f58;background:#e0f3f0;border-radius:1rem;padding:.1rem .6rem;margin-left:.35rem;vertical-align:.1em}
.meta{color:#566072;font-size:.875rem;margin:0}
nav{margin:1rem 0 0;font-size:.9rem}
nav a{display:inline-block;margin:0 1rem .25rem 0}
a{color:#0b57a8;text-underline-offset:.15em}
a:focus-visible{outline:2px solid currentColor;outline-offset:2px;border-radius:2px}
article{background:#fff;border:1px solid #e3e7ee;border-radius:.75rem;padding:.85rem 1rem;margin:0 0 .65rem;overflow-wrap:anywhere}
.facts{margin:0;font-size:.925rem}
.facts b{font-weight:600}
.closes{display:inline-block;margin:.15rem .6rem .15rem 0;font-size:.85rem;font-weight:600;color:#0b5f58;background:#e0f3f0;border-radius:.4rem;padding:.1rem .5rem}
.closes.soon{color:#93340f;background:#fdebdf}
.changed{margin:.25rem 0;font-size:.925rem;font-weight:600;color:#93340f}
.status{font-size:.75rem;font-weight:700;text-transform:uppercase;letter-spacing:.04em;color:#b42318}
.why{color:#566072;font-size:.825rem;margin:.35rem 0 0}
.about{color:#566072;font-size:.875rem;padding-left:1.2rem}
footer{margin-top:2.75rem;border-top:1px solid #dfe3ea;padding-top:1.25rem}
footer h2{font-size:1rem;margin:0 0 .5rem}
@media (max-width:30rem){.page{padding:1.25rem .75rem 2rem}h1{font-size:1.45rem}}
@media (prefers-color-scheme:dark){
body{background:#12151b;color:#e7eaf0}
.group,.meta,.why,.about{color:#a5afc0}
a{color:#8ec2ff}
article{background:#1a1f28;border-color:#2d3442}
.count,.closes{color:#8adccf;background:#143631}
.closes.soon{color:#ffb896;background:#44271a}
.changed{color:#ffb896}
.status{color:#ff9b90}
footer{border-color:#2d3442}
}
@media print{
:root{color-scheme:light}
body{background:#fff;color:#000;font-size:10.5pt}
.page{max-width:none;padding:0}
nav{display:none}
a{color:#000}
article{background:#fff;border:0;border-bottom:1px solid #bbb;border-radius:0;padding:.4rem 0;break-inside:avoid}
.count,.closes,.closes.soon{color:#000;background:none;padding:0}
.group,.meta,.why,.about,.changed,.status{color:#333}
h2,.group{break-after:avoid}
}
)css";
}

}  // namespace almanac
