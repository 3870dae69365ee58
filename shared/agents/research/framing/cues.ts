/**
 * What a page makes of a sentence by what stands around it: that it is only supposed, that it is denied or put right, that it is what somebody
 * with an interest in it says, that it is of another year.
 */
export type Frame = 'supposed' | 'denied' | 'claimed' | 'past' | 'corrected';

/**
 * Where a cue stands from what it frames: in the page's title, in a heading above, in a sentence before it of the same paragraph, in one
 * after it, or in the sentence itself.
 */
export type Place = 'title' | 'heading' | 'before' | 'after' | 'itself';

export interface Cue {
  frame: Frame;
  places: readonly Place[];
  /** Of a text without marks and with straight apostrophes. */
  words: RegExp;
}

/** What is passed on and not reported. */
const HEARSAY = '(?:messages?|posts?|videos?|tweets?|memes?|chain e-?mails?|clips?|screenshots?|leaflets?)';
const STATEMENTS = `(?:claims?|reports?|rumou?rs?|allegations?|stor(?:y|ies)|statements?|${HEARSAY})`;
const UNTRUE =
  "(?:false|untrue|not true|isn't true|wrong(?! to )|incorrect|inaccurate|mistaken|made[- ]up(?! week)|invented(?! (?:for|to) )|fabricated|fake[ds]?|hoax\\w*|baseless|unfounded|groundless|nonsense|satire|parody|debunked|disproved|refuted|retracted)";
const UNREAL =
  '(?:scenarios?|hypothetical\\w*|stress[- ]tests?|thought experiments?|assumptions?|simulations?|suppositions?|what-ifs?|fiction|only an? (?:example|illustration))';

/** By the words that pages use for it; those for what is only supposed first, for a supposition is denied by nobody. */
export const CUES: readonly Cue[] = [
  {
    frame: 'supposed',
    places: ['title', 'heading', 'before', 'itself'],
    words:
      /\b(?:imagin(?:e(?! (?:communications|entertainment|dragons|learning|software|media|group|holdings)\b)|es|ing|ary)|suppos(?:e|es|ing)(?! to)|pretend|what if|what would happen|thought experiments?|let(?:'s| us) (?:say|assume|suppose)|for the sake of (?:argument|illustration)|fictional|fictitious|doomsday|war[- ]gam\w+|in (?:an?|some|another) (?:(?:parallel|alternate|alternative|different|perfect|ideal|dream|fantasy) (?:universe|world|reality|timeline|history)|hypothetical)|in a (?:world|universe) (?:in which|where)|(?:a|one|our) (?:(?:computer|simple) )?(?:model|algorithm|simulation|chatbot) (?:says|suggests|predicts|reckons|thinks))\b|^(?:picture|assume|assuming|say that)\b/iu,
  },
  {
    frame: 'supposed',
    places: ['title', 'heading', 'before'],
    words:
      /\b(?:scenarios?|hypothetical(?:ly)?|worst[- ]case|simulat(?:es?|ions?))\b|(?<!\b(?:pass(?:ed|es)?|clear(?:ed|s)?|fail(?:ed|s)?|results? of|survived?)\b[^.]{0,40})\bstress[- ]tests?\b|\b(?:models?|exercise|tests?|calculations?|banks?|analysts?|economists?) assum(?:e|es|ed)\b/iu,
  },
  {
    frame: 'supposed',
    places: ['after'],
    words: new RegExp(
      `^(?:so |but |and )?(?:it|that|this|these|those|they|such|(?:all|none|nothing) of (?:it|this|that|these|them))\\b[^.;]{0,60}\\b(?:${UNREAL}|(?:has|have|had) not (?:yet )?happened|(?:has |have )?never happened|did not happen)\\b|^(?:none|nothing) of (?:it|this|that|these|them)\\b[^.;]{0,20}\\b(?:happened|came true|is real)\\b`,
      'iu',
    ),
  },
  {
    frame: 'denied',
    places: ['title', 'heading'],
    words: new RegExp(
      `\\b(?:fact[- ]?check\\w*|false(?:ly|hoods?)?|fake[ds]?|hoax\\w*|rumou?r\\w*|debunk\\w*|myths?|mis(?:information|conceptions?|leading)|disinformation|untrue|satire|parody|conspiracy|no evidence|is it true|true or false|retract(?:ed|s|ions?))\\b|^corrections?\\b(?: to\\b|:|$)|\\bcorrections and clarifications\\b|\\bden(?:y|ies|ied)\\b.{0,40}\\b(?:${STATEMENTS}|speculation|that)\\b|^(?:the )?claims?:?$|\\b${HEARSAY}\\b.*\\b(?:says?|claims?)\\b`,
      'iu',
    ),
  },
  {
    frame: 'denied',
    places: ['itself'],
    words: new RegExp(
      `\\b(?:rumou?r(?:s|ed)?|unconfirmed|hoax|supposedly|purported(?:ly)?|falsely|erroneously|mistakenly)\\b|\\b(?:an?|another|the|one|that|this|these|many|several|some) (?:[\\p{L}-]+ ){0,3}${HEARSAY}\\b.{0,60}\\b(?:claim(?:s|ed|ing)?|alleg(?:es?|ed|ing)|says?|said|went viral|circulat\\w+)\\b|\\bclaim(?:s|ed|ing)? (?:that|to have)\\b(?! (?:were|was|are|is|had|have|rose|fell))|\\ban? earlier version\\b|^(?:corrections?|clarifications?)\\b(?::| to\\b)|\\bmisstated\\b`,
      'iu',
    ),
  },
  {
    frame: 'denied',
    places: ['after'],
    words: new RegExp(
      [
        `^(?:so |but |and |yet )?(?:that|this|it|they|these|those|both|neither|(?:none|nothing) of (?:it|this|that|these|them)|(?:the|such) (?:figures?|numbers?|headlines?|quotations?|articles?|letters?|${STATEMENTS}))\\b[^.;]{0,80}\\b(?:${UNTRUE}|no (?:truth|basis|evidence)|(?:was|were|been) corrected)\\b`,
        `\\b(?:said|says|told|called|calls|confirmed|found|stated|added|replied|wrote)\\b[^.;]{0,40}\\b(?:it|this|that|they|them|these|(?:the|such) ${STATEMENTS})\\b[^.;]{0,20}\\b${UNTRUE}\\b`,
        `\\bden(?:y|ies|ied) (?:it|this|them|all of it|(?:the|such|those|these|any such) ${STATEMENTS})\\b|\\b(?:has|have) (?:since )?denied(?: it)?[.,]`,
        `^(?:that|this|such) (?:is|was|are|were) (?:what|how|the words)\\b.*\\b(?:claim\\w*|alleg\\w*|say|says|${HEARSAY}|rumou?rs?)\\b`,
        '^(?:in (?:reality|truth)|the truth is|not so)\\b',
      ].join('|'),
      'iu',
    ),
  },
  {
    // What readers write, what is only heard, and what is asked.
    frame: 'denied',
    places: ['heading'],
    words:
      /^(?:(?:\d+|all|top|recent|latest|reader'?s?'?|readers'|user|your|viewer) )*(?:comments?|repl(?:y|ies)|responses|reactions from readers|discussions?|letters|mailbag|voices)(?: \(?\d+\)?)?:?$|\b(?:have your say|join the (?:conversation|discussion)|what (?:readers|users|you|people) (?:say|said|think|are saying)|(?:from|in) (?:our|the) (?:forums?|comments?|mailbag)|unconfirmed|unverified|speculation|gossip|chatter|grapevine|whispers?|heard on|quiz\w*|trivia|test (?:your|yourself)|fact or fiction)\b/iu,
  },
  {
    frame: 'past',
    places: ['itself'],
    words:
      /^(?!.*\b(?:19|20)\d\d\b).*\b(?:back then|at th(?:at|e) time(?! of writing)|in those (?:days|times)|in that (?:year|era|decade)|by then)\b/iu,
  },
  {
    frame: 'past',
    places: ['title', 'heading'],
    words:
      /\b(?:day|week|month|year) in history\b|\bon this day\b|\b(?:years?|decades?|century|generation) ago\b|\b(?:our|the) archives?\b|^archives?(?=$|\s?[:|–—]|\s(?:article|story|column|photo)s?\b)|\bflashbacks?\b|\bthrowbacks?\b|\blook(?:s|ing)? back\b|\bback then\b|\bretrospect\w*|\bthen and now\b|\byears on\b/iu,
  },
  {
    // Of a live blog, above a passage of an entry that is not its latest: see frame-lines.ts.
    frame: 'past',
    places: ['heading'],
    words: /^earlier, at \d{1,2}(?:[:.]\d\d)?\b/iu,
  },
  {
    frame: 'past',
    places: ['before'],
    words:
      /^(?:(?:\p{L}+|\d+) ){1,3}(?:years?|decades?) (?:ago|earlier|before)\b|^on this day\b|^back then\b|^(?:this|that) (?:day|week|month) in (?:19|20)\d\d\b/iu,
  },
];

/** A year that a heading or a title puts what is below it in; one from which is counted, or of a name, is none. */
export const YEAR =
  /(?<!\b(?:since|from|than|after|before|until|beyond|by|Russell|Nikkei|Topix|Stoxx|Retirement|Horizon|Target|Freedom|LifePath) (?:in )?(?:\p{L}+ )?)(?<![\d.,$€£-])\b((?:19|20)\d\d)\b(?![\d,.]*\d|%)/giu;
/** Says itself that it is of now, or of which year. */
export const OWN_TIME =
  /\b(?:19|20)\d\d\b|\b(?:this|last|next|past) (?:week|month|quarter|year)\b|\b(?:now|today|yesterday|currently|since then|so far|recent(?:ly)?|latest)\b|\b(?:is|are|has|have|will|can)\b/iu;
