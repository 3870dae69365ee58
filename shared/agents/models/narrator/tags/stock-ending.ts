/** What calls the stock of a company, or a plan's fund of it, after the company: "Boeing Stock Fund", "Publix Stock", "Deere Common Stock Fund K". */
export const ENDING =
  /^(.+?)(?:['’]s)? (?:(?:common|unitized) )?stock(?: units?| unitized)?(?: (?:fund|fd|pool|account|acct|portfolio))*(?: (?:cl(?:ass)? )?(?:[a-z]?\d{0,2}|i{2,3}))?(?:\s?\([^)]*\))*$/;
/** The same of whoever its owner works for. */
export const OF_THE_EMPLOYER = /^(.*?)\b(?:company|employer)(?:['’]s)?(?: common)? stock\b(?! (?:index|market))/;
/** Without a word of whose it is. */
export const ALONE = /^common stock(?: fund)?$/;

/** Whether only a name tells that something is one company's stock, and not which company's: a fund of many may be called so too. */
export function isStockByName(name: string): boolean {
  const said = name.toLowerCase();
  return (ENDING.test(said) || ALONE.test(said)) && !OF_THE_EMPLOYER.test(said);
}
