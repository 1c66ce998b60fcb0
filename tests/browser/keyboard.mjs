// Somebody without a mouse: Tab to what has a role and a name, then the keys that it takes.
import assert from 'node:assert/strict';

// More than any page has on the way to its main action.
const TABS_MAX = 120;

export class Keyboard {
  constructor(page) {
    this.page = page;
  }

  at(role, name) {
    const exact = typeof name === 'string';
    return this.page.getByRole(role, { name, exact }).first();
  }
  key(...keys) {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)),
      Promise.resolve());
  }

  async reach(what) {
    await what.waitFor();
    const element = await what.elementHandle();
    for (let tabs = 0; tabs <= TABS_MAX; ++tabs) {
      if (await element.evaluate((it) => it === document.activeElement)) return;
      await this.key('Tab');
    }
    assert.fail(`${TABS_MAX} tabs do not reach ${what}`);
  }

  async press(name) {
    const button = this.at('button', name);
    await this.reach(button);
    // It says so while something that was pressed before is on its way.
    await button.and(this.page.locator(':not([aria-busy=true])')).waitFor();
    await this.key('Enter');
  }
  async follow(name) {
    await this.reach(this.at('link', name));
    await this.key('Enter');
  }
  // A checkbox or a switch.
  async turn(role, name) {
    await this.reach(this.at(role, name));
    await this.key('Space');
  }
  // The Tab key stops at the chosen one of a group, or at its first; the arrows go on from there.
  async choose(name, group) {
    const all = this.page.getByRole('radiogroup', { name: group, exact: true });
    const wanted = all.getByRole('radio', { name });
    await wanted.waitFor();
    const chosen = all.getByRole('radio', { checked: true });
    const isNone = await chosen.count() === 0;
    await this.reach(isNone ? all.getByRole('radio').first() : chosen);
    for (let left = await all.getByRole('radio').count(); left > 0; --left) {
      if (await wanted.evaluate((element) => element === document.activeElement)) break;
      await this.key('ArrowDown');
    }
    await this.reach(wanted);
    if (isNone) await this.key('Space');
  }
  // In place of what is there.
  async write(label, text) {
    await this.reach(this.page.getByLabel(label, { exact: true }).first());
    await this.key('Control+A');
    await this.page.keyboard.type(text);
  }
  // A list that drops down takes the letters of what is wanted.
  async select(label, option) {
    await this.reach(this.page.getByLabel(label, { exact: true }).first());
    await this.page.keyboard.type(option);
  }

  // The page is there when its heading is.
  sees(title) {
    return this.page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  }
  says(text) { return this.page.getByText(text).first().waitFor(); }
  gone(text) { return this.page.getByText(text).first().waitFor({ state: 'detached' }); }
}
