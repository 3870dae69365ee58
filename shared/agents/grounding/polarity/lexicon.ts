import { everyMatch } from '../../every-match.ts';

/** Classes of words that say which way a figure goes; each has its opposite, which the same words negated say. */
export type Pole = keyof typeof words;

const HOLDS = String.raw`holds?(?! (?:more|less|fewer|about|only|some|most|a|an|the|your|stocks?|bonds?|cash|shares?|\d|\$|\uE000))|held (?:up|out|together|firm|good)`;

const words = {
  /** A plan that works. */
  good: String.raw`${HOLDS}|works?(?! (?:until|till|to|longer|for|two|one|another|\d))(?: out)?|worked out|last(?:s|ed|ing)?(?! (?:year|time|decade|month|five|few))|surviv\w+|succe\w+|enough|comes? through|came through|mak(?:es?|ing) it|made it|goes (?:well|right|to plan)|sees? you (?:through|out|to)|carr(?:y|ies) you|stays? (?:afloat|solvent|in the black)|solvent|intact|outlives? you|stands(?: up)?|endures?|keeps? (?:going|paying)|pays? (?:out |your way )?(?:to|until|for) (?:the end|life)|reach(?:es)? the (?:end|finish)|gets? you (?:there|to)|is fine|comes? off|prevails?|delivers?|still (?:have|has|having|holds?) (?:\w+ )?money|having (?:\w+ )?money|outlasts? you|carry(?:ing)? you|ends? well|turn(?:s|ed)? out (?:fine|well|all right|alright)|agree`,
  /** One that does not. */
  bad: String.raw`fail\w*|break(?:s|ing)? down|broke(?:n)?(?: down)?|goes? (?:wrong|bust|broke|under|bankrupt|to pieces)|go(?:ing)? (?:broke|bust|wrong|under|bankrupt)|collaps\w+|crumbl\w+|unravel\w*|runs? (?:out|dry)|ran (?:out|dry)|running (?:out|dry)|falls? (?:short|apart|through)|falling short|comes? up short|deplet\w+|exhaust\w+|empt(?:y|ies)|ruin(?:ed)?|bankrupt\w*|penniless|destitut\w*|dr(?:y|ies) up|gives? out|used up|spent out|founder\w*|falter\w*|miscarr\w+|too little|shortfall(?! (?:in|of) returns?)|outliv(?:e|es|ed|ing) (?:your|the|their|his|her) (?:money|savings|portfolio)|nothing left|(?:leaves?|left) you (?:short|with nothing)|ends? (?:early|too soon|badly|in tears)|goes? to zero|gone|cut(?:ting)? back|falls?(?= in\b| flat|\uE000)|without (?:money|a penny|income)|worthless|spent before`,
  /** Money that comes. */
  gain: String.raw`richer|wealthier|better off|to the good|ahead|in the black|earn(?:s|ed|ing)?(?! interest)|gain(?:s|ed|ing)?|profit\w*|paid you|pays you|pay you|put(?:s|ting)?(?=[^.;]*\b(?:on|in|into|onto) your (?:account|pocket|wallet|hands?))|(?:add|adds|added|adding)\b(?=[^.;]*\bto (?:your|the) (?:wealth|portfolio|savings|money|balance|nest egg|net worth|value|pot))|in(?:to)? your (?:pocket|hands?|account)|(?:makes?|made|making) you|nets? you|netted|hands? you|handed you|boost\w*|enrich\w*|reward\w*|windfall|bonus|benefit(?:s|ed)? you|brings? you|brought you|grow(?:s|n)? by|grew by|grown|rise by|risen|rose by|up by|lifts? (?:your|the)|lifted|plus`,
  /** Money that goes. */
  loss: String.raw`los[es]\w*|lost|losing|cost(?:s|ing)?|tak(?:e|es|en|ing)|took|poorer|worse off|wip\w+|cut(?:s|ting)?|fall\w*|fell|drop\w*|declin\w*|shr[iaue]nk\w*|eras\w+|down|hit|hurts?|bled|bleed\w*|minus|shed\w*|gone|damage|decreas\w*|reduc\w+|below|under ?water|in the red|knock\w*|swallow\w*|eat(?:s|en)?|burn\w*|shav\w+|sink\w*|sank|sunk|plung\w+|tumbl\w+|give up|short|behind|less|vanish\w*|evaporat\w*|destroy\w*|bear market|negative|setback|dent|slash\w*|drain\w*|melt\w*|slid\w*|sliding|slip\w*|drawdown`,
  /** More than is needed. */
  spare: String.raw`better off|exceed\w*|surplus|spare|cushion|headroom|leeway|room|to the good|left over|more than (?:you|the plan|enough|what you)(?: would| will)? need|above what you need|over and above|extra to spend|overfunded|over-?fund\w*|ahead`,
  /** Less than is needed. */
  short: String.raw`short\w*|gap|missing|deficit|lack\w*|too (?:much|little|high)|less|lower|below|cut\w*|fall\w*|under|reduc\w+|trim\w*|miss\w*|difference|tighten\w*|down|forgo\w*|give up|fewer|shy|drop\w*|behind|sav(?:e|ing)`,
  /** As far as it can go. */
  limit: String.raw`at (?:the |its |the very )?(?:most|worst)|(?:no|not|never|n['’]t|nothing|none) (?:\w+ )?(?:more|worse|higher|larger|greater|bigger|deeper) than|(?<!(?:add|adds|comes?|amounts?) )up to|(?:maximum|max|limit|cap|ceiling)|(?:limited|capped|restricted|confined|contained) (?:to|at)|(?:stay|remain|keep|kept|are|is|be|fall)s? (?:below|under|within|less than)|(?:not|never|n['’]t) exceed(?:ing)?|without exceeding|or less|tops|(?:stops?|ends?|halts?|bottoms? out|levels? off|tops? out|finishes) (?:at|with|there)|(?:very )?worst(?: (?:possible|imaginable|conceivable|thinkable|ever))?(?: (?:single|yearly|annual))? (?:loss|case|outcome|fall|drop|decline|scenario|result|hit|damage|blow|thing|(?:year|time)(?! (?:in|of|out|since)\b))s?|worst (?:of the worst|that (?:can|could|may|might))|(?:deepest|biggest|largest|greatest|steepest|heaviest|highest|severest)(?: (?:possible|yearly|annual|single|likely|expected|conceivable))* (?:fall|loss|drop|decline|damage|hit|setback|blow|dip|slide)s?|the (?:most|maximum)(?: amount)?(?: that)? (?:you|your portfolio|the portfolio|it|this portfolio|a bad year|any year)|as bad as it (?:gets|can get)|rock bottom|impossible|unthinkable|inconceivable|out of the question`,
  /** What happens as a rule. */
  usual: String.raw`typical\w*|normal(?:ly)?(?! (?:law|distribution|curve|model))|average(?: year)|ordinary|usual(?:ly)?|regular(?:ly)?|routine(?:ly)?|commonly|as a rule|generally|mostly|on average|most (?:\w+ )?years|every year|each year|any given year|any year|good year|half (?:of )?(?:the |all )?years|every (?:second|other) year|year (?:in,? year out|after year)|more often than not|most of the time|majority of (?:the )?years|nearly every|almost every|regularly|calm year`,
  /** So surely that nothing else can be. */
  sure: String.raw`(?:you|we|they|it|that|there)['’]ll (?:(?:then|still|also|easily|now) )?(?:retire|have|own|be worth|reach|leave|hold|get|receive|pass|end|enter|start|be)|at least|no less than|not less than|a minimum of|certain(?:ly)?|sure(?:ly)?|definitely|guaranteed|assured|for sure|bound to|without (?:fail|doubt)|always|come what may|no (?:question|doubt|ifs)|without question|owed|(?:bank|count|rely) on|will (?:retire|have|own|be worth|reach|leave|hold|grow|amount|stand|end|enter|start|inherit|be|get|receive|pass)`,
} as const;

const patterns = new Map<Pole, RegExp>();
const patternOf = (pole: Pole): RegExp => {
  const found = patterns.get(pole) ?? new RegExp(`(?<![\\w'’])(?:${words[pole]})(?![\\w-])`, 'gi');
  patterns.set(pole, found);
  return found;
};

const NEGATED =
  /(?:\b(?:not|never|no|nor|neither|without|cannot|hardly|scarcely|rarely|seldom|far from|fails? to|failing to|avoids?|avoiding|instead of|rather than)|n['’]t)(?: (?:\w+ly|be|been|go|have|to|it|the|a|any|the money|of|its?|ever|quite|even)){0,3} $/i;

/** The first word of a class in a text, not negated; null where there is none. */
export const wordOf = (pole: Pole, text: string): string | null => found(pole, text, false);

/** The first word of a class in a text that a negation turns into its opposite. */
export const negatedOf = (pole: Pole, text: string): string | null => found(pole, text, true);

function found(pole: Pole, text: string, negated: boolean): string | null {
  for (const match of everyMatch(patternOf(pole), text)) {
    const lead = text.slice(Math.max(0, match.index - 40), match.index);
    const negation = NEGATED.exec(lead)?.[0];
    if ((negation !== undefined) === negated) return `${negation ?? ''}${match[0]}`.trim();
  }
  return null;
}

/** A word that says the one thing where none says the other: "holds", or "does not fail". */
export function saysOnly(pole: Pole, other: Pole, text: string): string | null {
  const own = wordOf(pole, text) ?? negatedOf(other, text);
  if (own === null) return null;
  return wordOf(other, text) === null && negatedOf(pole, text) === null ? own : null;
}
