import { AlexError } from '../../../shared/errors.ts';
import type { Page } from '../browsing/page.ts';
import type { Reading } from '../pages/reading.ts';

export interface SparingTask<T> {
  /** What is done with all pages that are read. */
  work: () => Promise<T>;
  /** The same with one of them, without what costs time or money; whatever it throws is that page's fault. */
  alone: (page: Page) => void;
  signal: AbortSignal;
}

/**
 * What comes of the pages of a run, without those that a fault of our own comes of: each of them is left out by name, and the others are
 * worked on once more. Only after a fault is each page tried alone.
 *
 * @throws what the work threw, where no page is the cause or it is one of our own errors, and what it throws the second time
 */
export async function sparePages<T>(
  reading: Pick<Reading, 'pages' | 'leaveOut'>,
  { work, alone, signal }: SparingTask<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AlexError) throw error;
    const faulty = reading.pages.flatMap((page) => {
      try {
        alone(page);
        return [];
      } catch (fault) {
        return [{ page, fault }];
      }
    });
    if (faulty.length === 0) throw error;
    for (const { page, fault } of faulty) await reading.leaveOut(page, fault);
    return work();
  }
}
