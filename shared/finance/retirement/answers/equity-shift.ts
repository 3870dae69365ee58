/** By how much the what-ifs raise and lower the share of stocks, as far as there is room: a fraction of the mix. */
export const EQUITY_SHIFT = 0.2;
