import { everyMatch } from '../../every-match.ts';
import type { FactIndex } from '../fact-index.ts';
import { KNOWN_WORDS } from '../known-names.ts';
import type { Passage } from '../passages.ts';
import type { Saying } from './saying.ts';

/** Who is quoted on markets: a name that also begins the names of funds and accounts, or a sentence, is one of these only where it says something. */
const HOUSES =
  /^(?:the )?(?:morningstar|goldman(?: sachs)?|jp ?morgan(?: chase)?|j\.p\. morgan|morgan stanley|vanguard|blackrock|fidelity|(?:charles )?schwab|barron['’]?s|bloomberg|reuters|fed|federal reserve|imf|world bank|ecb|oecd|s&p(?: global)?|moody['’]?s|fitch|ubs|citi(?:group|bank)?|hsbc|barclays|deutsche bank|wells fargo|bank of america|merrill(?: lynch)?|(?:warren )?buffett|(?:john |jack )?bogle|harvard|yale|stanford|mit|wharton|princeton|oxford|cambridge|financial times|wall street(?: journal)?|new york times|washington post|forbes|fortune|cnbc|economist|kiplinger|consumer reports|aarp|irs|sec|finra|cbo|pimco|t\. rowe price|lazard|nomura|mckinsey|deloitte|pwc|kpmg|gallup|pew|motley fool|seeking alpha|zacks|lipper|reddit)$/i;

const NAME = String.raw`(?<name>(?:[Tt]he )?\p{Lu}[\p{L}\p{N}&.'’-]*\p{L}(?:(?: of| and| &)? \p{Lu}[\p{L}&.'’-]*\p{L}){0,3}?)`;
const WHO =
  '(?:analysts?|strategists?|economists?|researchers?|research(?: team| department)?|experts?|specialists?|study|studies|survey|paper)';
const SAYS = String.raw`(?:expects?|reports?(?! for)|forecasts?|predicts?|says?|said|estimates?|recommends?|warns?|finds|found|notes? that|points? out|believes?|argues?|advises?|thinks?|considers?|agrees?|suggests?|confirms?|concludes?|shows? that|rates? (?:your|the|it|this|these|them|you)|ranks? (?:your|the|it|this|these|them)|gives? (?:your|it|them|this)|calls? (?:your|it|this)|lists? (?:your|it)|projects? (?:that|your|this|the|stocks?|bonds?))`;
const AND_THEN = String.raw`(?:,? (?:which|who|for example|too|also|now|\p{Ll}+ly))?,? `;

/** "Warren Buffett would approve of this": praise lent to somebody who never saw it. */
const WOULD = String.raw`(?:would|will|might|could)(?: (?:also|surely|certainly|probably|no doubt|even|be the first to))* (?:approve|like(?! to\b)|love(?! to\b)|agree|admire|envy|applaud|endorse|praise|recogni[sz]e|nod|smile|sign off|give (?:it|this|your)|be (?:\w+ )?(?:happy|proud|pleased|content|impressed|delighted|satisfied|comfortable|at ease))\b`;

/** Words that lend a saying to somebody by name. */
const named: readonly RegExp[] = [
  new RegExp(String.raw`\b[Aa]ccording to (?:an? |recent |new )*${NAME}(?=[^\p{L}\p{N}]|$)`, 'gu'),
  new RegExp(String.raw`\b${NAME}(?:['’]s?)?(?: \p{Ll}+)? ${WHO}(?: \p{Ll}+)?${AND_THEN}(?:${SAYS}|are|is|rate|expect|project\p{Ll}*|see)\b`, 'gu'),
  new RegExp(String.raw`\b(?:[Aa]nalysts?|[Ee]conomists?|[Rr]esearch(?:ers?)?|[Ss]trategists?|[Ee]xperts?|[Ss]tud(?:y|ies)|[Ss]urveys?|[Pp]aper) (?:at|from|by|of) ${NAME}(?=[^\p{L}\p{N}]|$)`, 'gu'),
  new RegExp(String.raw`\b${NAME}${AND_THEN}${SAYS}\b`, 'gu'),
  new RegExp(String.raw`\b${NAME}(?: (?:himself|herself))? ${WOULD}`, 'gu'),
]; // prettier-ignore

/** Words that lend it to nobody in particular. */
const NAMELESS = /\b(?:(?:most|many|some|all|leading|top|financial|market|independent|wall street|recent) )*(?:experts|analysts|economists|strategists|researchers|academics|studies|surveys|research) (?:\w+ly )?(?:(?:have|has) )?(?:agree|say|expect|believe|recommend|suggest|show|predict|forecast|rate|find|shown|found|shows|suggests|finds|consider|warn|advise|argue)s?\b|\b(?:an?|one|recent|new) (?:\w+ )?(?:study|survey) (?:\w+ ){0,3}(?:shows?|found|finds|suggests|concludes|confirms)\b/gi; // prettier-ignore

const MAYBE = /ccording to\b|\b(?:w(?:ould|ill)|might|could) (?:[a-z]+ ){0,4}(?:approve|like|love|agree|admire|envy|applaud|endorse|praise|recogni|nod|smile|sign|give|happy|proud|pleased|content|impressed|delighted|satisfied|comfortable|at ease)|nalyst|trateg|conomist|esearch|xpert|tud(?:y|ies)|urvey|[Pp]aper\b|\b(?:expect|report|forecast|predict|sa(?:y|id)|estimate|recommend|warn|f(?:i|ou)nd|note|point|believe|argue|advise|think|consider|agree|suggest|confirm|conclude|show|rate|rank|give|call|list|project)s?\b/; // prettier-ignore

/** Ours: who computes and who writes. */
const OURS = /^(?:the )?(?:alex|monte carlo|your|this|that|these|nothing|nobody|everything|history|it)\b/i;

/** Names that a saying is lent to and that are neither a source of the facts nor in a cited passage. */
export function falseAuthorities(text: string, index: FactIndex, passages: readonly Passage[]): Saying[] {
  if (!MAYBE.test(text)) return [];
  const found = new Map<number, Saying>();
  for (const pattern of named) {
    for (const match of everyMatch(pattern, text)) {
      const name = (match.groups?.name ?? '').replace(/^(?:As|And|But|While|When|Even|Since|If|So|Also|Yet|For) /u, '').replace(/['’]s?$/u, ''); // prettier-ignore
      const start = match.index + match[0].indexOf(name);
      if (name !== '' && !isSource(name, start, text, index, passages)) found.set(start, sayingOf(start, name));
    }
  }
  if (found.size === 0 && passages.length === 0) {
    for (const { 0: words, index: start } of everyMatch(NAMELESS, text)) found.set(start, sayingOf(start, words));
  }
  return [...found.values()];
}

const sayingOf = (start: number, words: string): Saying => {
  return { start, end: start + words.length, fault: 'no fact and no cited passage has that source: leave it out' };
};

/** Whether a name may be quoted, or is none. */
function isSource(name: string, start: number, text: string, index: FactIndex, passages: readonly Passage[]): boolean {
  const plain = name.replace(/^the /i, '');
  if (OURS.test(name)) return true;
  if (passages.some((one) => `${one.source ?? ''} ${one.url ?? ''} ${one.text}`.includes(plain))) return true;
  if (sourcesOf(index).includes(plain)) return true;
  if (HOUSES.test(name)) return false;
  const words = plain.split(' ').filter((word) => /^\p{Lu}/u.test(word));
  if (words.some((word) => index.names.has(word.toLowerCase()))) return true;
  const begins = /(?:^|[.!?:;\n|*>-]\s*)$/.test(text.slice(Math.max(0, start - 3), start)) && !/^the /i.test(name);
  const strange = words.slice(begins ? 1 : 0).filter((word) => !KNOWN_WORDS.test(word) && /\p{Ll}/u.test(word));
  return strange.length === 0;
}

const known = new WeakMap<FactIndex, string>();

/** What the facts themselves name as sources: of returns, assumptions and prices. */
function sourcesOf(index: FactIndex): string {
  const found = known.get(index);
  if (found !== undefined) return found;
  const texts = [...index.values].filter(
    ([name, value]) => typeof value === 'string' && /source|note|prices/i.test(name),
  );
  const all = `${index.prose} ${texts.map(([, value]) => String(value)).join(' ')}`;
  known.set(index, all);
  return all;
}
