import type { SetAside } from '../../schemas/knowledge.ts';
import { WHY_SET_ASIDE } from './set-aside.ts';

/** What was read and is quoted nowhere, counted for a reader. */
export interface LeftOut {
  /** Reasons of the pages that were set aside, one for each. */
  pages: readonly SetAside[];
  /** Sentences that are in another language, as far as anybody counted them. */
  foreign?: number;
  /** Sentences whose words are disguised. */
  disguised?: number;
}

/** The same in sentences for a person; none where nothing was left out. */
export function tellLeftOut({ pages, foreign = 0, disguised = 0 }: LeftOut): string[] {
  return [
    ...tellPages(pages),
    ...counted(
      foreign,
      'is',
      'are',
      'in another language than English, which is all that the rules for quotations read',
    ),
    ...counted(disguised, 'has', 'have', 'words disguised as others'),
  ];
}

function tellPages(pages: readonly SetAside[]): string[] {
  if (pages.length === 0) return [];
  const one = pages.length === 1;
  const reasons = [...new Set(pages)].map((reason) => WHY_SET_ASIDE[reason][one ? 0 : 1]);
  const what = one
    ? 'One page was set aside, and nothing of it'
    : `${pages.length} pages were set aside, and nothing of them`;
  return [`${what} is quoted: ${reasons.join(', or ')}.`];
}

function counted(count: number, one: string, many: string, what: string): string[] {
  if (count === 0) return [];
  return [`${count === 1 ? `One sentence is not quoted, as it ${one}` : `${count} sentences are not quoted, as they ${many}`} ${what}.`]; // prettier-ignore
}
