// Somebody at the screen: finds things by role and label, and uses mouse, finger or keyboard.
import assert from 'node:assert/strict';

import { logins } from './product.mjs';
import { words } from './words.mjs';

const TABS_MAX = 60;

export class Person {
  // `hands` is mouse, touch or keyboard.
  constructor(page, { hands = 'mouse', language = 'nb' } = {}) {
    this.page = page;
    this.hands = hands;
    this.words = words[language];
  }

  field(label) { return this.page.getByLabel(label, { exact: true }); }
  button(name) { return this.page.getByRole('button', { name, exact: true }); }

  // The page is there when its heading is.
  async sees(title) {
    await this.page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  }

  async press(locator) {
    if (this.hands === 'touch') return locator.tap();
    if (this.hands === 'mouse') return locator.click();
    await this.tabTo(locator);
    return this.page.keyboard.press('Enter');
  }

  async write(locator, text) {
    if (this.hands === 'keyboard') {
      await this.tabTo(locator);
      await this.page.keyboard.press('Control+A');
      return this.page.keyboard.type(text);
    }
    await this.press(locator);
    return locator.fill(text);
  }

  // By the Tab key alone, as a keyboard user must.
  async tabTo(locator) {
    await locator.waitFor();
    for (let tabs = 0; tabs < TABS_MAX; ++tabs) {
      if (await locator.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    assert.fail(`the keyboard does not reach ${locator}`);
  }

  async signIn([username, password] = logins.manager) {
    await this.sees(this.words.signInTitle);
    await this.write(this.field(this.words.username), username);
    await this.write(this.field(this.words.password), password);
    await this.press(this.button(this.words.next));
  }

  async chooseTenant(name) {
    await this.sees(this.words.tenantTitle);
    if (name) await this.page.getByRole('radio', { name }).check();
    await this.press(this.button(this.words.create));
  }

  async addApiUser([username, password] = logins.apiUser) {
    await this.sees(this.words.apiUserTitle);
    await this.write(this.field(this.words.apiUser), username);
    await this.write(this.field(this.words.apiPassword), password);
    await this.press(this.button(this.words.next));
    // What the API user may do takes the form's place.
    await this.field(this.words.apiPassword).waitFor({ state: 'detached' });
    await this.press(this.button(this.words.next));
  }

  async connect() {
    await this.sees(this.words.optionsTitle);
    await this.page.waitForFunction((name) => {
      const found = [...document.querySelectorAll('button')]
        .find((button) => button.textContent.trim() === name);
      return found && !found.disabled && found.getAttribute('aria-disabled') !== 'true';
    }, this.words.connect);
    await this.press(this.button(this.words.connect));
  }

  async connectLater() {
    await this.sees(this.words.apiUserTitle);
    await this.press(this.button('Gjør dette senere'));
    await this.connect();
    await this.waitsForMirror();
  }

  async waitsForMirror() {
    await this.sees(this.words.finishedTitle);
    await this.page.getByText(this.words.succeeded).first().waitFor({ timeout: 60_000 });
  }

  async onboard() {
    await this.signIn();
    await this.chooseTenant();
    await this.addApiUser();
    await this.connect();
    await this.waitsForMirror();
  }
}
