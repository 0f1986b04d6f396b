import { ensureInstalled, run } from './tools.mjs';

await ensureInstalled();
await run('vite', ['build']);
const { serve } = await import('./serve.mjs');
const base = process.env.BASE_PATH ?? '/';
const { address } = await serve({
  folder: 'dist',
  base,
  port: Number(process.env.PORT ?? 4173),
  host: process.env.HOST ?? '127.0.0.1',
});
console.log(`\nThe site is at ${address} (Ctrl+C ends it).`);
