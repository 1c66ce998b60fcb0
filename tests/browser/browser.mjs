// Debian's Chromium for a test: pages with the wanted size and language, axe, and screenshots.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { root } from './product.mjs';

// The packages live outside the tree, where .ci/browser-packages put them.
const require = createRequire(join(root, 'build/browser/package.json'));
const { chromium } = require('playwright-core');
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

// WebGL in software, the way that Chromium itself falls back to: the other way, through Vulkan,
// takes a quarter of a second longer to start.
const flags = [
  '--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader-webgl',
  '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--no-proxy-server',
];

export const launchBrowser = (more = []) => chromium.launch({
  executablePath: '/usr/bin/chromium', headless: true, args: [...flags, ...more],
});

export const desktop = { viewport: { width: 1280, height: 800 }, locale: 'nb-NO' };
export const phone = {
  viewport: { width: 360, height: 740 }, locale: 'nb-NO', hasTouch: true, isMobile: true,
  deviceScaleFactor: 2,
};

// A browser with a profile that it keeps in a folder.
export const launchProfile = (folder, options = desktop) =>
  chromium.launchPersistentContext(folder, {
    executablePath: '/usr/bin/chromium', headless: true, args: flags,
    timezoneId: 'Europe/Oslo', ...options,
  });

// Of somebody who wants no motion: what turns while one waits costs a processor most of its time
// where there is no graphics card.
export async function openPage(browser, options = desktop) {
  return openPageIn(await browser.newContext({
    timezoneId: 'Europe/Oslo', reducedMotion: 'reduce', ...options,
  }));
}

// A page that fails the test on any error of a script or refusal by the content policy.
export async function openPageIn(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.errors = [];
  page.on('pageerror', (error) => page.errors.push(String(error)));
  page.on('console', (message) => {
    // A refused login is an HTTP 401, which the console reports as an error of its own.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      page.errors.push(message.text());
  });
  return page;
}

// No violation of WCAG 2.0 to 2.2, level A and AA.
export async function checkAccessibility(page, where) {
  // By the debugger: the page's own policy allows no script from elsewhere.
  if (!await page.evaluate(() => Boolean(window.axe))) await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const result = await window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
    });
    return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`);
  });
  assert.deepEqual(violations, [], where);
}

export async function screenshot(page, name) {
  const folder = join(root, 'build/screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
