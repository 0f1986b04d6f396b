/** `workbench/lock.json`: what the saved state was made from, and the hashes of what was made. */
export interface Lock {
  /** npm's v86, exactly: a saved state belongs to one version. */
  v86: string;
  /** Of `uname -r` in the guest. */
  kernel: string;
  /** Debian 12's i386 packages, by name. */
  packages: Record<string, Package>;
  /** SHA-256 of the kernel image, the initramfs and the compressed state. */
  sha256: { kernel: string; initramfs: string; state: string };
}

export interface Package {
  version: string;
  /** The source package and its version, whose text the licence asks to offer. */
  source: string;
  sourceVersion: string;
  sha256: string;
}

/** Reads the paragraphs that `apt-cache show` printed. A package that is called like its source does not name it. deb822(5) */
export function packagesFrom(shown: string): Record<string, Package> {
  const found: [string, Package][] = [];
  for (const paragraph of shown.split(/\n\n+/)) {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(paragraph)?.[1];
    const [name, version, sha256] = [field('Package'), field('Version'), field('SHA256')];
    if (!name || !version || !sha256) continue;
    const [, source = name, sourceVersion] = /^(\S+)(?: \((.*)\))?$/.exec(field('Source') ?? name) ?? [];
    // A rebuild for one architecture (+b1) has the source of the version without it.
    found.push([name, { version, source, sourceVersion: sourceVersion ?? version.replace(/\+b\d+$/, ''), sha256 }]);
  }
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a build made otherwise than the lock says, one sentence each; none when they agree. */
export function movedBetween(before: Lock, after: Lock): string[] {
  const lines: string[] = [];
  const same = (what: string, was: string | undefined, is: string | undefined) => {
    if (was !== is) lines.push(`${what}: ${was ?? 'none'} → ${is ?? 'none'}`);
  };
  same('v86', before.v86, after.v86);
  for (const name of new Set([...Object.keys(before.packages), ...Object.keys(after.packages)]))
    same(name, before.packages[name]?.version, after.packages[name]?.version);
  same('kernel image', before.sha256.kernel, after.sha256.kernel);
  same('initramfs', before.sha256.initramfs, after.sha256.initramfs);
  return lines;
}
