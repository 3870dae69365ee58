import { everyMatch } from '../../every-match.ts';
import { MONTHS } from '../../grounding/calendar.ts';
import { withoutDateline } from '../dateline.ts';
import { CUES, OWN_TIME, YEAR } from './cues.ts';

/** Days in which what is told of the year, or the month, before is still news: a quarter's results come after it. */
const LINGERS = 120;
const DAY_MS = 86_400_000;
/** Words of a sentence that says more than "The lesson remains." */
const FULL = 8;

/** The time in which the first words of a sentence put it and what follows: a year, a decade, or a month of the last twelve. */
const OPENING_YEAR =
  /^(?:back )?(?:in|on|during|by|throughout|it was|the year was|at the (?:start|end) of|(?:early|late) in)\b[^,.;:]{0,30}?(?:\d{1,2}, )?\b(?:((?:19|20)\d\d)|((?:19\d|200|201)0)s)\b/iu;
const OPENING_MONTH = new RegExp(
  `^(?:back )?(?:in|during|it was) (?:(?:early|late|mid) |mid-)?(${MONTHS.join('|')})\\b(?! \\d)`,
  'iu',
);
/** Of now, whatever was told before. */
const NOW =
  /\b(?:this|last|next|past) (?:week|month|quarter|year)\b|\b(?:now|today|yesterday|currently|so far|recent(?:ly)?|latest)\b/iu;
/** Of now where the page has come to tell of now, else of the time that it tells of. */
const RELATIVE =
  /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:in|during|for|since|of) (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:in|over|for|during) the (?:week|month|quarter)\b/iu;
/** A year that something dates from, or is compared with, puts nothing else in it. */
const STANDING =
  /\b(?:launch\w*|found(?:ed|ing)|establish\w*|created|introduced|listed|inception|born|issued|due|matur\w+|expir\w+|went public|began trading|opened|dates|built|chartered|incorporated|since|than|from|versus|compared|against|after|until|highest|lowest|most|best|worst|record|biggest|largest|steepest)\b/iu;
/** Says what is so, and not what was. */
const PRESENT =
  /\b(?:holds?|charges?|costs?|pays?|tracks?|yields?|owns?|trades?|invests?|consists?|follows?|includes?|contains?|offers?|keeps?|makes?|means?|seeks?|aims?|remains?|stands?|counts?|borrows?|earns?|tends?|needs?|buys?|sells?|does|do|must|should)\b/iu;

/** The same of more than one, and of who writes it: "We own 15 centers", "It has authorized". */
const NOW_SO =
  /\b(?:has|have|is|are)\b|\b(?:we|they|it|management|the (?:company|board|fund)|customers|companies) (?:also )?(?:hold|charge|cost|pay|track|yield|own|trade|invest|consist|follow|include|contain|offer|keep|make|lease|employ|compete|serve|operate|sell|buy|use|rely|believe|expect|manage|seek|report|provide|depend|distribute|license|face|need)s?\b|\b(?:serves?|believes?|competes?|operates?|employs?|leases?|provides?|supports?|depends?)\b/iu;
const WAS =
  /\b(?:was|were|had|did|rose|fell|grew|went|came|took|made|gave|began|became|lost|won|sold|bought|cut|led|saw|said|held|kept|paid|\p{L}{2,}ed)\b/iu;
const HAS_BEEN =
  /\b(?:has|have|is|are|be|been|being)(?: (?:not|also|never|all|each|mostly|since|already))? \p{L}+(?:ed|en|ld|de|ne|ut)\b/giu;

/** The first year that is not another one than that of a day. */
export const firstYear = (day: string): string =>
  new Date(Date.parse(day) - LINGERS * DAY_MS).toISOString().slice(0, 4);

/**
 * Of when a page tells, sentence by sentence: a year gone by that one of them tells governs those below it, until another time is told or a
 * heading stands there.
 */
export class ToldTime {
  readonly #written: string;
  readonly #since: string;
  /** A sentence that says of which time gone by the page has come to tell; empty for none. */
  #past = '';
  /** The page has told of now: what it says of another year by the way is no story of that year. */
  #isOfNow = false;

  constructor(written: string) {
    this.#written = written;
    this.#since = firstYear(written);
  }

  /** A heading ends what was told of. */
  endSection(): void {
    this.#past = '';
  }

  /** Of which time gone by what follows is, as a sentence for whoever begins to read there: "It was 2013."; else empty. */
  get line(): string {
    return this.#past;
  }

  /**
   * Whether a sentence, the next of the page, is of a time gone by that it does not say itself.
   *
   * @param begins whether it begins a paragraph
   */
  isPast(sentence: string, begins = false): boolean {
    // A paragraph of how things are is none of the story above it.
    if (begins && this.#past !== '' && saysHowItIs(sentence)) this.#past = '';
    const told = withoutDateline(sentence);
    const [dated] = this.#years(sentence.slice(0, sentence.length - told.length));
    if (dated !== undefined && dated < this.#since) {
      // What is quoted goes without its dateline, and "today" in it is that day.
      this.#past = `It was ${dated}.`;
      return this.#years(told).length === 0;
    }
    const opening = this.#opening(sentence);
    if (opening !== null) {
      this.#past = opening;
      if (opening === '') this.#isOfNow = true;
      return false;
    }
    if (NOW.test(sentence) || this.#years(sentence).some((year) => year >= this.#since)) return this.#tellNow();
    if (RELATIVE.test(sentence) && (this.#past === '' || this.#isOfNow)) return this.#tellNow();
    const [year] = this.#years(sentence);
    if (year !== undefined && this.#past === '' && !this.#isOfNow && !STANDING.test(sentence))
      this.#past = `It was ${year}.`;
    return this.#past !== '' && !OWN_TIME.test(sentence) && !PRESENT.test(sentence);
  }

  #tellNow(): false {
    [this.#past, this.#isOfNow] = ['', true];
    return false;
  }

  /** The line of what a sentence opens, empty for now; null where it opens nothing. */
  #opening(sentence: string): string | null {
    if (
      CUES.some(({ frame, places, words }) => frame === 'past' && places.includes('before') && words.test(sentence))
    ) {
      return 'Some years ago.';
    }
    const [, year, decade] = OPENING_YEAR.exec(sentence) ?? [];
    const told = year ?? decade;
    if (told !== undefined) return told < this.#since ? `It was ${told}.` : '';
    const [, month = ''] = OPENING_MONTH.exec(sentence) ?? [];
    if (month === '') return null;
    // In a story of a time gone by a month is of that time.
    if (this.#past !== '' && !this.#isOfNow) return null;
    return isLongAgo(month, this.#written) ? `It was ${month}.` : '';
  }

  #years(sentence: string): string[] {
    return everyMatch(YEAR, sentence).map(([, year = '']) => year);
  }
}

/** In the present and with nothing that was, and no remark by the way; "has been sold" is no past. */
const saysHowItIs = (sentence: string): boolean =>
  (/\d/u.test(sentence) || sentence.split(/\s+/u).length >= FULL) &&
  (PRESENT.test(sentence) || NOW_SO.test(sentence)) &&
  !WAS.test(sentence.replace(HAS_BEEN, ' has '));

/** Whether the end of the last month of that name is so far from a day that its news is none any more. */
function isLongAgo(name: string, day: string): boolean {
  const [year, month] = [Number(day.slice(0, 4)), MONTHS.indexOf(name.toLowerCase()) + 1];
  const ends = Date.UTC(month > Number(day.slice(5, 7)) ? year - 1 : year, month, 0);
  return Date.parse(day) - ends > LINGERS * DAY_MS;
}
