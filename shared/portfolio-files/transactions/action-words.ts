import type { Action } from './transaction-kind.ts';

/** Codes that are the whole of a cell: letters for purchase and sale, Robinhood's codes of transactions, Quicken's, and those of OFX. */
export const ACTION_CODES: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['B', 'buy'],
  ['K', 'buy'],
  ['BOT', 'buy'],
  ['S', 'sell'],
  ['V', 'sell'],
  ['SLD', 'sell'],
  ['BTO', 'buy'],
  ['BTC', 'buy'],
  ['STO', 'sell'],
  ['STC', 'sell'],
  ['CON', 'deposit'],
  ['CONT', 'deposit'],
  ['DEP', 'deposit'],
  ['WDL', 'withdrawal'],
  ['NRT', 'fee'],
  ['FCH', 'fee'],
  ['DIS', 'dividend'],
  ['REI', 'reinvestment'],
  ['CDIV', 'dividend'],
  ['MDIV', 'dividend'],
  ['CIL', 'dividend'],
  ['SLIP', 'interest'],
  ['GDBP', 'interest'],
  ['GOLD', 'fee'],
  ['AFEE', 'fee'],
  ['DFEE', 'fee'],
  ['DTAX', 'fee'],
  ['MINT', 'fee'],
  ['SPL', 'split'],
  ['SPR', 'split'],
  ['RTP', 'transfer'],
  ['DCF', 'transfer'],
  ['ITRF', 'transfer'],
  ['XENT', 'transfer'],
  ['ABIP', 'deposit'],
  ['ACATI', 'transfer_in'],
  ['REC', 'transfer_in'],
  ['ACATO', 'transfer_out'],
  ['IN', 'deposit'],
  ['OUT', 'withdrawal'],
  ['CR', 'deposit'],
  ['DR', 'withdrawal'],
  ['XIN', 'deposit'],
  ['XOUT', 'withdrawal'],
  ['CONTRIBX', 'deposit'],
  ['WITHDRWX', 'withdrawal'],
  ['INTINC', 'interest'],
  ['INTX', 'interest'],
  ['MISCINC', 'interest'],
  ['MISCEXP', 'fee'],
  ['MARGINT', 'fee'],
  ['RTRNCAP', 'dividend'],
  ['DIVX', 'dividend'],
  ['CGLONG', 'dividend'],
  ['CGSHORT', 'dividend'],
  ['CGMID', 'dividend'],
  ['SHRSIN', 'transfer_in'],
  ['SHRSOUT', 'transfer_out'],
  ['DIRECTDEP', 'deposit'],
  ['DIRECTDEBIT', 'withdrawal'],
  ['POS', 'withdrawal'],
  ['SRVCHG', 'fee'],
  ['XFER', 'transfer'],
]);

const OPTION_CODES = /^(?:BTO|BTC|STO|STC|OEXP|OASGN|OEXCS|OCA)$/i;
const OPTION_WORDS =
  /\b(?:buy|bought|sell|sold)[\s_-]*to[\s_-]*(?:open|close)\b|\boptions? (?:expir|assign)|\b(?:expired|assigned) options?\b/i;

/** Whether words are those of an option's trade, expiry or assignment: Robinhood's codes, "Buy to open". What a broker calls all its trades so, a column of kinds tells. */
export const isOptionAction = (text: string): boolean => OPTION_CODES.test(text.trim()) || OPTION_WORDS.test(text);

/**
 * What banks and brokers write in German, French, Spanish, Italian, Dutch and the Nordic languages. A sale stands before a
 * purchase here, whose word is the end of its own: Verkauf, verkoop.
 */
export const RULES_ABROAD: readonly [pattern: RegExp, action: Action][] = [
  [/verk(?:auf|oop)\w*|\bvente\b|\brachat\b|\bventas?\b|\bvenda\b|\bvendita\b|\bsälj\w*|\bsalg\b|\bsolgt\b/i, 'sell'],
  [
    /\w*kauf\b|\bgekauft\b|\b(?:aan)?koop\b|\bachat\b|\bcompras?\b|\bacquisto\b|(?<!\p{L})köp\w*|\bkjøp\b|\bkøb\b|\w*sparplan\w*/iu,
    'buy',
  ],
  [
    /\bsteuern?\b|\w*steuer\b|\bgebühr\w*|\bimpôts?\b|\bfrais\b|\bimpuestos?\b|\bcomisi[oó]n\w*|\bimposte?\b|\bcommissioni\b|\bkosten\b/i,
    'fee',
  ],
  [
    /\bdividenden?\b|\bdividendes?\b|\bdividendos?\b|\bdividendi?\b|\bausschüttung\w*|\bertr[aä]g\w*|\butdelning\b|\butbytte\b|\budbytte\b/i,
    'dividend',
  ],
  [/\w*zins(?:en)?\b|\bintérêts?\b|\bintereses\b|\binteressi\b|\brente\b|\bränta\b|\brente[rn]?\b/i, 'interest'],
  [
    /\beinzahlung\w*|\beinlagen?\b|\bversement\b|\bdep[oó]sito\b|\bingreso\b|\bversamento\b|\bstorting\b|\binsättning\b|\binnskudd\b/i,
    'deposit',
  ],
  [/\bgutschrift\b/i, 'deposit'],
  [
    /\bauszahlung\w*|\babhebung\w*|\blastschrift\w*|\bprélèvement\b|\bretrait\b|\bretirada\b|\breintegro\b|\bprelievo\b|\bopname\b|\buttag\b|\buttak\b/i,
    'withdrawal',
  ],
  [/\beinbuchung\w*|\beinlieferung\w*|\bdepoteingang\b/i, 'transfer_in'],
  [/\bausbuchung\w*|\bauslieferung\w*|\bdepotausgang\b/i, 'transfer_out'],
  [/(?<!\p{L})überweisung\w*|\bumbuchung\w*|\bvirement\b|\btransferencia\b|\bbonifico\b|\boverboeking\b/iu, 'transfer'],
];
