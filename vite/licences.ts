import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Licence } from '../src/site/site.ts';

/** The licences of the given packages and of the fonts, as their authors wrote them. */
export async function licencesOf(root: string, packages: string[]): Promise<Licence[]> {
  const fonts = { name: 'IBM Plex Sans, Serif and Mono', text: await textOf(root, 'src/site/fonts/OFL.txt') };
  return [...(await Promise.all(packages.map((name) => licenceOf(root, name)))), fonts];
}

async function licenceOf(root: string, name: string): Promise<Licence> {
  const folder = path.join('node_modules', name);
  const { version } = JSON.parse(await textOf(root, path.join(folder, 'package.json'))) as { version: string };
  const file = (await readdir(path.join(root, folder))).find((candidate) => /^licen[cs]e/i.test(candidate));
  if (!file) throw new Error(`${folder}: expected a licence file to print on the licences page, found none.`);
  return { name: `${name} ${version}`, text: await textOf(root, path.join(folder, file)) };
}

async function textOf(root: string, file: string): Promise<string> {
  return (await readFile(path.join(root, file), 'utf8')).trim();
}
