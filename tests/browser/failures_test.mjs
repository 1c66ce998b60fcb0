// What the page does where it cannot paint as it would: the program does not come, the graphics
// context is lost, it is printed, or it is taller than a canvas can be.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { checkAccessibility, desktop, launchBrowser, openPage } from './browser.mjs';
import { painted } from './looks.mjs';
import { Person } from './person.mjs';
import { become, startConnected } from './workspace.mjs';

const timeout = 60_000;
const canvasSideMax = 8192;
const rowHeight = 48;
let browser, product, administrator;

before(async () => {
  [browser, { product, administrator }] =
    await Promise.all([launchBrowser(), startConnected(['--projects', '600'])]);
});
after(async () => {
  await browser?.close();
  await product?.stop();
});

const becomes = (page, look) =>
  page.waitForFunction((name) => document.body.className === name, look);

async function openProjects(options = {}) {
  const page = await openPage(browser, { ...desktop, ...options });
  await become(page.context(), administrator);
  await page.goto(`${product.url}/prosjekter`);
  await page.locator('[aria-rowindex="2"]').waitFor();
  await painted(page);
  return page;
}

const sentences = {
  'nb-NO': 'Siden kunne ikke starte. Last den på nytt, eller prøv en nyere nettleser.',
  'nn-NO': 'Sida kunne ikkje starte. Last henne på nytt, eller prøv ein nyare nettlesar.',
  'en-GB': 'The page could not start. Reload it, or try a newer browser.',
};
for (const [locale, file, path] of [
  ['nb-NO', 'app.wasm', '/registrer'], ['nn-NO', 'app.wasm', '/registrer'],
  ['en-GB', 'app.wasm', '/registrer'], ['nb-NO', 'pages.wasm', '/hjelp'],
]) {
  test(`without ${file} the page says so, in ${locale}`, { timeout }, async () => {
    const page = await openPage(browser, { ...desktop, locale });
    const program = `**/${file}`;
    await page.route(program, (route) => route.abort());
    await page.goto(product.url + path);
    await page.getByRole('alert').getByText(sentences[locale], { exact: true }).waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await checkAccessibility(page, file);
    await page.unroute(program);
    await page.reload();
    await becomes(page, 'live');
    await page.context().close();
  });
}

test('without its graphics the page goes on as plain HTML until they are back', { timeout },
  async () => {
    const page = await openPage(browser);
    const person = new Person(page);
    await page.goto(`${product.url}/registrer`);
    await person.sees(person.words.signInTitle);
    await person.write(person.field(person.words.username), 'ingrid@example.no');
    await painted(page);
    const picture = await page.screenshot();
    const lose = () => page.evaluate(() => {
      const context = document.querySelector('#canvas').getContext('webgl');
      window.extension ??= context.getExtension('WEBGL_lose_context');
      window.extension.loseContext();
    });
    await lose();
    await becomes(page, 'plain');
    await painted(page);
    assert.equal(await page.locator('#canvas').isVisible(), false);
    assert.equal(await person.field(person.words.username).inputValue(), 'ingrid@example.no');
    await checkAccessibility(page, 'without graphics');
    await page.evaluate(() => window.extension.restoreContext());
    await becomes(page, 'live');
    await painted(page);
    assert.ok(picture.equals(await page.screenshot()), 'it is painted as before');
    await lose();
    await becomes(page, 'plain');
    await person.signIn();
    await person.sees(person.words.tenantTitle);
    assert.equal(await page.getByRole('radio').first().isVisible(), true);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });

test('on paper the page is plain, light and as wide as the paper', { timeout }, async () => {
  const page = await openProjects({ colorScheme: 'dark' });
  const picture = await page.screenshot();
  await page.emulateMedia({ media: 'print' });
  // What stands there when the browser has told the page that it prints.
  await page.evaluate(() => addEventListener('beforeprint', () => {
    const isShown = (selector) => document.querySelector(selector)?.checkVisibility();
    window.paper = {
      look: document.body.className, theme: document.documentElement.dataset.theme,
      ink: getComputedStyle(document.querySelector('h1')).color,
      margin: innerWidth - document.querySelector('main').clientWidth,
      columns: [...document.querySelectorAll('th')].map((head) => head.innerText.trim()),
      rows: document.querySelectorAll('tbody tr').length,
      unwanted: ['#canvas', 'nav', 'button:not(.column)'].filter(isShown),
    };
  }));
  await page.setViewportSize({ width: 800, height: 1100 });
  assert.match(String((await page.pdf()).subarray(0, 5)), /^%PDF-/);
  const paper = await page.evaluate(() => window.paper);
  assert.ok(paper.margin < 40, `${paper.margin} pixels beside it`);
  assert.ok(paper.rows >= 100, `${paper.rows} rows`);
  delete paper.margin;
  delete paper.rows;
  assert.deepEqual(paper, {
    look: 'plain', theme: 'light', ink: 'rgb(23, 27, 38)', unwanted: [],
    columns: ['Navn', 'Nummer', 'Kunde', 'Start'],
  });
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize(desktop.viewport);
  await becomes(page, 'live');
  await painted(page);
  assert.ok(picture.equals(await page.screenshot()), 'the screen is as before');
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('of a page taller than any canvas the window is painted', { timeout }, async () => {
  const page = await openProjects();
  const heights = await page.evaluate(() => ({
    page: document.documentElement.scrollHeight, window: innerHeight,
    canvas: document.querySelector('#canvas').height,
  }));
  assert.ok(heights.page > canvasSideMax, `${heights.page} pixels`);
  assert.equal(heights.canvas, heights.window);
  const linkOf = (row) => page.locator(`[aria-rowindex="${row}"]`).getByRole('link');
  const first = (await linkOf(2).boundingBox()).y;
  // What is painted of a row that is so far from the top of the window.
  const pictureOf = async (row, distance) => {
    await page.evaluate((top) => scrollTo(0, top), first + rowHeight * (row - 2) - distance);
    await linkOf(row).waitFor();
    await painted(page);
    return page.screenshot({ clip: await linkOf(row).boundingBox() });
  };
  const picture = await pictureOf(400, 200);
  assert.ok(picture.equals(await pictureOf(400, 500)), 'a row looks the same elsewhere');
  assert.ok(!picture.equals(await pictureOf(401, 200)), 'another row looks otherwise');
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
