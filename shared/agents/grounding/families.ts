/** Facts of one thing, that vouch for one another: what is said of a crisis beside its loss in money is its loss in percent. */
const FAMILIES: readonly RegExp[] = [
  /^(?:holding|cash|exchangeRate)\.[^.]+/,
  /^risk\.(?:stress\.\w+|loss\d+)/,
  /^(?:retirement|question)\.whatIf\.[^.]+/,
  /^rebalancing\.(?:newMoney|trade\.\d+)/,
  /^drift\.\w+\.[^.]+/,
  /^goals\.(?:otherIncome|oneOff)\.\d+/,
  /^retirement\.sequence\.\w+/,
  /^performance\.(?:whole|account\.[^.]+)\.drawdown/,
  /^concentration\.largest(?:Issuer)?/,
  /^costs\.overYears/,
];
/** What is reckoned with one confidence. */
const SUSTAINED =
  /^retirement\.(?:confidence|earliest(?:Age(?:\.(?:alone\.)?\d+)?|Shift|Success)|sustainableIncome|incomeGap|(?:ceiling|floor)\.\w+)$/;

/** The family of a fact, or of the first fact of something reckoned; null for one that stands alone. */
export function familyOf(fact: string): string | null {
  if (SUSTAINED.test(fact.split(' ')[0] ?? '')) return 'sustained';
  for (const family of FAMILIES) {
    const found = family.exec(fact)?.[0];
    if (found !== undefined) return found;
  }
  return null;
}
