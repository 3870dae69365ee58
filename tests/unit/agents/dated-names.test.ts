import { describe, expect, test } from '@jest/globals';
import { instrumentList, taggerPlay } from '../../../shared/agents/models/narrator/tags/tagger-play.ts';

function tag(name: string) {
  const list = instrumentList.parse({ asOf: '2026-11-20', items: [{ symbol: 'XX', name }] });
  const [tagged] = taggerPlay(list).instruments;
  if (tagged === undefined) throw new Error('no answer');
  return { ...tagged, rule: /rule "(.*)"/.exec(tagged.citation)?.[1] };
}

/** As brokers write them: cut, in capitals, with the day that they are due. */
const BONDS: readonly (readonly [rule: string, names: readonly string[]])[] = [
  [
    'corporate-bond',
    [
      'ELI LILLY & CO 4.5% 02/09/2029',
      'LOWES COS INC 4.5% 04/15/2030',
      'CONSOLIDATED EDISON CO NY 3.35% 04/01/2030',
      'JOHN DEERE CAPITAL CORP 4.7% 06/10/2030',
      'TOYOTA MTR CRD LTD 4.55% 05/17/2030',
      'FORD MOTOR CREDIT CO LLC 5.125% 06/16/2030',
      'FORD MOTOR CREDIT CO LLC NT 06/16/2030',
      'TARGET CORP 2.35% 02/15/2030',
      'LINCOLN NATL CORP IND 3.8% 03/01/2028',
      'LOCKHEED MARTIN CORP 5.1% 11/15/2027',
      'LABORATORY CORP AMER HLDGS 2.95% 12/01/2029',
      'LIFETIME BRANDS INC 5% 06/01/2030',
      'FREEDOM MORTGAGE CORP 6.625% 01/15/2027',
      'UPDATE HOLDINGS LLC 6% 05/01/2031',
      'LENNAR CORP 4.75% 11/29/2027',
      'LAS VEGAS SANDS CORP 3.9% 08/08/2029',
      'LIBERTY MUTUAL GROUP INC 4.569% 02/01/2029',
      'LEAR CORP 3.8% 09/15/2027',
      'ENERGY TRANSFER LP SR NT 5.5% 06/01/2027',
      'LAZARD GROUP LLC 4.375% 03/11/2029',
      'LAM RESEARCH CORP 4% 03/15/2029',
      'GO DADDY OPER CO LLC 5.25% 12/01/2027',
      'BANK OF AMERICA CORP 3.248% 10/21/2027',
      'CITY HOLDING CO 4% 01/01/2030',
    ],
  ],
  [
    'municipal-bond',
    [
      'LOS ANGELES CALIF UNI SCH DIST GO 5% 07/01/2035',
      'LOUISIANA ST GO UNLTD 4% 07/01/2040',
      'LOUISIANA ST GAS & FUELS TAX REV 5% 05/01/2041',
      'LONG BEACH CALIF HBR REV 5% 05/15/2034',
      'LEE CNTY FLA ARPT REV 5% 10/01/2033',
      'LEANDER TEX INDPT SCH DIST 4% 08/15/2036',
      'CALIFORNIA ST GO 5% 10/01/2030',
      'ILLINOIS ST 5.1% 06/01/2033',
      'NEW YORK ST DORM AUTH PERSONAL INCOME TAX 5% 03/15/2036',
      'PORT AUTH N Y & N J 5% 09/01/2036',
      'FREEDOM TWP MICH SWR 4% 05/01/2030',
      'COLORADO ST HSG & FIN AUTH 3.5% 11/01/2043',
      'MASSACHUSETTS ST SCH BLDG AUTH 5% 08/15/2030',
      'PHOENIX ARIZ CIVIC IMPT CORP ARPT REV 5% 07/01/2035',
      'CONTINUING CARE RETIREMENT CMNTY REV 5% 11/15/2040',
      'TEXAS CITY TEX INDPT SCH DIST GO 4% 08/15/2031',
    ],
  ],
  [
    'agency-bond',
    [
      'FEDERAL HOME LN MTG CORP 4.0% 11/25/2029',
      'FEDERAL HOME LN BKS 4.75% 06/12/2028',
      'FEDERAL NATL MTG ASSN 0.875% 08/05/2030',
      'FEDERAL FARM CR BKS 4.5% 03/02/2029',
      'TENNESSEE VALLEY AUTH 3.875% 03/15/2028',
    ],
  ],
  [
    'certificate-of-deposit',
    [
      'LIVE OAK BANKING CO CD 4.3% 09/15/2028',
      'LUANA SVGS BK IOWA CD 4% 03/15/2027',
      'GOLDMAN SACHS BK USA CD 4.75% 06/07/2028',
      'LAFAYETTE FED CR UN CD 4.5% 2029',
      'ALLY BK SANDY UTAH CD 4.50000% 06/01/2027',
    ],
  ],
  [
    'structured-note',
    [
      'JPMORGAN CHASE FIN CO LLC STRUCTURED NT 06/16/2027',
      'GS FIN CORP AUTOCALLABLE CONTINGENT COUPON NTS 08/2028',
      'BARCLAYS BANK PLC BUFFERED NT LKD S&P 500 2029',
      'MORGAN STANLEY FIN LLC MARKET LINKED SECURITIES 2030',
      'CITIGROUP GLOBAL MKTS TRIGGER PHOENIX NTS 05/04/2027',
      'UBS AG LONDON BRH EQUITY LINKED NT 2028',
    ],
  ],
  [
    'single-bond',
    ['LAND OLAKES CAP TR 7.45% 03/15/2028', 'LATAM AIRLINES 7.875% 04/15/2030', 'LEVI STRAUSS 3.5% 03/01/2031'],
  ],
  ['us-treasuries', ['UNITED STATES TREAS NTS 4.25% 11/15/2034']],
  ['treasury-bills', ['US TREASURY BILL 02/12/2027']],
];

/** Partnerships and others whose names have a year and say no more than that. */
const NOTHING_SAID = [
  'Lexington Capital Partners IX L.P. (2019)',
  'Landmark Real Assets 2020 LP',
  'LLR Equity Partners VI 2020',
  'Blackstone Secondary Retirement Fund 2019 LP',
  'LIVEKINDLY VENTURES 2021',
  'NY 529 Target Enrollment 2036/2037 Portfolio',
  'LEGACY HOLDINGS LN 2021',
  'LATE STAGE 2030',
];

const TARGET_DATES: readonly (readonly [name: string, year: number])[] = [
  ['Vanguard Target Retirement 2045 Fund', 2045],
  ['VANGUARD TARGET RETIREMENT 2030 TRUST PLUS', 2030],
  ['VANG TARGET RET 2045', 2045],
  ['VANGUARD TGT RET 2055 TR', 2055],
  ['Vanguard Trgt Retire 2065 Inv', 2065],
  ['Target Retirement 2065 Trust', 2065],
  ['Fidelity Freedom 2035', 2035],
  ['Fidelity Freedom Index 2050 Fund', 2050],
  ['FID FREEDOM 2040 K6', 2040],
  ['FIAM BLEND TARGET DATE 2040 Q', 2040],
  ['Fidelity Freedom Blend 2055', 2055],
  ['T. Rowe Price Retirement 2040 Fund', 2040],
  ['TRP RETIREMENT 2040 TR-F', 2040],
  ['T Rowe Price Ret Blend Target Date 2050', 2050],
  ['American Funds 2040 Target Date Retirement Fund R6', 2040],
  ['AMERICAN FUNDS 2055 TRGT DATE RETIRE R6', 2055],
  ['TIAA-CREF Lifecycle Index 2045 Fund', 2045],
  ['Nuveen Lifecycle 2050 Fund', 2050],
  ['BlackRock LifePath Index 2045 Fund', 2045],
  ['LIFEPATH INDEX 2060', 2060],
  ['BLK LPATH IDX 2035 FD', 2035],
  ['iShares LifePath Target Date 2050 ETF', 2050],
  ['JPMorgan SmartRetirement Blend 2040', 2040],
  ['JPMCB SMARTRETIREMENT PASSIVE BLEND 2045 CF', 2045],
  ['State Street Target Retirement 2050 Fund', 2050],
  ['SSGA TARGET RET 2060 NL SERIES', 2060],
  ['Schwab Target 2040 Index Fund', 2040],
  ['Schwab Managed Retirement Trust Fund 2035', 2035],
  ['Principal LifeTime 2040 Fund', 2040],
  ['PRINCIPAL LIFETIME HYBRID 2055 CIT', 2055],
  ['PIMCO RealPath Blend 2040 Fund', 2040],
  ['MassMutual RetireSMART by JPM 2040 Fund', 2040],
  ['John Hancock Multimanager 2045 Lifetime Portfolio', 2045],
  ['Great-West Lifetime 2045 Fund', 2045],
  ['Allspring Target 2040 Fund', 2040],
  ['Dimensional 2045 Target Date Retirement Income Fund', 2045],
  ['Putnam Retirement Advantage 2045 Fund', 2045],
  ['Voya Target Retirement 2050 Fund', 2050],
  ['TSP L 2050', 2050],
  ['L 2045 Fund', 2045],
  ['L2035', 2035],
  ['Thrift Savings Plan L 2060 Fund', 2060],
  ['Fidelity Target 2045 Euro Fund', 2045],
  ['NEST 2044 Retirement Fund', 2044],
  ['WELLS FARGO & CO TARGET DATE CIT 2040', 2040],
  ['Empower TDF 2045', 2045],
];

describe('what has a year in its name is no target-date fund where it is', () => {
  test.each(BONDS.flatMap(([rule, names]) => names.map((name) => [name, rule])))('%s: %s', (name, rule) => {
    const tagged = tag(name);
    const stocks = (tagged.assetClasses ?? []).filter(({ key }) => key === 'equity');
    expect(stocks).toEqual([]);
    if (rule === 'structured-note') expect(tagged).toMatchObject({ type: 'bond', assetClasses: null });
    else expect(tagged.rule).toBe(rule);
  });

  test.each(NOTHING_SAID)('%s, of which nothing is said', (name) => {
    expect(tag(name).assetClasses).toBeNull();
  });
});

test.each(TARGET_DATES)('%s is a target-date fund of %d', (name, year) => {
  expect(tag(name)).toMatchObject({ rule: 'target-date', rationale: expect.stringContaining(` ${String(year)}:`) });
});

describe('a word that only begins like another says nothing of it:', () => {
  test.each([
    ['ULTRA CLEAN HLDGS INC COM', 'common-stock'],
    ['BEAR CREEK MINING CORP', 'common-stock'],
    ['BEAR STEARNS COS INC 5.3% 10/30/2035', 'corporate-bond'],
    ['BITCOIN DEPOT INC', 'none'],
    ['KINROSS GOLD COMMON SHARES', 'common-stock'],
    ['TARGET CORP', 'common-stock'],
    ['AMERICAN MIDSTREAM PARTNERS LP', 'none'],
    ['GOLD STRETCH VENTURES', 'none'],
  ])('%s: %s', (name, rule) => {
    expect(tag(name).rule).toBe(rule);
  });
});
