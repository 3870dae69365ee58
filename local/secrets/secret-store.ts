import { randomUUID } from 'node:crypto';

import { secretArn } from '../fleet-knowledge.ts';
import { ServiceException } from '../wire/service-exception.ts';
import { readSecrets, writeSecret } from './secret-files.ts';
import type { Secret, SecretVersion } from './secret.ts';

/** A secret's value: text, or bytes as base64. */
export type SecretValue = Pick<SecretVersion, 'string' | 'binary'>;

export interface NewVersion {
  readonly value: SecretValue;
  /** The caller's name for it; the same again with the same value is the same version. */
  readonly id?: string | undefined;
  /** Default AWSCURRENT. */
  readonly stages?: readonly string[] | undefined;
}

const CURRENT = 'AWSCURRENT';
const PREVIOUS = 'AWSPREVIOUS';

/** Secrets in files that only this user may read. */
export class SecretStore {
  readonly #folder: string;
  readonly #region: string;
  readonly #secrets: Map<string, Secret>;

  /** @throws {DataFolderCorruptError} */
  constructor(options: { folder: string; region: string }) {
    this.#folder = options.folder;
    this.#region = options.region;
    this.#secrets = new Map(readSecrets(options.folder).map((found) => [found.name, found]));
  }

  has(name: string): boolean {
    return this.#secrets.has(name);
  }

  arn(name: string): string {
    return secretArn(this.#region, name);
  }

  /** The secret that a name, an ARN, or an ARN without the six characters at its end means. */
  nameOf(id: string): string | undefined {
    if (this.#secrets.has(id)) return id;
    return [...this.#secrets.keys()].find((name) => this.arn(name) === id || this.arn(name).slice(0, -7) === id);
  }

  /** By what `nameOf` takes. @throws {ServiceException} ResourceNotFoundException */
  find(id: string): Secret {
    const found = this.#secrets.get(this.nameOf(id) ?? id);
    if (found !== undefined) return found;
    throw new ServiceException('ResourceNotFoundException', 400, "Secrets Manager can't find the specified secret.");
  }

  /** @throws {ServiceException} ResourceExistsException */
  create(name: string, options: { description?: string | undefined; version?: NewVersion | undefined } = {}): Secret {
    if (this.#secrets.has(name)) {
      throw new ServiceException(
        'ResourceExistsException',
        400,
        `The operation failed because the secret ${name} already exists.`,
      );
    }
    const now = Date.now();
    const { description, version } = options;
    const created: Secret = { name, createdAt: now, changedAt: now, versions: [] };
    this.#save({
      ...created,
      ...(description !== undefined && { description }),
      versions: version === undefined ? [] : [newVersion(version, now)],
    });
    return this.find(name);
  }

  /**
   * Gives a secret another value; what was current is previous from then on.
   *
   * @throws {ServiceException} ResourceNotFoundException; ResourceExistsException for another value under an ID that is taken
   */
  put(id: string, given: NewVersion): { secret: Secret; version: SecretVersion } {
    const found = this.find(id);
    const known = found.versions.find((one) => one.id === given.id);
    if (known !== undefined) {
      if (known.string === given.value.string && known.binary === given.value.binary)
        return { secret: found, version: known };
      throw new ServiceException(
        'ResourceExistsException',
        400,
        `You can't use ClientRequestToken ${known.id} because that value is already in use for a version of secret ${found.name}.`,
      );
    }
    const now = Date.now();
    const version = newVersion(given, now);
    const others = found.versions
      .map((one) => ({ ...one, stages: stagesAfter(one.stages, version.stages) }))
      .filter(({ stages }) => stages.length > 0);
    const changed = { ...found, changedAt: now, versions: [...others, version] };
    this.#save(changed);
    return { secret: changed, version };
  }

  /** Leaves the secret without a value, as one that was only just made. */
  clear(name: string): void {
    const found = this.find(name);
    if (found.versions.length > 0) this.#save({ ...found, changedAt: Date.now(), versions: [] });
  }

  #save(content: Secret): void {
    writeSecret(this.#folder, content);
    this.#secrets.set(content.name, content);
  }
}

function newVersion({ value, id = randomUUID(), stages = [CURRENT] }: NewVersion, createdAt: number): SecretVersion {
  return { id, createdAt, stages: [...stages], ...value };
}

/** A label is on one version only; with AWSCURRENT gone, a version is AWSPREVIOUS, and none but the newest is. */
function stagesAfter(stages: readonly string[], taken: readonly string[]): string[] {
  const kept = stages.filter((stage) => !taken.includes(stage));
  if (!taken.includes(CURRENT)) return kept;
  const others = kept.filter((stage) => stage !== PREVIOUS);
  return stages.includes(CURRENT) ? [...others, PREVIOUS] : others;
}
