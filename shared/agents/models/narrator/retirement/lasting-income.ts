import type { Retirement } from '../reading/reading.ts';
import { percent } from '../wording/percent.ts';

type Stopped = Pick<Retirement, 'ceilingSuccess' | 'confidence'>;

/** How often the sustainable income lasts: as asked for, or more often where the plan's ceiling is what stops it. */
export const lastsIn = ({ ceilingSuccess, confidence }: Stopped): string => percent(ceilingSuccess ?? confidence);

/** Follows that income where it is the plan's ceiling; a comma ends it where the sentence goes on. */
export const asCeiling = ({ ceilingSuccess }: Stopped): string =>
  ceilingSuccess === null ? '' : ', the ceiling of the plan,';
