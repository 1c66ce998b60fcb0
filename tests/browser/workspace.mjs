// A product in the middle of its life: connected, with users, invitations in every state, a run,
// and people who are on their way in. Made past the pages, as the browser would ask for it.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { Visitor } from '../process/visitor.mjs';
import { logins, startProduct } from './product.mjs';

export const busyPassword = 'en lang nok setning';
const sessionCookie = '__Host-busy24';
const pathOf = (link) => link.slice(link.indexOf('/invitasjon#'));

// `build(product)` fills it; what cannot be filled is stopped again.
async function startFilled(simulatorArguments, settings, build) {
  const product = await startProduct(simulatorArguments, settings);
  try {
    return { product, ...await build(product) };
  } catch (error) {
    await product.stop();
    throw error;
  }
}

async function connect(product) {
  const administrator = new Visitor(product.url);
  await administrator.enter();
  await administrator.plan();
  await administrator.connect();
  return { administrator, run: await administrator.run() };
}

// Connected by the administrator, and mirrored once.
export const startConnected = (simulatorArguments = [], settings = {}) =>
  startFilled(simulatorArguments, settings, connect);

export async function invite(administrator, email, more = {}) {
  const { results: [{ link }] } = await administrator.must('POST', 'users/invite',
    { invitees: [{ email, name: '', role: 'employee', ...more }], language: 'nb' });
  const { users } = await administrator.must('GET', 'users');
  return { path: pathOf(link), id: users.find((one) => one.email === email).id };
}

export async function accept(product, path, name) {
  const user = new Visitor(product.url);
  await user.must('POST', 'invitation/accept',
    { token: path.split('#')[1], name, password: busyPassword, language: 'nb' });
  return user;
}

// Two days later, for one invitation.
const expire = (product, id) => execFileSync('sqlite3', [join(product.folder, 'busy24.sqlite')],
  { input: `PRAGMA busy_timeout = 5000;
    UPDATE invitation SET expires_at = 1 WHERE id = '${id}';` });

// The first record of a kind, as { id, name }.
export async function firstOf(administrator, entity) {
  const { records: [record] } = await administrator.must('GET', `records?entity=${entity}`
    + '&filter=active&sort=name&direction=ascending&offset=0&limit=1&search=');
  return record;
}

// A login that has come to the page of a step, or through them all.
export async function onTheWay(product, [username, password], client, until) {
  const visitor = new Visitor(product.url);
  const { tenants } = await visitor.must('POST', 'onboarding/sign-in', { username, password });
  if (until === 'tenant') return visitor;
  await visitor.must('POST', 'onboarding/tenant',
    { tenantId: tenants.find(({ name }) => name.startsWith(client)).id });
  if (until === 'api_user') return visitor;
  await visitor.must('POST', 'onboarding/api-user', { mode: 'later', username: '', password: '' });
  await visitor.plan();
  if (until === 'options') return visitor;
  await visitor.connect();
  await visitor.run();
  return visitor;
}

// Everything that the app's addresses need: `made` is what they lead to, `visitors` who sees it.
export const startWorkspace = () => startFilled(
  ['--projects', '20', '--requests-per-second', '0'],
  { BUSY24_ERP_REQUESTS_PER_HOUR: '1000000000' }, fill);

async function fill(product) {
  const { administrator, run } = await connect(product);
  const open = await invite(administrator, 'apen@firma.example');
  const used = await invite(administrator, 'tone.bakke@firma.example');
  const withdrawn = await invite(administrator, 'trukket@firma.example');
  const expired = await invite(administrator, 'utlopt@firma.example');
  const employee = await accept(product, used.path, 'Tone Bakke');
  await administrator.must('POST', 'users/withdraw', { id: withdrawn.id });
  expire(product, expired.id);
  const { users } = await administrator.must('GET', 'users');
  const user = users.find(({ name }) => name === 'Tone Bakke').id;
  const { link } = await administrator.must('POST', 'users/password-link', { id: user });
  const { people: [colleague] } = await administrator.must('GET', 'setup/people');
  const visitors = {
    stranger: new Visitor(product.url), administrator, employee,
    choosesClient: await onTheWay(product, logins.accountant, '', 'tenant'),
    addsApiUser: await onTheWay(product, logins.blocked, 'Nordlys', 'api_user'),
    choosesOptions: await onTheWay(product, logins.blocked, 'Nordlys', 'options'),
    choosesWorkspace: new Visitor(product.url),
  };
  for (const client of ['Havbris', 'Solgløtt'])
    await onTheWay(product, logins.accountant, client, 'finished');
  const [username, password] = logins.accountant;
  await visitors.choosesWorkspace.must('POST', 'session/login',
    { way: 'erp', username, password });
  const made = {
    run: run.id, user, colleague, invited: open.id,
    invitations: { open: open.path, used: used.path, withdrawn: withdrawn.path,
      expired: expired.path },
    passwordLink: link.slice(link.indexOf('/nytt-passord#')),
    project: await firstOf(administrator, 'project'),
    customer: await firstOf(administrator, 'customer'),
    workType: await firstOf(administrator, 'work_type'),
  };
  return { made, visitors };
}

// Lets a browser come in as a visitor who is in already.
export async function become(context, visitor) {
  await context.clearCookies();
  const value = visitor.cookies[sessionCookie];
  if (value) await context.addCookies([{
    name: sessionCookie, value, url: visitor.origin.replace('http:', 'https:'),
    secure: true, httpOnly: true, sameSite: 'Lax',
  }]);
}
