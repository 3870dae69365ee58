/** A word that shows that a name is a fund's and not a company's; the makers of indices count, but for their own stock. */
const FUND =
  /\betfs?\b|\betcs?\b|\bfunds?\b|\bfds?\b|\bfd\b|\bindex\b|\bidx\b|\bsector\b|\bspdr\b|\bishs?\b|\bishares\b|\bishsi*v*-|\bvanguard\b|\bvang\.|\bfidelity\b|\bfid\b|\bschwab\b|\bxtrackers\b|\bxtr\b|\bamundi\b|\bssga\b|\bdfa\b|\bcif\b|\blyxor\b|\bportfolio\b|\bpool\b|\bcollective\b|\bcit\b|\bucits\b|\boeic\b|\bsicav\b|\bfcp\b|\bfonds\b|\w+fonds\b|\btrust\b|\btr\b|\bmsci\b|\bftse\b|\bstoxx\b|\brussell\b|s ?& ?p \d|\btsp\b|\bdodge & cox\b|\bpimco\b|\bcref\b|\binstl?\b|\badmiral\b|\bsubaccount\b|\bseparate account\b|\bequity i\b/;
const COMPANY = /\b(?:inc|incorporated|corp|corporation|plc|ltd|limited|co)\b\.?/;
const FUND_FOR_SURE =
  /\betfs?\b|\bfunds?\b|\bfds?\b|\bindex\b|\bportfolio\b|\bucits\b|\boeic\b|\bsicav\b|\bfonds\b|\bpool\b|\bcollective\b/;

/** Whether a name is a fund's. Lower case in. */
export function isFund(name: string): boolean {
  return FUND.test(name) && (FUND_FOR_SURE.test(name) || !COMPANY.test(name));
}

/** Says a fund in whose name stand some of the words. */
export function inFund(words: string): RegExp {
  return new RegExp(
    `^(?=.*(?:${FUND.source}))(?:(?=.*(?:${FUND_FOR_SURE.source}))|(?!.*${COMPANY.source})).*(?:${words})`,
  );
}

/** Mixes of shares and bonds, whose parts a name does not say. */
export const MIXED =
  /balanced|\ballocation\b|multi[- ]?asset|lifestrategy|asset manager|\bmoderate\b|conservative|wellington|wellesley|\bmixed\b|mischfonds|diversifi|\bmanaged payout\b|\bstrategic income\b|\bmodel portfolio\b|\bportfolio strateg|\btarget (?:risk|income)\b|\b529\b|\bcollege\b|flexible|patrimoine|\b(?:growth|income|aggressive|core) portfolio\b|\bmanaged\b|\btotal return\b|\bdynamic\b|\bannuity\b|\bprudent\b|\bcautious\b|\bincome fund\b|\bconvertibles?\b|\bpreferred\b/;
