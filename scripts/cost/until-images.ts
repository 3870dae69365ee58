import { allOf } from '../terminal/all-of.ts';
import { readFleet, type Fleet } from '../terraform/fleet.ts';
import { stagesOf } from '../terraform/stage-of.ts';
import type { Stage } from '../terraform/variables-file.ts';
import { circumstancesHere } from './circumstances.ts';
import { costADay } from './report.ts';

/**
 * What stages cost a day as long as these services have no image: without their containers, and without what runs by the clock to ask
 * them. A sentence, or none where no image is waited for.
 *
 * @param variables terraform.tfvars
 */
export function untilImagesCost(variables: string, stages: readonly Stage[], imageless: readonly string[]): string[] {
  if (imageless.length === 0) return [];
  const names = allOf(imageless);
  const until =
    imageless.length === 1 ? `Until the image of ${names} is there` : `Until the images of ${names} are there`;
  const cost = costADay(circumstancesHere(variables, stages, withoutImages(imageless)));
  return [`${until}, which takes Docker, these stages cost ${cost} a day without use.`];
}

/** Who asks the researcher waits for it (terraform/fleet.tf); the secrets of a service come with its stage. */
export function withoutImages(imageless: readonly string[], fleet: Fleet = readFleet()): Fleet {
  const waits = imageless.includes('researcher');
  const there = [...fleet.functions].filter(
    ([, config]) => !(waits && stagesOf(config, fleet).includes('4-researcher')),
  );
  return { ...fleet, functions: new Map(there), imageless };
}
