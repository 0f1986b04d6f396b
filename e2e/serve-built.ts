import { existsSync } from 'node:fs';
import { serve } from '../scripts/serve.mjs';

/** Serves what `npm run build` has built, on a port that is free; the tests find the address in the environment. */
export default async function serveBuilt(): Promise<() => Promise<void>> {
  if (!existsSync('dist/index.html'))
    throw new Error('e2e: expected a built site in dist, found none; run `npm run build`.');
  const { address, close } = await serve({ folder: 'dist' });
  process.env.SITE_ADDRESS = address;
  return close;
}
