// Debian's Firefox for a test, over WebDriver BiDi. Its page answers to as much of Playwright's way
// of asking as Person uses, so that the same person sits before both browsers.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { root } from './product.mjs';

const require = createRequire(join(root, 'build/browser/package.json'));
const { launch } = require('puppeteer-core');

const size = { width: 1280, height: 900 };
const PATIENCE_MS = 60_000;
const LOOK_AGAIN_MS = 50;

const preferences = {
  'intl.accept_languages': 'nb-NO, nb',
  'intl.locale.requested': 'en-US',
  'network.proxy.type': 0,
  'signon.rememberSignons': false,
};

// A screen in memory: headless Firefox has no WebGL without a graphics card, on a screen it has one
// in software. The X server takes a free number, tells it on its fourth pipe, and ends by itself a
// minute after its last window, should this process not live to end it.
async function startScreen() {
  const geometry = `${size.width}x${size.height}x24`;
  const child = spawn('Xvfb',
    ['-displayfd', '3', '-screen', '0', geometry, '-nolisten', 'tcp', '-terminate', '60'],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const ended = new Promise((done) => child.on('exit', done));
  let complaint = '';
  child.stderr.on('data', (bytes) => { complaint += bytes; });
  const number = await new Promise((done, fail) => {
    let said = '';
    child.stdio[3].on('data', (bytes) => {
      said += bytes;
      if (said.endsWith('\n')) done(said.trim());
    });
    child.on('error', fail);
    ended.then((code) => fail(new Error(`Xvfb ended with ${code}: ${complaint}`)));
  });
  return { display: `:${number}`, stop: () => (child.kill(), ended) };
}

// `hasWebGl` decides whether the canvas is drawn, on a screen, or everything is plain HTML.
export async function launchFirefox({ hasWebGl }) {
  const home = mkdtempSync(join(tmpdir(), 'busy24-firefox-'));
  let screen, browser;
  const stop = async () => {
    await browser?.close();
    await screen?.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    if (hasWebGl) screen = await startScreen();
    const env = { PATH: process.env.PATH, HOME: home, TMPDIR: home, TZ: 'Europe/Oslo' };
    browser = await launch({
      browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: !hasWebGl,
      env: screen ? { ...env, DISPLAY: screen.display } : env,
      extraPrefsFirefox: { ...preferences, 'webgl.disabled': !hasWebGl },
      args: [`--width=${size.width}`, `--height=${size.height}`],
      defaultViewport: null, timeout: PATIENCE_MS,
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { newPage: () => openPage(browser), stop };
}

async function openPage(browser) {
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return new FirefoxPage(page, errors);
}

// Runs in the page: the element that `wanted` describes, or null.
function findElement({ selector, name, label, text }) {
  const words = (element) => element.textContent.trim();
  const nameOf = (element) => element.getAttribute('aria-label') ??
    (element.labels?.length ? words(element.labels[0]) : words(element));
  if (label !== undefined) {
    const found = [...document.querySelectorAll('label')].find((one) => words(one) === label);
    return found?.control ?? null;
  }
  const found = [...document.querySelectorAll(selector)].find((element) => {
    if (text !== undefined) return !element.childElementCount && words(element).includes(text);
    return nameOf(element) === name;
  });
  return found ?? null;
}

// One thing on the page, sought anew each time it is needed.
class Place {
  constructor({ page, keyboard }, wanted) {
    this.page = page;
    this.keyboard = keyboard;
    this.wanted = wanted;
  }

  async find(timeout = PATIENCE_MS) {
    try {
      return await this.page.waitForFunction(findElement,
        { timeout, polling: LOOK_AGAIN_MS }, this.wanted);
    } catch (error) {
      throw new Error(`${this} is not on ${this.page.url()}`, { cause: error });
    }
  }

  async waitFor({ state = 'attached', timeout = PATIENCE_MS } = {}) {
    if (state !== 'detached') return void await this.find(timeout);
    // As text: what runs in the page cannot call what stands in this file.
    const isGone = `!(${findElement})(${JSON.stringify(this.wanted)})`;
    await this.page.waitForFunction(isGone, { timeout, polling: LOOK_AGAIN_MS });
  }

  // Where the element is when it has come to rest, as a hand would.
  async click() {
    const element = await this.find();
    await element.asLocator().setTimeout(PATIENCE_MS).click();
  }

  // By the keys, in place of what is there.
  async fill(text) {
    await this.evaluate((element) => element.focus());
    await this.keyboard.press('Control+A');
    await this.keyboard.type(text);
  }

  async evaluate(act) { return (await this.find()).evaluate(act); }
  first() { return this; }
  toString() { return JSON.stringify(this.wanted); }
}

const selectors = {
  button: () => 'button', heading: ({ level }) => `h${level}`, link: () => 'a',
  radio: () => 'input[type=radio]',
};

class FirefoxPage {
  constructor(page, errors) {
    this.page = page;
    this.errors = errors;
    const { keyboard } = page;
    this.keyboard = {
      type: (text) => keyboard.type(text),
      // 'Control+A' is a key that is held and one that is pressed.
      async press(keys) {
        const held = keys.split('+');
        const last = held.pop();
        for (const key of held) await keyboard.down(key);
        await keyboard.press(held.length ? last.toLowerCase() : last);
        for (const key of held.reverse()) await keyboard.up(key);
      },
    };
  }

  goto(url) { return this.page.goto(url, { timeout: PATIENCE_MS }); }
  url() { return this.page.url(); }
  evaluate(act, value) { return this.page.evaluate(act, value); }
  waitForFunction(holds, value) {
    return this.page.waitForFunction(holds,
      { timeout: PATIENCE_MS, polling: LOOK_AGAIN_MS }, value);
  }
  getByRole(role, { name, level }) {
    return new Place(this, { selector: selectors[role]({ level }), name });
  }
  getByLabel(label) { return new Place(this, { label }); }
  getByText(text) { return new Place(this, { selector: '#page *', text }); }

  async screenshot(name) {
    const folder = join(root, 'build/screenshots');
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }
}
