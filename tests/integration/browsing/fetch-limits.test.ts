// Servers that send too much, too slowly, for ever, or packed to burst.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { Socket } from 'node:net';
import { article, browsingOf, html, reasonOf, startRawSite, startSite } from './site.ts';
import type { Site } from './site.ts';

const limits = { bodyBytes: 200_000, headMs: 1_000, idleMs: 700, requestMs: 2_500, connectMs: 1_000 };
const zeros = Buffer.alloc(30_000_000);
const packed = { gzip: gzipSync(zeros), deflate: deflateSync(zeros), br: brotliCompressSync(zeros) };
const page = Buffer.from(`<title>Rates hold</title>${article}`);

let site: Site;
beforeAll(async () => {
  site = await startSite((request, response) => {
    const type = { 'content-type': 'text/html' };
    const [, kind, detail] = (request.url ?? '').split('/');
    if (kind === 'bomb' && (detail === 'gzip' || detail === 'deflate' || detail === 'br')) {
      response.writeHead(200, { ...type, 'content-encoding': detail }).end(packed[detail]);
    } else if (kind === 'packed' && detail === 'gzip') {
      response.writeHead(200, { ...type, 'content-encoding': 'gzip' }).end(gzipSync(page));
    } else if (kind === 'packed' && detail === 'br') {
      response.writeHead(200, { ...type, 'content-encoding': 'br' }).end(brotliCompressSync(page));
    } else if (kind === 'twice') {
      response.writeHead(200, { ...type, 'content-encoding': 'gzip, gzip' }).end(gzipSync(packed.gzip));
    } else if (kind === 'torn') {
      response.writeHead(200, { ...type, 'content-encoding': 'gzip' }).end(gzipSync(page).subarray(0, 60));
    } else if (kind === 'lying') {
      response.writeHead(200, { ...type, 'content-encoding': 'gzip' }).end(page);
    } else if (kind === 'type') {
      const given = decodeURIComponent(detail ?? '');
      response.writeHead(200, given === '' ? {} : { 'content-type': given }).end(page);
    } else if (kind === 'status') html(response, article, Number(detail));
    else if (kind === 'empty') html(response, '<html><body><script>1</script></body></html>');
    else response.writeHead(200, type).end(page);
  });
});
afterAll(() => site.close());

const read = (path: string) => reasonOf(browsingOf(site, { limits }).read(`${site.origin}${path}`));

describe('compressed', () => {
  test.each(['gzip', 'br'])('a page in %s is read', async (encoding) => {
    expect(await read(`/packed/${encoding}`)).toContain('Rates hold');
  });
  test.each(['gzip', 'deflate', 'br'])('a bomb in %s is stopped while it unpacks', async (encoding) => {
    const before = process.memoryUsage().rss;
    expect(await read(`/bomb/${encoding}`)).toBe('too_large');
    // It would be 30 MB; a limit that is looked at afterwards holds all of it at once.
    expect(process.memoryUsage().rss - before).toBeLessThan(25_000_000);
  });
  test('two layers are not unpacked at all', async () => {
    expect(await read('/twice')).toBe('bad_response');
  });
  test.each(['/torn', '/lying'])('%s data is told as such', async (path) => {
    expect(await read(path)).toBe('bad_response');
  });
});

describe('what is not a page', () => {
  test.each(['application/pdf', 'application/octet-stream', 'image/png', 'application/json', 'text/htmlx', ''])(
    'of type "%s" is refused by its head',
    async (type) => {
      expect(await read(`/type/${encodeURIComponent(type)}`)).toBe('content_type_not_allowed');
    },
  );
  test.each([404, 403, 500, 503, 206, 204])('of status %d is refused', async (status) => {
    expect(await read(`/status/${status}`)).toBe('http_status');
  });
  test('a status that may pass is worth another try, and one that does not is not', async () => {
    const failure = (status: number) =>
      browsingOf(site, { limits })
        .read(`${site.origin}/status/${status}`)
        .catch((error: unknown) => error);
    expect(await failure(503)).toMatchObject({ httpStatus: 503, retryable: true });
    expect(await failure(429)).toMatchObject({ httpStatus: 429, retryable: true });
    expect(await failure(404)).toMatchObject({ httpStatus: 404, retryable: false });
  });
  test('nothing to read is said to be nothing', async () => {
    expect(await read('/empty')).toBe('no_text');
  });
});

/** Writes again and again until the other side is gone. */
function drip(socket: Socket, what: string, everyMs: number): void {
  const timer = setInterval(() => socket.write(what), everyMs);
  socket.on('close', () => {
    clearInterval(timer);
  });
}
const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';

describe('a server that', () => {
  const speakers: Record<string, [string, (socket: Socket) => void]> = {
    'accepts and says nothing': ['timed_out', () => undefined],
    'gives its head one byte at a time': [
      'timed_out',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\nX: ');
        drip(socket, 'a', 20);
      },
    ],
    'gives header after header': [
      'timed_out',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        drip(socket, 'X-A: b\r\n', 50);
      },
    ],
    'only ever promises to go on': [
      'timed_out',
      (socket) => {
        drip(socket, 'HTTP/1.1 102 Processing\r\n\r\n', 50);
      },
    ],
    'stops in the middle of its body': [
      'timed_out',
      (socket) => {
        socket.write(`${head}Content-Length: 100\r\n\r\n<p>`);
      },
    ],
    'gives its body one byte at a time (slow loris)': [
      'timed_out',
      (socket) => {
        socket.write(`${head}\r\n<p>`);
        drip(socket, 'a', 50);
      },
    ],
    'says its body is huge': [
      'too_large',
      (socket) => {
        socket.write(`${head}Content-Length: 99999999999\r\n\r\n<p>`);
      },
    ],
    'sends without end': [
      'too_large',
      (socket) => {
        socket.write(`${head}\r\n`);
        drip(socket, 'a'.repeat(20_000), 1);
      },
    ],
    'sends chunks without end': [
      'too_large',
      (socket) => {
        socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n`);
        drip(socket, `4e20\r\n${'a'.repeat(20_000)}\r\n`, 1);
      },
    ],
    'sends a head without end': [
      'bad_response',
      (socket) => {
        socket.write(`${head}X: `);
        drip(socket, 'a'.repeat(5_000), 1);
      },
    ],
    'closes at once': [
      'connection_failed',
      (socket) => {
        socket.destroy();
      },
    ],
    'breaks off its body': [
      'bad_response',
      (socket) => {
        socket.end(`${head}Content-Length: 100\r\n\r\n<p>short`);
      },
    ],
    'speaks something else': [
      'bad_response',
      (socket) => {
        socket.end('SSH-2.0-OpenSSH_9.6\r\n');
      },
    ],
    'has two lengths (request smuggling)': [
      'bad_response',
      (socket) => {
        socket.end(`${head}Content-Length: 5\r\nContent-Length: 9\r\n\r\n<p>hi</p>`);
      },
    ],
  };
  test.each(Object.keys(speakers))('%s', async (what) => {
    const [reason, speak] = speakers[what] ?? ['', () => undefined];
    const raw = await startRawSite(speak);
    try {
      expect(await reasonOf(browsingOf(raw, { limits }).read(`${raw.origin}/page`))).toBe(reason);
    } finally {
      await raw.close();
    }
  });

  test('sends compressed input that yields nothing', async () => {
    const nothing = gzipSync(Buffer.alloc(0));
    const raw = await startRawSite((socket) => {
      socket.write(`${head}Content-Encoding: gzip\r\n\r\n`);
      const many = Buffer.concat(Array.from({ length: 1_000 }, () => nothing));
      const timer = setInterval(() => socket.write(many), 1);
      socket.on('close', () => {
        clearInterval(timer);
      });
    });
    expect(await reasonOf(browsingOf(raw, { limits }).read(`${raw.origin}/page`))).toBe('too_large');
    await raw.close();
  });
});

test('reading takes no longer than it may, robots.txt and redirects and waiting together', async () => {
  const slow = await startSite((_request, response) => {
    setTimeout(() => response.writeHead(302, { location: '/again' }).end(), 300);
  });
  const reading = browsingOf(slow, { limits: { ...limits, readMs: 700 } }).read(`${slow.origin}/`);
  expect(await reasonOf(reading)).toBe('timed_out');
  await slow.close();
});

test('a host that is not there is told as such, and may be tried again', async () => {
  const gone = await startSite(() => undefined);
  await gone.close();
  const reading = browsingOf(gone, { limits }).read(`${gone.origin}/`);
  await expect(reading).rejects.toMatchObject({ reason: 'robots_unreachable', retryable: true });
});
