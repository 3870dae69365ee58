/** Whether a service answers its health check with 200 within `milliseconds`. */
export async function isHealthy(address: string, path: string, milliseconds: number): Promise<boolean> {
  try {
    const response = await fetch(new URL(path, address), { signal: AbortSignal.timeout(milliseconds) });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}
