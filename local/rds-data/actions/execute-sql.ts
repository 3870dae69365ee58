import type { Action } from '../action.ts';
import { badRequest } from '../errors.ts';

/** POST /ExecuteSql: the service keeps the path and refuses it. */
export const executeSql: Action = () =>
  Promise.reject(badRequest('This API is deprecated and not available. Use ExecuteStatement API instead'));
