import { clausesOf, sentencesOf } from './clauses.ts';
import type { Refused } from './refused.ts';

const SELLS =
  '(?:sell(?:s|ing)?(?: off| out of)?|sold(?: off| out of)?|dump(?:s|ed|ing)?|unload(?:ed|ing)?|liquidat(?:e|ed|ing)|exit(?:ed|ing)?|clos(?:e|ed|ing) out|(?:get|got|getting) (?:rid|out) of|trim(?:med|ming)?|halv(?:e|ed|ing)|(?:cut|cutting|reduc(?:e|ed|ing)|lower(?:ed|ing)?)(?: back| down)?(?: on)?|swap(?:ped|ping)?|replac(?:e|ed|ing)|exchang(?:e|ed|ing)|switch(?:ed|ing)?(?: out of| from)?)';
const PART =
  '(?:all|half|a third|a quarter|most|some|part|the rest|of|my|our|the|whole|entire|remaining|extra|worth|in|shares?|exposure to|stake in|%·*|[$]·*|#·*)';
const BUYS =
  '(?:buy|buys|buying|bought|add|adding|hold|own|get)(?: up)? (?:more|extra|additional|another [$]·*|to)(?: of| shares?| my| our| in| to)*';
const NOUN = '(?:stock|shares|position|holding|rsus?)';
/** Words before "stock" or "shares" that name none. */
const NO_NAME =
  '(?:my|our|the|all|some|half|most|any|of|these|those|a|an|more|and|or|in|other|individual|single|tech\\w*|us|u\\.s\\.|foreign|international|growth|value|small\\w*|large\\w*|cap|whole|entire|market|no|fewer|less)';

/** "Sell half of my Tesla", the name in capitals as the person wrote it; "cut apple stock to 5%". */
const TRADED = [
  { pattern: new RegExp(`(?:\\b${SELLS}|%·*(?= (?:my|our) ))(?: ${PART})* (?<name>[a-z][a-z.&'-]+)`, 'd'), isWritten: true },
  { pattern: new RegExp(`\\b${SELLS}(?: ${PART})* (?!${NO_NAME}\\b)(?<name>[a-z][a-z.&'-]+)(?: [a-z.&'-]+)? ${NOUN}\\b`, 'd'), isWritten: false },
  { pattern: new RegExp(`\\b${BUYS} (?<name>[a-z][a-z.&'-]+)(?!.*[$])`, 'd'), isWritten: true },
  { pattern: new RegExp(`(?<name>[a-z][a-z.&'-]*) (?:was|were|is|be|made up) (?:only |just )?%·* of (?:my|our|the) (?:portfolio|holdings|investments|money)`, 'd'), isWritten: true },
]; // prettier-ignore
/** What stands in capitals and is no security, or a whole class of them. */
const NO_SECURITY =
  /^(?:I|IRAs?|HSA|RV|SUV|ATV|BMW|Honda|Toyota|Audi|Porsche|Lexus|Mercedes|Jeep|Rolex|Harley|TIPS|CDs?|ETFs?|REITs?|US|USA|EM|RMDs?|SS|TSP|Roth|Treasur\w+|Bonds?|Stocks?|Gold|Cash|Social|Medicare|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Airbnb)$/;

/** One holding that is sold or bought on trial: all of its kind are simulated alike, so that nothing of the plan would change by what it is. */
export function holdingsTradedIn(text: string, question: string): Refused[] {
  const sentences = sentencesOf(text);
  return clausesOf(text).flatMap((clause): Refused[] => {
    const said = text.slice(clause.start, clause.end);
    const sentence = sentences.find(({ start, end }) => clause.start >= start && clause.start < end) ?? clause;
    const whole = text.slice(sentence.start, sentence.end);
    // Advice on one investment is its own answer, and what was done is in the portfolio.
    if (/\bshould (?:i|we)\b/.test(whole) || !/\b(?:if|suppose|imagine|can|could|would|happens|about)\b/.test(whole))
      return [];
    const isTraded = TRADED.some(({ pattern, isWritten }) => {
      const [from, to] = pattern.exec(said)?.indices?.groups?.name ?? [];
      if (from === undefined || to === undefined) return false;
      const name = question.slice(clause.start + from, clause.start + to);
      return !isWritten || (/^[A-Z]/.test(name) && !NO_SECURITY.test(name));
    });
    return isTraded ? [{ ...clause, why: 'holding' }] : [];
  });
}
