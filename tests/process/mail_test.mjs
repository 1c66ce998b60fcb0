// Letters through a real SMTP server: plain on loopback, in TLS, refused, and dead.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { freePort, startProduct } from '../browser/product.mjs';
import { MailServer, makeCertificates } from './mail_server.mjs';
import { Visitor } from './visitor.mjs';

const receiver = 'tone.bakke@granlund-bygg.example';
let folder;
let trusted;
let stranger;
let elsewhere;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'busy24-mail-'));
  trusted = makeCertificates(folder, 'trusted');
  stranger = makeCertificates(folder, 'stranger');
  elsewhere = makeCertificates(folder, 'elsewhere', 'DNS:post.granlund-bygg.example');
});
after(() => rmSync(folder, { recursive: true, force: true }));

// A connected workspace whose proxy sends letters as `settings` say, and its administrator.
async function withProduct(settings, run) {
  const product = await startProduct([], {
    BUSY24_SMTP_SENDER: 'busy@busy.example.no', ...settings,
  });
  try {
    const admin = new Visitor(product.url);
    await admin.enter();
    await admin.plan();
    await admin.connect();
    await run(admin, product);
  } finally {
    await product.stop();
  }
}

const invite = (admin, email, language = 'nb') =>
  admin.must('POST', 'users/invite', { invitees: [{ email, name: 'Tone Bakke' }], language });

// What is told of the letter to an address, when it fits.
const fate = async (admin, email, fits) => {
  const list = await admin.until('users',
    ({ users }) => fits(users.find((user) => user.email === email).mail));
  return list.users.find((user) => user.email === email).mail;
};

async function withServer(args, run) {
  const server = await MailServer.start(args);
  try {
    await run(server);
  } finally {
    await server.stop();
  }
}

test('an invitation goes out on loopback, says the same twice, and its link works', () =>
  withServer(['--refuse', 'borte@granlund-bygg.example'], (server) =>
    withProduct({ BUSY24_SMTP_URL: `smtp://127.0.0.1:${server.port}` }, async (admin, product) => {
      await invite(admin, receiver);
      const [letter] = await server.lettersTo(receiver);
      assert.equal(letter.sender, 'busy@busy.example.no');
      assert.deepEqual(letter.receivers, [receiver]);
      assert.equal(letter.headers.Subject,
        'Ingrid Solheim inviterer deg til Granlund Bygg og Anlegg AS i Busy');
      assert.equal(letter.headers.From, 'Busy <busy@busy.example.no>');
      assert.equal(letter.headers['Auto-Submitted'], 'auto-generated');
      assert.match(letter.headers['Message-ID'], /^<\w+@busy\.example\.no>$/);
      const link = new RegExp(`${product.url}/invitasjon#([\\w-]{43})`);
      const [, token] = link.exec(letter.text);
      assert.equal(link.exec(letter.html)[1], token);
      assert.match(letter.text, /Lenken virker én gang, i 48 timer/);
      const guest = new Visitor(product.url);
      assert.equal((await guest.must('POST', 'invitation/read', { token })).state, 'open');
      await fate(admin, receiver, (mail) => mail.state === 'sent');

      // The server's own words are told, and no letter holds up another.
      await invite(admin, 'borte@granlund-bygg.example');
      const refused =
        await fate(admin, 'borte@granlund-bygg.example', (mail) => mail.state === 'failed');
      assert.equal(refused.reason, 'refused');
      assert.equal(refused.detail, '550 5.1.1 No such user here');
      await invite(admin, 'ny@granlund-bygg.example', 'nn');
      const [nynorsk] = await server.lettersTo('ny@granlund-bygg.example');
      assert.match(nynorsk.text, /Lenka verkar éin gong/);
      assert.ok(!product.proxy.output.includes(token), 'a token is in the log');
    })));

test('a letter goes out in TLS, logged in, to whom the own authority vouches for', async () => {
  await withServer(['--tls', ...trusted.server, '--login', 'busy@busy.example.no', 'p@ss/ord'],
    (server) => withProduct({
      BUSY24_SMTP_URL: `smtps://busy%40busy.example.no:p%40ss%2Ford@localhost:${server.port}`,
      BUSY24_SMTP_CA_FILE: trusted.ca,
    }, async (admin) => {
      await invite(admin, receiver);
      const [letter] = await server.lettersTo(receiver);
      assert.match(letter.tls, /^TLSv1\.[23]$/);
      assert.equal(letter.login, 'busy@busy.example.no');
    }));
  await withServer(['--starttls', ...trusted.server], (server) => withProduct({
    BUSY24_SMTP_URL: `smtp://localhost:${server.port}`, BUSY24_SMTP_CA_FILE: trusted.ca,
  }, async (admin) => {
    await invite(admin, receiver);
    const [letter] = await server.lettersTo(receiver);
    assert.match(letter.tls, /^TLSv1\.[23]$/);
  }));
});

// One that nobody vouches for, and one that is vouched for as somebody else.
const impostors = () => [[stranger.server, trusted.ca], [elsewhere.server, elsewhere.ca]];

test('nothing is said to a mail server that is not vouched for by its name', async () => {
  for (const [[certificate, ca], [scheme, way]] of impostors().flatMap((impostor) =>
    [['smtps', '--tls'], ['smtp', '--starttls']].map((secured) => [impostor, secured])))
    await withServer([way, ...certificate], (server) => withProduct({
      BUSY24_SMTP_URL: `${scheme}://localhost:${server.port}`, BUSY24_SMTP_CA_FILE: ca,
    }, async (admin) => {
      await invite(admin, receiver);
      const { state, reason } = await fate(admin, receiver, (mail) => mail.reason !== '');
      assert.deepEqual({ state, reason }, { state: 'waiting', reason: 'untrusted' });
      assert.deepEqual(server.letters, []);
    }));
});

test('a refused login waits for the operator, and the password is in no log', () =>
  withServer(['--login', 'busy', 'right'], (server) => withProduct({
    BUSY24_SMTP_URL: `smtp://busy:hemmeligheten@localhost:${server.port}`,
  }, async (admin, product) => {
    await invite(admin, receiver);
    const { state, reason } = await fate(admin, receiver, (mail) => mail.reason !== '');
    assert.deepEqual({ state, reason }, { state: 'waiting', reason: 'login_refused' });
    assert.match(product.proxy.output, /letter_not_sent.*login_refused.*535/);
    assert.ok(!product.proxy.output.includes('hemmeligheten'));
  })));

test('a letter to a dead mail server waits, survives a kill, and goes out when it is back',
  async () => {
    const port = await freePort();
    await withProduct({ BUSY24_SMTP_URL: `smtp://127.0.0.1:${port}` }, async (admin, product) => {
      await invite(admin, receiver);
      const { reason } = await fate(admin, receiver, (mail) => mail.reason !== '');
      assert.equal(reason, 'unreachable');
      await product.restart('SIGKILL');
      await withServer(['--port', String(port)], async (server) => {
        await server.lettersTo(receiver);
        await fate(admin, receiver, (mail) => mail.state === 'sent');
        assert.equal(server.letters.length, 1);
      });
    });
  });
