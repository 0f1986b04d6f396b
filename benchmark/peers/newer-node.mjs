import { existsSync } from 'node:fs';
import path from 'node:path';
import { exitCodeOf } from '../../scripts/tools.mjs';

const version = '22.23.3';
const folder = 'benchmark/.cache/node';

/**
 * A Node of at least 22.12: this one, or else the binary that npm has for this platform, kept for the benchmark alone.
 * None where npm has none.
 */
export async function newerNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12)) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const binary = path.resolve(folder, 'node_modules', name, 'bin/node');
  if (!existsSync(binary))
    await exitCodeOf('npm', [
      'install',
      '--prefix',
      folder,
      '--no-save',
      '--no-audit',
      '--no-fund',
      `${name}@${version}`,
    ]);
  return existsSync(binary) ? binary : undefined;
}
