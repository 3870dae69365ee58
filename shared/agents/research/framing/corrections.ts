import { estimateTokens } from '../../../knowledge/estimate-tokens.ts';
import { everyMatch } from '../../every-match.ts';
import { measuresIn, tellOtherMeasures } from './measures.ts';

const OF_PAGE =
  '(?:(?:this|our) (?:[\\p{L}\\d:.]+ ){0,2}(?:article|story|page|report|post|piece|column|text|chart|table|graphic|headline|newsletter|version)|the (?:article|story|headline))';
const MEASURE =
  '(?:revenues?|sales|income|profits?|earnings|loss(?:es)?|results?|figures?|numbers?|totals?|amounts?|eps|dividends?|deliveries|shipments|margins?|cash flow|yields?|returns?)';
const CHANGED = '(?:restated|revised|corrected|changed|amended|updated)';
const WRONGLY = '(?:incorrectly|wrongly|mistakenly|erroneously)';
/** Stands before what an editor puts right, with or without its day. */
const NOTE =
  "(?:editors?(?:'s|')?[- ]notes?|(?:a )?notes? to (?:our |the )?readers|readers?(?:'s|')? note|author'?s note)";
const DAY =
  '(?:(?:on )?(?:\\p{L}{3,9}\\.? \\d{1,2}(?:, \\d{4})?|\\d{1,2}\\.? \\p{L}{3,9}\\.?(?:,? \\d{4})?|\\d{4}-\\d\\d-\\d\\d|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?)|\\d{1,2}:\\d\\d(?: ?[ap]\\.?m\\.?)?(?: [A-Z]{1,3}T)?)';
const LATER = '(?:since|later|now|afterwards|subsequently)';
/** Begins what a page puts right of itself; a fall of prices that is called a correction does not. */
const CORRECTS = new RegExp(
  [
    "^(?:\\d{1,2}:\\d\\d ?(?:[ap]\\.?m\\.? ?)?(?:[A-Z]{1,3}T ?)?[:–—-]* ?)?(?:editor'?s note[:.,]? )?(?:corrections?|clarifications?|errat(?:um|a)|corrigend(?:um|a))(?:(?: to\\b|,| on\\b| and clarifications?\\b| of\\b| \\(| appended\\b| \\p{L}{3,9}\\.? \\d)(?:[^:.]|\\d[:.]\\d){0,40}| )?(?:[:—–]|\\.$)",
    '^(?:corrects|corrected|clarifies|clarified)\\b(?! for\\b)',
    // "Fixed Nov. 18: growth is 4%"; what is fixed without a day is a rate or an income.
    `^(?:fixed|amended|amendment|put right|changed)(?:,| [-–—])? ?\\(?${DAY}\\)?(?: (?:in|above|below)\\b[^:]{0,20})?\\s?[:–—] (?=(?!.*\\b(?:said|shares|stocks?|futures|markets?|clos\\p{L}+)\\b)[^.]*\\b(?:is|are|was|were|should)\\b)`,
    // "Editor's note, Nov. 18: sales rose by 4%": what it says is put right, or it says so itself.
    `^${NOTE}(?:,? \\(?${DAY}\\)?)? ?[:.–—] ?(?=.*(?:\\d[^.;]*, (?:and )?not \\D{0,20}\\d|\\b(?:instead of|rather than)\\b|\\bwrong\\b|\\bincorrect\\b|\\bin error\\b|\\b(?:corrected|fixed|amended)\\b))`,
    `^${NOTE},? \\(?${DAY}\\)? ?[:.–—] ?[^.]*(?:[$€£]\\d|\\d ?%|\\bper ?cent\\b|\\d (?:million|billion|trillion)\\b)`,
    `\\b(?:an?|the|our) (?:first|initial|earliest|earlier|previous|prior|original) version of ${OF_PAGE}`,
    `\\b(?:${OF_PAGE}|it) (?:was|were) (?:first|originally|initially) (?:published|posted|sent|printed) with (?:an?|the|another|other) (?:[\\p{L}-]+ ){0,2}(?:wrong|different|mistaken|incorrect|other|figures?|numbers?)\\b`,
    "^we (?:had|have|gave|put|got|printed) (?:the |this |that |its |their |an? )?(?:[\\p{L}'-]+ ){1,8}(?:wrong(?:ly)?|incorrect(?:ly)?)(?=[.;:]|$)",
    '^(?:so )?(?:the|its|their) (?:right|correct|actual|proper|true) (?:figure|number|amount|percentage|rate|total|value|price|sum)(?: (?:for|of) [^.]{1,40}?)? (?:is|was|should be|should have been) (?=[^.]*\\d)(?![^.]*\\b(?:said|says|told|argue[sd]?|wrote)\\b)',
    '\\bwe (?:regret|apologi[sz]e) that\\b',
    '^(?:regret|sorry|apologies)[:,]',
    `\\b(?:was|were) (?:first |at first |earlier |here |above |${WRONGLY} )*(?:given|stated|printed|shown|listed|quoted|put)(?: (?:here|above|earlier|at first|first|below))? (?:as|at) [^.;]{0,12}\\d[^;]{0,20}[;,–—] ?(?:it|they|this|that) (?:was|were|is|are|should)\\b`,
    `\\ban? (?:earlier|previous|prior|original) version (?:of ${OF_PAGE}|of the (?:report|chart|table|graphic)|said|gave|had|misstated)\\b`,
    `\\b(?:an?|our|the) (?:earlier|previous|prior|original) (?:headline|article|story|report|post|chart|table|graphic|edition|summary|caption)\\b[^.]{0,20}\\b(?:misstated|misreported|${WRONGLY}|(?:gave|had|used|put)\\b[^.]{0,40}\\bwrong)\\b`,
    `\\b(?:the|this|its) (?:[\\p{L}-]+ ){0,3}${MEASURE} (?:(?:given|stated|reported|shown|quoted) )?(?:above|(?:in|on) ${OF_PAGE}) (?:is|are|was|were) (?:wrong|incorrect|mistaken|in error|corrected|amended)\\b`,
    '\\bwe got\\b[^.]{0,40}\\bwrong (?:in|above|here|on)\\b',
    `\\b${OF_PAGE}\\b[^.]{0,40}\\b(?:(?:was|has been|is) (?:corrected|amended|updated to (?:correct|clarify|reflect|show))|misstated|misreported|misidentified|(?:previously|originally|incorrectly|wrongly|mistakenly|erroneously) \\p{L}+)\\b`,
    '\\bwe (?:had |have )?(?:originally|previously|first|initially|incorrectly|wrongly|mistakenly|erroneously|mis)(?:\\b| )(?:\\p{L}+)',
    // A figure that was changed since the page was written; "revised" alone is said of the figures of every month.
    `^(?:update|updated|editor'?s note|note|late(?:st)? update)\\b[^:]{0,30}[:–—][^.]*\\b(?:${CHANGED}\\b[^.]*\\b${MEASURE}|${MEASURE}\\b[^.]*\\b(?:was|were|been) ${CHANGED})\\b`,
    `\\b(?:has|have) ${LATER} ${CHANGED} (?:its|the|their|this|that|those|these)\\b[^.]*\\b${MEASURE}\\b`,
    `\\b(?:the|this|that|these|those|its) (?:[\\p{L}-]+ ){0,4}${MEASURE}(?: (?:for|of) [^.]{1,40})?(?: (?:above|below|here|in this \\p{L}+))? (?:(?:was|were) ${LATER}|(?:has|have) (?:${LATER} )?been(?: ${LATER})?) (?:changed|corrected|restated|amended)\\b`,
    // Figures that are not the last ones: what says so of itself ("preliminary revenue") may be quoted, and no other.
    `^(?:(?:please )?note(?: that)?:? )?(?:these|the|all|our|its|those)(?: [\\p{L}-]+){0,2} ${MEASURE}\\b[^.;]{0,40} (?:is|are|remains?) [^.;]{0,40}\\b(?:preliminary|provisional|unaudited|not final)\\b[^.]*\\b(?:final|audited|definitive|later|last)\\b[^.]{0,30}\\b(?:differs?|(?:be|are) (?:different|others)|change)\\b`,
    `^the (?:final|audited|definitive) ${MEASURE} (?:will|do|does|are) (?:differ|be different|change|different)\\b`,
    '\\b(?:regret|apologi[sz]e for|sorry for) (?:the|this|our|that|any) (?:error|mistake|inaccurac|confusion|misprint)',
  ].join('|'),
  'iu',
);
/** An editor speaks from here to the end of the line. */
const NOTED = new RegExp(`^${NOTE}\\b`, 'iu');
/** "…, not 9%": a figure that is not so. Whoever expected or asked for it is another matter. */
const NOT_SO =
  /\d[^.;:?]*, (?:and )?not (?:by |at |to |of |about )?([$€£]?\d[\d,]*(?:\.\d+)?(?:[ -]?(?:%|per ?cent|percentage points?|basis points?|million|billion|trillion|bn))?)(?! ?(?:as|like|the|an?|in (?:19|20)\d\d)\b)/iu;
/** Stands in each of these: a sentence without it is not looked through from every digit on. */
const NOT = /, (?:and )?not /iu;
const EXPECTED =
  /\b(?:expect\w*|forecast\w*|fear\w*|hop(?:ed|es)|predict\w*|project\w*|estimat\w*|consensus|analysts?|economists?|asked|wanted|rumou?r\w*|last|previous|before|instead|usual\w*|normal\w*|by (?:\p{L}+ )?\d{4})\b/iu;
/** Stands above corrections. */
const HEADING =
  /^(?:corrections?|clarifications?|corrections? (?:and|&) clarifications?|errat(?:um|a)|corrigend(?:um|a))(?:[ ,(][^.]{0,30})?:?$/iu;
/** The whole sentence is about what was said before. */
const BEFORE =
  /\b(?:earlier|previous|prior|original|first|initial|earliest) version\b|\b(?:previously|originally|initially|we first|incorrectly|wrongly|mistakenly|erroneously|misstated|misreported|we (?:regret|apologi[sz]e) that)\b/iu;
/** Leads to the right figure in a sentence about the wrong one: "which was $22.9 billion", "(it was …", "it should have been …". */
const RIGHT =
  /(?:\bwhich\b|[;:(—–] ?(?:and )?(?:it|they|this|that|revenues?|sales|the (?:[\p{L}-]+ ){1,3})|, (?:and )?(?:it|they)\b|\bwhen (?:it|they)\b|\bshould (?:be|have been|read|have read)\b|\b(?:actually|in fact|correctly)\b|\b(?:correct|right|actual|true) (?:[\p{L}-]+ ){0,3}(?:is|was|were|are)\b)(?![^,;:.\d]*\b(?:said|stated|gave|put|wrote|listed)\b)[^,;:.\d]{0,30}$/iu;
const PRELIMINARY = /\b(?:preliminary|provisional|flash|unaudited|estimated?)\b/iu;
const WRONG =
  /\b(?:(?:not|instead of|rather than|and not|as opposed to)|(?:was|were|had been|been) (?:[\p{L}-]+ ){0,2}(?:given|stated|printed|shown|listed|quoted|put)(?: [\p{L}-]+){0,2} (?:as|at))\s[^.;,\d]{0,20}$/iu;
const FIGURE =
  /(?<![\p{L}\d.,-])([$€£]?\d[\d,]*(?:\.\d+)?)(?:[ -]?(%|per ?cent|percentage points?|basis points?|bp|thousand|million|billion|trillion|bn|mn?|tn|k)(?![\p{L}\d]))?(?!(?:st|nd|rd|th)\b|[\p{L}\d])/giu;
const DATES =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? \d{1,2}(?:, \d{4})?\b|\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{4})?\b|\b(?:19|20)\d\d(?:-\d\d-\d\d)?\b|\b\d{1,2}:\d\d\b/giu;
const NAME = /(?<![\p{L}\d])\p{Lu}[\p{L}\p{N}&.'-]*[\p{L}\p{N}]/gu;
/** Have a capital and name nothing that could be told of. */
const NO_NAMES: ReadonlySet<string> = new Set(
  "correction corrections clarification clarifications corrected corrects clarifies clarified fixed amended readers regret editor editor's editors note erratum corrigendum the an in it its this that these those on at to of for we our because due while when as there his her they and but not monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec article story page report version headline paragraph an earlier previous est edt gmt u.s us all final please preliminary".split(
    ' ',
  ),
);
const SCALES: Readonly<Record<string, string>> = {
  ...{ percent: '%', 'per cent': '%', bn: 'billion', m: 'million', mn: 'million', tn: 'trillion', k: 'thousand' },
};

/** What a page puts right of itself. */
export interface Correction {
  /** Figures that it says, as `figuresIn` writes them. */
  right: ReadonlySet<string>;
  /** Figures that it takes back. */
  wrong: ReadonlySet<string>;
  names: ReadonlySet<string>;
  /** Scales and units of the figures that it says, and the words around them: another figure of both is one that was put right. */
  units: ReadonlySet<string>;
  words: ReadonlySet<string>;
  /** Which measures it is of, as `measuresIn` tells them. */
  measures: readonly string[];
  /** Whether it is about what no figure of the page depends on: a spelling, a picture. */
  isByTheWay: boolean;
}

const BY_THE_WAY =
  /\b(?:misspell\w*|misspelt|spelling|typo\w*|typographical|misidentified|misattributed|photo\w*|picture|caption|byline|pronouns?|links?|formatting|(?:name|title|age|job|location|affiliation|rank) of)\b/iu;
/** Words of notices and of days, not of what they are about. */
const OF_NOTICES =
  /^(?:corre|stori|story|parag|earli|versi|artic|repor|milli|billi|trill|previ|origi|incor|updat|post|misst|clari|state|showed|shows|updat|figur|numbe|perce|error|janua|febru|march|april|augus|septe|octob|novem|decem|monda|tuesd|wedne|thurs|frida)/u;

/** Whether a sentence says that its page is put right, and not only what it tells of. */
export const corrects = (sentence: string): boolean => CORRECTS.test(sentence);

/** Whether a line stands above corrections. */
export const isCorrectionHeading = (line: string): boolean => HEADING.test(line);

/** Whether a sentence of a box of corrections says what was wrong or is right, and not where to write to. */
export const putsRight = (sentence: string): boolean =>
  BEFORE.test(sentence) ||
  /\b(?:not|instead of|rather than)\b/iu.test(sentence) ||
  placedFigures(sentence.replaceAll(DATES, ' ')).length > 0;

/** A line of a page as its sentences, without marks and with straight apostrophes. */
export interface ReadLine {
  sentences: readonly string[];
  isHeading: boolean;
}

/** Of each sentence of a page whether it puts the page right: also what stands after it in its line, and below such a heading. */
export function correctionsIn(lines: readonly ReadLine[]): boolean[][] {
  let below = false;
  return lines.map(({ sentences, isHeading }) => {
    const isAbove = sentences.length === 1 && HEADING.test(sentences[0] ?? '');
    if (isHeading || isAbove) below = isAbove;
    // What an editor's note tells before it says what was wrong belongs to it.
    let goesOn = below || (NOTED.test(sentences[0] ?? '') && sentences.some(corrects));
    return sentences.map((sentence) => (goesOn ||= corrects(sentence) || denies(sentences, lines)));
  });
}

/** Whether a line of one sentence says of a figure that another sentence gives for the same that it is not so: "Sales rose by 4%, not 9%." */
function denies([only = '', second]: readonly string[], lines: readonly ReadLine[]): boolean {
  const said = second === undefined && NOT.test(only) && !EXPECTED.test(only) ? NOT_SO.exec(only)?.[1] : undefined;
  if (said === undefined) return false;
  const [wrong] = figuresOf(said);
  const right = figuresOf(only).filter((figure) => figure !== wrong);
  const [stems, measures] = [new Set(stemsIn(only)), measuresIn(only)];
  return lines.some(({ sentences }) =>
    sentences.some((one) => {
      const figures = figuresOf(one);
      if (one === only || wrong === undefined || !figures.includes(wrong) || EXPECTED.test(one)) return false;
      if (figures.some((figure) => right.includes(figure))) return false;
      return (
        stemsIn(one).some((stem) => stems.has(stem)) || measuresIn(one).some((measure) => measures.includes(measure))
      );
    }),
  );
}

/** What the sentences of corrections take back, say, and are about. */
export function correctionOf(sentences: readonly string[]): Correction {
  const [right, wrong, names] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const sentence of sentences) {
    const said = sentence.replaceAll(DATES, ' ');
    for (const { figure, index } of placedFigures(said)) {
      const before = said.slice(0, index);
      const isWrong = WRONG.test(before) || (BEFORE.test(said) && !RIGHT.test(before));
      (isWrong ? wrong : right).add(figure);
    }
    for (const name of namesIn(said)) if (!NO_NAMES.has(name)) names.add(name);
  }
  for (const figure of wrong) right.delete(figure);
  const units = new Set([...right].map(unitOf).filter((unit) => unit !== ''));
  const words = new Set(sentences.flatMap(stemsIn).filter((stem) => !OF_NOTICES.test(stem)));
  const measures = measuresIn(sentences.join(' '));
  return { right, wrong, names, units, words, measures, isByTheWay: sentences.some((one) => BY_THE_WAY.test(one)) };
}

/** "14 million" is of millions, "3.4 %" a percentage. */
const unitOf = (figure: string): string => figure.split(' ').slice(1).join(' ');

/** What words of five letters and more begin with: "yield" of "yields" and "yielded". */
const stemsIn = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}{5,}/gu) ?? []).map((word) => word.slice(0, 5));

/** Of a sentence whether its page takes it back (`wrong`), may mean it by what it puts right (`doubted`), or neither. */
export type Doubt = 'wrong' | 'doubted' | null;

/**
 * Of the other sentences of a page those that its corrections take back or leave in doubt: that say a figure that is taken back, or, unless they say
 * the one that is put in its place, are about what is named, or say another figure of the same unit and matter. What plainly tells another measure
 * ("a yield" where a return is put right) is in no doubt. Where neither a figure nor a name nor the matter is told, what is corrected cannot be told, and
 * all of them are. A page that says nothing any more of a figure that it takes back has been put right.
 */
export function doubted(
  sentences: readonly string[],
  { right, wrong, names, units, words, measures, isByTheWay }: Correction,
): Doubt[] {
  const read = sentences.map((sentence) => {
    const figures = figuresOf(sentence);
    const isWrong = figures.some((figure) => wrong.has(figure));
    const isRight = !isWrong && figures.some((figure) => right.has(figure));
    const told = measuresIn(sentence);
    const isOther =
      wrong.size === 0 &&
      figures.some((figure) => units.has(unitOf(figure)) && !right.has(figure)) &&
      (stemsIn(sentence).some((stem) => words.has(stem)) ||
        told.some((measure) => measure !== 'move' && measures.includes(measure)));
    const isNamed = !isByTheWay && namesIn(sentence).some((name) => names.has(name));
    const isPreliminary = PRELIMINARY.test(sentence);
    const isOfUnit = figures.some((figure) => units.has(unitOf(figure)));
    return { isOfUnit, isWrong, isRight, isOther, isNamed, isPreliminary, isElse: tellOtherMeasures(measures, told) };
  });
  if (wrong.size > 0 && read.every(({ isWrong }) => !isWrong)) return read.map(() => null);
  // It says a right figure, and nothing of the page is told to be meant: whatever is of its unit may be.
  const isUntold = wrong.size === 0 && !isByTheWay && units.size > 0;
  if (isUntold && !read.some(({ isRight, isOther, isNamed }) => isRight || isOther || isNamed)) {
    return read.map(({ isOfUnit, isElse }) => (isOfUnit && (!isElse || measures.includes('move')) ? 'doubted' : null));
  }
  const isTold = wrong.size > 0 || right.size > 0 || isByTheWay || read.some(({ isNamed }) => isNamed);
  return read.map(({ isWrong, isRight, isOther, isNamed, isPreliminary, isElse }): Doubt => {
    if (isWrong) return 'wrong';
    if (!isTold) return isPreliminary ? null : 'doubted';
    return !isRight && !isElse && (isOther || isNamed) ? 'doubted' : null;
  });
}

/** A title is put right by itself: "the headline misstated the fall". */
const TITLE = /\b(?:headline|title)\b/iu;

/** Whether the corrections of a page leave its title in doubt: it says a figure that is taken back, or one about what is named, or is named itself. */
export function doubtsTitle(title: string, sentences: readonly string[]): boolean {
  if (sentences.length === 0) return false;
  const { right, wrong, names } = correctionOf(sentences);
  const figures = figuresOf(title);
  if (figures.some((figure) => wrong.has(figure))) return true;
  if (figures.some((figure) => right.has(figure))) return false;
  if (sentences.some((one) => TITLE.test(one))) return true;
  return figures.length > 0 && wrong.size === 0 && namesIn(title).some((name) => names.has(name));
}

/** "$41 million" and "41 million" are one figure: what is compared is its number and its scale. */
function placedFigures(text: string): { figure: string; index: number }[] {
  return everyMatch(FIGURE, text).map(({ 1: number = '', 2: unit = '', index }) => {
    const scale = unit.toLowerCase();
    return { figure: `${number.replace(/[$€£,]/gu, '')} ${SCALES[scale] ?? scale}`.trim(), index };
  });
}

const figuresOf = (text: string): string[] => placedFigures(text.replaceAll(DATES, ' ')).map(({ figure }) => figure);

const namesIn = (text: string): string[] =>
  everyMatch(NAME, text.replaceAll('’', "'")).map(([name]) => name.toLowerCase().replace(/'s$/u, ''));

const LABEL = 'Correction: ';

/**
 * What a page puts right of itself, in one line for each passage of it, which is read without the others.
 *
 * @param most tokens; where it is longer the line only says that there is something, and nothing of the passage stands
 */
export function correctionLine(lines: readonly ReadLine[], most: number): string {
  const marked = correctionsIn(lines);
  const said = lines.flatMap(({ sentences }, at) =>
    sentences.filter((one, place) => marked[at]?.[place] && !HEADING.test(one)),
  );
  const [first] = said;
  if (first === undefined) return '';
  const line = `${corrects(first) ? '' : LABEL}${said.join(' ')}`;
  return estimateTokens(line) <= most ? line : `${LABEL}see the page.`;
}
