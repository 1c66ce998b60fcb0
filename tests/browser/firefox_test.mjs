// From page 1 to the settings of a connected account in Firefox: painted and with the mouse, and as
// ordinary HTML with the keyboard alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { launchFirefox } from './firefox.mjs';
import { Person } from './person.mjs';
import { startProduct } from './product.mjs';

// Two of the machine's processors paint without a graphics card.
const timeout = 300_000;

// One after the other, since each goes on where the last one stopped.
const stations = [
  ['1-registrer', (person) => person.sees(person.words.signInTitle)],
  ['2-klient', async (person) => {
    await person.signIn();
    await person.sees(person.words.tenantTitle);
  }],
  ['3-api-bruker', async (person) => {
    await person.chooseTenant();
    await person.sees(person.words.apiUserTitle);
  }],
  ['4-oppsett', async (person) => {
    await person.addApiUser();
    await person.sees(person.words.optionsTitle);
    await person.page.getByText('hentes').waitFor();
  }],
  ['5-ferdig', async (person) => {
    await person.connect();
    await person.waitsForMirror();
  }],
  ['innstillinger', async (person) => {
    await person.press(person.button(person.words.toSettings));
    await person.sees('24SevenOffice');
    await person.page.getByText('Granlund Bygg og Anlegg AS').waitFor();
  }],
];

async function goAllTheWay({ hasWebGl, hands, look }) {
  const product = await startProduct();
  let firefox;
  try {
    firefox = await launchFirefox({ hasWebGl });
    const page = await firefox.newPage();
    const person = new Person(page, { hands });
    await page.goto(`${product.url}/registrer`);
    for (const [name, reach] of stations) {
      await reach(person);
      assert.equal(await page.evaluate(() => document.body.className), look, name);
      await page.screenshot(`firefox-${look}-${name}`);
      const { wide, screen } = await page.evaluate(() => (
        { wide: document.documentElement.scrollWidth, screen: innerWidth }));
      assert.ok(wide <= screen, `${name} is ${wide} pixels wide on ${screen}`);
    }
    assert.equal(new URL(page.url()).pathname, '/innstillinger/24sevenoffice');
    assert.deepEqual(page.errors, []);
  } finally {
    await firefox?.stop();
    await product.stop();
  }
}

test('Firefox, painted, with the mouse', { timeout }, () =>
  goAllTheWay({ hasWebGl: true, hands: 'mouse', look: 'live' }));

test('Firefox without WebGL, with the keyboard alone', { timeout }, () =>
  goAllTheWay({ hasWebGl: false, hands: 'keyboard', look: 'plain' }));
