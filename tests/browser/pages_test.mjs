// Every page: no violation found by axe, painted and plain, and a picture of each.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { checkAccessibility, desktop, launchBrowser, openPage, screenshot } from './browser.mjs';
import { Person } from './person.mjs';
import { startProduct } from './product.mjs';

const timeout = 300_000;
const phoneSize = { width: 360, height: 740 };
const narrowest = { width: 320, height: 640 };
let browser, product, page, person;

before(async () => {
  browser = await launchBrowser();
  product = await startProduct();
  page = await openPage(browser);
  person = new Person(page);
  await page.goto(`${product.url}/registrer`);
});
after(async () => {
  await browser?.close();
  await product?.stop();
});

// Two frames: one to hear of the change, one to paint it.
const painted = () => page.evaluate(() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)));
}));

async function inLook(name, media, size) {
  await page.emulateMedia(media);
  await page.setViewportSize(size);
  await painted();
  await screenshot(page, name);
  await checkAccessibility(page, name);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= size.width, `${name} is ${width} pixels wide on ${size.width}`);
}

// The page as it is now, in every look.
async function inEveryLook(name) {
  const size = desktop.viewport;
  const light = { colorScheme: 'light', forcedColors: 'none' };
  await inLook(`${name}-light`, light, size);
  await inLook(`${name}-dark`, { ...light, colorScheme: 'dark' }, size);
  await inLook(`${name}-phone`, light, phoneSize);
  await inLook(`${name}-narrow`, light, narrowest);
  // Forced colours are drawn as ordinary HTML: the same nodes in plain mode.
  await inLook(`${name}-plain`, { ...light, forcedColors: 'active' }, size);
  assert.equal(await page.evaluate(() => document.body.className), 'plain');
  await page.emulateMedia(light);
  await painted();
  assert.equal(await page.evaluate(() => document.body.className), 'live');
}

// One after the other, since each goes on where the last one stopped.
const stations = [
  ['1-registrer', () => person.sees(person.words.signInTitle)],
  ['1-registrer-wrong', async () => {
    await person.signIn(['ingrid.solheim@granlund-bygg.example', 'feil']);
    await page.getByText('Feil e-postadresse eller passord').first().waitFor();
  }],
  ['2-klient', async () => {
    await person.signIn();
    await person.sees(person.words.tenantTitle);
  }],
  ['3-api-bruker', async () => {
    await person.chooseTenant();
    await person.sees(person.words.apiUserTitle);
  }],
  ['4-oppsett', async () => {
    await person.addApiUser();
    await person.sees(person.words.optionsTitle);
    await page.getByText('hentes').first().waitFor();
  }],
  ['5-ferdig', async () => {
    await person.connect();
    await person.waitsForMirror();
  }],
  ['innstillinger', async () => {
    await person.press(person.button(person.words.toSettings));
    await person.sees('24SevenOffice');
  }],
  ['not-found', () => page.goto(`${product.url}/finnes-ikke`)],
  ['logg-inn', async () => {
    await page.context().clearCookies();
    await page.goto(`${product.url}/logg-inn`);
    await person.sees('Logg inn');
  }],
];

for (const [name, reach] of stations) {
  test(`${name} is accessible in every look`, { timeout }, async () => {
    await reach();
    await inEveryLook(name);
    assert.deepEqual(page.errors, []);
  });
}
