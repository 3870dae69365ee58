import { connect as connectPlain, isIP } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/**
 * Opens connections for HTTP/2 that have to stand within a time. The AWS SDK's HTTP/2 handler knows only how long an answer may
 * take, and a model may take long: a network without a way to Bedrock would be noticed after minutes.
 *
 * @param milliseconds until the connection, with TLS, stands
 */
export function connectWithin(milliseconds: number): (authority: URL) => Socket {
  return (authority) => {
    const host = authority.hostname.replace(/^\[(.*)\]$/u, '$1');
    const secure = authority.protocol === 'https:';
    const port = authority.port === '' ? (secure ? 443 : 80) : Number(authority.port);
    const socket = secure
      ? connectTls({ host, port, ALPNProtocols: ['h2'], ...(isIP(host) === 0 && { servername: host }) })
      : connectPlain({ host, port });
    const timer = setTimeout(() => {
      socket.destroy(new Error(`no connection within ${milliseconds} ms`));
    }, milliseconds);
    const clear = () => {
      clearTimeout(timer);
    };
    socket.once(secure ? 'secureConnect' : 'connect', clear).once('close', clear);
    return socket;
  };
}
