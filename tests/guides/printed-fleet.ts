import { readFleet, type Fleet } from '../../scripts/terraform/fleet.ts';
import { lambdaConfig } from '../../shared/schemas/lambda-config.ts';
import { blocksOf, guideNames } from './guide-blocks.ts';

/** The fleet as it is when every function that the guides have one write is there, too. */
export function printedFleet(): Fleet {
  const fleet = readFleet();
  const printed = guideNames.flatMap(blocksOf).flatMap(({ words: [kind, path = ''], text }) => {
    const name = /^lambdas\/([^/]+)\/lambda\.json$/.exec(path)?.[1];
    return kind === 'file' && name !== undefined ? [[name, lambdaConfig.parse(JSON.parse(text))] as const] : [];
  });
  return { ...fleet, functions: new Map([...fleet.functions, ...printed]) };
}
