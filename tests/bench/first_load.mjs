// Prints what the first load costs: bytes, time to the first frame, and work while nothing happens.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { desktop, launchBrowser, openPage } from '../browser/browser.mjs';
import { root, startProduct } from '../browser/product.mjs';

const idleSeconds = 10;
const coldStarts = 7;
const budgetBytes = 200 * 1024;
const print = (what, value, goal) =>
  console.log(`  ${what.padEnd(34)}${String(value).padStart(12)}   ${goal ?? ''}`);

function printBytes() {
  const folder = join(root, 'build/web');
  const printSize = (what, size, goal) => print(what, size.toLocaleString('en'), goal);
  const sizes = {};
  let total = 0;
  // Bokmål is in the program, and the pages behind the log-in come after the first frame.
  const isLater = (file) => file.startsWith('texts-') || file.startsWith('pages.');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.br'))) {
    sizes[file] = statSync(join(folder, file)).size;
    if (!isLater(file)) total += sizes[file];
    printSize(file, sizes[file]);
  }
  printSize('first load, brotli, bytes', total,
    `goal ${budgetBytes.toLocaleString('en')}${total > budgetBytes ? ', MISSED' : ''}`);
  printSize('first load in English', total + sizes['texts-en.txt.br']);
  printSize('first load in nynorsk', total + sizes['texts-nn.txt.br']);
  printSize('after the first frame', sizes['pages.wasm.br'], 'the pages behind the log-in');
}

// Runs in the page before its own scripts: when the program's page takes the place of the loading
// text, and how many frames are asked for.
function watch() {
  window.framesRun = 0;
  const ask = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (run) => ask((now) => { ++window.framesRun; run(now); });
  const look = () => {
    const page = document.querySelector('#page');
    if (page && !page.dataset.boot) ask(() => { window.firstFrameAt = performance.now(); });
    else ask(look);
  };
  ask(look);
}

async function firstFrame(page, go) {
  await go();
  await page.waitForFunction(() => window.firstFrameAt !== undefined);
  return Math.round(await page.evaluate(() => window.firstFrameAt));
}

function printMedian(what, times, goal) {
  const sorted = times.toSorted((a, b) => a - b);
  const range = `of ${sorted.length}: ${sorted[0]} to ${sorted.at(-1)}`;
  print(what, `${sorted[Math.floor(sorted.length / 2)]} ms`, `${goal}${range}`);
}

// Each time a browser that has never been here, with nothing in its caches.
async function printFirstFrames(address) {
  const cold = [];
  const reload = [];
  for (let time = 0; time < coldStarts; ++time) {
    const browser = await launchBrowser();
    const page = await openPage(browser);
    await page.addInitScript(watch);
    cold.push(await firstFrame(page, () => page.goto(address)));
    reload.push(await firstFrame(page, () => page.reload()));
    await browser.close();
  }
  printMedian('first frame, cold, median', cold, 'goal 400 ms; ');
  printMedian('first frame, reload, median', reload, '');
}

async function printIdle(address) {
  const browser = await launchBrowser();
  // With all the motion that there is.
  const page = await openPage(browser, { ...desktop, reducedMotion: 'no-preference' });
  await page.addInitScript(watch);
  await firstFrame(page, () => page.goto(address));
  await sleep(2000);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const work = async () => (await session.send('Performance.getMetrics')).metrics
    .find(({ name }) => name === 'TaskDuration').value;
  const framesBefore = await page.evaluate(() => window.framesRun);
  const workBefore = await work();
  await sleep(idleSeconds * 1000);
  const worked = Math.round(((await work()) - workBefore) * 1000);
  const frames = (await page.evaluate(() => window.framesRun)) - framesBefore;
  print(`frames in ${idleSeconds} s idle`, frames, 'goal 0');
  print(`main thread in ${idleSeconds} s idle`, `${worked} ms`);
  await browser.close();
}

console.log('First load');
printBytes();
const product = await startProduct();
const address = `${product.url}/registrer`;
try {
  await printFirstFrames(address);
  await printIdle(address);
} finally {
  await product.stop();
}
