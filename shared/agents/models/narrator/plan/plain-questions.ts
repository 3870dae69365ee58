import type { FocusTopic, UnreadPart } from '../../../../schemas/analysis-plan.ts';
import { ASKS, questionsOf } from './clauses.ts';
import type { Clause } from './clauses.ts';
import { slotted } from './slots.ts';

/** What the plainest questions are about, which name no figure and no change. */
export type PlainKind = 'plan' | 'mix' | 'stands' | 'value' | 'working' | 'lasting' | 'spending' | 'advice' | 'harm' | 'safer' | 'riskiest' | 'rate' | 'enough' | 'needed' | 'covered' | 'spreadGrade' | 'riskGrade'; // prettier-ignore

export interface PlainQuestion extends Clause {
  kind: PlainKind;
  /** The sum that it asks about, US dollars; null where it names none. */
  sum: number | null;
}

const OK = '(?:ok(?:ay)?|fine|all ?right|alright|safe|secure|comfortable|covered|set(?: for life)?|in (?:good|bad|great|any|decent) shape|in trouble|doing (?:ok(?:ay)?|fine|well|enough|good|all ?right)|ahead|behind|prepared|ready)'; // prettier-ignore
const GOOD = '(?:(?:any |really |actually |realistically )?(?:good(?: enough)?|bad|ok(?:ay)?|fine|all ?right|alright|great|solid|sound|sensible|reasonable|realistic|viable|feasible|achievable|doable|sustainable|strong|weak|optimistic|too optimistic|healthy|working|on track))'; // prettier-ignore
const MY = '(?:my|our|the|this|that)(?: (?:overall|whole|entire|current|retirement|investment|financial))*';
const HELD = '(?:portfolio|investments|holdings|finances|accounts|assets|savings|nest egg|money|situation|allocation)';
const POT = '(?:money|savings|portfolio|nest egg|funds?|cash|retirement (?:savings|fund|money))';
const STOP = '(?:retire|stop(?: work(?:ing)?)?|quit(?: work(?:ing)?| my job)?|leave work|be done(?: working)?)';
const YEARLY = '(?: (?:a|per|each|every) year| yearly| annually)?';
const RATE = `%·*${YEARLY}(?: (?:of|from|out of) (?:${MY} )?${POT})?${YEARLY}`;

const SPENT = `${MY} (?:(?:yearly|annual|monthly|planned) )*(?:spending|expenses|income(?: needs?)?|budget|needs|costs|bills|living (?:costs|expenses)|cost of living)(?: in retirement)?`;
const SOURCES = `(?:(?:my|our|the) )*(?:social security|pensions?|other income)(?: (?:benefits?|checks?|income))?(?: and (?:(?:my|our|the|any) )*(?:social security|pensions?)(?: (?:benefits?|income))?)?`;

/** "What does a diversification score of 8 mean", "why is my risk grade so high". */
const gradeOf = (name: string): string =>
  `(?:what(?:'s| is| does| do)|why(?:'s| is)|how(?:'s| is)|explain)(?: (?:an?|the|my|our|having|it mean to have))* ${name}(?: (?:score|grade|rating|level|number))?(?:(?: is| of| at)*(?: (?:an? )?#·*(?:(?: out of | ?\\/ ?)#·*)?))?(?: (?:mean|graded|rated|scored|worked out|calculated|computed|measured|so|too|only|low|high|bad|good|(?:not )?higher|(?:not )?lower|#·*(?:(?: out of | ?\\/ ?)#·*)?))+`;

/** Each is all that its question says. */
const FORMS: readonly (readonly [kind: PlainKind, form: string])[] = [
  ['plan', `(?:does|do|will|would|is|can) ${MY} plans? (?:really |actually |going to |still )*(?:works?(?: out)?|hold(?: up)?|succeed|fail|make sense|${GOOD})`],
  ['plan', `how(?:'s| is| does| do| good is| solid is| realistic is| sound is| strong is| robust is| likely is) ${MY} plan(?: look(?:ing)?| doing| holding up| stand| to (?:work|succeed|fail))?`],
  ['plan', `(?:will|would|are|am|can) (?:i|we) (?:really |actually |still |going to |gonna )*(?:be )?(?:${OK}|make it(?: work)?|relax)`],
  ['plan', `(?:how (?:likely|sure|certain|probable) (?:am|are|is) (?:i|we|it|my plan|our plan)(?: that (?:i|we))?(?: to| will)? (?:succeed|make it|fail)|what(?:'s| is| are) ${MY} (?:success rate|(?:chances?|odds|probability|likelihood) of (?:success|failure|making it|succeeding)))`],
  ['plan', `(?:can|could|will) (?:i|we) (?:live|get by|survive)(?: comfortably| well)? (?:on|off(?: of)?) (?:this|that|it|what (?:i|we) have|${MY} ${HELD})`],
  ['plan', `(?:(?:is|are) ${MY} ${POT}|is (?:it|this|that)) (?:really |actually )*(?:going to|gonna) (?:last|be (?:enough|ok(?:ay)?)|hold out)(?: (?:for life|long enough|for (?:me|us)|me|us|forever))*`],
  ['plan', `(?:do|should|must) (?:i|we) (?:need to |have to )?(?:(?:save|put away|put aside|set aside|contribute) (?:more|less)|work longer|spend less|cut back)(?: money)?`],
  ['mix', `(?:(?:should|do|must) (?:i|we) (?:need to |have to )?(?:have|own|hold|add|need) (?:more|less|fewer|some) (?:money )?(?:in )?)(?:bonds|stocks|equit(?:y|ies)|fixed income)`],
  ['lasting', `(?:(?:am|are) (?:i|we) (?:really |actually )*(?:going to|gonna) (?:run out(?: of money)?|outlive ${MY} ${POT}|(?:go|be|end up) broke)|(?:is|are) ${MY} ${POT} (?:going to|gonna) run (?:out|dry))(?: (?:of money|before (?:i|we) die))*`],
  ['stands', `(?:how(?:'m| am| are|'re) (?:i|we) (?:doing|looking|situated|positioned)|how do (?:i|we) look|where do (?:i|we) stand|how do things (?:look|stand)|how are things(?: looking)?|is everything ${OK}|what(?:'s| is) (?:the )?(?:bottom line|big picture|verdict)|what (?:should|do) (?:i|we) (?:need to )?know(?: about ${MY} ${HELD})?|what can you tell (?:me|us)(?: about ${MY} ${HELD})?)`],
  ['stands', `(?:(?:can|could|would) you )?(?:give|show) (?:me|us) (?:an?|the) (?:\\w+ )?(?:overview|summary|review|snapshot|picture|report)(?: (?:of|on|about) ${MY} ${HELD})?`],
  ['stands', `(?:(?:can|could|would) you )?(?:summari[sz]e|review|analy[sz]e|assess|evaluate|rate|grade|check|describe|explain|look at|go over|tell (?:me|us)(?: (?:more|something|everything))? about|give (?:me|us) your (?:opinion|view|take) (?:on|of)) ${MY} (?:${HELD}|plan)`],
  ['stands', `what(?:'s your (?:opinion|view|take) (?:on|of)| do you think (?:of|about)) ${MY} (?:${HELD}|plan)`],
  ['stands', `how(?:'s| is| are| does| do| good is| good are) ${MY} ${HELD}(?: look(?:ing)?)?|what (?:does|do) ${MY} ${HELD} look like`],
  ['stands', `(?:is|are) (?:(?:this|that|it|mine) an? ${GOOD} (?:${HELD}|plan)|${MY} ${HELD} ${GOOD})`],
  ['stands', `what(?:'s| is| are) (?:good|right|the strengths)(?: about| with| of)? ${MY} ${HELD}`],
  ['value', `(?:how (?:much|rich)(?: (?:money|wealth|in total|altogether))* (?:do|have|are|am) (?:i|we)(?: actually| really)?(?: (?:have|got|own|saved(?: up)?|put away|set aside))?(?: (?:in total|altogether|in all|saved(?: up)?|invested|left))*|what do (?:i|we) have|how much (?:is|are) (?:${MY} )${HELD}(?: worth)?|what(?:'s| is) ${MY} (?:(?:total|account|portfolio|net|combined|household|financial|liquid) )*(?:balance|total|worth|wealth))`],
  ['working', `(?:how (?:long|many (?:more )?years|much longer|many years longer)(?: more)? (?:do|must|should|will|would|have|need) (?:i|we) (?:still |to |have |need |got |gotta |keep |must |go )*(?:on )?work(?:ing)?(?: for| still| longer)?|how (?:long|many (?:more )?years|soon|far)(?: (?:is it|am i|are we|do (?:i|we) have|off|away))* (?:until|till|before|from) (?:(?:i|we) (?:can )?${STOP}|retirement)|when (?:am|are|will) (?:i|we) (?:be )?(?:done|finished|able to ${STOP})(?: work(?:ing)?)?|how close (?:am|are) (?:i|we) to (?:retir(?:ing|ement)))`],
  ['lasting', `(?:how (?:long|many years)(?: (?:do (?:i|we) have|is it|will it be|does it take))? (?:until|till|before) (?:${MY} ${POT} (?:runs? (?:out|dry)|(?:is|are) (?:gone|used up|spent))|(?:i|we) (?:run out(?: of money)?|(?:am|are) broke|go broke))|how (?:long|many years) can (?:i|we) (?:live|go on|last|survive|get by) (?:on|off|with) (?:this|that|it|what (?:i|we) have|${MY} ${HELD}))`],
  ['spending', `(?:am|are) (?:i|we) (?:(?:taking|drawing|pulling|withdrawing|spending)(?: out)? too (?:much|little)(?: out)?(?: (?:of|from) (?:${MY} ${HELD}|it))?|over-?spending|over-?withdrawing)|do (?:i|we) (?:spend|take(?: out)?|withdraw|draw)(?: out)? too (?:much|little)(?: out)?|(?:is|are) ${MY} (?:spending|withdrawals?|withdrawal rate|budget|expenses) (?:too (?:high|low|much|big|large)|${GOOD})`],
  ['spending', `how much (?:retirement )?income (?:will|would|could|can|do) (?:i|we) (?:have|get|expect|live on)`],
  ['needed', `(?:how much(?: money)?|how (?:big|large)(?: of)? an? (?:portfolio|nest egg|pot|balance)|what (?:nest egg|sum|amount)) (?:(?:do|would|will|does|am) (?:i|we) (?:(?:going|supposed) to )?(?:need|require|have to have|need to have)(?: to have)?|(?:should|must) (?:i|we) (?:need|have)|(?:should|must) (?:i|we) need to have)(?: (?:saved(?: up)?|invested|put away|in (?:savings|total|my (?:portfolio|accounts))|altogether))* (?:(?:at|by|when (?:i'm|i am|i turn|we're|we are))(?: age)? #·*|(?:at|by|upon) (?:my |our )?retirement|(?:when|once|by the time|before) (?:i|we) (?:can )?${STOP})(?:,? (?:to|in order to|so (?:that )?(?:i|we) can|if (?:i|we) (?:want|am|are) to) (?:be able to )?(?:${STOP}|live(?: on \\$·*)?|spend \\$·*|last|be ${OK})${YEARLY}(?: comfortably)?)?`],
  ['needed', `what(?:'s| is) (?:my|our) (?:(?:retirement|fire|magic|freedom|financial independence|target) )*number|what (?:(?:should|must) (?:my|our)|does (?:my|our)) (?:nest egg|portfolio|number) (?:need to )?be(?: (?:at|by|for) retirement| to retire)?`],
  ['advice', `what (?:(?:should|could|can|would|must|do) (?:i|we|you) )?(?:do|change|fix|improve|recommend|suggest|advise|need to (?:do|change)|have to (?:do|change))(?: (?:first|next|now|today|differently|better|about (?:it|this|that)|with ${MY} ${HELD}))*|what would (?:an?|my|our) (?:\\w+ )?(?:advis[eo]r|planner|expert|professional) (?:(?:tell|advise|recommend|suggest|say|change|do|want)(?: (?:me|us))?(?: to (?:change|do|fix|improve))?)(?: (?:differently|first|here))*|what(?:'s)? (?:now|next)|what(?:'s| is) (?:my|our|the) next (?:step|move)|(?:do you have |got )?(?:any|some) (?:advice|recommendations?|suggestions?|tips)|(?:do|should) (?:i|we) (?:need to |have to )?(?:change|do|fix|improve) (?:anything|something)|how (?:can|could|do|should) (?:i|we) (?:improve|do better|get better)`],
  ['advice', `what(?:'s| is| are| am i| are we)? (?:(?:wrong|bad) (?:with|about)|doing wrong(?: with)?|the (?:problems?|weakness(?:es)?|flaws?|issues?) (?:of|with|in))(?: ${MY} (?:${HELD}|plan))?|what(?:'s| is| are) (?:my|our) (?:biggest |main |worst )?(?:weakness(?:es)?|problems?|mistakes?)|is (?:there )?(?:anything|something) wrong(?: with ${MY} (?:${HELD}|plan))?|(?:how (?:can|could|do|should) (?:i|we)|what (?:can|could|should) (?:i|we) do to) (?:improve|fix|better|strengthen|optimi[sz]e) ${MY} (?:${HELD}|plan|chances|odds|retirement)`],
  ['harm', `what (?:could|can|might|may|would) (?:go wrong|hurt (?:me|us|${MY} (?:plan|${HELD}))|happen to ${MY} (?:plan|${HELD}))|what(?:'s| is| are) the (?:down-?sides?|dangers?|threats?)|what (?:worries|concerns) you(?: (?:most )?about ${MY} (?:${HELD}|plan))?|(?:should|do) (?:i|we) (?:need to |have to )?(?:be )?worr(?:y|ied)(?: about (?:anything|something|it|this))?|(?:is there )?anything (?:i|we) should (?:worry|be worried) about|what should (?:i|we) (?:worry|be worried) about`],
  ['safer', `(?:how (?:can|could|do|should|would|might) (?:i|we) |what can (?:i|we) do to )(?:(?:reduce|lower|cut|limit|decrease|manage) ${MY} (?:(?:${HELD}|plan)(?:'s)? )?risks?|(?:reduce|lower|take|have)(?: (?:less|the))? risks?|make ${MY} (?:${HELD}|plan) (?:safer|less (?:risky|volatile))|protect ${MY} ${HELD}|be safer|(?:de-?risk|diversify)(?: ${MY} ${HELD})?(?: (?:more|better))?)`],
  ['riskiest', `(?:which|what)(?:'s| is| are| of)?(?: (?:of|my|our|the|is|are|\\w*ly))* ?(?:(?:riskiest|safest|most (?:risky|volatile|dangerous)|least (?:risky|safe|volatile)) (?:holdings?|positions?|investments?|stocks?|funds?|etfs?|assets?|ones?|thing (?:i|we) (?:own|hold)|part of ${MY} ${HELD})|(?:holdings?|positions?|investments?|stocks?|funds?|etfs?|assets?|ones?) (?:is|are|has|have|do i (?:own|hold) that (?:is|are))(?: the)? (?:riskiest|safest|most (?:risky|risk|volatile|dangerous)|least (?:risky|safe|volatile)|too risky|risky))`],
  ['covered', `(?:how much|what (?:share|part|portion|percent(?:age)?|fraction))(?: of)? ${SPENT} (?:(?:will|would|does|do|is|are|can|could) )?(?:be )?(?:(?:covered|paid(?: for)?|met|replaced|funded) by )?${SOURCES}(?: (?:cover|pay(?: for)?|replace|provide|make up|meet|fund)s?)?`],
  ['covered', `(?:does|do|will|would|can) ${SOURCES}(?: alone| by (?:itself|themselves))? (?:cover|pay(?: for)?|meet|fund) (?:all (?:of )?|most of |half of |enough of )?${SPENT}|how much (?:does|do|will|would) ${SOURCES} (?:cover|pay(?: for)?|contribute)(?: (?:of|to|towards?) ${SPENT})`],
  ['spreadGrade', gradeOf('diversification')],
  ['riskGrade', gradeOf('risk')],
  ['rate', `(?:(?:can|could|should|may|would) (?:i|we) (?:safely |really |just )*(?:withdraw|take(?: out)?|draw|pull|spend|live on|live off)(?: out| down)? ${RATE}|(?:what if|should|can|could|would|is it safe to|does it work to)(?: (?:i|we))? (?:follow|use|apply|withdraw|take(?: out)?|draw)(?: out)? (?:the |a |an )?(?:${RATE}|(?:%·*|\\d+|four percent) (?:rule|withdrawals?(?: rate)?))|(?:is|are|would|does|how about|what about)(?: withdrawing| taking| drawing)?(?: out)? (?:the |a |an )?(?:%·*|\\d+|four percent) (?:rule|withdrawals?(?: rate)?|a year)(?: be)?(?: (?:${OK}|${GOOD}|too (?:much|high|risky)|sustainable|work|apply|hold))?(?: for (?:me|us))?)`],
  ['enough', `(?:can|could) (?:i|we) (?:really )?retire(?: now| today)? (?:on|with) \\$·*(?: dollars)?(?: (?:saved(?: up)?|invested|in savings))?|(?:is|will|would) \\$·*(?: dollars)?(?: be)? enough(?: money)?(?: (?:to (?:retire|live)(?: (?:on|with|off|comfortably))*|for (?:retirement|me|us|my retirement|our retirement)))*`],
]; // prettier-ignore
const BEFORE = `^[\\s,]*(?:(?:and|so|but|also|then|please|hi|hello|hey|there|well|ok(?:ay)?|alex|just|overall|in short|honestly|tell me|i wonder|i want to know),? )*`;
const AFTER =
  '(?:,? (?:please|now|right now|today|so far|overall|at the moment|currently|really|then|alex|financially|honestly|in (?:my |our )?retirement|for (?:my |our )?retirement|in general|in the end|with (?:my|our) (?:money|retirement|plan|finances|savings|portfolio|investments)))*[\\s.?!]*$';
const ALL = FORMS.map(([kind, form]) => ({ kind, form: new RegExp(`${BEFORE}(?:${form})${AFTER}`) }));

/** What tells nothing that a question beside it could be of. */
export const IDLE = /^(?:[\s,.!?~]|(?:hi|hello|hey|there|thanks|thank you|please|alex|and|i'm|i am|we're|we are|aged?|#·*|years old|married|single|retired)\b|#·*)*$/; // prettier-ignore

/** The questions of a text that are such, each by all that it says; none beside what tells something, of which they may be. */
export function plainQuestions(question: string): PlainQuestion[] {
  const { text, numbers } = slotted(question);
  const all = questionsOf(text).map((span) => {
    const said = text.slice(span.start, span.end).replace(/\s+/g, ' ').replace(/\b(how|what|where)s\b/g, "$1's"); // prettier-ignore
    return { span, said, kind: ALL.find(({ form }) => form.test(said))?.kind };
  });
  if (all.some(({ said, kind }) => kind === undefined && !ASKS.test(said) && !IDLE.test(said))) return [];
  return all.flatMap(({ span: { start, end }, kind }): PlainQuestion[] => {
    const sum = [...numbers.values()].find((one) => one.start >= start && one.start < end);
    return kind === undefined ? [] : [{ start, end, kind, sum: sum?.kind === 'money' ? sum.value : null }];
  });
}

/** What each is about, the most important first. */
export const TOPICS_OF: Readonly<Record<PlainKind, readonly FocusTopic[]>> = {
  plan: ['retirement'],
  mix: ['drift'],
  stands: ['value', 'drift', 'retirement'],
  value: ['value'],
  working: ['earliest_retirement'],
  lasting: ['running_out'],
  spending: ['retirement', 'spending'],
  advice: ['drift', 'risk', 'retirement'],
  harm: ['risk', 'retirement'],
  safer: ['risk', 'concentration'],
  riskiest: ['risk', 'concentration'],
  rate: ['retirement', 'spending'],
  enough: ['retirement'],
  needed: ['retirement'],
  covered: ['retirement'],
  spreadGrade: ['concentration'],
  riskGrade: ['risk'],
};

/** Below this a sum may be what is spent in a year. */
const A_YEARS = 200_000;

/** Why what such a question asks is not tried; null where there is nothing to try. */
export function whyNot({ kind, sum }: PlainQuestion): UnreadPart['why'] | null {
  if (kind === 'enough') return (sum ?? 0) < A_YEARS ? 'unclear' : 'total';
  return kind === 'rate' || kind === 'needed' ? kind : null;
}
