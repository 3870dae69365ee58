import type { PlanChange } from '../../schemas/analysis-plan.ts';
import { assetClasses } from '../../schemas/classification.ts';
import type { Fall } from '../../schemas/retirement-plan/market.ts';
import { wordOf } from '../labels.ts';
import { listed } from '../listed.ts';
import { EPISODES, returnIn } from '../risk/episodes.ts';
import type { Episode } from '../risk/episodes.ts';
import { NO_KINDS, partsOf } from '../risk/kinds.ts';
import type { KindShares } from '../risk/kinds.ts';
import { ageOf, lifeOf, shownAge, whyNot, WITHOUT_A_PLAN } from './dated.ts';
import type { Life, Setting } from './dated.ts';
import { inPercent } from './sums.ts';
import type { Said } from './sums.ts';

/** Whether a change falls in a year of the plan: at a date, or as a bad time of the past did. */
export const isDated = ({ what, when = null }: PlanChange): boolean => what === 'crash' || when !== null;

/** A fall of stocks, of the portfolio or of all that once fell, in the year of the plan that the question dates it to. */
export function datedFall(
  change: PlanChange,
  setting: Setting & { classes?: readonly string[]; kinds?: KindShares; falls?: readonly Fall[] },
): Said & { falls?: readonly Fall[]; impossible?: string } {
  const { falls: before = [], classes = ['equity'], kinds = NO_KINDS } = setting;
  const episode = episodeOf(change);
  const by = Object.fromEntries(classes.flatMap((name) => lost(change, name, kinds, episode)));
  const what = said(change, by, episode);
  const life = lifeOf(setting);
  if (life === null) return { label: what, impossible: WITHOUT_A_PLAN };
  const age = ageOf(change, life, setting.year);
  if (age === null) return { label: what, impossible: 'the question gives it no year' };
  const label = `${what} ${yearOf(change, age, life)}`;
  const impossible = whyNot(change, age, life) ?? (Object.keys(by).length === 0 ? NOTHING : null);
  return impossible === null ? { label, falls: [...before, { age, by }] } : { label, impossible };
}

const NOTHING = 'nothing that the plan is simulated with is known to fall then';

const episodeOf = ({ what, value }: PlanChange): Episode | undefined =>
  what === 'crash' ? EPISODES.find(({ began }) => began === value) : undefined;

/** What an asset loses. Of a bad time of the past what fell falls again, and what rose stays. */
function lost(
  { what, value }: PlanChange,
  name: string,
  kinds: KindShares,
  episode: Episode | undefined,
): [string, number][] {
  if (what === 'balance') return [[name, value / 100]];
  if (what === 'stocks') return name === 'equity' ? [[name, value / 100]] : [];
  const key = assetClasses.find((one) => one === name);
  const fell =
    key === undefined || episode === undefined
      ? 0
      : -partsOf(key, kinds).reduce((sum, [kind, share]) => sum + share * returnIn(episode, kind), 0);
  return fell > 0 ? [[name, fell]] : [];
}

function said({ what, value }: PlanChange, by: Fall['by'], episode: Episode | undefined): string {
  if (what === 'balance') return `the portfolio falls by ${inPercent(value / 100)}`;
  if (what === 'stocks') return `stocks fall by ${inPercent(value / 100)}`;
  const years = episode?.label.split(', ').at(-1)?.replace('-', ' to ') ?? String(value);
  const falling = Object.entries(by).map(([name, share]) => `${wordOf(name)} by ${inPercent(share)}`);
  return `a crash like that of ${years}${falling.length === 0 ? '' : `, ${listed(falling)},`}`;
}

function yearOf({ when = null, time = null }: PlanChange, age: number, { turns }: Life): string {
  if (when === null) return 'this year';
  const turning = `the year ${turns} ${shownAge(age)}`;
  return when === 'in_year' ? `in ${String(time ?? 0)}, ${turning}` : `in ${turning}`;
}
