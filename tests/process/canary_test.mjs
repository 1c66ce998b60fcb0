// No password and no token stands in the database, in the log, or in an answer, but in the one
// answer that is there to carry it. Everything that takes or makes a secret happens once.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { end, freePort, logins } from '../browser/product.mjs';
import { found, formsOf } from './canaries.mjs';
import { startBehindEdge } from './edge.mjs';
import { MailServer } from './mail_server.mjs';
import { startPatientErp } from './patient_erp.mjs';

const timeout = 120_000;
const email = 'tone.bakke@firma.example';
const mailPassword = 'e-post: Ærfugl & "ørn"';

// What is looked for, by name; more are added as they are made.
const secrets = {
  manager: logins.manager[1], employee: logins.employee[1], apiUser: logins.apiUser[1],
  nextApiUser: logins.apiUserOfAll[1],
  wrongManager: 'Kanari 1/ær+feil & "gul"', wrongApiUser: 'Kanari 2/ær+feil & "gul"',
  wrongBusy: 'Kanari 3/ær+feil & "gul"', inTheWrongField: 'Kanari4/ær+feil&"gul"',
  wrongDisconnect: 'Kanari 5/ær+feil & "gul"', wrongLink: 'Kanari 6/ær+feil & "gul"',
  firstBusy: 'Dompap 1/ær+rett & "rød"', secondBusy: 'Dompap 2/ær+rett & "rød"',
  thirdBusy: 'Dompap 3/ær+rett & "rød"', fourthBusy: 'Dompap 4/ær+rett & "rød"',
  mailServer: mailPassword,
};
// The one kind of answer in which a token may stand.
const carriers = {};
const answers = [];
let product, erp, mail, log = '';

// A person whose answers are all kept, and whose cookies are secrets.
function person() {
  const visitor = product.stranger();
  const call = visitor.call.bind(visitor);
  visitor.call = async (method, path, value) => {
    const reply = await call(method, path, value);
    const { 'set-cookie': cookies = [], ...headers } = reply.headers;
    for (const [, token] of cookies.join(' ').matchAll(/=([\w-]{43});/g))
      secrets[`cookie ${Object.keys(secrets).length}`] = token;
    answers.push({ name: `${method} ${path}`, text: JSON.stringify(headers) + reply.text });
    return reply;
  };
  return visitor;
}

async function refused(visitor, path, value) {
  const { status } = await visitor.call('POST', path, value);
  assert.ok(status >= 400, `POST ${path}: ${status}`);
}

const tokenIn = (text, name, carrier) => {
  const [, token] = /#([\w-]{43})/.exec(text);
  secrets[name] = token;
  carriers[name] = carrier;
  return token;
};

const letterTo = async (address, number, name) =>
  tokenIn((await mail.lettersTo(address, number))[number - 1].text, name);

before(async () => {
  mail = await MailServer.start(['--login', 'busy', mailPassword]);
  const port = await freePort();
  erp = await startPatientErp(`http://127.0.0.1:${port}`);
  product = await startBehindEdge(['--port', String(port), '--requests-per-second', '0'], {
    BUSY24_ERP_API_URL: erp.url, BUSY24_ERP_WEBSERVICES_URL: erp.url,
    BUSY24_ERP_REQUESTS_PER_HOUR: '1000000000',
    BUSY24_SMTP_URL: `smtp://busy:${encodeURIComponent(mailPassword)}@127.0.0.1:${mail.port}`,
    BUSY24_SMTP_SENDER: 'busy@busy.example.no',
  });
});
after(async () => {
  await product?.stop();
  await erp?.stop();
  await mail?.stop();
});

async function signUp(admin) {
  await refused(admin, 'onboarding/sign-in',
    { username: logins.manager[0], password: secrets.wrongManager });
  await refused(admin, 'onboarding/sign-in',
    { username: secrets.inTheWrongField, password: secrets.inTheWrongField });
  await refused(admin, 'onboarding/sign-in', { username: 7, password: secrets.wrongManager });
  await admin.enter();
  await admin.call('POST', 'onboarding/api-user',
    { mode: 'own', username: logins.apiUser[0], password: secrets.wrongApiUser });
  await admin.must('POST', 'onboarding/api-user',
    { mode: 'own', username: logins.apiUser[0], password: secrets.apiUser });
  await admin.offerSso();
  await admin.plan();
  await admin.connect();
  assert.equal((await admin.run()).state, 'succeeded');
}

async function invite(admin, address) {
  const { results } = await admin.must('POST', 'users/invite',
    { invitees: [{ email: address, name: 'Tone Bakke' }], language: 'nb' });
  return tokenIn(results[0].link, `invitation of ${address}`, 'POST users/invite');
}

async function joinByInvitation(admin, guest) {
  await invite(admin, email);
  const { users } = await admin.must('GET', 'users');
  const { id } = users.find((user) => user.email === email);
  const { link } = await admin.must('POST', 'users/renew', { id, language: 'nb' });
  const token = tokenIn(link, 'renewed invitation', 'POST users/renew');
  await guest.must('POST', 'invitation/read', { token });
  await guest.call('GET', `invitation/read?token=${token}`);
  await refused(guest, 'invitation/accept', { token, name: '', password: secrets.firstBusy });
  await guest.must('POST', 'invitation/accept',
    { token, name: 'Tone Bakke', password: secrets.firstBusy });
  await refused(guest, 'invitation/accept',
    { token, name: 'Tone Bakke', password: secrets.wrongLink });

  const [username, password] = logins.employee;
  const colleague = person();
  const theirs = await invite(admin, username);
  await refused(colleague, 'invitation/accept-with-account',
    { token: theirs, username, password: secrets.wrongLink });
  await colleague.must('POST', 'invitation/accept-with-account',
    { token: theirs, username, password });
  await colleague.must('POST', 'session/logout', {});
  await colleague.must('POST', 'session/login', { username, password });
}

async function changePasswords(admin, guest) {
  const logIn = (password) => ({ username: email, password, way: 'busy' });
  await refused(guest, 'profile/password',
    { oldPassword: secrets.wrongBusy, newPassword: secrets.secondBusy });
  await guest.must('POST', 'profile/password',
    { oldPassword: secrets.firstBusy, newPassword: secrets.secondBusy });
  await guest.must('POST', 'session/logout', {});
  await refused(guest, 'session/login', logIn(secrets.wrongBusy));
  await refused(guest, 'session/login', { username: secrets.inTheWrongField, password: 'x' });
  await guest.must('POST', 'session/login', logIn(secrets.secondBusy));

  const letters = (await mail.lettersTo(email)).length;
  await guest.must('POST', 'password/forgotten', { email, language: 'nb' });
  const token = await letterTo(email, letters + 1, 'forgotten password');
  await guest.must('POST', 'password/read', { token });
  await guest.must('POST', 'password/reset', { token, password: secrets.thirdBusy });
  await refused(guest, 'password/reset', { token, password: secrets.wrongBusy });
  const { users } = await admin.must('GET', 'users');
  const { id } = users.find((user) => user.email === email);
  const { link } = await admin.must('POST', 'users/password-link', { id });
  const made = tokenIn(link, 'password link', 'POST users/password-link');
  await person().must('POST', 'password/reset', { token: made, password: secrets.fourthBusy });
}

async function changeAccount(admin) {
  const [username, password] = logins.apiUserOfAll;
  await admin.call('POST', 'connection/account', { username, password: secrets.wrongApiUser });
  const { isInUse } = await admin.must('POST', 'connection/account', { username, password });
  assert.ok(isInUse);
  await admin.must('POST', 'connection/test', {});
  const disconnect = (tried) => ({ way: 'erp', username: logins.manager[0], password: tried });
  await refused(admin, 'connection/disconnect', disconnect(secrets.wrongDisconnect));
  await admin.must('POST', 'connection/disconnect', disconnect(secrets.manager));
  await admin.must('POST', 'connection/account', { username, password });
}

// All that can be read without naming one record, the workspace's own export included.
async function readEverything(visitor) {
  const { paths } = await visitor.must('GET', 'openapi.json');
  const queries = {
    records: '?entity=project&filter=all&sort=number&direction=ascending&search=&limit=200',
    audit: '?limit=200', runs: '?limit=50', 'setup/preview': '?limit=200', help: '?language=nb',
  };
  const statuses = {};
  for (const [path, methods] of Object.entries(paths).filter(([, { get }]) => get)) {
    const name = path.replace('/api/v1/', '');
    statuses[name] = (await visitor.call('GET', name + (queries[name] ?? ''))).status;
  }
  return statuses;
}

const looksIn = (name, bytes) => {
  const here = found(secrets, bytes);
  assert.deepEqual(here, [], `${name} tells ${here}`);
};

function checkDatabase(when) {
  let all = Buffer.alloc(0);
  for (const file of readdirSync(product.folder).filter((name) => name.startsWith('busy24.sqlite')))
    all = Buffer.concat([all, readFileSync(join(product.folder, file))]);
  assert.ok(all.includes(email), 'that is not the database');
  looksIn(`the database ${when}`, all);
  return all.length;
}

test('a secret is found however it is written', () => {
  for (const secret of Object.values(secrets))
    for (const form of formsOf(secret))
      assert.deepEqual(found({ it: secret }, Buffer.concat([Buffer.from('a'), form])), ['it']);
  for (const before of ['', 'b', 'cd'])
    assert.deepEqual(found({ it: secrets.firstBusy },
      Buffer.from(Buffer.from(before + secrets.firstBusy + before).toString('base64'))), ['it']);
  assert.deepEqual(found(secrets, Buffer.from('Kanarifugl')), []);
});

test('secrets are found nowhere that they do not belong', { timeout }, async (t) => {
  const admin = person();
  const guest = person();
  await signUp(admin);
  await joinByInvitation(admin, guest);
  await changePasswords(admin, guest);
  // As a crash leaves it, with all that the write-ahead log holds.
  log += product.proxy.output;
  await product.restart('SIGKILL');
  checkDatabase('after a crash');
  await changeAccount(admin);
  for (const visitor of [guest, person()]) await readEverything(visitor);
  const read = await readEverything(admin);
  for (const name of ['users', 'records', 'audit', 'audit.csv', 'runs', 'workspace.json'])
    assert.equal(read[name], 200, name);
  for (const id of erp.sessionIds) secrets[`session of 24SevenOffice ${id.slice(0, 4)}`] = id;
  assert.ok(erp.sessionIds.size > 2 && Object.keys(carriers).length > 4);

  const running = checkDatabase('in use');
  await end(product.proxy);
  const ended = checkDatabase('after the end');
  log += product.proxy.output;
  assert.match(log, /"request"/);
  looksIn('the log', Buffer.from(log));
  for (const { name, text } of answers) {
    const here = found(secrets, Buffer.from(text)).filter((secret) => carriers[secret] !== name);
    assert.deepEqual(here, [], `${name} tells ${here}`);
  }
  for (const [name, carrier] of Object.entries(carriers).filter(([, where]) => where))
    assert.ok(answers.some((answer) => answer.name === carrier
      && found({ name: secrets[name] }, Buffer.from(answer.text)).length), `${name} in no answer`);
  t.diagnostic(`${Object.keys(secrets).length} secrets, found nowhere in ${answers.length} `
    + `answers, ${log.length} bytes of log, ${running} and ${ended} bytes of database`);
});
