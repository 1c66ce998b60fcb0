// By the keyboard alone: one of several clients, one of several workspaces, one of the problems.
// And the form for an invited person's 24SevenOffice account, in every language and look.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { checkAccessibility, launchBrowser, openPage, phone } from './browser.mjs';
import { Keyboard } from './keyboard.mjs';
import { inEveryLook, painted } from './looks.mjs';
import { Person } from './person.mjs';
import { logins } from './product.mjs';
import { words } from './words.mjs';
import { become, firstOf, invite, onTheWay, startConnected } from './workspace.mjs';

const timeout = 60_000;
const [username, password] = logins.accountant;
let browser, product, administrator, keyboard;

before(async () => {
  [browser, { product, administrator }] =
    await Promise.all([launchBrowser(), startConnected(['--projects', '20'])]);
  keyboard = new Keyboard(await openPage(browser));
});
after(async () => {
  await browser?.close();
  await product?.stop();
});

const go = (path) => keyboard.page.goto(product.url + path);

test('one of several clients is chosen and connected', { timeout }, async () => {
  await go('/registrer');
  await keyboard.write('24SevenOffice brukernavn', username);
  await keyboard.write('24SevenOffice passord', password);
  await keyboard.key('Enter');
  await keyboard.sees('Velg klient');
  await keyboard.choose(/^Havbris/, 'Klient');
  await keyboard.press('Lag din Busy-konto');
  await new Person(keyboard.page, { hands: 'keyboard' }).connectLater();
  // The workspace that was made is the chosen client's.
  await keyboard.press('Gå til innstillingene');
  await keyboard.says(/^Havbris/);
  await keyboard.press('Logg ut');
  await keyboard.sees('Logg inn');
});

test('who is in several workspaces opens one of them', { timeout }, async () => {
  await onTheWay(product, logins.accountant, 'Solgløtt', 'finished');
  await go('/logg-inn');
  await keyboard.write('24SevenOffice brukernavn', username);
  await keyboard.write('24SevenOffice passord', password);
  await keyboard.key('Enter');
  await keyboard.sees('Velg arbeidsområde');
  await keyboard.choose(/^Solgløtt/, 'Arbeidsområde');
  await keyboard.press('Åpne arbeidsområdet');
  await keyboard.sees('24SevenOffice');
  await keyboard.says(/^Solgløtt/);
  await keyboard.press('Logg ut');
  await keyboard.sees('Logg inn');
});

test('one problem is tried again, and the other stays', { timeout }, async () => {
  const refusal = 'fault=You do not have permission,operation=SaveProject';
  await product.simulator.control(`/fault?set=${encodeURIComponent(refusal)}`);
  const save = async (name) => administrator.must('POST', 'project', { id: '', version: 0, name,
    customerId: '', startsOn: '', endsOn: '', description: '' });
  for (const name of ['Carport i Skogveien', 'Uthus i Skogveien']) await save(name);
  const problems = (count) =>
    administrator.until('mirror', (mirror) => mirror.problems.length === count);
  await problems(2);
  await product.simulator.control('/clear');
  await become(keyboard.page.context(), administrator);
  await go('/innstillinger/24sevenoffice');
  await keyboard.press('Prøv igjen: Carport i Skogveien');
  await keyboard.gone('Prøv igjen: Carport i Skogveien');
  const { problems: [left] } = await problems(1);
  assert.equal(left.label, 'Uthus i Skogveien');
  await keyboard.at('button', 'Prøv igjen: Uthus i Skogveien').waitFor();
});

test('an invited person is asked for the 24SevenOffice account', { timeout }, async () => {
  await administrator.must('PUT', 'connection/single-sign-on', { isOn: true, makesLinks: false });
  const { path } = await invite(administrator, 'tone.bakke@firma.example');
  const page = await openPage(browser);
  await page.goto(product.url + path);
  await page.getByLabel(words.nb.password, { exact: true }).waitFor();
  await inEveryLook(page, 'invitasjon-sso');
  await page.setViewportSize(phone.viewport);
  for (const language of ['nn', 'en']) {
    await page.getByRole('combobox').first().selectOption(language);
    await page.getByLabel(words[language].password, { exact: true }).waitFor();
    await painted(page);
    await checkAccessibility(page, `the invitation in ${language}`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= phone.viewport.width, `${width} pixels wide in ${language}`);
  }
  assert.deepEqual([...page.errors, ...keyboard.page.errors], []);
});
