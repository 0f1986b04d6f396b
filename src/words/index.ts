// The language that the site is built in. Another one is a folder beside `en` with the same files, named here.
export * from './en/index.ts';
