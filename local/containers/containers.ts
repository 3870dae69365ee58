import { join } from 'node:path';

import { DeploymentError } from '../errors.ts';
import type { ReportProblem } from '../invoker.ts';
import type { LogStore } from '../logs/log-store.ts';
import type { LoopbackServer } from '../loopback-server.ts';
import { startContainer, type Container } from './container.ts';
import type { PackagedService } from './read-services.ts';
import { startServiceGateway, type Reached } from './service-gateway.ts';

/** The services of a fleet: each has its address from the beginning, and a container behind it where it is to run. */
export interface Containers {
  /** A service's base URL; undefined where there is no such service. */
  url(name: string): string | undefined;
  /** The base URLs of those that are to run. */
  readonly running: Readonly<Record<string, string>>;
  /** Starts those that are to run; does not wait for them. */
  start(options: { environmentOf: (service: PackagedService) => Record<string, string>; logs: LogStore }): void;
  /** Asks all to end, gives them `graceMilliseconds`, and closes their addresses. Safe to call again. */
  stop(graceMilliseconds: number): Promise<void>;
}

export interface ContainersOptions {
  dist: string;
  services: readonly PackagedService[];
  /** Which run, by name, with settings in the place of service.json's. */
  running: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The first service's port, the next ones follow; 0: any free ones. */
  port: number;
  onProblem: ReportProblem;
  onError: (error: unknown) => void;
}

/** Of its grace a container has this much to end what it does after its work, milliseconds. */
const TO_CLOSE = 1_500;

/**
 * Opens the addresses of all services.
 *
 * @throws PortTakenError; DeploymentError where one is to run that was not packaged
 */
export async function openContainers(options: ContainersOptions): Promise<Containers> {
  const { dist, services, running, port, onProblem, onError } = options;
  const unknown = Object.keys(running).find((name) => services.every((service) => service.name !== name));
  if (unknown !== undefined) throw new DeploymentError(`There is no service ${unknown} to run.`);
  const containers = new Map<string, Container>();
  const gateways = new Map<string, LoopbackServer>();
  const closeGateways = (): Promise<unknown> => Promise.all([...gateways.values()].map((gateway) => gateway.close(0)));
  try {
    for (const [index, { name }] of services.entries()) {
      const reach = async (gone: AbortSignal): Promise<Reached> =>
        (await containers.get(name)?.reach(gone)) ?? { why: 'No container of this service runs.' };
      gateways.set(name, await startServiceGateway({ name, port: port === 0 ? 0 : port + index, reach, onError }));
    }
  } catch (error) {
    await closeGateways();
    throw error;
  }
  return {
    url: (name) => gateways.get(name)?.url,
    running: Object.fromEntries([...gateways].flatMap(([name, { url }]) => (name in running ? [[name, url]] : []))),
    start: ({ environmentOf, logs }) => {
      for (const service of services) {
        const { name, folder, config } = service;
        const settings = running[name];
        if (settings === undefined) continue;
        const environment = { ...environmentOf(service), ...settings };
        const { healthPath } = config;
        containers.set(
          name,
          startContainer({ name, folder: join(dist, folder), healthPath, environment, logs, onProblem }),
        );
      }
    },
    stop: async (graceMilliseconds) => {
      await Promise.all([...containers.values()].map((container) => container.stop(graceMilliseconds)));
      await closeGateways();
    },
  };
}

/** Seconds that a service may let its work go on after it was asked to end, for STOP_GRACE_SECONDS. */
export function graceSeconds(graceMilliseconds: number): string {
  return String(Math.max(0, (graceMilliseconds - TO_CLOSE) / 1000));
}
