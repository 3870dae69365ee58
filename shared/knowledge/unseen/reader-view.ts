import { isLost, readColour, WHITE, type Colour } from './colour.ts';
import { MARK, marksOf } from '../raised/marks.ts';
import { hidesAll, isIndentedAway, isSqueezed, strikesOut } from './hides.ts';
import { lengthOf, readStyle, type Style } from './style.ts';
import { readStyleSheets, styleBySheets, type StyleSheets } from './style-sheets.ts';

type Attributes = Readonly<Record<string, string>>;

/** Elements whose words are none of a page's text: what a program reads, what is drawn, what is only offered or asked for. */
export const NO_TEXT: ReadonlySet<string> = new Set(
  'script style svg math template noscript noframes iframe frame object embed applet canvas audio video source track map area form input button select option datalist textarea dialog'.split(
    ' ',
  ),
);

/** What was there and is taken back; what stands in its place (`ins`) is read. */
const STRUCK: ReadonlySet<string> = new Set(['s', 'del', 'strike']);

/** What an element's words look like, as it is handed down to what is in it. */
interface Look {
  /** Nothing within is seen. */
  isHidden: boolean;
  /** 0 to 1 */
  opacity: number;
  isVisible: boolean;
  /** In pixels. */
  fontSize: number;
  isIndentedAway: boolean;
  isSqueezed: boolean;
  /** Undefined: what a browser takes, which is seen. */
  colour: Stated | undefined;
  /** Undefined: none is stated; 'picture': a picture or what is not known here. */
  ground: Stated | 'picture' | undefined;
}

/** A colour, and whether it is certainly what is shown: a style sheet that is not read may say another. */
interface Stated {
  colour: Colour;
  isSure: boolean;
}

const PLAIN: Look = {
  ...{ isHidden: false, opacity: 1, isVisible: true, fontSize: 16, isIndentedAway: false, isSqueezed: false },
  ...{ colour: undefined, ground: undefined },
};
const LEAST_OPACITY = 0.1;
const LEAST_FONT = 2;
/** Often hidden until a script has run, or while a box stands before them, and the page all the same. */
const WHOLE = new Set(['html', 'body']);
const BEHIND_A_BOX = new Set(['html', 'body', 'main', 'article']);
const OF_THE_PAGE = /^(?:root|app|__next|__nuxt|page|wrapper|content|main|site)\b/iu;

/**
 * Follows the elements of a page as a parser opens and closes them, and tells whether somebody who looks at it sees the text that
 * comes next, and where it is raised, lowered or a link: the one rule for what is read of a page, for the researcher and for ingest. It goes by attributes and by the page's own
 * `<style>` elements (rules by tag, class and id); what a linked style sheet or another selector hides, it does not know.
 */
export class ReaderView {
  readonly #sheets: StyleSheets;
  readonly #looks: Look[] = [];
  /** The marks of each open element (`raised/marks.ts`). */
  readonly #marks: string[] = [];

  constructor(html: string) {
    this.#sheets = readStyleSheets(html);
  }

  /** @returns whether nothing in the element is seen */
  open(name: string, attributes: Attributes): boolean {
    const own = readStyle(attributes.style ?? '');
    const sheets = styleBySheets(this.#sheets, name, attributes);
    const look = this.#look(name, attributes, own, sheets);
    this.#looks.push(look);
    const align = own.get('vertical-align') ?? sheets.get('vertical-align');
    this.#marks.push(look.isHidden ? '' : marksOf(name, attributes, align).join(''));
    return look.isHidden;
  }

  /** What the words of the element that was opened last begin with, for `readRaised`; mostly nothing. */
  get beginning(): string {
    return this.#marks.at(-1) ?? '';
  }

  /** @returns what the words of the element end with, for `readRaised`; mostly nothing */
  close(): string {
    this.#looks.pop();
    return MARK.end.repeat(this.#marks.pop()?.length ?? 0);
  }

  /** Whether text that stands here is seen. */
  get isSeen(): boolean {
    const look = this.#looks.at(-1) ?? PLAIN;
    const { colour, ground } = look;
    if (look.isHidden || !look.isVisible || look.fontSize < LEAST_FONT) return false;
    if (look.isIndentedAway || look.isSqueezed) return false;
    if (colour === undefined) return true;
    if (colour.colour.alpha < LEAST_OPACITY) return false;
    if (ground === 'picture' || !colour.isSure || ground?.isSure === false) return true;
    return !isLost(colour.colour, ground?.colour ?? WHITE);
  }

  #look(name: string, attributes: Attributes, own: Style, sheets: Style): Look {
    const above = this.#looks.at(-1) ?? PLAIN;
    if (above.isHidden) return above;
    if (own.size === 0 && sheets.size === 0 && Object.keys(attributes).length === 0 && name !== 'a' && !STRUCK.has(name)) return above;
    const style = new Map([...sheets, ...own]);
    const isWhole = WHOLE.has(name);
    const opacity = above.opacity * (isWhole ? 1 : opacityOf(style));
    const visibility = isWhole ? undefined : style.get('visibility');
    const indent = style.get('text-indent');
    const spacing = style.get('letter-spacing');
    const fontSize = fontSizeOf(style, above.fontSize);
    const isStruck = STRUCK.has(name) || strikesOut(style);
    return {
      isHidden: opacity < LEAST_OPACITY || (!isWhole && (isStruck || saysHidden(name, attributes) || hidesAll(style))),
      opacity,
      isVisible: seesThrough(visibility, above.isVisible),
      fontSize,
      isIndentedAway: indent === undefined || indent === 'inherit' ? above.isIndentedAway : isIndentedAway(indent),
      isSqueezed: spacing === undefined || spacing === 'inherit' ? above.isSqueezed : isSqueezed(spacing, fontSize),
      ...this.#colours(name, attributes, { own, style }, above),
    };
  }

  #colours(name: string, { color, bgcolor }: Attributes, { own, style }: { own: Style; style: Style }, above: Look): Pick<Look, 'colour' | 'ground'> {
    const text = style.get('-webkit-text-fill-color') ?? style.get('color') ?? (name === 'font' ? color?.toLowerCase() : undefined);
    const ground = groundIn(style) ?? bgcolor?.toLowerCase();
    // A colour of the sheet that has its own ground beside it is what is shown; one alone may stand on another's ground.
    const areBoth = text !== undefined && ground !== undefined;
    const isSure = (property: string) => own.has(property) || areBoth || !this.#sheets.areColoursElsewhere;
    const isOfPicture = /\btext\b/u.test(`${style.get('background-clip') ?? ''} ${style.get('-webkit-background-clip') ?? ''}`);
    const colour = isOfPicture ? undefined : statedColour(text, isSure('color') || color !== undefined);
    return {
      colour: text === undefined || text === 'inherit' ? (name === 'a' ? undefined : above.colour) : colour,
      ground: groundOf(ground, isSure('background') || own.has('background-color') || bgcolor !== undefined, above.ground),
    };
  }
} // prettier-ignore

/** By attributes that are not of style. `aria-hidden` is for those who listen, and what it is said of is as a rule decoration or said twice. */
function saysHidden(name: string, attributes: Attributes): boolean {
  if (attributes.hidden !== undefined || attributes.popover !== undefined) return true;
  const isBehind = BEHIND_A_BOX.has(name) || OF_THE_PAGE.test(attributes.id ?? '');
  return attributes['aria-hidden']?.toLowerCase() === 'true' && !isBehind;
}

function seesThrough(visibility: string | undefined, around: boolean): boolean {
  if (visibility === undefined || visibility === 'inherit' || visibility === 'unset') return around;
  return visibility !== 'hidden' && visibility !== 'collapse';
}

function opacityOf(style: Style): number {
  const value = style.get('opacity');
  const amount = parseFloat(value ?? '1') / (value?.endsWith('%') === true ? 100 : 1);
  return Number.isNaN(amount) ? 1 : amount;
}

/** Relative sizes are of the size around; named ones are read by everybody. */
function fontSizeOf(style: Style, around: number): number {
  // The shorthand's size stands before its family and, behind a stroke, the height of a line.
  const value =
    style.get('font-size') ?? /(?:^|\s)([\d.]+(?:[a-z]+|%)|0)(?:\s*\/|\s)/u.exec(style.get('font') ?? '')?.[1];
  if (value === undefined || value === 'inherit') return around;
  const amount = /^([\d.]+)(?:em|%)$/u.exec(value)?.[1];
  if (amount !== undefined) return Number(amount) * around * (value.endsWith('%') ? 0.01 : 1);
  return /^[\d.]/u.test(value) ? (lengthOf(value) ?? around) : 16;
}

function statedColour(value: string | undefined, isSure: boolean): Stated | undefined {
  const colour = value === undefined ? undefined : readColour(value);
  return colour === undefined ? undefined : { colour, isSure };
}

/** All that is said of what is behind the words, a picture too. */
function groundIn(style: Style): string | undefined {
  const said = ['background', 'background-color', 'background-image'].flatMap((name) => style.get(name) ?? []);
  return said.length === 0 ? undefined : said.join(' ');
}

function groundOf(value: string | undefined, isSure: boolean, above: Look['ground']): Look['ground'] {
  if (value === undefined || /^(?:none|inherit|unset|initial|0)(?: (?:none|inherit|unset|initial|0))*$/u.test(value))
    return above;
  if (/url\(|gradient|var\(|image/u.test(value)) return 'picture';
  const words = value.match(/[a-z]+\([^()]*\)|[^\s()]+/gu) ?? [];
  const colour = words.flatMap((word) => readColour(word) ?? []).at(-1);
  if (colour === undefined) return 'picture';
  return colour.alpha < LEAST_OPACITY ? above : { colour, isSure };
}
