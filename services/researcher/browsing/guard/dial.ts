import { connect, isIP } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls, getCACertificates } from 'node:tls';
import { PageRefusedError, nameOf } from '../refusal.ts';
import { errorCode } from './error-code.ts';
import type { Target } from './guard.ts';

/** How a connection is made. */
export interface DialOptions {
  /** Milliseconds that one address has to answer in. */
  connectMs: number;
  /** Certificate authorities in PEM beside the system's own, e.g. a company's. */
  authorities?: readonly string[] | undefined;
  signal: AbortSignal;
}

/**
 * Connects to an address that the guard has checked, trying one after another. Nothing is resolved here. With TLS the
 * certificate is checked against the host's name, not against the address.
 * @throws PageRefusedError connection_failed, certificate_invalid; the signal's reason where it was aborted
 */
export async function dial(target: Target, options: DialOptions): Promise<Socket> {
  const failures: unknown[] = [];
  for (const address of target.addresses) {
    options.signal.throwIfAborted();
    try {
      const socket = await opened(connect({ host: address, port: target.port }), 'connect', options);
      return target.tls ? await secured(socket, target, options) : socket;
    } catch (error) {
      options.signal.throwIfAborted();
      if (error instanceof PageRefusedError) throw error;
      failures.push(error);
    }
  }
  throw new PageRefusedError('connection_failed', nameOf(target.url), `${target.host} could not be connected to.`, {
    cause: new AggregateError(failures),
  });
}

async function secured(socket: Socket, target: Target, options: DialOptions): Promise<Socket> {
  const authorities = options.authorities ?? [];
  const tls = connectTls({
    socket,
    ALPNProtocols: ['http/1.1'],
    // RFC 6066: a server name is never an IP address.
    ...(isIP(target.host) === 0 ? { servername: target.host } : { host: target.host }),
    ...(authorities.length === 0 ? {} : { ca: [...getCACertificates('default'), ...authorities] }),
  });
  try {
    return await opened(tls, 'secureConnect', options);
  } catch (error) {
    if (!isCertificateError(error)) throw error;
    throw new PageRefusedError('certificate_invalid', nameOf(target.url), `${target.host} has no valid certificate.`, {
      cause: error,
    });
  }
}

function isCertificateError(error: unknown): boolean {
  return /CERT|SIGNATURE|ISSUER/.test(errorCode(error));
}

/** The socket once `event` came; destroyed where it did not come in time. */
async function opened<S extends Socket>(
  socket: S,
  event: 'connect' | 'secureConnect',
  options: DialOptions,
): Promise<S> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => {
    reject(new Error(`no answer within ${options.connectMs} ms`));
  }, options.connectMs);
  const aborted = () => {
    reject(new Error('aborted', { cause: options.signal.reason }));
  };
  const ready = () => {
    resolve(undefined);
  };
  socket.once(event, ready).once('error', reject);
  options.signal.addEventListener('abort', aborted, { once: true });
  try {
    await promise;
    return socket;
  } catch (error) {
    // The failure is told already; a late one of the same socket has no one to go to.
    socket.on('error', () => undefined).destroy();
    throw error;
  } finally {
    clearTimeout(timer);
    options.signal.removeEventListener('abort', aborted);
    socket.off(event, ready).off('error', reject);
  }
}
