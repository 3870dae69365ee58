import type { Reading } from '../reading/reading.ts';
import { count, verb } from '../wording/count.ts';
import { longDate } from '../wording/date.ts';
import { sentence } from '../wording/list.ts';
import { percent } from '../wording/percent.ts';
import type { Observation, Observer } from './observation.ts';

function leftOut({ excludedCount, value }: Reading): Observation | null {
  if (excludedCount === 0) return null;
  return {
    weight: value > 0 ? 0.6 : 2,
    text: sentence(
      `${count(excludedCount, 'position')} could not be valued and ${verb(excludedCount, 'is', 'are')} in none of these figures.`,
    ),
  };
}

function blank({ unclassifiedCount, unclassifiedWeight }: Reading): Observation | null {
  if (unclassifiedCount === 0 || unclassifiedWeight < 0.02) return null;
  return {
    weight: 0.45 + unclassifiedWeight,
    text: `What ${percent(unclassifiedWeight)} of the portfolio is made of is not known, so the shares by asset class, region and sector are incomplete.`,
  };
}

function oldPrices({ staleCount }: Reading): Observation | null {
  if (staleCount === 0) return null;
  const text = `${count(staleCount, 'holding')} ${verb(staleCount, 'is', 'are')} valued at an old price, so the total may be out of date.`;
  return { weight: 0.38, text: sentence(text) };
}

export const dataObservations: readonly Observer[] = [leftOut, blank, oldPrices];

/** True of every report; only used where the facts say too little. */
export function always({ asOf, retirementMissing, value }: Reading): Observation[] {
  return [
    ...(retirementMissing === null
      ? []
      : [
          {
            weight: value > 0 ? 0.2 : 0.9,
            text: `There is no retirement projection (${lowerFirst(retirementMissing).replace(/\.$/, '')}).`,
          },
        ]),
    { weight: 0.03, text: `The figures are of ${longDate(asOf)} and describe that day, not what markets will do.` },
    { weight: 0.02, text: 'What the data lack is listed in the report under “What is missing or uncertain”.' },
    {
      weight: 0.01,
      text: 'Adding positions with dated prices, and your plans for retirement, will give the report more to say.',
    },
  ];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
