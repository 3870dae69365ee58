import { darkTheme, hues, lightTheme } from '../../charts/palette.ts';
import type { ChartTheme } from '../../charts/palette.ts';

const names = ['rest', 'ink', 'mutedInk', 'rule', 'surface'] as const;

/** The charts' colours as CSS variables, so that one drawing serves light, dark and paper. */
const variables = (theme: ChartTheme): string =>
  [
    ...hues.map((hue) => `--chart-${hue}:${theme.hues[hue]}`),
    ...names.map((name) => `--chart-${name}:${theme[name]}`),
  ].join(';');

const variable = (name: string, fallback: string) => `var(--chart-${name},${fallback})`;

/** A theme whose colours are those variables; a drawing taken out of the page falls back to the light ones. */
export const pageTheme: ChartTheme = {
  hues: {
    blue: variable('blue', lightTheme.hues.blue),
    teal: variable('teal', lightTheme.hues.teal),
    ochre: variable('ochre', lightTheme.hues.ochre),
    brick: variable('brick', lightTheme.hues.brick),
    slate: variable('slate', lightTheme.hues.slate),
    plum: variable('plum', lightTheme.hues.plum),
    sky: variable('sky', lightTheme.hues.sky),
  },
  rest: variable('rest', lightTheme.rest),
  ink: variable('ink', lightTheme.ink),
  mutedInk: variable('mutedInk', lightTheme.mutedInk),
  rule: variable('rule', lightTheme.rule),
  surface: variable('surface', lightTheme.surface),
  fontFamily: lightTheme.fontFamily,
};

const light = `--paper:#fff;--shade:#22262b38;--ink:#22262b;--muted:#5a626b;--rule:#dcdfe3;--accent:#23507a;--notice:#fbf5e6;--notice-edge:#c58612;${variables(lightTheme)}`;
const dark = `--paper:#15191e;--shade:#000c;--ink:#e8eaed;--muted:#a9b1ba;--rule:#353c45;--accent:#8fbce8;--notice:#282317;--notice-edge:#e9b44c;${variables(darkTheme)}`;

/**
 * A shadow at the edge beyond which a table goes on: two covers in the paper's colour move with the content and hide it where
 * there is nothing more to see.
 */
const scrollHint = [
  'background:linear-gradient(to right,var(--paper) 40%,transparent) 0 0/2.5rem 100% no-repeat local',
  'linear-gradient(to left,var(--paper) 40%,transparent) 100% 0/2.5rem 100% no-repeat local',
  'linear-gradient(to right,var(--shade),transparent) 0 0/.9rem 100% no-repeat scroll',
  'linear-gradient(to left,var(--shade),transparent) 100% 0/.9rem 100% no-repeat scroll',
].join();

/** The whole style of the report: a letter, not a screen. Paper is always light. */
export const stylesheet = `
:root{color-scheme:light dark;${light};
--serif:Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif;
--sans:${lightTheme.fontFamily}}
@media screen and (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.62 var(--serif);overflow-wrap:anywhere}
.page{max-width:45rem;margin:0 auto;padding:4.5rem 1.5rem 6rem}
a{color:var(--accent);text-underline-offset:.18em}
.skip{position:absolute;left:-999px}
.skip:focus{left:1rem;top:1rem;padding:.5rem 1rem;background:var(--paper);outline:2px solid var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
h1,h2,h3{font-weight:600;line-height:1.2;text-wrap:balance}
h1{font-size:clamp(2rem,6vw,2.75rem);letter-spacing:-.015em;margin:.4rem 0 .75rem}
h2{font-size:1.7rem;letter-spacing:-.01em;margin:0 0 1.25rem}
h3{font-size:1.2rem;margin:2.5rem 0 .6rem}
p{margin:0 0 1rem}
ul,ol{padding-left:1.4rem;margin:0 0 1rem}
li{margin:.3rem 0}
main>section{margin-top:5rem;padding-top:1.6rem;border-top:1px solid var(--ink)}
.kicker,.muted,.notes,caption,th,td small,dt,dd small,.contents,summary,footer{font-family:var(--sans)}
.kicker{font-size:.8125rem;letter-spacing:.09em;text-transform:uppercase;color:var(--muted);margin:0}
.covers{color:var(--muted);margin:0}
.lede{font-size:clamp(1.35rem,4vw,1.6rem);line-height:1.36;margin:0 0 1.5rem;text-wrap:pretty}
.contents{font-size:.875rem;line-height:1.5;margin:2.25rem 0 0;padding:.9rem 0;border-block:1px solid var(--rule)}
.contents ol{list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.5rem;margin:0;padding:0}
.contents li{margin:0}
.contents a{text-decoration:none}
.contents a:hover{text-decoration:underline}
.question{border-left:3px solid var(--accent);padding:.1rem 0 .1rem 1.2rem;margin:0 0 1.8rem}
.question .asked{font-style:italic}
.question .asked b{font-style:normal}
.observations{list-style:none;padding:0;margin:2.5rem 0 0;counter-reset:seen}
.observations li{counter-increment:seen;display:grid;grid-template-columns:2.6rem 1fr;align-items:baseline;margin:0;padding:.8rem 0;border-top:1px solid var(--rule)}
.observations li::before{content:counter(seen);font-size:1.6rem;line-height:1;color:var(--accent)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:1.75rem 2rem;margin:3rem 0 0}
.figures:has(>:nth-child(5):last-child){grid-template-columns:repeat(6,1fr)}
.figures:has(>:nth-child(5):last-child)>*{grid-column:span 2}
.figures:has(>:nth-child(5):last-child)>:nth-child(-n+2){grid-column:span 3}
.figures:has(>:nth-child(5):last-child)>:nth-child(-n+2) dd{font-size:2.4rem}
.figures div{border-top:2px solid var(--ink);padding-top:.6rem}
.figures dt{font-size:.8125rem;color:var(--muted)}
.figures dd{margin:0;font-size:1.75rem;line-height:1.25;font-variant-numeric:lining-nums tabular-nums}
.figures dd small{display:block;font-size:.8125rem;line-height:1.4;color:var(--muted);margin-top:.2rem}
.notice{background:var(--notice);border-left:3px solid var(--notice-edge);padding:1.1rem 1.3rem .4rem;margin:2.25rem 0 0}
.notice h2,.notice h3{font-size:1.05rem;margin:0 0 .5rem}
.notice h3:not(:first-child){margin-top:1.2rem}
.banner{padding:.7rem 1.1rem;margin:0 0 1rem;font-size:.96875rem}
.notice ul{font-size:.96875rem;line-height:1.5}
figure{margin:2.25rem 0 2.5rem}
figcaption p{font:600 .9375rem/1.35 var(--sans);margin:0 0 .9rem}
figure>p{font:.8125rem/1.5 var(--sans);color:var(--muted);margin:.8rem 0 0}
figure svg{display:block;width:100%;height:auto}
figure .narrow{display:none}
.scroll{overflow-x:auto;margin:1.75rem 0 .5rem;${scrollHint}}
table{border-collapse:collapse;width:100%;font:.875rem/1.4 var(--sans);font-variant-numeric:lining-nums tabular-nums}
caption{text-align:left;font-weight:600;font-size:.9375rem;padding-bottom:.6rem}
th,td{text-align:left;vertical-align:baseline;padding:.5rem 1rem .5rem 0;border-bottom:1px solid var(--rule);font-weight:400}
th:last-child,td:last-child{padding-right:0}
thead th,thead .n{overflow-wrap:normal;white-space:normal;color:var(--muted);font-size:.8125rem;border-bottom-color:var(--ink);vertical-align:bottom}
tbody th{font-weight:500}
td{overflow-wrap:break-word}
tfoot th,tfoot td{font-weight:600;border-bottom:0;border-top:1px solid var(--ink)}
.n{text-align:right;white-space:nowrap}
td small,th small{display:block;font-size:.78rem;font-weight:400;color:var(--muted);overflow-wrap:anywhere;white-space:normal}
.allocations{columns:2 18rem;column-gap:3rem;margin-top:2rem}
.allocations .scroll{break-inside:avoid;margin:0;padding:0 0 2rem}
@media (min-width:62rem){.broad{margin-inline:-5rem}}
.notes{font-size:.8125rem;line-height:1.5;color:var(--muted);padding:0;margin:0 0 2.5rem;list-style:none}
.muted{color:var(--muted);font-size:.875rem}
details{border-block:1px solid var(--rule);padding:.8rem 0;margin:1.5rem 0}
details+details{margin-top:-1.5rem;border-top:0}
summary{cursor:pointer;font-size:.9375rem;font-weight:600}
.facts td{vertical-align:top}
.facts{table-layout:fixed}
.facts thead th{width:33%}
.facts thead :nth-child(2){width:24%}
.facts thead :nth-child(3){width:7.6rem}
.facts .n{white-space:normal}
.sources{table-layout:fixed}
.sources td{overflow-wrap:anywhere}
.sources thead th:first-child{width:3rem}
.sources thead :nth-child(2){width:52%}
footer{margin-top:5rem;padding-top:1.2rem;border-top:1px solid var(--ink);font-size:.875rem;line-height:1.6;color:var(--muted)}
footer h2{font-size:1rem;font-family:var(--sans);color:var(--ink);letter-spacing:0;margin:0 0 .5rem}
@media (max-width:38rem){
.page{padding:2.5rem 1.15rem 4rem}
body{font-size:1rem}
h2{font-size:1.45rem}
main>section{margin-top:3.5rem}
figure .wide{display:none}
figure .narrow{display:block}
.figures,.figures:has(>:nth-child(5):last-child){grid-template-columns:1fr 1fr;gap:1.5rem 1.25rem}
.figures:has(>:nth-child(5):last-child)>:nth-child(n){grid-column:auto}
.figures>:first-child,.figures:has(>:nth-child(5):last-child)>:first-child{grid-column:1/-1}
.figures:has(>:nth-child(n)) dd{font-size:1.4rem}
.figures:has(>:nth-child(n))>:first-child dd{font-size:2.1rem}
.scroll:not(.broad)>table:not(.stack,.sources) :is(th,td):first-child{min-width:7rem}
.stack thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.stack,.stack caption,.stack tbody,.stack tfoot,.stack tr{display:block}
.stack tr{padding:.6rem 0;border-bottom:1px solid var(--rule)}
.stack th,.stack td{display:flex;justify-content:space-between;gap:1rem;border:0;padding:.1rem 0;text-align:right;white-space:normal}
.stack tbody th,.stack tfoot th{display:block;text-align:left;font-weight:600}
.stack td::before{content:attr(data-label);color:var(--muted);text-align:left;flex:none}
.stack td.empty{display:none}
.stack .value{min-width:0}
}
@media print{
@page{margin:18mm 17mm;@bottom-right{content:counter(page);font:9pt Georgia,serif;color:#5a626b}}
html{font-size:9.8pt}
.lede{font-size:1.3rem;margin-bottom:1rem}
.observations{margin-top:1.2rem}
.observations li{padding:.5rem 0}
.figures{margin-top:1.6rem;gap:1.1rem 1.6rem}
body{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.page{max-width:none;padding:0}
.skip,.contents{display:none}
a{color:inherit;text-decoration:none}
h1,h2,h3,caption,thead{break-after:avoid}
figure,tr,.observations li,.figures,.notice li{break-inside:avoid}
.keep{break-inside:avoid}
tbody tr:nth-child(-n+3){break-after:avoid}
tbody tr:nth-last-child(-n+3),tfoot tr{break-before:avoid}
.notice{box-decoration-break:clone;-webkit-box-decoration-break:clone}
.notice li+li:last-child,.notice ul+p.muted{break-before:avoid}
thead{display:table-header-group}
tfoot{display:table-row-group}
p,li{orphans:3;widows:3}
p:has(+ul),p:has(+ol),p:has(+.scroll){break-after:avoid}
main>section{margin-top:2.2rem;padding-top:1.1rem}
h2{margin-bottom:.8rem}
h3{margin-top:1.6rem}
figure svg{max-width:134mm}
table{font-size:8.6pt}
th,td{padding-block:.34rem}
figure{margin:1.1rem 0 1.3rem}
.notes{margin-bottom:1.4rem}
.scroll{overflow:visible;background:none}
.broad{margin-inline:0}
footer{break-inside:avoid;break-before:avoid;margin-top:2rem}
}`;
