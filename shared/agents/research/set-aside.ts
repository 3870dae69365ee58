import type { SetAside } from '../../schemas/knowledge.ts';
import { sentencesIn } from '../../knowledge/sentences-in.ts';
import { claimsIn } from '../compliance/compliance.ts';
import { viewOf } from '../grounding/text-view.ts';
import { isAddressed } from './addressed.ts';
import { pushesHolders } from './dressed-pushes.ts';
import { isDisguised } from './disguise/is-disguised.ts';
import { plainReading } from './disguise/plain-reading.ts';
import { whyNoNews, type SelfTold } from './no-news.ts';
import { givesOrders } from './orders.ts';
import { offersOwnLetter } from './own-letter.ts';
import { isPaidFor } from './paid-for.ts';
import { hasRoleAbove, ordersProgram } from './program-orders.ts';
import { isTakenBack } from './taken-back.ts';

/** What somebody is to do with a security, where a title or a clause begins. */
const TRADE =
  /(?:^|[.!?;:,–—] ?|\b(?:and|then|so|now) )["“'(]*(?:please |now |just )?(?:(?:buy|sell|dump|short|ditch|load up on|get out of|get into|bail out|exit)\s(?!in May|the (?:rumou?r|news|dip|fact)|(?:or|and|side|orders?|offs?|recommendations?|ratings?)\b)|(?:move|put|shift|switch|wire|transfer) (?:\w+ ){0,5}(?:into|in|to|out of) )/iu;
const ASKS = /\?\s*$|^(?:why|how|when|what|where|whether|should|is|are|can|does|do|who)\b/iu;
/** "Read more: why VTI is our top pick", "Advertisement: open an account": a line of the site beside the text, which tells nothing of the page. */
const PROMOTES =
  /^[\s>*_#-]*(?:read (?:more|next|also)|see also|also read|related|recommended|don['’]t miss|watch|advertisement|advert|ad|promoted)\s?[:|–—-]\s?\S[^\n]{0,160}$/iu;
/** Of a page's sentences that advertise: so many, and so large a part. */
const ADVERTISING = { sentences: 2, part: 0.25 } as const;

/**
 * Why nothing of a page is to be quoted, or null: its title or a sentence of it is an order to whatever program reads it, also in
 * a disguise; it takes itself back; its title sells; it is paid for; or it does little else. Who tries that is not believed in anything else.
 * So is a page that says itself that it is no news: invented, of long ago, or with dollars of another country.
 */
export function whySetAside(page: SelfTold): SetAside | null {
  const { title, text } = page;
  const why = whyPassageAside({ title, text }) ?? whyNoNews(page);
  if (why !== null) return why;
  const sentences = text.split('\n').flatMap((line) => (PROMOTES.test(line) ? [] : sentencesIn(line.trim())));
  const selling = sentences.filter(sells).length;
  return selling >= ADVERTISING.sentences && selling >= sentences.length * ADVERTISING.part ? 'advertising' : null;
}

/**
 * The same of a passage of a document: how much of it advertises is told by all of it, and was when it was stored, so that a document
 * has one verdict wherever it is met. Its sentences that do are quoted nowhere anyway.
 */
export function whyPassageAside({ title, text }: { title: string; text: string }): SetAside | null {
  const all = [title, ...text.split('\n').flatMap((line) => sentencesIn(line.trim()))];
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
  price: [
    'it says a price far from the one that Alex knows, or one that no security has',
    'they say a price far from the one that Alex knows, or one that no security has',
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

/** Promises, pushes, or says what to trade: to readers, or to holders as if it were news. */
function sells(sentence: string): boolean {
  const read = viewOf(sentence).text.trim();
  if (ASKS.test(read) || offersOwnLetter(read)) return false;
  return TRADE.test(read) || pushesHolders(read) || claimsIn(read).some(({ kind }) => kind !== 'certainty');
}
