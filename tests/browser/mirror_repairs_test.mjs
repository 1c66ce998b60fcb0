// What the mirror asks of people, in a real browser and by the keyboard alone: what is refused,
// what both sides changed, what may be the same, and a list that has shrunk.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

import { logInTo, projectsIn } from '../process/erp_projects.mjs';
import { launchBrowser, openPage } from './browser.mjs';
import { Keyboard } from './keyboard.mjs';
import { inEveryLook } from './looks.mjs';
import { become, startConnected } from './workspace.mjs';

const timeout = 120_000;
const settings = '/innstillinger/24sevenoffice';
let browser, product, administrator, page, keyboard, projects, session;

before(async () => {
  [browser, { product, administrator }] =
    await Promise.all([launchBrowser(), startConnected(['--projects', '40'])]);
  page = await openPage(browser);
  keyboard = new Keyboard(page);
  await become(page.context(), administrator);
  session = await logInTo(product.simulator.url);
  ({ records: projects } = await administrator.must('GET', 'records?entity=project&filter=active'
    + '&sort=number&direction=ascending&offset=0&limit=20&search='));
});
after(async () => {
  await browser?.close();
  await product?.stop();
});

async function openSettings() {
  await page.goto(product.url + settings);
  await page.getByRole('button', { name: 'Synk nå', exact: true }).waitFor();
}
const mirror = (fits) => administrator.until('mirror', fits);
const edit = (what) =>
  product.simulator.control(`/edit?${new URLSearchParams({ kind: 'project', ...what })}`);
const heading = (name) => page.getByRole('heading', { level: 2, name, exact: true });

async function rename({ id }, name) {
  const { record, version, description } = await administrator.must('GET',
    `record?entity=project&id=${id}`);
  const { isSaved } = await administrator.must('POST', 'project', { id, version, name,
    customerId: record.customerId, startsOn: record.startsOn, endsOn: record.endsOn, description });
  assert.ok(isSaved);
}
const projectsThere = () => projectsIn(product.simulator.url, session);
// What a page has decided is carried out a moment later.
async function isThere({ number }, name) {
  let found;
  for (let tries = 0; tries < 100 && found !== name; ++tries) {
    found = (await projectsThere()).find(({ id }) => id === number)?.name;
    if (found !== name) await sleep(100);
  }
  assert.equal(found, name);
}

async function refuse(why, ...renamed) {
  await product.simulator.control('/clear');
  const fault = encodeURIComponent(`fault=${why},operation=SaveProject`);
  await product.simulator.control(`/fault?set=${fault}`);
  const { problems: before } = await administrator.must('GET', 'mirror');
  for (const [project, name] of renamed) await rename(project, name);
  await mirror(({ problems }) => problems.length === before.length + renamed.length);
}

test('what is refused stands by its cause, and is a table for a spreadsheet', { timeout },
  async () => {
    await refuse('Access denied', [projects[0], 'Avvist en'], [projects[1], 'Avvist to']);
    await refuse('DepartmentIsRequired', [projects[2], 'Avvist tre'], [projects[3], 'Avvist fire']);
    await product.simulator.control('/clear');
    await openSettings();
    await heading('Ikke sendt til 24SevenOffice').waitFor();
    await keyboard.says('API-brukeren mangler rettigheter');
    await keyboard.says('24SevenOffice krever en avdeling på prosjekter');
    await inEveryLook(page, 'avviste');
    const [table] = await Promise.all([
      page.waitForEvent('download'), keyboard.follow('Last ned som tabell (CSV)'),
    ]);
    const lines = readFileSync(await table.path(), 'utf8').trim().split('\r\n');
    assert.equal(lines.length, 5);
    for (const name of ['Avvist en', 'Avvist to', 'Avvist tre', 'Avvist fire'])
      assert.ok(lines.some((line) => line.includes(name)), name);
  });

test('one is let be for a reason, which its project tells', { timeout }, async () => {
  await keyboard.press('La være: Avvist fire');
  await page.waitForFunction(() => document.activeElement.matches('input'));
  await page.keyboard.type('Slås sammen med et annet');
  await inEveryLook(page, 'la-vaere');
  await keyboard.key('Enter');
  await keyboard.at('link', 'Avvist fire').waitFor({ state: 'detached' });
  await page.goto(`${product.url}/prosjekter/${projects[3].id}`);
  await keyboard.press('Vis versjoner, historie og kobling');
  await keyboard.says(/Slås sammen med et annet/);
});

test('those with one cause are tried again together, then all', { timeout }, async () => {
  await refuse('DepartmentIsRequired', [projects[4], 'Avvist fem']);
  await product.simulator.control('/clear');
  await openSettings();
  await keyboard.press('Prøv alle disse igjen');
  await keyboard.gone('API-brukeren mangler rettigheter');
  await mirror(({ problems }) => problems.length === 2);
  await isThere(projects[0], 'Avvist en');
  const names = (await projectsThere()).map(({ name }) => name);
  assert.ok(!names.includes('Avvist tre'));
  await refuse('Access denied', [projects[5], 'Avvist seks']);
  await product.simulator.control('/clear');
  await openSettings();
  await keyboard.press('Prøv alt igjen');
  await heading('Ikke sendt til 24SevenOffice').waitFor({ state: 'detached' });
  await mirror(({ problems }) => problems.length === 0);
  for (const [at, name] of [[2, 'Avvist tre'], [4, 'Avvist fem'], [5, 'Avvist seks']])
    await isThere(projects[at], name);
});

test('what both sides changed stands side by side, and one is chosen', { timeout }, async () => {
  await openSettings();
  await keyboard.choose('Spør meg', 'Når et prosjekt er endret begge steder');
  await mirror(({ projectPolicy }) => projectPolicy === 'ask');
  for (const [at, name] of [[6, 'Brygga'], [7, 'Taket']]) {
    await edit({ what: 'rename', id: projects[at].number, name: `${name} der` });
    await rename(projects[at], `${name} her`);
  }
  await mirror(({ conflicts }) => conflicts.length === 2);
  await openSettings();
  await heading('Endret begge steder').waitFor();
  const table = page.getByRole('table', { name: 'Brygga her' });
  for (const name of ['Brygga der', 'Brygga her'])
    await table.getByRole('cell', { name, exact: true }).waitFor();
  await inEveryLook(page, 'begge-endret');
  const use = (name, side) => page.getByRole('table', { name }).locator('..')
    .getByRole('button', { name: `Bruk verdien fra ${side}` });
  await keyboard.reach(use('Brygga her', 'Busy'));
  await keyboard.key('Enter');
  await mirror(({ conflicts }) => conflicts.length === 1);
  await page.getByRole('table', { name: 'Brygga her' }).waitFor({ state: 'detached' });
  await keyboard.reach(use('Taket her', '24SevenOffice'));
  await keyboard.key('Enter');
  await heading('Endret begge steder').waitFor({ state: 'detached' });
  await isThere(projects[6], 'Brygga her');
  const { id } = projects[7];
  await administrator.until(`record?entity=project&id=${id}`,
    ({ record }) => record.name === 'Taket der');
  await page.goto(`${product.url}/prosjekter/${id}`);
  await keyboard.sees('Taket der');
});

test('what cannot be kept here is told with its reason, and let be', { timeout }, async () => {
  const { number, id, name } = projects[8];
  await edit({ what: 'rename', id: number, name: 'Langt '.repeat(50) });
  await administrator.call('POST', 'mirror/sync', { isFull: false });
  await mirror(({ problems }) => problems.some(({ isIncoming }) => isIncoming));
  await openSettings();
  await heading('Ikke hentet fra 24SevenOffice').waitFor();
  await keyboard.says('Navnet er for langt for Busy');
  await inEveryLook(page, 'ikke-hentet');
  await edit({ what: 'rename', id: number, name });
  await keyboard.press('Hent alt på nytt');
  await heading('Ikke hentet fra 24SevenOffice').waitFor({ state: 'detached' });
  await administrator.until(`record?entity=project&id=${id}`, ({ record }) => record.name === name);
});

test('what may be the same is asked about side by side', { timeout }, async () => {
  const { id } = await edit({ what: 'add', name: 'TVILLING på storgata' });
  const { page: { record } } = await administrator.must('POST', 'project', { id: '', version: 0,
    name: 'Tvilling på Storgata', customerId: '', startsOn: '', endsOn: '', description: '' });
  // Unless the run that the new project starts is on its way already.
  await administrator.call('POST', 'mirror/sync', { isFull: true });
  await mirror(({ questions }) => questions.length === 1);
  await openSettings();
  await heading('Kan være det samme').waitFor();
  for (const name of ['TVILLING på storgata', 'Tvilling på Storgata'])
    await page.getByRole('cell', { name, exact: true }).waitFor();
  await keyboard.says('Hvorfor vi spør: samme navn');
  await inEveryLook(page, 'samme');
  await keyboard.choose('Det samme', 'Er dette det samme?');
  await heading('Kan være det samme').waitFor({ state: 'detached' });
  await administrator.until(`record?entity=project&id=${record.id}`,
    (one) => one.record.number === String(id));
});

test('a link is broken, made again by the number, and left alone', { timeout }, async () => {
  const { id, number } = projects[8];
  await page.goto(`${product.url}/prosjekter/${id}`);
  await keyboard.press('Vis versjoner, historie og kobling');
  await keyboard.says(/^Koblet siden/);
  await keyboard.press('Bryt koblingen');
  await keyboard.says('Noen brøt koblingen');
  await page.waitForFunction(() => document.activeElement.matches('input'));
  await inEveryLook(page, 'koblingen-brutt');
  await page.keyboard.type(projects[9].number);
  await keyboard.key('Enter');
  await keyboard.says('Nummeret er koblet til en annen oppføring');
  await inEveryLook(page, 'koble-feil-nummer');
  await keyboard.write('Nummeret i 24SevenOffice', number);
  await keyboard.press('Koble til nummeret');
  await keyboard.says(/^Koblet siden/);
  await keyboard.press('La stå i fred');
  await keyboard.says('Speilingen lar denne stå i fred');
  await keyboard.press('Speil igjen');
  await keyboard.gone('Speilingen lar denne stå i fred');
});

test('a list that has shrunk is held, dropped, held again, and goes on', { timeout }, async () => {
  const gone = (await projectsThere()).slice(15);
  for (const { id } of gone) await edit({ what: 'remove', id });
  await openSettings();
  await keyboard.press('Sammenlign alt');
  await heading('Stoppet av en sikring').waitFor();
  await keyboard.says(/^\d+ av \d+ Prosjekter mangler i listen fra 24SevenOffice$/);
  await inEveryLook(page, 'sikring');
  await keyboard.press('Forkast denne speilingen');
  await heading('Stoppet av en sikring').waitFor({ state: 'detached' });
  await mirror(({ held }) => !held);
  await keyboard.press('Sammenlign alt');
  await heading('Stoppet av en sikring').waitFor();
  await keyboard.press('Gå videre likevel');
  await heading('Stoppet av en sikring').waitFor({ state: 'detached' });
  await administrator.run();
  await page.goto(`${product.url}/prosjekter?vis=arkiverte`);
  await page.getByRole('table', { name: 'Prosjekter' }).getByRole('link').first().waitFor();
  const { total } = await administrator.must('GET', 'records?entity=project&filter=archived'
    + '&sort=name&direction=ascending&offset=0&limit=1&search=');
  assert.ok(total >= gone.length, `${total} of ${gone.length} are archived`);
  assert.deepEqual(page.errors, []);
});
