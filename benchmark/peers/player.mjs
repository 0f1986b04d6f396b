import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { lazyPlayers, playerPlace, putCasts, writePlain } from './shared.mjs';

const bundle = 'benchmark/node_modules/asciinema-player/dist/bundle';

const load = `new Promise((resolve) => {
      const style = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/assets/asciinema-player.css' });
      const script = Object.assign(document.createElement('script'), { src: '/assets/asciinema-player.min.js' });
      script.onload = () => resolve(AsciinemaPlayer);
      document.head.append(style, script);
    })`;

/** Plain files, and asciinema's player where the reader scrolls to it. */
export const player = {
  id: 'player',
  name: 'bare HTML + asciinema-player, lazy',
  short: 'bare + player',
  terminal: playerPlace,
  next: () => 'a[rel=next]',
  async build({ pages, out }) {
    await mkdir(path.join(out, 'assets'), { recursive: true });
    for (const file of ['asciinema-player.css', 'asciinema-player.min.js'])
      await copyFile(path.join(bundle, file), path.join(out, 'assets', file));
    await putCasts(pages, out);
    await writePlain(pages, out, {
      terminal: (page) => `<div class="cast" data-src="/casts/${page.name}.cast" style="min-height:20rem"></div>`,
      tail: `<script>${lazyPlayers(load)}</script>`,
    });
  },
};
