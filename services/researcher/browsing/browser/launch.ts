import type { Browser } from 'playwright-core';
import { ConfigurationError } from '../../../../shared/errors.ts';
import { startDeadEnd } from './dead-end.ts';
import type { DeadEnd } from './dead-end.ts';

/** How Chromium is started. */
export interface LaunchOptions {
  executable: string;
  /**
   * Chromium's own sandbox. Off only inside a container that is the sandbox itself: it needs user namespaces, which
   * ECS and most containers do not give, and it does not work for root.
   */
  sandbox: boolean;
}

/** A running Chromium whose only way to the network leads nowhere. */
export interface Launched {
  browser: Browser;
  deadEnd: DeadEnd;
  close: () => Promise<void>;
}

/** Nothing but the page: no traffic of Chromium's own, no name resolution, no UDP, bounded script memory. */
const args = [
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
  '--dns-prefetch-disable',
  '--no-pings',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--no-first-run',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--js-flags=--max-old-space-size=256',
];

/**
 * Starts Chromium behind a dead end.
 * @throws ConfigurationError where playwright-core is not installed, or Chromium does not start
 */
export async function launchChromium({ executable, sandbox }: LaunchOptions): Promise<Launched> {
  const { chromium } = await import('playwright-core').catch((error: unknown) => {
    throw new ConfigurationError(`The package playwright-core is not installed: ${String(error).slice(0, 200)}`);
  });
  const deadEnd = await startDeadEnd();
  try {
    const browser = await chromium.launch({
      executablePath: executable,
      chromiumSandbox: sandbox,
      proxy: { server: deadEnd.server },
      args,
      timeout: 20_000,
      // The process that started it ends it, also when it is told to stop.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
    return {
      browser,
      deadEnd,
      close: async () => {
        await browser.close().catch(() => undefined);
        await deadEnd.close();
      },
    };
  } catch (error) {
    await deadEnd.close();
    const root = sandbox && process.getuid?.() === 0 ? ' Its sandbox does not work for root.' : '';
    throw new ConfigurationError(`${executable} does not start.${root} ${String(error).slice(0, 300)}`);
  }
}
