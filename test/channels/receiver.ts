/** A chat on this machine, which takes posts or does something else with them. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Heard = { path: string; headers: IncomingHttpHeaders; body: string };

export const takes: RequestListener = (_, response) => void response.end('ok');

/** Opens it on a port of its own. What it answers may be changed while it runs. */
export async function openReceiver() {
  const heard: Heard[] = [];
  const receiver = { answers: takes };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      heard.push({ path: request.url!, headers: request.headers, body });
      receiver.answers(request, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return Object.assign(receiver, {
    heard,
    port,
    url: `http://127.0.0.1:${port}/hooks/hunter2`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}

export type Receiver = Awaited<ReturnType<typeof openReceiver>>;
