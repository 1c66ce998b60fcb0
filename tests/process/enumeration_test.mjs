// The log-in is no oracle: whoever gets no further learns nothing of why, by byte or by time.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { configuration, end, logins, startProxy, startSimulator } from '../browser/product.mjs';
import { Edge } from './edge.mjs';
import { startPatientErp } from './patient_erp.mjs';

const timeout = 180_000;
const times = 1000;
// An answer takes a second or more, which a thread waits for: so many proxies wait at once, each
// for so many people; more would be told to come again.
const proxies = 6;
const waiting = 40;
const email = 'tone.bakke@firma.example';
const busyPassword = 'en lang nok setning';

// Whoever does not get in, as the n-th try of one.
const classes = {
  unknown: (n) => [`ukjent-${n}@firma.example`, 'hva som helst er dette'],
  wrong: () => [logins.manager[0], 'feil passord for kontoen'],
  // Right, without a place here: invited but of another client, so that 24SevenOffice is asked, or
  // unknown here, so that it is not.
  elsewhere: (n) => (n % 2 ? logins.blocked : logins.accountant),
  deactivated: () => logins.employee,
};
// The same with a Busy password.
const busyClasses = {
  unknown: (n) => [`ukjent-${n}@firma.example`, busyPassword],
  wrong: () => [logins.apiUser[0], 'feil passord for kontoen'],
  withoutPassword: () => [logins.manager[0], busyPassword],
  deactivated: () => [email, busyPassword],
};

const rounded = (ms) => Math.round(ms * 100) / 100;
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

let folder, simulator, erp, counting;
let patient = [];

// Another proxy on the data of `model`, behind an edge of its own.
async function startOne(name, model) {
  const place = join(folder, name);
  mkdirSync(place);
  if (model)
    for (const file of ['busy24.sqlite', 'busy24.key'])
      copyFileSync(join(model, file), join(place, file));
  const edge = new Edge();
  const environment = {
    ...configuration(8080, place, erp.url), ...edge.settings,
    BUSY24_ERP_REQUESTS_PER_HOUR: '1000000000',
  };
  const proxy = await startProxy(environment);
  return {
    place,
    stranger: () => edge.stranger(environment.BUSY24_PUBLIC_URL),
    async stop() {
      await end(proxy);
      edge.close();
    },
  };
}

// A workspace with Single Sign-On, people who are invited, and users who are there no more.
async function populate(one) {
  const admin = one.stranger();
  await admin.enter();
  await admin.offerSso();
  await admin.plan();
  await admin.connect();
  assert.equal((await admin.run()).state, 'succeeded');
  const invitees = [logins.employee[0], email, logins.apiUser[0], logins.blocked[0]]
    .map((address) => ({ email: address, name: 'Øyvind Bråten' }));
  const { results } = await admin.must('POST', 'users/invite', { invitees, language: 'nb' });
  const [employee, ...guests] = results.map(({ link }) => link.split('#')[1]);
  const [username, password] = logins.employee;
  await one.stranger().must('POST', 'invitation/accept-with-account',
    { token: employee, username, password });
  for (const token of guests.slice(0, 2))
    await one.stranger().must('POST', 'invitation/accept',
      { token, name: 'Tone Bakke', password: busyPassword });
  const { users } = await admin.must('GET', 'users');
  for (const { id, role } of users.filter((user) => [username, email].includes(user.email)))
    await admin.must('POST', 'users/change', { id, role, isActive: false });
}

// Nobody has more than five tries in truth, so that whoever is to have a thousand must not be
// counted.
const stopCounting = (place) => execFileSync('sqlite3', [join(place, 'busy24.sqlite'),
  `CREATE TRIGGER no_count AFTER INSERT ON login_attempt
   BEGIN DELETE FROM login_attempt WHERE id = new.id; END`]);

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'busy24-oracle-'));
  simulator = await startSimulator(['--requests-per-second', '0']);
  erp = await startPatientErp(simulator.url);
  const first = await startOne('first');
  try {
    await populate(first);
  } finally {
    await first.stop();
  }
  counting = await startOne('counting', first.place);
  stopCounting(first.place);
  for (let i = 0; i < proxies; ++i)
    patient.push(await startOne(`patient-${i}`, first.place));
});
after(async () => {
  for (const one of [counting, ...patient]) await one?.stop();
  await erp?.stop();
  if (simulator) await end(simulator.child);
  if (folder) rmSync(folder, { recursive: true, force: true });
});

// All of an answer but what differs from one to the next of any class: its time, and the value of
// its tracking id and of the moment from which another try is possible.
function visible({ status, headers, text }) {
  const { date, ...others } = headers;
  return JSON.stringify({ status, headers: others, text: text
    .replace(/(?<="trackingId":")[^"]*/, (id) => '#'.repeat(id.length))
    .replace(/(?<="retryAtMs":)\d+/, (ms) => '#'.repeat(ms.length)) });
}

async function tryLogIn(one, [username, password], way) {
  const started = performance.now();
  const answer = await one.stranger().call('POST', 'session/login', { username, password, way });
  return { seen: visible(answer), status: answer.status, ms: performance.now() - started };
}

// So many tries of each class in turn, by so many people at once in front of each proxy. What each
// class was answered, and in what time.
async function tryAll(products, kinds, { count, people = waiting, way = 'erp' }) {
  const names = Object.keys(kinds);
  const tried = Object.fromEntries(names.map((name) => [name, []]));
  let next = 0;
  const person = async (one) => {
    while (next < count * names.length) {
      const turn = next++;
      const n = Math.floor(turn / names.length);
      const name = names[(turn + n) % names.length];
      tried[name].push(await tryLogIn(one, kinds[name](n), way));
    }
  };
  await Promise.all(products.flatMap(
    (one) => Array.from({ length: people }, () => person(one))));
  return tried;
}

function tell(t, tried) {
  const medians = [];
  for (const [name, tries] of Object.entries(tried)) {
    const waits = tries.map(({ ms }) => ms);
    medians.push(median(waits));
    t.diagnostic(`${name}: ${waits.length} answers, median ${rounded(medians.at(-1))} ms, `
      + `slowest ${rounded(Math.max(...waits))} ms`);
  }
  const difference = Math.max(...medians) - Math.min(...medians);
  t.diagnostic(`difference of the medians: ${rounded(difference)} ms`);
}

const seenIn = (tries) => [...new Set(tries.map(({ seen }) => seen))].sort();

test('four classes of 1,000 log-ins each get the same answer, byte for byte', { timeout },
  async (t) => {
    const before = { ...erp.calls };
    const tried = await tryAll(patient, classes, { count: times });
    tell(t, tried);
    t.diagnostic(`24SevenOffice was asked ${erp.calls.Login - before.Login} times`);
    assert.ok(erp.calls.Login - before.Login >= 1.5 * times, 'nobody was tried there');
    for (const [name, tries] of Object.entries(tried)) {
      assert.equal(tries.length, times);
      assert.deepEqual(seenIn(tries), seenIn(tried.unknown), name);
    }
    assert.equal(seenIn(tried.unknown).length, 1);
    assert.equal(tried.unknown[0].status, 401);
  });

test('a Busy password is no different', { timeout }, async (t) => {
  // Two of them are computed at a time, and each takes a good part of a second of a processor.
  const tried = await tryAll(patient.slice(0, 1), busyClasses,
    { count: 5, people: 4, way: 'busy' });
  tell(t, tried);
  for (const [name, tries] of Object.entries(tried))
    assert.deepEqual(seenIn(tries), seenIn(tried.unknown), name);
  assert.equal(seenIn(tried.unknown).length, 1);
});

test('who has no tries left is told so alike, known or not', { timeout }, async () => {
  const sameName = {
    ...classes, unknown: () => classes.unknown(0), elsewhere: () => logins.blocked,
  };
  const tried = await tryAll([counting], sameName, { count: 12 });
  for (const [name, tries] of Object.entries(tried)) {
    assert.deepEqual(tries.map(({ status }) => status).sort(),
      [...Array(5).fill(401), ...Array(7).fill(429)], name);
    assert.deepEqual(seenIn(tries), seenIn(tried.unknown), name);
  }
});
