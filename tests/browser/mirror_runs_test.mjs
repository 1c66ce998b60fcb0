// A run while it goes on and afterwards, in a real browser and by the keyboard alone: its progress,
// stopped and gone on with, and its records page by page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { checkAccessibility, launchBrowser, openPage } from './browser.mjs';
import { Keyboard } from './keyboard.mjs';
import { inEveryLook } from './looks.mjs';
import { Person } from './person.mjs';
import { startProduct } from './product.mjs';

const timeout = 120_000;
const settings = '/innstillinger/24sevenoffice';
let browser, product, page, keyboard;

before(async () => {
  // So many that the first run takes longer than somebody takes to stop it.
  [browser, product] = await Promise.all([launchBrowser(), startProduct(['--projects', '60000'])]);
  page = await openPage(browser);
  keyboard = new Keyboard(page);
});
after(async () => {
  await browser?.close();
  await product?.stop();
});

const progress = (name) => page.getByRole('progressbar', { name, exact: true });

test('the first run is stopped on its way, and gone on with', { timeout }, async () => {
  const person = new Person(page, { hands: 'keyboard' });
  await page.goto(`${product.url}/registrer`);
  await person.signIn();
  await person.chooseTenant();
  await person.addApiUser();
  await person.connect();
  await keyboard.press('Avbryt speilingen');
  await keyboard.says('Speilingen er avbrutt');
  await inEveryLook(page, 'avbrutt');
  await keyboard.press('Fortsett speilingen');
  await progress('Prosjekter').waitFor();
  await page.getByText('Speilingen er ferdig').first().waitFor({ timeout: 60_000 });
});

test('a run tells how far it is without a reload, and stops when it is told to', { timeout },
  async () => {
    const slow = encodeURIComponent('latency=4000');
    await product.simulator.control(`/fault?set=${slow}`);
    await page.goto(product.url + settings);
    await keyboard.press('Sammenlign alt');
    await progress('Kunder').waitFor();
    const told = await progress('Kunder').getAttribute('aria-valuetext');
    // The next kind is counted when its list has come.
    await page.waitForFunction((before) => {
      const bar = document.querySelector('progress[aria-label=Kunder]');
      return bar && bar.getAttribute('aria-valuetext') !== before;
    }, told);
    // Quicker than every look, since the run goes on meanwhile.
    await checkAccessibility(page, 'speiler');
    await keyboard.press('Avbryt');
    await keyboard.at('button', 'Synk nå').waitFor();
    await product.simulator.control('/clear');
    await keyboard.says('Speilingen er avbrutt');
    await inEveryLook(page, 'stanset');
  });

test('page 5 shows a run that is on its way, and goes on to after a reload', { timeout },
  async () => {
    const slow = encodeURIComponent('latency=1500');
    await product.simulator.control(`/fault?set=${slow}`);
    await page.goto(`${product.url}/registrer/ferdig`);
    await keyboard.press('Fortsett speilingen');
    await progress('Prosjekter').waitFor();
    await checkAccessibility(page, 'speiler på side 5');
    await page.reload();
    await progress('Prosjekter').waitFor();
    const told = () => page.getByRole('progressbar')
      .evaluateAll((bars) => bars.map((bar) => bar.getAttribute('aria-valuetext')).join());
    const before = await told();
    while (await told() === before) await page.waitForTimeout(100);
    assert.ok(await told(), 'the run goes on');
    await checkAccessibility(page, 'speiler på side 5, lastet på nytt');
    await keyboard.press('Avbryt speilingen');
    await product.simulator.control('/clear');
    await keyboard.says('Speilingen er avbrutt');
    assert.deepEqual(page.errors, []);
  });

test('the records of a run are read page by page, searched, and lead to each', { timeout },
  async () => {
    await page.goto(product.url + settings);
    await keyboard.follow('Tidligere speilinger');
    await keyboard.sees('Tidligere speilinger');
    const runs = page.getByRole('row').getByRole('link');
    await keyboard.reach(runs.last());
    await keyboard.key('Enter');
    await keyboard.follow(/prosjekter opprettet$/);
    await keyboard.sees('Prosjekter: opprettet');
    await keyboard.says(/^Viser 1–/);
    await inEveryLook(page, 'oppforinger');
    await keyboard.follow('Neste side');
    await page.waitForURL(/fra=\d+/);
    await page.getByText(/^Viser 1–/).waitFor({ state: 'detached' });
    await keyboard.follow('Forrige side');
    await keyboard.says(/^Viser 1–/);
    await keyboard.write('Søk i listen', '1003');
    await page.waitForURL(/sok=1003/);
    await page.reload();
    assert.equal(await page.getByLabel('Søk i listen').inputValue(), '1003');
    await keyboard.follow('Tilbake til 24SevenOffice');
    await keyboard.sees('24SevenOffice');
    assert.deepEqual(page.errors, []);
  });
