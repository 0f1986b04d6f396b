import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { createGzip } from 'node:zlib';
import { headersOf } from './headers.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.cast': 'application/x-asciicast; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.sh': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.wasm': 'application/wasm',
};
const packed = new Set(['.html', '.js', '.css', '.svg', '.json', '.cast', '.txt', '.sh', '.xml', '.wasm']);

/**
 * Serves a built site below its base path as a plain static host would: folders by their index, 404.html for what is not there,
 * text compressed. Resolves with the address and a way to stop, once it listens; port 0 takes any free one. `create` makes the
 * server, where plain HTTP/1.1 is not what is wanted. Not sirv (3.0): it answers a folder without its slash with the page, from which
 * relative links lead elsewhere, where static hosts lead to the folder; and it knows no base path.
 */
export function serve({ folder, base = '/', port = 0, host = '127.0.0.1', create = createServer }) {
  const root = path.resolve(folder);
  const server = create((request, response) => {
    const url = new URL(request.url ?? '/', 'http://host');
    const found = fileFor(root, base, decode(url.pathname));
    if (found?.redirect) return response.writeHead(301, { location: found.redirect + url.search }).end();
    send(request, response, root, found?.file ?? path.join(root, '404.html'), found ? 200 : 404);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const { port } = server.address();
      const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}${base}`;
      resolve({ address, port, close: () => new Promise((done) => server.close(done).closeAllConnections?.()) });
    });
  });
}

function decode(pathname) {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '/\0';
  }
}

function fileFor(root, base, pathname) {
  if (!pathname.startsWith(base) || pathname.includes('\0')) return undefined;
  const file = path.join(root, pathname.slice(base.length));
  if (file !== root && !file.startsWith(root + path.sep)) return undefined;
  if (!existsSync(file)) return undefined;
  if (!statSync(file).isDirectory()) return { file };
  if (!existsSync(path.join(file, 'index.html'))) return undefined;
  return pathname.endsWith('/') ? { file: path.join(file, 'index.html') } : { redirect: `${pathname}/` };
}

function send(request, response, root, file, status) {
  const extension = path.extname(file);
  const headers = {
    'content-type': types[extension] ?? 'application/octet-stream',
    ...headersOf(path.relative(root, file).split(path.sep).join('/')),
  };
  const { copy, encoding } = packed.has(extension) ? packedCopy(file, request.headers['accept-encoding'] ?? '') : {};
  response.writeHead(
    status,
    encoding ? { ...headers, 'content-encoding': encoding, vary: 'accept-encoding' } : headers,
  );
  if (request.method === 'HEAD') return response.end();
  const bytes = createReadStream(copy ?? file);
  bytes.on('error', () => response.destroy());
  if (encoding && !copy) bytes.pipe(createGzip()).pipe(response);
  else bytes.pipe(response);
}

/** How a text is packed for whoever takes that, and the copy that lies there packed; without one it is packed as it goes. */
function packedCopy(file, accepted) {
  for (const [encoding, end] of [
    ['br', '.br'],
    ['gzip', '.gz'],
  ])
    if (new RegExp(`\\b${encoding}\\b`).test(accepted) && existsSync(file + end)) return { encoding, copy: file + end };
  return /\bgzip\b/.test(accepted) ? { encoding: 'gzip' } : {};
}
