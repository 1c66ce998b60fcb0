// People and their work by the keyboard alone: inviting, coming in, users, the own profile,
// first-time setup, a new project with members, and the help.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launchBrowser, openPage } from './browser.mjs';
import { Keyboard } from './keyboard.mjs';
import { logins } from './product.mjs';
import { become, busyPassword, startConnected } from './workspace.mjs';

const timeout = 120_000;
const setup = '/innstillinger/24sevenoffice/forstegangsoppsett';
const email = 'tone.bakke@firma.example';
let browser, product, administrator, admin, guest, links;

before(async () => {
  [browser, { product, administrator }] =
    await Promise.all([launchBrowser(), startConnected(['--projects', '20'])]);
  await administrator.must('PUT', 'connection/single-sign-on', { isOn: true, makesLinks: false });
  admin = new Keyboard(await openPage(browser));
  guest = new Keyboard(await openPage(browser));
  await become(admin.page.context(), administrator);
});
after(async () => {
  await browser?.close();
  await product?.stop();
});

const go = (keyboard, path) => keyboard.page.goto(product.url + path);

test('one of 24SevenOffice and another are invited', { timeout }, async () => {
  await go(admin, '/brukere');
  await admin.follow('Legg til bruker');
  await admin.sees('Legg til bruker');
  await admin.turn('checkbox', /^Øyvind Bråten/);
  await admin.write('E-postadresse', email);
  await admin.key('Enter');
  await admin.at('button', `Fjern ${email}`).waitFor();
  await admin.press('Inviter (2)');
  await admin.says('2 er invitert');
  const linkTo = (who) => admin.page.locator('p', { hasText: `Lenken til ${who}` })
    .locator('+ p').textContent();
  links = { tone: await linkTo(email), oyvind: await linkTo('Øyvind Bråten') };
});

test('one comes in with a new password, and out', { timeout }, async () => {
  const { users } = await administrator.must('GET', 'users');
  assert.equal(users.filter(({ state }) => state === 'invited').length, 2);
  await guest.page.goto(links.tone);
  await guest.sees('Velkommen til Granlund Bygg og Anlegg AS');
  await guest.press('Jeg har ingen 24SevenOffice-konto');
  await guest.write('Navnet ditt', 'Tone Bakke');
  await guest.write('Nytt passord', busyPassword);
  await guest.key('Enter');
  await guest.sees('Prosjekter');
  await guest.press('Logg ut');
  await guest.sees('Logg inn');
});

test('the other comes in with the 24SevenOffice account, and once more', { timeout }, async () => {
  const [username, password] = logins.employee;
  await guest.page.goto(links.oyvind);
  await guest.sees('Velkommen til Granlund Bygg og Anlegg AS');
  await guest.write('24SevenOffice brukernavn', username);
  await guest.write('24SevenOffice passord', password);
  await guest.key('Enter');
  await guest.sees('Prosjekter');
  await guest.press('Logg ut');
  await guest.sees('Logg inn');
  await guest.write('24SevenOffice brukernavn', username);
  await guest.write('24SevenOffice passord', password);
  await guest.press('Logg inn');
  await guest.sees('Prosjekter');
  await guest.press('Logg ut');
  await guest.sees('Logg inn');
});

test('a profile is changed, and everybody else logged out', { timeout }, async () => {
  for (let times = 0; times < 2; ++times) {
    if (times) await guest.page.context().clearCookies();
    await go(guest, '/logg-inn');
    await guest.choose('Busy-passord', 'Logg inn med');
    await guest.write('E-postadresse', email);
    await guest.write('Passord', busyPassword);
    await guest.key('Enter');
    await guest.sees('Prosjekter');
  }
  await guest.follow('Profil');
  await guest.sees('Profil');
  await guest.write('Navn', 'Tone Bakke Lie');
  await guest.press('Lagre');
  await guest.says('Lagret');
  await guest.press('Logg ut alle andre');
  await guest.says('Du er bare logget inn her.');
  await guest.write('Nåværende passord', busyPassword);
  await guest.write('Nytt passord', `${busyPassword} til`);
  await guest.press('Endre passord');
  await guest.says('Passordet er endret');
});

test('a user is found, gets another role, is deactivated and let in again', { timeout },
  async () => {
    await go(admin, '/brukere');
    await admin.write('Søk etter navn eller e-post', 'tone');
    await admin.follow('Tone Bakke Lie');
    await admin.sees('Tone Bakke Lie');
    await admin.select('Rolle', 'Admin');
    await administrator.until('users', ({ users }) =>
      users.some((user) => user.email === email && user.role === 'administrator'));
    await admin.press('Lag lenke for nytt passord');
    await admin.says(/\/nytt-passord#/);
    await admin.press('Deaktiver brukeren');
    await admin.press('Aktiver brukeren igjen');
    await admin.at('button', 'Deaktiver brukeren').waitFor();
  });

test('an invitation gets a new link, and is withdrawn', { timeout }, async () => {
  await go(admin, '/brukere/ny');
  await admin.write('E-postadresse', 'per.moen@firma.example');
  await admin.press('Legg til i listen');
  await admin.press('Inviter (1)');
  await admin.says('1 er invitert');
  await admin.follow('Tilbake til brukere');
  await admin.follow('per.moen@firma.example');
  await admin.press('Lag ny lenke');
  await admin.says(/\/invitasjon#/);
  await admin.press('Trekk tilbake invitasjonen');
  await admin.sees('Brukere');
});

test('first-time setup: who is missing, a reminder, carrying out and undoing', { timeout },
  async () => {
    await go(admin, setup);
    await admin.sees('Førstegangsoppsett');
    await admin.choose(/^Mangler/, 'Vis');
    await admin.page.waitForURL(/vis=mangler$/);
    await admin.follow('Anne Sunde');
    await admin.sees('Anne Sunde');
    await admin.press('Send påminnelse');
    await admin.says('1 har fått en ny invitasjon');
    await go(admin, `${setup}?vis=mangler`);
    await admin.press(/^Gjennomfør \(/);
    await admin.says('Ingenting å gjøre');
    await admin.press('Angre');
    await admin.says(/^Angret: /);
  });

test('a project is made, and somebody becomes its manager and leaves', { timeout }, async () => {
  await go(admin, '/prosjekter');
  await admin.press('Nytt prosjekt');
  await admin.sees('Nytt prosjekt');
  await admin.write('Navn', 'Carport i Skogveien');
  await admin.press('Opprett prosjektet');
  await admin.sees('Carport i Skogveien');
  await admin.write('Legg til deltaker', 'tone');
  await admin.press('Legg til Tone Bakke Lie');
  await admin.says('Tone Bakke Lie er deltaker');
  await admin.select('Rolle for Tone Bakke Lie', 'Prosjektleder');
  await admin.says('Tone Bakke Lie er prosjektleder');
  await admin.press('Ta ut Tone Bakke Lie');
  await admin.says('Tone Bakke Lie er tatt ut av prosjektet');
});

test('the help is searched, read and answered', { timeout }, async () => {
  await admin.follow('Hjelp');
  await admin.sees('Hjelp');
  await admin.write('Søk i hjelpen', 'integrasjonsbruker');
  await admin.at('link', 'Invitere kolleger').waitFor({ state: 'detached' });
  await admin.follow('API-brukeren');
  await admin.sees('API-brukeren');
  await admin.choose('Ja', 'Fant du svaret?');
  await admin.press('Send svaret');
  await admin.says('Takk! Svaret er lagret for administratoren.');
  assert.deepEqual([...admin.page.errors, ...guest.page.errors], []);
});
