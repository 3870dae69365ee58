import type { Fact } from '../../../../schemas/fact.ts';

/** The facts by name. What is not among them is null: nothing is made up for it. */
export class FactBook {
  readonly facts: readonly Fact[];
  readonly #byName: ReadonlyMap<string, Fact>;

  constructor(facts: readonly Fact[]) {
    this.facts = facts;
    this.#byName = new Map(facts.map((fact) => [fact.name, fact]));
  }

  number(name: string): number | null {
    const value = this.#byName.get(name)?.value;
    return typeof value === 'number' ? value : null;
  }

  text(name: string): string | null {
    const value = this.#byName.get(name)?.value;
    return typeof value === 'string' ? value : null;
  }

  how(name: string): string | null {
    return this.#byName.get(name)?.how ?? null;
  }

  label(name: string): string {
    return this.#byName.get(name)?.label ?? '';
  }

  /** The keys K of facts "family.K.leaf", in the order of the facts. */
  keys(family: string, leaf: string): string[] {
    const [start, end] = [`${family}.`, `.${leaf}`];
    return this.facts.flatMap(({ name }) => {
      const key = name.startsWith(start) && name.endsWith(end) ? name.slice(start.length, -end.length) : '';
      return key === '' || key.includes('.') ? [] : [key];
    });
  }

  /** The ages A of facts "family.A", in the order of the facts. */
  ages(family: string): number[] {
    const start = `${family}.`;
    return this.facts.flatMap(({ name }) => {
      const age = name.startsWith(start) ? name.slice(start.length) : '';
      return /^\d+$/.test(age) ? [Number(age)] : [];
    });
  }
}
