import { mapEntries, textVariable } from '../terraform/variables-file.ts';
import type { Circumstances } from './circumstances.ts';
import { narrated, WRITERS } from './model-use.ts';
import { usd } from './price-table.ts';
import { thereWith } from './there-with.ts';
import { expressionsIn, type Unread } from './unread-settings.ts';

/** A setting with a price of its own that no sum here has, so that each sum is the least. */
export interface NotCounted {
  setting: string;
  /** What it costs, or why nobody knows here. */
  why: string;
  /** Where it belongs: to a day without use, or to an analysis. */
  of: 'day' | 'analysis';
}

/** Settings whose price is by what is used, or cannot be said from here. */
export interface OpenSettings {
  /** CloudTrail's data events. */
  trail: boolean;
  /** Days of backups. */
  backupDays: number;
  /** MiB of the embeddings' endpoint. */
  embeddingsMemory: number;
  /** The score below which a text is written anew, 0 to 100. */
  threshold: number;
  /** Calls of a model to choose the pages of a note, at most. */
  turns: number;
  /** Those that decide about the price and are not read here, each with why. */
  unread: readonly Unread[];
}

/** What the settings have where nothing else is said, for which the sums here are made. */
const USUAL = { backupDays: 7, embeddingsMemory: 3072, threshold: 70, turns: 12 };

/** Of terraform.tfvars, with its settings of models and of the researcher, and what is set elsewhere. */
export function openSettings(
  text: string,
  models: Readonly<Record<string, string>>,
  research: Readonly<Record<string, string>>,
  elsewhere: readonly Unread[],
): OpenSettings {
  return {
    trail: textVariable(text, 'cloudtrail_data_events') === 'true',
    backupDays: Number(textVariable(text, 'database_backup_days') ?? USUAL.backupDays),
    embeddingsMemory: Number(mapEntries(text, 'embeddings').memory ?? USUAL.embeddingsMemory),
    threshold: Number(models.ALEX_JUDGE_THRESHOLD ?? USUAL.threshold),
    turns: Number(research.ALEX_RESEARCH_TURNS ?? USUAL.turns),
    unread: [...expressionsIn(text), ...elsewhere],
  };
}

/** What of the settings is in no sum: where there is any of a day, what a day costs is at least what is said. */
export function notCounted({ open, stages, models }: Circumstances): NotCounted[] {
  const there = thereWith(stages);
  const { trail, backupDays, embeddingsMemory, threshold, turns } = open;
  const day = (setting: string, why: string, isSo: boolean): NotCounted[] =>
    isSo ? [{ setting, why, of: 'day' }] : [];
  return [
    ...open.unread.flatMap(({ setting, why }) => day(setting, why, true)),
    ...day(
      'cloudtrail_data_events',
      `$${usd('trailHundredThousand').toFixed(2)} for each hundred thousand events`,
      trail && there.includes('8-enterprise'),
    ),
    ...day(
      'database_backup_days',
      `$${usd('auroraBackupGbMonth')} a GB and month of what changes in ${backupDays} days, beyond the size of the database`,
      backupDays > USUAL.backupDays && there.includes('5-database'),
    ),
    ...day(
      'embeddings.memory',
      `$${((usd('embeddingSecond') * embeddingsMemory) / USUAL.embeddingsMemory).toFixed(5)} a second of work`,
      embeddingsMemory > USUAL.embeddingsMemory && there.includes('2-embeddings'),
    ),
    ...day(
      'ALEX_RESEARCH_TURNS',
      'a note may take more tokens',
      turns > USUAL.turns && !narrated(models.researcher) && there.includes('4-researcher'),
    ),
    ...(threshold > USUAL.threshold && WRITERS.some((writer) => !narrated(models[writer]))
      ? [{ setting: 'ALEX_JUDGE_THRESHOLD', why: 'more texts are written anew', of: 'analysis' as const }]
      : []),
  ];
}
