import { fixed } from '../../../finance/amounts.ts';
import type { FactIndex } from '../fact-index.ts';
import type { Mention } from '../mentions.ts';
import { sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';

const SLIGHTLY =
  '(?:(?:now|still|well|far|slightly|a (?:bit|little)|somewhat|clearly|already|currently|just|much|heavily) )*';
const PART =
  "(?:['’]s?)?(?: (?:share|part|portion|slice|weight|allocation|holdings?|stake)s?(?: of (?:the|your) (?:portfolio|money))?)?";
const IS = `(?:is|are|sits?|stands?|lies?|remains?|comes? in|runs?) ${SLIGHTLY}`;
const TARGET = '(?:(?:their|its|the|your) (?:\\w+ )?target|what (?:you|the target) (?:aims?|calls?) for|target)\\b';
const ABOVE = new RegExp(`^(?: \\([^)]*\\))?${PART} (?:${IS}(?:above|over|beyond|ahead of|higher than|in excess of) ${TARGET}|${IS}over-?weight(?:ed)?\\b|exceeds? ${TARGET})`, 'iu'); // prettier-ignore
const BELOW = new RegExp(`^(?: \\([^)]*\\))?${PART} (?:${IS}(?:below|under|beneath|behind|short of|lower than) ${TARGET}|${IS}under-?weight(?:ed)?\\b|(?:falls?|fall) short of ${TARGET})`, 'iu'); // prettier-ignore
/** "You hold too many bonds for your target": what leads to the name. */
const TOO = /\btoo (?<how>much|many|little|few)(?: (?:money|of it|is|sits))*(?: in)? $/iu;
/** "You are underinvested in stocks". */
const INVESTED = /\b(?<way>under|over)-?(?:invested|exposed|weight(?:ed)?) (?:in|to) $/iu;
const FOR_TARGET = /\btargets?\b/iu;
const WEIGHED = /\b(?:if|were|would|could|should|might|may|whether|suppose|unless|after|once|before|had)\b|\?\s*$/iu;
const DENIED = /\b(?:not|no|never|neither|nor)\b[^.;,]{0,25}$|n['’]t\b[^.;,]{0,25}$/iu;
const KINDS: Readonly<Record<string, string>> = { class: 'assetClass', region: 'region' };

/** A class or a region said to be above its target that is below it, or the other way round. */
export function falseOffTarget(text: string, mentions: readonly Mention[], { values }: FactIndex): Saying[] {
  if (!/\btargets?\b|weight/iu.test(text)) return [];
  return mentions.flatMap(({ start, end, subjects }): Saying[] => {
    const [kind = '', key = ''] = subjects.length === 1 ? (subjects[0]?.split(':') ?? []) : [];
    const name = `drift.${KINDS[kind] ?? ''}.${key}.drift`;
    const drift = values.get(name);
    const sentence = sentenceAt(text, start);
    if (typeof drift !== 'number' || drift === 0 || WEIGHED.test(sentence)) return [];
    const [before, behind] = [text.slice(Math.max(0, start - 40), start), text.slice(end, end + 70)];
    const too = FOR_TARGET.test(sentence) ? TOO.exec(before)?.groups?.how : undefined;
    const invested = FOR_TARGET.test(sentence) ? INVESTED.exec(before)?.groups?.way?.toLowerCase() : undefined;
    const above = ABOVE.test(behind) || invested === 'over' || /^(?:much|many)$/iu.test(too ?? '');
    const below = BELOW.test(behind) || invested === 'under' || /^(?:little|few)$/iu.test(too ?? '');
    if (above === below || above === drift > 0 || DENIED.test(before)) return [];
    return [{ start, end, fault: `it is ${fixed(100 * Math.abs(drift), 1)} points ${drift > 0 ? 'above' : 'below'} its target (${name})` }]; // prettier-ignore
  });
}
