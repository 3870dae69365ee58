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

interface Judged {
  readonly title: string;
  readonly judgement: Judgement;
}

function judgedTexts({ summary, report, charts, retirement }: JobResult): Judged[] {
  const texts = {
    'Executive summary': summary,
    'Portfolio report': report,
    'Chart captions': charts,
    'Retirement text': retirement,
  };
  return Object.entries(texts).flatMap(([title, text]) => {
    const judgement = text?.judgement;
    return judgement === undefined ? [] : [{ title, judgement }];
  });
}

const hasFullMarks = ({ judgement }: Judged): boolean =>
  judgement.by === 'rules' && criteria.every((criterion) => judgement[criterion].score === 100);

/** Where rules judged every text and found nothing, a table of equal marks would say no more than this; null otherwise. */
export function judgementInShort(result: JobResult): string | null {
  const judged = judgedTexts(result);
  if (judged.length === 0 || !judged.every(hasFullMarks)) return null;
  const which = judged.length === 1 ? 'the text' : `all ${judged.length} texts`;
  return `Rules in code judged ${which} and found nothing against ${judged.length === 1 ? 'it' : 'them'}: figures that are no facts, subjects left out, long sentences, missing words of risk, promises. They count, and do not read.`;
}

/**
 * What the judge made of each text, and why it gave no full marks; null for results from before texts were judged, and where
 * `judgementInShort` says it all.
 */
export function judgementsTable(result: JobResult): Table | null {
  const judged = judgedTexts(result);
  if (judged.length === 0 || judgementInShort(result) !== null) return null;
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
