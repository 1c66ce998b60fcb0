// Guessing a password: 500 tries at once from as many addresses get no further than the budget of
// the account, and lock nobody out of a browser that they logged in from before.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { logins } from '../browser/product.mjs';
import { startBehindEdge } from './edge.mjs';

const timeout = 120_000;
const guesses = 500;
const budget = 5;
const email = 'tone.bakke@firma.example';
const busyPassword = 'en lang nok setning';
let product, admin, guest;

const count = (values) => values.reduce(
  (counts, value) => ({ ...counts, [value]: (counts[value] ?? 0) + 1 }), {});

// Other ways to write a name that are the same account to 24SevenOffice.
const spellings = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => ` ${name} `,
  (name) => `${name}\u200b`,
  (name) => name.replaceAll('i', 'í'),
  (name) => name.replace(/[a-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
];

// Everybody at once; what each was answered.
const guessAtOnce = (guess) => Promise.all(
  Array.from({ length: guesses }, async (_, number) => (await guess(number)).status));

before(async () => {
  product = await startBehindEdge();
  admin = product.stranger();
  await admin.enter();
  await admin.plan();
  await admin.connect();
  assert.equal((await admin.run()).state, 'succeeded');
  const { results } = await admin.must('POST', 'users/invite',
    { invitees: [{ email, name: 'Tone Bakke' }], language: 'nb' });
  guest = product.stranger();
  await guest.must('POST', 'invitation/accept',
    { token: results[0].link.split('#')[1], name: 'Tone Bakke', password: busyPassword });
});
after(() => product?.stop());

describe('500 guesses at once', { concurrency: 2, timeout }, () => {
  test('at a 24SevenOffice account: at most 5 reach it, through whichever door', async (t) => {
    const [username, password] = logins.manager;
    await product.simulator.control('/reset-requests');
    const guess = (name, tried, door) => product.stranger().call('POST', door,
      { username: name, password: tried });
    const statuses = await guessAtOnce((number) => guess(
      spellings[number % spellings.length](username), `gjetning nummer ${number}`,
      Math.floor(number / spellings.length) % 2 ? 'session/login' : 'onboarding/sign-in'));
    const { Login: reached = 0 } = await product.simulator.requests();
    t.diagnostic(`guesses that reached 24SevenOffice, of ${guesses}: ${reached}; `
      + `answers: ${JSON.stringify(count(statuses))}`);
    assert.ok(reached > 0 && reached <= budget, `${reached} guesses reached 24SevenOffice`);
    assert.deepEqual(Object.keys(count(statuses)), ['401', '429']);

    // The right one comes too late for a stranger, and the person's own browser has its own budget.
    for (const door of ['session/login', 'onboarding/sign-in'])
      assert.equal((await guess(username, password, door)).status, 429);
    assert.equal((await product.simulator.requests()).Login, reached);
    const { state } = await admin.must('POST', 'session/login', { username, password });
    assert.equal(state, 'signed_in');
  });

  test('at a Busy password: no more than 5 are tried', async (t) => {
    const guess = (visitor, password) => visitor.call('POST', 'session/login',
      { username: email, password, way: 'busy' });
    const statuses = await guessAtOnce((number) => guess(product.stranger(), `gjetning ${number}`));
    const { 401: tried = 0, 429: refused = 0 } = count(statuses);
    t.diagnostic(`guesses that were tried, of ${guesses}: ${tried}`);
    assert.ok(tried > 0 && tried <= budget, `${tried} guesses were tried`);
    assert.equal(tried + refused, guesses);
    assert.equal((await guess(product.stranger(), busyPassword)).status, 429);
    assert.equal((await guess(guest, busyPassword)).value.state, 'signed_in');
  });
});
