import type { SetAside } from '../../schemas/knowledge.ts';
import { sentencesIn } from '../../knowledge/sentences-in.ts';
import { claimsIn } from '../compliance/compliance.ts';
import { viewOf } from '../grounding/text-view.ts';
import { accuses } from './accusations.ts';
import { isAddressed } from './addressed.ts';
import { pushesHolders } from './dressed-pushes.ts';
import { isDisguised } from './disguise/is-disguised.ts';
import { plainReading } from './disguise/plain-reading.ts';
import { givesOrders } from './orders.ts';
import { offersOwnLetter } from './own-letter.ts';
import { isPaidFor } from './paid-for.ts';
import { hasRoleAbove, ordersProgram } from './program-orders.ts';
import { isTakenBack } from './taken-back.ts';

/** What somebody is to do with a security, where a title or a clause begins. */
const TRADE =
  /(?:^|[.!?;:,–—] ?|\b(?:and|then|so|now) )["“'(]*(?:please |now |just )?(?:(?:buy|sell|dump|short|ditch|load up on|get out of|get into|bail out|exit)\s(?!in May|the (?:rumou?r|news|dip|fact)|(?:or|and|side|orders?|offs?|recommendations?|ratings?)\b)|(?:move|put|shift|switch|wire|transfer) (?:\w+ ){0,5}(?:into|in|to|out of) )/iu;
const ASKS = /\?\s*$|^(?:why|how|when|what|where|whether|should|is|are|can|does|do|who)\b/iu;

/**
 * Why nothing of a passage of a document is to be quoted, or null: its title or a sentence of it is an order to whatever program reads it, also in
 * a disguise; it takes itself back; its title sells; or it is paid for. How much of a document advertises, and whether it is news, is told by
 * all of it (`set-aside.ts`), and was when it was stored, so that it has one verdict wherever it is met. Its sentences that advertise are quoted nowhere anyway.
 */
export function whyPassageAside({ title, text }: { title: string; text: string }): SetAside | null {
  // What is said again and again is judged once.
  const all = [...new Set([title, ...text.split('\n').flatMap((line) => sentencesIn(line.trim()))])];
  if (hasRoleAbove(text) || all.some(commands)) return 'orders';
  if (all.some(hidesAnOrder) || isDisguised(title)) return 'disguise';
  if (isTakenBack(title, text)) return 'retracted';
  return sells(title) || isPaidFor(title, text) ? 'advertising' : null;
}

/** Why, as the rest of a sentence about one page, and about several. */
export const WHY_SET_ASIDE: Readonly<Record<SetAside, readonly [one: string, several: string]>> = {
  orders: ['it gives orders to whatever program reads it', 'they give orders to whatever program reads them'],
  disguise: ['it hides words from programs', 'they hide words from programs'],
  retracted: ['it says that it has been taken back', 'they say that they have been taken back'],
  advertising: ['it advertises', 'they advertise'],
  invented: [
    'it says that it is satire, fiction, a game or an exercise, or that its figures are made up',
    'they say that they are satire, fiction, a game or an exercise, or that their figures are made up',
  ],
  reprint: ['it is an old text under a new date', 'they are old texts under a new date'],
  currency: [
    'it says that its amounts are in another currency than US dollars',
    'they say that their amounts are in another currency than US dollars',
  ],
  unpublished: [
    'it says that it is a test, a draft, a template or not to be known yet',
    'they say that they are tests, drafts, templates or not to be known yet',
  ],
  unchecked: [
    'it says that a program wrote it or that nobody checked it',
    'they say that programs wrote them or that nobody checked them',
  ],
  price: [
    'it says a price far from the one that Alex knows, or a price or a move that no security has',
    'they say a price far from the one that Alex knows, or a price or a move that no security has',
  ],
};

/** Tells of somebody who said or hid what is quoted; what speaks to a reader or a program outside the quotation is no such report. */
const REPORTED =
  /\b(?:hid|hidden|planted|slipped|injected|embedded|placed|typed|found|discovered|contained|carried|attackers?|hackers?|criminals|researchers)\b/iu;
const SPEAKS = /\b(?:you|your|assistants?|readers?|please|must|should)\b/iu;
const QUOTED = /[“"][^“”"]{1,200}[”"]/gu;

/** A sentence without what it quotes of an attack that it reports. */
function withoutReported(sentence: string): string {
  const around = sentence.replace(QUOTED, ' ');
  return REPORTED.test(around) && !SPEAKS.test(around) ? around : sentence;
}

function commands(told: string): boolean {
  const sentence = withoutReported(told);
  const read = viewOf(sentence).text;
  const plain = plainReading(sentence);
  const readings = plain === read ? [read] : [read, plain];
  return [...readings, sentence].some(ordersProgram);
}

function hidesAnOrder(sentence: string): boolean {
  if (!isDisguised(sentence)) return false;
  const read = plainReading(sentence);
  return givesOrders(read) || isAddressed(read) || sells(read);
}

/** Promises, pushes, or says what to trade: to readers, or to holders as if it were news. What somebody is charged with promising is no promise. */
export function sells(sentence: string): boolean {
  const read = viewOf(sentence).text.trim();
  if (ASKS.test(read) || offersOwnLetter(read)) return false;
  return (
    TRADE.test(read) ||
    pushesHolders(read) ||
    claimsIn(read, true).some(
      ({ kind }) => kind === 'push' || (kind === 'promise' && !accuses(read.replaceAll('’', "'"))),
    )
  );
}
