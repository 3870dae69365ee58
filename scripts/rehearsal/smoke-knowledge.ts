import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { deleteAnswer, ingestAnswer, searchAnswer, type IngestRequest } from '../../shared/schemas/knowledge.ts';
import type { Target } from '../target/target.ts';
import { deployCommand } from '../terraform/stage-remedy.ts';
import { CheckFailed, expectThat, type Checks } from './checks.ts';
import type { Functions } from './invoke.ts';
import { counted } from '../terminal/counted.ts';

const restAnswer = z.object({ statusCode: z.number(), body: z.string() });

/** The knowledge's functions alone: a document in, found, and out again. Skipped where their stage is not deployed. */
export async function smokeKnowledge(target: Target, functions: Functions, { run, skip }: Checks): Promise<void> {
  for (const name of ['ingest', 'search']) {
    if (target.functions[name] !== undefined) continue;
    skip(name, `not deployed yet (stage 3-ingest: ${deployCommand(['3-ingest'])})`);
    return;
  }
  const word = `quokka${randomUUID().slice(0, 8)}`;
  const request: IngestRequest = {
    documents: [
      {
        url: `urn:alex:smoke:${word}`,
        title: 'A test of the knowledge base',
        kind: 'note',
        contentType: 'text/plain',
        content: `This text is here for a moment, to be found by the word ${word}. It says nothing about any investment.`,
      },
    ],
  };
  let id: string | undefined;
  const took = await run('ingest', async () => {
    const [document] = ingestAnswer.parse(await functions.invoke('ingest', request)).documents;
    if (document?.status !== 'stored')
      throw new CheckFailed(`It answered ${document?.status ?? 'nothing'} to a new document.`);
    ({ id } = document);
    return `stored a document in ${counted(document.chunks, 'piece')}`;
  });
  if (!took || id === undefined) {
    skip('search', 'there is nothing to be found');
    return;
  }
  const document = id;
  await run('search', async () => {
    const { passages, degraded } = searchAnswer.parse(await functions.invoke('search', { query: word, k: 5 }));
    expectThat(
      passages.some((passage) => passage.document === document),
      'It did not find the document.',
    );
    return degraded === undefined
      ? `found it among ${counted(passages.length, 'passage')}`
      : { found: degraded, by: 'a search by words in the place of one by meaning' };
  });
  await run('deleting', async () => {
    const event = {
      httpMethod: 'DELETE',
      resource: '/documents/{id}',
      pathParameters: { id: document },
      headers: {},
      body: null,
    };
    const { statusCode, body } = restAnswer.parse(await functions.invoke('ingest', event));
    expectThat(statusCode === 200, `It answered ${statusCode}: ${body}`);
    return `${deleteAnswer.parse(JSON.parse(body)).deleted} document removed`;
  });
}
