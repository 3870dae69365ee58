import { FIGURE } from './placed.ts';
import type { Placed } from './placed.ts';

/** What begins another statement before a figure; a plain "and" does not: "retire at 60 and the money lasts". */
const BEGINS = /, (?:and|but|so|yet|while|which) |[;—]/g;
const ENDS = /[;:—)]|,(?! ?(?:if|when|once|with|by|should)\b)|(?<!\bmore) (?:and|but|while|so|whereas|which|though)\b/;
/** What a plan is only compared with: "instead of 65", "compared with retiring at 60". */
export const CONTRAST =
  /\b(?:instead of|in place of|rather than|than|compared (?:with|to)|versus|vs\.?|against)\b(?:(?!,(?!\d)|\uE000| and | the (?:money|chance|plan) )[^.;]){1,40}/gi;
const THE_PLAN = String.raw`(?:as (?:planned|it (?:is(?! ?(?:about |around |only )?\uE000)|stands)|things stand|you plan(?:ned)?)|(?:under|with) (?:your|the) plan|(?:current|present|original|unchanged|base(?:line)?) (?:plan|case)|without (?:it|that|this|(?:the|any|a) change)|if (?:nothing|you) (?:changes?|do nothing)|otherwise)`;
const PLANNED = new RegExp(`\\b${THE_PLAN}\\b`, 'i');
const PLANNED_BEHIND = new RegExp(`^(?:[^,.;]{0,60}?)\\b(?:${THE_PLAN}|at present|today)\\b(?! does)`, 'i');
const SOME = '(?: (?:about|around|roughly|only|just|some|nearly|almost))*';
/** A chance that is where something starts, or what it is held against. */
const STARTS = new RegExp(
  String.raw`\b(?:(?:from|than|against|versus|vs\.?|not|instead of|rather than|compared (?:with|to)|below|above|over)(?: the| your| an?)?|the|this|that|today['’]s|(?:plan|baseline)(?:['’]s)?(?: (?:own|of))?)(?: (?:current|present|original|planned|base|baseline))*${SOME} ${FIGURE}`,
  'i',
);
/** "The 54% of today becomes 37%": it goes on to what it becomes. */
const GOES_ON =
  /^(?:(?! (?:if|when|once|should|by|with) )[^.;]){0,60}?\b(?:to|into|becomes?|would be|falls?|drops?|rises?|climbs?|shrinks?)(?: about| only| just| around| roughly)* \d/i;

/** What is said of a chance alone, without what it is only compared with. */
export interface Statement {
  said: string;
  /** The same with what it is compared with. */
  whole: string;
  /** It is said of the plan as it is: in so many words, or as what another is held against. */
  planned: boolean;
}

/** The statement that a chance stands in. */
export function statementOf({ among, wide, passage }: Placed): Statement {
  const at = among.indexOf(FIGURE);
  const [before, behind] = [among.slice(0, at), among.slice(at + FIGURE.length)];
  const from = [...before.matchAll(BEGINS)].at(-1);
  const lead = from === undefined ? before : before.slice(from.index + from[0].length);
  const rest = behind.slice(0, ENDS.exec(behind)?.index);
  const whole = `${ledBy(lead, wide, passage)}${FIGURE}${rest}`;
  const said = whole.replace(CONTRAST, ' ');
  const near = lead.replace(CONTRAST, ' ').slice(lead.lastIndexOf(', ') + 1);
  const onward = wide.slice(wide.indexOf(FIGURE) + FIGURE.length);
  const planned =
    STARTS.test(whole) || GOES_ON.test(onward) || PLANNED.test(`${near}${FIGURE}`) || PLANNED_BEHIND.test(behind);
  return { said, whole, planned };
}

/** What leads to it from before a colon, "Retire at 60: …", or from the sentence before, "… The money then lasts". */
function ledBy(lead: string, wide: string, passage: string): string {
  const before = wide.slice(0, wide.indexOf(FIGURE));
  const from = before.length - lead.length;
  const colon = /[;.]?([^;.:—]*):\s*$/.exec(before.slice(0, from).replace(/(?<=:)[^:;—\d$%]*$/, ''))?.[1] ?? '';
  const earlier = THEN.test(lead) ? passage.slice(0, Math.max(0, passage.length - wide.length)) : '';
  return `${earlier}${colon === '' ? '' : `${colon}:`}${lead}`;
}
const THEN = /\b(?:then|in that case|that way|even so|so doing)\b/i;
