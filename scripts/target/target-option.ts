import { Option, type Command } from 'commander';
import { defaultTarget } from './open-target.ts';
import { namesDeployment, readEnvFile } from './env-file.ts';
import { targetNames, type Target, type TargetName } from './target.ts';

/** What --target says, as commander reads it. */
export interface TargetFlag {
  target?: TargetName | undefined;
}

/** Adds --target to a command. */
export function addTargetFlag(command: Command): Command {
  const description = 'which fleet (default: the laptop where one runs or .env names none on AWS, else AWS)';
  return command.addOption(new Option('--target <where>', description).choices(targetNames));
}

/** The target that was asked for, or else the one that goes without saying. */
export const targetOf = ({ target }: TargetFlag): TargetName => target ?? defaultTarget();

/**
 * Says on standard error which fleet it is, where nobody asked for one and it could have been either: in scripts whose own output does
 * not name it. Nobody is to put a private note into the cloud and take it for the laptop.
 */
export function tellTarget({ target: asked }: TargetFlag, { name, label }: Target): void {
  if (asked !== undefined || !namesDeployment(readEnvFile())) return;
  const why =
    name === 'aws'
      ? 'as Alex does not run on this laptop. For the laptop: --target laptop'
      : 'as Alex runs here. For the fleet on AWS: --target aws';
  process.stderr.write(`On ${label}, ${why}\n`);
}
