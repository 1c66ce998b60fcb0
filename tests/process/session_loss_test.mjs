// 24SevenOffice forgets its sessions while 1,000 users are at work: it is logged in to once.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { end, startProxy } from '../browser/product.mjs';
import { startBehindEdge } from './edge.mjs';

const timeout = 120_000;
const people = 1000;
const losses = 3;
let product, admin, projects, crowd;

// Signed-in users. They are written into the database, since a thousand invitations would compute
// a thousand passwords, which takes minutes.
async function signInMany(count) {
  const tokens = Array.from({ length: count }, () => randomBytes(32).toString('base64url'));
  const hash = (token) => createHash('sha256').update(token).digest('hex');
  const rows = (row) => tokens.map((token, i) => `(${row(`user-${i}`, token)})`).join(',');
  const workspace = '(SELECT id FROM workspace WHERE is_connected = 1)';
  const now = Date.now();
  await end(product.proxy);
  execFileSync('sqlite3', [join(product.folder, 'busy24.sqlite')], { input: `
    INSERT INTO app_user (id, workspace_id, email, name, role, is_active, created_at) VALUES
      ${rows((id) => `'${id}', ${workspace}, '${id}@firma.example', '${id}', 'employee', 1,
        ${now}`)};
    INSERT INTO user_session
      (token_hash, state, workspace_id, user_id, username, created_at, seen_at) VALUES
      ${rows((id, token) => `'${hash(token)}', 'signed_in', ${workspace}, '${id}', '',
        ${now}, ${now}`)};
  ` });
  product.proxy = await startProxy(product.environment);
  return tokens.map((token) => {
    const user = product.stranger();
    user.cookies['__Host-busy24'] = token;
    return user;
  });
}

before(async () => {
  product = await startBehindEdge(
    ['--projects', String(people * losses + 1), '--requests-per-second', '0'],
    { BUSY24_ERP_REQUESTS_PER_HOUR: '1000000000' });
  admin = product.stranger();
  await admin.enter();
  await admin.plan();
  await admin.connect();
  assert.equal((await admin.run()).state, 'succeeded');
  projects = [];
  while (projects.length <= people * losses) {
    const { records } = await admin.must('GET', 'records?entity=project&filter=all&sort=number'
      + `&direction=ascending&search=&limit=200&offset=${projects.length}`);
    assert.ok(records.length > 0, `there are only ${projects.length} projects`);
    projects.push(...records.map(({ id }) => id));
  }
  crowd = await signInMany(people);
});
after(() => product?.stop());

const details = (user, project) => user.must('GET', `project/details?id=${project}`);

test('1,000 users who need 24SevenOffice after a lost session cause one login', { timeout },
  async (t) => {
    const { simulator } = product;
    // The first session of this process.
    await details(crowd[0], projects.at(-1));
    for (let loss = 1; loss <= losses; ++loss) {
      // What the mirror does by itself may be the first to notice.
      await simulator.control('/reset-requests');
      await simulator.control('/expire-sessions');
      // A run reads everything, and each user looks at a project that has never been fetched.
      await admin.must('POST', 'mirror/sync', { isFull: true });
      const mine = projects.slice((loss - 1) * people, loss * people);
      const started = performance.now();
      const answers = await Promise.all(crowd.map((user, i) => details(user, mine[i])));
      const answered = performance.now() - started;
      assert.ok(answers.every(({ fetchedAtMs }) => fetchedAtMs === 0));
      for (const [i, project] of mine.entries())
        await crowd[i].until(`project/details?id=${project}`, ({ fetchedAtMs }) => fetchedAtMs > 0);
      assert.equal((await admin.run()).state, 'succeeded');
      const calls = await simulator.requests();
      t.diagnostic(`loss ${loss}: ${calls.Login} login(s) for ${people} users, `
        + `answered in ${Math.round(answered)} ms; ${JSON.stringify(calls)}`);
      assert.equal(calls.Login, 1);
    }
  });
