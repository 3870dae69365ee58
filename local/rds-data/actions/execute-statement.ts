import { parseBody, type Action } from '../action.ts';
import { describeColumns } from '../column-metadata.ts';
import { resolveColumnTypes } from '../column-types.ts';
import { unsupportedResult } from '../errors.ts';
import { toField } from '../field.ts';
import { formatRecords } from '../formatted-records.ts';
import { bindParameters } from '../parameters.ts';
import { executeStatementRequest } from '../request.ts';
import { checkRowSizes } from '../result-size.ts';
import { runWithTimeout } from '../statement-timeout.ts';

/** POST /Execute: https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_ExecuteStatement.html */
export const executeStatement: Action = ({ service, body, socket }) => {
  const request = parseBody(executeStatementRequest, body);
  service.checkPlace(request, request.transactionId !== undefined);
  const statement = bindParameters(request.sql, request.parameters);
  const { columnSources } = service;
  const { limits } = service.cluster;
  return service.withSession(request, socket, async (session) => {
    const result = await runWithTimeout(session, statement, {
      limitMs: limits.statementMs,
      continueAfterTimeout: request.continueAfterTimeout,
      columnSources,
    });
    if (result.columns === null) return { generatedFields: [], numberOfRecordsUpdated: result.rowCount };
    checkRowSizes(result, limits);
    const types = await resolveColumnTypes(session, result.columns);
    if (request.formatRecordsAs === 'JSON') {
      const formattedRecords = formatRecords(result, types, request.resultSetOptions);
      if (Buffer.byteLength(formattedRecords) > limits.formattedBytes) {
        throw unsupportedResult('Database returned more than the allowed response size limit');
      }
      return { formattedRecords, numberOfRecordsUpdated: 0 };
    }
    const records = result.rows.map((row) =>
      types.map((type, index) => toField(row[index] ?? null, type, request.resultSetOptions)),
    );
    const answer = { records, numberOfRecordsUpdated: 0 };
    if (!request.includeResultMetadata) return answer;
    return { ...answer, columnMetadata: await describeColumns(session, result.columns, types, columnSources) };
  });
};
