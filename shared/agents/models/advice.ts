/** What a person can do about a refusal, by words that providers use; the first that fits. */
const bySaying: readonly (readonly [RegExp, string])[] = [
  [/on-demand throughput/iu, 'this model is called through an inference profile: its ID belongs in the setting'],
  [/model identifier is invalid|model_not_found|no such model/iu, 'there is no such model there'],
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

const byStatus: Readonly<Record<number, string>> = {
  401: 'the key or the credentials were not accepted',
  402: 'the account has no credit left',
  403: 'the key or the credentials do not allow this model',
  404: 'there is no such model there, or the base URL is wrong',
  413: 'the question is longer than this model takes',
};

/** In words of our own, without a full stop: what a provider says may quote what it was sent. Undefined where nothing is known. */
export function adviceOn(status: number, said: string): string | undefined {
  return bySaying.find(([pattern]) => pattern.test(said))?.[1] ?? byStatus[status];
}
