import { sql } from 'drizzle-orm';
import type { OpenRoutes } from '../route.ts';

export const healthRoutes: OpenRoutes = {
  'GET /health': {
    run: async ({ db }) => {
      await db.execute(sql`select 1`);
      return { status: 200, body: { status: 'ok' } };
    },
  },
};
