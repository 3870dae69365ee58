// A plan's record keeper fits names into few letters: what an adviser reads at a glance is classified, and a company keeps its name.
import { expect, test } from '@jest/globals';
import { taggerPlay } from '../../../shared/agents/models/narrator/tags/tagger-play.ts';

const classesOf = (name: string) => {
  const [tagged] = taggerPlay({ asOf: '2026-11-20', items: [{ symbol: 'XQ9', name }] }).instruments;
  return tagged?.assetClasses?.map(({ key }) => key) ?? null;
};
const stocks = ['equity'];
const bonds = ['fixed_income'];

test.each([
  // Of Fidelity NetBenefits' files.
  ['VANG TOT BOND MKT', bonds],
  ['VANG TOT BD MKT INST', bonds],
  ['VANG TOT INTL STK IX', stocks],
  ['DODGE & COX INTL STK', stocks],
  ['PIMCO TOT RETURN INST', bonds],
  ['MET WEST TOT RTN BD', bonds],
  ['VANG SM CAP IDX INST', stocks],
  ['FID FRDM INX 2045 IP', ['equity', 'fixed_income']],
  ['FID FDM 2040 K', ['equity', 'fixed_income']],
  ['FID TOTAL MKT IDX', stocks],
  ['FID EXTD MKT IDX', stocks],
  ['VANG EXT MKT IDX INST', stocks],
  ['VANG DEV MKT IDX', stocks],
  ['VANG EM MKT STK IX', stocks],
  ['FID LG CAP GR IDX', stocks],
  ['SSGA RSL SMCAP IDX', stocks],
  ['WF STABLE VAL', bonds],
])('%s is not understood', (name, classes) => {
  expect(classesOf(name)).toEqual(classes);
});

test.each(['PIMCO Global Total Return', 'JPM TOT RET STK', 'MKT AXESS HOLDINGS', 'AF BALANCED TOT RET'])(
  '%s is taken for bonds',
  (name) => {
    expect(classesOf(name)).not.toEqual(bonds);
  },
);
