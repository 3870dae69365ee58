/** Before a name, a number or a word that they belong to: none ends a sentence. */
const LEADS =
  /(?:\b(?:Mr|Mrs|Ms|Dr|S[Tt]|Gov|Sen|Rep|Gen|Prof|Lt|Col|Capt|Sgt|Maj|Adm|Rev|Hon|Messrs|Atty|Pres|M[Tt]|F[Tt]|[Vv]s|[Aa]pprox|[Ii]ncl|[Ee]xcl|ca|cf|Cl|Ser|Pref|Fig|Sec|Vol)|\b(?:e\.g|i\.e))\.\s*$/u;
/** "No. 3", and not "Was it sold? No." */
const NUMBER = /\bNos?\.\s*$/u;
const STATES =
  'Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|W\\.\\s?Va|Wash|Wis|Wyo|N\\.\\s?[HJMYCD]|S\\.\\s?[CD]|R\\.\\s?I|D\\.\\s?C|Ont|Que|Alta|B\\.\\s?C';
/** Stand at the end of a sentence as well as within one. */
const EITHER = new RegExp(
  `(?:\\b(?:Inc|Corp|Cos?|Ltd|Plc|PLC|Mfg|Intl|Natl|Assn|Assoc|Dept|Univ|Mgmt|Hldgs?|Grp|Elec|Sci|Bros|Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|yrs?|mos?|wks?|qtrs?|pct|Mon|Tues?|Wed|Thu|Thurs|Fri|Sat|Sun|[Ee]st|[Aa]vg|[Aa]dj)|\\b[A-Z]|\\bU\\.[SKN]|\\bE\\.U|(?<!,\\s)\\b(?:${STATES}))\\.\\s*$`,
  'u',
);
/** How sentences begin, and no name: "A" but in "A shares". */
const OPENS =
  /^["“'(]*(?:The|This|That|These|Those|There|It|Its|It['’]s|He|She|They|We|You|I|Their|His|Her|Our|In|On|At|By|For|From|With|Without|After|Before|During|Since|Until|While|When|Where|If|As|But|And|Yet|So|Still|However|Meanwhile|Also|Both|Each|Some|Many|Most|Last|A(?!\s(?:and|or|shares?|stock|units?|class|preferred)\b)|An|What|Why|How|Under|According|Despite|Although|Though|Because|Neither|Nor|Not|(?:Shares|Stocks|Bonds|Sales|Revenues?|Profits?|Earnings|Results|Trading|Analysts|Investors|Holders|Officials|Regulators|Lawmakers)(?=\s\p{Ll}))\b(?![.&])/u;
/** A time of day goes on with its zone, its place or its day. */
const HOUR = /\b[ap]\.m\.\s*$/iu;
const OF_AN_HOUR =
  /^(?:Eastern|Central|Mountain|Pacific|Greenwich|Universal|Atlantic|GMT|UTC|[BC]ST|CES?T|JST|HKT|IST|[ECMP][SD]?T|New York|London|Tokyo|Hong Kong|Beijing|Frankfurt|Paris|Sydney|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.|January|February|March|April|May|June|July|August|September|October|November|December)(?!\p{L})/u;
/** How a story from a town begins, "OMAHA, Neb.": the state is as newspapers shorten it, and the story goes on, as a rule behind its agency. */
const STATE = new RegExp(`,\\s(?:${STATES})\\.\\s*$`, 'u');
const TOWN = /^\p{Lu}[\p{Lu}.’' /-]+,/u;
const AGENCY = /^(?:\(|\/|--|[-–—])/u;

/** Characters at the end of a text in which each of these stands, and at its beginning a town: a text may go on for a megabyte. */
const END = 40;
const BEGINNING = 200;

/**
 * Whether the full stop at the end of a part of a text is that of an abbreviation, and the sentence goes on. `Intl.Segmenter` ends one at
 * each before a capital, and has no list of those that it should not ("-u-ss-standard" of Unicode's locales is not of ECMA-402).
 */
export function endsAbbreviated(text: string, next: string): boolean {
  const last = text.trimEnd().slice(-END);
  if (!last.endsWith('.')) return false;
  if (LEADS.test(last)) return true;
  if (NUMBER.test(last)) return /^\d/u.test(next);
  if (HOUR.test(last)) return OF_AN_HOUR.test(next);
  if (STATE.test(last) && (TOWN.test(text.slice(0, BEGINNING)) || AGENCY.test(next))) return true;
  return EITHER.test(last) && !OPENS.test(next);
}
