// The simulator as a program: what its command line asks for is in force.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { end, startSimulator } from '../browser/product.mjs';
import { logInTo, openList } from './erp_projects.mjs';

const timeout = 60_000;

async function withSimulator(args, act) {
  const simulator = await startSimulator(args);
  try {
    await act(simulator);
  } finally {
    await end(simulator.child);
  }
}

test('a fault of the command line hits the first call', { timeout }, async () => {
  await withSimulator(['--fault', 'fault=Stengt for vedlikehold,times=1'], async ({ url }) => {
    await assert.rejects(logInTo(url), /Stengt for vedlikehold/);
    assert.ok(await logInTo(url));
  });
});

test('every fault of the command line is on', { timeout }, async () => {
  const args = ['--fault', 'latency=1', '--fault=http-500,operation=Login'];
  await withSimulator(args, async ({ url, strikes }) => {
    await assert.rejects(logInTo(url), /500/);
    assert.deepEqual(await strikes(), { 'http-500': 1, 'latency': 1 });
  });
});

test('100000 projects are streamed, each of them once', { timeout }, async () => {
  await withSimulator(['--projects', '100000'], async ({ url }) => {
    const session = await logInTo(url);
    const ids = new Set();
    let elements = 0;
    for (const operation of ['GetProjectList', 'GetDeactivatedProjects']) {
      const decoder = new TextDecoder();
      let pieces = 0, rest = '';
      for await (const piece of await openList(url, session, operation)) {
        ++pieces;
        const projects = (rest + decoder.decode(piece, { stream: true })).split('</Project>');
        rest = projects.pop();
        elements += projects.length;
        for (const xml of projects) ids.add(/<Id>(\d+)<\/Id>/.exec(xml)[1]);
      }
      assert.match(rest, /<\/soap:Envelope>\s*$/);
      assert.ok(pieces > 10, `${operation} in ${pieces} pieces`);
    }
    assert.deepEqual([elements, ids.size], [100_000, 100_000]);
  });
});
