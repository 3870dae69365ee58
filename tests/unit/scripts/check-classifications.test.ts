// Who rehearses many accounts reads two counts of unknown instruments, the tagger's step and this: they have to be of the same ones.
import { expect, jest, test } from '@jest/globals';
import type { Queryable } from '../../../shared/database/client.ts';

const readJobInstruments = jest.fn<() => Promise<ReadonlyMap<string, unknown>>>();
jest.unstable_mockModule('../../../shared/database/job-instruments.ts', () => ({ readJobInstruments }));
// Only now: an import at the top would be loaded before the function is put in its place.
const { checkClassifications } = await import('../../../scripts/rehearsal/check-classifications.ts');

const by = (source: string) => ({ classification: { source } });
const check = (others: Record<string, ReturnType<typeof by> | object>) => {
  readJobInstruments.mockResolvedValue(new Map(Object.entries({ 'TST-OWN': by('user'), ...others })));
  return checkClassifications({} as Queryable, 'a');
};

test('the one without a price counts among those that nobody has classified, and each is named', async () => {
  expect(await check({ 'TST-EQ': by('model'), 'TST-BD': by('model'), 'TST-LP': {}, 'TST-NP': {} })).toBe(
    '5 instruments; of 4 untagged ones the tagger was sure of TST-EQ and TST-BD; TST-LP and TST-NP stay unclassified',
  );
});

test('a tagger that is sure of none is a failure', async () => {
  await expect(check({ 'TST-EQ': {} })).rejects.toThrow('classified none');
});
