import middy from '@middy/core';
import { database } from '../../shared/database/client.ts';
import { searchKnowledge } from '../../shared/knowledge/search.ts';
import { invocation, untilLambdaEnds } from '../../shared/middleware/invocation.ts';
import { logger } from '../../shared/middleware/logger.ts';
import { answerRest, isRestEvent, restBody, type RestRoutes } from '../../shared/middleware/rest-routes.ts';
import { validate } from '../../shared/middleware/validate.ts';
import { searchRequest, type SearchAnswer, type SearchQuery } from '../../shared/schemas/knowledge.ts';

const LOST =
  'Documents are known whose text is not in the vector index any more: it was emptied or made anew. They are found again when they are sent again (npm run ingest, npm run research); npm run check-db names them.';

async function search(query: SearchQuery): Promise<SearchAnswer> {
  let degraded: string | undefined;
  let lost: string | undefined;
  const passages = await searchKnowledge(database(), query, {
    onOtherModel: (count) => {
      logger.warn('another model embedded passages than answers now: found by words only', { passages: count });
    },
    onWordsOnly: ({ code, message }) => {
      logger.warn('a question could not be embedded: found by words only', { code, reason: message });
      degraded = `Found by words only: ${message}`;
    },
    onGone: () => {
      logger.warn('passages are known whose text is not in the vector index any more');
      lost = LOST;
    },
  });
  return { passages, ...(degraded !== undefined && { degraded }), ...(lost !== undefined && { lost }) };
}

export const routes: RestRoutes = {
  'POST /search': async (event) => ({ status: 200, body: await search(restBody(event, searchRequest)) }),
};

/** Called by a program through API Gateway, or by another function with the same body. */
export const handler = middy(
  (event: unknown): Promise<unknown> =>
    isRestEvent(event) ? answerRest(event, routes) : search(validate(searchRequest, event, 'The question')),
  untilLambdaEnds,
).use(invocation());
