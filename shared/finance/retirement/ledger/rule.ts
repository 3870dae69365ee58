import type { Compiled } from '../compile/compile.ts';
import type { Longevity } from '../../../schemas/retirement-plan/longevity.ts';
import { guardrailSpending } from '../spending/guardrails.ts';
import type { Guardrails, GuardrailYear } from '../spending/guardrails.ts';
import { stillToPay } from '../spending/still-to-pay.ts';
import { variablePercentage } from '../spending/variable-percentage.ts';

/** What a rule sees at the start of a year of spending. Money is real and yearly. */
export interface Situation {
  step: number;
  /** The place of the step and of who is alive in the schedule. */
  at: number;
  /** 0 in the first year of spending. */
  year: number;
  balance: number;
  /** The balance after the tax of withdrawing it. */
  afterTax: number;
  /** Income from outside the accounts, after tax. */
  income: number;
  /** What a survivor is paid a step of the other's Social Security, of which their own is a part. */
  paid: number;
  /** Share of the household's spending that those alive need at their age. */
  share: number;
  /** Price level of today, 1 at the start of the path. */
  level: number;
  /** Inflation factor, and nominal growth of the mix, since the rule was last asked. */
  inflation: number;
  growth: number;
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
    case 'constant_nominal':
      // What inflation takes of a nominal amount, the ledger takes of it.
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
      const { floor = 0, ceiling = Infinity, inflationCap = Infinity } = rule;
      const rails: Guardrails = { ...rule, initialRate: 0, floor, ceiling, inflationCap };
      const pay = stillToPay(compiled.schedule, {
        perYear: simulation.stepsPerYear,
        horizon: Math.round((planTo - age) * simulation.stepsPerYear),
        rate: rule.incomeReturn,
        inflation: compiled.expectedInflation,
      });
      const year: GuardrailYear = { spending: 0, withdrawn: 0, balance: 0, inflation: 1, growth: 1, yearsLeft: 0 };
      // The household's spending as if all were alive; the share of those who are is taken of it.
      let whole = amount;
      return make(false, (_, now) => {
        const { at, balance, level, paid } = now;
        const share = pay.share[at] ?? 0;
        if (now.year === 0) whole = Math.min(ceiling, Math.max(floor, amount));
        const real = (pay.real[at] ?? 0) + (paid > 0 ? pay.survivors(paid, at) : 0);
        const withdrawn = Math.max(0, whole * share - real - (pay.nominal[at] ?? 0) / level);
        if (now.year === 0) {
          rails.initialRate = balance > 0 ? withdrawn / balance : 0;
        } else if (share > 0) {
          year.spending = whole;
          year.withdrawn = withdrawn / share;
          year.balance = balance / share;
          year.inflation = now.inflation;
          year.growth = now.growth;
          year.yearsLeft = yearsLeft(now.step);
          whole = guardrailSpending(rails, year);
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
