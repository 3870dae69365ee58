import * as z from 'zod';

/** A parameter's value: exactly one member, as the service's `Field` union has it. */
const field = z.strictObject({
  isNull: z.boolean().optional(),
  booleanValue: z.boolean().optional(),
  longValue: z.number().optional(),
  // Smithy's JSON writes the three doubles that JSON lacks as strings.
  doubleValue: z.union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity'])]).optional(),
  stringValue: z.string().optional(),
  blobValue: z.base64().optional(),
  arrayValue: z.unknown().optional(),
});
const parameter = z.object({
  name: z.string().optional(),
  value: field.optional(),
  typeHint: z.enum(['DATE', 'DECIMAL', 'JSON', 'TIME', 'TIMESTAMP', 'UUID']).optional(),
});
const target = { resourceArn: z.string(), secretArn: z.string() };
const place = { ...target, database: z.string().optional(), schema: z.string().optional() };

/** The bodies of the requests, as https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/ describes them. */
export const executeStatementRequest = z.object({
  ...place,
  sql: z.string(),
  parameters: z.array(parameter).default([]),
  transactionId: z.string().optional(),
  includeResultMetadata: z.boolean().default(false),
  continueAfterTimeout: z.boolean().default(false),
  resultSetOptions: z
    .object({
      decimalReturnType: z.enum(['STRING', 'DOUBLE_OR_LONG']).default('STRING'),
      longReturnType: z.enum(['LONG', 'STRING']).default('LONG'),
    })
    .default({ decimalReturnType: 'STRING', longReturnType: 'LONG' }),
  formatRecordsAs: z.enum(['NONE', 'JSON']).default('NONE'),
});
export const batchExecuteStatementRequest = z.object({
  ...place,
  sql: z.string(),
  parameterSets: z.array(z.array(parameter)).default([]),
  transactionId: z.string().optional(),
});
export const beginTransactionRequest = z.object(place);
export const endTransactionRequest = z.object({ ...target, transactionId: z.string() });

export type SqlParameter = z.infer<typeof parameter>;
export type TypeHint = NonNullable<SqlParameter['typeHint']>;
export type ResultSetOptions = z.infer<typeof executeStatementRequest>['resultSetOptions'];
export type Place = z.infer<typeof beginTransactionRequest>;
