import type { FactIndex } from '../fact-index.ts';
import type { Figure } from '../figure.ts';
import type { Mention } from '../mentions.ts';
import { falseOfAll } from './all-or-none.ts';
import { falseBroke } from './broke-at-age.ts';
import { falseChances, falseOfConfidence } from './chance-in-words.ts';
import { falseCounts, falseFew, falseLacking } from './counted.ts';
import { falseOfCrises } from './crises.ts';
import { falseDatedFalls } from './dated-falls.ts';
import { falseDirections } from './directions.ts';
import { falseEvenOdds } from './even-odds.ts';
import { falseOfFutures } from './in-futures.ts';
import { falseOfAccounts } from './kinds-of-account.ts';
import { falsePlaces } from './held-where.ts';
import { falseDiversification } from './how-diversified.ts';
import { falseLargest } from './largest.ts';
import { falseLikelier } from './likelier.ts';
import { falseOrders } from './more-than.ts';
import { falseMost } from './most-of.ts';
import { falseMoves, falseMultiples } from './multiples.ts';
import { falseOffTarget } from './off-target.ts';
import { falseOrdersOfFigures } from './order-of-figures.ts';
import { falseNoneAbove } from './none-above.ts';
import { falseNone } from './not-held.ts';
import { falseOfHoldings } from './of-a-holding.ts';
import { falseOfPeople } from './people.ts';
import type { Saying } from './saying.ts';
import { falseRatios } from './to-one.ts';
import { falseTriedChanges } from './tried-changes.ts';
import { falseTowardTarget, falseTrades } from './turned-trades.ts';
import { falseTold } from './untold.ts';
import { falseVerdicts } from './verdicts.ts';

/** What a text says without a figure of its own, and facts decide plainly that it is not so. */
export function falseSayings(
  text: string,
  mentions: readonly Mention[],
  figures: readonly Figure[],
  index: FactIndex,
): Saying[] {
  return [
    ...falseOrders(text, mentions, index),
    ...falseLargest(text, mentions, index),
    ...falseMost(text, mentions, index),
    ...falseOfAll(text, index),
    ...falseOfAccounts(text, index),
    ...falseOfHoldings(text, mentions, index),
    ...falsePlaces(text, mentions, index),
    ...falseMultiples(text, mentions, index),
    ...falseRatios(text, mentions, index),
    ...falseMoves(text, mentions, index),
    ...falseOfFutures(text, index),
    ...falseEvenOdds(text, index),
    ...falseLikelier(text, index),
    ...falseBroke(text, index),
    ...falseNoneAbove(text, figures, index),
    ...falseChances(text, index),
    ...falseOfConfidence(text, index),
    ...falseDiversification(text, index),
    ...falseOrdersOfFigures(text, mentions, figures, index),
    ...falseCounts(text, figures, index),
    ...falseFew(text, index),
    ...falseLacking(text, index),
    ...falseNone(text, mentions, index),
    ...falseOfCrises(text, mentions, index),
    ...falseDatedFalls(text, figures, index),
    ...falseTriedChanges(text, figures, index),
    ...falseDirections(text, index),
    ...falseOffTarget(text, mentions, index),
    ...falseTrades(text, mentions, index),
    ...falseTowardTarget(text, mentions, figures, index),
    ...falseOfPeople(text, index),
    ...falseTold(text, index),
    ...falseVerdicts(text, index),
  ];
}
