import type { ChartChoice } from '../../../../schemas/text.ts';
import type { Reading } from '../reading/reading.ts';
import { AT_TARGET } from '../report/against-target.ts';
import { captions } from './captions.ts';
import type { ChartMenu } from './chart-menu.ts';
import { topicOf } from './topic.ts';
import type { Topic } from './topic.ts';

const FEWEST = 4;
const MOST = 8;
/** A chart that says less than this is left out unless there are too few. */
const WORTH_SHOWING = 0.4;

/** The order in which a reader should meet them: what is owned, how it is spread, then whether it lasts. */
const order: readonly Topic[] = ['asset-classes', 'drift', 'to-target', 'holdings', 'sectors', 'regions', 'region-drift', 'accounts', 'taxation', 'currencies', 'gains', 'performance', 'bad-times', 'fan', 'spending', 'ruin-ages', 'first-years', 'what-ifs', 'assumptions', 'other']; // prettier-ignore

/** Chooses and captions four to eight charts, or all where there are fewer. */
export function charterPlay(reading: Reading, menu: ChartMenu): ChartChoice {
  const rated = menu.map(({ id, facts }, at) => ({ id, at, topic: topicOf({ facts }) }));
  const byWorth = rated.toSorted((a, b) => worth(b.topic, reading) - worth(a.topic, reading) || a.at - b.at);
  const chosen = byWorth
    .filter(({ topic }, rank) => rank < FEWEST || worth(topic, reading) >= WORTH_SHOWING)
    .slice(0, MOST);
  const inOrder = chosen.toSorted((a, b) => order.indexOf(a.topic) - order.indexOf(b.topic) || a.at - b.at);
  return { charts: inOrder.map(({ id, topic }) => ({ id, caption: captions[topic](reading) })) };
}

/** How much a chart on this topic says about this portfolio, 0 to 1. */
function worth(topic: Topic, { drift, breakdown, holdings, retirement }: Reading): number {
  const turnover = drift.assetClass?.turnover ?? 0;
  switch (topic) {
    case 'asset-classes':
      return 1;
    case 'fan':
      return 0.95;
    case 'holdings':
      return holdings.length > 1 ? 0.9 : 0.3;
    case 'drift':
      return turnover >= AT_TARGET ? 0.85 : 0.45;
    case 'bad-times':
      return 0.75;
    case 'ruin-ages':
      return (retirement?.failure ?? 0) >= 0.1 ? 0.72 : 0.3;
    case 'spending':
      // Where spending follows the markets, how much it is matters as much as how long.
      return (retirement?.rule ?? null) !== null ? 0.78 : (retirement?.failure ?? 0) >= 0.1 ? 0.69 : 0.3;
    case 'first-years':
      return 0.45;
    case 'performance':
      return 0.82;
    case 'what-ifs':
      return 0.8;
    case 'sectors':
      return 0.7;
    case 'regions':
      return 0.65;
    case 'currencies':
      return 0.6;
    case 'accounts':
      return breakdown.account.length > 2 ? 0.55 : 0.3;
    case 'taxation':
      return 0.5;
    case 'region-drift':
      return (drift.region?.turnover ?? 0) >= 0.1 ? 0.48 : 0.25;
    case 'gains':
      return 0.46;
    case 'to-target':
      return turnover >= 0.1 ? 0.42 : 0.1;
    case 'assumptions':
      return 0.35;
    case 'other':
      return 0.2;
  }
}
