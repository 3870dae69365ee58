/**
 * What keeps its balance by a contract with an insurer or banks, in small letters: a workplace plan's stable value fund, an insurer's
 * account. It is invested in bonds and stands in their place in a plan; it is no money at hand, for it may often be
 * taken out in instalments alone, or moved by the plan's rules.
 */
export const CONTRACT_VALUE =
  /\bsta?ble? val(?:ue)?\b|\bguaranteed interest\b|\bguaranteed (?:income|investment) (?:fund|account|contract)|\bcapital preservation\b|\btiaa traditional\b|\bfixed annuity\b|\bfonds? (?:en )?euros?\b/;

export const keepsItsBalance = (name: string): boolean => CONTRACT_VALUE.test(name.toLowerCase());

/** Of these, what its owner cannot count on selling whenever they like: an insurer's contract of their own. */
export const isAnnuity = (name: string): boolean => /\btiaa traditional\b|\bfixed annuity\b/i.test(name);
