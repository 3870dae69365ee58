import * as z from 'zod';
import { findInstrument, listInstruments } from '../../../shared/database/instruments.ts';
import { NotFoundError } from '../../../shared/errors.ts';
import { isStorable, page, pageOf, readQuery, type Routes } from '../route.ts';

const search = page.extend({ search: z.string().trim().min(1).max(100).optional() });

export const instrumentRoutes: Routes = {
  'GET /instruments': {
    run: async ({ db, event }) => {
      const query = readQuery(event, search);
      const rows = await listInstruments(db, query);
      return { status: 200, body: pageOf(rows, query.limit, (row) => row.symbol) };
    },
  },

  'GET /instruments/{symbol}': {
    run: async ({ db, event }) => {
      const symbol = (event.pathParameters?.symbol ?? '').toUpperCase();
      const found = isStorable(symbol) ? await findInstrument(db, symbol) : undefined;
      if (found === undefined) throw new NotFoundError(`The reference set has no instrument ${symbol}.`);
      return { status: 200, body: found };
    },
  },
};
