// How the programs start, refuse to start, and stop.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { bin, configuration, end, freePort, startProduct, startProxy, startSimulator }
  from '../browser/product.mjs';
import { Visitor, exchange } from './visitor.mjs';

let folder;
before(() => { folder = mkdtempSync(join(tmpdir(), 'busy24-start-')); });
after(() => rmSync(folder, { recursive: true, force: true }));

// Runs a program to its end.
const outcome = (name, environment, args = []) => new Promise((done) => {
  const child = spawn(bin(name), args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (bytes) => { output += bytes; });
  child.stderr.on('data', (bytes) => { output += bytes; });
  child.on('exit', (code) => done({ code, output }));
});

const wrongValues = {
  BUSY24_LISTEN: '0.0.0.0:8080',
  BUSY24_DATABASE: '/no/such/folder/busy24.sqlite',
  BUSY24_KEY_FILE: '',
  BUSY24_PUBLIC_URL: 'busy.example.no',
  BUSY24_APPLICATION_ID: 'not a guid',
  BUSY24_ERP_API_URL: 'http://api.example.no',
  BUSY24_ERP_WEBSERVICES_URL: 'ftp://localhost',
  BUSY24_ERP_REQUESTS_PER_HOUR: '0',
  BUSY24_WEB_ROOT: '/etc',
  BUSY24_SMTP_SENDER: 'nobody at all',
};

for (const [name, wrong] of Object.entries(wrongValues)) {
  test(`a wrong ${name} is one sentence and exit code 2`, async () => {
    const environment = { ...configuration(8080, folder, 'http://127.0.0.1:9'), [name]: wrong };
    const { code, output } = await outcome('busy24-proxy', environment);
    assert.equal(code, 2);
    assert.equal(output.trimEnd().split('\n').length, 1, output);
    assert.match(output, new RegExp(name));
    if (wrong) assert.ok(output.includes(wrong), output);
  });
}

test('--help lists every variable', async () => {
  const { code, output } = await outcome('busy24-proxy', {}, ['--help']);
  assert.equal(code, 0);
  for (const name of Object.keys(wrongValues)) assert.match(output, new RegExp(name));
});

test('a used port is one sentence, and the database of the other one is left alone', async () => {
  const taken = createServer();
  await new Promise((done) => { taken.listen(0, '127.0.0.1', done); });
  const { port } = taken.address();
  const { code, output } =
    await outcome('busy24-proxy', configuration(port, folder, 'http://127.0.0.1:9'));
  taken.close();
  assert.notEqual(code, 0);
  assert.match(output.trimEnd(), new RegExp(`^busy24-proxy: .*${port}.*$`, 'm'));
});

test('a key file that others can read is refused', async () => {
  const place = mkdtempSync(join(tmpdir(), 'busy24-key-'));
  try {
    writeFileSync(join(place, 'busy24.key'), 'x'.repeat(64), { mode: 0o644 });
    const environment = configuration(await freePort(), place, 'http://127.0.0.1:9');
    const { code, output } = await outcome('busy24-proxy', environment);
    assert.notEqual(code, 0);
    assert.match(output, /busy24\.key/);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});

test('SIGTERM ends both programs at once and cleanly', async () => {
  const product = await startProduct();
  const visitor = new Visitor(product.url);
  await visitor.must('GET', 'session');
  const began = Date.now();
  assert.deepEqual(await end(product.proxy), { code: 0, signal: null });
  assert.deepEqual(await end(product.simulator.child), { code: 0, signal: null });
  assert.ok(Date.now() - began < 5000);
  assert.equal(statSync(join(product.folder, 'busy24.key')).mode & 0o777, 0o400);
  await product.stop();
});

test('it serves a unix socket', async () => {
  const simulator = await startSimulator();
  const socketPath = join(folder, 'busy24.sock');
  const environment = {
    ...configuration(8080, folder, simulator.url), BUSY24_LISTEN: `unix:${socketPath}`,
  };
  const proxy = await startProxy(environment);
  try {
    const health = await exchange({ socketPath }, 'GET', '/healthz', { Host: 'anything' });
    assert.equal(health.text, 'ok\n');
    const visitor = new Visitor(environment.BUSY24_PUBLIC_URL, { socketPath });
    assert.equal((await visitor.must('GET', 'session')).state, 'anonymous');
  } finally {
    await end(proxy);
    await end(simulator.child);
  }
});
