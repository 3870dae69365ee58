import type { JobResult } from '../../schemas/job.ts';
import { criteria } from '../../schemas/judgement.ts';
import type { Criterion, Judgement } from '../../schemas/judgement.ts';
import { plainText } from '../../charts/plain-text.ts';
import { cell, figures, words } from './table.ts';
import type { Table } from './table.ts';

const titles: Readonly<Record<Criterion, string>> = {
  grounded: 'Grounded',
  complete: 'Complete',
  clear: 'Clear',
  balanced: 'Balanced',
  compliant: 'Compliant',
};

const judge = ({ by }: Judgement): string => (by === 'rules' ? 'rules in code' : plainText(by));

/** Why there are no full marks: "Clear: one word too technical. Balanced: …". */
const reasons = (judgement: Judgement): string =>
  criteria
    .filter((criterion) => judgement[criterion].score < 100)
    .map((criterion) => `${titles[criterion]}: ${plainText(judgement[criterion].reason)}`)
    .join(' ');

/** What the judge made of each text, and why it gave no full marks; null for results from before texts were judged. */
export function judgementsTable({ summary, report, charts, retirement }: JobResult): Table | null {
  const texts = {
    'Executive summary': summary,
    'Portfolio report': report,
    'Chart captions': charts,
    'Retirement text': retirement,
  };
  const judged = Object.entries(texts).flatMap(([title, text]) => {
    const judgement = text?.judgement;
    return judgement === undefined ? [] : [{ title, judgement }];
  });
  if (judged.length === 0) return null;
  return {
    id: 'judgements',
    caption: 'What the judge made of the texts, of 100',
    columns: [words('Text'), figures('Overall'), ...criteria.map((criterion) => figures(titles[criterion]))],
    rows: judged.map(({ title, judgement }) => [
      cell(title, `by ${judge(judgement)}`),
      cell(String(judgement.overall)),
      ...criteria.map((criterion) => cell(String(judgement[criterion].score))),
    ]),
    notes: [
      'Overall is the mean of the five, but no more than grounded or compliant.',
      ...(judged.some(({ judgement }) => judgement.by === 'rules')
        ? [
            'Rules in code count: figures that are facts, subjects, long sentences, words of risk, promises. They do not read.',
          ]
        : []),
      ...judged.flatMap(({ title, judgement }) => {
        const said = reasons(judgement);
        return said === '' ? [] : [`${title}. ${said}`];
      }),
    ],
  };
}
