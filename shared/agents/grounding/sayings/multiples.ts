import type { FactIndex } from '../fact-index.ts';
import type { Mention } from '../mentions.ts';
import { SUPPOSED, sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';

const TIMES: Readonly<Record<string, number>> = { doubled: 2, tripled: 3, quadrupled: 4, halved: 0.5 };
const SAID = /^(?: \([^)]*\))?(?: shares| stock)?(?: has| have)?((?: (?:more than|nearly|almost|about|roughly|just|already|even|now))*) (doubled|tripled|quadrupled|halved)\b(?! (?:your (?:income|risk)|in (?:weight|share)))/i; // prettier-ignore
const PARTS: Readonly<Record<string, number>> = { half: 1 / 2, 'a third': 1 / 3, 'a quarter': 1 / 4, 'a fifth': 1 / 5, 'a tenth': 1 / 10, 'two thirds': 2 / 3, 'three quarters': 3 / 4 }; // prettier-ignore
const MOVED = new RegExp(String.raw`^(?: \([^)]*\))?(?: shares| stock)?(?: (?:has|have|is|are))? (fell|fallen|dropped|lost|declined|down|risen|rose|gained|climbed|up)(?: by)?(?: (?:about|roughly|around|nearly|almost|over|more than))* (${Object.keys(PARTS).join('|')})(?! of (?:your|the)\b)\b`, 'i'); // prettier-ignore
/** "Has fallen since you bought it", "is worth less than you paid for it": which way, and no figure. */
const BOUGHT = String.raw`(?:since (?:you|they|it|the|your) |(?:than|from) (?:what )?(?:you|it|they) (?:paid|cost)|than its (?:cost|price)|(?:below|above|under|over) (?:its|their|your|the) (?:cost|purchase price|price you paid)|(?:below|above|under|over) (?:what )?(?:you paid|it cost)|on paper)`;
const SIDE = new RegExp(
  String.raw`^(?: \([^)]*\))?(?: shares| stock)? (?:has|have|is|are|sits?|shows?|trades?|stands?|fell|dropped|lost|declined|rose|gained|climbed|grew)\b[^.;,\d%]{0,40}?${BOUGHT}`,
  'i',
);
const AT_A =
  /^(?: \([^)]*\))?(?: shares| stock)? (?:is|are|sits?|has|have|shows?|made|lost|stands?)(?: (?:you|now|currently|so far|also|at|made|lost|been|an?|in))* (?:loss(?:es)?|gains?|profits?|money|the (?:red|black)|under ?water|a (?:winner|loser))\b(?! of (?:\$|\d))/i;
const WORSE =
  /\b(?:fall\w*|fell|dropp\w*|lost|los(?:s|ses|er|ing)|declin\w*|sunk|sank|slipp\w*|less|lower|down|below|under|under ?water|the red|cheaper)\b/i;
const BETTER =
  /\b(?:ris(?:en|es)|rose|gain\w*|climb\w*|gr[eo]wn?|appreciat\w*|more|higher|up|above|over|profit\w*|made|the black|winner|dearer)\b/i;
const UP = /^(?:risen|rose|gained|climbed|up)$/i;
/** "About a third" is said of what is within a sixth of the cost. */
const ROOM = 1 / 6;

/** Of one period no fact of a purchase tells. */
const PERIOD = /\b(?:this|last|past|a|each|every) (?:year|quarter|month|week|decade)\b|\b(?:19|20)\d\d\b/i;

/** A multiple of what was paid, said in a word: true within an eighth, and on the side that "nearly" and "more than" say. */
function isMultiple(word: string, said: string, ratio: number): boolean {
  const times = TIMES[word.toLowerCase()];
  if (times === undefined) return false;
  const actual = (1 + ratio) / times;
  if (/more than/i.test(said)) return actual >= 0.995 && actual < 1.5;
  if (/nearly|almost/i.test(said)) return actual > 0.85 && actual <= 1.01;
  return Math.abs(actual - 1) < 0.125;
}

const isMove = (way: string, part: string, ratio: number): boolean =>
  Math.abs(ratio - (UP.test(way) ? 1 : -1) * (PARTS[part.toLowerCase()] ?? 0)) < ROOM;

/** A holding said to have fallen since it was bought that has gained, or the other way round; a level one has done neither. */
export function falseMoves(text: string, mentions: readonly Mention[], { values }: FactIndex): Saying[] {
  if (!WORSE.test(text) && !BETTER.test(text)) return [];
  return mentions.flatMap(({ start, end, subjects }): Saying[] => {
    const key = subjects.find((one) => one.startsWith('holding:'))?.slice('holding:'.length);
    const gain = values.get(`holding.${key ?? ''}.gain`);
    if (typeof gain !== 'number') return [];
    const behind = text.slice(end, end + 90);
    const said = (SIDE.exec(behind) ?? AT_A.exec(behind))?.[0].replace(/\bmore or less\b/i, '');
    const sentence = sentenceAt(text, start);
    if (said === undefined || SUPPOSED.test(sentence) || PERIOD.test(sentence) || /\b(?:not|no|never|neither|nor)\b|n['’]t\b/i.test(said)) return []; // prettier-ignore
    const [worse, better] = [WORSE.test(said), BETTER.test(said)];
    if (worse === better || (better ? gain > 0 : gain < 0)) return [];
    return [{ start, end: end + said.trimEnd().length, fault: `it has ${gain === 0 ? 'neither gained nor lost' : gain > 0 ? 'gained' : 'lost'} since it was bought (holding.${key ?? ''}.gain)` }]; // prettier-ignore
  });
}

/** Holdings said to have doubled or halved, or moved by a part of what they cost, where their gain says otherwise. */
export function falseMultiples(text: string, mentions: readonly Mention[], { values }: FactIndex): Saying[] {
  if (!/\b(?:doubled|tripled|quadrupled|halved|half|thirds?|quarters?|fifth|tenth)\b/i.test(text)) return [];
  return mentions.flatMap(({ start, end, subjects }): Saying[] => {
    const said = text.slice(end, end + 80);
    const [multiple, moved] = [SAID.exec(said), MOVED.exec(said)];
    if (multiple === null && moved === null) return [];
    const key = subjects.find((one) => one.startsWith('holding:'))?.slice('holding:'.length);
    const ratio = values.get(`holding.${key ?? ''}.gainRatio`);
    const sentence = sentenceAt(text, start);
    if (typeof ratio !== 'number' || SUPPOSED.test(sentence) || PERIOD.test(sentence)) return [];
    const isSo = multiple === null ? isMove(moved?.[1] ?? '', moved?.[2] ?? '', ratio) : isMultiple(multiple[2] ?? '', multiple[1] ?? '', ratio); // prettier-ignore
    if (isSo) return [];
    return [
      { start, end, fault: `its gain is ${(100 * ratio).toFixed(0)}% of its cost (holding.${key ?? ''}.gainRatio)` },
    ];
  });
}
