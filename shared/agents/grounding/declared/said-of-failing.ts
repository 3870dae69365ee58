import type { Context } from '../context.ts';
import { FIGURE } from '../polarity/placed.ts';
import type { Placed } from '../polarity/placed.ts';
import { quantitiesIn } from '../polarity/quantities.ts';

/** Says that a plan comes to nothing. */
const FAILS = String.raw`(?:fail\w*|gives? out|r[ua]ns? (?:out|dry|short)|running (?:out|dry)|do(?:es)? (?:run|so|happen|fail|not last)|go(?:es)? (?:wrong|broke|badly)|happens|(?:is|are) gone|ends? early|(?:not|n['’]t) (?:last|work|hold))`;
const FUTURES = String.raw`(?:futures?|cases?|simulations?|scenarios?|paths?|runs|trials?|outcomes?|ones|lives|plans?)`;

/** Words that speak of the futures that fail alone. */
const THOSE = new RegExp(
  [
    String.raw`\b(?:where|when(?:ever)?|if|should|in case|once)\b[^.;,\d]{0,40}\b${FAILS}\b`,
    String.raw`\b(?:failing|failed|failures|un(?:lucky|successful|fortunate)|less fortunate|the plan fails|shortfall|shortage)\b|\b(?:ruined|losing|depleted|bad|broke|short) ${FUTURES}\b`,
    String.raw`\b(?:of|among|in) (?:those|these|such|them)\b|\b(?:that|which) (?:do )?(?:fail|run|go|not last)\w*|\bthe other \S+`,
    String.raw`\b${FAILS}[^.;,]{0,20},? (?:typically|usually|mostly|at a median|with a median|on average|half)\b[^.;]*${FIGURE}`,
  ].join('|'),
  'i',
);
/** Words that tell in how many the money runs out: an age beside it, or in the next sentence, is theirs. */
const SO_MANY = new RegExp(
  [
    String.raw`\b${FAILS} in\b`,
    String.raw`\b(?:of|in) (?:[^.;,]|,(?=\d)){0,50}\b${FUTURES}(?: \([^)]*\))?[^.;,]{0,25}\b${FAILS}`,
    String.raw`\b(?:(?:one|two|three|\d+) (?:\w+ )?(?:in|out of) \w+|\d ?%|the (?:remaining|other|rest))[^;,]{0,50}\b${FAILS}`,
    String.raw`\b(?:chance|risk|probability|odds|likelihood)\b[^.;,]{0,40}\b(?:running|${FAILS})\b`,
  ].join('|'),
  'i',
);
/** Says that the money ends. */
const ENDS =
  /\br[ua]ns? (?:out|dry)\b|\brunning (?:out|dry)\b|\bgone\b|\bout of money\b|\bbroke\b|\blasts?(?: at least)? (?:until|till|to|through)\b|\b(?:fails?|ends?|empty|exhausted|used up|spent|does so)\b/i;

/** The words that say of an age known of the failing futures alone that it is of all of them, or of the plan; null where they name those futures, or do in the sentence before. */
export function saidOfAll({ own, wide }: Placed, { passage, sentence }: Context): string | null {
  const all = quantitiesIn(wide)[0]?.words;
  if (all !== undefined) return THOSE.test(wide) ? null : all;
  const before = passage.slice(0, passage.length - sentence.length);
  const areNamed = [before, wide].some((said) => THOSE.test(said) || SO_MANY.test(said));
  return areNamed || !ENDS.test(wide) ? null : own.replace(FIGURE, '…').trim();
}
