// A page in light, dark, narrow and plain.
import assert from 'node:assert/strict';

import { checkAccessibility, desktop, phone, screenshot } from './browser.mjs';

// Until what is on the screen is what the program last drew.
export const painted = (page) => page.evaluate(() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)));
}));

// No violation, nothing beside the screen, and a picture, in light, dark, narrow and plain.
export async function inEveryLook(page, name) {
  const light = { colorScheme: 'light', forcedColors: 'none' };
  const looks = [
    ['light', light, desktop.viewport],
    ['dark', { ...light, colorScheme: 'dark' }, desktop.viewport],
    ['phone', light, phone.viewport],
    ['plain', { ...light, forcedColors: 'active' }, desktop.viewport],
  ];
  for (const [look, media, size] of looks) {
    await page.emulateMedia(media);
    await page.setViewportSize(size);
    await painted(page);
    const shown = await page.evaluate(() => document.body.className);
    assert.equal(shown, look === 'plain' ? 'plain' : 'live', `${name} ${look}`);
    await screenshot(page, `${name}-${look}`);
    await checkAccessibility(page, `${name} ${look}`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= size.width, `${name} ${look} is ${width} pixels wide on ${size.width}`);
  }
  await page.emulateMedia(light);
  await page.setViewportSize(desktop.viewport);
  await painted(page);
}
