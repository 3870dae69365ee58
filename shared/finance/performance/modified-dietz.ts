/**
 * Modified Dietz return of a period: (end - begin - sum of flows) / (begin + sum of flow x share of the period it was
 * there), the share being (days - day) / days for a flow at the end of its day (Dietz and Kirschman, "Evaluating
 * Portfolio Performance", in Managing Investment Portfolios, 1983; GIPS Handbook). An approximation to the time-weighted
 * return where flows are small. Null where the average capital is not positive.
 *
 * @param days length of the period
 * @param flows by day of the period, 0 to `days`; money in positive
 */
export function modifiedDietz(
  begin: number,
  end: number,
  days: number,
  flows: readonly { day: number; amount: number }[],
): number | null {
  const net = flows.reduce((sum, { amount }) => sum + amount, 0);
  const weighted = flows.reduce((sum, { day, amount }) => sum + (amount * (days - day)) / days, 0);
  const capital = begin + weighted;
  return days > 0 && capital > 0 ? (end - begin - net) / capital : null;
}
