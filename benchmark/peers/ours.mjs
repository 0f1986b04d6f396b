/** This site, as `npm run build` writes it. */
export const ours = {
  id: 'ours',
  name: 'this site',
  short: 'this site',
  folder: 'dist',
  // Its rows are served and step by themselves.
  terminal: ({ scene }) => [`.island[data-scene="${scene}"] .terms`, `.island[data-scene="${scene}"] .terms .row`],
  // A living terminal takes them over when the reader points at the scene.
  living: ({ scene }) => [`.island[data-scene="${scene}"] .scene`, `.island[data-scene="${scene}"] .ready .xterm-rows`],
  next: () => 'a[rel=next]',
};
