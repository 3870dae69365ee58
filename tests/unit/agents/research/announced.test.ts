// Forecasts, dividends, job cuts, flows and charges stand on pages of several days: two of them that differ are a contradiction, two announcements are none.
import { describe, expect, test } from '@jest/globals';
import { contradicts } from '../../../../shared/agents/research/contradiction/contradicts.ts';

const MONDAY = '2026-11-16';
const TUESDAY = '2026-11-17';

describe('what cannot both be so is found, though the pages are of two days', () => {
  test.each([
    ['Wells Fargo expects net interest income of about $48 billion in 2026, its finance chief said.', 'Wells Fargo now expects net interest income of about $45 billion in 2026, down from an earlier forecast of $47 billion.'],
    ['Cisco forecast second-quarter revenue of $15.1 billion.', 'Cisco expects revenue of $14.2 billion in the second quarter.'],
    ['Walmart raised its full-year sales forecast to $712 billion.', 'Walmart raised its full-year sales forecast to $705 billion.'],
    ['Pfizer said it expects revenue to reach $64 billion in 2026.', 'Pfizer expects revenue of $61 billion in 2026.'],
    ['Johnson & Johnson declared a quarterly dividend of $1.30 per share on Monday.', 'Johnson & Johnson declared a quarterly dividend of $1.24 per share on Monday.'],
    ['The Board of Directors of Intel declared a regular quarterly cash dividend of $0.12 per common share.', 'Intel’s board declared a dividend of 14 cents a share.'],
    ['PepsiCo raised its quarterly dividend to $1.49 a share.', 'PepsiCo declared a $1.42 quarterly dividend.'],
    ['Verizon plans to cut 13,000 jobs over two years.', 'Verizon will lay off 15,000 workers over two years.'],
    ['Disney will cut 7,000 jobs, it said on Monday.', 'Disney announced 3,000 job cuts.'],
    ['VXUS returned 18.4% this year through October.', 'VXUS returned 12.1% this year through October 31.'],
    ['VTI gained 14.2% this year through October.', 'VTI gained 11.9% year to date through October 31.'],
    ['VIG had a 12-month yield of 1.7% at the end of October.', 'The 12-month yield of VIG was 1.2% at the end of October.'],
    ['VOO has an expense ratio of 0.03%.', 'VOO has an expense ratio of 0.05%.'],
    ['Investors poured $3.4 billion into the Vanguard Total Bond Market ETF (BND) in October.', 'Investors withdrew $1.2 billion from the Vanguard Total Bond Market ETF (BND) in October.'],
    ['Bitcoin ETFs added $2.2 billion in October.', 'Bitcoin ETFs lost $1.4 billion in October.'],
    ['Qualcomm reported revenue of $11.3 billion for the September quarter.', 'Qualcomm reported revenue of $10.2 billion for the September quarter.'],
  ])('%s · %s', (one, other) => {
    expect(contradicts({ text: one, day: MONDAY }, { text: other, day: TUESDAY })).toBe(true);
  });
}); // prettier-ignore

describe('what may both be so is no contradiction', () => {
  test.each([
    ['Wells Fargo expects net interest income of about $48 billion in 2026.', 'Wells Fargo expects net interest income of about $48.5 billion in 2026.'],
    ['Wells Fargo expects net interest income of about $48 billion in 2026.', 'Wells Fargo expects net interest income of about $50 billion in 2027.'],
    ['Cisco forecast second-quarter revenue of $15.1 billion.', 'Cisco forecast annual revenue of $60.2 billion.'],
    ['Cisco forecast second-quarter revenue of $15.1 billion.', 'Analysts expected revenue of $14.6 billion.'],
    ['Cisco forecast revenue of $15.1 billion.', 'Cisco reported revenue of $14.7 billion.'],
    ['Intel declared a quarterly dividend of $0.12 per share.', 'Intel declared a special dividend of $1.00 per share.'],
    ['Intel declared a quarterly dividend of $0.12 per share.', 'Intel shares closed at $41.20.'],
    ['PepsiCo raised its quarterly dividend to $1.49 a share.', 'PepsiCo closed at $151.40.'],
    ['Verizon plans to cut 13,000 jobs.', 'Verizon will hire 2,000 people.'],
    ['Verizon plans to cut 13,000 jobs.', 'Verizon plans to cut 900 jobs in Ohio.'],
    ['VXUS returned 18.4% this year through October.', 'VXUS returned 16.2% this year through September.'],
    ['VXUS returned 18.4% this year through October.', 'VXUS returned 21.0% in the year to October 31.'],
    ['VOO has an expense ratio of 0.03%.', 'VXUS has an expense ratio of 0.05%.'],
    ['Investors poured $3.4 billion into BND in October.', 'Investors withdrew $1.2 billion from BND in September.'],
    ['Gold ETFs added $2.2 billion in October.', 'Gold ETFs added 21 tonnes in October.'],
    ['Qualcomm reported revenue of $11.3 billion for the September quarter.', 'Qualcomm reported revenue of $10.2 billion for the June quarter.'],
  ])('%s · %s', (one, other) => {
    expect(contradicts({ text: one, day: MONDAY }, { text: other, day: TUESDAY })).toBe(false);
  });

  test('what is declared again a quarter later is another dividend', () => {
    const on = (amount: string, day: string) => ({ text: `Intel declared a quarterly dividend of ${amount} per share.`, day });
    expect(contradicts(on('$0.12', '2026-08-14'), on('$0.13', '2026-11-13'))).toBe(false);
  });
}); // prettier-ignore
