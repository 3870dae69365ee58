import type { SecretStore } from '../secret-store.ts';

export interface ActionCall {
  readonly store: SecretStore;
  readonly input: Readonly<Record<string, unknown>>;
  /** Asks for the permission of this action on the secret that `id` names. @throws {ServiceException} AccessDeniedException */
  readonly allow: (id: string) => void;
}

/** One operation of the API: what it answers. @throws {ServiceException} */
export type Action = (call: ActionCall) => object;
