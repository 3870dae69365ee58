import * as z from 'zod';

/** What a service says at its health path. */
export interface Health {
  /** 200: it can take work. */
  well: boolean;
  /** Nothing would be lost if it ended now, by its own word; undefined where it says nothing of that. */
  idle: boolean | undefined;
}

const said = z.object({ idle: z.boolean() });

/** Asks a service how it is; one that has not answered when `until` is aborted is not well. */
export async function askHealth(address: string, path: string, until: AbortSignal): Promise<Health> {
  try {
    const response = await fetch(new URL(path, address), { signal: until });
    const text = await response.text();
    return { well: response.status === 200, idle: idleIn(text) };
  } catch {
    return { well: false, idle: undefined };
  }
}

function idleIn(text: string): boolean | undefined {
  try {
    return said.safeParse(JSON.parse(text)).data?.idle;
  } catch {
    return undefined;
  }
}
