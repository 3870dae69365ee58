/** Announces that what it speaks of stands below it. A colon does so too. */
const ANNOUNCES_BELOW =
  /\b(?:the following|as follows)\b|\b(?:below|here) (?:is|are) (?:what|how|where|why|some|the|\p{L}+ (?:things|points|statements))\b|^here (?:it is|they are)\.$|\blists? (?:what|how)\b/iu;
/** Says whose words stand below it, or that they are in doubt: an accusation, a denial, a belief, a rumour, something made up. */
const DOUBTS = new RegExp(
  [
    "\\b(?:not|none|nothing|never|neither|no longer|no one|nobody)\\b|n't\\b",
    '\\b(?:accus\\w+|alleg\\w+|(?<!(?:jobless|unemployment|initial|continuing|insurance) )claim(?:s|ed|ing)?|assert(?:s|ed|ing|ions?)|contend\\w*|insist\\w*|complain\\w*|complaints?|indict\\w*|charged with|lawsuits?|law suits?|suits?|sue[ds]?|suing|prosecut\\w+|plaintiffs?|defendants?|lawyers?|attorneys?|petition\\w*|affidavits?|testimony|testif\\w+|whistle-?blowers?|short[- ]sellers?|activists?|critics?|opponents?|rivals|unions? (?:say|said|alleg)\\w*)\\b',
    '\\b(?:den(?:y|ies|ied|ials?)|reject(?:s|ed|ing)?|refut\\w+|disput\\w+|dismiss(?:es|ed) (?:as|the|these)|debunk\\w*|disprov\\w+|contradict\\w*|retract\\w*|withdr[ae]wn?)\\b',
    '\\b(?:believ\\w+|beliefs?|think(?:s|ing)?|thought|suppos\\w+|assum\\w+|suspect\\w*|imagin\\w+|pretend\\w*|hypothe\\w+|wonder\\w*|guess\\w*|would|could|might|if|unless)\\b',
    '\\b(?:false\\w*|untrue|wrong\\w*|incorrect\\w*|mistak\\w+|errors?|myths?|legends?|tales?|fables?|fiction\\w*|fake[ds]?|hoax\\w*|fabricat\\w+|invent(?:ed|s|ions?)|made[- ]up|nonsense|lies|jokes?|satir\\w+|parod\\w+|spoofs?|misconcept\\w+|misinform\\w+|disinform\\w+|misunderst\\w+|baseless|unfounded|so-called)\\b',
    '\\b(?:rumou?r\\w*|gossip|whisper\\w*|hearsay|heard|unconfirmed|unverified|circulat\\w+|doing the rounds|went around|message boards?|posts?|forums?|commenters?|quiz\\w*|often said|it is said|they say)\\b',
  ].join('|'),
  'iu',
);
/** Names what is plainly told: figures, events, days, lists of securities. */
const FACTS =
  /\b(?:highlights?|facts?|figures?|numbers?|statistics|data|details?|key points?|main points|takeaways?|results?|earnings|at a glance|snapshot|summary|overview|recap|roundup|round-up|in brief|briefs?|news|headlines?|happened|developments|events|movers?|moved|moves?|gainers?|losers?|leaders?|laggards?|winners?|decliners?|advancers?|know|levels?|prices?|quotes|closes?|closed|ended|finished|stood|fared|did|performed|performance|returns?|returned|yields?|rates?|holdings?|positions?|weights?|weightings?|allocations?|sectors?|industries|regions|indexes|indices|averages|benchmarks?|stocks|shares|securities|bonds|funds|etfs|companies|firms|banks|commodities|currencies|metals|dividends?|distributions?|payouts?|buybacks?|fees|costs|flows?|inflows|outflows|revenues?|sales|profits?|income|margins?|deliveries|orders|segments?|divisions?|units?|businesses|products|dates?|calendar|schedule|agenda|changes|additions|deletions|deals|reasons|factors|by (?:sector|segment|region|country|state|size|weight)|economic (?:data|reports?)|markets?)\b/iu;
/** Says of when what is below it is. */
const TIMES =
  /^(?:(?:in|on|for|during|over|as of|at|by|since|through|year|month|quarter|week|the|this|last|past|early|late|end|to|date|of|so far|today|yesterday|overnight|half|first|second|third|fourth|three|six|nine|twelve|months?|weeks?|quarters?|years?|days?|monday|tuesday|wednesday|thursday|friday|january|february|march|april|may|june|july|august|september|october|november|december|fiscal|q[1-4]|\d[\d,]*|session|ended|ending|that|compared with|earlier)[\s,]*)+:$/iu;
/** Gives its own figures, or those that it is there to count. */
const REPORTS =
  /\b(?:reported|reports|announced|announces|posted|disclosed|published|released|recorded|showed|shows|counted|listed)\b/iu;
const OFFICIAL =
  /^(?:(?:in|on|at) [^,:]{1,40},? )?(?:the )?(?:(?:\p{L}|[.&'-])+ ){0,3}(?:company|group|bank|firm|fund|retailer|maker|manufacturer|insurer|carrier|utility|fed|federal reserve|reserve|treasury|department|bureau|agency|ministry|office|exchange|government|association|institute|manager|provider)(?: also| then)? (?:said|says|wrote|added|told)\b/iu;
/** Who speaks, where what is below speaks of the speaker. */
const SPEAKER =
  /^((?:\p{Lu}[\p{L}\d.&'-]*)(?: \p{Lu}[\p{L}\d.&'-]*){0,3})(?: \([^)]*\))?(?: also)? (?:said|says|wrote|added)\b/u;
/** Gives somebody's words, or points at what stands below. */
const POINTS =
  /\b(?:sa(?:y|ys|id)|put(?:s)? it|wr(?:ote|ites?)|tells?|told|argues?|according to|points|statements|things|sentences|messages?|these|this|those|the following|as follows|below)\b/iu;
/** A label of so few words names what is below it: "Asia:", "Oil and gas:". */
const LABEL = 3;

/** What stands above a list or a quotation without being plainly neutral: its items are not quoted by themselves. */
interface LeadIn {
  /** Whether it says so itself; else it is only in doubt. */
  isDoubting: boolean;
  /** Whether it points below, so that what has lost the marks of a list is one of its items too. */
  isPointing: boolean;
  /** Who speaks: what is said below of the speaker is the speaker's own to tell. */
  speaker?: string;
}

/**
 * What a sentence makes of the items and the quotations below it, or null: it leads into none, or it is plainly neutral ("Key figures:",
 * "In October:", "The company reported the following:"). Strict: in doubt they are not quoted, for by itself an item says nothing of
 * who says so.
 *
 * @param sentence without marks and with straight apostrophes
 * @param isAbove whether a list or a quotation is the next that stands below it
 */
function leadInOf(whole: string, isAbove: boolean): LeadIn | null {
  const isOpen = whole.endsWith(':');
  // What stands before another colon is told by what stands behind it.
  const sentence = isOpen ? (whole.split(/:\s/u).at(-1) ?? whole) : whole;
  const isDoubting = DOUBTS.test(sentence);
  const isPointing = isDoubting || POINTS.test(sentence);
  if (!isOpen && !ANNOUNCES_BELOW.test(sentence)) return isAbove && isDoubting ? { isDoubting, isPointing } : null;
  if (isDoubting) return { isDoubting, isPointing };
  if (FACTS.test(sentence) || TIMES.test(sentence) || REPORTS.test(sentence) || OFFICIAL.test(sentence)) return null;
  if (isOpen && sentence.split(/\s+/u).length <= LABEL && !/\bsa(?:id|ys?)\b/iu.test(sentence)) return null;
  const [, speaker] = SPEAKER.exec(sentence) ?? [];
  return { isDoubting, isPointing, ...(speaker !== undefined && { speaker }) };
}

/** A line as it stands on its page. */
interface PlacedLine {
  /** Without marks and with straight apostrophes. */
  sentences: readonly string[];
  /** Whether it is an entry of a list or a quotation. */
  isListed: boolean;
  /** Whether the next line is one. */
  isAbove: boolean;
}

/**
 * What stands below such lead-ins, read line by line: the list or the quotation, and where its marks are lost the lines of one sentence,
 * or the first line of what the lead-in doubts itself.
 */
export class BelowLeadIn {
  #leadIn: LeadIn | null = null;
  #isFirst = false;
  #wasListed = false;

  /** A heading ends what stands above it, and may lead in itself. */
  begin({ sentences, isAbove }: PlacedLine): void {
    this.#lead(leadInOf(sentences.at(-1) ?? '', isAbove));
  }

  /** Of each sentence of a line whether it is not to be quoted for what leads into it. */
  read({ sentences, isListed, isAbove }: PlacedLine): boolean[] {
    if (!isListed && !this.#goesOn(sentences)) this.#leadIn = null;
    const leadIn = this.#leadIn;
    const covered = sentences.map(
      (one) => leadIn !== null && (leadIn.speaker === undefined || !one.includes(leadIn.speaker)),
    );
    const last = sentences.at(-1) ?? '';
    const next = leadInOf(last, isAbove);
    if (next !== null || (last.endsWith(':') && !isListed)) this.#lead(next);
    else {
      this.#isFirst = false;
      this.#wasListed = isListed;
    }
    return covered;
  }

  #goesOn(sentences: readonly string[]): boolean {
    const leadIn = this.#leadIn;
    if (this.#wasListed || leadIn?.isPointing !== true) return false;
    return sentences.length === 1 || (this.#isFirst && leadIn.isDoubting);
  }

  #lead(leadIn: LeadIn | null): void {
    [this.#leadIn, this.#isFirst, this.#wasListed] = [leadIn, true, false];
  }
}
