import type { Input } from '../fields.ts';
import type { VectorStore } from '../vector-store.ts';

export interface ActionCall {
  readonly store: VectorStore;
  readonly input: Input;
  /** Asks for the permission of this action on `BUCKET` or `BUCKET/INDEX`, or of another one. @throws {ServiceException} */
  readonly allow: (resource: string, action?: string) => void;
}

/** One operation of the API: what it answers, as an object to be JSON. @throws {ServiceException} */
export type Action = (call: ActionCall) => object | Promise<object>;
