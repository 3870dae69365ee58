import { namedShort } from '../laptop/changed-since-start.ts';
import type { Checks } from './checks.ts';

/** All of it answered, and something else stood in for what is set to answer: nothing to stop for, and not well. */
export const STOOD_IN = 4;

/** What is said where nothing is left to be said. */
export const ALL_IS_WELL = 'All is well.';

/** The lines of a `--help` that say what the codes of a verdict mean. */
export const EXIT_CODES =
  'Exit code: 0 all is well; 3 something failed, and is said; 4 nothing failed, and something stood in for what is set, as the narrator for a language model; 1 it could not be tried.';

/**
 * How checks went as a whole: the last line, and the exit code.
 *
 * @param well what is said where all of them passed as they should
 * @param changed folders that are no longer as the fleet runs them: nothing is known of them as they are now
 */
export function verdictOf(
  checks: Checks,
  well: string,
  changed: readonly string[] = [],
): { says: string; code: number } {
  const { says, code } = verdictOfRunning(
    checks,
    changed.length > 0 && well === ALL_IS_WELL ? 'What runs is well.' : well,
  );
  if (changed.length === 0) return { says, code };
  const tried = changed.length === 1 ? 'was tried as it was then' : 'were tried as they were then';
  return { says: `${says} ${namedShort(changed)} changed after Alex was started, and ${tried}.`, code };
}

function verdictOfRunning({ failed, stoodIn }: Checks, well: string): { says: string; code: number } {
  const others = [...stoodIn()].map(([by, names]) => `${by} (${names.join(', ')})`).join('; ');
  const marked = others === '' ? '' : `Marked with “!”: ${others}.`;
  if (failed() > 0) return { says: [`${failed()} of them failed.`, marked].join(' ').trim(), code: 3 };
  if (others === '') return { says: well, code: 0 };
  return { says: `Nothing failed, and not all went as it is set. ${marked}`, code: STOOD_IN };
}
