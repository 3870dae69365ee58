import type { Fact, FactUnit } from '../../schemas/fact.ts';
import { shortened } from './shortened.ts';

export interface FactDraft {
  name: string;
  label: string;
  /** A fact that is not known is not stated: null and undefined are left out. */
  value: number | string | boolean | null | undefined;
  unit: FactUnit;
  how: string;
  basis?: 'nominal' | 'real';
  /** Where it is not the day of the analysis: a price's own date. */
  asOf?: string | null;
}

/** Longest texts that the schema of a fact takes. */
const LABEL = 200;
const HOW = 500;

/** Gathers facts of one day. A name is given once: a second one is a mistake in the code, and throws. */
export class FactList {
  readonly facts: Fact[] = [];
  private readonly names = new Set<string>();
  private readonly asOf: string;

  constructor(asOf: string) {
    this.asOf = asOf;
  }

  add({ name, label, value, unit, how, basis, asOf }: FactDraft): void {
    if (value === null || value === undefined) return;
    if (this.names.has(name)) throw new Error(`fact ${name} is stated twice`);
    this.names.add(name);
    this.facts.push({
      name,
      label: shortened(label, LABEL) || name,
      value,
      unit,
      ...(basis === undefined ? {} : { basis }),
      asOf: asOf ?? this.asOf,
      how: shortened(how, HOW) || 'Not stated.',
    });
  }

  addAll(drafts: readonly FactDraft[]): void {
    for (const draft of drafts) this.add(draft);
  }
}
