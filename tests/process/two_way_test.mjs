// Both ways by real processes on the worst of days: while people make 2,000 projects in Busy, every
// third answer about one is lost, and the proxy is killed again and again. None is made twice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { startProduct } from '../browser/product.mjs';
import { projectsIn } from './erp_projects.mjs';
import { Visitor } from './visitor.mjs';

const projects = 2000;
const people = 8;
const kills = 20;
const timeout = 240_000;
// Chosen by one throw: what is not reset before it is done is done, and its answer is lost.
const faults = ['reset,probability=0.05', 'timeout-after-write,probability=0.35']
  .map((fault) => `/fault?set=${fault},operation=SaveProject`);

const nameOf = (number) => `Nytt bad, Bjerkelia borettslag, leilighet ${1000 + number}`;
const names = Array.from({ length: projects }, (_, number) => nameOf(number));
const isOurs = ({ name }) => name.startsWith('Nytt bad, Bjerkelia');

// Again and again, for as long as nobody is there to answer.
async function patiently(ask) {
  while (true) {
    try {
      return await ask();
    } catch (error) {
      if (!/^ECONN/.test(error.code)) throw error;
      await sleep(10);
    }
  }
}

const search = (visitor, text, offset = 0) => patiently(() => visitor.must('GET',
  `records?entity=project&filter=all&sort=number&direction=ascending&offset=${offset}&limit=200`
  + `&search=${encodeURIComponent(text)}`));

async function allInBusy(visitor) {
  const found = [];
  while (true) {
    const { total, records } = await search(visitor, 'Bjerkelia', found.length);
    found.push(...records);
    if (found.length >= total) return found;
  }
}

// Who gets no answer looks whether the project is there, and makes it when it is not.
async function makeProject(visitor, name) {
  const project = {
    id: '', version: 0, name, customerId: '', startsOn: '2026-08-17', endsOn: '2026-09-25',
    description: 'Riving, membran, flis og innredning',
  };
  await patiently(async () => {
    if ((await search(visitor, name)).total === 0) await visitor.must('POST', 'project', project);
  });
}

// Says how far everything is, from 0 to 1: made here, and sent on.
async function progressOf(product, made) {
  const { SaveProject: sent = 0 } = await product.simulator.requests();
  return (made + sent) / (2 * projects);
}

// An administrator who lets held runs go on, retries what is parked, and synchronises again.
async function administer(visitor, isOver) {
  while (true) {
    const mirror = await patiently(() => visitor.must('GET', 'mirror'));
    const hasEnded = /succeeded|failed|cancelled/.test(mirror.run.state);
    if (mirror.held)
      await patiently(() => visitor.call('POST', 'mirror/held', { goesOn: true }));
    else if (mirror.problems.length > 0)
      await patiently(() => visitor.call('POST', 'mirror/problem', { id: '', isIgnored: false }));
    else if (hasEnded && (await isOver()))
      return;
    else if (hasEnded)
      await patiently(() => visitor.call('POST', 'mirror/sync', { isFull: false }));
    await sleep(100);
  }
}

async function aBadDay(product, visitor) {
  let made = 0;
  let isCalm = false;
  const left = names.values();
  const person = async () => {
    for (const name of left) {
      await makeProject(visitor, name);
      ++made;
    }
  };
  const killer = async () => {
    for (let kill = 1; kill <= kills; ++kill) {
      while ((await progressOf(product, made)) < kill / (kills + 1)) await sleep(1);
      await product.restart('SIGKILL');
    }
    await product.simulator.control('/clear');
    isCalm = true;
  };
  const isOver = async () => isCalm && (await allInBusy(visitor)).every(({ number }) => number);
  for (const fault of faults) await product.simulator.control(fault);
  await Promise.all([...Array.from({ length: people }, person), killer(),
    administer(visitor, isOver)]);
}

test('2,000 projects made here are there once each, whatever breaks', { timeout }, async (t) => {
  const product = await startProduct(['--seed', '7', '--requests-per-second', '0'],
    // What the simulator has not done within a second, it will never do.
    { BUSY24_ERP_REQUESTS_PER_HOUR: '1000000000', BUSY24_ERP_SAVE_SECONDS: '1' });
  try {
    const visitor = new Visitor(product.url);
    await visitor.enter();
    await visitor.plan();
    await visitor.connect();
    assert.equal((await visitor.run()).state, 'succeeded');
    await product.simulator.control('/reset-requests');
    await aBadDay(product, visitor);
    const calls = await product.simulator.requests();
    t.diagnostic(JSON.stringify(calls));
    const strikes = await product.simulator.strikes();
    assert.ok(strikes['timeout-after-write'] > projects * 0.3, JSON.stringify(strikes));

    const there = (await projectsIn(product.simulator.url)).filter(isOurs);
    const here = await allInBusy(visitor);
    assert.deepEqual(there.map(({ name }) => name).sort(), names);
    assert.deepEqual(
      here.map(({ number, name }) => `${number} ${name}`).sort(),
      there.map(({ id, name }) => `${id} ${name}`).sort());

    await visitor.must('POST', 'mirror/sync', { isFull: true });
    assert.equal((await visitor.run()).state, 'succeeded');
    assert.equal((await product.simulator.requests()).SaveProject, calls.SaveProject);
    assert.deepEqual(await allInBusy(visitor), here);
  } finally {
    await product.stop();
  }
});
