// The shipped nginx configuration, in a real nginx before a real proxy on its unix socket.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';

import { configuration, end, freePort, root, startProxy, startSimulator }
  from '../browser/product.mjs';

const host = 'busy.example.no';
const nginx = '/usr/sbin/nginx';
const deploy = join(root, 'assets/deploy');
const skip = existsSync(nginx) ? false : 'nginx is not installed';

let folder, port, plainPort, simulator, proxy, front;

// The shipped file, with this test's ports and places.
function writeConfiguration() {
  const server = readFileSync(join(deploy, 'nginx.conf'), 'utf8')
    .replace('/run/busy24/busy24.sock', join(folder, 'busy24.sock'))
    .replaceAll(/\n *listen \[::\]:[^\n]*/g, '')
    .replace('listen 80;', `listen 127.0.0.1:${plainPort};`)
    .replace('listen 443 ', `listen 127.0.0.1:${port} `)
    .replaceAll(`/etc/ssl/${host}`, folder);
  // Workers as the user who runs the test, so that they may open the socket.
  const user = process.getuid() === 0 ? 'user root;' : '';
  writeFileSync(join(folder, 'nginx.conf'), `${user} pid ${folder}/pid;
    error_log ${folder}/error.log; events { worker_connections 4096; }
    http { client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
      fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
      ${server} }`);
}

before(async () => {
  if (skip) return;
  folder = mkdtempSync(join(tmpdir(), 'busy24-nginx-'));
  mkdirSync(join(folder, 'logs'));
  port = await freePort();
  plainPort = await freePort();
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256',
    '-nodes', '-days', '2', '-subj', `/CN=${host}`, '-keyout', join(folder, 'privkey.pem'),
    '-out', join(folder, 'fullchain.pem')], { stdio: 'ignore' });
  writeConfiguration();
  simulator = await startSimulator();
  proxy = await startProxy({
    ...configuration(8080, folder, simulator.url),
    BUSY24_PUBLIC_URL: `https://${host}`, BUSY24_LISTEN: `unix:${join(folder, 'busy24.sock')}`,
  });
  front = spawn(nginx, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'],
    { stdio: 'ignore' });
  front.ended = new Promise((done) => front.on('exit', done));
  await waitForFront();
});

after(async () => {
  if (skip) return;
  front.kill('SIGTERM');
  await front.ended;
  await end(proxy);
  await end(simulator.child);
  rmSync(folder, { recursive: true, force: true });
});

const fetchPage = (path, method = 'GET', headers = {}, body = '') => new Promise((done, fail) => {
  const outgoing = request({
    host: '127.0.0.1', port, path, method, servername: host, rejectUnauthorized: false,
    agent: false, headers: { Host: host, ...headers },
  }, (reply) => {
    let text = '';
    reply.on('data', (piece) => { text += piece; });
    reply.on('end', () => done({ status: reply.statusCode, headers: reply.headers, text }));
  });
  outgoing.on('error', fail);
  outgoing.setTimeout(20_000, () => outgoing.destroy(new Error('no answer in 20 s')));
  outgoing.end(body);
});

async function waitForFront() {
  for (let tries = 0; tries < 100; ++tries) {
    try {
      return await fetchPage('/healthz');
    } catch {
      await sleep(50);
    }
  }
  throw new Error(readFileSync(join(folder, 'error.log'), 'utf8'));
}

test('nginx accepts the shipped configuration', { skip }, () => {
  execFileSync(nginx, ['-t', '-q', '-p', folder, '-c', join(folder, 'nginx.conf')]);
});

test('the page, the API and the headers come through', { skip }, async () => {
  const page = await fetchPage('/registrer');
  assert.equal(page.status, 200);
  assert.match(page.headers['content-security-policy'], /default-src 'none'/);
  assert.doesNotMatch(page.headers['strict-transport-security'], /,/);
  assert.equal((await fetchPage('/app.wasm')).headers['content-type'], 'application/wasm');
  const session = await fetchPage('/api/v1/session');
  assert.equal(JSON.parse(session.text).state, 'anonymous');
});

test('another host name is refused, and a body that is too large', { skip }, async () => {
  assert.equal((await fetchPage('/api/v1/session', 'GET', { Host: 'evil.example' })).status, 421);
  const large = await fetchPage('/api/v1/onboarding/sign-in', 'POST',
    { 'Content-Type': 'application/json', 'Content-Length': 100_000 }, 'x'.repeat(100_000));
  assert.equal(large.status, 413);
});

test('plain http leads to https', { skip }, async () => {
  const socket = connect(plainPort, '127.0.0.1');
  socket.end(`GET /registrer HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  let text = '';
  for await (const piece of socket) text += piece;
  assert.match(text, new RegExp(`301[^]*Location: https://${host}/registrer`));
});

test('300 clients that never finish keep nobody out', { skip }, async () => {
  const slow = [];
  for (let i = 0; i < 300; ++i) {
    const socket = connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false });
    socket.on('error', () => {});
    socket.on('secureConnect', () => socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\nX-Slow: `));
    slow.push(socket);
  }
  await sleep(500);
  for (let i = 0; i < 30; ++i) assert.equal((await fetchPage('/api/v1/session')).status, 200);
  for (const socket of slow) socket.destroy();
});

test('systemd understands the unit', { skip: existsSync('/usr/bin/systemd-analyze') ? false
  : 'systemd is not installed' }, () => {
  const unit = readFileSync(join(deploy, 'busy24-proxy.service'), 'utf8')
    .replace('/opt/busy24/bin/busy24-proxy', '/bin/true');
  const place = mkdtempSync(join(tmpdir(), 'busy24-unit-'));
  try {
    writeFileSync(join(place, 'busy24-proxy.service'), unit);
    const output = execFileSync('/bin/sh',
      ['-c', `systemd-analyze verify ${join(place, 'busy24-proxy.service')} 2>&1 || true`],
      { encoding: 'utf8' });
    assert.doesNotMatch(output, /busy24-proxy\.service:\d+|Unknown|Failed to parse/);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
});
