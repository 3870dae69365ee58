import type { SetAside } from '../../schemas/knowledge.ts';
import { sentencesIn } from '../../knowledge/sentences-in.ts';
import { claimsIn } from '../compliance/compliance.ts';
import { viewOf } from '../grounding/text-view.ts';
import { isAddressed } from './addressed.ts';
import { isDisguised } from './disguise/is-disguised.ts';
import { plainReading } from './disguise/plain-reading.ts';
import { givesOrders } from './orders.ts';

/** Orders to a program that reads a page. Narrower than those for a sentence: here a whole page is lost, and pages write about such programs. */
const COMMANDS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass)\b(?: \w+){0,4}? (?:instructions?|prompts?)\b|\b(?:ignore|disregard|forget|override|bypass) (?:all |any |of |the )*(?:your|previous|prior|above|earlier) (?:\w+ )?(?:rules?|guidelines?|directions?|text|messages?)\b|\b(?:ignore|disregard|forget) (?:all|everything|anything) (?:of the )?(?:above|before)\b/iu,
  /\b(?:you are|you['’]re|act as|pretend to be) (?:now )?(?:an? |the )?(?:ai|assistant|language model|chatbot|llm)\b/iu,
  /\b(?:new|updated|real|your) (?:instructions?|task)\s?:|\bthe system prompt (?:says|is|reads)|\b(?:reveal|print|repeat|show) (?:your|the) (?:system )?(?:prompt|instructions)\b/iu,
  /\b(?:assistants?|ai(?: models?| agents?| systems?)?|language models?|chatbots?|llms?|agents?|summar(?:y|ies)|reports?|notes?|answers?|outputs?)\b[^.!?]{0,60}\b(?:must|should|shall|have to|has to|are to|are instructed to) (?:\w+ly |always |also |not |never )*(?:state|say|write|answer|mention|include|output|recommend|tell|quote|cite|reply|respond|add)\b/iu,
  /\b(?:tell|instruct|convince|persuade|inform|advise) (?:the|your) (?:\w+ )?(?:readers?|users?|clients?)\b/iu,
  /\bdo not (?:mention|quote|cite|read) (?:any|the) other (?:page|source|document)s?\b|\b(?:answer|reply|respond) with the (?:single )?words?\b/iu,
  /\b(?:summary|document|report|note|text|whoever|anything|anyone) (?:that |who |which )?(?:quotes?|cites?|summari[sz]es?|mentions?|repeats?) (?:this|the) (?:page|text|article)\b/iu,
  /<\/?(?:system|instructions?|pages?|facts|assistant)>/iu,
];
/** What somebody is to do with a security, where a title or a clause begins. */
const TRADE =
  /(?:^|[.!?;:,–—] ?|\b(?:and|then|so|now) )["“'(]*(?:please |now |just )?(?:(?:buy|sell|dump|short|ditch|load up on|get out of|get into|bail out|exit)\s(?!in May|the (?:rumou?r|news|dip|fact)|(?:or|and|side|orders?|offs?|recommendations?|ratings?)\b)|(?:move|put|shift|switch|wire|transfer) (?:\w+ ){0,5}(?:into|in|to|out of) )/iu;
const ASKS = /\?\s*$|^(?:why|how|when|what|where|whether|should|is|are|can|does|do|who)\b/iu;
/** Of a page's sentences that advertise: so many, and so large a part. */
const ADVERTISING = { sentences: 2, part: 0.25 } as const;

/**
 * Why nothing of a page is to be quoted, or null: its title or a sentence of it is an order to whatever program reads it, also in
 * a disguise; its title sells; or it does little else. Who tries that is not believed in anything else.
 */
export function whySetAside({ title, text }: { title: string; text: string }): SetAside | null {
  const sentences = text.split('\n').flatMap((line) => sentencesIn(line.trim()));
  const all = [title, ...sentences];
  if (all.some(commands)) return 'orders';
  if (all.some(hidesAnOrder) || isDisguised(title)) return 'disguise';
  if (sells(title)) return 'advertising';
  const selling = sentences.filter(sells).length;
  return selling >= ADVERTISING.sentences && selling >= sentences.length * ADVERTISING.part ? 'advertising' : null;
}

/** Why, as the rest of a sentence about one page, and about several. */
export const WHY_SET_ASIDE: Readonly<Record<SetAside, readonly [one: string, several: string]>> = {
  orders: ['it gives orders to whatever program reads it', 'they give orders to whatever program reads them'],
  disguise: ['it hides words from programs', 'they hide words from programs'],
  advertising: ['it advertises', 'they advertise'],
  price: [
    'it says a price far from the one that Alex knows, or one that no security has',
    'they say a price far from the one that Alex knows, or one that no security has',
  ],
};

function commands(sentence: string): boolean {
  const read = viewOf(sentence).text;
  const plain = plainReading(sentence);
  const readings = plain === read ? [read] : [read, plain];
  return readings.some((one) => COMMANDS.some((pattern) => pattern.test(one)));
}

function hidesAnOrder(sentence: string): boolean {
  if (!isDisguised(sentence)) return false;
  const read = plainReading(sentence);
  return givesOrders(read) || isAddressed(read) || sells(read);
}

/** Promises, pushes, or says what to trade. */
function sells(sentence: string): boolean {
  const read = viewOf(sentence).text.trim();
  if (ASKS.test(read)) return false;
  return TRADE.test(read) || claimsIn(read).some(({ kind }) => kind !== 'certainty');
}
