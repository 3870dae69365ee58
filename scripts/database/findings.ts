/** One thing that should not be, or that is worth knowing, as a query that counts it. */
export interface Finding {
  readonly says: string;
  /** What to do about it, with TARGET in the place of laptop or aws. */
  readonly remedy: string;
  /** `note`: no fault. */
  readonly kind: 'fault' | 'note';
  /** Tables and columns that it reads: where one is not there it is not asked. */
  readonly reads: Readonly<Record<string, readonly string[]>>;
  /** A query of one number. */
  readonly count: string;
}

const SWEEPER =
  'The sweeper sends them again within minutes; if not: npm run logs -- sweeper planner --target TARGET --since 1h';
const INGEST = 'The daily clean-up removes it; if not: npm run logs -- ingest --target TARGET --since 2d';

export const findings: readonly Finding[] = [
  {
    says: 'reference instruments are missing: there are none',
    remedy: 'Put them in: npm run seed -- --target TARGET',
    kind: 'fault',
    reads: { instruments: ['symbol'] },
    count: 'select case when exists (select 1 from instruments) then 0 else 1 end',
  },
  {
    says: 'analyses wait for longer than ten minutes and nobody works on them',
    remedy: SWEEPER,
    kind: 'fault',
    reads: { jobs: ['status', 'created_at', 'sent_at', 'lease_until'] },
    count: `select count(*) from jobs where (status = 'pending' and coalesce(sent_at, created_at) < now() - interval '10 minutes')
      or (status = 'running' and lease_until < now() - interval '10 minutes')`,
  },
  {
    says: 'completed analyses have a step that is neither done nor skipped',
    remedy: 'This is a fault in Alex: please report it, with npm run check-job -- ID --target TARGET',
    kind: 'fault',
    reads: { jobs: ['id', 'status'], job_steps: ['job_id', 'status'] },
    count: `select count(*) from jobs where status = 'completed'
      and exists (select 1 from job_steps s where s.job_id = jobs.id and s.status not in ('completed', 'skipped'))`,
  },
  {
    says: 'completed analyses have no facts',
    remedy: 'This is a fault in Alex: please report it, with npm run check-job -- ID --target TARGET',
    kind: 'fault',
    reads: { jobs: ['id', 'status'], job_facts: ['job_id'] },
    count: `select count(*) from jobs where status = 'completed' and not exists (select 1 from job_facts f where f.job_id = jobs.id)`,
  },
  {
    says: 'steps are done and have no result',
    remedy: 'This is a fault in Alex: please report it, with npm run check-job -- ID --target TARGET',
    kind: 'fault',
    reads: { job_steps: ['step', 'status', 'result'] },
    count: `select count(*) from job_steps where status = 'completed' and step in ('report', 'charts', 'retirement', 'summary') and result is null`,
  },
  {
    says: 'documents answer to no search: the version that they name is not there',
    remedy: 'Ingest them again: npm run ingest -- FILE --target TARGET',
    kind: 'fault',
    reads: { knowledge_documents: ['version'], knowledge_versions: ['version', 'state'] },
    count: `select count(*) from knowledge_documents d
      where not exists (select 1 from knowledge_versions v where v.version = d.version and v.state = 'current')`,
  },
  {
    says: 'versions of documents are orphans: their document is gone',
    remedy: INGEST,
    kind: 'fault',
    reads: { knowledge_documents: ['id'], knowledge_versions: ['document_id', 'state'] },
    count: `select count(*) from knowledge_versions v
      where v.state = 'current' and not exists (select 1 from knowledge_documents d where d.id = v.document_id)`,
  },
  {
    says: 'documents have more or fewer pieces than they should',
    remedy: 'Delete them and ingest them again: npm run ingest -- FILE --target TARGET',
    kind: 'fault',
    reads: { knowledge_documents: ['version', 'chunks'], knowledge_chunks: ['version'] },
    count: `select count(*) from knowledge_documents d
      where d.chunks <> (select count(*) from knowledge_chunks c where c.version = d.version)`,
  },
  {
    says: 'replaced or half-written versions have waited for longer than two days to be removed',
    remedy: INGEST,
    kind: 'fault',
    reads: { knowledge_versions: ['state', 'changed_at'] },
    count: `select count(*) from knowledge_versions where state <> 'current' and changed_at < now() - interval '2 days'`,
  },
  {
    says: 'research runs have stood still for longer than an hour',
    remedy: 'npm run logs -- researcher --target TARGET --since 6h',
    kind: 'fault',
    reads: { research_runs: ['status', 'lease_until'] },
    count: `select count(*) from research_runs where status = 'running' and lease_until < now() - interval '1 hour'`,
  },
  {
    says: 'calls of models never said how they ended (their process died); they count with what was reserved',
    remedy: '',
    kind: 'note',
    reads: { model_calls: ['outcome', 'created_at'] },
    count: `select count(*) from model_calls where outcome = 'running' and created_at < now() - interval '1 hour'`,
  },
  {
    says: 'people have no API key that works',
    remedy: '',
    kind: 'note',
    reads: { users: ['id'], api_keys: ['user_id', 'revoked_at', 'expires_at'] },
    count: `select count(*) from users u where not exists (select 1 from api_keys k
      where k.user_id = u.id and k.revoked_at is null and (k.expires_at is null or k.expires_at > now()))`,
  },
  {
    says: 'accounts hold neither positions nor cash',
    remedy: '',
    kind: 'note',
    reads: { accounts: ['id'], positions: ['account_id'], cash_balances: ['account_id'] },
    count: `select count(*) from accounts a where not exists (select 1 from positions p where p.account_id = a.id)
      and not exists (select 1 from cash_balances c where c.account_id = a.id)`,
  },
  {
    says: 'people that a test made are still there (it was interrupted)',
    remedy: 'The next npm run smoke, test:full or test:accounts removes those older than an hour.',
    kind: 'note',
    reads: { users: ['id', 'display_name'], api_keys: ['user_id', 'name'] },
    count: `select count(*) from users u where u.display_name = 'Test person of Alex'
      and exists (select 1 from api_keys k where k.user_id = u.id and k.name = 'made by a test of Alex')`,
  },
];
