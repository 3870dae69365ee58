import { Parser } from 'htmlparser2';
import { readStyle, withoutComments, type Style } from './style.ts';

/** What the `<style>` elements of a page say by tag, class or id. */
export interface StyleSheets {
  /** By selector, "p", ".note", "#box", "p.note" or "p#box". */
  rules: ReadonlyMap<string, Style>;
  /** Whether colours may come from elsewhere: a linked sheet, or a rule of another form. */
  areColoursElsewhere: boolean;
}

const NONE: StyleSheets = { rules: new Map(), areColoursElsewhere: false };
/** Style sheets say how a page prints as well. */
const ON_SCREEN = /^\s*(?:(?:only )?screen|all)?\s*$/iu;
const SIMPLE = /^(?:[a-z][a-z0-9]*)?(?:[.#](?:[\p{L}\p{N}_-]|\\.)+)?$/iu;
/** Within these a style sheet is none of the page as it is shown. */
const NOT_SHOWN = new Set(['noscript', 'template', 'svg']);

/** The style sheets that stand in a page itself, wherever they stand; one that is linked is never fetched. */
export function readStyleSheets(html: string): StyleSheets {
  const isLinked = /<link\b[^<>]{0,500}\bstylesheet\b/iu.test(html);
  if (!/<style/iu.test(html)) return isLinked ? { ...NONE, areColoursElsewhere: true } : NONE;
  const sheets: string[] = [];
  let isInStyle = false;
  let notShown = 0;
  const parser = new Parser({
    onopentag: (name, { media = '' }) => {
      if (NOT_SHOWN.has(name)) notShown += 1;
      isInStyle = name === 'style' && notShown === 0 && ON_SCREEN.test(media);
      if (isInStyle) sheets.push('');
    },
    ontext: (text) => {
      if (isInStyle) sheets.push(text);
    },
    onclosetag: (name) => {
      if (NOT_SHOWN.has(name)) notShown -= 1;
      isInStyle = false;
    },
  });
  parser.write(html);
  parser.end();
  const { rules, areColoursElsewhere } = readRules(withoutComments(sheets.join('\n')));
  return { rules, areColoursElsewhere: areColoursElsewhere || isLinked };
}

/** One pass over the text of a sheet: rules of the form `a, .b { … }`, those of a screen of any width too. */
function readRules(text: string): StyleSheets {
  const rules = new Map<string, Style>();
  let areColoursElsewhere = false;
  let at = 0;
  for (let open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
    const selectors = text.slice(at, open).split(/[;}]/u).at(-1)?.trim() ?? '';
    at = open + 1;
    if (selectors.startsWith('@')) {
      // What stands in it is read as any rule where it is for every screen, and passed over where it is not.
      const isForAll = /^@(?:layer|supports)\b|^@media\s+(?:(?:only )?screen|all)\s*$/iu.test(selectors);
      if (!isForAll) at = endOfBlock(text, at);
      continue;
    }
    const close = text.indexOf('}', at);
    const end = close < 0 ? text.length : close;
    const style = readStyle(text.slice(at, end));
    at = end;
    for (const selector of selectors.split(',').map((one) => one.trim())) {
      if (SIMPLE.test(selector)) {
        const key = selector.replaceAll(/\\(.)/gu, '$1').replace(/^[a-z0-9]+/iu, (tag) => tag.toLowerCase());
        rules.set(key, new Map([...(rules.get(key) ?? []), ...style]));
      } else areColoursElsewhere ||= [...style.keys()].some((name) => /^(?:color|background)/u.test(name));
    }
  }
  return { rules, areColoursElsewhere };
}

function endOfBlock(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

/** Longer lists of classes are no page's. */
const MOST_CLASSES = 100;

/** What the sheets say of an element, in the order of what counts more: its tag, its classes, its id. */
export function styleBySheets({ rules }: StyleSheets, name: string, { class: classes = '', id = '' }: Readonly<Record<string, string>>): Style {
  if (rules.size === 0) return new Map();
  const named = classes.split(/\s+/u, MOST_CLASSES).filter((one) => one !== '').map((one) => `.${one}`);
  const keys = [name, ...named, ...named.map((one) => `${name}${one}`), ...(id === '' ? [] : [`#${id}`, `${name}#${id}`])];
  return new Map(keys.flatMap((key) => [...(rules.get(key) ?? [])]));
} // prettier-ignore
