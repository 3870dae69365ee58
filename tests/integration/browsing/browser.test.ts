// A hostile page in a real Chromium: whatever it tries, it reaches nothing but what the guard lets through.
import { createSocket } from 'node:dgram';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { findChromium } from '../../../services/researcher/browsing/browser/chromium.ts';
import type { Browsing, BrowsingOptions } from '../../../services/researcher/browsing/browsing.ts';
import { article, browsingOf, html, reasonOf, startSite } from './site.ts';
import type { Site } from './site.ts';

const executable = await findChromium(process.env.ALEX_CHROMIUM);
// A developer's machine may have no Chromium; where a change is taken (CI) these must run, or fail.
const withChromium = executable === undefined && process.env.CI !== 'true' ? describe.skip : describe;

const bomb = gzipSync(Buffer.alloc(30_000_000));

let site: Site;
/** On loopback too, but not admitted. */
let secret: Site;
let secretAsked = 0;
let page = '';
let browsing: Browsing;
let refused: string[] = [];

const names = { 'secret.example.com': ['127.0.0.1'], 'mixed.example.com': ['93.184.215.14', '10.0.0.1'] };
const base: BrowsingOptions = {
  browser: { sandbox: false, ...(executable === undefined ? {} : { executable }) },
  // Pages here draw at once; one that does not says so.
  limits: { browserMs: 20_000, drawMs: 0 },
  onRefused: (_page, lines) => {
    refused = [...lines];
  },
};

beforeAll(async () => {
  secret = await startSite((_request, response) => {
    secretAsked += 1;
    response
      .writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/html' })
      .end('SECRET'.repeat(200));
  });
  site = await startSite(
    (request, response) => {
      const url = new URL(request.url ?? '', 'http://x');
      if (url.pathname === '/article') html(response, article);
      else if (url.pathname === '/moved') response.writeHead(302, { location: '/deep/er/article' }).end();
      else if (url.pathname === '/deep/er/article') html(response, `${article}<a href="next">the next one</a>`);
      else if (url.pathname === '/to') response.writeHead(302, { location: url.searchParams.get('url') ?? '' }).end();
      else if (url.pathname === '/data') {
        response
          .writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'a=b' })
          .end(JSON.stringify({ article }));
      } else if (url.pathname === '/kept') html(response, article);
      else if (url.pathname === '/bomb') {
        response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb);
      } else if (url.pathname === '/endless' || url.pathname === '/loris') {
        response.writeHead(200, { 'content-type': 'text/html' }).flushHeaders();
        const slow = url.pathname === '/loris';
        const timer = setInterval(() => response.write(slow ? 'a' : 'a'.repeat(20_000)), slow ? 50 : 1);
        response.on('close', () => {
          clearInterval(timer);
        });
      } else if (url.pathname === '/big')
        response.writeHead(200, { 'content-type': 'text/plain' }).end('x'.repeat(900_000));
      else html(response, page);
    },
    (_request, response) => response.end('User-agent: *\nDisallow: /kept'),
  );
  browsing = browsingOf(site, base, names);
});
afterEach(() => {
  expect(secretAsked).toBe(0);
  refused = [];
});
afterAll(async () => {
  await browsing.close();
  await Promise.all([site.close(), secret.close()]);
});

/** Reads a page that has hardly any text of its own, and this script. */
async function reading(script: string, options: BrowsingOptions = {}): Promise<string> {
  page = `<title>Page</title><div id="root">Its own words.</div><script>${script}</script>`;
  const own = Object.keys(options).length > 0;
  const limits = { ...base.limits, ...options.limits };
  const reader = own ? browsingOf(site, { ...base, ...options, limits }, names) : browsing;
  try {
    return await reasonOf(reader.read(`${site.origin}/page`).then(({ text }) => text));
  } finally {
    if (own) await reader.close();
  }
}

withChromium('a page that needs a browser', () => {
  test('is read as its scripts make it', async () => {
    page = `<title>Page</title><div id="root"></div><script>
      fetch('/data').then((answer) => answer.json()).then(({ article }) => { document.getElementById('root').innerHTML = article; });
    </script>`;
    const read = await browsing.read(`${site.origin}/page`);
    expect(read).toMatchObject({ via: 'browser', contentType: 'text/html', finalUrl: `${site.origin}/page` });
    expect(read.text).toContain('The central bank left its rate');
    expect(refused).toEqual([]);
  });

  test('is given time to draw what comes by a timer', async () => {
    const script = `setTimeout(() => { document.getElementById('root').textContent = 'Drawn late. '.repeat(60); }, 1500);`;
    expect(await reading(script, { limits: { drawMs: 8_000 } })).toContain('Drawn late.');
  });

  test('may go to another page of the web, which is then the one to cite', async () => {
    page = `<title>Page</title><script>location.href = '/moved'</script>`;
    const read = await browsing.read(`${site.origin}/page`);
    expect(read).toMatchObject({ via: 'browser', finalUrl: `${site.origin}/deep/er/article` });
    expect(read.links).toEqual([{ title: 'the next one', url: `${site.origin}/deep/er/next` }]);
  });

  test('leaves nothing for the next: no cookies, no storage', async () => {
    const script = `document.cookie = 'seen=1'; const before = localStorage.getItem('seen'); localStorage.setItem('seen', '1');
      document.getElementById('root').textContent = 'Stored before: ' + before + ' ' + 'words '.repeat(10);`;
    expect(await reading(script)).toContain('Stored before: null');
    expect(await reading(script)).toContain('Stored before: null');
  });
});

const inner: [string, string][] = [
  ['http://127.0.0.1:PORT/', 'port_not_allowed'],
  ['http://127.0.0.1/', 'loopback_address'],
  ['http://[::1]/', 'loopback_address'],
  ['http://localhost:PORT/', 'local_name'],
  ['http://10.0.0.1/', 'private_address'],
  ['http://169.254.1.1/', 'link_local_address'],
  ['http://169.254.169.254/latest/meta-data/', 'metadata_address'],
  ['http://[fd00:ec2::254]/latest/meta-data/', 'metadata_address'],
  ['http://[::ffff:127.0.0.1]/', 'embedded_address'],
  ['http://2130706433/', 'loopback_address'],
  ['http://0x7f.1/', 'loopback_address'],
  ['http://secret.example.com/', 'loopback_address'],
  ['https://secret.example.com/', 'loopback_address'],
  ['http://mixed.example.com/', 'private_address'],
  ['http://pages.test:PORT/', 'port_not_allowed'],
];

const urlOf = (template: string) => template.replace('PORT', String(secret.port));

withChromium('the inner network', () => {
  test.each(inner)('a page that goes to %s is refused: %s', async (template, reason) => {
    expect(await reading(`location.href = ${JSON.stringify(urlOf(template))}`)).toBe(reason);
  });

  test.each([
    ['http://127.0.0.1:PORT/', 'port_not_allowed'],
    ['http://169.254.169.254/', 'metadata_address'],
    ['http://secret.example.com/', 'loopback_address'],
    ['http://0x7f.1/', 'disguised_address'],
    ['file:///etc/passwd', 'scheme_not_allowed'],
  ])('a page that goes to %s by a redirect is refused: %s', async (template, reason) => {
    const through = `/to?url=${encodeURIComponent(urlOf(template))}`;
    expect(await reading(`location.href = ${JSON.stringify(through)}`)).toBe(reason);
  });

  test('what a page asks for there it does not get', async () => {
    const urls = inner.map(([template]) => urlOf(template));
    const said = await reading(`
      const ask = (url) => fetch(url).then((answer) => answer.text()).catch(() => 'refused');
      Promise.all(${JSON.stringify(urls)}.map(ask)).then((texts) => {
        document.getElementById('root').textContent = 'It got: ' + texts.join(' ');
      });`);
    expect(said).toContain(`It got: ${inner.map(() => 'refused').join(' ')}`);
    expect(refused.map((line) => line.split(' ')[0]).sort()).toEqual(inner.map(([, reason]) => reason).sort());
  });
});

withChromium('a page that goes to', () => {
  test.each([
    ['a file', `location.href = 'file:///etc/passwd'`],
    ['data', `location.href = 'data:text/html,<p>' + 'SECRET '.repeat(100)`],
    ['a file in a frame', `document.body.innerHTML += '<iframe src="file:///etc/passwd"></iframe>'`],
    [
      'a file by fetch',
      `fetch('file:///etc/passwd').then((a) => a.text()).then((t) => { document.body.textContent = 'SECRET' + t; })`,
    ],
    ['Chromium itself', `location.href = 'chrome://version'`],
    ['its source', `location.href = 'view-source:file:///etc/passwd'`],
  ])('%s stays where it is', async (_what, script) => {
    const said = await reading(script);
    expect(said).toContain('Its own words.');
    expect(said).not.toMatch(/SECRET|root:/);
  });

  test('a page that robots.txt keeps is not shown it', async () => {
    expect(await reading(`location.href = '/kept'`)).toBe('robots_disallowed');
    expect(site.asked).not.toContain('/kept');
  });

  test('a host that is not on the list is not shown it', async () => {
    expect(await reading(`location.href = 'https://example.org/'`, { allowedHosts: ['example.com'] })).toBe(
      'host_not_allowed',
    );
  });
});

withChromium('a name that changes its address while the page is shown', () => {
  test('is refused from then on', async () => {
    let rebound = false;
    const script = `setTimeout(() => fetch('/rebound').then(() => 'answered', () => 'refused')
      .then((said) => { document.getElementById('root').textContent = 'It was ' + said; }), 200);`;
    page = `<title>Page</title><div id="root">Its own words.</div><script>${script}</script>`;
    const reader = browsingOf(site, {
      ...base,
      resolve: () => Promise.resolve([rebound ? '192.168.0.10' : '127.0.0.1']),
      now: () => {
        // The clock is asked for after the page was fetched: from here on the name is somewhere else.
        rebound = site.asked.includes('/page');
        return new Date();
      },
    });
    site.asked.length = 0;
    expect((await reader.read(`${site.origin}/page`)).text).toContain('It was refused');
    expect(refused).toEqual([`private_address ${site.origin}/rebound`]);
    expect(site.asked).toEqual(['/page']);
    await reader.close();
  });
});

withChromium('ways past the requests', () => {
  test('WebSocket, WebRTC, workers, beacons, frames, pictures, prefetches and forms reach no one', async () => {
    const udp = createSocket('udp4');
    let packets = 0;
    udp.on('message', () => (packets += 1));
    await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
    const at = `127.0.0.1:${secret.port}`;
    const script = `
      const attempt = (work) => { try { work(); } catch {} };
      attempt(() => new WebSocket('ws://${at}/'));
      attempt(() => new WebSocket('wss://${at}/'));
      attempt(() => new EventSource('http://${at}/'));
      attempt(() => { const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:${udp.address().port}' }] });
        peer.createDataChannel('a'); peer.createOffer().then((offer) => peer.setLocalDescription(offer)); });
      attempt(() => new Worker(URL.createObjectURL(new Blob(["fetch('http://${at}/worker')"]))));
      attempt(() => navigator.serviceWorker.register('/sw.js'));
      attempt(() => navigator.sendBeacon('http://${at}/beacon', 'a'));
      attempt(() => { new Image().src = 'http://${at}/picture'; });
      attempt(() => window.open('http://${at}/window'));
      attempt(() => fetch('http://${at}/post', { method: 'POST', mode: 'no-cors', body: 'a' }).catch(() => {}));
      for (const [tag, attributes] of [['link', { rel: 'prefetch', href: 'http://${at}/prefetch' }], ['link', { rel: 'dns-prefetch', href: 'http://${at}/' }],
        ['link', { rel: 'preconnect', href: 'http://${at}/' }], ['iframe', { src: 'http://${at}/frame' }], ['video', { src: 'http://${at}/video' }],
        ['object', { data: 'http://${at}/object' }], ['embed', { src: 'http://${at}/embed' }], ['link', { rel: 'stylesheet', href: 'http://${at}/style' }]]) {
        const element = document.createElement(tag); Object.assign(element, attributes); element.setAttribute('data', attributes.data ?? ''); document.body.append(element);
      }
      const frame = document.createElement('iframe'); frame.srcdoc = "<script>try { new WebSocket('ws://${at}/inner') } catch {} fetch('http://${at}/inner').catch(() => {})<\\/script>"; document.body.append(frame);
      const form = document.createElement('form'); form.method = 'post'; form.action = 'http://${at}/form'; form.target = 'hidden'; document.body.append(form); form.submit();
      document.getElementById('root').textContent = 'All was tried.';`;
    expect(await reading(script)).toContain('All was tried.');
    expect(packets).toBe(0);
    await new Promise<void>((resolve) => {
      udp.close(() => {
        resolve();
      });
    });
  });
});

withChromium('a page that costs too much', () => {
  test('in time: a script without end', async () => {
    expect(await reading('while (true) {}', { limits: { browserMs: 3_000 } })).toBe('timed_out');
  });
  test('in requests', async () => {
    const script = `for (let i = 0; i < 50; i += 1) fetch('/data?' + i);`;
    expect(await reading(script, { limits: { browserRequests: 20 } })).toContain('Its own words.');
    expect(refused.filter((line) => line.startsWith('too_many_requests')).length).toBeGreaterThan(20);
  });
  test('in bytes, all together', async () => {
    const script = `for (let i = 0; i < 5; i += 1) fetch('/big?' + i);`;
    expect(await reading(script, { limits: { browserBytes: 2_000_000 } })).toBe('too_large');
  });
  test.each([
    ['/bomb', 'too_large'],
    ['/endless', 'too_large'],
    ['/loris', 'timed_out'],
  ])('by what it loads or goes to: %s is refused as %s', async (path, reason) => {
    const limits = { bodyBytes: 1_000_000, requestMs: 1_500 };
    const asks = `fetch('${path}').then((answer) => answer.text()).then(() => 'read', () => 'refused')
      .then((said) => { document.getElementById('root').textContent = 'It was ' + said; });`;
    expect(await reading(asks, { limits })).toContain('It was refused');
    expect(refused).toEqual([`${reason} ${site.origin}${path}`]);
    expect(await reading(`location.href = '${path}'`, { limits })).toBe(reason);
  });
  test('in bytes, one answer: it does not come, and the page goes on', async () => {
    const script = `fetch('/big').catch(() => 'refused').then((said) => { document.getElementById('root').textContent = 'It was ' + said; });`;
    expect(await reading(script, { limits: { bodyBytes: 100_000 } })).toContain('It was refused');
    expect(refused).toEqual([`too_large ${site.origin}/big`]);
  });
  test('in size, made by its own script', async () => {
    const script = `document.getElementById('root').textContent = 'x'.repeat(3_000_000);`;
    expect(await reading(script, { limits: { bodyBytes: 1_000_000 } })).toBe('too_large');
  });
  test('in pages: one that sends itself on for ever', async () => {
    const script = `location.href = '/page?' + Math.random();`;
    expect(await reading(script, { limits: { browserRequests: 10 } })).toBe('too_many_requests');
  });
});

withChromium('a browser', () => {
  test('that was ended is started anew for the next page', async () => {
    const script = `document.getElementById('root').textContent = 'Written by a script.';`;
    expect(await reading(script)).toContain('Written by a script.');
    await browsing.close();
    expect(await reading(script)).toContain('Written by a script.');
  });
  test('that is not there leaves the page with the text that it has', async () => {
    page = '<title>Page</title><p>Few words.</p>';
    const without = browsingOf(site, { ...base, browser: { executable: '/nowhere/chromium' } });
    expect(await without.read(`${site.origin}/page`)).toMatchObject({ via: 'fetch', text: 'Few words.' });
  });
});
