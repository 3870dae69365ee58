/** Shown once by every report, whoever wrote its texts. */
export const DISCLAIMER =
  'This report was prepared by software for education and general information. It is not investment, tax or legal advice, ' +
  'and it does not take account of everything about your situation. The figures rest on the data you gave, on prices that ' +
  'may be out of date, and on assumptions about markets that may not hold. Past and simulated results do not tell you what ' +
  'will happen: investments can lose value, including the money you put in. Before you act, check the figures ' +
  'and consider talking to a qualified adviser.';
