import type { Target } from '../target/target.ts';
import { CURL } from '../terminal/in-this-shell.ts';
import { stageRemedy } from '../terraform/stage-remedy.ts';

/** A person's key, once: what it is for, and how to try it; where nothing takes it yet, with what that comes. */
export const describeKey = (person: string, apiKey: string, { apiUrl }: Pick<Target, 'apiUrl'>): string[] => [
  `${person} may ask for analyses with this API key, which is kept nowhere else: ${apiKey}`,
  apiUrl === undefined
    ? `Nothing takes it yet. ${stageRemedy('The HTTP API comes', '6-agents')}`
    : `Try it: ${CURL} -H "x-api-key: ${apiKey}" ${apiUrl}/jobs`,
];
