// Starts the real product for a test: simulator and proxy on free ports, with its own database.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
// Another folder of programs, such as those of a debug build, can be tested instead.
export const bin = (name) => join(process.env.BUSY24_BIN ?? join(root, 'build/bin'), name);

export const logins = {
  manager: ['ingrid.solheim@granlund-bygg.example', 'stillas mot himmelen'],
  accountant: ['kari.nordlie@fjordregnskap.example', 'fjord og fjell 2026'],
  employee: ['oyvind.braten@granlund-bygg.example', 'spade spett og spiker'],
  blocked: ['per.aasen@nordlys-elektro.example', 'kobberkabel i kveil'],
  apiUser: ['integrasjon@granlund-bygg.example', 'tre gule gravemaskiner'],
  apiUserOfAll: ['integrasjon@fjordregnskap.example', 'bilag i riktig rekkefolge'],
  limited: ['begrenset@granlund-bygg.example', 'bare litt tilgang'],
};

export const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

// Runs a program and waits until what it prints matches.
export function launch(name, options, pattern) {
  const child = spawn(bin(name), options.arguments ?? [], {
    env: { PATH: process.env.PATH, ...options.environment }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.output = '';
  child.ended = new Promise((done) => child.on('exit', (code, signal) => done({ code, signal })));
  return new Promise((done, fail) => {
    const take = (bytes) => {
      child.output += bytes;
      if (pattern.test(child.output)) done(child);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', fail);
    child.ended.then(({ code }) => fail(new Error(`${name} ended with ${code}: ${child.output}`)));
  });
}

export async function end(child, signal = 'SIGTERM') {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  return child.ended;
}

export async function startSimulator(args = []) {
  const child = await launch('busy24-simulator', { arguments: args }, /control port: \S+\n/);
  const url = /simulated at (\S+)/.exec(child.output)[1];
  const controlUrl = /control port: (\S+)/.exec(child.output)[1];
  const control = async (path, method = 'POST') => {
    const reply = await fetch(controlUrl + path, { method });
    return reply.json();
  };
  return { child, url, control, requests: () => control('/requests', 'GET'),
    strikes: () => control('/faults', 'GET') };
}

export const applicationId = 'b3a51e1c-6f0d-4c53-9f1e-7d1c6f1c2a24';

export function configuration(port, folder, erpUrl) {
  return {
    BUSY24_LISTEN: `127.0.0.1:${port}`,
    BUSY24_PUBLIC_URL: `http://localhost:${port}`,
    BUSY24_DATABASE: join(folder, 'busy24.sqlite'),
    BUSY24_KEY_FILE: join(folder, 'busy24.key'),
    BUSY24_APPLICATION_ID: applicationId,
    BUSY24_ERP_API_URL: erpUrl,
    BUSY24_ERP_WEBSERVICES_URL: erpUrl,
    BUSY24_WEB_ROOT: process.env.BUSY24_WEB_ROOT ?? join(root, 'build/web'),
  };
}

export const startProxy = (environment) =>
  launch('busy24-proxy', { environment }, /busy24-proxy serves/);

// The whole product. `stop()` ends what it started and removes its folder. `settings` are further
// environment variables of the proxy.
export async function startProduct(simulatorArguments = [], settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'busy24-test-'));
  const simulator = await startSimulator(simulatorArguments);
  const port = await freePort();
  const environment = { ...configuration(port, folder, simulator.url), ...settings };
  const product = {
    folder, simulator, port, environment, url: environment.BUSY24_PUBLIC_URL,
    proxy: await startProxy(environment),
    async restart(signal = 'SIGTERM') {
      await end(product.proxy, signal);
      product.proxy = await startProxy(environment);
    },
    async stop() {
      await end(product.proxy);
      await end(simulator.child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return product;
}
