type Values = Readonly<Record<string, unknown>>;
/** Actions of one service, without its prefix, on what a resource's values say. */
export interface Asked {
  service: string;
  actions: readonly string[];
  on: (values: Values) => string;
  /** There are no tags by which AWS could tell whose it is: a part of something, or a thing that has only just been made. */
  untagged?: true;
}
/** By the type of the resource. */
export type AskedByType = Readonly<Record<string, readonly Asked[]>>;

/** Not the variable's default: what says one region in place of the variable is then seen. */
export const REGION = 'eu-central-1';
export const ACCOUNT = '123456789012';

export const text = (values: Values, key: string): string => String(values[key]);
export const arn = (service: string, rest: string, region = REGION, account = ACCOUNT): string =>
  `arn:aws:${service}:${region}:${account}:${rest}`;
/** What has no ARN, or none yet. */
export const everywhere = (): string => '*';
/** @param actions with spaces between */
export const asked = (service: string, actions: string, on: Asked['on']): Asked => ({
  service,
  actions: actions.split(' '),
  on,
});
export const untagged = (one: Asked): Asked => ({ ...one, untagged: true });
/** The role that a service is handed. */
export const handsOver = (key: string): Asked => asked('iam', 'PassRole', (v) => text(v, key));
