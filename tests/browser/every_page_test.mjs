// Every address of the app in every language, painted and plain: its heading and title, no
// violation, nothing beside a narrow screen. A page that is not among the addresses fails.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { addressesOf, pagesOfTheApp, pathsOfTheApp } from './addresses.mjs';
import { checkAccessibility, desktop, launchBrowser, openPage, phone } from './browser.mjs';
import { painted } from './looks.mjs';
import { words } from './words.mjs';
import { become, startWorkspace } from './workspace.mjs';

const timeout = 60_000;
const languages = ['nb', 'nn', 'en'];
// What stands where on a wide screen does not depend on the language.
const sizesOf = (language) => (language === 'nb' ? [phone, desktop] : [phone]);
// What breaks a rule of accessibility does so in every language.
const isJudgedOn = (size, language) => language === 'nb' && size === desktop;
let browser, product, made, visitors, addresses, readers;

before(async () => {
  [browser, { product, made, visitors }] =
    await Promise.all([launchBrowser(), startWorkspace()]);
  addresses = addressesOf(made);
  readers = await Promise.all(languages.map(startReader));
});
after(async () => {
  await browser?.close();
  await product?.stop();
});

// Somebody who has chosen a language once, which the browser remembers, as it does the look.
async function startReader(language) {
  const page = await openPage(browser, { ...desktop, viewport: phone.viewport });
  await page.goto(`${product.url}/registrer`);
  await page.getByLabel('Språk', { exact: true }).selectOption(language);
  await page.getByLabel(words[language].language, { exact: true }).waitFor();
  return { page, language, visitor: 'stranger', look: 'live' };
}

// The heading, and nothing that is still on its way.
async function arrives(page, title) {
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  await page.waitForFunction(() => !document.querySelector('p.spinner:not(:empty)'));
  await painted(page);
}

// As it is in sight now: in its look, and in every width that it has to fit.
async function isWell({ page, language, look }, path) {
  for (const size of sizesOf(language)) {
    const { viewport } = size;
    const where = `${path} in ${language}, ${look}, on ${viewport.width} pixels`;
    if (page.viewportSize().width !== viewport.width) {
      await page.setViewportSize(viewport);
      await painted(page);
    }
    const { shown, width } = await page.evaluate(() => (
      { shown: document.body.className, width: document.documentElement.scrollWidth }));
    assert.equal(shown, look, where);
    assert.ok(width <= viewport.width, `${where}, is ${width} wide`);
    if (isJudgedOn(size, language)) await checkAccessibility(page, where);
  }
}

// The button that the foot of every page has. It is remembered, so every other page begins plain.
async function turns(reader) {
  const { plainView, canvasView } = words[reader.language];
  const button = reader.look === 'live' ? plainView : canvasView;
  reader.look = reader.look === 'live' ? 'plain' : 'live';
  await reader.page.getByRole('button', { name: button, exact: true }).click();
  await reader.page.waitForFunction((look) => document.body.className === look, reader.look);
  await painted(reader.page);
}

// In bokmål every address is loaded, as by a reload. The others go from page to page, as by Back
// and Forward, unless somebody else is to see it or the heading would not tell that it is there.
async function goesTo(reader, { path, visitor, titles }) {
  const { page, language } = reader;
  const title = titles[languages.indexOf(language)];
  const isLoaded = language === 'nb' || reader.visitor !== visitor || reader.title === title;
  if (reader.visitor !== visitor) await become(page.context(), visitors[visitor]);
  reader.visitor = visitor;
  reader.title = title;
  if (isLoaded)
    await page.goto(product.url + path, { waitUntil: 'commit' });
  else
    await page.evaluate((address) => {
      history.pushState(null, '', address);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
  await arrives(page, title);
}

async function looksAt(reader, address) {
  const { page, language } = reader;
  const { path } = address;
  await page.setViewportSize(phone.viewport);
  await goesTo(reader, address);
  const facts = await page.evaluate(() => ({
    language: document.documentElement.lang, title: document.title,
    unnamed: document.querySelectorAll('[name=undefined]').length,
  }));
  const heading = await page.getByRole('heading', { level: 1 }).textContent();
  assert.deepEqual(facts, { language, title: `${heading} – Busy`, unnamed: 0 });
  await isWell(reader, path);
  await turns(reader);
  await isWell(reader, path);
  assert.deepEqual(page.errors, []);
}

// A reader whom something has stopped half way does not go on to the next address.
async function reads(at, address) {
  try {
    await looksAt(readers[at], address);
  } catch (error) {
    await readers[at].page.context().close();
    readers[at] = await startReader(languages[at]);
    throw error;
  }
}

test('every page of the app is among the addresses', () => {
  const looked = new Set(addresses.map(({ page }) => page));
  assert.deepEqual([...looked].sort(), pagesOfTheApp().sort());
  const paths = addresses.map(({ path }) => path);
  assert.ok(pathsOfTheApp().length > 25);
  for (const path of pathsOfTheApp())
    assert.ok(paths.some((one) => one.startsWith(path)), `${path} is not among the addresses`);
});

test('every article of the help is among the addresses', async () => {
  const { articles } = await visitors.stranger.must('GET', 'help?language=nb');
  assert.ok(articles.length > 5);
  for (const { name } of articles)
    assert.ok(addresses.some(({ path }) => path === `/hjelp/${name}`), `/hjelp/${name}`);
});

test('every address, in every language', { timeout: 5 * timeout }, async (t) => {
  for (const address of addresses)
    await t.test(`${address.path.split('#')[0]} as ${address.visitor}`, { timeout }, async () => {
      // Everybody is done with this address before the next one comes.
      const ends = await Promise.allSettled(languages.map((_, at) => reads(at, address)));
      for (const { reason } of ends) if (reason) throw reason;
    });
});
