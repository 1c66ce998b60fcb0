// The product behind its edge, as nginx is one: on a unix socket, where the proxy believes
// X-Real-IP, so that a test can be as many strangers as it likes.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startProduct } from '../browser/product.mjs';
import { Visitor } from './visitor.mjs';

// The proxy gives a connection a thread and has 64: whoever has no connection yet waits at the edge.
export const connections = 60;

export async function startBehindEdge(simulatorArguments = [], settings = {}) {
  const socketPath = join(tmpdir(), `busy24-${randomUUID()}.sock`);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const product = await startProduct(simulatorArguments,
    { BUSY24_LISTEN: `unix:${socketPath}`, ...settings });
  let strangers = 0;
  return {
    product,
    // Somebody at an address that nobody came from before.
    stranger() {
      const visitor = new Visitor(product.url, { socketPath, agent });
      const number = ++strangers;
      visitor.address = `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`;
      return visitor;
    },
    async stop() {
      agent.destroy();
      await product.stop();
      rmSync(socketPath, { force: true });
    },
  };
}
