// 24SevenOffice answers the same login ten times a minute. Whoever stands before it here remembers
// its answers to logins, so that a test can ask a thousand times, and knows its session ids.
import { Agent, createServer, request } from 'node:http';

const isLogin = (action) => /\/(Login|GetIdentitiesWithCredential)"?$/.test(action);

export async function startPatientErp(url) {
  const agent = new Agent({ keepAlive: true });
  const remembered = new Map();
  const calls = {};
  const sessionIds = new Set();
  const ask = (incoming, body) => new Promise((done, fail) => {
    const outgoing = request(url + incoming.url,
      {
        method: incoming.method, agent,
        headers: { ...incoming.headers, host: new URL(url).host, 'accept-encoding': 'identity' },
      },
      async (reply) => {
        const pieces = [];
        for await (const piece of reply) pieces.push(piece);
        done({ status: reply.statusCode, headers: reply.headers, body: Buffer.concat(pieces) });
      });
    outgoing.on('error', fail);
    outgoing.end(body);
  });
  const answerTo = (incoming, action, body) => {
    if (!isLogin(action)) return ask(incoming, body);
    if (!remembered.has(action + body)) remembered.set(action + body, ask(incoming, body));
    return remembered.get(action + body);
  };
  const server = createServer(async (incoming, outgoing) => {
    try {
      const pieces = [];
      for await (const piece of incoming) pieces.push(piece);
      const action = incoming.headers.soapaction ?? '';
      const operation = /(\w*)"?$/.exec(action)[1];
      calls[operation] = (calls[operation] ?? 0) + 1;
      const answer = await answerTo(incoming, action, Buffer.concat(pieces).toString());
      const [, sessionId] = /<LoginResult>(.+?)</.exec(answer.body) ?? [];
      if (sessionId) sessionIds.add(sessionId);
      const { 'transfer-encoding': _, connection: __, ...headers } = answer.headers;
      outgoing.writeHead(answer.status, { ...headers, 'content-length': answer.body.length });
      outgoing.end(answer.body);
    } catch {
      outgoing.destroy();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    calls,
    sessionIds,
    stop() {
      agent.destroy();
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
