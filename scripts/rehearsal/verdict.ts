import type { Checks } from './checks.ts';

/** All of it answered, and something else stood in for what is set to answer: nothing to stop for, and not well. */
export const STOOD_IN = 4;

/** The lines of a `--help` that say what the codes of a verdict mean. */
export const EXIT_CODES =
  'Exit code: 0 all is well; 3 something failed, and is said; 4 nothing failed, and something stood in for what is set, as the narrator for a language model; 1 it could not be tried.';

/** How checks went as a whole: the last line, and the exit code. @param well what is said where all of them passed as they should */
export function verdictOf({ failed, stoodIn }: Checks, well: string): { says: string; code: number } {
  const others = [...stoodIn()].map(([by, names]) => `${by} (${names.join(', ')})`).join('; ');
  const marked = others === '' ? '' : `Marked with “!”: ${others}.`;
  if (failed() > 0) return { says: [`${failed()} of them failed.`, marked].join(' ').trim(), code: 3 };
  if (others === '') return { says: well, code: 0 };
  return { says: `Nothing failed, and not all went as it is set. ${marked}`, code: STOOD_IN };
}
