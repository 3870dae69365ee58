/** Words of a fund that multiplies or inverts what a market does in a day. */
export const leveraged =
  /\b-?[1-4](?:\.\d+)?x\b|\bultra(?:pro|short)?\b|\binverse\b|\bleveraged\b|\bbear\b|\bdaily bull\b|\bshort (?:s&p|qqq|dow|russell|nasdaq)/;
/** What has those words and is none. */
export const notLeveraged =
  /ultra[- ]?short[- ](?:term|duration|income|bond)|\b(?:inc|corp|corporation|plc|ltd|co|cos|hldgs|holdings)\b|\besop\b|\d\s?%/;

/** Whether a name says a fund that multiplies or inverts what a market does in a day. */
export function isLeveraged(name: string | undefined): boolean {
  const said = name?.toLowerCase() ?? '';
  return leveraged.test(said) && !notLeveraged.test(said);
}

/** What a reader should know of such a fund. */
export const LEVERAGED =
  'Its name says a leveraged or inverse fund: such funds multiply a market’s daily moves and can lose most of their value in months';
