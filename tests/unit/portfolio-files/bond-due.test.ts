// A bond of 2034 that is said to have been due on its day of issue, in a report, is a false word on what somebody holds.
import { describe, expect, test } from '@jest/globals';
import { readLines } from './read-lines.ts';

const said = (name: string, maturity?: string): string => {
  const [header, cell] = maturity === undefined ? ['', ''] : [',Maturity date', `,${maturity}`];
  return readLines(
    `Symbol,Description,Quantity,Price,Market Value${header}`,
    `91282CLW9,${name},10000,101.25,10125.00${cell}`,
  ).said;
};

describe('no bond was due that has a day to come', () => {
  test.each([
    'UNITED STATES TREAS NTS 4.25% 11/15/2034 DTD 11/15/24',
    'US TREASURY BOND 4.125% DUE 08/15/2053 DTD 08/15/2023',
    'IBM CORP NOTE CALL MAKE WHOLE 4.15% 05/15/2039 DTD 05/15/2019 CALLABLE 02/15/2025',
    'WALT DISNEY CO 2.65% 01/13/2031 ISSUED 01/13/2020',
    'TRUIST FINL 2.5% 08/01/27 CLB 07/01/2024 @100',
    'US TREASURY NOTE 4.25% DUE Nov 15 2034 DTD 11/15/2024',
    'US TREASURY NOTE 4.25% 15 Nov 2034 DTD 11/15/2024',
    'US TREASURY NOTE 4.25% 15.11.2034 DTD 15.11.2024',
    'US TREASURY NOTE 4.25% 2034 DTD 11/15/2024',
    'US TREASURY NOTE 4.25% Nov-34 DTD 11/15/2024',
    'US TREASURY NOTE 4.25% 11/34 DTD 11/15/2024',
  ])('%s', (name) => {
    expect(said(name)).not.toContain('was due');
  });

  test('by its column of maturity, whatever days its name states', () => {
    expect(said('UNITED STATES TREAS NTS 4.25% 11/15/2024', '11/15/2034')).not.toContain('was due');
  });

  test('nor one of which only the day of issue or of a call is stated', () => {
    expect(said('UNITED STATES TREAS NTS 4.25% DTD 11/15/24')).not.toContain('was due');
    expect(said('IBM CORP NOTE 4.15% CALLABLE 02/15/2025')).not.toContain('was due');
  });
});

test.each([
  ['US TREASURY NOTE 0.25% 05/31/2025 DTD 05/31/2020', '2025-05-31'],
  ['US TREASURY NOTE 0.25% DTD 05/31/2020 05/31/2025', '2025-05-31'],
  ['US TREASURY NOTE 0.25% MATURES ON 05/31/2025 NEXT CALL 06/30/2025', '2025-05-31'],
  ['US TREASURY NOTE 0.25% DUE 31 May 2025', '2025-05-31'],
])('%s was due on %s, by its name', (name, day) => {
  expect(said(name)).toContain(`was due on ${day}, by its name`);
});

test('what a column of maturity says is told by its header', () => {
  expect(said('UNITED STATES TREAS NTS 0.25% DTD 05/31/2020', '05/31/2025')).toContain(
    'was due on 2025-05-31, by "Maturity date"',
  );
});
