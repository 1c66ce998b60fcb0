// Every settings page by the keyboard alone, up to the end of the workspace.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { launchBrowser, openPage } from './browser.mjs';
import { Keyboard } from './keyboard.mjs';
import { logins } from './product.mjs';
import { become, startConnected } from './workspace.mjs';

const timeout = 120_000;
const settings = '/innstillinger/24sevenoffice';
const workspace = 'Granlund Bygg og Anlegg AS';
let browser, product, administrator, keyboard;

before(async () => {
  [browser, { product, administrator }] =
    await Promise.all([launchBrowser(), startConnected(['--projects', '20'])]);
  keyboard = new Keyboard(await openPage(browser));
  await become(keyboard.page.context(), administrator);
});
after(async () => {
  await browser?.close();
  await product?.stop();
});

const go = (path) => keyboard.page.goto(product.url + path);
const isOn = (name) => keyboard.at('switch', name).isChecked();

async function download(name) {
  const [file] = await Promise.all([
    keyboard.page.waitForEvent('download'), keyboard.follow(name),
  ]);
  return readFileSync(await file.path(), 'utf8');
}

test('switches show what they do, and are kept as they were or taken into use', { timeout },
  async () => {
    await go(settings);
    await keyboard.turn('switch', 'Koble arbeidstyper');
    await keyboard.press('Behold som før');
    await keyboard.gone('Slik blir det');
    assert.ok(await isOn('Koble arbeidstyper'));
    await keyboard.turn('switch', 'Koble arbeidstyper');
    await keyboard.press('Ta i bruk');
    await keyboard.gone('Slik blir det');
    await keyboard.turn('switch', /Single Sign On/);
    await keyboard.press('Slå på Single Sign On');
    await keyboard.gone('Slik blir det');
    await keyboard.page.reload();
    await keyboard.at('switch', 'Koble arbeidstyper').waitFor();
    assert.ok(!await isOn('Koble arbeidstyper'));
    assert.ok(await isOn(/Single Sign On/));
  });

test('the mirror is paused for a reason, and the pause ended', { timeout }, async () => {
  await keyboard.press('Sett på pause');
  await keyboard.choose('1 uke', 'Hvor lenge');
  await keyboard.write('Hvorfor', 'Årsavslutning');
  await keyboard.press('Start pausen');
  await keyboard.says(/^Satt på pause til/);
  await keyboard.says('Årsavslutning');
  await keyboard.press('Avslutt pausen');
  await keyboard.at('button', 'Sett på pause').waitFor();
  await keyboard.choose('Busy vinner', 'Når et prosjekt er endret begge steder');
  await administrator.until('mirror', ({ projectPolicy }) => projectPolicy === 'busy');
});

test('a run is started, found in the history, and its records searched', { timeout }, async () => {
  await keyboard.press('Sammenlign alt');
  await administrator.run();
  await keyboard.follow('Tidligere speilinger');
  await keyboard.sees('Tidligere speilinger');
  assert.match(await download('Last ned som tabell (CSV)'), /Ingrid Solheim/);
  await keyboard.choose('Startet av folk', 'Vis');
  await keyboard.page.waitForURL(/vis=folk$/);
  const runs = keyboard.page.getByRole('row').getByRole('link');
  await keyboard.reach(runs.last());
  await keyboard.key('Enter');
  await keyboard.sees(/^Speilingen \d/);
  await keyboard.follow(/^\d+ prosjekter opprettet$/);
  await keyboard.sees('Prosjekter: opprettet');
  await keyboard.write('Søk i listen', '1003');
  await keyboard.says('Viser 1–1 av 1');
  await keyboard.write('Søk i listen', 'finnes ikke');
  await keyboard.says('Ingenting i listen passer til «finnes ikke»');
  await keyboard.page.goBack();
});

test('access is tried, and who is told of trouble is chosen', { timeout }, async () => {
  await go(settings);
  await keyboard.follow('Tilgang og varsling');
  await keyboard.press('Prøv nå');
  await keyboard.says('Alt virker');
  await keyboard.choose('Disse adressene', 'Hvem får e-posten');
  await keyboard.write('E-postadresser', 'ikke en adresse');
  await keyboard.press('Lagre');
  await keyboard.says('«ikke en adresse» er ikke en e-postadresse');
  await keyboard.write('E-postadresser', 'drift@firma.example');
  await keyboard.press('Lagre');
  await keyboard.says('Lagret');
});

test('the audit log is searched, filtered, opened and taken home', { timeout }, async () => {
  await keyboard.follow('Endringslogg');
  await keyboard.sees('Endringslogg');
  await keyboard.select('Vis', 'Innstillinger');
  await keyboard.page.waitForURL(/vis=innstillinger/);
  await keyboard.write('Søk etter navn eller verdi', 'Ingrid');
  await keyboard.page.waitForURL(/sok=Ingrid/);
  await keyboard.press(/^Detaljer om hendelse \d+$/);
  await keyboard.says('Etter');
  assert.match(await download('Last ned som tabell (CSV)'), /Ingrid Solheim/);
});

test('everything is one file', { timeout }, async () => {
  await keyboard.follow('Data');
  await keyboard.sees('Data');
  const { workspace: [{ name }] } = JSON.parse(await download('Last ned som JSON'));
  assert.equal(name, workspace);
});

test('disconnecting needs the password', { timeout }, async () => {
  await go(settings);
  await keyboard.follow('Koble fra');
  await keyboard.sees('Koble fra');
  await keyboard.write('24SevenOffice passord', 'feil passord');
  await keyboard.press(`Koble fra ${workspace}`);
  await keyboard.says('Feil e-postadresse eller passord');
  await keyboard.write('24SevenOffice passord', logins.manager[1]);
  await keyboard.key('Enter');
  await keyboard.says(/^Koblet fra siden/);
});

test('the workspace is deleted by its name', { timeout }, async () => {
  await keyboard.follow('Data');
  await keyboard.press('Jeg vil slette arbeidsområdet');
  await keyboard.press('Slett alt for godt');
  await keyboard.says('nøyaktig slik');
  await keyboard.write('Skriv navnet på arbeidsområdet', workspace);
  await keyboard.write('24SevenOffice passord', logins.manager[1]);
  await keyboard.press('Slett alt for godt');
  await keyboard.sees('Logg inn');
  await keyboard.says('Arbeidsområdet er slettet');
  assert.deepEqual(keyboard.page.errors, []);
});
