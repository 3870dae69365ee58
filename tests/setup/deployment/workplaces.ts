import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import { startAwsServer, type AwsServer } from './aws-server.ts';
import { makeWorkplace, type Workplace } from './workplace.ts';

/** AWS on loopback, one for a file of tests. */
export let aws: AwsServer;
/** The running test's own. */
export let place: Workplace;

/**
 * Makes them and removes them, in a file of tests that calls this at its top.
 *
 * @param prepare is done in each workplace before its test
 */
export function inWorkplaces(prepare: () => void = () => undefined): void {
  beforeAll(async () => {
    aws = await startAwsServer();
  });
  afterAll(() => aws.close());
  beforeEach(() => {
    place = makeWorkplace(aws.url);
    prepare();
  });
  afterEach(() => {
    place.remove();
  });
}
