import type { JobResult, JobStep, StepName } from '../../schemas/job.ts';
import { duration } from '../format.ts';
import { plainText } from '../../charts/plain-text.ts';
import { cell, figures, words } from './table.ts';
import type { Cell, Table } from './table.ts';

const stepTitles: Readonly<Record<StepName, string>> = {
  plan: 'Plan for the question',
  tag: 'Classify instruments',
  price: 'Find prices',
  report: 'Write the report',
  charts: 'Choose the charts',
  retirement: 'Explain retirement',
  summary: 'Write the summary',
};

const took = ({ startedAt, finishedAt }: JobStep): string =>
  startedAt === null || finishedAt === null
    ? '–'
    : duration(Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt)));

const outcome = ({ step, status, degraded, attempt }: JobStep): string =>
  [
    status,
    ...(degraded ? [step === 'price' ? 'a source failed' : 'by the narrator in a model’s place'] : []),
    ...(attempt > 1 ? [`attempt ${attempt}`] : []),
  ].join(', ');

/** What was done, as the job's own rows tell it. */
export function stepsTable({ job }: JobResult): Table | null {
  if (job.steps.length === 0) return null;
  return {
    id: 'steps',
    caption: 'Steps',
    columns: [words('Step'), words('Result'), figures('Took')],
    rows: job.steps.map((one) => [
      cell(stepTitles[one.step], plainText(one.error ?? one.detail ?? '')),
      cell(outcome(one)),
      cell(took(one)),
    ]),
    notes: [],
  };
}

/** "Alex's narrator (rules, not a language model)", "code" where nothing was left to choose, or the model's name. */
export function writtenBy(model: string): string {
  if (model === 'code') return 'code: there was nothing to choose or to write';
  if (/^narrator\b/.test(model)) return "Alex's narrator (rules, not a language model)";
  return `the language model ${plainText(model)}`;
}

type Written = Pick<NonNullable<JobResult['report']>, 'author' | 'check'>;

const outcomes = {
  passed: 'as first written',
  repaired: 'after one repair',
  rewritten: 'after the judge asked for a better text',
  replaced: 'the narrator’s text in place of the model’s, which failed or did not pass',
} as const;

const how = ({ author, check: { outcome: ended } }: Written): string | undefined =>
  author.model === 'code' ? undefined : outcomes[ended];

function check({ check: { figures: all, grounded, strays } }: Written): Cell {
  if (all === 0) return cell('no figures');
  const note = strays.length === 0 ? undefined : `not among the facts: ${strays.map(plainText).join(', ')}`;
  return cell(`${grounded} of ${all} figures are facts`, note);
}

/** Who wrote each text, and what the check of its figures found. */
export function textsTable({ summary, report, charts, retirement }: JobResult): Table | null {
  const texts = {
    'Executive summary': summary,
    'Portfolio report': report,
    'Chart captions': charts,
    'Retirement text': retirement,
  };
  const rows = Object.entries(texts).flatMap(([title, text]) =>
    text === null ? [] : [[cell(title), cell(writtenBy(text.author.model), how(text)), check(text)]],
  );
  if (rows.length === 0) return null;
  return {
    id: 'texts',
    caption: 'Texts and the check of their figures',
    columns: [words('Text'), words('Written by'), words('Figures')],
    rows,
    notes: ['Every figure in a text must be one of the facts, rounded as a person would round it.'],
  };
}
