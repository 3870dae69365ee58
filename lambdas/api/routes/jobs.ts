import * as z from 'zod';
import { findJob, findJobByKey, listJobs } from '../../../shared/database/jobs.ts';
import { NotFoundError } from '../../../shared/errors.ts';
import { findPathId, pathId, readQuery, type Routes } from '../route.ts';
import { readJobResult } from '../job-result.ts';

const newest = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(20) });
const missing = () => new NotFoundError('There is no such job.');

export const jobRoutes: Routes = {
  'GET /jobs': {
    run: async ({ db, event, user }) => {
      const { limit } = readQuery(event, newest);
      return { status: 200, body: { items: await listJobs(db, user.id, limit) } };
    },
  },

  'GET /jobs/{id}': {
    runByKey: async ({ db, event, key }) => {
      const id = findPathId(event);
      const found = id === undefined ? undefined : await findJobByKey(db, key, id);
      return found && { status: 200, body: found };
    },
    run: async ({ db, event, user }) => {
      const found = await findJob(db, user.id, pathId(event, 'job'));
      if (found === undefined) throw missing();
      return { status: 200, body: found };
    },
  },

  'GET /jobs/{id}/result': {
    run: async ({ db, event, user }) => {
      const found = await findJob(db, user.id, pathId(event, 'job'));
      if (found === undefined) throw missing();
      return { status: 200, body: await readJobResult(db, found) };
    },
  },
};
