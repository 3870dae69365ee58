import type { FocusTopic, OutsideTopic } from '../../../../schemas/analysis-plan.ts';

/** Words that tell what a question is about; a topic counts as often as its words are found. */
export const focusWords: Readonly<Record<FocusTopic, RegExp>> = {
  value: /\b(?:worth|value|how much (?:do|have) (?:i|we) (?:have|own|got)|net worth|total)\b/gi,
  allocation: /\b(?:allocat\w*|mix|spread|split|asset class\w*|sectors?|regions?|countr(?:y|ies)|exposure|exposed|international|abroad invested)\b|\bhow much (?:of )?(?:my|our|the) (?:money|portfolio|savings|assets|wealth)?\s*(?:is|are|do i have|have i) (?:invested )?in\b/gi, // prettier-ignore
  drift: /\b(?:drift\w*|(?<!risk\w* .*)for (?:my|our) age|targets?|off target|balanced|out of balance)\b/gi,
  concentration: /\b(?:biggest|largest|top|main)(?: (?:\w+|\d+))? (?:holdings?|positions?|investments?|stakes?)\b|\bhow (?:much|many(?: shares)?)(?: of)? (?!(?:money|cash|income|time|wealth|savings|debts?|bonds?|stocks?|gold|do|does|is|are|have|in)\b)(?:[\w&.'-]+ ){1,3}(?:stock |shares? )?(?:do|does|did) (?:i|we) (?:own|have(?! to\b)|hold)\b|\b(?:concentrat\w*|diversif\w*|(?<!\bpay\w* )too much in|single (?:stock|company)|employer|all my eggs|overweight\w*|over-?exposed)\b|(?<!\b(?:spend|sav|pay|withdraw|tak|ask|worr|earn)\w* )\btoo (?:(?:much|many)(?! to\b)|heav(?:y|ily)(?: \w+)?|big|large|exposed)(?: (?:of|in|to|on|into|my))* (?!(?:money|debts?|risk\w*|cash|time|work|tax\w*|fees?|for|to|an?|if|when|at|per|each|income|stocks?|bonds?|now|as)\b)[a-z]{2,}|\b(?:position|holding|stake|bet|shares)\b[^.?!]{0,20}\btoo (?:big|large|much|heavy|high|many)\b|\btoo (?:big|large|heavy|high) (?:an?|of an?) (?:position|holding|stake|share|bet)\b/gi, // prettier-ignore
  risk: /\b(?:aggressive|conservative|how bad (?:could|can|might|would|will|does) (?:it|things|this|that) (?:get|be)|worst (?:(?:single )?(?:year|month|loss|fall)|case|that (?:can|could|might) happen)|risk\w*|crash\w*|(?<!\bdid (?:i|we) )lose|losses|volatil\w*|fall|falls|drop|recession|bear market|bad year|safe)\b/gi,
  costs:
    /\b(?:(?<!\b(?:will|would|could|may|might|can|school|college|care|health|medical|living|tuition|wedding|it|that|which|she|he|they) )costs?(?!\s{2}| (?:me|us|about|around|of living|\W?\d))|fees?|expense ratios?|expensive|cheap\w*|paying (?:for|in|too much(?! tax))|overpaying|pay too much(?! tax))\b/gi,
  performance:
    /\b(?:perform\w*|returned|returns?|gain(?:s|ed)?|profits?|winners?|losers?|done (?:so far|well)|(?<!\b(?:risk\w*|volatil\w*|safe\w*)\b[^.?!]*)compared? (?:to|with) (?:the (?:market|s ?& ?p|index|benchmark)|others)|how (?:well |badly |much )?(?:ha(?:ve|s)|are|is|did|do|does) (?:my|our|the) (?:\w+ ){0,2}?(?:investments?|portfolio|funds?|etfs?|stocks?|bonds?|holdings?|money|accounts?|savings|401\(?k\)?|ira) (?:been )?(?:do(?:ne|ing)?|going|gone|far(?:ed|ing)|held up|grow(?:n|ing)?|ma[kd]e|los[et])|(?:(?:ha(?:ve|s)|did) (?:i|we|my portfolio|it)(?: actually| really| already| ever)? (?:ma[kd]e|gain(?:ed)?|los[et]|earn(?:ed)?)|(?:am i|are we|(?:are|is) my \w+)(?: \w+)? (?:up|down|in the (?:red|black|green)|making money|losing money|in profit)|which (?:(?:of|my|our|the|single) )*\w+(?: \w+)?(?: (?:have|has|are|is|did|do|does))?(?: \w+)? (?:los[et]|losing|down|up|ma[kd]e|worth less|in the red))|beat(?:ing|s|en)?|sharpe|sortino|draw-?downs?|x?irr)\b/gi, // prettier-ignore
  rebalancing:
    /\b(?:(?:where|how|what) (?:should|do|could|can|would) (?:i|we) (?:put|invest|add)(?! (?:aside|away|down|up))|rebalanc\w*|sell|buy|trades?|move into|switch)\b/gi,
  retirement: /\b(?:(?:effect|impact|influence|difference) (?:on|to|for|in) (?:my|our|the) (?:plan|chances?|odds|outcome|success)|how sensitive (?:is|are) (?:my|our|the) plan|retir\w*|on track|pension|(?:my|our|the) (?:chances?|odds)|social security|stop working|money (?:will )?last(?! (?:year|month|week|quarter)\b)|last (?:me|us|until|to|as long)|run out|outlive|withdraw\w*|(?:4|four) ?(?:%|per ?cent) rule|spend\w*|sav(?:e|ing)|enough)\b/gi, // prettier-ignore
  spending: /\b(?:how much|what)(?: more| less| extra)? (?:can|could|may|should|must|would) (?:i|we) (?:\w+ ){0,2}?(?:spend|withdraw|draw|take out|live on|afford)\b|\b(?:most|maximum|highest amount|largest amount)(?: that)? (?:i|we) (?:can|could|may|should) (?:\w+ )?(?:spend|withdraw|draw|take out|live on)\b|\bhow much (?:less|more) (?:do|would|must|should) (?:i|we) (?:(?:have|need) to )?(?:spend|live on|withdraw)\b|\b(?:how much|by how much|what)(?: \w+){0,2}? (?:do|would|will|must|should) (?:i|we) (?:(?:have|need) to )?(?:cut|reduce|lower|trim|slash)(?: (?:back|down|out|off|from|on|in))*(?: (?:my|our))?(?: \w+)? (?:spending|expenses|budget|withdrawals|lifestyle|income)\b|\bsafe(?:ly)? (?:(?:amount|level|sum|income|budget|number) )?(?:to )?(?:spend|withdraw|live on|draw|take out)\w*|\bhow much(?: money)? is (?:it )?safe to (?:spend|withdraw|draw|take)/gi, // prettier-ignore
  earliest_retirement: /\b(?:earliest|soonest|how (?:early|soon)|when|(?:at )?what age|which age)\b[^.?!]{0,50}\b(?:retir\w*|stop(?:ping)? work\w*|quit\w*|leave (?:work|my job|our jobs))\b|\b(?:retir\w*|stop working|quit) (?:\w+ )?(?:early|earlier|sooner|before (?:(?:age|i['’]m|i am|i turn|i reach|the age of) )*(?:[3-9]\d\b|thirty|forty|fifty|sixty|seventy|eighty))/gi, // prettier-ignore
  running_out:
    /\b(?:(?:how long|how many years|until when|till when) (?:will|would|does|do|can|could|should|might)? ?(?:my|our|the|it|this|i|we)\b[^.?!]{0,40}\b(?:last|be enough|hold|carry|stretch|live)|(?:when|what age|which age|how old|how soon|what year|how old (?:will|would) i be when)\b[^.?!]{0,50}\b(?:(?:runs?|ran|running) (?:out|dry)|out of money|broke|gone|used up|zero|empty|nothing left)|(?:die|dying|go|going|end(?:ing)? up|be) (?:broke|penniless|bankrupt|with nothing))\b/gi,
  future_value:
    /\b(?:median|typical|most likely|average|expected) (?:outcome|result|ending balance|final balance|end balance)\b|\b(?:how (?:much|rich)(?: (?:money|wealth|savings|do (?:i|we) expect to))* (?:will|would|could|might|should|can)? ?(?:i|we|my (?:portfolio|savings|money|nest egg)|our (?:portfolio|savings|money|nest egg)|it)(?: (?:likely|probably|expect to|typically))? (?:(?<!\bshould (?:i|we) )have|be worth|end up with|own|accumulate|leave)|(?:what|how (?:much|big|large)) (?:will|would|could|might) (?:(?:my|our|the) (?:(?:whole|entire|total|overall|combined|household|retirement|investment) )*(?:portfolio|savings|money|nest egg|pot|balance|net worth|wealth|investments|accounts)(?: (?:likely|probably|typically|value))? (?:be(?: worth)?|stand at|come to|amount to|grow to)|(?:i|we)(?: (?:likely|probably|typically))? (?:have|be worth|end up with)(?= (?:saved |left )?(?:when|once|by the time|at|by)\b)))\b(?! to )(?: (?:saved|left|over|in all))?(?:,? (?:(?:at|by|when) (?:(?:age|i['’]m|i am|we are|we['’]re|i turn|i reach|the age of) )*\w+|(?:when|once|by the time) (?:i|we) (?:retire|stop working)|(?:at|in|by) (?:my |our )?retirement|in the end))?|\b(?:how much|what)(?:['’]s|(?: \w+){0,4}?) (?:left(?: over)?|leave behind|remains?)\b(?! (?:to|of|in)\b)/gi,
  missing_data: /\b(?:missing|unknown|unclassified|unpriced|why (?:is|are) .{0,40} not|left out)\b/gi,
};

const outsideWords: Readonly<Record<Exclude<OutsideTopic, 'other'>, RegExp>> = {
  taxes:
    /\b(?:(?:which|what) accounts?\b[^.?!]{0,30}\b(?:withdraw|draw|take|tap|spend)\b|(?:withdrawal order|order of withdrawals?)\b|(?:cash|tak|withdr|pull|us)\w*\b[^.?!]{0,40}\b(?:401\s?\(?k|403\s?\(?b|457|ira)|roth conversion|convert\w*\b[^.?!]*\broth|tax(?:es|ed|able)?|irs|capital gains?|roth conversions?|rmds?|required (?:minimum )?distributions?|deduct\w*)\b/i,
  moving_abroad:
    /\b(?:move|moving|live|living|retir\w+|relocat\w*)\b.{0,30}\b(?:abroad|overseas|to (?:[A-Z][a-z]+))\b|\bexpat\w*\b/,
  property:
    /\b(?:house|(?<!\b(?:nursing|care|funeral) )home|mortgage|property|real estate purchase|(?<=\b(?:an?|the|my|our|new) )flat(?! (?:market|tax|fee|rate|return))|apartment|rent (?:out|a))\b/i,
  health_costs: /\b(?:health\w*|medicare|medical|long[- ]term care|nursing)\b/i,
  inheritance:
    /\b(?:(?:they|kids|children|son|daughter|family) (?:\w+ )?inherit|(?<!\breal )estate|heirs?|will to|bequ\w+|leave\b[^.?!]{0,30}\b(?:my|our|the) (?:children|kids|family|grand\w+|son|daughter|heirs))\b/i,
  insurance: /\b(?:insur\w*|annuit(?:y|ies))\b/i,
  debt: /\b(?:debts?|loans?|mortgage|credit card|student loan)\b/i,
  payouts:
    /\bdividends?\b(?! (?:stocks?|funds?|etfs?|growth|aristocrats?|kings?)\b)|\b(?:portfolio|investments|holdings|funds) (?:produc|generat|yield|throw)\w*|\b(?:dividend|portfolio|current|sec) yields?\b|\bhow much (?:income|interest|cash) (?:does|do|will|would|can) (?:my|our|the) (?:portfolio|investments|holdings|funds|bonds|accounts?|money) (?:pay|produce|generate|make|earn|yield|bring|throw)\w*/i,
  single_investment:
    /\b(?:should i (?:buy|sell|invest in)|is .{1,30} a good (?:buy|investment)|which (?:stock|fund|etf)\b(?!(?: \w+)* (?:i (?:own|hold|have)|cheapest|dearest|(?:most|least) expensive|priciest|costs?|charges|fees?|lost|los(?:ing|es)|gained|made|perform\w*|done|biggest|largest|smallest)\b))/i,
  market_news: /\bwhat(?:['’]s)?\b(?! if).{0,15}\b(?:happened|happening|going on|moved|new)\b.{0,40}\b(?:markets?|stocks?|shares|bonds?|gold|oil|yields?|rates|dollar|bitcoin|crypto\w*|fed)\b|\b(?:why|how)\b.{0,15}\b(?:markets?|stocks?|shares|bonds?|gold|oil|yields?|rates|dollar|bitcoin|crypto\w*)\b.{0,30}\b(?:today|yesterday|(?:this|last|past) (?:week|month)|lately|recently)\b|\bnews\b/i, // prettier-ignore
  market_forecast: /\b(?:predict\w*|forecast\w*|where (?:is|are|will) .{0,20}markets?|next year(?:'s)? market|will (?:the )?(?:stock )?markets?|(?:good|bad|right|wrong) (?:time|moment) to (?:buy|sell|invest|get (?:in|out))|time the market|interest rates? (?:go|rise|fall))\b/i, // prettier-ignore
};

/** Asks what is written of something: whatever that is, a mortgage or health care, it asks for no more. */
const WRITTEN =
  /\b(?:(?:research(?:ers)?|analysts?|economists?|articles?|headlines|studies|the (?:press|papers|media)|pages|notes)(?: (?:\w+ ){0,3}?(?:say|says|said|think|thinks|write|writes|wrote|find|finds|found|expect|expects|tell|tells))?|(?:what(?:['’]s| is| are)?|any) (?:the )?(?:latest|newest|new)|(?:what|anything)\b[^.?!]{0,20}\b(?:written|reported|published|known lately|read)) (?:about|on|of|for|regarding) [^.?!;]{2,}?(?=$|[.?!;]|,? and (?:should|can|could|will|would|do|does|is|am|what|how|when|if|my)\b)/gi;

/** What a question is about that no part of an analysis covers. */
export function outsideTopics(question: string): OutsideTopic[] {
  const rest = question.replace(WRITTEN, ' ');
  const topics = Object.entries(outsideWords).flatMap(([topic, words]) =>
    words.test(rest) ? outsideTopic(topic) : [],
  );
  return rest === question || topics.includes('market_news') ? topics : [...topics, 'market_news'];
}

export const isOutside = (said: string): boolean =>
  /\binherit/i.test(said) || said.search(WRITTEN) >= 0 || Object.values(outsideWords).some((words) => words.test(said));

export const focusTopic = (name: string): FocusTopic[] => (isKey(focusWords, name) ? [name] : []);
const outsideTopic = (name: string): OutsideTopic[] => (isKey(outsideWords, name) ? [name] : []);

function isKey<K extends string>(record: Readonly<Record<K, unknown>>, key: string): key is K {
  return Object.hasOwn(record, key);
}
