// Sets apart what the first load does not need: app.wasm keeps the pages of those who are not
// signed in, and pages.wasm gets what only the other pages call. Run after linking, with the names
// of the functions in app.wasm: node split_app.mjs FOLDER
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const at = (name) => join(folder, name);
const features = ['--enable-bulk-memory', '--enable-sign-ext',
  '--enable-nontrapping-float-to-int', '--enable-mutable-globals'];
const run = (tool, ...rest) =>
  execFileSync(tool, [...features, ...rest], { maxBuffer: 1 << 30, encoding: 'utf8' });

// web/app/page.hpp names both: the pages of the first load, and the functions that lead elsewhere.
const firstPages = ['sign_in', 'tenant', 'api_user', 'options', 'finished', 'log_in',
  'invitation'];
const leadsToLater = (name) => name.includes('6busy243app10later_part');

// Whether a function is a part of a page's own code, by its mangled name: it is in
// busy24::pages::<page>, or in a function there. Names with no more than a page's types tell
// nothing, since the linker makes one of all functions that do the same.
function isOfLaterPage(name) {
  const pages = [...name.matchAll(/ZNK?6busy245pages(\d+)([a-z_]+(?=\d))/g)]
    .filter(([, length, page]) => Number(length) === page.length)
    .map(([, , page]) => page);
  return pages.length > 0 && !pages.some((page) => firstPages.includes(page));
}

// The functions with what each names, and where the program is entered.
function readCalls(text) {
  const calls = new Map();
  const entries = [];
  const table = [];
  let names = null;
  for (const line of text.split('\n')) {
    const function_ = /^ \(func \$(\S+)/.exec(line);
    if (function_) calls.set(function_[1], names = new Set());
    else if (line.startsWith(' (elem ')) table.push(...line.matchAll(/\$([^\s)]+)/g));
    else if (line.startsWith(' (export ')) entries.push(/\(func \$([^\s)]+)/.exec(line)?.[1]);
    else if (/^ \(/.test(line)) names = null;
    const called = /\((?:call|ref\.func) \$([^\s)]+)/.exec(line);
    if (called && names) names.add(called[1]);
  }
  return { calls, entries, table: table.map((match) => match[1]) };
}

function laterFunctions({ calls, entries, table }) {
  const isLater = (name) => leadsToLater(name) || isOfLaterPage(name);
  const found = new Set();
  const open = [...entries, ...table.filter((name) => !isLater(name))];
  while (open.length) {
    const name = open.pop();
    if (found.has(name) || !calls.has(name) || leadsToLater(name)) continue;
    found.add(name);
    open.push(...calls.get(name));
  }
  return [...calls.keys()].filter((name) => !found.has(name));
}

// A section that the engine skips and a page can read.
function withSection(wasm, name, content) {
  const size = (n) => (n < 128 ? [n] : [(n & 127) | 128, ...size(n >> 7)]);
  const body = [...size(name.length), ...Buffer.from(name), ...Buffer.from(content)];
  return Buffer.concat([wasm, Buffer.from([0, ...size(body.length), ...body])]);
}

const later = laterFunctions(readCalls(run('wasm-dis', at('app.wasm'))));
writeFileSync(at('later.txt'), later.join('\n'));
run('wasm-split', at('app.wasm'), `--split-funcs=@${at('later.txt')}`, '--export-prefix=%',
  '-o1', at('first.wasm'), '-o2', at('pages.wasm'));
run('wasm-opt', '-Oz', at('first.wasm'), '-o', at('app.wasm'));
run('wasm-opt', '-Oz', at('pages.wasm'), '-o', at('pages.wasm'));
rmSync(at('first.wasm'));
rmSync(at('later.txt'));
// Two files that were not built together must never meet.
const files = ['app.wasm', 'pages.wasm'];
const build = createHash('sha256');
for (const file of files) build.update(readFileSync(at(file)));
const id = build.digest('hex').slice(0, 16);
for (const file of files) writeFileSync(at(file), withSection(readFileSync(at(file)), 'build', id));
console.log(`${later.length} functions in pages.wasm`);
