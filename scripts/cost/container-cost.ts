import { RESEARCH } from './by-the-clock.ts';
import type { Circumstances } from './circumstances.ts';
import { kept, line, type CostLine } from './cost-line.ts';

/** Zones in which the load balancer is assumed to be: ECS chooses among those of the default network, which in us-east-1 has up to six. */
const ZONES = 3;

/** What containers take in a day, by the size that each service.json says. */
export function containerLines(circumstances: Circumstances): CostLine[] {
  const { platform } = circumstances;
  const containers = containersOf(circumstances);
  if (containers.length === 0) return [];
  return [
    ...(platform === 'ecs_express' ? express(circumstances) : appRunner(circumstances)),
    ...containers.map(() => kept('its image (0.5 GB)', 'imageGbMonth', 0.5)),
  ];
}

interface Container {
  name: string;
  isResearcher: boolean;
  vcpu: number;
  gb: number;
}

/** Of each service that has an image. One is "the container", several go by their names. */
const containersOf = ({ fleet: { services, imageless = [] } }: Circumstances): Container[] =>
  [...services]
    .filter(([name]) => !imageless.includes(name))
    .map(([name, { cpu, memory }]) => ({
      name: services.size === 1 ? 'the container' : name,
      isResearcher: name === 'researcher',
      vcpu: cpu / 1024,
      gb: memory / 1024,
    }));

/** A task of each day and night; they share a load balancer, which has an address in each of its zones, as each task has one. */
function express(circumstances: Circumstances): CostLine[] {
  const { subnets } = circumstances;
  const containers = containersOf(circumstances);
  const addresses = containers.length + (subnets ?? ZONES);
  return [
    ...containers.flatMap(({ name, vcpu, gb }) => [
      line(`${name}: ${vcpu} vCPU`, 'fargateVcpuHour', 24 * vcpu),
      line(`${name}: ${gb} GB`, 'fargateGbHour', 24 * gb),
    ]),
    line('its load balancer', 'loadBalancerHour', 24),
    line(
      `public addresses (${addresses}${subnets === undefined ? ', assumed' : ''})`,
      'publicAddressHour',
      24 * addresses,
    ),
  ];
}

/** Memory always, the processor while somebody is answered: of the researcher while it makes its notes, of another as long as nobody knows. */
const appRunner = (circumstances: Circumstances): CostLine[] =>
  containersOf(circumstances).flatMap(({ name, isResearcher, vcpu, gb }) => {
    const hours = (circumstances.researchRuns * RESEARCH) / 60;
    return [
      line(`${name}: ${gb} GB, always`, 'appRunnerGbHour', 24 * gb),
      isResearcher
        ? line(`${name}: ${vcpu} vCPU while at work (${Number(hours.toFixed(1))} h)`, 'appRunnerVcpuHour', hours * vcpu)
        : { what: `hours at work of ${name}`, usdPerDay: 0, isUnknown: true },
    ];
  });
