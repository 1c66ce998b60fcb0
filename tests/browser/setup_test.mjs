// Førstegangsoppsett and the members of a project, in real browsers.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launchBrowser, openPage } from './browser.mjs';
import { inEveryLook } from './looks.mjs';
import { Person } from './person.mjs';
import { startProduct } from './product.mjs';

const timeout = 120_000;
const address = '/innstillinger/24sevenoffice/forstegangsoppsett';
let browser, product, admin;

const heading = (page, name) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const button = (page, name) => page.getByRole('button', { name });
const says = (page, text) => page.getByText(text).first().waitFor();

before(async () => {
  browser = await launchBrowser();
  product = await startProduct();
  admin = await openPage(browser);
  await admin.goto(`${product.url}/registrer`);
  await new Person(admin).onboard();
});
after(async () => {
  await browser?.close();
  await product?.stop();
});

test('the board shows who is ready, and the plan what will happen', { timeout }, async () => {
  await admin.goto(`${product.url}${address}`);
  await heading(admin, 'Førstegangsoppsett');
  await button(admin, /^Gjennomfør \(/).waitFor();
  await inEveryLook(admin, 'oppsett-klare');
  // The program answers the click, a moment later on a busy machine.
  await admin.getByRole('radio', { name: /^Mangler/ }).click();
  await admin.waitForURL(/vis=mangler$/);
  await admin.reload();
  assert.ok(await admin.getByRole('radio', { name: /^Mangler/ }).isChecked());
});

test('one who is missing is reminded, and the link is to be had', { timeout }, async () => {
  await admin.getByRole('table').first().getByRole('link').first().click();
  await button(admin, 'Send påminnelse').waitFor();
  await inEveryLook(admin, 'oppsett-person');
  await button(admin, 'Send påminnelse').click();
  await says(admin, '1 har fått en ny invitasjon');
  await inEveryLook(admin, 'oppsett-paminnelse');
  await admin.goBack();
  await heading(admin, 'Førstegangsoppsett');
});

test('it is carried out and undone by the keyboard', { timeout }, async () => {
  const person = new Person(admin, { hands: 'keyboard' });
  await admin.goto(`${product.url}${address}?vis=mangler`);
  await heading(admin, 'Førstegangsoppsett');
  await button(admin, /^Gjennomfør \(/).focus();
  await admin.keyboard.press('Enter');
  await says(admin, 'Ingenting å gjøre');
  await inEveryLook(admin, 'oppsett-gjennomfort');
  await person.press(button(admin, 'Angre'));
  await says(admin, /^Angret: /);
  await inEveryLook(admin, 'oppsett-angret');
  await button(admin, /^Gjennomfør \(/).click();
  await says(admin, 'Ingenting å gjøre');
});

test('members of a project are added, changed and taken out', { timeout }, async () => {
  await admin.goto(`${product.url}/prosjekter`);
  await heading(admin, 'Prosjekter');
  await admin.getByRole('table').getByRole('link').nth(2).click();
  await admin.getByRole('heading', { name: 'Deltakere', exact: true }).waitFor();
  await inEveryLook(admin, 'prosjekt-deltakere');
  const search = admin.getByRole('searchbox', { name: 'Legg til deltaker' });
  await search.fill('a');
  const hit = admin.getByRole('list', { name: 'Kolleger som passer' }).getByRole('button').first();
  await hit.waitFor();
  await inEveryLook(admin, 'prosjekt-legg-til');
  const name = (await hit.getAttribute('aria-label')).replace('Legg til ', '');
  await hit.click();
  await says(admin, `${name} er deltaker`);
  await admin.getByLabel(`Rolle for ${name}`).selectOption('manager');
  await says(admin, `${name} er prosjektleder`);
  await button(admin, `Ta ut ${name}`).click();
  await says(admin, `${name} er tatt ut av prosjektet`);
});

test('everything fits on 360 pixels', { timeout }, async () => {
  await admin.setViewportSize({ width: 360, height: 740 });
  for (const path of [address, '/prosjekter']) {
    await admin.goto(`${product.url}${path}`);
    await admin.getByRole('heading', { level: 1 }).waitFor();
    const width = await admin.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, `${path} is ${width} pixels wide`);
  }
});
