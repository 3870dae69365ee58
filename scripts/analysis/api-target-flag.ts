import { Option, type Command } from 'commander';
import { targetNames } from '../target/target.ts';

/** Adds --target to a command that sends or fetches what is a person's own: that leaves this machine only where it is said. */
export function addApiTargetFlag(command: Command): Command {
  const description = 'whose fleet: this machine’s, or yours on AWS, with the key ALEX_API_KEY';
  return command.addOption(new Option('--target <where>', description).choices(targetNames).default('laptop'));
}
