// Another site's pages, in a real browser in which an administrator is logged in: they change
// nothing, read nothing and frame nothing.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { Visitor } from '../process/visitor.mjs';
import { desktop, launchBrowser } from './browser.mjs';
import { logins, root, startProduct } from './product.mjs';

const timeout = 120_000;
// Calls that succeed when our own page makes them. The last two end the session.
const changes = [
  ['POST', 'profile', { name: 'Angriper', language: 'nb' }],
  ['POST', 'users/invite', {
    invitees: [{ email: 'angriper@firma.example', name: '', role: 'administrator' }],
    language: 'nb',
  }],
  ['POST', 'project', {
    id: '', version: 0, name: 'Angrep', customerId: '', startsOn: '', endsOn: '', description: '',
  }],
  ['POST', 'mirror/pause', { untilMs: Date.now() + 3_600_000, reason: 'angrep' }],
  ['PUT', 'connection/single-sign-on', { isOn: true, makesLinks: false }],
  ['PUT', 'connection/recipients',
    { isAllAdministrators: false, emails: ['angriper@firma.example'] }],
  ['POST', 'profile/end-sessions', { id: '' }],
  ['POST', 'session/login', { username: logins.manager[0], password: logins.manager[1] }],
  ['POST', 'session/logout', {}],
];
const pages = ['/', '/brukere', '/api/v1/session'];
const answers = [
  'session', 'users', 'profile', 'connection', 'audit.csv', 'workspace.json', 'openapi.json',
].map((path) => `/api/v1/${path}`);
const files = ['/app.js', '/app.css', '/icon.svg', '/inter-regular.otf'];

let product, browser, context, ours, attacker, port;

// Serves the malicious page to every name, and sends on who asks to be.
const startAttacker = () => new Promise((done) => {
  const script = readFileSync(join(root, 'tests/browser/malicious_page.js'));
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://attacker.example');
    if (pathname === '/bounce')
      return response.writeHead(307, { Location: searchParams.get('to') }).end();
    if (pathname === '/attack.js')
      return response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script);
    const frame = '<iframe sandbox="allow-scripts allow-forms allow-popups" src="/"></iframe>';
    response.writeHead(200, { 'Content-Type': 'text/html' });
    return response.end(`<!doctype html><script src="/attack.js"></script><body>${
      pathname === '/sandbox' ? frame : ''}</body>`);
  });
  server.listen(0, '127.0.0.1', () => done(server));
});

const send = ([method, path, body]) => ours.evaluate(async (call) => {
  const reply = await fetch(`/api/v1/${call.path}`, {
    method: call.method, body: JSON.stringify(call.body),
    headers: { 'Content-Type': 'application/json' },
  });
  return reply.status;
}, { method, path, body });

const readSession = () => ours.evaluate(async () => (await fetch('/api/v1/session')).json());

before(async () => {
  product = await startProduct();
  const admin = new Visitor(product.url);
  await admin.enter();
  await admin.plan();
  await admin.connect();
  assert.equal((await admin.run()).state, 'succeeded');
  attacker = await startAttacker();
  ({ port } = attacker.address());
  browser = await launchBrowser();
  context = await browser.newContext(desktop);
  ours = await context.newPage();
  await ours.goto(`${product.url}/hjelp`);
  const [username, password] = logins.manager;
  assert.equal(await send(['POST', 'session/login', { username, password }]), 200);
});
after(async () => {
  await browser?.close();
  attacker?.closeAllConnections();
  attacker?.close();
  await product?.stop();
});

// All that the database holds, but for when a session was last seen.
const content = () => execFileSync('sqlite3', ['-readonly', join(product.folder, 'busy24.sqlite'),
  '.dump'], { encoding: 'utf8', maxBuffer: 1 << 28 })
  .replaceAll(/^(INSERT INTO user_session .*),\d+\);$/gm, '$1');

// When nothing goes on in the background any more.
async function settled() {
  for (let before = ''; ; await sleep(250)) {
    const now = content();
    if (now === before) return now;
    before = now;
  }
}

// By the log; its last line may not be whole yet.
const requests = () => product.proxy.output.split('\n').slice(0, -1)
  .filter((line) => line.includes('"method"')).map((line) => JSON.parse(line));

const at = (path) => product.url + path;

// Each call is asked for again and again, and each time refused.
async function attackFrom(frame, t) {
  const known = requests().length;
  const told = await frame.evaluate((plan) => attack(plan), {
    changes: changes.map(([method, path, body]) =>
      ({ method, url: at(`/api/v1/${path}`), json: JSON.stringify(body) })),
    reads: [...pages, ...files, ...answers].map(at),
  });
  assert.deepEqual(told, []);
  const asked = requests().slice(known);
  const count = (wanted) => asked.filter(({ path }) => path === `/api/v1/${wanted}`).length;
  for (const [method, path] of changes)
    assert.ok(count(path) >= (method === 'POST' ? 8 : 1), `${path}: only ${count(path)}`);
  assert.deepEqual(asked.filter(({ status }) => status < 400), []);
  t.diagnostic(`${asked.length} calls, all refused`);
}

// Windows that the page opens are ours alone: what they ask for is no business of the page.
async function openFrom(frame) {
  const known = requests().length;
  assert.deepEqual(await frame.evaluate((urls) => openAll(urls), pages.map(at)), []);
  const done = requests().slice(known).filter(({ status }) => status < 400);
  assert.deepEqual(done.filter(({ method }) => method !== 'GET'), []);
}

// What of a site is in frames of others' pages.
const framed = (url) => context.pages().filter((page) => page !== ours)
  .flatMap((page) => page.frames().filter((frame) => frame.parentFrame()))
  .map((frame) => frame.url()).filter((address) => address.startsWith(url));

const origins = {
  'the same host, another port': () => `http://localhost:${port}/`,
  'another host': () => `http://127.0.0.1:${port}/`,
  'a host below ours': () => `http://busy.localhost:${port}/`,
  'a sandbox without an origin': () => `http://localhost:${port}/sandbox`,
};

for (const [name, address] of Object.entries(origins))
  test(`${name} changes nothing and reads nothing`, { timeout }, async (t) => {
    const before = await settled();
    const page = await context.newPage();
    try {
      await page.goto(address());
      const frame = name.includes('sandbox') ? page.frames()[1] : page.mainFrame();
      await frame.waitForFunction(() => typeof attack === 'function');
      await attackFrom(frame, t);
      assert.deepEqual(framed(product.url), [], 'a page of ours is in a frame');
      await openFrom(frame);
      assert.equal(await settled(), before);
      assert.equal((await readSession()).state, 'signed_in');
    } finally {
      for (const other of context.pages()) if (other !== ours) await other.close();
    }
  });

test('a careless site would be read and framed', { timeout }, async () => {
  const careless = createServer((request, response) => response.writeHead(200, {
    'Content-Type': 'text/javascript', 'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Allow-Origin': request.headers.origin ?? '*',
  }).end('void 0;'));
  await new Promise((done) => careless.listen(0, '127.0.0.1', done));
  const url = `http://localhost:${careless.address().port}`;
  const page = await context.newPage();
  try {
    await page.goto(`http://localhost:${port}/`);
    const told = await page.evaluate((plan) => attack(plan),
      { changes: [], reads: [`${url}/read`] });
    assert.deepEqual(told.sort(),
      [`fetch ${url}/read: void 0;`, `link ${url}/read`, `script ${url}/read`]);
    assert.deepEqual(framed(url), [`${url}/read`]);
  } finally {
    await page.close();
    careless.closeAllConnections();
    careless.close();
  }
});

test('under another name of the machine there is no page of ours', { timeout }, async () => {
  const page = await context.newPage();
  for (const host of ['127.0.0.1', 'busy.localhost'])
    for (const path of ['/', '/app.js', '/api/v1/session']) {
      const reply = await page.goto(`http://${host}:${product.port}${path}`);
      assert.equal(reply.status(), 421, `${host}${path}`);
    }
  await page.close();
});

test('the same calls succeed from our own page', { timeout }, async () => {
  for (const call of changes) assert.equal(await send(call), 200, call[1]);
  assert.equal((await readSession()).state, 'anonymous');
});
