import { percent } from '../../../finance/amounts.ts';
import { matchesOfAny } from '../../any-of.ts';
import type { FactIndex } from '../fact-index.ts';
import { sentenceAt } from './saying.ts';
import type { Saying } from './saying.ts';
import { chanceSpokenOf } from './spoken-chance.ts';

/** Planners commonly work between 75% and 90%: below the one a plan is not to be called good, nor very good below the other. */
const GOOD = 0.75;
const VERY_GOOD = 0.85;
/** From here on it does not simply fail. */
const NOT_BAD = 0.5;

const LY = String.raw`(?:(?:already|now|still|all|well|quite|very|\w+ly|more than|thus|so) )*`;
const SHAPE =
  '(?:good|great|excellent|fine|strong|solid|perfect|comfortable|top) (?:shape|order|position|place|hands|standing)';
const FINE = String.raw`(?:on (?:track|course|target|schedule)|sound|solid|secure|healthy|viable|robust|feasible|fine|achievable|affordable|sustainable|in ${SHAPE}|(?:well|fully|over)[- ]?funded|within (?:easy )?reach|good to go|working|no problem|comfortable|realistic)`;
const PLAN = String.raw`(?:your|the|this) (?:(?:retirement|current|whole|financial) )?(?:plan|retirement|strategy|goals?)`;
const MEANS = String.raw`(?:your|the|this) (?:(?:retirement|current|present|existing|whole) )?(?:portfolio|savings|nest egg|money|wealth|finances|income|capital)(?: of \$[\d,.]+\w*)?`;
const AT = String.raw`(?: (?:work\w* )?(?:at|by)(?: age)? \d\d| (?:work\w* )?(?:early|whenever (?:you|it)|as (?:planned|you (?:plan|wish|like))|when you (?:plan|want|like)| any ?time| now| today| tomorrow))`;
/** A share of the futures, or a condition, behind a verdict makes it none. */
const WHOLE = String.raw`(?![\w-])(?! (?:in (?:\d|about|around|roughly|most|half|some|many|only|just|the|those|more|less|fewer|an?\b|one|two|three|four|five|six|seven|eight|nine)|only|as long|until|to (?:age )?\d|less|more|with|provided|often|together|out|on|up (?:in|to)|better|worse|or|than|for (?:about|\d)|under|where|at \d))`;

const good: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:your (?:finances|future|affairs|retirement) (?:is|are|looks?) ${LY}(?:in ${SHAPE}|secure|sound|solid)|${MEANS} (?:is|are|looks?) ${LY}in ${SHAPE} for (?:your )?retirement)\b`, 'gi'),
  new RegExp(String.raw`\b${PLAN} ${LY}(?:works(?: out)?|succeeds|holds(?: up| firm)?|adds up|stands up|delivers|(?:is|looks|seems|remains|stays|appears) ${LY}(?:${FINE}|safe|good|strong|great))${WHOLE}`, 'gi'),
  new RegExp(String.raw`\b${MEANS} (?:is|are|looks?|seems?|remains?) ${LY}(?:on (?:track|course|target)|enough|ample|sufficient|plenty|adequate|large enough|big enough|all you need)${WHOLE}`, 'gi'),
  new RegExp(String.raw`\byou(?:['’]ve| have| own| hold|['’]ve saved| have saved)? ${LY}(?:have |saved? |are saving |got |put (?:aside|away) |set aside )?${LY}(?:enough|plenty|all (?:that |the (?:money|savings) )?you (?:will |could )?need|what it takes)(?= (?:(?:now|today|already) )?(?:to (?:retire|stop|live|last|quit|spend|see|fund|cover)|for (?:retirement|life|(?:your|a|the) \w*\s?(?:retirement|life\w*|rest|years|plan)|good))|[.!,;:]|$)`, 'gi'),
  new RegExp(String.raw`\byou(?:['’]re| are) ${LY}(?:on (?:track|course|target)|prepared|ready to (?:retire|stop)|set for|in ${SHAPE}|placed|financially (?:secure|independent|free)|home and dry|good to go|ahead of (?:schedule|the game|plan)|able to retire)${WHOLE}`, 'gi'),
  new RegExp(String.raw`\byou (?:can|may (?=safely|comfortably|easily|confidently)) ?${LY}(?:afford (?:to|it|this|that|your|\$)|(?:retire|stop(?: work(?:ing)?)?|quit|leave work)(?:${AT}|(?=[.,;!]| with\b| without\b| and\b|$)))[^.;,]*`, 'gi'),
  new RegExp(String.raw`\bwhat you (?:now |already |currently )?(?:save|put aside|put away|set aside|contribute)(?: (?:now|today|at present|each year|a year|every year))* is ${LY}(?:enough|sufficient|plenty|adequate)(?! to (?:cover|pay))[^.;,]*`, 'gi'),
  new RegExp(String.raw`\byou (?:need not|needn['’]t|do not (?:need|have) to|don['’]t (?:need|have) to) save (?:any )?more (?:to|if you want to|in order to) (?:retire|stop|quit|leave)[^.;,]*`, 'gi'),
  new RegExp(String.raw`\b(?:retiring|retirement|stopping(?: work)?|leaving work|quitting)${AT} (?:is|looks|seems|would be) ${LY}(?:${FINE}|safe)${WHOLE}`, 'gi'),
  new RegExp(String.raw`\b(?:your|the) (?:money|savings|portfolio|nest egg|plan) ${LY}(?:lasts?|holds?(?: out)?|works?|carries you|sees you through)(?: (?:comfortably|easily|effortlessly|without (?:trouble|a hitch|problems?|difficulty)|all the way|as long as you (?:do|live)|to the end))(?! in\b)`, 'gi'),
]; // prettier-ignore
const bad = new RegExp(String.raw`\b${PLAN} ${LY}(?:(?:fails|collapses)(?= ?[.!;]|$)|does not (?:work|hold|add up)|doesn['’]t (?:work|hold|add up)|cannot (?:work|hold|succeed)|can['’]t (?:work|hold|succeed)|has no chance|is ${LY}(?:doomed|hopeless|unrealistic|impossible|bound to fail|out of reach|not (?:feasible|viable)))${WHOLE}`, 'gi'); // prettier-ignore

const goodIn = matchesOfAny(good);
const badIn = matchesOfAny([bad]);
const VERY = /\b(?:comfortabl\w*|eas(?:y|ily)|plenty|ample|more than enough|very|great|excellent|perfect|fully|whenever|effortless\w*|strong\w*|over-?funded|certainly|clearly|without)\b/i; // prettier-ignore
/** What only weighs, or takes it back. */
const OPEN = /\b(?:if|whether|unless|would|could|might|may|should|suppose|provided|as long as|were|likely|unlikely|depends?|chances?|odds|probab\w*|until|once)\b|\?\s*$/i; // prettier-ignore
/** "Retiring at 60 would be fine", "you may safely retire": a verdict all the same. */
const SAID_SO = /\bwould(?= be\b)|\bmay(?= (?:safely|comfortably|easily|confidently)\b)/gi;
const DENIED = /(?:\b(?:no|not|never|nothing|nobody|cannot|hardly|barely|without|neither|nor|far from|only|too|say|says|that|how|why|where|when|before)\b|n['’]t\b)[^.;,]{0,30}$/i; // prettier-ignore

/** A plan called good or bad in words where its chance says otherwise. */
export function falseVerdicts(text: string, index: FactIndex): Saying[] {
  const planned = index.values.get('retirement.success');
  if (typeof planned !== 'number') return [];
  const found = (all: readonly RegExpExecArray[], isBad: boolean): Saying[] =>
    all.flatMap(({ 0: said, index: start }): Saying[] => {
      const sentence = sentenceAt(text, start);
      if (OPEN.test(sentence.replace(SAID_SO, '')) || DENIED.test(text.slice(Math.max(0, start - 50), start)))
        return [];
      const spoken = chanceSpokenOf(sentence, planned, index);
      if (spoken === null || (isBad ? spoken.chance < NOT_BAD : spoken.chance >= (VERY.test(said) ? VERY_GOOD : GOOD))) return []; // prettier-ignore
      return [{ start, end: start + said.trimEnd().length, fault: `the chance that the money lasts is ${percent(spoken.chance)} (${spoken.fact}): say that` }]; // prettier-ignore
    });
  return [...found(goodIn(text), false), ...found(badIn(text), true)];
}
