// The researcher's sources as npm start takes them: what can never be read is refused before anything is done.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { CommandError } from '../../../scripts/analysis/command-error.ts';
import { readResearchSettings } from '../../../scripts/laptop/research-settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'alex-pages-'));
const file = join(folder, 'page.html');
writeFileSync(file, '<p>Gold rose.</p>');
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const read =
  (sources: string, more: Record<string, string> = {}) =>
  () =>
    readResearchSettings({ ALEX_RESEARCH_SOURCES: sources, ...more });

test.each([
  ['folder:/nope/none', /names the folder .*none, which is not there or is no folder/u],
  [`folder:${file}`, /which is not there or is no folder/u],
  ['ftp://x.y/feed', /"ftp:\/\/x\.y\/feed" is neither/u],
  ['http://169.254.169.254/latest/meta-data', /never read\. 169\.254\.169\.254 is a cloud's metadata service/u],
  ['https://example.com/feed http://10.0.0.7/', /names http:\/\/10\.0\.0\.7\/, which is never read/u],
  ['http://127.0.0.1:8000/feed', /never read/u],
  ['http://localhost/feed', /never read/u],
  ['http://0x7f.1/feed', /written in another form/u],
  ['https://user:word@example.com/feed', /user name or password/u],
])('%s is refused in a sentence', (sources, why) => {
  expect(read(sources)).toThrow(CommandError);
  expect(read(sources)).toThrow(why);
});

test('other settings of the researcher that cannot be used are refused by name', () => {
  expect(read(`folder:${folder}`, { ALEX_RESEARCH_PAGES: '50' })).toThrow(/^ALEX_RESEARCH_PAGES has to be/u);
  expect(read(`folder:${folder}`, { ALEX_RESEARCH_RATE: 'often' })).toThrow(/^ALEX_RESEARCH_RATE is "often"/u);
});

test('a folder that is there, public pages, and what is admitted on this machine are taken', () => {
  for (const sources of ['', `folder:${folder}`, 'https://example.com/feed, http://93.184.215.14/']) read(sources)();
  const admitted = read('http://127.0.0.1:8000/feed', {
    BROWSING_ADMIT_LOOPBACK: '127.0.0.1:8000',
    BROWSING_ALLOWED_PORTS: '80,443',
  })();
  expect(admitted.services.researcher?.ALEX_RESEARCH_SOURCES).toBe('http://127.0.0.1:8000/feed');
});
