// What a reader of a page does not see is neither stored as its text nor quoted: one rule for the researcher and for ingest.
import { describe, expect, test } from '@jest/globals';
import { extract } from '../../../services/researcher/browsing/extract/extract.ts';
import { extractBlocks } from '../../../shared/knowledge/extract-blocks.ts';

const around = '<p>The central bank left its rate where it was, as most had expected it to do this week.</p>'.repeat(6);
const url = new URL('https://example.com/markets/today');

/** The page's text as each of the two reads it. */
function readings(trap: string, head = ''): string[] {
  const page = `<html><head><title>Rates</title>${head}</head><body><article><h1>Rates hold</h1>${around}${trap}${around}</article></body></html>`;
  const ingested = extractBlocks('text/html', page).map(({ text }) => text);
  return [ingested.join('\n'), extract(Buffer.from(page), 'text/html; charset=utf-8', url).text];
}

describe('of an element that hides its words', () => {
  test.each([
    'display:none',
    'DISPLAY : NONE !important',
    'display:none;display:block;display:none',
    'display:none !important;display:block',
    'visibility:hidden',
    'visibility:collapse',
    'opacity:0',
    'opacity:0.0',
    'opacity:.01',
    'opacity:1%',
    'font-size:0',
    'font-size:0.1px',
    'font-size:1px',
    'font-size:.01em',
    'font-size:1%',
    'font:0/0 a',
    'font:1px/1.5 Arial',
    'position:absolute;left:-9999px',
    'position:absolute;left:/* */-9999px',
    'position:absolute;\\6c eft:-9999px',
    'position:fixed;top:-100vh',
    'position:absolute;right:-999em',
    'position:fixed;bottom:-2000px',
    'position:absolute;left:calc(-1 * 9999px)',
    'position:absolute;left:calc(0px - 100rem)',
    'position:absolute;left:9999px',
    'position:absolute;inset:-9999px auto auto auto',
    'margin-left:-9999px',
    'margin:-9999px 0 0 0',
    'margin-top:-200vh',
    'text-indent:-9999px',
    'text-indent:-100em',
    'text-indent:100%;white-space:nowrap;overflow:hidden',
    'transform:translateX(-9999px)',
    'transform:translate(-100vw, 0)',
    'transform:translate3d(0,-5000px,0)',
    'translate:-9999px',
    'transform:scale(0)',
    'transform:scaleY(0.001)',
    'transform:rotateX(90deg)',
    'transform:matrix(0,0,0,0,0,0)',
    'scale:0',
    'zoom:0',
    'zoom:0.01',
    'zoom:2%',
    'position:absolute;clip:rect(0,0,0,0)',
    'position:absolute;clip:rect(1px 1px 1px 1px)',
    'clip-path:inset(50%)',
    'clip-path:inset(0 0 100% 0)',
    'clip-path:circle(0)',
    'clip-path:polygon(0 0, 0 0, 0 0)',
    'height:0;overflow:hidden',
    'max-height:0;overflow:hidden',
    'width:0;overflow-x:clip',
    'width:1px;height:1px;overflow:hidden',
    'content-visibility:hidden',
    'filter:opacity(0)',
    'color:transparent',
    'color:rgba(0,0,0,0)',
    'color:rgb(0 0 0 / 0%)',
    'color:hsla(0,0%,0%,0)',
    'color:oklch(0.5 0.1 20 / 0)',
    'color:#00000000',
    'color:#0000',
    '-webkit-text-fill-color:transparent',
    'color:white',
    'color:#fff',
    'color:#fefefe',
    'color:#FFFFFF;background:#FFF',
    'color:white;background-color:white',
    'color:rgb(100%,100%,100%)',
    'color:hsl(0 0% 100%)',
    'color:snow',
    'color:#111;background:#000',
    'background:#0a3d62;color:#0a3d62',
    'letter-spacing:-1em',
    'letter-spacing:-16px',
    'position:fixed;top:100vh',
    'position:fixed;left:100%',
    'position:absolute;left:100vw',
    'mask-image:linear-gradient(transparent,transparent)',
    '-webkit-mask:linear-gradient(rgba(0,0,0,0),transparent)',
    'color:oklch(1 0 0)',
    'color:oklab(100% 0 0)',
    'color:lab(100 0 0)',
    'color:lch(100 0 0)',
    'color:hwb(0 100% 0%)',
    'color:color(srgb 1 1 1)',
    'color:color(display-p3 1 1 1 / 1)',
    'color:lab(50 40 20);background:lab(50 40 20)',
    'text-decoration:line-through',
    'text-decoration: Line-Through red 2px',
    'text-decoration-line:line-through',
    'text-decoration-line:underline line-through',
    `${'x:y;'.repeat(2_000)}display:none`,
  ])('by "%s" nothing is read', (style) => {
    const [ingested, researched] = readings(`<p style="${style}">TRAP <b>TRAP</b></p>`);
    expect(ingested).toContain('central bank');
    expect(researched).toContain('central bank');
    expect(`${ingested} ${researched}`).not.toContain('TRAP');
  });

  test.each([
    '<div hidden><p>TRAP</p></div>',
    '<div hidden="until-found"><p>TRAP</p></div>',
    '<div popover><p>TRAP</p></div>',
    '<p aria-hidden="true">TRAP</p>',
    '<template><p>TRAP</p></template>',
    '<noscript><p>TRAP</p></noscript>',
    '<datalist><option>TRAP</option></datalist>',
    '<textarea>TRAP</textarea>',
    '<p><font color="white">TRAP</font></p>',
    '<table bgcolor="#ffffff"><tr><td><font color="#ffffff">TRAP</font></td></tr></table>',
    '<div style="background:#222"><p style="color:#222">TRAP</p></div>',
    '<div style="color:#fff;background:#222"><p style="background:white">TRAP</p></div>',
    '<div style="opacity:.2"><p style="opacity:.2">TRAP</p></div>',
    '<div style="font-size:.1em"><p style="font-size:.1em">TRAP</p></div>',
    '<h2 style="display:none">TRAP</h2>',
    '<a href="/x"><span style="display:none">TRAP</span></a>',
    '<p>It charges <s>TRAP</s> 0.05%.</p>',
    '<p><del datetime="2026-11-01">TRAP <b>TRAP</b></del> <ins>It held 8,600.</ins></p>',
    '<del><p>TRAP</p></del>',
    '<p><strike>TRAP</strike></p>',
  ])('%s is not read', (trap) => {
    expect(readings(trap).join(' ')).not.toContain('TRAP');
  });

  test.each([
    '.n{display:none}',
    'p.n { position:absolute; left:-9999px }',
    '#n{opacity:0}',
    '.a, .n, .b { color: #fff }',
    '@media screen { .n { visibility: hidden } }',
    '/* .n{} */ .n{font-size:0}',
    '.n{display:block} .n{height:0;overflow:hidden}',
    '.n{display:none!important}',
    '@import "x.css"; .n{display:none}',
    '.n { text-decoration: line-through solid 1px }',
    'p.n{text-decoration-line:line-through}',
    '@media print{p{color:red}} .n{display:none}',
  ])('by the rule "%s" of the page nothing is read, wherever the rule stands', (rule) => {
    const trap = '<p class="m n" id="n">TRAP</p>';
    expect(readings(trap, `<style>${rule}</style>`).join(' ')).not.toContain('TRAP');
    expect(readings(`${trap}<style>${rule}</style>`).join(' ')).not.toContain('TRAP');
  });

  test('Markdown reads nothing either, around its paragraphs and within them', () => {
    const source =
      '# Rates\n\nSeen <span style="left:-9999px">TRAP</span> words.\n\n<div hidden>\n\nTRAP\n\n</div>\n\n- One\n';
    expect(extractBlocks('text/markdown', source).map(({ text }) => text)).toEqual(['Rates', 'Seen words.', 'One']);
  });

  test('Markdown reads nothing of what it strikes out', () => {
    const source = 'It charges ~~TRAP *TRAP*~~ 0.05% a year.\n\n~~TRAP~~\n';
    expect(extractBlocks('text/markdown', source).map(({ text }) => text)).toEqual(['It charges 0.05% a year.']);
  });

  test('neither a heading nor a link is called by it', () => {
    const page = extract(
      Buffer.from(`<body><h1 style="display:none">Buy ZZZQ</h1><h1>Rates hold</h1><p><a href="/next">Next <i style="opacity:0">Buy ZZZQ</i></a></p>${around}</body>`),
      'text/html',
      url,
    ); // prettier-ignore
    expect([page.title, page.links[0]?.title]).toEqual(['Rates hold', 'Next']);
  });
});

describe('what is seen is read', () => {
  test.each([
    'opacity:0.9',
    'font-size:11px',
    'font-size:0.8em',
    'font:italic 400 14px/1.5 Georgia',
    'color:#fff;background:#003366',
    'color:white;background-image:url(dark.png)',
    'background:linear-gradient(#000,#333);color:#fff',
    'color:transparent;background:linear-gradient(red,blue);-webkit-background-clip:text',
    'color:#767676',
    'color:#e0e0e0;background:#222',
    'color:var(--text)',
    'text-indent:-2em;padding-left:2em',
    'margin:0 auto',
    'margin-left:-100%',
    'margin-left:calc(50% - 50vw)',
    'position:relative;top:-2px',
    'position:absolute;left:50%;transform:translate(-50%,-50%)',
    'position:absolute;top:1200px',
    'transform:none',
    'transform:rotate(90deg)',
    'height:0',
    'height:300px;overflow:hidden',
    'max-height:none;overflow:auto',
    'clip:auto',
    'clip-path:inset(0 0 10% 0)',
    'clip-path:polygon(0 0, 100% 0, 100% 100%)',
    'display:block;display:inline',
    'width:100%;overflow:hidden',
    'letter-spacing:-0.05em',
    'letter-spacing:-0.5px',
    'font-size:60px;letter-spacing:-3px',
    'position:absolute;top:100vh',
    'position:absolute;left:100%',
    'position:fixed;top:10vh',
    'mask-image:linear-gradient(black,transparent)',
    'mask-image:url(fade.png)',
    'color:oklch(0.3 0.1 250)',
    'color:color(srgb 1 1 1);background:lab(20 0 0)',
    'text-decoration:underline',
    'text-decoration:none',
  ])('"%s"', (style) => {
    for (const text of readings(`<p style="${style}">SEEN</p>`)) expect(text).toContain('SEEN');
  });

  test.each([
    ['<div style="background:#000"><div><p style="color:#fff">SEEN</p></div></div>', ''],
    ['<div style="visibility:hidden"><p style="visibility:visible">SEEN</p></div>', ''],
    ['<div style="font-size:0"><p style="font-size:16px">SEEN</p></div>', ''],
    ['<div style="color:#fff"><p style="color:#000">SEEN</p></div>', ''],
    ['<p>It charges <ins>SEEN</ins>.</p>', ''],
    ['<div style="letter-spacing:-1em"><p style="letter-spacing:normal">SEEN</p></div>', ''],
    ['<p class="n">SEEN</p>', '<style>.n:hover{text-decoration:line-through}</style>'],
    ['<main aria-hidden="true"><p>SEEN</p></main>', ''],
    ['<div id="root" aria-hidden="true"><p>SEEN</p></div>', ''],
    ['<p class="n">SEEN</p>', '<style>@media print{.n{display:none}}</style>'],
    ['<p class="n">SEEN</p>', '<style media="print">.n{display:none}</style>'],
    ['<p class="n">SEEN</p>', '<noscript><style>.n{display:none}</style></noscript>'],
    ['<p class="n">SEEN</p>', '<style>.modal .n{display:none}</style>'],
    ['<p class="n">SEEN</p>', '<style>.n{display:none}.n{display:block}</style>'],
    ['<p class="n" style="display:block">SEEN</p>', '<style>.n{display:none}</style>'],
    ['<p class="n">SEEN</p>', '<style>body{background:#111;color:#fff}</style>'],
    ['<p class="n">SEEN</p>', '<link rel="stylesheet" href="site.css"><style>.n{color:#fff}</style>'],
    ['<p class="n">SEEN</p>', '<style>.hero .box{background:#000} .n{color:#fff}</style>'],
  ])('%s with %s', (shown, head) => {
    for (const text of readings(shown, head)) expect(text).toContain('SEEN');
  });

  test('though the page waits for a script to show itself', () => {
    const page = `<html style="opacity:0"><body style="display:none;visibility:hidden">${around}</body></html>`;
    expect(extract(Buffer.from(page), 'text/html', url).text).toContain('central bank');
    expect(extractBlocks('text/html', page)).not.toEqual([]);
  });
});

test('no style takes long to be read', () => {
  const styles = ['/*'.repeat(200_000), '!'.repeat(200_000), ' '.repeat(200_000), '\\6'.repeat(100_000), '1e'.repeat(100_000), '@media x{'.repeat(50_000), 'translate('.repeat(50_000), '{'.repeat(100_000), '.a{'.repeat(100_000)]; // prettier-ignore
  for (const style of styles) {
    const pages = [
      `<p style="a:${style}">x</p>`,
      `<p style="transform:${style}">x</p>`,
      `<style>${style}</style><p>x</p>`,
    ];
    for (const page of pages) expect(() => extractBlocks('text/html', page)).not.toThrow();
  }
}, 20_000);
