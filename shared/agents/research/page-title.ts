import { HOST } from '../../schemas/quoted-title.ts';
import { isTitleDoubted } from './framing/framing.ts';
import { withoutReports } from './headline-reports.ts';
import { sells } from './passage-aside.ts';
import { isInnocent, type Subject } from './reports.ts';
import { KNOWN_COMPANIES, KNOWN_SYMBOLS } from './strangers/known-securities.ts';

/** Of a title in which most words have a capital, the words that would have none in a sentence. */
const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+(?=$|[^\p{L}\p{N}])/gu;
/** What measures do whose names are letters, in a title of few words: "CPI Increased 0.2% in October". */
const MOVED =
  /(?<=(?<![\p{L}\d])\p{Lu}[\p{Lu}.-]+ )(?:(?:In|De)creas(?:e[ds]?)|R(?:ose|ises?)|F(?:ell|alls?)|Declin(?:e[ds]?)|Unchanged|Climb(?:s|ed)|Dropp?(?:s|ed)|Slip(?:s|ped)|Jump(?:s|ed)|Edge[sd]|Gain(?:s|ed)|Grows?|Grew|Eas(?:es|ed)|Slow(?:s|ed)|Held|Holds|Hits?|Averaged|Expanded|Contracted)(?= )/gu;
/** Says of what a page is about which to have, or what it does for its owner. */
const COMMENDS =
  /\b(?:opportunit\w+|better|best|beats?|why (?:\w+ ){0,3}(?:choose|own|prefer|love|leave|switch)\w*|secret\w*|instead of|alternative\w*|replac\w*|win(?:s|ners?|ning)?|rich\w*|millionaires?|next big|must|top \d* ?(?:picks?|stocks?|funds?|buys?)|picks?|(?:move|moves|moving|switch\w*|swap\w*|rotat\w*|flee\w*|dump\w*|ditch\w*|leav\w*) (?:\w+ ){0,6}(?:in|into|to|for)|hurry|(?:stocks?|funds?|etfs?|shares|coins?|cryptos?) (?:\w+ ){0,2}to (?:buy|own|hold)|reasons? to (?:buy|own|sell|hold|avoid)|buy (?:before|now|right now|this|these|hand over fist|like)|an? (?:\w+ )?buy\b|unstoppable|screaming|no-brainer|monster|magnificent(?! seven)|hint:|prediction:|if you['’]?d? (?:had )?invested|could make you|retire on|now or never|last chance|exposed|they don['’]t want)\b/iu;

/** A page as far as it says what it is called. */
export interface Titled {
  title: string;
  url: string;
  /** What it says, where that is known: it may put its title right. */
  text?: string;
}

/**
 * What a page is called where anybody may read it, a person or a model: its title where that only says what the page is about, else
 * where the page stands. A title is a stranger's words like any sentence, and is judged by the same rules, and
 * by what its page puts right.
 *
 * @example pageTitle({ title: 'Move your BND money into XYZQ', url: 'https://example.com/a' }, subject) // 'example.com'
 */
export function pageTitle({ title, url, text = '' }: Titled, subject: Subject): string {
  const line = title.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const isPlain = OWN_FILE.test(url) ? isOwnPresentable : isPresentable;
  const isTold = line !== '' && !HOST.test(line) && isPlain(line, subject) && !isTitleDoubted(text, line);
  return isTold ? line : placeOf(url, subject);
}

/** A file of the person's own: `scripts/knowledge/document-of.ts` writes its name. */
const OWN_FILE = /^urn:alex:file:([\w.-]{1,60})$/u;

/** Where a page stands: a host, the name of a file of one's own or, where it has neither, that it has no title. */
function placeOf(url: string, subject: Subject): string {
  const [, file = ''] = OWN_FILE.exec(url) ?? [];
  if (HOST.test(file) && isOwnPresentable(file.replace(/\.\w+$/u, '').replace(/[-_.]+/gu, ' '), subject)) return file;
  const host = URL.canParse(url) ? new URL(url).host : '';
  return host === '' ? 'untitled' : host;
}

/** What one calls one's own notes: they are one's own, of talks, or on what one asks oneself. */
const OF_ONESELF: readonly (readonly [RegExp, string])[] = [
  [/(?<![\p{L}\p{N}’'])(?:my|our)(?= )/giu, 'the'],
  [/(?<![\p{L}\p{N}])I(?= (?:hold|have|keep|sold|bought|read|learned|think|thought|asked|save|saved|plan)\b)/gu, 'somebody'],
  [/^Call(?= (?:with|notes)\b)/iu, 'Talk'],
  [/(?<=^(?:How|What|When|Where)\b[^?!]*) should be$/iu, ' is'],
]; // prettier-ignore

/** A title of a file of one's own: it may speak of whoever wrote it, and gives no more orders and sells no more than any other. */
function isOwnPresentable(title: string, subject: Subject): boolean {
  const own = OF_ONESELF.reduce((told, [pattern, plainly]) => told.replace(pattern, plainly), title);
  return isPresentable(own, subject) && (own === title || !sells(title));
}

function isPresentable(title: string, subject: Subject): boolean {
  if (/[<>{}\\]|\]\(|\b(?:javascript|data):/iu.test(title)) return false;
  // The name of a site behind the title: "Yields fall | Reuters".
  const own = title.replace(/\s[|–—-]\s(?:\p{Lu}[\p{L}.’'&]*\s?){1,3}$/u, '');
  const site = title.slice(own.length);
  const known = { own: new Set([...subject.own, ...KNOWN, ...wordsIn(site)]) };
  const readings = isCapitalised(own) ? [plain(own), own.replace(CAPITALISED, lower)] : [title.replace(MOVED, lower)];
  return !COMMENDS.test(withoutReports(title)) && readings.every((reading) => isInnocent(reading, known));
}

/** That a page is about a security that many people hold is no more than that. */
const KNOWN: readonly string[] = [...[...KNOWN_SYMBOLS].map((symbol) => symbol.toLowerCase()), ...KNOWN_COMPANIES];

const lower = (word: string): string => word.toLowerCase();

const plain = (title: string): string => title.charAt(0) + title.slice(1).replace(CAPITALISED, lower);

const wordsIn = (site: string): string[] => site.toLowerCase().match(/[\p{L}’'&.]+/gu) ?? [];

/** "Why Emerging Markets Funds Fell in October": its capitals tell no names. */
function isCapitalised(title: string): boolean {
  const words = title.match(/\p{L}{4,}/gu) ?? [];
  return words.length > 2 && words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.6;
}
