/** Nothing but how the chance is: "why is it so low", "why did I get 72%". */
const WHY =
  /\bwhy(?: (?:is|are|was|did|do|does|am|my|our|the|i|we|it|this|that|only|just|so|such|an?|get|got|have|retirement|plan(?:'s)?|chances?|odds|probability|success|rate|result|answer|of|running|out|fail(?:s|ing)?|low|high|bad|poor|and|not|higher|better|\d[\d.,]* ?(?:%|percent)))+\s*(?=[?.!]|$)/i;
/** What a chance means: "what does 85% mean?", "what is a chance of success?". */
const MEANS =
  /\bwhat (?:does|do) (?:(?:an?|the|my|our|this|that|it|success|chances?|odds|probability|rate|of|score|figure|number|confidence|\d[\d.,]* ?(?:%|percent)) ?)+(?:actually |really |exactly )?mean(?: for (?:me|us|my retirement|my plan))?\s*(?=[?.!]|$)|\bwhat(?:'s| is) (?:(?:an?|the|my|our) )?(?:success (?:rate|probability)|(?:chance|probability) of success)\s*(?=[?.!]|$)/i;
const CHANCE = /chance|odds|probability|success|plan|low|bad|poor|\d/i;

/** "Why is my chance of success only 72%?", whatever the figure: it asks about the plan as it is. Where it stands; null where it does not. */
export function asksWhyChance(question: string): { start: number; end: number } | null {
  const text = question.replaceAll('’', "'");
  const asked = WHY.exec(text) ?? MEANS.exec(text);
  return asked === null || !CHANCE.test(asked[0]) ? null : { start: asked.index, end: asked.index + asked[0].length };
}
