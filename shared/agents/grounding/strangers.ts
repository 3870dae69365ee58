import { everyMatch } from '../every-match.ts';
import type { FactIndex } from './fact-index.ts';
import type { Figure } from './figure.ts';
import { COMPANIES, KNOWN_WORDS } from './known-names.ts';

/** A word with a capital, or several: "Tesla", "Harbor Point", "Scout24". */
const WORD = String.raw`\p{Lu}[\p{L}\p{N}&'’.-]*[\p{L}\p{N}](?![\p{L}\p{N}])`;
const NAME = `${WORD}(?: ${WORD}){0,3}`;
const ROOM = String.raw`(?:about |around |roughly |some |nearly |almost |only |just |over |under )*`;
const AMOUNT = String.raw`${ROOM}(?:\$[\d.,]+|\d[\d.,]*\s?%|\d[\d.,]* percent|half|an? (?:third|quarter|fifth|tenth))`;

/** "Your largest holding": the name of what is said to be it is that of something held, wherever the sentence begins. */
const RANK = String.raw`(?:single |second[ -]|third[ -]|fourth[ -]|fifth[ -])?(?:largest|biggest|smallest|heaviest|top|greatest|main|best|worst|number[ -]one|No\. 1)(?:[ -](?:performing|paying|single|individual))? (?:holding|position|investment|stock|fund|company|share|stake|bond|ETF|security|performer|winner|loser|name)`;
const RANKED: readonly RegExp[] = [
  new RegExp(`(?<name>${NAME})(?: shares?| stock)? (?:is|was|remains|ranks as|counts as) (?:by far |still |now )?(?:your|the portfolio['’]s|the) ${RANK}\\b`, 'gu'), // prettier-ignore
  new RegExp(`(?<name>${NAME}) (?:tops|leads|heads) (?:the list of )?your (?:list of )?(?:holdings|positions|portfolio|investments|stocks|funds)\\b`, 'gu'), // prettier-ignore
  new RegExp(`\\b(?:[Yy]our|[Tt]he|portfolio['’]s) ${RANK}(?: by far| of all| in (?:your|the) portfolio)? (?:is|was|remains) (?<name>${NAME})`, 'gu'), // prettier-ignore
];

/** Where a text says of a name that it is held, or how much it is. */
const SAID: readonly RegExp[] = [
  new RegExp(`(?<name>${NAME})(?: shares?| stocks?| holdings?| position| funds?)? (?:is|are|was|were|makes? up|made up|accounts? for|stands? at|comes? to|amounts? to|represents?) (?:worth )?${AMOUNT}`, 'gu'), // prettier-ignore
  new RegExp(`(?<name>${NAME}) (?:is|are) (?:\\w+ ){0,2}(?:part of|among|one of|in) (?:your|the) (?:portfolio|holdings|largest|biggest|top|main|positions|investments)`, 'gu'), // prettier-ignore
  new RegExp(`(?<=\\band )(?<name>${NAME}) (?:is|are) (?:\\w+ ){0,2}(?:part of|among|one of) (?:your|the) `, 'gu'),
  new RegExp(`(?<name>${NAME})(?= and ${NAME} (?:is|are) (?:\\w+ ){0,2}(?:part of|among|one of) (?:your|the) )`, 'gu'),
  new RegExp(
    `\\b[Yy]ou (?:also |still |now |already )?(?:hold|own|have)(?: ${AMOUNT} (?:of|in))? (?<name>${NAME})`,
    'gu',
  ),
  new RegExp(`\\b[Yy]our (?:\\d[\\d,.]* )?(?<name>${NAME})(?: shares?| stocks?| holdings?| position| stake)\\b`, 'gu'),
  new RegExp(`\\b(?:shares?|units|stake|position) (?:of|in) (?<name>${NAME})`, 'gu'),
  new RegExp(`${AMOUNT} (?:of (?:it|your portfolio|the portfolio|your money|the total) )?(?:is |sits |goes |invested )?(?:in|into) (?<name>${NAME})`, 'gu'), // prettier-ignore
  new RegExp(`(?<name>${NAME}) \\(${AMOUNT}\\)`, 'gu'),
];

/** What begins a sentence and points at a name behind it. */
const POINTING =
  /^(?:Here|There|Next|Now|Then|First|Second|Third|What|Which|Who|One|So|Still|Today|Overall|Another|Nothing|Only|Neither|Last|Together|Again|No)$/u;
const HAS_RANK = new RegExp(`\\b(?:${RANK}|(?:tops|leads|heads) (?:the|your))\\b`, 'u');

/**
 * Names of which a text says that they are held, or how much they are, and that no fact names: "Tesla shares make up 5%". A word
 * that has its capital because a sentence begins with it is a name only where it is one of a company, coin or fund house.
 */
export function strangersIn(text: string, index: FactIndex): Figure[] {
  if (!/\p{Lu}\p{L}/u.test(text)) return [];
  const found = new Map<number, Figure>();
  for (const said of HAS_RANK.test(text) ? [...SAID, ...RANKED] : SAID) {
    for (const match of everyMatch(said, text)) {
      const name = match.groups?.name ?? '';
      const start = match.index + match[0].indexOf(name);
      const begins =
        !RANKED.includes(said) && /(?:^|[.!?:;\n|*>-]\s*)$/.test(text.slice(Math.max(0, start - 3), start));
      const stranger = strange(name, begins, index);
      if (stranger === null) continue;
      const at = start + name.indexOf(stranger);
      found.set(at, figureOf(stranger, at));
    }
  }
  return [...found.values()];
}

/** The part of a name that nobody knows; null where there is none. */
function strange(name: string, begins: boolean, index: FactIndex): string | null {
  const words = name.split(' ').map((word) => word.replace(/['’]s$|[.,]$/u, ''));
  if (words.some((word) => index.names.has(word.toLowerCase()))) return null;
  const unknown = words.filter((word, at) => {
    const lower = word.toLowerCase();
    if (COMPANIES.has(lower)) return true;
    // The first word of a sentence has its capital in any case.
    if (at === 0 && (begins || POINTING.test(word))) return false;
    return !KNOWN_WORDS.test(word) && /\p{Ll}/u.test(word);
  });
  return unknown[0] ?? null;
}

const figureOf = (text: string, start: number): Figure => {
  return { kind: 'word', text, start, end: start + text.length, value: 0, place: 0, approximate: false, bound: 0, sign: 0, key: text, before: '', after: '' }; // prettier-ignore
};
