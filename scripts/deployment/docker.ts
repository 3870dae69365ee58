import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { ROOT } from '../laptop/paths.ts';

export interface DockerEnded {
  code: number;
  output: string;
}

/** Why no image can be built here, and what to do about it. */
export interface WithoutDocker {
  says: string;
  remedies: readonly [string, ...string[]];
}

const ABSENT: WithoutDocker = {
  says: 'Docker is not on this machine.',
  remedies: [
    'Install Docker Desktop (https://docs.docker.com/get-started/get-docker/), or on Linux the package docker-ce, and start it.',
    'Only the image of the researcher (4-researcher) needs it.',
  ],
};

/** Runs Docker in the checkout; ALEX_DOCKER names another program, such as podman. `input` goes to its standard input. */
export async function docker(
  args: readonly string[],
  { input, show = false }: { input?: string; show?: boolean } = {},
): Promise<DockerEnded> {
  const program = process.env.ALEX_DOCKER ?? 'docker';
  const [command, before] = /\.[cm]?js$/.test(program) ? [process.execPath, [program]] : [program, []];
  const child = spawn(command, [...before, ...args], { cwd: ROOT, stdio: 'pipe', windowsHide: true });
  const code = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (ended) => {
      resolve(ended ?? 1);
    });
  });
  // A program that ends without reading is no error here: its exit code says what happened.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input ?? '');
  if (show) for (const stream of [child.stdout, child.stderr]) stream.pipe(process.stderr, { end: false });
  const [out, err, ended] = await Promise.all([text(child.stdout), text(child.stderr), code]);
  return { code: ended, output: `${out}${err}` };
}

/** Whether images can be built here; undefined where they can. */
export async function withoutDocker(): Promise<WithoutDocker | undefined> {
  let ended: DockerEnded;
  try {
    ended = await docker(['info', '--format', '{{.ServerVersion}}']);
  } catch {
    return ABSENT;
  }
  return ended.code === 0 ? undefined : whyNot(ended.output);
}

/**
 * Why Docker's program does not reach its engine, by what it says.
 *
 * @param host DOCKER_HOST, where that is set: the engine is looked for there alone
 */
export function whyNot(
  output: string,
  {
    host = process.env.DOCKER_HOST,
    platform = process.platform,
  }: { host?: string | undefined; platform?: string } = {},
): WithoutDocker {
  if (/permission denied|access is denied/i.test(output)) {
    const remedy =
      platform === 'win32'
        ? 'As an administrator add this user to the group docker-users, then sign out and in again'
        : 'sudo usermod -aG docker $USER, then sign out and in again; in this terminal at once: newgrp docker';
    return { says: 'Docker runs, and this user may not use it.', remedies: [remedy] };
  }
  const isElsewhere = (host ?? '') !== '' || /(?:tcp|ssh|https?):\/\//.test(output.replaceAll('http://%2F', ''));
  if (!isElsewhere && /cannot connect to|error during connect|failed to connect to the docker api/i.test(output)) {
    return {
      says: 'Docker is installed and not running.',
      remedies: ['Start Docker Desktop, or on Linux: sudo systemctl start docker'],
    };
  }
  const said = output.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
  return {
    says: `Docker is installed and cannot be used${said === '' ? '.' : `. It says: ${said}`}`,
    remedies: [
      host === undefined || host === ''
        ? 'Which Docker it asks for: docker context ls. The one of this machine: docker context use default'
        : `It asks where DOCKER_HOST says (${host}). For the one of this machine, take that out of your environment`,
    ],
  };
}
