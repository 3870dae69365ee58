import { namesVoice } from './voices.ts';

/** A line of a page, without marks and with straight apostrophes, and what marks it had. */
export interface SpokenLine {
  words: string;
  isHeading: boolean;
  /** Stands in a quotation of its own. */
  isQuotation: boolean;
}

/** So many words have a greeting, a signature and who speaks. */
const LONGEST = 14;
const GREETING =
  /^(?:dear\b.{0,80}|(?:dear )?(?:sirs?|madam|sir or madam|gentlemen|ladies and gentlemen)|to the (?:editors?|board|directors?|chair\w*|management)\b.{0,80}|to whom it may concern)[,:!]$/iu;
/** Greets those to whom a company reports, or an editor his readers. */
const OWN =
  /^dear (?:(?:our|all|fellow|valued) )*(?:(?:share|stock|unit|bond|policy)-?(?:holders?|owners?)|investors?|owners?|(?:limited )?partners?|clients?|members?|customers?|employees?|colleagues?|subscribers?|readers?|friends?|team|all|everyone)\b/iu;
const FAREWELL =
  /^(?:yours(?: (?:sincerely|faithfully|truly|etc))?|(?:very )?(?:truly|sincerely|respectfully|cordially|faithfully)(?: yours| submitted)?|(?:with )?(?:kind|best|warm|warmest) (?:regards|wishes)|regards|best)\b[^.!?]{0,40}$/iu;
/** Ends a letter that does not begin with a greeting. */
const FORMAL =
  /^(?:yours (?:sincerely|faithfully|truly)|(?:very truly|sincerely|respectfully)(?: yours| submitted)?)\s?,/iu;
/** Speaks for the company, or for a public office, on what it knows. */
const OFFICER =
  /\b(?:chief|c[efot]o|president|chair\w*|treasurer|founder|investor relations|vice president|head of|director|manager|secretary|governor|minister|spokes\w+|officer)\b/iu;
/** Asks, or judges, in a talk. */
const ASKS =
  /(?:^|[\s,–—-])(?:analysts?|callers?|moderators?|hosts?|guests?|presenters?|interviewers?|anchors?|questions?|questioners?|q|audience(?: members?)?|participants?|senators?|congress(?:man|woman)|representatives?|counsel|lawyers?|attorneys?|plaintiffs?|witness(?:es)?|protest[eo]rs?|shareholders?|unidentified \p{L}+)$|^(?:sen|rep)\. /iu;
const PRESIDES = /^(?:operator|moderator|host|interviewer|anchor|coordinator|caller|guest|presenter)$/iu;
/** What a passage has to begin with that begins within somebody's own words. */
export const GOES_ON = { letter: 'Dear editor,', talk: 'Participant' } as const;
const NAME = "\\p{Lu}[\\p{L}.'’-]*(?: (?:\\p{Lu}[\\p{L}.'’-]*|de|van|von|der|la)){0,4}";
/** What a page asks and answers itself has nobody who speaks. */
const LED = new RegExp(
  `^(?!(?:Q|A|Question|Answer)\\b)((?:${NAME})(?:(?:,| --?| –| —) [^:.!?]{1,70}| \\([^):]{1,70}\\))?):\\s+\\S`,
  'u',
);
const OWN_LINE = new RegExp(`^(?:${NAME})(?:(?:,| --?| –| —) [^:.!?]{1,70}| \\([^):]{1,70}\\))$`, 'u');
const TALKS =
  /\b(?:transcripts?|interview|hearing|(?:earnings|conference) call|podcast|debate|testimony|cross-examination)\b/iu;
/** Begins who has said what stands above. */
const DASH = /^(?:(?:—|–|―|--?)\s?){1,2}(?=[\p{L}“"@])/u;
/** The same in a line of its own. */
const DASH_ALONE = /^(?:—|–|―|--)$/u;
/** Those who wrote the page, who sign below it. */
const WRITERS =
  /\b(?:report(?:ing|ed|er|ers)|edit(?:ing|ed|or|ors)|writ(?:ing|ten|er|ers)|staff|correspondents?|contribut\w+|assistance|reuters|associated press|ap|bloomberg|dow jones|cnbc|afp|barron's|marketwatch|news|desk|columnist|by)\b/iu;

const isShort = (words: string): boolean => words !== '' && words.split(/\s+/u).length <= LONGEST;
const isOpen = (words: string): boolean => !/[.!?:;]["”')]?$/u.test(words);
const isQuoted = (raw: string): boolean => /^["“]/u.test(raw) && /["”]$/u.test(raw);

/** Whose words a line is: a letter's or a signed quotation's, or of somebody who talks; null for the page's own. */
export type Spoken = 'letter' | 'talk' | null;

/**
 * Of each line of a page whether it is somebody's own words: in a letter to others than those to whom a company reports, in a quotation that is
 * signed, in a talk of somebody who does not speak for a company. By itself such a sentence would be told as what the page says.
 *
 * @param lines of the page, "" for none
 * @param raw the same with the quotation marks around them
 */
export function spokenLines(lines: readonly SpokenLine[], raw: readonly string[], title: string): Spoken[] {
  const spoken = lines.map((): Spoken => null);
  for (const at of talkIn(lines, title)) spoken[at] = 'talk';
  for (const at of [...lettersIn(lines), ...signedIn(lines, raw)]) spoken[at] = 'letter';
  return spoken;
}

function lettersIn(lines: readonly SpokenLine[]): number[] {
  const found: number[] = [];
  let since = 0;
  let letter: 'own' | 'theirs' | null = null;
  for (const [at, { words, isHeading }] of lines.entries()) {
    if (words === '') continue;
    if (isHeading) {
      [since, letter] = [at + 1, null];
    } else if (isShort(words) && GREETING.test(words)) {
      letter = OWN.test(words) ? 'own' : 'theirs';
    } else if (isShort(words) && FAREWELL.test(words)) {
      const signed = lines.slice(at, at + 4).some((line) => OFFICER.test(line.words));
      if (letter === null && FORMAL.test(words) && !signed) for (let one = since; one < at; one += 1) found.push(one);
      [since, letter] = [at + 1, null];
    } else if (letter === 'theirs') {
      // Who has written it stands alone below it.
      if (isOpen(words) && isShort(words) && (DASH.test(words) || words.split(/\s+/u).length <= 6))
        [since, letter] = [at + 1, null];
      else found.push(at);
    }
  }
  return found;
}

/** Speaks of oneself, or to who wrote what it answers: a letter does, and a report does not. */
const OF_ONESELF = /(?<!\p{Lu}\p{L}* )\bI(?:'ve|'m|'d)?\b|\b(?:[Mm]y|mine|me)\b|\b[Yy]our? (?:[\p{L}']+ ){0,3}(?:article|story|column|paper|newspaper|readers?|editorial|reporters?|columnists?|wrote|write)\b|^(?:Re|RE|Regarding)\s?:/u; // prettier-ignore
const QUOTED = /[“"][^”"]*[”"]/gu;
/** Lines of a motto above a text, before who has said it. */
const MOTTO = 2;

function signedIn(lines: readonly SpokenLine[], raw: readonly string[]): number[] {
  const found: number[] = [];
  const signatures = lines.flatMap((_, at) => signatureAt(lines, raw, at) ?? []);
  const ofPlaces = signatures.filter(({ isPlaced }) => isPlaced).length;
  for (const { at, above, isPlaced, isSure } of signatures) {
    const since = lines.findLastIndex(
      (line, before) => before < above && (line.isHeading || signatures.some((other) => other.at === before)),
    );
    const own = Array.from({ length: above - since }, (_, one) => above - one);
    // Below a letter stand its writer's name and place, as of several letters of a page below each.
    const isLetter =
      isPlaced && (ofPlaces > 1 || own.some((one) => OF_ONESELF.test((raw[one] ?? '').replace(QUOTED, ''))));
    // Who wrote the page signs at its end, and each of its reporters at that of an entry.
    const isMotto =
      signatures.length === 1 &&
      lines.slice(0, above + 1).filter(({ words, isHeading }) => words !== '' && !isHeading).length <= MOTTO &&
      lines.slice(at + 1).find(({ words }) => words !== '')?.isHeading === false;
    if (isLetter || isMotto) found.push(...own);
    else if (isSure) {
      const isQuotation = lines[above]?.isQuotation === true;
      const other = own.findIndex((one) => one !== above && !(isQuotation && (lines[one]?.isQuotation === true || lines[one]?.words === ''))); // prettier-ignore
      found.push(...(other === -1 ? own : own.slice(0, other)));
    }
  }
  return found;
}

interface Signature {
  at: number;
  /** The line that it stands below. */
  above: number;
  /** A name with where, or who, somebody is. */
  isPlaced: boolean;
  /** Nobody who writes a page signs it so. */
  isSure: boolean;
}

function signatureAt(lines: readonly SpokenLine[], raw: readonly string[], at: number): Signature | null {
  const line = lines[at];
  if (line === undefined || line.isHeading || !isShort(line.words) || !isOpen(line.words)) return null;
  const signature = line.words.replace(DASH, '');
  const last = lines.slice(0, at).findLastIndex(({ words }) => words !== '');
  const isBelowDash = DASH_ALONE.test(lines[last]?.words ?? '');
  const isDashed = isBelowDash || signature !== line.words;
  const isVoice = namesVoice(signature);
  const above = isBelowDash ? lines.slice(0, last).findLastIndex(({ words }) => words !== '') : last;
  const before = lines[above];
  if (before === undefined || before.isHeading || !/[.!?]["”’)]*$/u.test(before.words)) return null;
  const isNamed = /^(?:an?|one|the|posted|shared|written|tweeted|by|from|via)\s|,\s/iu.test(signature);
  const isTheirs = before.isQuotation || isQuoted(raw[above] ?? '');
  if (WRITERS.test(signature) && !isVoice && !isTheirs) return null;
  const isPlaced = isDashed && /,\s/u.test(signature);
  const isSure = isVoice
    ? isDashed || isNamed
    : (isDashed && isTheirs) || isPlaced || (line.isQuotation && before.isQuotation);
  return isSure || isDashed ? { at, above, isPlaced, isSure } : null;
}

function talkIn(lines: readonly SpokenLine[], title: string): number[] {
  const ledBy = lines.map(({ words, isHeading }): string | null => {
    if (isHeading) return null;
    const led = LED.exec(words)?.[1];
    if (led !== undefined) return led;
    const isAlone = OWN_LINE.test(words) || PRESIDES.test(words) || words === GOES_ON.talk;
    return isShort(words) && isAlone ? words : null;
  });
  const speakers = ledBy.filter((one) => one !== null).filter((one) => one !== GOES_ON.talk);
  const isTalk =
    speakers.length > 1 && (TALKS.test(title) || speakers.some((one) => PRESIDES.test(one)) || speakers.some(isPerson));
  const officers = lines.flatMap(({ words }) => {
    return isShort(words) && OFFICER.test(words) ? [words] : [];
  });
  const isOfficer = (one: string) =>
    OFFICER.test(one) ||
    officers.some((other) => other.startsWith(`${nameIn(one)} `) || other.startsWith(`${nameIn(one)},`));
  const found: number[] = [];
  let speaks: string | null = null;
  for (const [at, { words, isHeading }] of lines.entries()) {
    if (words === '') continue;
    if (isHeading) speaks = null;
    const led = ledBy[at] ?? null;
    if (led !== null) speaks = isTalk || ASKS.test(led) ? led : null;
    if (speaks !== null && !isOfficer(speaks)) found.push(at);
    // What somebody says outside a talk is a line of the page.
    if (!isTalk && led !== words && speaks !== GOES_ON.talk) speaks = null;
  }
  return found;
}

const isPerson = (speaker: string): boolean => OFFICER.test(speaker) || ASKS.test(speaker);
const nameIn = (speaker: string): string => speaker.split(/,| --?| –| —| \(/u)[0]?.trim() ?? '';
