import { Option, type Command } from 'commander';
import { defaultTarget } from './open-target.ts';
import { targetNames, type TargetName } from './target.ts';

/** What --target says, as commander reads it. */
export interface TargetFlag {
  target?: TargetName;
}

/** Adds --target to a command. */
export function addTargetFlag(command: Command): Command {
  const description = 'which fleet (default: the laptop where one runs or .env names none on AWS, else AWS)';
  return command.addOption(new Option('--target <where>', description).choices(targetNames));
}

/** The target that was asked for, or else the one that goes without saying. */
export const targetOf = ({ target }: TargetFlag): TargetName => target ?? defaultTarget();
