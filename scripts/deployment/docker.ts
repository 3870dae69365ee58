import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { ROOT } from '../laptop/paths.ts';

export interface DockerEnded {
  code: number;
  output: string;
}

/** Whether images can be built here: no program, a program whose engine does not run, or both. */
export type DockerState = 'absent' | 'stopped' | 'ready';

export const DOCKER_REMEDIES: Readonly<Record<Exclude<DockerState, 'ready'>, readonly string[]>> = {
  absent: [
    'Install Docker Desktop (https://docs.docker.com/get-started/get-docker/), or on Linux the package docker-ce, and start it.',
    'Only the image of the researcher (4-researcher) needs it.',
  ],
  stopped: ['Start Docker Desktop, or on Linux: sudo systemctl start docker'],
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

export async function dockerState(): Promise<DockerState> {
  try {
    const { code } = await docker(['info', '--format', '{{.ServerVersion}}']);
    return code === 0 ? 'ready' : 'stopped';
  } catch {
    return 'absent';
  }
}
