// Somebody who uses the product's API as the web app does, cookie included.
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import { logins } from '../browser/product.mjs';

export const granlund = 624310000001017;
export const havbris = 624310000002041;

// One HTTP exchange with 127.0.0.1, since Node resolves localhost as it likes, or with a socket.
export const exchange = (where, method, path, headers = {}, body = '') =>
  new Promise((done, fail) => {
    const outgoing = request({ ...where, method, path, headers }, (reply) => {
      let text = '';
      reply.setEncoding('utf8');
      reply.on('data', (piece) => { text += piece; });
      reply.on('end', () => done({ status: reply.statusCode, headers: reply.headers, text }));
      reply.on('error', fail);
    });
    outgoing.on('error', fail);
    outgoing.setTimeout(30_000, () => outgoing.destroy(new Error('no answer in 30 s')));
    outgoing.end(body);
  });

export class Visitor {
  cookies = {};
  address = '';  // told in the place of the edge, on a unix socket

  // `origin` is the address that people type; `where` says how to reach it.
  constructor(origin, where) {
    this.origin = origin;
    this.where = where ?? { host: '127.0.0.1', port: new URL(origin).port };
  }

  get cookie() {
    return Object.entries(this.cookies).map((pair) => pair.join('=')).join('; ');
  }

  async call(method, path, value) {
    const body = value === undefined ? '' : JSON.stringify(value);
    const headers = { Host: new URL(this.origin).host, Cookie: this.cookie };
    if (this.address) headers['X-Real-IP'] = this.address;
    if (method !== 'GET') {
      headers.Origin = this.origin;
      headers['Sec-Fetch-Site'] = 'same-origin';
      headers['Content-Type'] = 'application/json';
      headers['Content-Length'] = Buffer.byteLength(body);
    }
    const reply = await exchange(this.where, method, `/api/v1/${path}`, headers, body);
    for (const line of reply.headers['set-cookie'] ?? []) {
      const [name, token] = line.split(';')[0].split('=');
      this.cookies[name] = token;
    }
    const isJson = /json/.test(reply.headers['content-type']);
    return { ...reply, value: isJson ? JSON.parse(reply.text) : null };
  }

  async must(method, path, value) {
    const reply = await this.call(method, path, value);
    assert.equal(reply.status, 200, `${method} ${path}: ${JSON.stringify(reply.value)}`);
    return reply.value;
  }

  // Pages 1 to 3.
  async enter(person = logins.manager, tenantId = granlund, erpUser = logins.apiUser) {
    const [username, password] = person;
    await this.must('POST', 'onboarding/sign-in', { username, password });
    await this.must('POST', 'onboarding/tenant', { tenantId });
    const [apiUser, apiPassword] = erpUser;
    await this.must('POST', 'onboarding/api-user',
      { mode: 'own', username: apiUser, password: apiPassword });
  }

  // Page 4, on which Single Sign-On is off.
  offerSso() {
    return this.must('PUT', 'onboarding/options', { options: {
      tenantId: granlund, projects: true, workTypes: true, customers: true, sso: true,
    } });
  }

  // Page 4, until the plan is ready or has failed.
  async plan() {
    await this.must('POST', 'onboarding/preview', {});
    return this.until('onboarding/preview', (plan) => plan.state !== 'reading');
  }

  connect() { return this.must('POST', 'onboarding/connect', {}); }

  run() { return this.until('run', (run) => /succeeded|failed|cancelled/.test(run.state)); }

  // Asks again, every so many milliseconds, until the answer fits.
  async until(path, fits, pause = 50) {
    const end = Date.now() + 60_000;
    while (Date.now() < end) {
      const value = await this.must('GET', path);
      if (fits(value)) return value;
      await sleep(pause);
    }
    throw new Error(`${path} did not come to its end`);
  }
}
