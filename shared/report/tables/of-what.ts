import { UNKNOWN } from '../../finance/look-through.ts';
import type { Analysis } from '../../schemas/analysis.ts';
import { percent } from '../format.ts';

/** What is not classified has no part in trades, whose shares are of the rest: below this it changes none that is shown. */
const SHOWN = 0.0005;

const unclassified = ({ allocation }: Analysis): number =>
  allocation.assetClass.find(({ key }) => key === UNKNOWN)?.weight ?? 0;

/** What the shares of trades are of. */
export const ofWhat = (analysis: Analysis): string =>
  Math.abs(unclassified(analysis)) < SHOWN ? 'the portfolio' : 'what is classified';

/** Why the shares beside trades are others than those of the breakdowns; empty where they are the same. */
export const ofWhatNote = (analysis: Analysis): string[] => {
  const unknown = unclassified(analysis);
  if (Math.abs(unknown) < SHOWN) return [];
  return [
    `Shares here are of what is classified: the ${percent(unknown)} of the portfolio that is not has no part in them, so they are not those under “How it is spread”.`,
  ];
};
