// The small print below funds and commentaries: no report quotes it as what research says, and every report of what it argues.
import { expect, test } from '@jest/globals';
import { quotableOf } from '../../../../shared/agents/research/quotable.ts';
import { isSmallPrint } from '../../../../shared/agents/research/small-print.ts';

test.each([
  ['Past performance is no guarantee of future returns.'],
  ['Past performance does not guarantee future results.'],
  ['Past performance is not a reliable indicator of current or future results.'],
  ['The performance data quoted represents past performance.'],
  ['Current performance may be lower or higher than the performance quoted.'],
  ['Investing involves risk, including loss of principal.'],
  ['All investing is subject to risk, including the possible loss of the money you invest.'],
  ['Investments in bonds are subject to interest rate, credit, and inflation risk.'],
  ['Diversification does not ensure a profit or protect against a loss.'],
  [
    'Asset allocation and diversification may not protect against market risk, loss of principal or volatility of returns.',
  ],
  ['Typically, when interest rates rise, there is a corresponding decline in bond values.'],
  ['Bond prices generally fall when interest rates rise.'],
  ['In general, bond prices rise when interest rates fall, and vice versa.'],
  ['Bond values fluctuate in price so the value of your investment can go down depending on market conditions.'],
  [
    'International investing involves risks, including risks related to foreign currency, limited liquidity and less government regulation.',
  ],
  ['Prices of mid- and small-cap stocks often fluctuate more than those of large-company stocks.'],
  ['Fixed income securities are subject to increased loss of principal during periods of rising interest rates.'],
  ['REITs are subject to changes in economic conditions and credit risk.'],
  ['Commodities involve heightened risk, including market volatility.'],
  ['Fixed income risks include interest-rate and credit risk.'],
  ['Indexes are unmanaged and one cannot invest directly in an index.'],
  ['Index returns do not reflect management fees, transaction costs or expenses.'],
  ['The value of investments and the income from them can fall as well as rise.'],
  [
    'The investment return and principal value of an investment will fluctuate so that shares, when sold, may be worth more or less than their original cost.',
  ],
  ['This material is not intended to be relied upon as a forecast, research or investment advice.'],
  ['The opinions expressed are as of November 2026 and are subject to change.'],
  ['Holdings are subject to change without notice.'],
  ['There is no guarantee that dividends will be paid.'],
  ['There can be no assurance that the fund will achieve its investment objective.'],
  [
    'Forward-looking statements are subject to risks and uncertainties that could cause actual results to differ materially.',
  ],
  [
    "This and other information can be found in the funds' prospectuses, which contain risks and should be read carefully.",
  ],
  ['Shares of ETFs are bought and sold at market price and are not individually redeemed from the fund.'],
  ['Brokerage commissions will reduce returns.'],
  ['Vanguard Marketing Corporation, Distributor.'],
  ['Options involve risk and are not suitable for all investors.'],
  ['Gold and precious metals investments may be more volatile than other investments.'],
  ['Concentration in a single sector may result in greater volatility.'],
  ['Foreign securities involve special risks such as currency fluctuations and political uncertainty.'],
  ['The information provided does not constitute an offer to sell or a solicitation.'],
  [
    'Data provided by third parties has not been independently verified, and this information is not guaranteed to be accurate.',
  ],
])('says what the law asks and reports nothing: %s', (sentence) => {
  expect(isSmallPrint(sentence)).toBe(true);
});

test.each([
  [
    'Past performance is no guarantee of future returns: of the funds in the top quarter in 2020, only 4% were still there in 2024.',
  ],
  ['Past performance did not predict future returns, S&P Dow Jones Indices found in its persistence scorecard.'],
  ['Diversification did not protect investors in 2022, when stocks fell 18% and bonds 13%.'],
  ['When interest rates rose in 2022, bond prices fell 13%.'],
  ['Bond prices fell on Friday as Treasury yields rose.'],
  ['Bonds usually fall when rates rise, but in October the aggregate index gained 0.8% as yields rose.'],
  ['The deal involves the risk of a rejection by regulators.'],
  ['Junk bonds returned more than Treasuries as default risk fell.'],
  ['Chinese stocks fell as tariffs threatened exports.'],
  ['Banks said the new capital rules pose a risk to lending.'],
  ['Interest on Treasury bills is subject to federal tax and exempt from state tax.'],
  ["The fund's dividend is subject to withholding tax abroad."],
  ['Investors took on more risk in October as spreads narrowed.'],
  ['The Fed said risks to both sides of its mandate are in balance.'],
  ['The company filed its prospectus for a share sale on Friday.'],
  ['The SPDR prospectus puts the fee at 0.0945%.'],
  ["Nvidia's results may lift chip stocks, traders said."],
  ['Treasury yields fluctuated between gains and losses on Thursday.'],
  ['Stocks tend to rise in November, according to LPL.'],
  ['The index is weighted by market value and holds 500 companies.'],
  ['Small-cap stocks lagged large-cap stocks this year.'],
  ['A loss of jobs in manufacturing weighed on the market.'],
  ['Disney settled a trademark lawsuit with a rival.'],
  ["The stock market is subject to the Fed's next step."],
  ['The Vanguard Total Bond Market ETF tracks an index of investment-grade bonds.'],
  ['High-quality bonds have been less volatile than stocks in nine of the past ten years.'],
  ['Treasuries are considered among the safest assets because the US government backs them.'],
  ["The company's recommendation is subject to a vote of shareholders."],
  ['The bank lowered its guidance and said actual losses came in below its forecast.'],
  ['The merger is subject to approval by regulators.'],
  ["Municipal bonds' interest is exempt from federal income tax."],
  ['Emerging markets stocks carry currency risk and returned 14% this year.'],
  ['Longer bonds fall more than shorter ones when yields rise.'],
  ['A rise of rates hurts bonds already held.'],
  ['The portfolio is diversified across 11,000 bonds.'],
  ["Rising interest rates lifted banks' income, Wells Fargo said."],
  ['Rates rose on Friday and bond prices declined.'],
  ['Higher rates weighed on bond prices on Thursday.'],
  ['Gold prices may fluctuate around $4,000 until the Fed meets, UBS wrote.'],
])('argues it by facts, or is no small print: %s', (sentence) => {
  expect(isSmallPrint(sentence)).toBe(false);
});

test('a page of a fund is quoted without its last paragraph', () => {
  const told = 'The Vanguard Total Bond Market ETF (BND) returned 0.8% in October.';
  const print = 'Past performance is no guarantee of future returns. Diversification does not ensure a profit. Typically, when interest rates rise, there is a corresponding decline in bond values.'; // prettier-ignore
  const quoted = quotableOf({ title: 'Commentary', text: `${told}\n${print}` }, [
    'BND',
    'Vanguard Total Bond Market ETF',
  ]);
  expect(quoted.map(({ text }) => text)).toEqual([told]);
});
