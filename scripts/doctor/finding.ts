import { FleetError } from '../../local/errors.ts';
import { CommandError } from '../analysis/command-error.ts';
import type { Denial } from '../target/denied-by.ts';
import { DOCTOR, isOverasked } from '../target/explain-aws-failure.ts';
import { ASK_DOCTOR } from '../terraform/known-failures.ts';

/** `warning`: something will not work that not everybody needs. `skipped`: not looked at, and why. */
export type FindingState = 'ok' | 'warning' | 'problem' | 'skipped';

/** What one look has found, and what to do about it. */
export interface Finding {
  check: string;
  state: FindingState;
  says: string;
  remedies: readonly string[];
  /** AWS would not say now, and will in a minute. */
  later?: true;
  /** The action of AWS that these credentials may not do, so that nothing could be told; and why, where it is no lack of rights. */
  denied?: { action: string; denial?: Denial };
}

export interface Check {
  name: string;
  look: () => Promise<Omit<Finding, 'check'>> | Omit<Finding, 'check'>;
}

type Result = Omit<Finding, 'check'>;
export const ok = (says: string): Result => ({ state: 'ok', says, remedies: [] });
export const warning = (says: string, ...remedies: readonly string[]): Result => ({ state: 'warning', says, remedies });
export const problem = (says: string, ...remedies: readonly string[]): Result => ({ state: 'problem', says, remedies });
export const skipped = (says: string, ...remedies: readonly string[]): Result => ({ state: 'skipped', says, remedies });

/** Looks at one thing after the other; what cannot be looked at is a problem in its own right, but for what AWS says later, and ends nothing. */
export async function lookAll(checks: readonly Check[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, look } of checks) {
    try {
      findings.push({ check: name, ...(await look()) });
    } catch (error) {
      if (isOverasked(error)) {
        findings.push({
          check: name,
          ...skipped('Cannot be told now: AWS is being asked too much at once'),
          later: true,
        });
        continue;
      }
      findings.push({ check: name, ...problemOf(error) });
    }
  }
  return findings;
}

/** What keeps a look from being taken, with what to do about it; of what nobody here knows, that. */
function problemOf(error: unknown): Result {
  if (error instanceof CommandError)
    return problem(error.message, ...error.lines.filter((line) => line !== DOCTOR && line !== ASK_DOCTOR));
  if (error instanceof FleetError) return problem(error.message, error.remedy);
  const message = error instanceof Error ? error.message : String(error);
  const kind =
    error instanceof Error && error.name !== 'Error' && !message.includes(error.name) ? `${error.name}: ` : '';
  return problem(
    `${kind}${message}`,
    'Alex has no advice for this. Try again in a minute; where it stays, the words above are what to look for',
  );
}
