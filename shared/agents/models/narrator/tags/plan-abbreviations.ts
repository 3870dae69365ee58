/** Who makes funds, as workplace plans shorten their names. */
const MAKER =
  /\b(?:vang|vanguard|fid|fidelity|trp|t\.? ?rowe|btc|blackrock|ssga|state st(?:reet)?|dodge & cox|pimco|jpm|met ?west|mfs|schwab|dfa|american funds|af|wf|galliard|principal|prin|tiaa|northern trust|invesco|putnam|wellington|harbor|janus|columbia|mellon)\b/;

/** What plans' record keepers write to fit a name into few letters: Fidelity's "VANG SM CAP IDX INST". In small letters. */
const SPELLED: readonly (readonly [RegExp, string])[] = [
  [/\bvang\b/g, 'vanguard'],
  [/\bfid\b/g, 'fidelity'],
  [/\b(?:frdm|fdm|freedm)\b(?=.*\b20\d[05]\b)/g, 'freedom'],
  [/\b(?:inx|ix|idx|indx)\b/g, 'index'],
  [/\btot\b/g, 'total'],
  [/(?<=\btotal )(?:rtn|ret)\b/g, 'return'],
  [/\b(?:ext|extd|extnd)\b(?= mkt)/g, 'extended'],
  [/\bdev\b(?= mkt)/g, 'developed'],
  [/\b(?:em|emg|emerg)\b(?= mkt)/g, 'emerging'],
  [/(?<=\b(?:developed|emerging) )mkts?\b/g, 'markets'],
  [/\bmkts?\b/g, 'market'],
  [/\bbds?\b/g, 'bond'],
  [/\bstks?\b/g, 'stock'],
  [/\bsm(?:l)? ?cap\b/g, 'small cap'],
  [/\b(?:md|mid) ?cap\b/g, 'mid cap'],
  [/\b(?:lg|lrg) ?cap\b/g, 'large cap'],
  [/(?<=\b(?:cap|chip|company|co) )gr\b/g, 'growth'],
  [/\bval\b/g, 'value'],
  [/\b(?:stbl|stab)\b(?= val)/g, 'stable'],
  [/\brsl\b/g, 'russell'],
];

/** A company, whose name is its own however it is shortened. */
const COMPANY = /\b(?:inc|corp|corporation|ltd|plc|llc|se|sa|ag|holdings?|group)\b/;

/** The name of a plan's fund with its abbreviations spelled out; any other name as it is. Lower case in. */
export function spelledOut(name: string): string {
  if (!MAKER.test(name) || COMPANY.test(name)) return name;
  return SPELLED.reduce((text, [short, word]) => text.replace(short, word), name);
}
