// Chromium's own password manager has the login of a person saved. It fills the person's forms, and
// leaves alone those that ask for another's login: a person's password is not an API user's.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { openPageIn, screenshot } from './browser.mjs';
import { painted } from './looks.mjs';
import { launchWithLogin } from './password_manager.mjs';
import { Person } from './person.mjs';
import { logins, startProduct } from './product.mjs';

const timeout = 120_000;
const [username, password] = logins.manager;
const loginForm = '<!doctype html><form method="post"><input name="username" ' +
  'autocomplete="username"><input name="password" type="password" ' +
  'autocomplete="current-password"><button>Logg inn</button></form>';
let browser, product, page, person;

before(async () => {
  product = await startProduct();
  browser = await launchWithLogin(product.url, logins.manager);
  page = await openPageIn(browser.context);
  person = new Person(page);
});
after(async () => {
  await browser?.stop();
  await product?.stop();
});

// What is filled is told to nobody, not even to the page, before somebody has touched it.
const touch = (where) => where.locator('html').click({ position: { x: 5, y: 5 } });

const isFilled = (where) => where.waitForFunction(() =>
  document.querySelector('input[type=password]')?.matches(':autofill'));

async function logOut() {
  await person.press(person.button(person.words.logOut));
  await person.sees('Logg inn');
}

async function values(usernameLabel, passwordLabel) {
  await touch(page);
  return [await person.field(usernameLabel).inputValue(),
    await person.field(passwordLabel).inputValue()];
}

// Until the password manager has looked at a form that came after the page's own.
async function passwordManagerHasLooked() {
  await painted(page);
  const other = await openPageIn(browser.context);
  const answer = { contentType: 'text/html', body: loginForm };
  await other.route('**/*', (route) => route.fulfill(answer));
  await other.goto(`${product.url}/kontroll`);
  await isFilled(other);
  await other.close();
  await page.bringToFront();
}

async function staysEmpty() {
  const { apiUser, apiPassword } = person.words;
  await person.field(apiPassword).waitFor();
  await passwordManagerHasLooked();
  assert.deepEqual(await values(apiUser, apiPassword), ['', '']);
  assert.equal(await page.locator('input:autofill').count(), 0);
}

// The end of the field of the password, where the eye is.
async function pictureOfEye() {
  await painted(page);
  const { x, y, width, height } = await person.field(person.words.password).boundingBox();
  return page.screenshot({ clip: { x: x + width - 52, y: y + 2, width: 50, height: height - 4 } });
}

test('the first page is filled, and leads on', { timeout }, async () => {
  await page.goto(`${product.url}/registrer`);
  await isFilled(page);
  assert.deepEqual(await values(person.words.username, person.words.password),
    [username, password]);
  await person.press(person.button(person.words.next));
  await person.chooseTenant();
});

test('the form of the API user stays empty', { timeout }, async () => {
  await person.sees(person.words.apiUserTitle);
  await staysEmpty();
});

test('the form of another API user stays empty', { timeout }, async () => {
  await person.connectLater();
  await page.goto(`${product.url}/innstillinger/24sevenoffice/konto`);
  await person.sees('Bytt konto');
  await staysEmpty();
});

test('the log-in page is filled, and the button logs in', { timeout }, async () => {
  await logOut();
  await page.goto(`${product.url}/logg-inn`);
  await isFilled(page);
  assert.deepEqual(await values(person.words.username, person.words.password),
    [username, password]);
  await person.press(person.button('Logg inn'));
  await person.sees('24SevenOffice');
  assert.deepEqual(page.errors, []);
});

test('what is filled covers neither frame nor eye', { timeout }, async () => {
  await logOut();
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${product.url}/logg-inn`);
    await isFilled(page);
    await touch(page);
    await painted(page);
    await screenshot(page, `logg-inn-utfylt-${colorScheme}`);
    const filled = await pictureOfEye();
    await person.field(person.words.password).fill('');
    await touch(page);
    assert.ok(filled.equals(await pictureOfEye()), colorScheme);
  }
});
