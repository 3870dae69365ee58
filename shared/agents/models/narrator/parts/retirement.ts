import { readingIn } from '../from-prompt.ts';
import type { Play } from '../play.ts';
import { retirementPlay } from '../retirement/retirement-play.ts';

/** The chapter on retirement. */
export const retirementPart: Play = (prompt) => retirementPlay(readingIn(prompt));
