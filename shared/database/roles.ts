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
};
