// The reporter's search over both wires: the tool is told, called with whatever reason for stopping, and its findings are cited.
import { afterEach, describe, expect, test } from '@jest/globals';
import { findResearch } from '../../../shared/agents/research/find-research.ts';
import { writeReport } from '../../../shared/agents/write-report.ts';
import type { SearchRequest } from '../../../shared/schemas/knowledge.ts';
import type { ModelServer } from '../../setup/model-servers/reply.ts';
import { household } from '../../unit/agents/portfolios.ts';
import { passageOf } from '../../unit/agents/research/passages.ts';
import { wires } from './wires.ts';

const open: ModelServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const about = (at: number, title: string, text: string) =>
  passageOf({ id: `v.${at}`, document: `doc_${String(at).repeat(32)}`, title, text, url: `https://example.com/${at}` });
const shares = about(1, 'Stocks in November', 'American shares gained 2.4 percent in the first week of November.');
const bonds = about(2, 'Bonds in October', 'Bond yields of ten years fell to 3.9 percent in October.');
const search = ({ query }: SearchRequest) =>
  Promise.resolve({ passages: query === 'ten-year yield' ? [bonds] : [shares] });
const report = (body: string) =>
  JSON.stringify({ sections: [{ id: 'market-context', title: 'The markets', body: `${body} [2].` }] });

describe.each(wires)('$name', (wire) => {
  test.each([true, false])('a search is made and its passage cited (stop reason wrong: %s)', async (wrongly) => {
    const server = await wire.start([
      wire.calls('search_knowledge', { query: 'ten-year yield', tickers: null }, wrongly),
      wire.says(report('Bond yields of ten years fell to 3.9 percent in October')),
    ]);
    open.push(server);
    const research = await findResearch(household.facts, search);
    const made = await writeReport(household.facts, { model: wire.model(server), threshold: 0 }, research);
    expect(made).toMatchObject({ degraded: null, check: { outcome: 'passed', strays: [] } });
    expect(made.research.passages.map(({ id }) => id)).toEqual(['v.1', 'v.2']);
    expect(wire.sent(server, 0)).toContain('search_knowledge');
    expect(wire.sent(server, 0)).not.toContain('3.9 percent');
    expect(wire.sent(server, 1)).toContain('3.9 percent');
    expect(server.requests).toHaveLength(2);
  });

  test('arguments that are no JSON end the model’s part: the narrator writes', async () => {
    const server = await wire.start([wire.calls('search_knowledge', 'no object')]);
    open.push(server);
    const research = await findResearch(household.facts, search);
    const made = await writeReport(household.facts, { model: wire.model(server) }, research);
    expect(made).toMatchObject({ author: { model: 'narrator' }, check: { outcome: 'replaced' } });
  });
});
