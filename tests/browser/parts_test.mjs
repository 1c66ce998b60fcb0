// What the first load leaves out: the pages behind the log-in, and the languages but bokmål.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { desktop, launchBrowser, openPage } from './browser.mjs';
import { Person } from './person.mjs';
import { logins, startProduct } from './product.mjs';

const timeout = 120_000;
const english = { ...desktop, locale: 'en-GB' };
let browser;
before(async () => { browser = await launchBrowser(); });
after(() => browser?.close());

const check = (name, options, act) => test(name, { timeout }, async () => {
  const product = await startProduct();
  const page = await openPage(browser, options);
  try {
    await act({ product, page, open: (path) => page.goto(product.url + path) });
    assert.deepEqual(page.errors, []);
  } finally {
    await page.context().close();
    await product.stop();
  }
});

check('signing up needs none of the pages behind it', desktop, async ({ page, open }) => {
  let refused = 0;
  await page.route('**/pages.wasm', (route) => { ++refused; return route.abort(); });
  const person = new Person(page);
  await open('/registrer');
  await person.onboard();
  assert.ok(refused > 0);
  // Then they are to be had, and the way goes on.
  await page.unroute('**/pages.wasm');
  await person.press(person.button(person.words.toSettings));
  await person.sees('24SevenOffice');
});

check('a page that is slow to come is waited for', desktop, async ({ page, open }) => {
  const person = new Person(page);
  await open('/registrer');
  await person.onboard();
  await page.route('**/pages.wasm', async (route) => {
    await sleep(1500);
    await route.continue();
  });
  await open('/prosjekter');
  await person.sees('Prosjekter');
});

check('a page of another version starts anew', desktop, async ({ page, open }) => {
  const person = new Person(page);
  let answers = 0;
  // As if a new version had come between the two files.
  await page.route('**/pages.wasm', async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    if (++answers === 1) body[body.length - 1] ^= 1;
    await route.fulfill({ response, body });
  });
  await open('/registrer');
  await person.onboard();
  await person.press(person.button(person.words.toSettings));
  await person.sees('24SevenOffice');
  assert.ok(answers > 1);
});

check('without its texts the page is in bokmål', english, async ({ page, open }) => {
  await page.route('**/texts-en.txt', (route) => route.abort());
  const person = new Person(page);
  await open('/registrer');
  await person.sees(person.words.signInTitle);
  await page.unroute('**/texts-en.txt');
  await page.reload();
  await new Person(page, { language: 'en' }).signIn(logins.manager);
});
