// The lists and the page of one record in a real browser: by role and label, by the keyboard alone,
// on a phone, through reload and Back, and with two people at work.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launchBrowser, openPage } from './browser.mjs';
import { inEveryLook, painted } from './looks.mjs';
import { Person } from './person.mjs';
import { startProduct } from './product.mjs';

const timeout = 120_000;
let browser, product, page, person;

const link = (name, exact = true) => page.getByRole('link', { name, exact });
const nameField = (on = page) => on.getByLabel('Navn', { exact: true });
const searchField = () => page.getByLabel('Søk etter navn, kunde eller nummer');
const heading = (name) => page.getByRole('heading', { level: 1, name, exact: true });
const rowsSeen = () => page.getByRole('row').count();
const address = () => decodeURIComponent(new URL(page.url()).pathname + new URL(page.url()).search);
const addressBecomes = (pattern) => page.waitForFunction(
  (source) => new RegExp(source).test(decodeURIComponent(location.pathname + location.search)),
  pattern.source);

before(async () => {
  browser = await launchBrowser();
  product = await startProduct(['--projects', '600']);
  page = await openPage(browser);
  person = new Person(page);
  await page.goto(`${product.url}/registrer`);
  await person.onboard();
});
after(async () => {
  await browser?.close();
  await product?.stop();
});

async function openProjects() {
  await page.goto(`${product.url}/prosjekter`);
  await page.getByRole('table', { name: 'Prosjekter' }).waitFor();
}

test('of a long list the rows in sight exist, and say where they are in the whole', { timeout },
  async () => {
    await openProjects();
    const table = page.getByRole('table', { name: 'Prosjekter' });
    const count = Number(await table.getAttribute('aria-rowcount'));
    assert.ok(count > 300, `${count} rows`);
    assert.ok(await rowsSeen() < 80);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.locator(`[aria-rowindex="${count}"]`).waitFor();
    assert.equal(await page.getByRole('row').last().getAttribute('aria-rowindex'), String(count));
    assert.ok(await page.getByRole('row').last().getByRole('link').textContent());
    await addressBecomes(/fra=\d+/);
  });

test('the place in the list survives a reload, and Back from a record', { timeout }, async () => {
  await openProjects();
  await page.evaluate(() => scrollTo(0, 48 * 150));
  await addressBecomes(/fra=1\d\d/);
  const before = address();
  await page.reload();
  await page.waitForFunction(() => scrollY > 48 * 130 && scrollY < 48 * 170);
  await painted(page);
  assert.equal(address(), before);
  const row = page.locator('[aria-rowindex="160"]').getByRole('link');
  const name = await row.textContent();
  await row.click();
  await heading(name).waitFor();
  await page.goBack();
  await heading('Prosjekter').waitFor();
  await page.waitForFunction(() => scrollY > 48 * 130 && scrollY < 48 * 170);
  await page.locator('[aria-rowindex="160"]').waitFor();
});

test('search, filter and order are in the address and come back with it', { timeout }, async () => {
  await openProjects();
  await searchField().fill('befaring');
  await addressBecomes(/sok=befaring/);
  await page.getByRole('radio', { name: 'Alle' }).check();
  await page.getByRole('button', { name: 'Nummer' }).click();
  const sorted = page.locator('[aria-sort=ascending]');
  await page.getByRole('columnheader', { name: 'Nummer' }).and(sorted).waitFor();
  assert.equal(address(), '/prosjekter?sok=befaring&sorter=nummer&vis=alle');
  await page.reload();
  await page.getByRole('table').waitFor();
  assert.equal(await searchField().inputValue(), 'befaring');
  for (const text of await page.getByRole('row').getByRole('link').allTextContents())
    assert.match(text, /befaring/i);
  await page.goBack();
  await addressBecomes(/^\/prosjekter\?sok=befaring&vis=alle$/);
  await searchField().fill('finnes ikke');
  await page.getByText('Ingen treff').first().waitFor();
});

test('a project is found, edited and saved by the keyboard alone', { timeout }, async () => {
  await openProjects();
  const keyboard = new Person(page, { hands: 'keyboard' });
  await keyboard.write(searchField(), '1003');
  await addressBecomes(/sok=1003/);
  await page.getByText('1 prosjekt', { exact: true }).waitFor();
  await keyboard.press(page.getByRole('row').getByRole('link'));
  await keyboard.press(page.getByRole('button', { name: 'Rediger' }));
  await page.waitForFunction(() => document.activeElement.matches('input'));
  await keyboard.write(nameField(), 'Brygga på Ås');
  await keyboard.write(page.getByLabel('Start'), '5.6.2026');
  await keyboard.write(page.getByLabel('Kunde'), 'dalheim eien');
  await keyboard.press(page.getByRole('button', { name: /^Dalheim Eiendom AS · / }));
  await keyboard.press(page.getByRole('button', { name: 'Lagre' }));
  await heading('Brygga på Ås').waitFor();
  await page.getByText('5.6.2026').waitFor();
  await page.getByText('Dalheim Eiendom AS').waitFor();
  await page.getByText('Endringene er lagret').waitFor();
});

test('an archived project says that it must be deactivated in 24SevenOffice', { timeout },
  async () => {
    await openProjects();
    await page.getByRole('row').nth(5).getByRole('link').click();
    await page.getByRole('button', { name: 'Arkiver' }).click();
    await page.getByText('Må deaktiveres i 24SevenOffice').first().waitFor();
    await page.getByRole('button', { name: 'Gjenåpne' }).click();
    await page.getByRole('button', { name: 'Arkiver' }).waitFor();
  });

test('two people who change the same name choose, and nothing is written over', { timeout },
  async () => {
    await openProjects();
    await page.getByRole('row').nth(8).getByRole('link').click();
    await page.getByRole('button', { name: 'Rediger' }).click();
    await nameField().fill('Mitt navn');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole('button', { name: 'Rediger' }).click();
    await nameField(other).fill('Deres navn');
    await other.getByRole('button', { name: 'Lagre' }).click();
    await other.getByRole('heading', { level: 1, name: 'Deres navn' }).waitFor();
    await other.close();
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('Noen andre har endret prosjektet').first().waitFor();
    await page.getByRole('cell', { name: 'Deres navn' }).waitFor();
    await inEveryLook(page, 'prosjekt-konflikt');
    await page.getByRole('button', { name: 'Lagre mine verdier' }).click();
    await heading('Mitt navn').waitFor();
  });

test('what is written is not lost without a network, on another page or by a reload', { timeout },
  async () => {
    page.on('dialog', (dialog) => dialog.accept());
    await openProjects();
    await page.getByRole('button', { name: 'Nytt prosjekt' }).click();
    await nameField().fill('Uten nett');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Opprett prosjektet' }).click();
    await page.getByText('Ingen kontakt').first().waitFor();
    await page.context().setOffline(false);
    await link('Kunder').click();
    await page.getByText('Endringene i «Uten nett» er ikke lagret').waitFor();
    await page.reload();
    await link('Fortsett redigeringen').click();
    assert.equal(await nameField().inputValue(), 'Uten nett');
    await page.getByRole('button', { name: 'Opprett prosjektet' }).click();
    await heading('Uten nett').waitFor();
  });

const stations = [
  ['prosjekter', openProjects],
  ['prosjekter-tomt', () => page.goto(`${product.url}/prosjekter?sok=finnes-ikke`)],
  ['kunder', () => page.goto(`${product.url}/kunder`)],
  ['arbeidstyper', () => page.goto(`${product.url}/arbeidstyper?vis=alle`)],
  ['prosjekt', async () => {
    await openProjects();
    await page.getByRole('row').nth(3).getByRole('link').click();
    await page.getByRole('button', { name: 'Rediger' }).waitFor();
  }],
  ['prosjekt-skjema', async () => {
    await page.getByRole('button', { name: 'Rediger' }).click();
    await nameField().fill('');
    await page.getByLabel('Start').fill('31.2.2026');
    await page.getByLabel('Kunde').fill('a');
    const hits = page.getByRole('list', { name: 'Kunder som passer' });
    await hits.getByRole('button').first().waitFor();
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('Skriv inn et navn').waitFor();
  }],
  ['kunde', async () => {
    await page.getByRole('button', { name: 'Forkast endringene' }).click();
    await page.goto(`${product.url}/kunder`);
    await page.getByRole('row').nth(2).getByRole('link').click();
    await link('Prosjektene til kunden').waitFor();
  }],
];

for (const [name, reach] of stations) {
  test(`${name} is accessible in every look`, { timeout }, async () => {
    await reach();
    await painted(page);
    await inEveryLook(page, name);
    assert.deepEqual(page.errors, []);
  });
}
