// From page 1 to a connected account, the way each kind of person goes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { desktop, launchBrowser, openPage, phone } from './browser.mjs';
import { Person } from './person.mjs';
import { startProduct } from './product.mjs';

const timeout = 120_000;
let browser, browserWithoutWebGl;
before(async () => {
  browser = await launchBrowser();
  browserWithoutWebGl = await launchBrowser(['--disable-3d-apis']);
});
after(async () => {
  await browser?.close();
  await browserWithoutWebGl?.close();
});

// A fresh product and a person before it; the page must end without an error of a script.
async function withPerson({ how = {}, options = desktop, in: where = browser }, act) {
  const product = await startProduct();
  const page = await openPage(where, options);
  try {
    await page.goto(`${product.url}/registrer`);
    await act(new Person(page, how), page, product);
    assert.deepEqual(page.errors, []);
  } finally {
    await page.context().close();
    await product.stop();
  }
}

test('with the mouse', { timeout }, () => withPerson({}, async (person, page) => {
  await person.onboard();
  assert.equal(new URL(page.url()).pathname, '/registrer/ferdig');
  await person.press(person.button(person.words.toSettings));
  await person.sees('24SevenOffice');
  assert.equal(new URL(page.url()).pathname, '/innstillinger/24sevenoffice');
}));

test('with the keyboard alone', { timeout }, () =>
  withPerson({ how: { hands: 'keyboard' } }, (person) => person.onboard()));

test('with a finger, on a phone of 360 pixels', { timeout }, () =>
  withPerson({ how: { hands: 'touch' }, options: phone }, async (person, page) => {
    await person.onboard();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, `the page is ${width} pixels wide`);
  }));

test('without WebGL', { timeout }, () =>
  withPerson({ in: browserWithoutWebGl }, async (person, page) => {
    await person.sees(person.words.signInTitle);
    assert.equal(await page.evaluate(() => document.body.className), 'plain');
    await person.onboard();
  }));

for (const [language, locale] of [['nn', 'nn-NO'], ['en', 'en-GB']]) {
  test(`in ${language}, which the browser asks for`, { timeout }, () =>
    withPerson({ how: { language }, options: { ...desktop, locale } }, async (person, page) => {
      await person.onboard();
      assert.equal(await page.evaluate(() => document.documentElement.lang), language);
    }));
}

test('in a language that the person chooses, which is remembered', { timeout }, () =>
  withPerson({}, async (person, page) => {
    await page.getByLabel('Språk', { exact: true }).selectOption('en');
    person.words = new Person(page, { language: 'en' }).words;
    await person.sees(person.words.signInTitle);
    await page.reload();
    await person.sees(person.words.signInTitle);
  }));
