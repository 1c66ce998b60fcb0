// Starts the SMTP server of the tests, and the certificates that it shows.
import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

import { root } from '../browser/product.mjs';

export class MailServer {
  letters = [];

  static async start(args = []) {
    const server = new MailServer();
    // Debian's Python, which its package belongs to.
    server.child = spawn('/usr/bin/python3', [join(root, 'tests/process/mail_server.py'), ...args],
      { stdio: ['ignore', 'pipe', 'ignore'] });
    server.ended = new Promise((done) => server.child.on('exit', done));
    const lines = createInterface(server.child.stdout);
    await new Promise((done, fail) => {
      server.child.on('exit', () => fail(new Error('the mail server did not start')));
      lines.on('line', (line) => {
        const told = JSON.parse(line);
        if (told.port) {
          server.port = told.port;
          done();
        } else {
          server.letters.push(told);
        }
      });
    });
    return server;
  }

  // The letters to an address, when there are as many as that.
  async lettersTo(address, count = 1) {
    for (const end = Date.now() + 60_000; Date.now() < end; await sleep(50)) {
      const found = this.letters.filter((letter) => letter.receivers.includes(address));
      if (found.length >= count) return found;
    }
    throw new Error(`no letter came to ${address}`);
  }

  async stop() {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill();
    return this.ended;
  }
}

// An authority of our own, and a certificate of `names` that it vouches for.
export function makeCertificates(folder, name, names = 'DNS:localhost,IP:127.0.0.1') {
  const file = (ending) => join(folder, `${name}${ending}`);
  const openssl = (...args) => execFileSync('openssl', args, { stdio: 'ignore' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl('req', '-x509', ...key, '-days', '2', '-subj', `/CN=${name}`,
    '-keyout', file('-ca.key'), '-out', file('-ca.pem'));
  openssl('req', '-x509', ...key, '-days', '2', '-subj', `/CN=${name}`,
    '-addext', `subjectAltName=${names}`, '-CA', file('-ca.pem'),
    '-CAkey', file('-ca.key'), '-keyout', file('.key'), '-out', file('.pem'));
  return { ca: file('-ca.pem'), server: [file('.pem'), file('.key')] };
}
