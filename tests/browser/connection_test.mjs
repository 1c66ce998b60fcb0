// Another API user, health and alerts, disconnecting and connecting again, and all data, in a real
// browser on the real product.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launchBrowser, openPage } from './browser.mjs';
import { inEveryLook } from './looks.mjs';
import { Person } from './person.mjs';
import { logins, startProduct } from './product.mjs';

const timeout = 120_000;
const granlund = '624310000001017';
const settings = '/innstillinger/24sevenoffice';
let browser, product, page, person;

const heading = (name) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const press = (name) => page.getByRole('button', { name, exact: true }).click();
const field = (name) => page.getByLabel(name, { exact: true });
const text = (words) => page.getByText(words).first().waitFor();
const follow = (name) => page.getByRole('link', { name, exact: true }).first().click();

before(async () => {
  browser = await launchBrowser();
  product = await startProduct();
  page = await openPage(browser);
  person = new Person(page);
  await page.goto(`${product.url}/registrer`);
  await person.onboard();
});
after(async () => {
  await browser?.close();
  await product?.stop();
});

test('an API user that may not do all is named, and the old one stays', { timeout }, async () => {
  await page.goto(product.url + settings);
  await heading('24SevenOffice');
  await follow('Bytt konto');
  await heading('Bytt konto');
  await inEveryLook(page, 'bytt-konto');
  await field('API-brukerens e-post').fill(logins.limited[0]);
  await field('API-brukerens passord').fill(logins.limited[1]);
  await press('Prøv og ta i bruk');
  await text(`${logins.limited[0]} er ikke tatt i bruk`);
  await inEveryLook(page, 'bytt-konto-nei');
});

test('one that works takes over, by the keyboard alone', { timeout }, async () => {
  const keyboard = new Person(page, { hands: 'keyboard' });
  await keyboard.write(field('API-brukerens e-post'), logins.apiUserOfAll[0]);
  await keyboard.write(field('API-brukerens passord'), logins.apiUserOfAll[1]);
  await page.keyboard.press('Enter');
  await text('Kontoen er byttet');
  await inEveryLook(page, 'konto-byttet');
});

test('access is tried on demand, and a broken one shows on every page', { timeout }, async () => {
  await page.goto(`${product.url}${settings}/tilgang`);
  await heading('Tilgang og varsling');
  await press('Prøv nå');
  await text('Alt virker');
  await inEveryLook(page, 'tilgang');
  const login = `/login?username=${encodeURIComponent(logins.apiUserOfAll[0])}&tenant=${granlund}`;
  await product.simulator.control(`${login}&what=revoke-access`);
  await press('Prøv nå');
  await text('når ikke klienten lenger');
  await inEveryLook(page, 'tilgang-brutt');
  await follow('Prosjekter');
  await heading('Prosjekter');
  await text('Koblingen til 24SevenOffice virker ikke');
  await inEveryLook(page, 'brutt-overalt');
  for (const path of ['/registrer/ferdig', '/hjelp']) {
    await page.goto(product.url + path);
    await text('Koblingen til 24SevenOffice virker ikke');
  }
  await product.simulator.control(`${login}&what=restore-access`);
  await follow('Se hva som må gjøres');
  await press('Prøv nå');
  await text('Alt virker');
});

test('disconnecting says what goes, and connecting again finds it all', { timeout }, async () => {
  await page.goto(product.url + settings);
  await follow('Koble fra');
  await heading('Koble fra');
  await text('Dette blir værende');
  await inEveryLook(page, 'koble-fra');
  await field('24SevenOffice passord').fill(logins.manager[1]);
  await press('Koble fra Granlund Bygg og Anlegg AS');
  await text('Koblet fra siden');
  await inEveryLook(page, 'koblet-fra');
  await follow('Koble til igjen');
  await heading('Koble til igjen');
  await field('API-brukerens e-post').fill(logins.apiUser[0]);
  await field('API-brukerens passord').fill(logins.apiUser[1]);
  await press('Prøv og ta i bruk');
  await heading('Koble til igjen');
  await text('Busy logger inn som');
});

test('all data is one file, and deleting it needs the name', { timeout }, async () => {
  await page.goto(`${product.url}/innstillinger/data`);
  await heading('Data');
  const answer = await page.evaluate(async () => {
    const reply = await fetch('/api/v1/workspace.json');
    const whole = await reply.json();
    return { type: reply.headers.get('Content-Disposition'), name: whole.workspace[0].name };
  });
  assert.deepEqual(answer, { type: 'attachment', name: 'Granlund Bygg og Anlegg AS' });
  await press('Jeg vil slette arbeidsområdet');
  await press('Slett alt for godt');
  await text('nøyaktig slik');
  await inEveryLook(page, 'data');
  await field('Skriv navnet på arbeidsområdet').fill('Granlund Bygg og Anlegg AS');
  await field('24SevenOffice passord').fill(logins.manager[1]);
  await press('Slett alt for godt');
  await heading('Logg inn');
  await text('Arbeidsområdet er slettet');
  await inEveryLook(page, 'slettet');
  assert.deepEqual(page.errors, []);
});
