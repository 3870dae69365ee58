import { NAMES_ABROAD } from './column-names-abroad.ts';
import { isOfAnotherTime } from './column-times.ts';
import { withoutScale } from './header-scale.ts';
import { isCurrencyCode } from './currency-text.ts';

/** What a column can hold. */
export type Field =
  | 'account'
  | 'accountNumber'
  | 'accountType'
  | 'registration'
  | 'institution'
  | 'owner'
  | 'symbol'
  | 'identifier'
  | 'name'
  | 'instrumentType'
  | 'quantity'
  | 'price'
  | 'priceDate'
  | 'priceSource'
  | 'currency'
  | 'exchangeRate'
  | 'costBasis'
  | 'costPerUnit'
  | 'marketValue'
  | 'accountValue'
  | 'acquired'
  | 'lotLevel'
  | 'tradeDate'
  | 'action'
  | 'actionBeside'
  | 'interestRate'
  | 'interestYield'
  | 'coupon'
  | 'maturity'
  | 'amount'
  | 'amountCurrency'
  | 'accountCurrency'
  | 'cashBalance'
  | 'settlementRate'
  | 'status'
  | 'notes'
  | 'fee'
  | 'commission';

/**
 * Headers by field, without case, blanks and punctuation; of two columns that fit one field, the name that stands first
 * here is used. "number" stands for "#".
 */
const NAMES: Record<Field, string> = {
  account:
    'accountname account accounts accountnickname accountdescription accounttitle acctname acct portfolio portfolioname planname nameofplan',
  accountNumber:
    'accountnumber accountno accountnum accountid acctnumber acctno acctnum acctid clientaccountid brokerageaccountnumber',
  accountType:
    'accounttype accttype typeofaccount accountkind kindofaccount taxtreatment taxtype taxstatus accounttaxstatus ' +
    'accounttaxtype registrationtype',
  // Where an account is and whose it is tells accounts of one name apart.
  institution:
    'institution institutionname financialinstitution broker brokername custodian custodianname bank bankname heldat heldin location where',
  owner:
    'owner ownername nameofowner owners accountowner accountownername nameofaccountowner accountholder accountholdername ' +
    'nameofaccountholder holdername heldby ownedby belongsto registeredto registeredowner inthenameof whose person familymember member',
  // In a broker's own words, some of which say how the account is taxed: Merrill's "Roth IRA-Edge".
  registration: 'accountregistration registration accountclass accountcategory plantype',
  symbol:
    'symbol ticker instrumentsymbol tickersymbol symbolticker symcusip stocksymbol securitysymbol fundsymbol fundticker tradingsymbol stockticker ' +
    'instrument pair tradingpair symbolcusip cusipsymbol securityid instrumentid isin cusip symbolisin equitysymbol coin code sym tickercode epic ' +
    'scrip tradingsymbol stockcode asxcode cryptocurrency financialinstrument',
  // Beside a column of tickers those of CUSIPs and ISINs are such, too.
  identifier: 'sedol figi',
  name:
    'name description equitydescription securityname securitydescription instrumentname investmentname fundname companyname assetname ' +
    'productname stockname longname holdingname positionname fullname tickername symboldescription holdingdescription security investment fund company holding asset product title stock stocks equity ' +
    'securities holdings etf slice investmentoption fundoption tspfund item',
  instrumentType: 'securitytype assetcategory assettype instrumenttype investmenttype producttype sectype assetclass',
  quantity:
    'quantity qty shares units shs numberofshares numberofunits numberofunitsshares noofshares noshares noofunits sharequantity sharebalance unitbalance ' +
    'totalshares totalunits sharecount unitcount amountofshares amountofunits numbershares holdingsunits sharesheld unitsheld sharesowned sharesunits unitsshares sharesquantity quantityshares position ' +
    'ownedquantity howmany howmuch owned held numberheld amountheld ' +
    'facevalue faceamount parvalue paramount nominalvalue par face filledquantity filledqty filled vol volume executedquantity executedqty quantitytransacted totalqty totalquantity ' +
    'quantityavailable qtyavailable availablequantity availableqty',
  price:
    'price px lastprice marketprice currentprice shareprice unitprice closingprice closeprice latestprice markprice ' +
    'pricepershare priceshare priceperunit lasttradeprice currentpricepershare pershareprice unitvalue nav navprice lastclose close ' +
    'unitvalueshareprice unitshareprice unitsharevalue shareunitvalue shareunitprice sharevalue last mark quote closing ltp tradeprice priceattransaction spotpriceattransaction',
  priceDate:
    'pricedate cobdate priceasof priceasofdate pricingdate priceday quotedate asofdate asof valuationdate reportdate date ' +
    'lastupdated lastupdate updated updatedon pricelastupdated lastpriceupdate priceupdated priceupdatedon pricedon datepriced ' +
    'priceasat asat pricetime',
  priceSource: 'pricesource source quotesource',
  currency:
    'currency pricecurrency currencycode tradingcurrency tradecurrency localcurrency securitycurrency currencyprimary ccy ' +
    'curr isocurrency marketpricecurrency valuationcurrency instrumentcurrency quotecurrency transactioncurrency',
  // Of these alone the direction is certain: what one unit costs in the account's base currency.
  exchangeRate: 'fxratetobase exchangeratetobase fxratetobasecurrency exchangeratetobasecurrency',
  costBasis:
    'costbasis totalcost costbasistotal totalcostbasis costbasismoney bookvalue bookcost costvalue adjustedcostbasis ' +
    'origcost originalcost amountinvested investedamount totalinvested totalclientinvestment purchasevalue taxcost cost acb purchase',
  costPerUnit:
    'averagecost avgcost averagecostbasis avgcostbasis averageprice avgprice averagecostpershare avgcostpershare ' +
    'costpershare costperunit costshare costbasispershare costbasisshare averagecostshare unitcost avgunitcost ' +
    'avgcostshare avgcostperunit averagecostperunit avgcostunit averagecostunit averageunitcost avgcostbasispershare averagecostbasispershare ' +
    'avgcostbasisshare averagecostbasisshare costbasisperunit basispershare basisshare averagepricepaid avgpricepaid averagebuyprice avgbuyprice ' +
    'avgpurchaseprice avgentryprice entryprice pricepaidpershare ' +
    'purchaseprice averagepurchaseprice pricepaid costbasisprice averageentryprice costprice buyprice buyingprice openprice ' +
    'boughtprice pricebought boughtat priceatpurchase',
  marketValue:
    'marketvalue mv mktval mktvalue currentvalue totalvalue positionvalue endingvalue currentbalance totalbalance currentmarketvalue netliq ' +
    'totalmarketvalue value valueineur valueingbp valueinusd valueinchf worth currentworth totalworth',
  // Beside a value in the row's currency one in the account's: by its header's currency, see `settleAccountValue`.
  accountValue: '',
  acquired:
    'dateacquired acquired acquireddate acquiredon acquisitiondate dateofacquisition datepurchased purchasedate purchaseddate purchasedon purchased ' +
    'dateofpurchase buydate buyingdate datebought boughtdate boughton bought dateofbuy entrydate opendate dateopened opened lotdate opendatetime',
  // Interactive Brokers' Flex: SUMMARY or LOT.
  lotLevel: 'levelofdetail',
  tradeDate: 'tradedate rundate transactiondate activitydate executiondate dateoftrade',
  action:
    'action transactiontype activitytype transaction activity transactionkind tradetype buysell kind type ' +
    'transactiondescription',
  // A second column of them, see `column-map.ts`.
  actionBeside: '',
  interestRate: 'interestrate annualinterestrate yearlyinterestrate cashinterestrate',
  // Of a single bond, which is quoted for 100 of face value.
  coupon: 'coupon couponrate annualcoupon annualcouponrate cpn',
  maturity: 'maturity maturitydate dateofmaturity maturingon maturesdate matures matureson duedate redemptiondate',
  interestYield: 'apy annualpercentageyield interestyield cashyield aer',
  amount: 'netamount amount totalamount cashamount principalamount proceeds total',
  amountCurrency: 'currencytotal currencyamount currencynetamount',
  // Of rows that state no other.
  accountCurrency: 'accountcurrency',
  cashBalance: 'cashbalance runningbalance runningcashbalance cashbalanceafter balanceaftertransaction',
  settlementRate: 'exchangerate fxrate conversionrate wechselkurs devisenkurs wisselkoers',
  status: 'status orderstatus tradestatus transactionstatus',
  notes: 'notes note memo comment comments remarks details',
  fee: 'fees fee feescomm feesandcommissions feescommissions transactionfee totalfees',
  commission: 'commission commissions commissionfees commissionsfees comm',
};

export const fields = Object.keys(NAMES) as Field[];

const PLACES = new Map<string, { field: Field; rank: number }>();
for (const field of fields) {
  const english = NAMES[field].split(' ').filter((name) => name !== '');
  const abroad = (NAMES_ABROAD[field] ?? '').split(' ').filter((name) => name !== '');
  for (const [rank, name] of [...english, ...abroad].entries()) {
    // A word of two languages means what it does in English.
    const known = PLACES.get(name);
    if (known === undefined || rank < english.length) PLACES.set(name, { field, rank });
  }
}

const ENGLISH = new Set(Object.values(NAMES).flatMap((names) => names.split(' ')));
const ONLY_ABROAD = new Set(
  Object.values(NAMES_ABROAD)
    .flatMap((names) => names.split(' '))
    .filter((name) => !ENGLISH.has(name)),
);

/** What a file may state of several times: of these what is counts alone. */
const OF_A_TIME = new Set<Field>(['quantity', 'price', 'marketValue']);

/** Whether a column says what was won or lost: "+/- value", "Plus-value", "P/L value". */
export const isGain = (header: string): boolean =>
  /\+\s*\/\s*[-–−]|[-–−]\s*\/\s*\+|±|(?:plus|moins)[\s/-]*values?|(?<!\p{L})p\s*[/&]\s*l(?!\p{L})|pnl|profit(?! shar)|loss|gewinn|verlust|winst|plusval|minusval|meerwaarde|minderwaarde/iu.test(
    header,
  );

/** What a percentage is meant in. */
const RATES = new Set<Field>(['interestRate', 'interestYield', 'coupon']);

/** Columns of a list of transactions: a table that has one of them is no list of positions. */
const TRADES = new Set(
  (
    'tradedate settlementdate transactiondate transactiontype transactionkind rundate tradetype activitytype action ' +
    'orderid ordernumber orderno tradeid tradenumber transactionid executiontime tradetime tradeprice transactiekostenenof'
  ).split(' '),
);

const squash = (text: string): string =>
  text
    .replaceAll('#', 'number')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** A currency as headers name it: a code, a sign, or a word. */
const MONEY = '[A-Z]{3}|[£€$]|US[- ]?Dollars?|Dollars?|Euros?|Pounds?|Franken|Francs?';
const MONEY_AT_END = new RegExp(`(?:^|[\\s(/]+)(?:(?:in|en|em|im)\\s+)?(${MONEY})\\)?\\s*$`);
const MONEY_IN_FRONT = new RegExp(`^(${MONEY})\\s+(?=\\p{L})`, 'u');
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:€|euros?)$/i, 'EUR'],
  [/^(?:£|pounds?)$/i, 'GBP'],
  [/^us[- ]?dollars?$/i, 'USD'],
  [/^(?:franken|francs?)$/i, 'CHF'],
];

const codeIn = (text: string): string | null =>
  isCurrencyCode(text) ? text : (WORDS.find(([word]) => word.test(text))?.[1] ?? null);
const isMoney = (text: string): boolean => codeIn(text) !== null || /^(?:\$|dollars?)$/i.test(text);

/** Without the currency that it states: "Kurswert in Euro", "Price (EUR)", "USD Value". */
const withoutCode = (text: string): string =>
  text
    .replace(MONEY_AT_END, (all, money: string) => (isMoney(money) ? '' : all))
    .replace(MONEY_IN_FRONT, (all, money: string) => (isMoney(money) ? '' : all));

/** Ways to read a header, the whole first: "Mkt Val (Market Value)" is also "Mkt Val" and "Market Value". */
function readings(header: string): string[] {
  const [, outside = '', inside = ''] = /^([^(]*)\(([^)]*)\)/.exec(header) ?? [];
  const undated = header.replace(/\(?\bas of .*\d.*$/i, '');
  return [header, withoutCode(header), outside, inside, undated].map(squash);
}

/** The field that a header names, and how well (0 best); null where Alex does not use such a column. */
export function fieldOf(header: string): { field: Field; rank: number } | null {
  if (header.length > 100 || !/\p{L}/u.test(header)) return null;
  // "Valor" is a Swiss number of a security, and "Valor en EUR" no such thing.
  const isMoneys = currencyOf(header) !== null;
  const isOfChange = isGain(header);
  const proportion = /%|percent|prozent|(?<!ex)change|gain|chng/i.test(header);
  const isNotNow = isOfAnotherTime(header);
  const whole = squash(header);
  for (const reading of readings(withoutScale(header))) {
    const place = PLACES.get(reading);
    if (place?.field === 'symbol' && isMoneys) continue;
    // "Purchase $" is what was paid, and "Purchase" may be a day.
    if (reading === 'purchase' && !MONEY_AT_END.test(header)) continue;
    const isOfATime = place !== undefined && OF_A_TIME.has(place.field);
    if (isOfATime && (isOfChange || (isNotNow && reading !== whole))) continue;
    if (place !== undefined && (!proportion || RATES.has(place.field))) return place;
  }
  return namesEither(header) ? { field: 'name', rank: LAST } : null;
}

/** Behind every name that is known. */
const LAST = 1000;
const EITHER = /\s*[/|]\s*|\s+(?:or|and)\s+/;

/** Whether a header says in several words what a line holds: "Fund/Share", "Stock or ETF"; "Account / Holding" of an outline. */
function namesEither(header: string): boolean {
  const parts = header.split(EITHER).map(squash);
  const isName = (part: string): boolean => PLACES.get(part)?.field === 'name';
  const isHolding = (part: string): boolean => isName(part) || /^(?:shares?|bonds?|etfs|funds|trusts?)$/.test(part);
  return parts.length > 1 && parts.some(isName) && parts.every((part) => isHolding(part) || part === 'account');
}

/** Whether a header is the name of a field and says nothing more: "Price", and not "Price (today)". */
export const isPlainName = (header: string): boolean => PLACES.has(squash(header));

/** Whether a header is a word of another language alone; one letter's case or a word of two languages tells nothing. */
export const isHeaderAbroad = (header: string): boolean => ONLY_ABROAD.has(squash(header));

/** Headers of columns that hold tickers in one file and names in another. */
const TICKERS_OR_NAMES = new Set(
  (
    'security securities stock stocks asset investment holding holdings fund etf slice equity company product name wertpapier titel ' +
    'produkt bezeichnung titre libellé activo titolo strumento effect fonds'
  ).split(' '),
);
export const mayHoldTickers = (header: string): boolean => TICKERS_OR_NAMES.has(squash(header)) || namesEither(header);

/** Whether a header is of codes that a security has whether it is traded or not. */
export const isIdentifierHeader = (header: string): boolean =>
  /^(?:isin|cusip|securityid|instrumentid|isincode|isinnummer|codeisin)$/.test(squash(header));

/** Whether a header is of moments, whose days count where no other column has days. */
export const isTimeHeader = (header: string): boolean =>
  /^(?:time|datetime|dateandtime|timestamp)(?:utc|gmt)?$/.test(squash(header));

export const isTradeHeader = (header: string): boolean => TRADES.has(squash(header));

/** Whether a header says that its figures are pence: "Price (pence)". */
export const isInPence = (header: string): boolean => /\((?:pence|p|gbx)\)\s*$/i.test(header);

/** The currency that a header states: "Price (EUR)", "Value (£)", "Kurswert in Euro", "USD Value"; a bare dollar states none. */
export function currencyOf(header: string): string | null {
  const plain = withoutScale(header);
  const money = MONEY_AT_END.exec(plain)?.[1] ?? MONEY_IN_FRONT.exec(plain)?.[1];
  return money === undefined ? null : codeIn(money);
}
