import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkGrounding } from '../../../../shared/agents/grounding/check-grounding.ts';
import type { Finding } from '../../../../shared/agents/grounding/check-grounding.ts';
import { readMarks } from '../../../../shared/agents/grounding/named/marks.ts';
import type { Fact } from '../../../../shared/schemas/fact.ts';
import { anyCase } from '../portfolios.ts';

interface Numeric extends Fact {
  value: number;
}

/** How a grade comes about, and the like, is told by code alone; names of files and people may hold mark-up or be figures. */
const UNTOLD = /^(?:score\.\w+\.|assumption\.correlation|retirement\.seed$|excluded\.|rebalancing\.regionResidual)/;
const PLAIN = /^(?!\d)[^[\]|*\\<>]*$/;

const isTold = (fact: Fact): fact is Numeric =>
  typeof fact.value === 'number' && !UNTOLD.test(fact.name) && PLAIN.test(fact.label);

const owed = ({ value, name }: Numeric) => (value < 0 && /cash|^allocation\./.test(name) ? ' (borrowed)' : '');

function shown({ value, unit }: Pick<Numeric, 'value' | 'unit'>): string {
  const sign = value < 0 ? '-' : '';
  const size = Math.abs(value);
  if (unit === 'usd')
    return `${sign}$${size.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
  if (unit === 'fraction') return `${sign}${(100 * size).toFixed(2)}%`;
  if (unit === 'points') return `${sign}${(100 * size).toFixed(2)} percentage points`;
  return String(Number(value.toFixed(4)));
}

/** What is found of the named figure of a sentence. */
function found(sentence: string, facts: readonly Fact[]): Finding | undefined {
  const { text, marks } = readMarks(sentence);
  const [mark] = marks;
  const { findings } = checkGrounding([{ at: 'body', text, marks }], facts);
  return findings.find(({ start, end }) => mark !== undefined && start < mark.end && end > mark.start);
}

const said = (fact: Numeric, figure = shown(fact), name = fact.name) =>
  `${fact.label}${owed(fact)}: [${figure}](${name}).`;

test('an honest sentence with the name of its fact passes, for nearly every fact of any portfolio; with another value or the name of another it does not', () => {
  let [told, flagged] = [0, 0];
  const believed: string[] = [];
  fc.assert(
    fc.property(anyCase, fc.nat(), ({ facts }, seed) => {
      const numeric = facts.filter(isTold);
      for (let at = seed % 7; at < numeric.length; at += 7) {
        const fact = numeric[at];
        if (fact === undefined) continue;
        told += 1;
        if (found(said(fact), facts)?.fact === null) flagged += 1;
        const wrong = fact.unit === 'age' || fact.unit === 'count' || fact.unit === 'years' ? fact.value + 3 : fact.value + (fact.value < 0 ? -1 : 1) * (0.31 * Math.abs(fact.value) + 0.17); // prettier-ignore
        if (found(said(fact, shown({ ...fact, value: wrong })), facts)?.fact === fact.name) believed.push(said(fact, shown({ ...fact, value: wrong }))); // prettier-ignore
        const other = numeric[(at + 1 + (seed % 11)) % numeric.length];
        // What is of the same size is no lie about it.
        if (other === undefined || Math.abs(other.value - fact.value) <= 0.05 * Math.abs(fact.value) + 0.02) continue;
        if (found(said(fact, shown(fact), other.name), facts)?.fact === other.name) believed.push(said(fact, shown(fact), other.name)); // prettier-ignore
      }
    }),
    { numRuns: 25 },
  );
  expect(believed).toEqual([]);
  expect(told).toBeGreaterThan(400);
  expect(flagged / told).toBeLessThan(0.02);
}, 120_000);

test('a value that is named rightly is not believed of another thing', () => {
  let [told, believed] = [0, 0];
  fc.assert(
    fc.property(anyCase, ({ facts }) => {
      const weights = facts.filter(isTold).filter(({ name }) => /^allocation\.assetClass\.(?!unknown)\w+\.weight$/.test(name)); // prettier-ignore
      for (const one of weights) {
        for (const other of weights) {
          if (Math.abs(one.value - other.value) < 0.03 || one.value < 0 || other.value < 0) continue;
          told += 1;
          const thing = one.label.replace(/ \(.*$/, '');
          if (found(`${thing} is [${shown(other)}](${other.name}) of the portfolio.`, facts)?.fact !== null)
            believed += 1;
        }
      }
    }),
    { numRuns: 40 },
  );
  expect(told).toBeGreaterThan(100);
  expect(believed).toBe(0);
}, 120_000);
