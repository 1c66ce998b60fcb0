// The help: its pictures are the product as it is, and anybody can read, search and rate it.
import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { launchBrowser, openPage } from './browser.mjs';
import { inEveryLook, painted } from './looks.mjs';
import { Person } from './person.mjs';
import { root, startProduct } from './product.mjs';

const timeout = 120_000;
// BUSY24_WRITE_PICTURES=1 puts the pictures of today in the place of those of the tree.
const writes = process.env.BUSY24_WRITE_PICTURES === '1';
// The mean difference of a picture's brightness, of 255, that fonts and machines may make.
const DIFFERENCE_MAX = 3;
let browser, product, page, person, blank;

before(async () => {
  browser = await launchBrowser();
  product = await startProduct();
  page = await openPage(browser);
  blank = await openPage(browser);
  person = new Person(page);
  await page.goto(`${product.url}/registrer`);
});
after(async () => {
  await browser?.close();
  await product?.stop();
});

const difference = (one, other) => blank.evaluate(async (pictures) => {
  const pixels = await Promise.all(pictures.map(async (picture) => {
    const file = await fetch(`data:image/png;base64,${picture}`);
    const bitmap = await createImageBitmap(await file.blob());
    const context = new OffscreenCanvas(64, 40).getContext('2d');
    context.drawImage(bitmap, 0, 0, 64, 40);
    return context.getImageData(0, 0, 64, 40).data;
  }));
  let sum = 0;
  for (let i = 0; i < pixels[0].length; ++i) sum += Math.abs(pixels[0][i] - pixels[1][i]);
  return sum / pixels[0].length;
}, [one, other].map((file) => readFileSync(file).toString('base64')));

// What is in sight now, as an article shows it.
async function picture(name) {
  await painted(page);
  const made = join(root, 'build/screenshots', `help-${name}.png`);
  const kept = join(root, 'assets/help', `${name}.png`);
  mkdirSync(join(root, 'build/screenshots'), { recursive: true });
  await page.screenshot({ path: made });
  if (writes) {
    mkdirSync(join(root, 'assets/help'), { recursive: true });
    copyFileSync(made, kept);
  }
  assert.ok(existsSync(kept), `there is no ${kept}; BUSY24_WRITE_PICTURES=1 makes it`);
  const found = await difference(made, kept);
  assert.ok(found <= DIFFERENCE_MAX,
    `${name}.png is ${found.toFixed(1)} off the product; BUSY24_WRITE_PICTURES=1 renews it`);
}

test('the pictures of the five pages are the product of today', { timeout }, async () => {
  await person.sees(person.words.signInTitle);
  await picture('registrer');
  await person.signIn();
  await person.sees(person.words.tenantTitle);
  await picture('klient');
  await person.chooseTenant();
  await person.sees(person.words.apiUserTitle);
  await picture('api-bruker');
  await person.addApiUser();
  await person.sees(person.words.optionsTitle);
  await page.getByText(/prosjekter hentes/).first().waitFor();
  await picture('valg');
  await person.connect();
  await person.waitsForMirror();
  await picture('ferdig');
});

test('a stranger searches and reads', { timeout }, async () => {
  const guest = await openPage(browser);
  await guest.goto(`${product.url}/logg-inn`);
  await guest.getByRole('link', { name: 'Hjelp', exact: true }).click();
  await guest.getByRole('heading', { level: 1, name: 'Hjelp' }).waitFor();
  await inEveryLook(guest, 'hjelp');
  await guest.getByLabel('Søk i hjelpen').fill('integrasjonsbruker');
  await guest.getByRole('link', { name: 'Invitere kolleger' }).waitFor({ state: 'detached' });
  await guest.getByRole('link', { name: 'API-brukeren', exact: true }).click();
  await guest.getByRole('heading', { level: 1, name: 'API-brukeren' }).waitFor();
  await inEveryLook(guest, 'hjelp-api-bruker');
  await guest.goto(`${product.url}/hjelp/oppsett`);
  const shown = guest.getByRole('img', { name: /^Side 1/ });
  await shown.waitFor();
  await guest.waitForFunction(() => [...document.images].every((image) => image.naturalWidth > 0));
  await inEveryLook(guest, 'hjelp-oppsett');
  assert.deepEqual(guest.errors, []);
  await guest.context().close();
});

test('a reader answers by the keyboard, and the administrator sees it', { timeout }, async () => {
  const reader = new Person(page, { hands: 'keyboard' });
  await page.goto(`${product.url}/hjelp/sso`);
  await page.getByRole('heading', { level: 1, name: 'Single Sign-On' }).waitFor();
  await reader.tabTo(page.getByRole('radio', { name: 'Ja' }));
  await page.keyboard.press('Space');
  await reader.write(page.getByLabel(/Hva lette du etter/), 'Fant det, men lette lenge');
  await reader.press(page.getByRole('button', { name: 'Send svaret' }));
  await page.getByText('Takk! Svaret er lagret for administratoren.').waitFor();
  await page.goto(`${product.url}/hjelp`);
  await page.getByText('Fant det, men lette lenge').waitFor();
  await inEveryLook(page, 'hjelp-svar');
  await page.getByLabel('Språk').selectOption('en');
  await page.getByRole('link', { name: 'First-time setup' }).waitFor();
  assert.deepEqual(page.errors, []);
});
