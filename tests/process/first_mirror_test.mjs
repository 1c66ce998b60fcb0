// The first mirror by real processes: few calls, and the same end wherever the proxy is killed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { end, startProduct } from '../browser/product.mjs';
import { Visitor } from './visitor.mjs';
import { workspaceContent } from './workspace_content.mjs';

const timeout = 120_000;
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

// Runs the whole onboarding, with so many projects that there is time to disturb it.
// `atPlan(product, visitor)` happens before the plan is made, and `atMirror(product, visitor)` when
// the first mirror has begun.
async function mirror({ atPlan = async () => {}, atMirror = async () => {} } = {}) {
  const product = await startProduct(['--seed', '7', '--projects', '8000', '--companies', '300']);
  try {
    const visitor = new Visitor(product.url);
    await visitor.enter();
    await atPlan(product, visitor);
    await product.simulator.control('/reset-requests');
    const plan = await visitor.plan();
    assert.equal(plan.state, 'ready');
    await visitor.connect();
    await atMirror(product, visitor);
    const run = await visitor.run();
    const calls = await product.simulator.requests();
    await product.restart();  // so that SQLite's journal is folded into the file
    return { run, plan, calls, content: workspaceContent(product.folder) };
  } finally {
    await product.stop();
  }
}

let undisturbed;

test('the first mirror of 8000 projects takes at most 12 calls', { timeout }, async () => {
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

// What the run had come to when the proxy died, read from a copy: the file itself is for the proxy.
async function die(product) {
  await end(product.proxy, 'SIGKILL');
  for (const more of ['', '-wal'])
    copyFileSync(join(product.folder, `busy24.sqlite${more}`),
      join(product.folder, `copy.sqlite${more}`));
  return execFileSync('sqlite3', [join(product.folder, 'copy.sqlite'), 'SELECT phase FROM run'],
    { encoding: 'utf8' }).trim();
}

// Killed as soon as that share of the records is done. On a busy machine the kill may come when the
// run has ended; then it is tried again.
async function mirrorKilledAt(percent, tries = 3) {
  const isThere = ({ entities }) => {
    const total = sum(entities.map((row) => row.total));
    return total > 0 && sum(entities.map((row) => row.done)) >= (total * percent) / 100;
  };
  let phase;
  const ended = await mirror({ async atMirror(product, visitor) {
    await visitor.until('run', isThere, 0);
    phase = await die(product);
    await product.restart();
  } });
  if (/ready|write/.test(phase)) return ended;
  assert.ok(tries > 1, `the kill comes in the phase ${phase}`);
  return mirrorKilledAt(percent, tries - 1);
}

for (const percent of [0, 2, 5, 10, 20, 30, 40, 50, 60, 70]) {
  test(`killed when ${percent} % are mirrored, it ends the same`, { timeout }, async () => {
    const { run, content } = await mirrorKilledAt(percent);
    assert.equal(run.state, 'succeeded');
    assert.deepEqual(content, undisturbed.content);
  });
}

// The lists before that of the projects have come then.
async function killWhileReading(product, visitor) {
  await product.simulator.control('/fault?set=latency=2000,operation=GetProjectList');
  await visitor.must('POST', 'onboarding/preview', {});
  for (let looks = 0; !(await product.simulator.strikes()).latency; ++looks) {
    assert.ok(looks < 1000, 'the list of the projects is not asked for');
    await sleep(10);
  }
  assert.equal(await die(product), 'read');
  await product.simulator.control('/clear');
  await product.restart();
  // The person's login was in memory only, so page 1 asks again; the rest is still there.
  const kept = await visitor.must('GET', 'onboarding');
  assert.equal(kept.hasLogin, false);
  assert.equal(kept.apiUser.isWorking, true);
  await visitor.enter();
}

test('killed while 24SevenOffice is read, the plan is made again and ends the same', { timeout },
  async () => {
    const { run, content } = await mirror({ atPlan: killWhileReading });
    assert.equal(run.state, 'succeeded');
    assert.deepEqual(content, undisturbed.content);
  });
