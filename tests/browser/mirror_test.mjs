// The mirror's pages in a real browser: seen, steered and repaired by role and label, on a phone
// and by the keyboard, without a violation.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { desktop, launchBrowser, openPage } from './browser.mjs';
import { inEveryLook } from './looks.mjs';
import { Person } from './person.mjs';
import { startProduct } from './product.mjs';

const timeout = 120_000;
const settings = '/innstillinger/24sevenoffice';
let browser, product, page, person;

const button = (name) => page.getByRole('button', { name, exact: true });
const heading = (name, level = 1) => page.getByRole('heading', { level, name, exact: true });
const nameField = () => page.getByLabel('Navn', { exact: true });

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

async function openSettings() {
  await page.goto(product.url + settings);
  await button('Synk nå').waitFor();
}

async function openProject(row) {
  await page.goto(`${product.url}/prosjekter`);
  await page.getByRole('row').nth(row).getByRole('link').click();
  await button('Rediger').waitFor();
  return page.getByRole('heading', { level: 1 }).textContent();
}

test('a new project is there within seconds, with its number, and tells its story', { timeout },
  async () => {
    await page.goto(`${product.url}/prosjekter`);
    await button('Nytt prosjekt').or(page.getByRole('link', { name: 'Nytt prosjekt' })).click();
    await heading('Nytt prosjekt').waitFor();
    await nameField().fill('Carport i Skogveien');
    await button('Opprett prosjektet').click();
    await heading('Carport i Skogveien').waitFor();
    await page.waitForFunction(async () => {
      const id = location.pathname.split('/').at(-1);
      const reply = await fetch(`/api/v1/record?entity=project&id=${id}`);
      return (await reply.json()).record?.number;
    }, null, { timeout: 15_000 });
    await page.reload();
    await heading('Hvorfor ser det slik ut?', 2).waitFor();
    await button('Vis versjoner, historie og kobling').click();
    await page.getByText('Opprettet i 24SevenOffice').waitFor();
    await inEveryLook(page, 'hvorfor');
  });

test('an archived project leads from the menu to the row that waits', { timeout }, async () => {
  const name = await openProject(4);
  await button('Arkiver').click();
  await button('Gjenåpne').waitFor();
  await page.getByText('Må deaktiveres i 24SevenOffice').first().waitFor();
  await page.reload();
  await page.getByRole('link', { name: '24SevenOffice (1)' }).click();
  await heading('Må deaktiveres i 24SevenOffice', 2).waitFor();
  await page.getByRole('link', { name: new RegExp(name) }).click();
  await heading(name).waitFor();
});

test('a run is started by the keyboard, and stands in the history', { timeout }, async () => {
  await openSettings();
  const keyboard = new Person(page, { hands: 'keyboard' });
  await keyboard.press(button('Synk nå'));
  await button('Synk nå').waitFor();
  await keyboard.press(page.getByRole('link', { name: 'Tidligere speilinger' }));
  await heading('Tidligere speilinger').waitFor();
  await page.getByRole('cell', { name: 'Ingrid Solheim' }).first().waitFor();
  await inEveryLook(page, 'speilinger');
  const [table] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Last ned som tabell (CSV)' }).click(),
  ]);
  assert.equal(await table.failure(), null);
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.getByText('Startet av').waitFor();
  await inEveryLook(page, 'en-speiling');
  await page.goBack();
  await heading('Tidligere speilinger').waitFor();
});

test('what 24SevenOffice refuses waits with advice, and goes when it is tried again', { timeout },
  async () => {
    const refusal = 'fault=You do not have permission,operation=SaveProject';
    await product.simulator.control(`/fault?set=${encodeURIComponent(refusal)}`);
    const name = await openProject(6);
    await button('Rediger').click();
    await nameField().fill(`${name} II`);
    await button('Lagre').click();
    await heading(`${name} II`).waitFor();
    await page.waitForFunction(async () => {
      const reply = await fetch('/api/v1/mirror');
      return (await reply.json()).problems.length === 1;
    }, null, { timeout: 15_000 });
    await openSettings();
    await page.getByText('API-brukeren mangler rettigheter').first().waitFor();
    await inEveryLook(page, 'trenger-deg');
    await product.simulator.control('/clear');
    await button(`Prøv igjen: ${name} II`).click();
    await page.waitForFunction(async () => {
      const reply = await fetch('/api/v1/mirror');
      return (await reply.json()).problems.length === 0;
    }, null, { timeout: 15_000 });
    await page.reload();
    await button('Synk nå').waitFor();
    assert.equal(await page.getByText('API-brukeren mangler rettigheter').count(), 0);
  });

test('pause, policy and switches survive a reload', { timeout }, async () => {
  await openSettings();
  await button('Sett på pause').click();
  await page.getByRole('radio', { name: '1 uke' }).check();
  await page.getByLabel('Hvorfor').fill('Årsavslutning');
  await button('Start pausen').click();
  await page.getByText(/Satt på pause til/).first().waitFor();
  await page.getByRole('radio', { name: 'Spør meg' }).check();
  await page.getByRole('switch', { name: 'Koble arbeidstyper' }).click();
  await button('Ta i bruk').waitFor();
  await inEveryLook(page, 'brytere');
  await button('Ta i bruk').click();
  await heading('Slik blir det', 3).waitFor({ state: 'detached' });
  await page.reload();
  await page.getByText('Årsavslutning').waitFor();
  assert.ok(await page.getByRole('radio', { name: 'Spør meg' }).isChecked());
  assert.ok(!await page.getByRole('switch', { name: 'Koble arbeidstyper' }).isChecked());
  // Nobody but the administrator is there to be locked out.
  await page.getByRole('switch', { name: /Single Sign On/ }).click();
  await button('Slå på Single Sign On').click();
  await button('Slå på Single Sign On').waitFor({ state: 'detached' });
  await page.reload();
  assert.ok(await page.getByRole('switch', { name: /Single Sign On/ }).isChecked());
  await page.getByRole('switch', { name: /Single Sign On/ }).click();
  await page.getByText('kan fortsatt logge inn').waitFor();
  await inEveryLook(page, 'sso-av');
  await button('Slå av Single Sign On').click();
  await button('Avslutt pausen').click();
  await button('Sett på pause').waitFor();
  await page.setViewportSize(desktop.viewport);
  assert.deepEqual(page.errors, []);
});
