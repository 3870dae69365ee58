import { fileURLToPath } from 'node:url';
import { readDeployment } from '../../../local/deployment.ts';
import type { AwsAnswer, AwsCall } from './aws-server.ts';

/** SHA-256 of the code that is packaged for a function, as Lambda writes it; empty where there is none. */
export function packagedCode(name: string | undefined): string {
  const functions = readDeployment(fileURLToPath(new URL('../../../dist', import.meta.url)));
  const sha256 = functions.find((one) => one.name === name)?.sha256 ?? '';
  return Buffer.from(sha256, 'hex').toString('base64');
}

/** What AWS says of a function's configuration where every one runs what is in `dist/`. */
export const asPackaged = ({ path }: AwsCall): AwsAnswer => ({
  body: {
    CodeSha256: packagedCode(/functions\/\w+?-([\w-]+)\//.exec(path)?.[1]),
    LastUpdateStatus: 'Successful',
    State: 'Active',
  },
});
