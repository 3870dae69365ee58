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
broker brokerage dealer custodian
order trading execution
liquidity liquid illiquid volume
exchange-listed nasdaq nyse listing
settlement settle clearing
leverage leveraged borrow borrower loan loans lend credit
option options call put strike expiry
futures forward contract derivative swap
hedge hedging hedged protect protection shelter guard
insurance insurer insured policy cover coverage
die dies death heir heirs inherit inheritance beneficiary
child children kid education college tuition university student
health medical hospital nursing illness sick disabled disability medicare medicaid
bubble mania euphoria frenzy speculation
fear panic worry anxious nervous
weak weaker weakness soft cool cooled slow slowed sluggish
strong stronger robust solid resilient
fell fallen sank slipped dropped dipped halved shrank tumbled cheaper
rose risen climbed gained jumped doubled trebled lifted higher
expensive costly dear overvalued valuation pricey
cheap undervalued bargain discount
buy buying bought purchase acquire
sell selling sold sale dispose
pay paid payment
bankrupt bankruptcy insolvent insolvency default defaults fail failed collapse
risk risky danger hazard uncertain uncertainty
safe safety secure secured guarantee guaranteed
law legal court ruling judge settlement-talks
fraud scam scheme swindle deceive fake
fine penalty punish punished
board director directors chairman chief executive ceo founder management
vote voting proxy shareholder shareholders stockholder holder
merge merged acquired bid
spinoff spin spun demerger split separation
ipo float flotation debut newcomer
worker workers employee employees staff union wage wages pay-rise salary
customer customers consumer consumers household households shopper family
factory factories plant works manufacturing production output
store stores shop retail retailer
software cloud computing computer data server
phone smartphone device gadget
internet online web website digital
media video television advertising
plane planes airline airlines carrier flight fares travel
ship ships shipping freight container cargo vessel
rail railway truck transport logistics
food foods grocery meal cook
wheat corn grain crop harvest farm soy
coffee cocoa sugar chocolate
copper lithium nickel aluminium iron steel mine mines mining mined
gas lng pipeline
power electricity utility utilities grid
solar wind renewable renewables clean
nuclear uranium reactor
weather storm hurricane flood drought catastrophe disaster
war conflict army military defense weapon weapons drone
election government congress senate president politics
budget deficit borrowing-needs spending-bill shutdown
debt-load indebted owe owed owes
japan japanese tokyo
india indian
britain british uk gilts
europe european eurozone germany france
mexico brazil latin
america american usa domestic
world global worldwide
age old older elderly young
year annual yearly
month monthly
day daily overnight
once lump lump-sum immediately
gradual gradually step steps installment dollar-cost
early premature before-maturity
late delay delayed defer deferred wait
limit ceiling cap maximum
minimum floor least threshold
account accounts roth brokerage-account
annuity lifelong
social-security benefit benefits claim claiming
charity donate donation gift gifts
exempt free sheltered deduct deductible deduction
capital-gain gains appreciation
wash-sale repurchase-rule
interest-rate borrowing-cost
maturity mature matures due term
duration sensitivity
junk high-yield speculative-grade
rating rated downgrade upgrade moody moodys triple
municipal muni munis
corporate issuer company
auction bidder bids sold-debt
mutual mutual-fund open-end
passive indexing index benchmark
active manager stock-picking
churn trades
momentum winners trend
value cheapness book
small small-cap smaller
large large-cap big giant giants mega
concentrated concentration top-heavy
correlation correlated together
bias behavioural psychology mistake
confident overconfident overconfidence
accounting audit auditor statement restate
cash-flow cashflow
asset assets holding holdings own
writedown impairment charge goodwill
stockpile warehouse
supplier supply-chain component
patent approval regulator-approval trial clinical pill tablet injection
hack breach cyber ransomware attack
rent rents rental tenant tenants landlord
office offices building buildings vacancy vacant empty
mortgage-rate homebuyer homebuyers builder builders
deposit depositor depositors saver
reserve reserves liquidity-buffer capital-buffer
stress-test stress
quota subscription subscriber
obesity weight diet
alcohol beer tobacco
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
