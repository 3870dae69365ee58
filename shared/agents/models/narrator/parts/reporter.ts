import { readingIn } from '../from-prompt.ts';
import { reporterPlay } from '../report/reporter-play.ts';

/** The report on the portfolio, without what was read of its markets. */
export const reporterPart = (prompt: string) => reporterPlay(readingIn(prompt));
