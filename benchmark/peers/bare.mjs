import { writePlain } from './shared.mjs';

/** The limit: nothing can show the text sooner. It has no terminal. */
export const bare = {
  id: 'bare',
  name: 'bare HTML (the limit)',
  short: 'bare',
  next: () => 'a[rel=next]',
  build: ({ pages, out }) => writePlain(pages, out),
};
