import type { PlanChange } from '../../../../../schemas/analysis-plan.ts';
import { form } from '../slots.ts';
import { startAt } from '../spans-of-time.ts';
import { MOVES } from './form-of.ts';
import type { Form } from './form-of.ts';
import { SECURITY } from './other-income-forms.ts';

/** "Benefits" alone are Social Security's where the trust fund is spoken of. */
const SOURCE = `(?:${SECURITY}|(?:(?:my|our|the|all|full|retirement) )*benefits(?:(?=[^.?!]*\\btrust funds?\\b)|(?<=\\btrust funds?\\b[^.?!]*)))`;
/** From when on: a year of the calendar, or an age; or in so many years. */
const DATES = {
  at: "(?:in|from|at|by|as of|starting|beginning|(?:(?:after|when|once) )+(?:i'm|i am|i turn|i reach|i've turned)|after|until after)(?: the year| the age of| age| year)* (?<age>#·*)(?:,? (?:on|onwards?|forward))?(?!·| (?:more )?years?\\b)",
  later: '(?:in|after|within)(?: about| another)* (?<age>#·*)(?: more)? years?(?: from now| time)?',
};
/** What is expected to bring the cut about, which says nothing more of it. */
const FUND =
  "(?:when|once|after|as|because|if) (?:(?:its|the|their|social security's|social security|oasi|oasdi) )*trust funds?(?: reserves?)? (?:\\w+ )?(?:out|dry|empty|depleted|exhausted|insolvent|broke|bankrupt)(?: of (?:money|funds))?";
const SO_MUCH = '(?: by)?(?: (?:about|around|roughly|as much as|up to|some))* {percent}';
const CUTS = '(?:cut|reduction|decrease|haircut)';
const ENDS =
  '(?:runs? (?:out|dry)(?: of (?:money|funds))?|(?:goes|is|gets|went|go) (?:bankrupt|bust|broke|insolvent|gone|abolished|cancell?ed)|(?:goes|went) away|disappears|vanish(?:es)?|collapses|ends|stops(?: paying)?)';
const PROMISED = '(?: of (?:it|that|them|(?:the )?(?:promised|scheduled|full)(?: benefits?| amount)?|benefits|what (?:it|is|was) (?:promised|promises)))?'; // prettier-ignore

/** What is cut, percent, by forms of one kind. */
const cuts = (cutOf: (value: number) => number, patterns: readonly string[]): Form[] =>
  Object.entries(DATES).flatMap(([kind, date]) => {
    const words = { ...MOVES, source: SOURCE, date, when: `(?:,? ${date})`, fund: FUND, why: `(?:,? ${FUND})?` };
    return patterns.map((pattern) => ({
      pattern: form(pattern, words),
      read: ({ value, fromAge }): PlanChange | null => {
        const share = cutOf(value);
        if (fromAge === null || share <= 0 || share > 100) return null;
        const date = kind === 'at' ? startAt(fromAge) : { when: 'in_years' as const, time: fromAge };
        return { what: 'otherIncome', how: 'down_percent', value: share, per: null, fromAge: null, source: 'social_security', ...date }; // prettier-ignore
      },
    }));
  });

/** Social Security that pays less, or nothing, from a day to come on. */
export const benefitCutForms: readonly Form[] = [
  ...cuts((value) => value, [
    `<source> (?:\\w+ ){0,3}?<down>${SO_MUCH}<why><when>`,
    `<date><why>,? <source> (?:\\w+ ){0,3}?<down>${SO_MUCH}<why>`,
    `<fund><when>,? (?:and )?<source> (?:\\w+ ){0,3}?<down>${SO_MUCH}`,
    `{percent} (?:<source> )?${CUTS}s? (?:in|of|to) <source><why><when>`,
    `<source> (?:benefit )?${CUTS}s? of {percent}<why><when>`,
    `{percent} <source> ${CUTS}s?<why><when>`,
    `<down> <source>${SO_MUCH}<why><when>`,
    '{percent} less <source><why><when>',
    `<source> (?:is|are|pays?|will be|gets?) {percent} (?:less|lower)<why><when>`,
  ]),
  ...cuts((value) => 100 - value, [
    `<source> (?:(?:can|will|could|would) )?(?:only |just )*(?:pays?|covers?)(?: out)?(?: only| just| about)* {percent}${PROMISED}<why><when>`,
    `(?:get|receive|collect|expect|count on)(?: back)?(?: only| just| about)* {percent} of <source><why><when>`,
  ]),
  ...cuts(() => 100, [`<source> ${ENDS}<when>`, '(?:no(?: more)?|without) <source>(?: at all)?<when>']),
]; // prettier-ignore
