// Letters with links, a forgotten password and the own profile, in real browsers with a real mail
// server.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { MailServer } from '../process/mail_server.mjs';
import { launchBrowser, openPage } from './browser.mjs';
import { inEveryLook } from './looks.mjs';
import { Person } from './person.mjs';
import { startProduct } from './product.mjs';

const timeout = 180_000;
const email = 'tone.bakke@firma.example';
const gone = 'borte@firma.example';
let browser, server, product, admin, guest;

const heading = (page, name) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const press = (page, name) => page.getByRole('button', { name, exact: true }).first().click();
const field = (page, name) => page.getByLabel(name, { exact: true });
const linkIn = (letter, path) =>
  new RegExp(`${product.url}${path}#[\\w-]{43}`).exec(letter.text)[0];

before(async () => {
  browser = await launchBrowser();
  server = await MailServer.start(['--refuse', gone]);
  product = await startProduct([], {
    BUSY24_SMTP_URL: `smtp://127.0.0.1:${server.port}`,
    BUSY24_SMTP_SENDER: 'busy@busy.example.no',
  });
  admin = await openPage(browser);
  guest = await openPage(browser);
  await admin.goto(`${product.url}/registrer`);
  await new Person(admin).onboard();
});
after(async () => {
  await browser?.close();
  await product?.stop();
  await server?.stop();
});

test('people are invited by letter, and a letter that does not arrive is seen', { timeout },
  async () => {
    await admin.goto(`${product.url}/brukere/ny`);
    await heading(admin, 'Legg til bruker');
    for (const address of [email, gone]) {
      await field(admin, 'E-postadresse').fill(address);
      await field(admin, 'E-postadresse').press('Enter');
      await admin.getByRole('button', { name: `Fjern ${address}` }).waitFor();
    }
    await press(admin, 'Inviter (2)');
    await admin.getByText('Hver av dem får en e-post').waitFor();
    await inEveryLook(admin, 'invitert-med-e-post');
    const [letter] = await server.lettersTo(email);
    await guest.goto(linkIn(letter, '/invitasjon'));
    await field(guest, 'Navnet ditt').fill('Tone Bakke');
    await field(guest, 'Nytt passord').fill('en lang nok setning');
    await press(guest, 'Kom i gang');
    await heading(guest, 'Prosjekter');
    await admin.goto(`${product.url}/brukere`);
    await admin.getByText('E-posten kom ikke fram').waitFor();
    await inEveryLook(admin, 'brukere-med-e-post');
    await admin.getByRole('link', { name: gone }).click();
    await admin.getByText('E-postserveren tok ikke imot: 550 5.1.1 No such user here').waitFor();
    await inEveryLook(admin, 'invitasjon-kom-ikke-fram');
  });

test('a forgotten password is chosen anew by a link, by the keyboard', { timeout }, async () => {
  await press(guest, 'Logg ut');
  await heading(guest, 'Logg inn');
  await guest.getByRole('radio', { name: 'Busy-passord' }).check({ force: true });
  const person = new Person(guest, { hands: 'keyboard' });
  await person.tabTo(guest.getByRole('link', { name: 'Glemt passordet?' }));
  await guest.keyboard.press('Enter');
  await heading(guest, 'Glemt passord');
  await inEveryLook(guest, 'glemt-passord');
  await person.write(field(guest, 'E-postadresse'), email);
  await guest.keyboard.press('Enter');
  await heading(guest, 'Se etter en e-post');
  await inEveryLook(guest, 'glemt-passord-sendt');
  const [, letter] = await server.lettersTo(email, 2);
  const link = linkIn(letter, '/nytt-passord');
  await guest.goto(link);
  await heading(guest, 'Velg nytt passord');
  await inEveryLook(guest, 'nytt-passord');
  await person.write(field(guest, 'Nytt passord'), 'en helt ny og lang setning');
  await guest.keyboard.press('Enter');
  await heading(guest, 'Prosjekter');
  const page = await openPage(browser);
  await page.goto(link);
  await heading(page, 'Lenken er brukt');
  await inEveryLook(page, 'nytt-passord-brukt');
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('an administrator makes a link for a new password', { timeout }, async () => {
  await admin.goto(`${product.url}/brukere`);
  await admin.getByRole('link', { name: 'Tone Bakke' }).click();
  await heading(admin, 'Tone Bakke');
  await press(admin, 'Lag lenke for nytt passord');
  await admin.getByText(`Lenken er også sendt til ${email}.`).waitFor();
  await inEveryLook(admin, 'bruker-ny-lenke');
  await server.lettersTo(email, 3);
});

test('people keep their own profile', { timeout }, async () => {
  await guest.getByRole('link', { name: 'Profil' }).click();
  await heading(guest, 'Profil');
  await guest.getByText('Denne nettleseren').waitFor();
  await inEveryLook(guest, 'profil');
  await field(guest, 'Nåværende passord').fill('det er feil');
  await field(guest, 'Nytt passord').fill('enda en lang setning');
  await press(guest, 'Endre passord');
  await guest.getByText('Passordet stemmer ikke').first().waitFor();
  await inEveryLook(guest, 'profil-feil-passord');
  await field(guest, 'Nåværende passord').fill('en helt ny og lang setning');
  await field(guest, 'Nytt passord').fill('enda en lang setning');
  await press(guest, 'Endre passord');
  await guest.getByText('Passordet er endret').first().waitFor();
  await field(guest, 'Navn').fill('Tone Bakke Lie');
  await press(guest, 'Lagre');
  await guest.getByText('Tone Bakke Lie').first().waitFor();
  await guest.reload();
  await heading(guest, 'Profil');
  assert.equal(await field(guest, 'Navn').inputValue(), 'Tone Bakke Lie');
  assert.deepEqual([...admin.errors, ...guest.errors], []);
});
