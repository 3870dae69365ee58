/** What stock indices are made of, rounded to about half a percent, from their providers' public fact sheets. */
import type { Mix } from './mix.ts';

const MID_2025 = '2025-06-30';
const equity = { equity: 1 };

export const sp500: Mix = {
  assetClasses: equity,
  regions: { north_america: 1 },
  sectors: {
    information_technology: 0.331,
    financials: 0.14,
    consumer_discretionary: 0.104,
    communication_services: 0.098,
    health_care: 0.093,
    industrials: 0.086,
    consumer_staples: 0.055,
    energy: 0.03,
    utilities: 0.024,
    real_estate: 0.02,
    materials: 0.019,
  },
  citation: 'S&P Dow Jones Indices, S&P 500 fact sheet, GICS sector breakdown, rounded',
  asOf: MID_2025,
};

export const usTotalMarket: Mix = {
  assetClasses: equity,
  regions: { north_america: 1 },
  sectors: {
    information_technology: 0.305,
    financials: 0.147,
    consumer_discretionary: 0.106,
    health_care: 0.098,
    industrials: 0.097,
    communication_services: 0.091,
    consumer_staples: 0.053,
    energy: 0.032,
    real_estate: 0.027,
    utilities: 0.024,
    materials: 0.02,
  },
  citation: 'MSCI, MSCI USA IMI fact sheet (the US market of all sizes), GICS sector breakdown, rounded',
  asOf: MID_2025,
};

export const nasdaq100: Mix = {
  assetClasses: equity,
  regions: { north_america: 0.97, europe: 0.02, emerging_markets: 0.01 },
  sectors: {
    information_technology: 0.53,
    communication_services: 0.155,
    consumer_discretionary: 0.13,
    consumer_staples: 0.05,
    health_care: 0.045,
    industrials: 0.045,
    utilities: 0.015,
    materials: 0.015,
    energy: 0.01,
    financials: 0.005,
  },
  citation: 'Invesco, QQQ fact sheet, GICS sector breakdown, rounded',
  asOf: MID_2025,
};

export const usGrowth: Mix = {
  assetClasses: equity,
  regions: { north_america: 1 },
  sectors: {
    information_technology: 0.51,
    communication_services: 0.145,
    consumer_discretionary: 0.145,
    industrials: 0.06,
    health_care: 0.055,
    financials: 0.05,
    consumer_staples: 0.015,
    real_estate: 0.01,
    materials: 0.005,
    energy: 0.005,
  },
  citation: 'Vanguard and S&P growth index fact sheets, sector breakdown in GICS terms, rounded',
  asOf: MID_2025,
};

export const usValue: Mix = {
  assetClasses: equity,
  regions: { north_america: 1 },
  sectors: {
    financials: 0.23,
    industrials: 0.15,
    health_care: 0.145,
    consumer_staples: 0.1,
    information_technology: 0.1,
    consumer_discretionary: 0.075,
    energy: 0.06,
    utilities: 0.05,
    communication_services: 0.03,
    real_estate: 0.03,
    materials: 0.03,
  },
  citation: 'Vanguard and S&P value index fact sheets, sector breakdown in GICS terms, rounded',
  asOf: MID_2025,
};

export const usDividend: Mix = {
  assetClasses: equity,
  regions: { north_america: 1 },
  sectors: {
    energy: 0.195,
    consumer_staples: 0.19,
    health_care: 0.16,
    industrials: 0.125,
    financials: 0.09,
    information_technology: 0.09,
    consumer_discretionary: 0.085,
    communication_services: 0.045,
    materials: 0.015,
    utilities: 0.005,
  },
  citation: 'Schwab, SCHD portfolio composition by GICS sector (Dow Jones U.S. Dividend 100), rounded',
  asOf: MID_2025,
};

export const usDividendAppreciation: Mix = {
  assetClasses: equity,
  regions: { north_america: 1 },
  sectors: {
    information_technology: 0.265,
    financials: 0.225,
    health_care: 0.15,
    consumer_staples: 0.115,
    industrials: 0.11,
    consumer_discretionary: 0.055,
    materials: 0.03,
    energy: 0.02,
    communication_services: 0.015,
    utilities: 0.015,
  },
  citation: 'Vanguard, VIG portfolio composition by sector in GICS terms, rounded',
  asOf: MID_2025,
};

export const usHighDividend: Mix = {
  assetClasses: equity,
  regions: { north_america: 1 },
  sectors: {
    financials: 0.215,
    industrials: 0.13,
    health_care: 0.125,
    information_technology: 0.12,
    consumer_staples: 0.1,
    consumer_discretionary: 0.095,
    energy: 0.09,
    utilities: 0.065,
    communication_services: 0.035,
    materials: 0.025,
  },
  citation: 'Vanguard, VYM portfolio composition by sector in GICS terms, rounded',
  asOf: MID_2025,
};

export const usMidCap: Mix = {
  assetClasses: equity,
  regions: { north_america: 1 },
  sectors: {
    industrials: 0.21,
    financials: 0.17,
    consumer_discretionary: 0.13,
    information_technology: 0.13,
    health_care: 0.09,
    real_estate: 0.075,
    utilities: 0.055,
    materials: 0.05,
    energy: 0.04,
    consumer_staples: 0.035,
    communication_services: 0.015,
  },
  citation: 'S&P MidCap 400 and CRSP mid cap fact sheets, GICS sector breakdown, rounded',
  asOf: MID_2025,
};

export const usSmallCap: Mix = {
  assetClasses: equity,
  regions: { north_america: 1 },
  sectors: {
    industrials: 0.18,
    financials: 0.18,
    health_care: 0.145,
    information_technology: 0.15,
    consumer_discretionary: 0.12,
    real_estate: 0.065,
    energy: 0.045,
    materials: 0.045,
    utilities: 0.025,
    communication_services: 0.02,
    consumer_staples: 0.025,
  },
  citation: 'Russell 2000 and S&P SmallCap 600 fact sheets, sector breakdown in GICS terms, rounded',
  asOf: MID_2025,
};

export const developedExUs: Mix = {
  assetClasses: equity,
  regions: { europe: 0.54, pacific: 0.36, north_america: 0.1 },
  sectors: {
    financials: 0.25,
    industrials: 0.19,
    consumer_discretionary: 0.1,
    health_care: 0.09,
    information_technology: 0.085,
    consumer_staples: 0.07,
    materials: 0.07,
    communication_services: 0.055,
    energy: 0.045,
    utilities: 0.03,
    real_estate: 0.015,
  },
  citation: 'MSCI, MSCI World ex USA IMI fact sheet, country and GICS sector breakdown, rounded',
  asOf: MID_2025,
};

export const eafe: Mix = {
  assetClasses: equity,
  regions: { europe: 0.66, pacific: 0.34 },
  sectors: {
    financials: 0.242,
    industrials: 0.188,
    health_care: 0.108,
    consumer_discretionary: 0.101,
    information_technology: 0.088,
    consumer_staples: 0.078,
    communication_services: 0.055,
    materials: 0.055,
    utilities: 0.034,
    energy: 0.032,
    real_estate: 0.019,
  },
  citation: 'MSCI, MSCI EAFE fact sheet, country and GICS sector breakdown, rounded',
  asOf: MID_2025,
};

export const europe: Mix = {
  assetClasses: equity,
  regions: { europe: 1 },
  sectors: {
    financials: 0.235,
    industrials: 0.19,
    health_care: 0.135,
    consumer_staples: 0.1,
    consumer_discretionary: 0.085,
    information_technology: 0.075,
    materials: 0.055,
    energy: 0.045,
    utilities: 0.04,
    communication_services: 0.035,
    real_estate: 0.005,
  },
  citation: 'MSCI, MSCI Europe fact sheet, GICS sector breakdown, rounded',
  asOf: MID_2025,
};

export const japan: Mix = {
  assetClasses: equity,
  regions: { pacific: 1 },
  sectors: {
    industrials: 0.24,
    consumer_discretionary: 0.175,
    financials: 0.16,
    information_technology: 0.135,
    communication_services: 0.09,
    health_care: 0.065,
    consumer_staples: 0.055,
    materials: 0.035,
    real_estate: 0.025,
    utilities: 0.01,
    energy: 0.01,
  },
  citation: 'MSCI, MSCI Japan fact sheet, GICS sector breakdown, rounded',
  asOf: MID_2025,
};

export const pacific: Mix = {
  assetClasses: equity,
  regions: { pacific: 1 },
  sectors: {
    financials: 0.23,
    industrials: 0.19,
    consumer_discretionary: 0.13,
    information_technology: 0.12,
    materials: 0.08,
    communication_services: 0.07,
    health_care: 0.065,
    consumer_staples: 0.045,
    real_estate: 0.045,
    utilities: 0.015,
    energy: 0.01,
  },
  citation: 'Vanguard, VPL portfolio composition by sector in GICS terms, rounded',
  asOf: MID_2025,
};

export const emergingMarkets: Mix = {
  assetClasses: equity,
  regions: { emerging_markets: 1 },
  sectors: {
    financials: 0.245,
    information_technology: 0.241,
    consumer_discretionary: 0.127,
    communication_services: 0.098,
    industrials: 0.068,
    materials: 0.059,
    consumer_staples: 0.045,
    energy: 0.043,
    health_care: 0.033,
    utilities: 0.025,
    real_estate: 0.016,
  },
  citation: 'MSCI, MSCI Emerging Markets fact sheet, GICS sector breakdown, rounded',
  asOf: MID_2025,
};

export const worldExUs: Mix = {
  assetClasses: equity,
  regions: { europe: 0.405, pacific: 0.26, emerging_markets: 0.26, north_america: 0.075 },
  sectors: {
    financials: 0.23,
    industrials: 0.16,
    information_technology: 0.13,
    consumer_discretionary: 0.115,
    health_care: 0.075,
    materials: 0.07,
    communication_services: 0.065,
    consumer_staples: 0.065,
    energy: 0.045,
    utilities: 0.03,
    real_estate: 0.015,
  },
  citation: 'FTSE Russell and MSCI, world ex US all cap fact sheets, country and GICS sector breakdown, rounded',
  asOf: MID_2025,
};

export const world: Mix = {
  assetClasses: equity,
  regions: { north_america: 0.65, europe: 0.155, pacific: 0.1, emerging_markets: 0.095 },
  sectors: {
    information_technology: 0.25,
    financials: 0.17,
    industrials: 0.12,
    consumer_discretionary: 0.11,
    health_care: 0.09,
    communication_services: 0.08,
    consumer_staples: 0.06,
    energy: 0.04,
    materials: 0.035,
    utilities: 0.025,
    real_estate: 0.02,
  },
  citation: 'FTSE Global All Cap and MSCI ACWI IMI fact sheets, country and GICS sector breakdown, rounded',
  asOf: MID_2025,
};
