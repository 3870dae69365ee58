/** How many of the futures a text speaks of, in percent, and in which words. */
export interface Quantity {
  percent: number;
  words: string;
}

/** Stands for "most", which is more than half. */
export const MOST = 80;

const OF = String.raw`(?: (?:of|in))?(?: (?:all|the|our|those|these|simulated|possible|ten|thousand|\d[\d,]*))*`;
const FUTURES = String.raw`(?:simulated |possible )?(?:futures?|simulations?|scenarios?|paths?|runs?|trials?|outcomes?|cases?|times?|lives|lifetimes?)`;

const said: readonly (readonly [percent: number, words: RegExp])[] = [
  [100, new RegExp(String.raw`\b(?:every(?: single)?|each|all|any|100 ?%|no matter which)(?! but) ?${OF} ${FUTURES}\b(?! (?:that|where|in which))|\b(?:always|come what may|whatever (?:happens|markets do)|in any case|without (?:fail|exception)|invariably|no matter what)\b`, 'i')], // prettier-ignore
  [50, new RegExp(String.raw`(?<!\bthan )\b(?:half|50 ?%|fifty percent)${OF} ${FUTURES}\b|\bevery (?:second|other) ${FUTURES}|\bone in two\b|\bone ${FUTURES} in two\b|\bhalf the time\b|\b(?:the|a) (?:typical|median|average|middle) ${FUTURES}\b|\b(?:five|5) (?:in|out of) (?:ten|10)\b`, 'i')], // prettier-ignore
  [75, new RegExp(String.raw`\b(?:three quarters|three[ -]fourths|75 ?%)${OF} ${FUTURES}\b|\b(?:three|3) (?:in|out of) (?:every )?(?:four|4)\b`, 'i')], // prettier-ignore
  [95, new RegExp(String.raw`\b(?:95 ?%|ninety[- ]five percent)${OF} ${FUTURES}\b|\b(?:nineteen|19)(?: \w+)? (?:in|out of) (?:every )?(?:twenty|20)\b`, 'i')], // prettier-ignore
  [25, new RegExp(String.raw`(?<!three )\b(?:a quarter|one quarter|25 ?%)${OF} ${FUTURES}\b|\b(?:one|1)(?: \w+)? (?:in|out of) (?:every )?(?:four|4)\b`, 'i')], // prettier-ignore
  [5, new RegExp(String.raw`\b(?:5 ?%|five percent)${OF} ${FUTURES}\b|\b(?:one|1)(?: \w+)? (?:in|out of) (?:every )?(?:twenty|20)\b`, 'i')], // prettier-ignore
  [MOST, new RegExp(String.raw`(?<!\b(?:the|of) )\b(?:most|nearly all|almost all|the (?:vast )?majority)${OF} ${FUTURES}\b`, 'i')], // prettier-ignore
];

/** What a text says of how many futures. */
export function quantitiesIn(text: string): Quantity[] {
  return said.flatMap(([percent, pattern]) => {
    const words = pattern.exec(text)?.[0];
    return words === undefined ? [] : [{ percent, words }];
  });
}
