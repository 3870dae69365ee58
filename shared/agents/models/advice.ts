/** What a person can do about a refusal, by words that providers use; the first that fits. */
const bySaying: readonly (readonly [RegExp, string])[] = [
  [
    /use case details/iu,
    'the account has not said yet what it uses models of this maker for: an administrator fills that in once in the console, Amazon Bedrock, Model catalog, the model; it counts some 15 minutes later',
  ],
  [/marked by provider as legacy|end of its life/iu, 'the model is being retired, or is gone: set a newer one'],
  [
    /aws-marketplace|marketplace subscription|INVALID_PAYMENT_INSTRUMENT|have access to the model/iu,
    'the account has no access to this model: an administrator opens it in the console, Amazon Bedrock, Model catalog, and sees to a valid way to pay',
  ],
  [
    /account is not authorized to invoke|ValidationException: operation (?:is )?not allowed|channel program/iu,
    'AWS does not let this account use the model, and no right of a user changes that: ask it in the console, Support, "Account and billing"',
  ],
  [/unsupported countr/iu, 'its maker does not offer this model in that country: set one of another maker'],
  [
    /security token|bearer token|make sure your api key|SignatureDoesNotMatch|InvalidSignature/iu,
    'the key or the credentials were not accepted, or have run out',
  ],
  [/service ?quota/iu, "the account's quota is too low: ask for more in the console, Service Quotas, Amazon Bedrock"],
  [/on-demand throughput/iu, 'this model is called through an inference profile: its ID belongs in the setting'],
  [
    /model identifier is invalid|model_not_found|no such model|could not resolve the foundation model/iu,
    'there is no such model there',
  ],
  [
    /too long|too many (?:input )?tokens|context (?:length|window|size)|maximum context/iu,
    'the question is longer than this model takes',
  ],
  [/insufficient_quota|exceeded your current quota/iu, 'the account has no credit left'],
  [
    /max(?:imum)?[_ ]?(?:\w+[_ ])?tokens\b.*(?:too (?:large|high|big|many)|exceed|at most|less than|lower than|up to|between|must be|limit|>|<)/iu,
    'this model gives shorter answers than the reports need',
  ],
  [
    /unsupported_(?:parameter|value)|unrecognized request argument/iu,
    'the server does not take a setting that Alex sends',
  ],
];

const MOVED = 'another address answers there, and Alex sends no key after a redirect: set the base URL that it names';
const byStatus: Readonly<Record<number, string>> = {
  301: MOVED,
  302: MOVED,
  303: MOVED,
  307: MOVED,
  308: MOVED,
  401: 'the key or the credentials were not accepted',
  402: 'the account has no credit left',
  403: 'the key or the credentials do not allow this model',
  404: 'there is no such model there, or the base URL is wrong',
  413: 'the question is longer than this model takes',
};

/** Bedrock has no base URL, and its credentials may be good where the model is not for them. */
const byBedrocksStatus: Readonly<Record<number, string>> = {
  ...byStatus,
  403: 'these credentials, or this account, may not use the model',
  404: 'there is no such model in that region, or not for this account: npm run doctor',
};

/** A quota of a day, used up or as low as new accounts have it: it is as empty in a minute, and a provider that is busy is not. */
export const isDailyQuota = (said: string): boolean =>
  /(?:tokens|requests)[ _-]?per[ _-]?day|per[ _-]?day[ _-]?(?:limit|quota)|daily (?:limit|quota)/iu.test(said);
export const DAILY_QUOTA =
  "the account's quota of a day is used up, or too low: wait until tomorrow, or ask the provider for more (AWS: console, Service Quotas, Amazon Bedrock)";

/** In words of our own, without a full stop: what a provider says may quote what it was sent. Undefined where nothing is known. */
export function adviceOn(status: number, said: string, isBedrock: boolean): string | undefined {
  return bySaying.find(([pattern]) => pattern.test(said))?.[1] ?? (isBedrock ? byBedrocksStatus : byStatus)[status];
}
