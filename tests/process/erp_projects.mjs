// What 24SevenOffice itself says that it holds, asked past the proxy.
import assert from 'node:assert/strict';

import { applicationId, logins } from '../browser/product.mjs';

const namespace = 'http://24sevenOffice.com/webservices';

async function call(url, path, operation, parameters, session = '') {
  const reply = await fetch(url + path, {
    method: 'POST',
    headers: {
      'Content-Type': 'text/xml; charset=utf-8', SOAPAction: `"${namespace}/${operation}"`,
      Cookie: `ASP.NET_SessionId=${session}`,
    },
    body: '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>'
      + `<${operation} xmlns="${namespace}">${parameters}</${operation}></s:Body></s:Envelope>`,
  });
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

// Its open projects as [{ id, name }]; names are as they stand in the XML.
export async function projectsIn(url, session) {
  const list = await call(url, '/Project/V001/ProjectService.asmx', 'GetProjectList', '',
    session ?? await logInTo(url));
  return [...list.matchAll(/<Project>(.*?)<\/Project>/gs)]
    .map(([, xml]) => ({ id: member(xml, 'Id'), name: member(xml, 'Name') }));
}
