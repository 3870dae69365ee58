// Which pages a question is about: who asks how high inflation is wants the page that tells it, though it has no "high" in it.
import { describe, expect, test } from '@jest/globals';
import { askedAbout } from '../../../../shared/agents/research/asked-about.ts';
import type { KnowledgePassage } from '../../../../shared/schemas/knowledge.ts';
import { allInstruments, caseOf } from '../portfolios.ts';
import { line } from '../../finance/portfolios.ts';

const { facts } = caseOf({ lines: [line('STOX', 100, 100)], instruments: allInstruments });
const passage = (title: string, text: string): KnowledgePassage =>
  ({ title, text, tickers: [] }) as unknown as KnowledgePassage;
const CPI = passage('Consumer Price Index Summary', 'Inflation was 2.6 percent in October.');
const FED = passage(
  'FOMC statement',
  'In October the Fed decided to lower the target range for the federal funds rate.',
);
const GOLD = passage('Gold slips', 'Gold fell 1.8% in October as yields rose.');
const isMeant = (asked: string, one: KnowledgePassage): boolean =>
  askedAbout(facts, { asked, outside: ['market_news'] })?.isMeant(one) ?? false;

describe('a question of the news is about what it names', () => {
  test.each([
    ['How high is inflation in the news?', CPI, [FED, GOLD]],
    ['What did the Fed decide in October according to the news?', FED, [CPI, GOLD]],
  ])('%s', (asked, about, others) => {
    expect(isMeant(asked, about)).toBe(true);
    for (const one of others) expect(isMeant(asked, one)).toBe(false);
  });
});
