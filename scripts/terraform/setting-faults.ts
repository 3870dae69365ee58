import { CommandError } from '../analysis/command-error.ts';
import { meantRegion } from '../target/aws-regions.ts';
import { allOf } from '../terminal/all-of.ts';
import { openSecrets } from './credential-faults.ts';
import { readFleet, type Fleet } from './fleet.ts';
import { mapFaults } from './map-faults.ts';
import { nearestName } from '../terminal/nearest-name.ts';
import { misfits, type SettingType } from './setting-type.ts';
import { valueFaults } from './setting-values.ts';
import type { Declared } from './settings.ts';
import { readTfvars, type Fault, type Value } from './tfvars.ts';
import { unknownName } from './unknown-name.ts';
import { numbersOf, stageNames, stagesIn, strandedIn, withFoundations, type Stage } from './variables-file.ts';

/**
 * Every fault of terraform.tfvars that its text alone shows: what is not HCL, what would have no effect (Terraform only warns of a setting
 * that nothing declares, and says nothing at all of an unknown part of an object), what is of the wrong type, values and names in maps that
 * cannot be, keys and passwords, stages that cannot be, and names by which AWS is asked before Terraform looks at them.
 *
 * @param asked stages that are to be added to those of the file
 * @param fleet the folders whose names settings may have
 */
export function settingFaults(
  text: string,
  declared: Declared,
  asked: readonly Stage[] = [],
  fleet: Fleet = readFleet(),
): Fault[] {
  const { settings: all, faults } = readTfvars(text);
  const { faults: secrets, others: settings } = openSecrets(all);
  return [
    ...faults,
    ...secrets,
    ...[...settings].flatMap(([name, value]) => {
      const type = declared.get(name);
      if (type === undefined) return [unknownName(name, [...declared.keys()])];
      return [
        ...unknownParts(name, value, type),
        ...misfits(name, value, type).map(({ at, wants }) => ({
          says: `${at} is of the wrong type`,
          remedy: `Terraform wants ${wants}`,
        })),
      ];
    }),
    ...stageFaults(text, settings.get('stages'), asked),
    ...misspelt(settings),
    ...valueFaults(settings),
    ...mapFaults(settings, fleet),
  ];
}

/** @throws {CommandError} naming every fault of terraform.tfvars with what to do about it */
export function refuseFaultySettings(text: string, declared: Declared, asked: readonly Stage[] = []): void {
  const faults = settingFaults(text, declared, asked);
  if (faults.length === 0) return;
  throw new CommandError('terraform/terraform.tfvars cannot be deployed as it is.', [
    ...faults.map(({ says, remedy }) => `${says}. ${remedy}`),
    'What can be set: terraform/variables*.tf',
  ]);
}

function unknownParts(name: string, value: Value, type: SettingType): Fault[] {
  if (value.kind !== 'object' || type.kind !== 'object') return [];
  const parts = [...type.parts.keys()];
  return [...value.entries.keys()]
    .filter((part) => !parts.includes(part))
    .map((part) => unknownName(part, parts, name));
}

/** Of its list of stages what is none, else what lacks. */
function stageFaults(text: string, value: Value | undefined, asked: readonly Stage[]): Fault[] {
  const unknown = unknownStages(value);
  return unknown.length > 0 ? unknown : strandedStages(text, asked);
}

function unknownStages(value: Value | undefined): Fault[] {
  if (value?.kind !== 'list') return [];
  return value.items.flatMap((item) => {
    if (!('text' in item)) {
      return [{ says: 'stages: an entry is no name', remedy: 'Write names in quotation marks: "1-permissions"' }];
    }
    const { text, kind } = item;
    if (kind === 'string' && stageNames.some((stage) => stage === text)) return [];
    const meant = stageNames.find((stage) => stage.startsWith(`${text}-`)) ?? nearestName(text, stageNames);
    return [
      {
        says: `stages: there is no ${kind === 'string' ? `"${text}"` : text}`,
        remedy: meant === undefined ? `There are: ${stageNames.join(', ')}` : `Did you mean "${meant}"?`,
      },
    ];
  });
}

function strandedStages(text: string, asked: readonly Stage[]): Fault[] {
  const listed = stagesIn(text);
  const wanted = [...new Set([...listed, ...asked])];
  // Those that are asked for are told by who was asked.
  const stranded = strandedIn(wanted).filter((stage) => !asked.includes(stage));
  if (stranded.length === 0) return [];
  const whole = withFoundations(wanted);
  const lacking = whole.filter((stage) => !wanted.includes(stage));
  return [
    {
      says: `stages: ${allOf(stranded)} cannot be there without ${allOf(lacking)}`,
      remedy: `Add what lacks: npm run deploy -- --stage ${numbersOf(lacking)}. What they cost together: npm run cost -- --stage ${numbersOf(whole)}`,
    },
  ];
}

/** How a region is written. */
export const REGION =
  /^[a-z]{2}(?:-[a-z]+)?-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-[1-9]$/;

/** As the validations of terraform/variables.tf have it: AWS is asked by these names before Terraform looks at them. */
const SPELLINGS = {
  region: {
    pattern: REGION,
    is: 'an AWS region',
    remedy: meantRegion,
  },
  project: {
    pattern: /^(?!default$)[a-z][a-z0-9]{1,18}$/,
    is: "a project's name",
    remedy: () =>
      'It has 2 to 19 lower-case letters and digits, begins with a letter, and is not "default", which AWS has for its own',
  },
} as const;

function misspelt(settings: ReadonlyMap<string, Value>): Fault[] {
  return Object.entries(SPELLINGS).flatMap(([name, { pattern, is, remedy }]) => {
    const value = settings.get(name);
    if (value === undefined || !('text' in value) || value.kind === 'null' || pattern.test(value.text)) return [];
    return [{ says: `${name}: "${value.text}" is not ${is}`, remedy: remedy(value.text) }];
  });
}
