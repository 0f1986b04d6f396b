/** `lab/lock.json`: every package of every tree, with the hash that Debian's signed index gives for it. */
export interface Lock {
  trees: Record<string, { suite: string; packages: Record<string, { version: string; sha256: string }> }>;
}

/** Reads the paragraphs that `apt-cache show` printed into the packages of one tree, by name. */
export function packagesFrom(shown: string): Record<string, { version: string; sha256: string }> {
  const found: [string, { version: string; sha256: string }][] = [];
  for (const paragraph of shown.split(/\n\n+/)) {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(paragraph)?.[1];
    const [name, version, sha256] = [field('Package'), field('Version'), field('SHA256')];
    if (name && version && sha256) found.push([name, { version, sha256 }]);
  }
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** apt preferences that choose the locked versions; apt passes over a pin whose version the archive no longer has. */
export function pinsOf(tree: Lock['trees'][string]): string {
  return Object.entries(tree.packages)
    .map(([name, { version }]) => `Package: ${name}\nPin: version ${version}\nPin-Priority: 1001\n`)
    .join('\n');
}

/** Names each package that differs between two locks, one line each, in words. */
export function movedBetween(before: Lock, after: Lock): string[] {
  const lines: string[] = [];
  for (const tree of new Set([...Object.keys(before.trees), ...Object.keys(after.trees)])) {
    const [old, now] = [before.trees[tree]?.packages ?? {}, after.trees[tree]?.packages ?? {}];
    for (const name of [...new Set([...Object.keys(old), ...Object.keys(now)])].sort()) {
      const [was, is] = [old[name], now[name]];
      if (!was || !is) lines.push(`${tree}: ${name} ${was ? `${was.version} is gone` : `${is?.version} is new`}`);
      else if (was.version !== is.version) lines.push(`${tree}: ${name} ${was.version} → ${is.version}`);
      else if (was.sha256 !== is.sha256) lines.push(`${tree}: ${name} ${was.version} has another sha256`);
    }
  }
  return lines;
}
