import { isIP } from 'node:net';
import { addressKind, isLoopback } from '../../../../shared/knowledge/public-address/address-kind.ts';
import { isLocalName, whatItIs } from '../../../../shared/knowledge/public-address/why-not-public.ts';
import { PageRefusedError, nameOf } from '../refusal.ts';
import type { RefusalReason } from '../refusal.ts';
import { hostListed } from './host-list.ts';
import type { Resolve } from './resolve.ts';
import type { WebAddress } from './web-address.ts';

/** What the guard lets through. */
export interface GuardRules {
  /** Hosts that may be read; "example.com" stands for its subdomains too. Undefined or empty: every public host. */
  allowedHosts?: readonly string[] | undefined;
  /** Default 80 and 443. */
  allowedPorts?: readonly number[] | undefined;
  /**
   * For tests, and for feeds served on the same machine: "name:port" pairs that may, and must, be at a loopback
   * address. Empty unless someone asks for it.
   */
  admitLoopback?: readonly string[] | undefined;
}

/** A checked address with the IP addresses to connect to: these and no others, so a second DNS answer changes nothing. */
export interface Target extends WebAddress {
  addresses: readonly string[];
}

type Refuse = (reason: RefusalReason, why: string, cause?: unknown) => PageRefusedError;

const refusalOf =
  (address: WebAddress): Refuse =>
  (reason, why, cause) =>
    new PageRefusedError(reason, nameOf(address.url), why, { cause });

/** Every connection that browsing makes is asked for here first, each redirect and each of the browser's requests too. */
export class Guard {
  readonly #rules: GuardRules & { allowedPorts: readonly number[]; admitLoopback: readonly string[] };
  readonly #resolve: Resolve;

  constructor({ allowedHosts, allowedPorts = [80, 443], admitLoopback = [] }: GuardRules, resolve: Resolve) {
    this.#rules = { allowedHosts, allowedPorts, admitLoopback };
    this.#resolve = resolve;
  }

  /**
   * What can be told of an address before its name is looked up.
   * @throws PageRefusedError port_not_allowed, host_not_allowed, local_name, or the kind of an address that is written as one
   */
  examine(address: WebAddress): void {
    this.#checkName(address);
    if (!this.#isOwn(address)) this.#checkListed(address, refusalOf(address));
    if (isIP(address.host) !== 0) this.#checkAddress(address, address.host);
  }

  /**
   * The same of where an address is alone, for a page that somebody saved: nothing is connected to, but what is cited has to be where
   * others can look it up.
   * @throws PageRefusedError local_name, or the kind of an address that is written as one
   */
  examinePlace(address: WebAddress): void {
    this.#checkName(address);
    if (isIP(address.host) !== 0) this.#checkAddress(address, address.host);
  }

  /**
   * Resolves the host once and checks every address it has: one that is not public refuses them all, since which of
   * them would be used is not ours to choose.
   * @throws PageRefusedError port_not_allowed, host_not_allowed, local_name, name_not_found, or the address's kind
   */
  async admit(address: WebAddress): Promise<Target> {
    this.examine(address);
    const { host } = address;
    const addresses = isIP(host) === 0 ? await this.#lookUp(host, refusalOf(address)) : [host];
    for (const found of addresses) this.#checkAddress(address, found);
    return { ...address, addresses };
  }

  #isOwn({ host, port }: WebAddress): boolean {
    return this.#rules.admitLoopback.includes(`${host}:${port}`);
  }

  #checkAddress(address: WebAddress, found: string): void {
    const { host, port } = address;
    const own = this.#isOwn(address);
    if (own && isLoopback(found)) return;
    const refuse = refusalOf(address);
    const kind = addressKind(found);
    if (kind !== 'public') throw refuse(kind, `${host} is ${whatItIs[kind]}; it is not read.`);
    if (own) throw refuse('host_not_allowed', `${host}:${port} was admitted as loopback, but is elsewhere.`);
  }

  #checkName(address: WebAddress): void {
    const { host } = address;
    if (isIP(host) !== 0 || this.#isOwn(address)) return;
    if (isLocalName(host)) {
      throw refusalOf(address)('local_name', `"${host}" is a name of the own machine or network.`);
    }
  }

  #checkListed({ host, port }: WebAddress, refuse: Refuse): void {
    if (!this.#rules.allowedPorts.includes(port)) {
      throw refuse('port_not_allowed', `Port ${port} is not read; allowed: ${this.#rules.allowedPorts.join(', ')}.`);
    }
    const { allowedHosts } = this.#rules;
    if (allowedHosts !== undefined && allowedHosts.length > 0 && !hostListed(host, allowedHosts)) {
      throw refuse('host_not_allowed', `${host} is not on the list of hosts that may be read.`);
    }
  }

  async #lookUp(host: string, refuse: Refuse): Promise<readonly string[]> {
    let found: readonly string[];
    try {
      found = await this.#resolve(host);
    } catch (error) {
      throw refuse('name_not_found', `The name ${host} could not be resolved.`, error);
    }
    if (found.length === 0) throw refuse('name_not_found', `The name ${host} has no address.`);
    return found;
  }
}
