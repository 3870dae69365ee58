import * as z from 'zod';
import type { TaggerAnswer } from '../../../../prompts/tagger.ts';
import { isoDate } from '../../../../schemas/decimal.ts';
import { bondRules, totalReturnRules } from './bond-rules.ts';
import { coinRules, nameToRead } from './coin-rules.ts';
import { companyRules } from './company-rule.ts';
import { crefRules } from './cref-rules.ts';
import { equityRules } from './equity-rules.ts';
import { isFund } from './fund-words.ts';
import { indexRules } from './index-rules.ts';
import { spelledOut } from './plan-abbreviations.ts';
import { typeFromName } from './fund-type.ts';
import { mixedRules } from './mixed-rules.ts';
import type { Beside, Composition, NameRule } from './name-rule.ts';
import { besideOf } from './places.ts';
import { depositRules, singleBondRules, structuredNoteRules } from './single-bond-rules.ts';
import { cashRules, exceptionRules, realAssetRules } from './other-rules.ts';
import { targetDateMix, targetYear } from './target-date.ts';

/** What the tagger's prompt carries between its tags. */
export const instrumentList = z.object({
  asOf: isoDate,
  items: z.array(z.object({ symbol: z.string(), name: z.string().nullable(), currency: z.string().optional() })),
});

/** A code of one word that is longer is a name: BITCOIN. */
const LONGEST_TICKER = 6;

type Answer = TaggerAnswer['instruments'][number];
const rules: readonly NameRule[] = [
  ...structuredNoteRules,
  ...crefRules,
  ...coinRules,
  ...exceptionRules,
  ...depositRules,
  ...cashRules,
  ...totalReturnRules,
  ...mixedRules,
  ...bondRules,
  ...singleBondRules,
  ...realAssetRules,
  ...companyRules,
  ...indexRules,
  ...equityRules,
];

const debtRules: readonly NameRule[] = [...depositRules, ...singleBondRules];

/** Classifies instruments by what their names say, and says "cannot say" of every other. */
export function taggerPlay({ asOf, items }: z.infer<typeof instrumentList>): TaggerAnswer {
  const year = Number(asOf.slice(0, 4));
  return { instruments: items.map(({ symbol, name, currency }) => classify(symbol, name ?? '', year, currency)) };
}

function classify(symbol: string, given: string, year: number, currency?: string): Answer {
  const name = spelledOut(nameToRead(symbol, given));
  const type = typeFromName(name);
  const cannotSay = (rationale: string): Answer => {
    return {
      symbol,
      type,
      assetClasses: null,
      regions: null,
      sectors: null,
      confidence: 0,
      rationale,
      citation: cited('none'),
    };
  };
  if (name === '' || (name.toUpperCase() === symbol && symbol.length <= LONGEST_TICKER))
    return cannotSay('Only a symbol is known, and no name to read.');
  const target = targetYear(name);
  const beside = besideOf(symbol, currency);
  // A coupon and a day say a debt, whatever else its issuer is called.
  if (target !== null && !debtRules.some((rule) => fits(rule, name, beside))) {
    const rationale = `The name says a target-date fund for ${String(target)}: an estimate after a typical glide path, not this fund's own mix.`;
    return {
      symbol,
      type,
      ...lists(targetDateMix(target - year)),
      confidence: 0.5,
      rationale,
      citation: cited('target-date'),
    };
  }
  const rule = rules.find((one) => fits(one, name, beside));
  if (rule === undefined) return cannotSay('The name does not say what it is invested in.');
  if (rule.composition === null) return { ...cannotSay(rule.rationale), type: rule.type ?? type };
  const { rationale, id } = rule;
  const confidence = (beside.isin === null ? undefined : rule.withIsin) ?? rule.confidence;
  const composition = typeof rule.composition === 'function' ? rule.composition(name, beside) : rule.composition;
  return {
    symbol,
    type: rule.type ?? type ?? (isFund(name) ? 'mutual_fund' : null),
    ...lists(composition),
    confidence,
    rationale,
    citation: cited(id),
  };
}

function fits({ says, unless, where }: NameRule, name: string, beside: Beside): boolean {
  return says.test(name) && unless?.test(name) !== true && where?.(name, beside) !== false;
}

function cited(rule: string): string {
  return `Alex's narrator, a reader of names and no language model; rule "${rule}"`;
}

function lists({ assetClasses, regions, sectors }: Composition): Pick<Answer, 'assetClasses' | 'regions' | 'sectors'> {
  return { assetClasses: entries(assetClasses), regions: entries(regions), sectors: entries(sectors) };
}

function entries<K extends string>(weights: Partial<Record<K, number>>): { key: K; weight: number }[] {
  const list: { key: K; weight: number }[] = [];
  for (const key in weights) {
    const weight = weights[key];
    if (weight !== undefined && weight > 0) list.push({ key, weight });
  }
  return list;
}
