// A database that misbehaves for one step, so that the real functions meet a real failure at a place of the test's choosing.
import { sql } from 'drizzle-orm';
import type { Database } from '../../shared/database/client.ts';
import type { StepName, StepStatus } from '../../shared/schemas/job.ts';

export interface StepFault {
  step: StepName;
  /** The status that the step is about to take. */
  becoming: StepStatus;
  /** Only in this attempt at the step; every one by default. */
  attempt?: number;
}

/** What is done in PL/pgSQL instead of just writing the row. */
const refuse = (message: string) => `raise exception '${message}' using errcode = 'disk_full';`;

async function onWrite(
  db: Database,
  { step, becoming, attempt }: StepFault,
  action: string,
): Promise<() => Promise<void>> {
  const when = `new.step = '${step}' and new.status = '${becoming}'${attempt === undefined ? '' : ` and new.attempt = ${attempt}`}`;
  await db.execute(
    sql.raw(`create or replace function injected_fault_${step}() returns trigger language plpgsql as $fault$
      begin
        if ${when} then ${action} end if;
        return new;
      end $fault$`),
  );
  await db.execute(
    sql.raw(`create or replace trigger injected_fault_${step} before insert or update on job_steps
      for each row execute function injected_fault_${step}()`),
  );
  return async () => {
    await endFault(db, step);
  };
}

/** Ends the fault of a step, in whatever process it was begun. */
export async function endFault(db: Database, step: StepName): Promise<void> {
  await db.execute(sql.raw(`drop trigger if exists injected_fault_${step} on job_steps`));
}

/** The write fails. Returns what ends it. */
export const refuseStep = (db: Database, fault: StepFault, message = 'no space left on device') =>
  onWrite(db, fault, refuse(message));

/** The write takes this long; nobody else gets at the database meanwhile on a laptop. Returns what ends it. */
export const delayStep = (db: Database, fault: StepFault, seconds: number) =>
  onWrite(db, fault, `perform pg_sleep(${seconds});`);

/** The step is another's, for an hour, from the moment that it is made or that it is about to be `becoming`. Returns what ends it. */
export const holdStep = (db: Database, step: StepName, becoming: StepStatus = 'pending') =>
  onWrite(
    db,
    { step, becoming },
    `new.status = 'running'; new.lease_owner = 'somebody else'; new.lease_until = now() + interval '1 hour';
     new.result = null; new.finished_at = null; new.detail = null;`,
  );
