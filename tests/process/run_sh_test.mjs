// ./run.sh as somebody starts it on a tree that has been built, and what it says when it cannot.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { freePort, logins, root } from '../browser/product.mjs';
import { exchange } from './visitor.mjs';

const timeout = 120_000;
let folder;
before(() => { folder = mkdtempSync(join(tmpdir(), 'busy24-run-')); });
after(() => rmSync(folder, { recursive: true, force: true }));

// A process group of its own, as a terminal gives it, with `stubs` ({ name: script }) in the place
// of the machine's own programs. `said(pattern)` waits for it to say that.
function run(args, stubs = {}) {
  const programs = mkdtempSync(join(folder, 'programs-'));
  for (const [name, script] of Object.entries(stubs))
    writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const child = spawn('./run.sh', args, {
    cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env, PATH: `${programs}:${process.env.PATH}`,
      BUSY24_DATABASE: join(folder, 'busy24.sqlite'), BUSY24_KEY_FILE: join(folder, 'busy24.key'),
    },
  });
  let output = '';
  const ended = new Promise((done) => child.on('close', (code) => done({ code, output })));
  const said = (pattern) => new Promise((done, fail) => {
    const take = (bytes) => {
      output += bytes;
      if (pattern.test(output)) done(output);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    ended.then(({ code }) => fail(new Error(`run.sh ended with ${code}: ${output}`)));
  });
  const end = (signal, whom = -child.pid) => {
    try {
      process.kill(whom, signal);
    } catch {
      // Nothing of it is left.
    }
    return ended;
  };
  return { child, ended, said, end };
}

// Runs it to its end.
function outcome(args, stubs) {
  const running = run(args, stubs);
  // It should not; but if it does, it must not stay.
  running.said(/Ctrl-C stops it/).then(() => running.end('SIGINT'), () => {});
  return running.ended;
}

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

// Ctrl-C reaches the whole group, kill only run.sh. The second finds what the first leaves behind.
const ends = {
  'Ctrl-C': (running) => running.end('SIGINT'),
  'kill': (running) => running.end('SIGTERM', running.child.pid),
};
for (const [name, stop] of Object.entries(ends)) {
  test(`it serves until ${name}, and leaves nothing running`, { timeout }, async () => {
    const port = await freePort();
    const running = run(['--port', String(port)]);
    try {
      const output = await running.said(/Ctrl-C stops it/);
      assert.match(output, new RegExp(`^Open http://localhost:${port}$`, 'm'));
      assert.ok(output.includes(logins.manager.join(' / ')), output);
      const { pid } = running.child;
      const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
      const names = children.map((one) => readFileSync(`/proc/${one}/cmdline`, 'utf8'));
      assert.match(names.join(), /busy24-simulator.*busy24-proxy/);
      const where = { host: '127.0.0.1', port };
      const page = await exchange(where, 'GET', '/registrer', { Host: `localhost:${port}` });
      assert.equal(page.status, 200);
      const { code } = await stop(running);
      assert.equal(code, 0);
      assert.deepEqual(children.filter(isAlive), []);
      await assert.rejects(exchange(where, 'GET', '/registrer'), { code: 'ECONNREFUSED' });
    } finally {
      await running.end('SIGKILL');
    }
  });
}

test('a used port is one sentence', { timeout }, async () => {
  const taken = createServer();
  await new Promise((done) => { taken.listen(0, '127.0.0.1', done); });
  const { port } = taken.address();
  const { code, output } = await outcome([`--port=${port}`]);
  taken.close();
  assert.equal(code, 1);
  assert.equal(output, `Port ${port} is in use by another program; stop that one, or choose another`
    + ' with --port.\n');
});

test('a port that is none is one sentence and exit code 2', { timeout }, async () => {
  for (const port of ['abc', '0', '65536', '']) {
    const { code, output } = await outcome(['--port', port]);
    assert.equal(code, 2, port);
    assert.equal(output, `--port got "${port}", but expects a number from 1 to 65535.\n`);
  }
});

const answerOfDf = (kib) => `echo Filesystem; echo /dev/disk 9000000 0 ${kib} 0% /`;
const plenty = answerOfDf(9_000_000);
const obstacles = {
  'too little disk': [{ df: answerOfDf(5000) },
    /^This needs \d+ MB of free disk, but there are 4 MB here; free some\.\n$/],
  'no network for the packages': [{
    'df': plenty, 'dpkg-query': 'exit 1', 'id': 'echo 0', 'sleep': 'exit 0',
    'apt-get': 'echo "Temporary failure resolving the mirror"; exit 100',
  }, /Temporary failure.*\nThe packages could not be installed\. Is there a network connection/],
  'too little disk for the packages': [{
    // The tree's own disk has enough.
    'df': `case "$2" in /) ${answerOfDf(2_000_000)} ;; *) ${plenty} ;; esac`,
    'dpkg-query': 'exit 1', 'id': 'echo 0', 'apt-get': 'exit 100',
  }, /^Installing the packages needs about 3 GB of free disk, but there is 1953 MB\. /],
  'a disk that gets full while it builds': [{
    'cmake': 'echo "fatal error: error writing to x.s: No space left on device"; exit 1',
  }, /^The disk is full, so it stopped at: \w+\. Free some and start again\.\n$/m],
  'a disk too full for the log of it': [{
    'df': `if [ -e "$0-full" ]; then ${answerOfDf(0)}; else ${plenty}; fi`,
    'cmake': 'touch "$(command -v df)-full"; exit 1',
  }, /^The disk is full, so it stopped at: \w+\. Free some and start again\.\n$/m],
  'a step that fails otherwise': [{ cmake: 'echo "that went wrong"; exit 1' },
    /^that went wrong\nIt stopped at: (\w+)\. The whole log is in build\/logs\/run-\1\.log\.\n$/m],
};

for (const [name, [stubs, sentence]] of Object.entries(obstacles)) {
  test(`${name} is told`, { timeout }, async () => {
    const { code, output } = await outcome(['--port', String(await freePort())], stubs);
    assert.equal(code, 1, output);
    assert.match(output, sentence);
  });
}
