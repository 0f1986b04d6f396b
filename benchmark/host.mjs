import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import { generate } from 'selfsigned';
import { serve } from '../scripts/serve.mjs';
import { openLine } from './line.mjs';

/**
 * Bytes in a record of TLS, of which a browser can use nothing until it is whole. Servers that are made for the web begin with as
 * little as goes into a packet, and so does the Caddy of this site's image; Node's own are of 16 kB, 80 ms on the slow line.
 * https://pkg.go.dev/crypto/tls#Config, DynamicRecordSizingDisabled
 */
const record = 1208;

/** Serves a built site as a static host of today would, by HTTP/2: at full speed, and at the end of a slow line. What it handed out is counted. */
export async function hostSite(folder, certificate) {
  const count = { requests: 0, bytes: 0, open: 0, last: 0 };
  const { port, close } = await serve({
    folder,
    create: (answer) =>
      createSecureServer(certificate, (request, response) => {
        count.requests += 1;
        count.open += 1;
        response.once('close', () => {
          count.open -= 1;
          count.last = performance.now();
        });
        answer(request, response);
      }).on('secureConnection', (socket) => socket.setMaxSendFragment(record)),
  });
  const line = await openLine(port, count);
  return {
    slow: `https://localhost:${line.port}`,
    fast: `https://localhost:${port}`,
    count,
    async close() {
      line.close();
      await close();
    },
  };
}

/** A certificate for this machine, made once. */
export async function certificateIn(file) {
  if (!existsSync(file)) {
    const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
      algorithm: 'sha256',
    });
    writeFileSync(file, JSON.stringify({ key, cert }));
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}
