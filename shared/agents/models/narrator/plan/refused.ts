import type { UnreadPart } from '../../../../schemas/analysis-plan.ts';
import type { Clause } from './clauses.ts';
import { clausesOf, sentencesOf } from './clauses.ts';

const SUM = '[$]·*';
export const PER = String.raw`(?:\s*\/\s*|\s+(?:a|an|per|each|every)\s+)(?:years?|yr|annum|months?|mo)\b|\s+(?:yearly|annually|monthly)\b`;
const ONCE = String.raw`[$]·*(?!·|${PER})`;
const FLOW = String.raw`[$]·*(?:${PER})`;
/** Small words between a verb and its amount. */
const ABOUT = String.raw`(?:\s+(?:about|around|roughly|up to|maybe|like|just|only|all|half|the|my|our|of|some|those|that)){0,3}\s+`;
/** Where money that a portfolio gets goes: into it as a whole. */
const POT = String.raw`(?:(?:my|our|the|a|an|his|her|this|that|same)\s+)*(?:portfolio|savings|accounts?|pots?|investments?|nest egg|funds?|it|them|there|markets?|brokerage|retirement|(?:401|403|457)\w*|iras?|roth|today|now|tomorrow|next|addition|case|total|all|order|full|pa(?:y|id)|buy|help|cover|make|get|start|build|(?:re(?:model|novat|pair|plac|do)|fix)\w*)\b`;
/** One of several accounts. */
const ACCOUNT = String.raw`(?:401|403|457)\w*|iras?|roth|tsp|hsa|brokerage|taxable|account`;
const FAMILY = String.raw`(?:aunt|uncle|mom|mum|mother|dad|father|parents?|in-laws?|grand(?:ma|pa|mother|father|parents?|kids?|children|son|daughter)|son|daughters?|sons|kids?|child(?:ren)?|brother|sister|niece|nephew|cousin|friend|wife|husband|spouse|partner|ex(?:-\w+)?|family)`;

const SOME_TIME = String.raw`(?:#·*[\s-]+(?:years?|months?)\b|(?:a|one|half a)\s+(?:(?:few|couple of|whole|full|gap)\s+)?(?:years?|months?|while)\b|(?:some|several)\s+(?:time|years|months)\b)`;

/** What no form may read, whatever stands in the clause with it, and why. */
const REFUSED: readonly (readonly [pattern: RegExp, why: UnreadPart['why']])[] = [
  [/#·*\s+(?:(?:simulated|random|possible|different|monte carlo)\s+)*(?:futures|simulations|scenarios|paths|runs|trials)\b/, 'futures'],
  // "An annuity for $200,000" is a price; what is paid a year says so.
  [new RegExp(String.raw`^(?=.*\bannuit(?:y|ies)\b)(?!.*\b(?:pay(?:s|ing|out)?|giv(?:e|es|ing)|receiv\w+)${ABOUT}[$])(?=.*${ONCE})`), 'price'],
  [new RegExp(String.raw`\b(?:buy|buying|purchas\w+|get|getting|put|sink|use)\b[^$]*${ONCE}.*\bannuit(?:y|ies)\b|\bannuit(?:y|ies)\b.*\b(?:for|costing|worth|costs?)\s+${ONCE}`), 'price'],
  // What the law has taken out, and not what could be.
  [new RegExp(String.raw`\brmds?\b|\b(?:required|mandatory|minimum|compulsory)\s+(?:minimum\s+)?(?:distribution|withdrawal)s?\b|\b(?:must|have to|has to|required to|obliged to|forced to|(?:legally|law)\b.*\b(?:need|must|have) to)\s+(?:(?:i|we)\s+)?(?:withdraw|take(?:\s+(?:money\s+)?out)?|draw|distribut\w+|pull)(?:\s+out)?\b(?=.*\b(?:${ACCOUNT}|this year|next year|the law|irs)\b)`), 'required'],
  // Where it would go is asked of a sum, and nothing of the plan.
  [/^(?!.*\b(?:house|home|car|boat|trip|business|college|tuition|inherit\w*|windfall)\b)\W*(?:(?:and|so|but) )?(?:where|how|(?:in )?what|(?:in )?which (?:\w+ ){1,3}) ?(?:should|could|do|would|can|to|must|shall)(?: (?:i|we))? (?:best |safely )?(?:put|invest|buy|add|place|park|deploy|do(?![^$]*[$]·*\s*(?:a|per|each|every)\b))\b[^$#%]*(?:[$]·*)(?![^$]*(?:#|\bretire))/, 'placed'],
  // No price of what is held: the dollar that falls by a fifth takes no fifth of a portfolio.
  [/\b(?:the|an?|our) (?:(?:u\.?s\.?|american|canadian|australian|swiss|japanese|british) )?(?:dollar|euro|pound|sterling|yen|franc|yuan|renminbi|peso|rupee)s?(?: index)? (?:\w+ )?(?:los[et]s?|lost|fall\w*|fell|drop\w*|weaken\w*|declin\w*|collaps\w*|crash\w*|ris(?:es?|ing)|rose|gain\w*|strengthen\w*|appreciat\w*|depreciat\w*|devalu\w*|halv\w*|plung\w*|sink\w*)\b/, 'currency'],
  // More of it, nothing tells how much.
  [/^(?!.*[$%#]).*\bmax(?:ed|ing)?(?:imi[sz]\w*)? out\b|^(?!.*[$%#]).*\bcontribut\w* the (?:max\w*|most|limit)\b/, 'amount'],
  [/^(?!.*\$).*\bneed\b.*\b(?:long[- ]term care|nursing (?:home|care)|assisted living|memory care|home care)\b/, 'cost'],
  // What is lent comes in before it is paid back.
  [/\b(?:tak(?:e|ing)(?: out)?|get(?:ting)?|refinanc\w*|appl\w+ for) (?:an? |another )(?:[$]·* )?(?:(?!reverse)[a-z-]+ ){0,2}?(?:loan|mortgage|heloc|line of credit|credit line)\b|\bborrow\w*\b|\breverse mortgage\b/, 'lent'],
  // What is earned is in no plan: of it only what is saved.
  [/^(?!.*\b(?:social security|pensions?|benefits?|rent|spending|savings?|contributions?)\b).*(?:\b(?:an?|my|our|the|next|another|yearly|annual) (?:(?:big|small|nice|modest|decent|yearly|annual|pay|salary|[%$]·*) )*(?:raises?|promotions?)\b|\bpromoted\b|\b(?:pay|salary|wage)s? (?:rise|cut|increase|raise|bump|freeze)s?\b|\b(?:my|our) (?:\w+ )?(?:salary|pay|wages?|paychecks?) (?:\w+ ){0,2}?(?:go|goes|went|ris|rose|increas|grow|grew|doubl|fall|fell|drop|shrink|stagnat|stay|halv|%)\w*|\b(?:i|we) (?:\w+ )?earn(?:ed)? (?:[$]·*(?: (?:a|per|each) (?:year|month))?|%·*) (?:more|less|extra)\b(?! than))/, 'earned'],
  // By whose retirement, which no name tells.
  [/\b(?:fall|drop|crash|los|plung|declin|tank|down|tumbl|slump|sink|halv)\w*\b.*\b(?:year|day|month|moment|when|once|after|before|as soon as)\b.*\b(?:my|our) (?:wife|husband|spouse|partner) (?:retires|stops|quits)\b/, 'fall'],
  // Money that changes its form, and is no other money.
  [new RegExp(String.raw`(?<!\b(?:another|extra|additional)\s.*)\b(?:put|invest|mov|shift|roll|transfer|sink|stick|park|allocat|switch|convert|exchang|swap|lock|us|tak)(?:t?ing|e|es|s|ed)?(?:\s+over)?${ABOUT}(?:(?:another|extra)\s+)?(?:${ONCE}|%·*)(?!\s*(?:more|extra))[^$%#.]*?\b(?:in|into|to)\s+(?!${POT})[a-z]`), 'moved'],
  [new RegExp(String.raw`\b(?:mov|roll|transfer|shift|convert)(?:t?ing|e|es|s|ed)?(?:\s+over)?${ABOUT}(?:${SUM}|%·*).*\b(?:from|out of|to|into)\b`), 'moved'],
  [new RegExp(String.raw`\b(?:buy|buying|purchas\w+|get|getting)${ABOUT}${ONCE}(?:\s+worth)?\s+(?:of|in)\s(?!#)`), 'moved'],
  [new RegExp(String.raw`\bconver(?:t|sion)\w*\b.*(?:\broth\b.*${SUM}|${SUM}.*\broth\b)|\broth conversions?\b.*[$%#]`), 'moved'],
  [new RegExp(String.raw`\b(?:put|sav|invest|contribut|add|stash|max)\w*${ABOUT}(?:${FLOW}).*\b(?:hsa|fsa|529|crypto\w*|bitcoin|gold|silver|college|education)\b`), 'part'],
  [new RegExp(String.raw`\b(?:put|sav|invest|contribut|stash|deposit|set)\w*(?:\s+(?:aside|away))?${ABOUT}(?:${FLOW}|[$]·*(?=.*\b(?:a|per|each|every)\s+(?:year|month)\b|.*\b(?:monthly|yearly|annually)\b))(?!.*\b(?:more|extra|in addition)\b).*\b(?:in(?:to)?|to|towards?|for)\s+(?:(?:my|our|the|his|her|an?|each)\s+)*(?:[\w-]+\s+){0,2}?(?:${ACCOUNT})s?\b`), 'part'],
  // Of what lies in an account already, or new.
  [/\b(?:invest|put(?:ting)?(?: in)?)(?:ing|ed|s)?(?: (?:about|around|another))? [$]·*(?! (?:a|per|each|every)\b|\s*\/)(?: in)?,? (?:(?:right )?now|today|tomorrow|this (?:week|month|year)|at once|all at once|in one go|as a lump sum)\b/, 'part'],
  // What another is given or needs each year: spending, and perhaps in it already.
  [new RegExp(String.raw`\b(?:my|our)\s+(?:\w+\s+){0,2}?${FAMILY}(?:'s)?(?:\s+\w+){0,4}?\s+(?:need|cost|want|require|ask)(?:s|ed|ing)?\b[^$]*(?:${FLOW})(?!\s+(?:from|between)\s+(?:age\s+)?#·*\s+(?:to|until|till|and|through)\s+#)`), 'cost'],
  [new RegExp(String.raw`\b(?:help\w*|support\w*|assist\w*|giv(?:e|es|ing)|gift\w*|send\w*|subsidi\w*|pay(?:s|ing)?(?:\s+for)?|car(?:e|ing) for|look\w* after)\s+(?:out\s+)?(?:my|our)\s+(?:\w+\s+){0,2}?${FAMILY}\b[^$]*(?:${FLOW})`), 'cost'],
  // At ages that are theirs, whom a plan for two knows by name.
  [/^(?!.*\b(?:i'm|i am|i turn|i reach)\b)(?=.*[$])(?=.*\b(?:care|nursing|health|insurance|medical|caregivers?|surgery|premiums?)\b).*\b(?:my|our) (?:wife|husband|spouse|partner|mother|father|mom|mum|dad)\b.*\b(?:from|at|between|until|till|to)(?: age)? #·{0,2}(?![\w·]|\s*years)/, 'another'],
  // Of so many that nothing tells what it comes to.
  [/[$].*\b(?:each|apiece)\b(?! (?:year|month|week|other)\b)|\beach (?:of (?:my|our|the)|kid|child|grandchild|son|daughter|niece|nephew|sibling)\b.*[$]/, 'each'],
  // What is drawn from an age on, while work may go on.
  [new RegExp(String.raw`\b(?:withdraw\w*|draw\w*|tak(?:e|ing)(?:\s+out)?|pull\w*(?:\s+out)?)${ABOUT}(?:${FLOW}).*\b(?:starting|beginning|from|at)\s+(?:at\s+)?(?:age\s+)?#`), 'begins'],
  [new RegExp(String.raw`\b(?:withdraw\w*|draw\w*|tak(?:e|ing)|pull\w*|spend\w*|liv\w*\s+(?:on|off)|need\w*)(?:\s+out)?${ABOUT}(?:${FLOW})(?:\s+out)?\s+(?:from|out\s+of|of|in)\s+(?:(?:my|our|the|his|her|an?)\s+)?(?:[\w-]+\s+){0,2}?(?:${ACCOUNT})\b`), 'account'],
  // A time without work that ends again is no retirement.
  [new RegExp(String.raw`\b(?:laid off|let go|fired|made redundant|unemployed|out of (?:work|a job)|without (?:work|a job)|los(?:e|es|t|ing) (?:my|our|the|a) jobs?|stop(?:ped|ping)? work(?:ing)?|not? work(?:ing)?|sabbatical|break)\b[^$%]*?\b(?:for|of)\s+(?:about\s+|around\s+|only\s+)?${SOME_TIME}`), 'pause'],
  [new RegExp(String.raw`\btak(?:e|es|ing)\s+(?:about\s+|around\s+|off\s+)?(?:${SOME_TIME}\s+(?:off|out|sabbatical|break)\b|(?:a|an)\s+(?:[\w#·-]+\s+){0,2}(?:sabbatical|break)\b)|\b#·*[\s-]+(?:years?|months?)\s+(?:sabbatical|career break)`), 'pause'],
  // Another's loss of a job: whose income the plan has in it cannot be told.
  [new RegExp(String.raw`\b${FAMILY}(?:'s)?(?:\s+(?:was|is|has|got|gets|just|been|being|were|will|be|might|may|recently|could)){0,3}\s+(?:laid off|fired|let go|made redundant|unemployed|disabled|los(?:t|es|ing)\s+(?:his|her|their|a)\s+job)`), 'unclear'],
]; // prettier-ignore

/** A clause that is not read at all, and why. */
export interface Refused extends Clause {
  why: UnreadPart['why'];
}

/** Who asks dies, and somebody lives on; or whoever shares the plan dies. */
const I_DIE = /\b(?:i|me)\b[^.?!]*\b(?:die|died|dying|dead|gone|pass(?:ed)? away)\b|\bmy (?:own )?death\b/;
const OTHER_DIES = /\b(?:my|our)\s+(?:wife|husband|spouse|partner)\b[^.?!]*\b(?:dies|died|passes away|is gone|death)\b|\b(?:wife|husband|spouse|partner)'s\s+death\b|\b(?:dies|passes away|goes|is gone) first\b|\b(?:is|be|was|becomes?|am|are|being|get) (?:a )?widow(?:ed|er)?\b/; // prettier-ignore
const LIVES_ON = /\b(?:wife|husband|spouse|partner|widow\w*|survivors?|survives? me|kids?|children|family|sons?|daughters?|left behind|heirs?|she|he|they)\b/; // prettier-ignore
const isOfWhoLivesOn = (clause: string, sentence: string): boolean =>
  (OTHER_DIES.test(clause) && !clause.includes('$')) || (I_DIE.test(clause) && LIVES_ON.test(sentence));

const KIN = String.raw`(?:my|our|a)\s+(?:\w+\s+)?(?:aunt|uncle|mom|mum|mother|dad|father|parents?|in-laws?|grand(?:ma|pa|mother|father|parents?)|brother|sister|niece|nephew|cousin|friends?|neighbou?rs?|colleagues?|boss|co-?workers?)`;
const OF_KIN = new RegExp(String.raw`^\W*(?:(?:but|and|so|if|when|since|as)\s+)*${KIN}\b(?!.*\b(?:i|we|me|us)\b)`);
/** "And retired at 60": of whom the clause before it is. */
const GOES_ON = /^\s*(?:and|but|who|then)\s+(?:is|was|has|had|ha[sd] been|retire[sd]?|stopped|quit|work(?:s|ed)|live[sd]|died|still)\b(?!.*\b(?:i|we|me|us)\b)/; // prettier-ignore
/** "A sabbatical and spend $40,000": in that time. */
const SPENT_THEN = /^\s*(?:and|while|to)\b[^$]*\b(?:spend|need|us|liv|withdraw|tak|cost)\w*[^$]*[$]/;
/** "A raise of $20,000 and save half": of the raise, and not of what is saved. */
const OF_THE_RAISE = /^(?!.*[$])(?:.*%|.*\b(?:it|that|all|the (?:rest|extra|raise|difference))\b)/;
const AGED_OR_RETIRED = /#|\b(?:retire|work|stopped|quit)/;

/**
 * Clauses whose amounts are of something else than they would be taken for: a price, money of one's own that is moved, what another needs.
 *
 * @param text a question with its numbers in slots
 */
export function refusedIn(text: string): Refused[] {
  const sentences = sentencesOf(text);
  let kin = false;
  let before: UnreadPart['why'] | undefined;
  return clausesOf(text).flatMap((clause): Refused[] => {
    const said = text.slice(clause.start, clause.end);
    const sentence = sentences.find(({ start, end }) => clause.start >= start && clause.start < end) ?? clause;
    kin = OF_KIN.test(said) || (kin && GOES_ON.test(said));
    if (kin && AGED_OR_RETIRED.test(said) && (!said.includes('$') || /\b(?:retire|stopped|quit)/.test(said)))
      return [{ ...clause, why: 'another' }];
    if (isOfWhoLivesOn(said, text.slice(sentence.start, sentence.end))) return [{ ...clause, why: 'survivor' }];
    const goesOn = (before === 'pause' && SPENT_THEN.test(said)) || (before === 'earned' && OF_THE_RAISE.test(said));
    const why = goesOn ? before : REFUSED.find(([pattern]) => pattern.test(said))?.[1];
    before = why;
    return why === undefined ? [] : [{ ...clause, why }];
  });
}
