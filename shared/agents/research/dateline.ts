const MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const DAY = `${MONTH} \\d{1,2}(?:, \\d{4})?`;
const TOWN = "\\p{Lu}[\\p{Lu}.’'/ -]{2,40}";
/** "Ark.", "Ohio", "N.Y.", "Germany", the day, or both. */
const REST = `(?:, (?:(?:\\p{Lu}[\\p{L}.]{1,20}(?: \\p{Lu}[\\p{L}.]{1,20})?)(?:, ${DAY})?|${DAY}))`;
const AGENCY = '(?:\\([^()]{2,40}\\)|\\/[^/]{2,40}\\/)';
/** Towns that newspapers name without their state or country; other words in capitals before a dash are names: "BND – the bond fund". */
const KNOWN_TOWN =
  '(?:ATLANTA|BALTIMORE|BEIJING|BERLIN|BOSTON|BRUSSELS|CHICAGO|CINCINNATI|CLEVELAND|DALLAS|DENVER|DETROIT|DUBLIN|FRANKFURT|GENEVA|HONG KONG|HOUSTON|INDIANAPOLIS|LAS VEGAS|LONDON|LOS ANGELES|MADRID|MEXICO CITY|MIAMI|MILAN|MILWAUKEE|MINNEAPOLIS|MUMBAI|NEW DELHI|NEW ORLEANS|NEW YORK|OTTAWA|PARIS|PHILADELPHIA|PHOENIX|PITTSBURGH|ROME|SALT LAKE CITY|SAN DIEGO|SAN FRANCISCO|SEATTLE|SEOUL|SHANGHAI|SINGAPORE|ST\\. LOUIS|SYDNEY|TOKYO|TORONTO|VANCOUVER|WASHINGTON|ZURICH)';

/** Where and when a story is from, and whose it is, before its first sentence: "OMAHA, Neb. (AP) —", "Nov 20 (Reuters) -". */
const DATELINE = new RegExp(
  `^(?:${TOWN}${REST}? ${AGENCY}|${TOWN}(?:, \\p{Lu}[\\p{L}.]{1,20})? ?[-–—] ?${DAY}|${TOWN}${REST}|${KNOWN_TOWN}|${DAY}(?: ${AGENCY})|${MONTH} \\d{1,2}, \\d{4}(?! ?[-–—]+ ?${MONTH})) ?(?:--|[-–—])\\s*(?=["“‘\\p{Lu}\\p{N}$€£])`,
  'u',
);

/**
 * A sentence without the dateline before it, as most have none.
 *
 * @example withoutDateline('OMAHA, Neb. (AP) — Berkshire sold shares.') // 'Berkshire sold shares.'
 */
export const withoutDateline = (sentence: string): string => sentence.replace(DATELINE, '');
