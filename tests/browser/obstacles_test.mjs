// What can go wrong on the way in, and that nothing entered is lost by it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launchBrowser, openPage } from './browser.mjs';
import { Person } from './person.mjs';
import { logins, startProduct } from './product.mjs';

const timeout = 120_000;
let browser, product, page, person;
before(async () => { browser = await launchBrowser(); });
after(() => browser?.close());

// Each with a product and a page of its own.
const check = (name, act) => test(name, { timeout }, async () => {
  product = await startProduct();
  page = await openPage(browser);
  person = new Person(page);
  try {
    await page.goto(`${product.url}/registrer`);
    await act();
    assert.deepEqual(page.errors, []);
  } finally {
    await page.context().close();
    await product.stop();
  }
});

check('a wrong password is one sentence, and only the password is asked for again', async () => {
  await person.signIn([logins.manager[0], 'feil passord']);
  await page.getByText('Feil e-postadresse eller passord').first().waitFor();
  assert.equal(await person.field(person.words.username).inputValue(), logins.manager[0]);
  const password = person.field(person.words.password);
  await page.waitForFunction((element) => element === document.activeElement,
    await password.elementHandle());
  await person.write(password, logins.manager[1]);
  await person.press(person.button(person.words.next));
  await person.sees(person.words.tenantTitle);
});

check('24SevenOffice is down, and then it is not', async () => {
  await product.simulator.control('/down');
  await person.signIn();
  await page.getByText('24SevenOffice svarer ikke').first().waitFor();
  await product.simulator.control('/up');
  await person.write(person.field(person.words.password), logins.manager[1]);
  await person.press(person.button(person.words.next));
  await person.sees(person.words.tenantTitle);
});

check('every page survives a reload, and Back goes one page back', async () => {
  const reload = async (title) => {
    await person.sees(title);
    await page.reload();
    await person.sees(title);
  };
  await reload(person.words.signInTitle);
  await person.signIn();
  await reload(person.words.tenantTitle);
  await person.chooseTenant();
  await reload(person.words.apiUserTitle);
  await page.goBack();
  await person.sees(person.words.tenantTitle);
  await page.goForward();
  await person.addApiUser();
  await reload(person.words.optionsTitle);
  await person.connect();
  await person.waitsForMirror();
  await reload(person.words.finishedTitle);
  await person.press(person.button(person.words.toSettings));
  await reload('24SevenOffice');
});

check('an accountant chooses among the clients, and the chosen one is connected', async () => {
  await person.signIn(logins.accountant);
  await person.sees(person.words.tenantTitle);
  const choices = page.getByRole('radio');
  assert.equal(await choices.count(), 3);
  assert.ok(await choices.first().isChecked());
  await choices.nth(1).check();
  await person.chooseTenant();
  await person.addApiUser(logins.apiUserOfAll);
  await person.connect();
  await person.waitsForMirror();
});

check('a login whose default client is blocked goes on with the others', async () => {
  await person.signIn(logins.blocked);
  await person.sees(person.words.tenantTitle);
  assert.equal(await page.getByRole('radio').count(), 2);
  assert.equal(await page.getByRole('radio', { checked: true }).count(), 0);
  await person.chooseTenant(/Nordlys/);
  await person.connectLater();
});

check('an API user with too few rights is told which are missing', async () => {
  await person.signIn();
  await person.chooseTenant();
  await person.sees(person.words.apiUserTitle);
  await person.write(person.field(person.words.apiUser), logins.limited[0]);
  await person.write(person.field(person.words.apiPassword), logins.limited[1]);
  await person.press(person.button(person.words.next));
  await page.getByText('API-brukeren kan ikke brukes ennå').first().waitFor();
  await page.getByText('Mangler').first().waitFor();
  await person.addApiUser();
  await person.sees(person.words.optionsTitle);
});

check('without an API user for now, the connection works and the settings remind', async () => {
  await person.signIn();
  await person.chooseTenant();
  await person.connectLater();
  await person.press(person.button(person.words.toSettings));
  await page.getByText('Koblingen mangler en API-bruker').first().waitFor();
});

check('the person’s own login serves as API user, after a warning', async () => {
  await person.signIn();
  await person.chooseTenant();
  await person.sees(person.words.apiUserTitle);
  await person.press(person.button('Bruk samme innlogging'));
  await page.getByText('Da avhenger koblingen av deg').first().waitFor();
  await person.press(person.button('Bruk min innlogging likevel'));
  await person.connect();
  await person.waitsForMirror();
});

check('two people connect two clients at the same time', async () => {
  const other = new Person(await openPage(browser));
  try {
    await other.page.goto(`${product.url}/registrer`);
    await Promise.all([person.onboard(), (async () => {
      await other.signIn(logins.accountant);
      await other.chooseTenant(/Havbris/);
      await other.addApiUser(logins.apiUserOfAll);
      await other.connect();
      await other.waitsForMirror();
    })()]);
    assert.deepEqual(other.page.errors, []);
  } finally {
    await other.page.context().close();
  }
});

check('the administrator logs out, and in again', async () => {
  await person.onboard();
  await person.press(person.button(person.words.toSettings));
  await person.press(person.button(person.words.logOut));
  await person.sees('Logg inn');
  await person.write(person.field(person.words.username), logins.manager[0]);
  await person.write(person.field(person.words.password), logins.manager[1]);
  await person.press(person.button('Logg inn'));
  await person.sees('24SevenOffice');
});

check('the proxy is killed while page 4 is open: one log-in later all is as it was', async () => {
  await person.signIn();
  await person.chooseTenant();
  await person.addApiUser();
  await person.sees(person.words.optionsTitle);
  await product.restart('SIGKILL');
  await page.reload();
  await page.getByText('Logg inn på nytt for å fortsette der du slapp').waitFor();
  await person.signIn();
  await person.connect();
  await person.waitsForMirror();
});
