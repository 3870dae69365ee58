/**
 * Which messages of a batch a function could not process, from its answer (ReportBatchItemFailures). The rules are
 * Lambda's: nothing, null or an empty list means that all are done; an answer that is not such a list, an entry without
 * a name, or the name of a message that is not in the batch means that none is.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting
 */
export function failedMessages(
  answer: string,
  messageIds: readonly string[],
): { failed: ReadonlySet<string>; malformed?: string } {
  const all = new Set(messageIds);
  if (answer.trim() === '') return { failed: new Set() };
  let response: unknown;
  try {
    response = JSON.parse(answer);
  } catch {
    return { failed: all, malformed: 'the answer is not JSON' };
  }
  if (response === null) return { failed: new Set() };
  if (typeof response !== 'object') return { failed: all, malformed: 'the answer is not an object' };
  const failures: unknown = 'batchItemFailures' in response ? response.batchItemFailures : null;
  if (failures === null) return { failed: new Set() };
  if (!Array.isArray(failures)) return { failed: all, malformed: 'batchItemFailures is not a list' };

  const failed = new Set<string>();
  for (const failure of failures as unknown[]) {
    const id = itemIdentifier(failure);
    if (id === undefined) return { failed: all, malformed: 'an entry of batchItemFailures has no itemIdentifier' };
    if (!all.has(id)) return { failed: all, malformed: `batchItemFailures names ${id}, which is not in the batch` };
    failed.add(id);
  }
  return { failed };
}

function itemIdentifier(failure: unknown): string | undefined {
  if (typeof failure !== 'object' || failure === null || !('itemIdentifier' in failure)) return undefined;
  const id = failure.itemIdentifier;
  return typeof id === 'string' && id !== '' ? id : undefined;
}
