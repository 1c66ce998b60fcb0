// The first mirror through real processes: few calls, and the same end whenever the proxy is killed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { startProduct } from '../browser/product.mjs';
import { Visitor } from './visitor.mjs';
import { workspaceContent } from './workspace_content.mjs';

const seconds = 1000;

// Runs the whole onboarding. `disturb(product, visitor)` happens when the first mirror has begun.
async function mirror(disturb = async () => {}) {
  const product = await startProduct(['--seed', '7']);
  try {
    const visitor = new Visitor(product.url);
    const plan = await visitor.prepare();
    assert.equal(plan.state, 'ready');
    await visitor.connect();
    await disturb(product, visitor);
    const run = await visitor.run();
    const requests = await product.simulator.requests();
    await product.restart();  // so that the journal is folded into the file
    return { run, plan, requests, content: workspaceContent(product.folder) };
  } finally {
    await product.stop();
  }
}

let undisturbed;

test('the first mirror of the default company takes at most 12 calls', async () => {
  undisturbed = await mirror();
  assert.equal(undisturbed.run.state, 'succeeded');
  const calls = Object.values(undisturbed.requests).reduce((sum, count) => sum + count, 0);
  // Page 1 and the trial of the API user's rights are not the mirror: they come before it.
  console.log(`# calls of the whole onboarding: ${JSON.stringify(undisturbed.requests)}`);
  assert.ok(calls - callsBeforeMirror(undisturbed.requests) <= 12, `${calls} calls in all`);
});

// Logging in and looking around: everything but the lists themselves.
function callsBeforeMirror(requests) {
  const isList = (name) => /(List|Projects|Companies|Persons)$/.test(name);
  return Object.entries(requests)
    .filter(([name]) => !isList(name)).reduce((sum, [, count]) => sum + count, 0);
}

test('what is mirrored is what the plan said', () => {
  const { plan, run, content } = undisturbed;
  for (const expected of plan.plans) {
    const got = run.entities.find(({ entity }) => entity === expected.entity);
    assert.equal(got.created, expected.createInBusy, expected.entity);
    assert.equal(got.failed, 0, expected.entity);
  }
  assert.equal(content.damage, 'ok\n');
  assert.equal(content.orphans, '');
  assert.match(content.projects, /[æøå]/);
});

// Milliseconds after «Koble til konto»; the whole run takes about half a second.
const moments = [0, 10, 25, 45, 70, 100, 140, 190, 250, 350];

for (const moment of moments) {
  test(`killed ${moment} ms into the first mirror, it ends the same`, { timeout: 60 * seconds },
    async () => {
      const { run, content } = await mirror(async (product) => {
        await sleep(moment);
        await product.restart('SIGKILL');
      });
      assert.equal(run.state, 'succeeded');
      assert.deepEqual(content, undisturbed.content);
    });
}

test('killed while the plan is being read, the plan is made again', { timeout: 60 * seconds },
  async () => {
    const product = await startProduct(['--seed', '7', '--fault', 'latency=150']);
    try {
      const visitor = new Visitor(product.url);
      const reading = visitor.prepare().catch(() => 'cut off');
      await sleep(2500);
      await product.restart('SIGKILL');
      await reading;
      await product.simulator.control('/clear');
      // The person's login was in memory only, so page 1 asks again; the rest is still there.
      const kept = await visitor.must('GET', 'onboarding');
      assert.equal(kept.hasLogin, false);
      const plan = await visitor.prepare();
      assert.equal(plan.state, 'ready');
      await visitor.connect();
      assert.equal((await visitor.run()).state, 'succeeded');
    } finally {
      await product.stop();
    }
  });
