// Inviting somebody, becoming a user, and logging in with a Busy password, in two real browsers.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launchBrowser, openPage } from './browser.mjs';
import { inEveryLook } from './looks.mjs';
import { Person } from './person.mjs';
import { startProduct } from './product.mjs';

const timeout = 120_000;
const email = 'tone.bakke@firma.example';
const password = 'en lang nok setning';
let browser, product, admin, guest, link;

const heading = (page, name) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const field = (page, name) => page.getByLabel(name, { exact: true });

before(async () => {
  browser = await launchBrowser();
  product = await startProduct();
  admin = await openPage(browser);
  guest = await openPage(browser);
  await admin.goto(`${product.url}/registrer`);
  await new Person(admin).onboard();
});
after(async () => {
  await browser?.close();
  await product?.stop();
});

test('somebody is invited by e-mail, and the link is to be had', { timeout }, async () => {
  await admin.goto(`${product.url}/brukere`);
  await heading(admin, 'Brukere');
  await admin.getByRole('link', { name: 'Legg til bruker' }).click();
  await heading(admin, 'Legg til bruker');
  await admin.getByRole('checkbox').nth(2).check();
  await field(admin, 'E-postadresse').fill(email);
  await field(admin, 'E-postadresse').press('Enter');
  await admin.getByRole('button', { name: `Fjern ${email}` }).waitFor();
  await inEveryLook(admin, 'legg-til-bruker');
  await press(admin, 'Inviter (2)');
  await admin.getByText('2 er invitert').waitFor();
  await inEveryLook(admin, 'invitert');
  link = await admin.getByText(/\/invitasjon#/).first().textContent();
  assert.ok(link.startsWith(`${product.url}/invitasjon#`));
});

test('the invited person chooses a password and is in', { timeout }, async () => {
  await guest.goto(link);
  await heading(guest, 'Velkommen til Granlund Bygg og Anlegg AS');
  await field(guest, 'Navnet ditt').fill('Tone Bakke');
  await field(guest, 'Nytt passord').fill('for kort');
  await press(guest, 'Kom i gang');
  await guest.getByText('Passordet må ha minst 15 tegn').first().waitFor();
  await inEveryLook(guest, 'invitasjon');
  await field(guest, 'Nytt passord').fill(password);
  await press(guest, 'Kom i gang');
  await heading(guest, 'Prosjekter');
  assert.equal(await guest.getByRole('link', { name: 'Brukere' }).count(), 0);
});

test('a link that is used says so', { timeout }, async () => {
  const page = await openPage(browser);
  await page.goto(link);
  await heading(page, 'Invitasjonen er brukt');
  await page.getByText('Be Ingrid Solheim i Granlund Bygg og Anlegg AS om en ny lenke.').waitFor();
  await inEveryLook(page, 'invitasjon-brukt');
  await page.context().close();
});

test('the user comes back by the keyboard, with the Busy password', { timeout }, async () => {
  await press(guest, 'Logg ut');
  await heading(guest, 'Logg inn');
  const person = new Person(guest, { hands: 'keyboard' });
  await person.tabTo(guest.getByRole('radio', { name: '24SevenOffice' }));
  await guest.keyboard.press('ArrowRight');
  await person.write(field(guest, 'E-postadresse'), email);
  await person.write(field(guest, 'Passord'), password);
  await inEveryLook(guest, 'logg-inn-busy');
  await guest.keyboard.press('Enter');
  await heading(guest, 'Prosjekter');
});

test('a user who is deactivated is out at once', { timeout }, async () => {
  await admin.goto(`${product.url}/brukere`);
  await admin.getByRole('link', { name: 'Tone Bakke' }).waitFor();
  await inEveryLook(admin, 'brukere');
  await admin.getByRole('link', { name: 'Tone Bakke' }).click();
  await heading(admin, 'Tone Bakke');
  await inEveryLook(admin, 'bruker');
  await press(admin, 'Deaktiver brukeren');
  await admin.getByRole('button', { name: 'Aktiver brukeren igjen' }).waitFor();
  await guest.goto(`${product.url}/prosjekter`);
  await heading(guest, 'Logg inn');
  assert.deepEqual([...admin.errors, ...guest.errors], []);
});
