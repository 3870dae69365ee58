/** What a debt of a kind is taken to be charged where nobody states it. */
export interface DebtRate {
  /** How a sentence calls one such debt. */
  called: string;
  /** Yearly, nominal, a fraction. */
  rate: number;
  /** Whose figure it is, and of when. */
  source: string;
}

const G19 = 'Federal Reserve, G.19 Consumer Credit, US commercial banks';
const PRIME = 'a point above the US bank prime loan rate of 6.75% (Federal Reserve, H.15, 2025-12)';

/** A broker's loan against what is held, which stands and falls with it: no debt of these kinds. */
const BROKERS =
  /\bmargin\b|\blombard|securit(?:y|ies)[- ](?:based|backed)|\bpledged asset\b|\bportfolio (?:line|loan)\b/i;

/** By their names, the first that fits; a word for any debt stands last. */
const KINDS: readonly (readonly [RegExp, DebtRate])[] = [
  [
    /\bheloc\b|\bhome equity (?:loan|line|debt)|\blines? of credit\b/i,
    { called: 'a line of credit', rate: 0.0775, source: `${PRIME}, where most such lines begin` },
  ],
  [
    /\b(?:mortgages?|(?:home|house|housing) loan|mutuo)\b|h[iy]pote(?:ca|k)|hypothe[ck]|bau(?:finanzierung|darlehen)|prêt immobilier|crédit (?:immobilier|hypothécaire)/i,
    {
      called: 'a mortgage',
      rate: 0.0617,
      source: 'Freddie Mac, Primary Mortgage Market Survey of 2025-10-30, US 30-year fixed; many older ones cost less',
    },
  ],
  [
    /\b(?:student|college|education|school)\b.*\b(?:loans?|debts?)\b|\b(?:sallie mae|nelnet|navient|mohela)\b|studien(?:kredit|darlehen)|bafög|prêt étudiant/i,
    {
      called: 'a student loan',
      rate: 0.0639,
      source: 'US Department of Education, direct loans to undergraduates of July 2025 to June 2026',
    },
  ],
  [
    /\b(?:credit ?cards?|cards? (?:debt|balance)|store cards?)\b|kreditkarte|carte de crédit|tarjeta de crédito|carta di credito/i,
    { called: 'a credit card', rate: 0.21, source: `${G19}, credit cards, all accounts, 2026-02` },
  ],
  [
    /\b(?:401 ?\(?k\)?|403 ?\(?b\)?|457 ?\(?b\)?|tsp|plan)\b.*\bloans?\b/i,
    { called: 'a loan from a retirement plan', rate: 0.0775, source: `${PRIME}, as most plans charge` },
  ],
  [
    /\b(?:car|auto|vehicle|truck|motorcycle|boat|rv)\b.*\b(?:loans?|notes?|financ\w+|debts?)\b|autokredit|crédit auto/i,
    { called: 'a car loan', rate: 0.0767, source: `${G19}, new cars, 60 months, 2025-05` },
  ],
  [
    /(?<!\p{L})(?:loans?|debts?|liabilit(?:y|ies)|darlehen|kredite?|schuld(?:en)?|prêts?|emprunts?|crédit|préstamos?|prestamos?|deudas?|prestit[oi]|lening(?:en)?)(?!\p{L})/iu,
    { called: 'a loan', rate: 0.114, source: `${G19}, personal loans, 24 months, 2026-02` },
  ],
];

/** The usual rate of a debt of such a name; undefined where the name says no debt, or a broker's loan. */
export function debtRateOf(name: string): DebtRate | undefined {
  return BROKERS.test(name) ? undefined : KINDS.find(([pattern]) => pattern.test(name))?.[1];
}
