import type { DatabaseRole } from '../schemas/database-role.ts';

export type Privilege = 'select' | 'insert' | 'update' | 'delete';
/** Of a whole table or view, or of some of its columns. */
type Columns = 'all' | readonly string[];
export type RoleGrants = Readonly<Record<string, Readonly<Partial<Record<Privilege, Columns>>>>>;

/**
 * What each role may do, by table or view, and nothing else: `ensureRoles` takes away what is not here. tests/integration/database/roles
 * holds that nothing is missing, and that nothing could be left out.
 */
export const roleGrants: Readonly<Record<DatabaseRole, RoleGrants>> = {
  // It reads strangers' pages: of what people hold it gets an order of public instruments, and of calls of models its own kind.
  researcher: {
    research_runs: { select: 'all', insert: 'all', update: 'all', delete: 'all' },
    most_held_instruments: { select: 'all' },
    market_quotes: { select: 'all' },
    market_coverage: { select: 'all' },
    model_calls: {
      select: ['id', 'run_id', 'outcome', 'reserved_tokens', 'reserved_usd', 'input_tokens', 'output_tokens', 'usd'],
      insert: ['run_id', 'agent', 'model', 'purpose', 'reserved_tokens', 'reserved_usd'],
      update: ['outcome', 'input_tokens', 'output_tokens', 'usd', 'duration_ms', 'retries', 'detail'],
    },
  },
  // Who puts what others wrote before a model: a job's facts, its step, the job's calls of models, and what the tagger judged. Whose a job
  // is it is not told, nor what steps wrote. The database does not tell jobs apart: what it may do to one it may do to all.
  agents: {
    job_facts: { select: ['job_id', 'analysis', 'facts'] },
    job_steps: {
      select: ['job_id', 'step', 'status', 'attempt', 'lease_owner', 'lease_until', 'degraded'],
      update: [
        ...['status', 'attempt', 'lease_owner', 'lease_until', 'started_at', 'finished_at'],
        ...['degraded', 'detail', 'error', 'result'],
      ],
    },
    jobs: {
      select: ['id', 'finished_at', 'model_calls', 'tokens_spent', 'usd_spent'],
      update: ['model_calls', 'tokens_spent', 'usd_spent'],
    },
    model_calls: {
      select: [
        ...[
          'id',
          'job_id',
          'model',
          'outcome',
          'reserved_tokens',
          'reserved_usd',
          'input_tokens',
          'output_tokens',
          'usd',
        ],
        ...['detail', 'request_key', 'answer', 'created_at'],
      ],
      insert: ['job_id', 'agent', 'model', 'purpose', 'reserved_tokens', 'reserved_usd', 'request_key'],
      update: ['outcome', 'input_tokens', 'output_tokens', 'usd', 'duration_ms', 'retries', 'detail', 'answer'],
    },
    job_instruments: { select: ['job_id', 'symbol'], insert: 'all' },
  },
  // It stores and searches what strangers wrote: that, and nothing of people.
  knowledge: {
    knowledge_documents: { select: 'all', insert: 'all', update: 'all', delete: 'all' },
    knowledge_versions: { select: 'all', insert: 'all', update: 'all', delete: 'all' },
    knowledge_chunks: { select: 'all', insert: 'all' },
  },
};
