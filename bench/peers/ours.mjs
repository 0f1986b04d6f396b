/** This site, as `npm run build` writes it. */
export const ours = {
  id: 'ours',
  name: 'this site',
  short: 'this site',
  folder: 'dist',
  // A living terminal has taken over its static rows.
  terminal: ({ scene }) => [
    `.island[data-scene="${scene}"] .terms`,
    `.island[data-scene="${scene}"] .ready .xterm-rows`,
  ],
  next: () => 'a[rel=next]',
};
