import { database } from '../../shared/database/client.ts';
import { countKnowledge, dateAhead } from '../../shared/database/knowledge-documents.ts';
import { withdrawDocuments } from '../../shared/database/knowledge-withdrawals.ts';
import { InvalidInputError, NotFoundError } from '../../shared/errors.ts';
import { FORM } from '../../shared/knowledge/identity.ts';
import { ingestDocuments } from '../../shared/knowledge/ingest.ts';
import { listKnowledge } from '../../shared/knowledge/list-documents.ts';
import { latestDay } from '../../shared/knowledge/prepare-document.ts';
import { removeWasteOf } from '../../shared/knowledge/remove-waste.ts';
import { restBody, restQuery, type RestRoutes } from '../../shared/middleware/rest-routes.ts';
import { deleteByAge, documentId, documentsQuery, ingestRequest } from '../../shared/schemas/knowledge.ts';

/** API Gateway answers 504 after 29 seconds; the part that is begun before this has room to end. Milliseconds. */
const GATEWAY_WAITS = 15_000;

/** Every route of lambda.json. */
export const routes: RestRoutes = {
  'POST /ingest': async (event) => {
    const { documents } = restBody(event, ingestRequest);
    const until = Date.now() + GATEWAY_WAITS;
    return { status: 200, body: await ingestDocuments(database(), documents, { until }) };
  },

  'GET /documents': async (event) => ({
    status: 200,
    body: await listKnowledge(database(), restQuery(event, documentsQuery)),
  }),

  'DELETE /documents': async (event) => {
    const { olderThan, kind } = restQuery(event, deleteByAge);
    // Older than a day to come is everything, which nobody means by an age.
    if (olderThan > new Date().toISOString().slice(0, 10)) {
      throw new InvalidInputError('The query string does not fit: 1 problem.', [
        { path: 'olderThan', message: 'must not be a day to come' },
      ]);
    }
    await dateAhead(database(), latestDay(new Date()));
    const body = await withdrawDocuments(database(), { before: olderThan, kind });
    await removeWasteOf(database());
    return { status: 200, body };
  },

  'DELETE /documents/{id}': async (event) => {
    const id = documentId.safeParse(event.pathParameters?.id);
    const body = id.success ? await withdrawDocuments(database(), { id: id.data }) : null;
    if (body === null || body.deleted === 0) throw new NotFoundError('There is no such document.');
    await removeWasteOf(database(), id.data);
    if (body.notes.deleted.length > 0) await removeWasteOf(database());
    return { status: 200, body };
  },

  'GET /statistics': async () => ({ status: 200, body: await countKnowledge(database(), FORM) }),
};
