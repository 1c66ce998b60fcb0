// The product behind its edge, as nginx is one: on a unix socket, where the proxy believes
// X-Real-IP, so that a test can be as many strangers as it likes.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startProduct } from '../browser/product.mjs';
import { Visitor } from './visitor.mjs';

// The proxy gives each connection a thread and has 64: whoever has none yet waits at the edge.
export const connections = 60;

export class Edge {
  socketPath = join(tmpdir(), `busy24-${randomUUID()}.sock`);
  #agent = new Agent({ keepAlive: true, maxSockets: connections });
  #strangers = 0;

  // What tells a proxy to listen here.
  get settings() { return { BUSY24_LISTEN: `unix:${this.socketPath}` }; }

  // Somebody at an address that nobody came from before.
  stranger(url) {
    const visitor = new Visitor(url, { socketPath: this.socketPath, agent: this.#agent });
    const number = ++this.#strangers;
    visitor.address = `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`;
    return visitor;
  }

  close() {
    this.#agent.destroy();
    rmSync(this.socketPath, { force: true });
  }
}

export async function startBehindEdge(simulatorArguments = [], settings = {}) {
  const edge = new Edge();
  const product = await startProduct(simulatorArguments, { ...edge.settings, ...settings });
  const { stop } = product;
  return Object.assign(product, {
    stranger: () => edge.stranger(product.url),
    async stop() {
      await stop();
      edge.close();
    },
  });
}
