import { stem } from './stem.ts';

/** Words that a person who asks may use for those of a text, each line one thing. Not synonyms: near enough to look there. */
const lines = `
stock equity equities share shares
bond bonds treasury treasuries fixed-income debt note
etf fund index-fund tracker
dividend payout distribution
yield coupon
inflation cpi prices price-level deflation
fed federal-reserve fomc central-bank ecb
rate rates interest hike cut easing tightening
recession downturn slump contraction
growth expansion gdp boom
profit earnings income net-income margin
revenue sales turnover
loss losses decline drop fall slide plunge tumble
gain rise rally surge climb jump
volatility vix swings turbulence
crash selloff correction bear
bull bullish optimism
unemployment jobless layoffs jobs payrolls labor employment
retirement retire pension retiree 401-k ira nest-egg
tax taxes taxation irs taxable
fee fees expense cost costs ratio
crypto bitcoin ethereum cryptocurrency
oil crude energy petroleum opec barrel
gold bullion metal precious silver
house housing home property mortgage estate reit
bank banks lender lending banking
chip chips semiconductor semiconductors gpu
ai artificial-intelligence machine-learning
car cars vehicle vehicles auto automaker ev
drug pharma pharmaceutical medicine biotech
merger acquisition takeover buyout deal
buyback repurchase
guidance outlook forecast projection
diversify diversification spread allocation
emerging developing foreign international overseas
dollar currency forex exchange euro yen
china chinese beijing
withdraw withdrawal spending drawdown
save saving savings
rebalance rebalancing
lawsuit litigation antitrust regulator regulation sec probe
tariff tariffs trade import export
supply shortage inventory
`;

const stemmed = (name: string): string => name.split('-').map(stem).join(' ');

const concepts = new Map(
  lines
    .trim()
    .split('\n')
    .flatMap((line, number) => line.split(' ').map((name): [string, number] => [stemmed(name), number])),
);

/** The number of the thing that a stem, or two words after each other, is a name of. */
export function conceptOf(stemOrPair: string): number | undefined {
  return concepts.get(stemOrPair);
}
