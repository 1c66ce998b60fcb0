// A Chromium whose own password manager has a login saved, as if somebody had once said yes to
// saving it.
import { execFileSync } from 'node:child_process';
import { createCipheriv, pbkdf2Sync } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { desktop, launchProfile } from './browser.mjs';

const TABLE_MS_MAX = 30_000;

// The way of Chromium on Linux where no keyring is: it hides the password rather than protects it.
function sealed(password) {
  const key = pbkdf2Sync('peanuts', 'saltysalt', 1, 16, 'sha1');
  const cipher = createCipheriv('aes-128-cbc', key, Buffer.alloc(16, ' '));
  return Buffer.concat([Buffer.from('v10'), cipher.update(password, 'utf8'), cipher.final()]);
}

const sql = (file, statement) => execFileSync('sqlite3', [file, statement]);
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

// Chromium makes its table itself, so that the test knows no more of it than the columns it fills.
async function makeTable(folder, file) {
  const context = await launchProfile(folder);
  // Read as bytes: Chromium lets nobody else into its database while it runs.
  const isMade = () =>
    existsSync(file) && readFileSync(file).includes('CREATE INDEX logins_signon');
  try {
    const giveUpAt = Date.now() + TABLE_MS_MAX;
    while (!isMade()) {
      if (Date.now() > giveUpAt) throw new Error('Chromium made no table of logins');
      await sleep(100);
    }
  } finally {
    await context.close();
  }
}

// `context` is the browser; `stop()` ends it and removes its profile.
export async function launchWithLogin(url, [username, password], options = desktop) {
  const folder = mkdtempSync(join(tmpdir(), 'busy24-profile-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const file = join(folder, 'Default/Login Data');
    await makeTable(folder, file);
    const row = {
      origin_url: quoted(`${url}/logg-inn`), signon_realm: quoted(`${url}/`),
      username_value: quoted(username), username_element: "'username'",
      password_value: `x'${sealed(password).toString('hex')}'`, password_element: "'password'",
      action_url: "''", submit_element: "''", scheme: 0, password_type: 0, times_used: 1,
      date_created: 13_300_000_000_000_000n, blacklisted_by_user: 0, skip_zero_click: 0,
    };
    sql(file, `INSERT INTO logins (${Object.keys(row)}) VALUES (${Object.values(row)})`);
    const context = await launchProfile(folder, options);
    return { context, stop: () => context.close().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}
