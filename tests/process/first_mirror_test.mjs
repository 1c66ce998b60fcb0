// The first mirror by real processes: few calls, and the same end wherever the proxy is killed.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { startProduct } from '../browser/product.mjs';
import { Visitor } from './visitor.mjs';
import { workspaceContent } from './workspace_content.mjs';

const timeout = 120_000;
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

// Runs the whole onboarding. `disturb(product, visitor)` happens when the first mirror has begun.
async function mirror(disturb = async () => {}) {
  const product = await startProduct(['--seed', '7', '--projects', '600', '--companies', '300']);
  try {
    const visitor = new Visitor(product.url);
    await visitor.enter();
    await product.simulator.control('/reset-requests');
    const plan = await visitor.plan();
    assert.equal(plan.state, 'ready');
    await visitor.connect();
    await disturb(product, visitor);
    const run = await visitor.run();
    const calls = await product.simulator.requests();
    await product.restart();  // so that SQLite's journal is folded into the file
    return { run, plan, calls, content: workspaceContent(product.folder) };
  } finally {
    await product.stop();
  }
}

let undisturbed;

test('the first mirror of the default company takes at most 12 calls', { timeout }, async () => {
  undisturbed = await mirror();
  assert.equal(undisturbed.run.state, 'succeeded');
  const { calls } = undisturbed;
  assert.ok(sum(Object.values(calls)) <= 12, JSON.stringify(calls));
});

test('what is mirrored is what the plan said', () => {
  const { plan, run, content } = undisturbed;
  for (const expected of plan.plans) {
    const got = run.entities.find(({ entity }) => entity === expected.entity);
    assert.equal(got.total, expected.fetched, expected.entity);
    assert.equal(got.done, got.total, expected.entity);
    assert.equal(got.failed, 0, expected.entity);
  }
  assert.equal(content.damage, 'ok\n');
  assert.equal(content.orphans, '');
  assert.match(content.projects, /[æøå]/);
});

// Kills the proxy as soon as that share of the records is done.
let killedOnTheWay = 0;
const killAt = (percent) => async (product, visitor) => {
  const isThere = ({ entities }) => {
    const total = sum(entities.map((row) => row.total));
    return total > 0 && sum(entities.map((row) => row.done)) >= (total * percent) / 100;
  };
  const run = await visitor.until('run', isThere, 0);
  if (run.state !== 'succeeded') ++killedOnTheWay;
  await product.restart('SIGKILL');
};

for (const percent of [0, 2, 5, 10, 20, 30, 40, 50, 60, 70]) {
  test(`killed when ${percent} % are mirrored, it ends the same`, { timeout }, async () => {
    const { run, content } = await mirror(killAt(percent));
    assert.equal(run.state, 'succeeded');
    assert.deepEqual(content, undisturbed.content);
  });
}

test('most of them were really killed on the way', () => {
  assert.ok(killedOnTheWay >= 7, `only ${killedOnTheWay} of 10`);
});

test('killed while 24SevenOffice is being read, the plan is made again', { timeout }, async () => {
  const product = await startProduct(['--seed', '7']);
  try {
    const visitor = new Visitor(product.url);
    await visitor.enter();
    await product.simulator.control('/fault?set=latency=2000');
    await visitor.must('POST', 'onboarding/preview', {});
    await product.restart('SIGKILL');
    await product.simulator.control('/clear');
    // The person's login was in memory only, so page 1 asks again; the rest is still there.
    const kept = await visitor.must('GET', 'onboarding');
    assert.equal(kept.hasLogin, false);
    assert.equal(kept.apiUser.isWorking, true);
    await visitor.enter();
    assert.equal((await visitor.plan()).state, 'ready');
    await visitor.connect();
    assert.equal((await visitor.run()).state, 'succeeded');
  } finally {
    await product.stop();
  }
});
