import type { JobStatus } from '../../shared/schemas/job.ts';
import { shortened } from '../../shared/finance/facts/shortened.ts';
import { counted } from '../terminal/counted.ts';
import type { DeadLetter } from './dead-letter.ts';

/** What sending a letter again would do; `nothing` where it would do none. */
export type Prospect = 'resend' | 'invoke' | 'reopen' | 'nothing';

export interface Outlook {
  prospect: Prospect;
  says: string;
}

/** What would become of a letter. `reopen`: jobs that have failed are to be tried again; `gone`: functions that are not deployed any more. */
export function outlookOf(
  { meaning, body }: DeadLetter,
  statuses: ReadonlyMap<string, JobStatus> | undefined,
  { reopen, gone = new Set() }: { reopen: boolean; gone?: ReadonlySet<string> },
): Outlook {
  if (meaning.kind === 'message') return { prospect: 'resend', says: `a message: ${beginningOf(body)}` };
  if (meaning.kind === 'unknown') {
    return { prospect: 'nothing', says: `of no form that anything takes: ${beginningOf(body)}` };
  }
  if (meaning.kind === 'schedule') {
    const why = meaning.reason === '' ? '' : ` (${meaning.reason})`;
    return { prospect: 'nothing', says: `the schedule ${meaning.schedule}${why}, which is due again by itself` };
  }
  if (meaning.kind === 'invocation') {
    const why = meaning.reason === '' ? meaning.condition : `${meaning.condition}: ${meaning.reason}`;
    const of = meaning.functionName;
    if (gone.has(of))
      return { prospect: 'nothing', says: `an invocation of ${of}, which is not deployed any more (${why})` };
    return { prospect: 'invoke', says: `an invocation of ${meaning.functionName} (${why})` };
  }
  const { jobId } = meaning;
  // Without a database nobody can say.
  if (statuses === undefined) return { prospect: 'resend', says: `job ${jobId}` };
  const status = statuses.get(jobId);
  if (status === undefined) return { prospect: 'nothing', says: `job ${jobId}, which is not there any more` };
  if (status === 'pending' || status === 'running') return { prospect: 'resend', says: `job ${jobId}, ${status}` };
  if (status === 'failed' && reopen) return { prospect: 'reopen', says: `job ${jobId}, failed: to be tried again` };
  const how = status === 'failed' ? 'failed: it is tried again with --reopen only' : `${status} already`;
  return { prospect: 'nothing', says: `job ${jobId}, ${how}` };
}

/** Enough of a body to know it by, and nothing that moves a terminal's cursor. */
const beginningOf = (body: string): string => shortened(body.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim(), 60);

/** A letter in a line. To look at it is to receive it, which SQS counts. */
export function describeLetter({ messageId, sentAt, receives }: DeadLetter, { says }: Outlook): string {
  return `  ${messageId}  sent ${new Date(sentAt).toISOString()}  received ${counted(receives, 'time')}, this look among them  ${says}`;
}
