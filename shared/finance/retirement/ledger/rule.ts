import type { Compiled } from '../compile/compile.ts';
import type { Longevity } from '../../../schemas/retirement-plan/longevity.ts';
import { guardrailSpending } from '../spending/guardrails.ts';
import type { Guardrails } from '../spending/guardrails.ts';
import { variablePercentage } from '../spending/variable-percentage.ts';

/** What a rule sees at the start of a year of spending. Money is real and yearly. */
export interface Situation {
  step: number;
  /** 0 in the first year of spending. */
  year: number;
  balance: number;
  /** The balance after the tax of withdrawing it. */
  afterTax: number;
  /** Income from outside the accounts, after tax. */
  income: number;
  /** Share of the household's spending that those alive need. */
  share: number;
  /** Inflation factor since the rule was last asked. */
  inflation: number;
}

/**
 * A spending rule on one path. `yearly` is what it decided last: the household's whole spending a year, other income
 * included, or (where `withdrawal` is true) what is taken from the accounts on top of other income; real, after tax.
 */
export interface Rule {
  readonly withdrawal: boolean;
  yearly: number;
  decide: (situation: Situation) => void;
}

/** The rule of a plan. Starts afresh with a path where `situation.year` is 0. */
export function ruleOf(compiled: Compiled): Rule {
  const { spending, simulation, people } = compiled.plan;
  const { rule, amount } = spending;
  const age = people[0]?.age ?? 0;
  const planTo = spending.planTo ?? horizonAge(compiled.plan.longevity, age);
  const yearsLeft = (step: number): number => planTo - age - step / simulation.stepsPerYear;
  const make = (withdrawal: boolean, next: (self: Rule, situation: Situation) => number): Rule => {
    const self: Rule = { withdrawal, yearly: 0, decide: (situation) => void (self.yearly = next(self, situation)) };
    return self;
  };
  switch (rule.rule) {
    case 'constant_real':
      return make(false, (_, { share }) => amount * share);
    case 'percentage':
      return make(true, (_, { afterTax }) => rule.rate * afterTax);
    case 'variable_percentage': {
      const rates = Float64Array.from({ length: compiled.steps }, (_, step) =>
        variablePercentage(rule.realReturn, yearsLeft(step)),
      );
      return make(true, (_, { afterTax, step }) => (rates[step] ?? 1) * afterTax);
    }
    case 'floor_and_ceiling':
      return make(false, (_, { afterTax, income, share }) =>
        Math.min(rule.ceiling * amount * share, Math.max(rule.floor * amount * share, rule.rate * afterTax + income)),
      );
    case 'guyton_klinger': {
      const { band, step, noCutYears, floor = 0, ceiling = Infinity } = rule;
      const rails: Guardrails = { initialRate: 0, band, step, noCutYears, floor, ceiling };
      // The household's spending as if all were alive; a survivor's share is taken of it.
      let whole = amount;
      return make(false, (_, now) => {
        const last = now.year === 0 ? amount : whole;
        const withdrawn = Math.max(0, last * now.share - now.income);
        if (now.year === 0) {
          rails.initialRate = now.balance > 0 ? withdrawn / now.balance : 0;
          whole = amount;
        } else {
          whole = guardrailSpending(rails, last, withdrawn, now.balance, now.inflation, yearsLeft(now.step));
        }
        return whole * now.share;
      });
    }
  }
}

/** The age that rules plan to where the plan names none: the end of a fixed life, or 100. */
function horizonAge(longevity: Longevity, age: number): number {
  if (longevity.model === 'fixed_age') return longevity.age;
  return longevity.model === 'fixed_years' ? age + longevity.years : 100;
}
