/** "Nvidia (NVDA) reported record revenue of $57.0 billion": its revenue was that. */
const REPORTED =
  /^(.{2,90}?)\s(?:reported|posted|announced|had|has)\s(?:(?:an?|record|quarterly|its)\s)*((?:\p{Ll}[\p{L}-]*\s){0,3}\p{Ll}[\p{L}-]*)\sof\s(?=[^,;]{0,20}\d)/u;
/** "BND had outflows of $400 million", "outflows from BND were $400 million": as if it were told of the fund. */
const HAD_FLOWS = /^(.{2,90}?)\s(?:had|saw|suffered|posted|recorded)\s(?:net\s)?(in|out)flows\sof\b/iu;
const FLOWS = /^(?:net\s)?(in|out)flows\s(?:from|to|into)\s(.{2,90}?)\s(?:were|was|reached|came to|totaled)\b/iu;
const flowVerb = (_: string, whose: string, way: string): string =>
  `${whose} ${/^in/iu.test(way) ? 'took in' : 'gave up'}`;

/**
 * A clause with its figure told of what it is of: texts tell the same in several ways.
 *
 * @example toldPlainly('Outflows from BND were $400 million in October') // 'BND gave up $400 million in October'
 */
export const toldPlainly = (clause: string): string =>
  clause
    .replace(HAD_FLOWS, flowVerb)
    .replace(FLOWS, (_, way: string, whose: string) => flowVerb('', whose, way))
    .replace(REPORTED, (_, whose: string, what: string) => `${whose} ${what} was `);
