// What 24SevenOffice itself says that it holds, asked past the proxy.
import assert from 'node:assert/strict';

import { applicationId, logins } from '../browser/product.mjs';

const namespace = 'http://24sevenOffice.com/webservices';

const ask = (url, path, operation, parameters, session = '') =>
  fetch(url + path, {
    method: 'POST',
    headers: {
      'Content-Type': 'text/xml; charset=utf-8', SOAPAction: `"${namespace}/${operation}"`,
      Cookie: `ASP.NET_SessionId=${session}`,
    },
    body: '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>'
      + `<${operation} xmlns="${namespace}">${parameters}</${operation}></s:Body></s:Envelope>`,
  });

async function call(...question) {
  const reply = await ask(...question);
  const text = await reply.text();
  assert.equal(reply.status, 200, text);
  return text;
}

const member = (xml, name) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];

// A session, for whoever asks often: log-ins are counted.
export async function logInTo(url) {
  const [username, password] = logins.apiUser;
  const login = await call(url, '/authenticate/v001/authenticate.asmx', 'Login',
    `<credential><ApplicationId>${applicationId}</ApplicationId><Username>${username}</Username>`
    + `<Password>${password}</Password></credential>`);
  return member(login, 'LoginResult');
}

const service = '/Project/V001/ProjectService.asmx';

// The answer with projects that the operation has, as it comes.
export async function openList(url, session, operation) {
  const reply = await ask(url, service, operation, '', session);
  assert.equal(reply.status, 200);
  return reply.body;
}

// Its open projects as [{ id, name }]; names are as they stand in the XML.
export async function projectsIn(url, session) {
  const list = await call(url, service, 'GetProjectList', '', session ?? await logInTo(url));
  return [...list.matchAll(/<Project>(.*?)<\/Project>/gs)]
    .map(([, xml]) => ({ id: member(xml, 'Id'), name: member(xml, 'Name') }));
}
