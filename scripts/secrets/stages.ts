import { secretOfRole } from '../../shared/schemas/database-role.ts';
import { stageRemedy } from '../terraform/stage-remedy.ts';
import type { Stage } from '../terraform/variables-file.ts';

/** The stage that a secret comes with: that of the first who needs it. */
export const stageOfSecret = (name: string): Stage => {
  if (name === secretOfRole('knowledge')) return '3-ingest';
  return ['researcher-key', secretOfRole('researcher')].includes(name) ? '4-researcher' : '6-agents';
};

/** How to have the secrets that a fleet lacks, where it has none. */
export const secretStages = (): string[] => [
  stageRemedy('researcher-key comes', stageOfSecret('researcher-key')),
  stageRemedy('The others come', stageOfSecret('market-keys')),
];
