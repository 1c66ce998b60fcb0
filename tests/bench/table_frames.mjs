// Prints what a frame costs while a table of 100,000 rows is scrolled: the script of the page,
// its program included. The rows are the test's own, so only the browser's work is measured.
// BUSY24_BENCH_SHORT measures one pace for a second, which takes five with all that is around it.
import { launchBrowser, openPage, phone, desktop } from '../browser/browser.mjs';
import { startProduct } from '../browser/product.mjs';

const rowCount = 100_000;
const isShort = Boolean(process.env.BUSY24_BENCH_SHORT);
const frameCount = isShort ? 60 : 240;
const goalMs = 8;
const print = (what, value, goal = '') =>
  console.log(`  ${what.padEnd(44)}${String(value).padStart(12)}   ${goal}`);

const session = {
  state: 'signed_in', workspaces: [], userName: 'Kari Nordmann',
  userEmail: 'kari@fjellheim.example', role: 'administrator', workspaceName: 'Fjellheim Bygg AS',
};
const record = (row) => ({
  id: `p${row}`, number: String(1000 + row), name: `Rehabilitering av bygg ${row}, fase ${row % 7}`,
  isActive: true, customerId: 'c1', customerName: `Nordvik Eiendom ${row % 500} AS`,
  startsOn: '2026-06-05', endsOn: '', organisationNumber: '', kind: '', isBillable: false,
  priceOre: null,
});

async function answerCalls(page) {
  await page.route('**/api/v1/session', (route) => route.fulfill({ json: session }));
  await page.route('**/api/v1/records?*', (route) => {
    const query = new URL(route.request().url()).searchParams;
    const offset = Number(query.get('offset')), limit = Number(query.get('limit'));
    const length = Math.min(limit, rowCount - offset);
    const records = Array.from({ length }, (_, i) => record(offset + i));
    return route.fulfill({ json: { total: rowCount, records } });
  });
}

// Runs in the page: how long the callbacks of each frame took.
function watch() {
  window.frameMs = [];
  const ask = window.requestAnimationFrame.bind(window);
  window.unwatchedFrame = ask;
  window.requestAnimationFrame = (run) => ask((now) => {
    const started = performance.now();
    run(now);
    window.frameMs.push(performance.now() - started);
  });
}

// `step` pixels a frame, from the top on.
const scroll = (page, frames, step) => page.evaluate(([count, pixels]) => new Promise((done) => {
  window.frameMs = [];
  let left = count;
  const go = () => {
    if (left-- === 0) return done();
    scrollBy(0, pixels);
    window.unwatchedFrame(go);
  };
  go();
}), [frames, step]);

async function measure(page, name, step) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const script = async () => (await cdp.send('Performance.getMetrics')).metrics
    .find((metric) => metric.name === 'ScriptDuration').value * 1000;
  await page.evaluate(() => scrollTo(0, 0));
  await scroll(page, 60, step);  // until the compiler of the browser has done its work
  const before = await script();
  await scroll(page, frameCount, step);
  const total = (await script()) - before;
  const frames = (await page.evaluate(() => window.frameMs)).sort((a, b) => a - b);
  const at = (share) => frames[Math.min(frames.length - 1, Math.floor(frames.length * share))];
  const verdict = (ms) => `goal ${goalMs}${ms > goalMs ? ', MISSED' : ''}`;
  const mean = total / frameCount;
  print(`${name}: all script, a frame, ms`, mean.toFixed(2), verdict(mean));
  print(`${name}: the program's frame, median, ms`, at(0.5).toFixed(2));
  print(`${name}: the program's frame, 99 %, ms`, at(0.99).toFixed(2), verdict(at(0.99)));
}

console.log(`Scrolling a table of ${rowCount.toLocaleString('en')} rows`);
const product = await startProduct();
const browser = await launchBrowser();
try {
  const screens = isShort ? [['desktop', desktop]] : [['desktop', desktop], ['phone', phone]];
  for (const [name, options] of screens) {
    const page = await openPage(browser, options);
    await page.addInitScript(watch);
    await answerCalls(page);
    await page.goto(`${product.url}/prosjekter`);
    await page.getByRole('row').nth(3).waitFor();
    await measure(page, `${name}, reading pace`, 40);
    if (!isShort) await measure(page, `${name}, a screen a frame`, 700);
    await page.context().close();
  }
} finally {
  await browser.close();
  await product.stop();
}
