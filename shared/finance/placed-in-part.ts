import type { Allocation, DriftTable } from '../schemas/analysis.ts';

/** Whether a comparison of the stocks' regions is of a part of them, as where the others lie is not known. */
export function placedInPart(
  { scope, value }: Pick<DriftTable, 'scope' | 'value'>,
  { assetClass }: Allocation,
): boolean {
  const stocks = assetClass.find(({ key }) => key === 'equity')?.value ?? 0;
  return scope === 'equity' && value < stocks * 0.995;
}
