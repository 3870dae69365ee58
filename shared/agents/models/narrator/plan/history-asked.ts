import type { Clause } from './clauses.ts';

/** From which starts in history a plan fails, or whether it does from one of them. */
export interface HistoryAsked extends Clause {
  /** The year of a start; null where all that fail are meant. */
  year: number | null;
}

const FAILS = '(?:fail(?:s|ed)?|r[au]n(?:s|ning)? out|not (?:last|work|survive|hold))';
const PAST = '(?:histor\\w+|the past|on record|start(?:s|ing)?)';
const WHICH =
  '(?:when|(?:which|what) (?:\\w+ ){0,2}?(?:years?|starts?|periods?|sequences?|times?|decades?|retirements?))';
const HELD = '(?:surviv\\w+|lasted|held|run out|failed|worked|made it|succeeded|been (?:ok(?:ay)?|fine|all ?right|enough|safe))'; // prettier-ignore
const ROSE = '(?:retir\\w+|start\\w*|beg[aiu]n\\w*|stopp\\w+)';
const YEAR = '(?:in|of|from|at the start of|since)\\s+(?:the year )?(?<year>(?:1[6-9]|20)\\d\\d)\\b';
const WHOLE = '[^.?!]*';
const ASKED = [
  `\\b${WHICH}\\b${WHOLE}\\b${FAILS}\\b${WHOLE}\\b${PAST}\\b${WHOLE}`,
  `\\b${WHICH}\\b${WHOLE}\\b${PAST}\\b${WHOLE}\\b${FAILS}\\b${WHOLE}`,
  `\\b(?:which|what) (?:\\w+ )?(?:starting|start|historical|past) (?:years?|points?|dates?|periods?)\\b${WHOLE}\\b${FAILS}\\b${WHOLE}`,
  `\\bwhen did (?:my|our|the|this) plan fail\\b${WHOLE}`,
  `\\bwould\\b${WHOLE}\\bhave\\s+${HELD}\\b${WHOLE}\\b${ROSE}\\b${WHOLE}\\b${YEAR}${WHOLE}`,
  `\\b(?:if|had|suppose|say)\\b${WHOLE}\\b(?:had|having|i|we)\\b${WHOLE}\\b${ROSE}\\s+${YEAR}${WHOLE}\\bwould\\b${WHOLE}\\bhave\\s+${HELD}\\b${WHOLE}`,
].map((form) => new RegExp(form, 'i'));

/** "When did this plan fail in history?", "Would I have survived retiring in 1966?" Null where no such thing is asked. */
export function historyAsked(question: string): HistoryAsked | null {
  for (const form of ASKED) {
    const found = form.exec(question);
    if (found === null) continue;
    const year = found.groups?.year;
    return { start: found.index, end: found.index + found[0].length, year: year === undefined ? null : Number(year) };
  }
  return null;
}
