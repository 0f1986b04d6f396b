import { ensureInstalled, fail, run } from './tools.mjs';

await ensureInstalled();
await run('vite', ['build']);
const { serve } = await import('./serve.mjs');
const { BASE_PATH: base = '/', PORT: port = '4173', HOST: host = '127.0.0.1' } = process.env;
const site = { folder: 'dist', base, host };
const { address } = await serve({ ...site, port: Number(port) }).catch((error) => {
  if (error.code !== 'EADDRINUSE') return fail(error.message);
  console.log(`Port ${port} is taken; any other will do.`);
  return serve(site);
});
console.log(`\nThe site is at ${address} (Ctrl+C ends it).`);
