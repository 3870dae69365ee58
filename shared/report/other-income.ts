/** Said beside every chance of success: the projection has no income but the portfolio's. */
export const NOT_COUNTED = 'Social Security and pensions are not counted';
