import type { Claim } from './proof/claim.ts';

/** What is the same whenever it is asked on one lab, so that one recording can contradict another. */
const constants: { what: string; of: RegExp }[] = [
  { what: 'the first line of the kernel’s log', of: /^(\[ {4}0\.000000\] Linux version .*\d{4}-\d\d-\d\d\))$/ },
  { what: 'the size of Debian’s id', of: /^-rwsr-xr-x .* (\d+) \w{3} +\d+ \d\d:\d\d id$/ },
  { what: 'what MemTotal says', of: /^MemTotal: +(\d+) kB$/ },
  { what: 'the disk’s number', of: /^brw-rw---- 1 root disk (\d+, \d+) .*\/dev\/vda$/ },
];

/** One sentence for each output of a take that says otherwise what the outputs of other takes say. */
export function alikeMistakes(take: Claim[], others: Claim[]): string[] {
  const valuesOf = (claims: Claim[], of: RegExp) =>
    claims.flatMap((claim) =>
      claim.output.flatMap((line) => of.exec(line)?.[1] ?? []).map((value) => ({ claim, value })),
    );
  return constants.flatMap(({ what, of }) => {
    const known = valuesOf(others, of);
    return valuesOf(take, of).flatMap(({ claim: { told, step, pane }, value }) => {
      const other = known.find((each) => each.value !== value);
      if (!other) return [];
      const { scene, take: name } = other.claim.told;
      return [
        `${told.scene.id}/${told.take}, step ${step}, pane ${pane}: expected ${what} to be ${other.value}, as in ${scene.id}/${name}, found ${value}.`,
      ];
    });
  });
}
