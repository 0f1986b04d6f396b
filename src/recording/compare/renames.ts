/**
 * Which value of the committed recording stands for which value of the new one. A pid may be another number next time,
 * but it must be that number everywhere: in `ps`, in NSpid, in the facts. Blanking such values would hide a disagreement.
 */
export class Renames {
  readonly #kinds = new Map<string, { there: Map<string, string>; back: Map<string, string> }>();

  #of(kind: string): { there: Map<string, string>; back: Map<string, string> } {
    const known = this.#kinds.get(kind) ?? { there: new Map(), back: new Map() };
    this.#kinds.set(kind, known);
    return known;
  }

  /** The value's new name; undefined when none is known. */
  of(kind: string, old: string | number): string | undefined {
    return this.#of(kind).there.get(String(old));
  }

  /** Every new name of the value among kinds whose names begin so; none when none is known. */
  among(kinds: string, old: string | number): string[] {
    return [...this.#kinds.keys()].filter((kind) => kind.startsWith(kinds)).flatMap((kind) => this.of(kind, old) ?? []);
  }

  /** Learns that one value became another; gives a sentence when that contradicts what was learned before. */
  learn(kind: string, old: string | number, now: string | number): string | undefined {
    const { there, back } = this.#of(kind);
    const [from, to] = [String(old), String(now)];
    const [known, other] = [there.get(from), back.get(to)];
    if (known !== undefined && known !== to) return `${kind} ${from} became ${known} elsewhere, and ${to} here`;
    if (other !== undefined && other !== from)
      return `${kind} ${to} stands for ${other} elsewhere, and for ${from} here`;
    there.set(from, to);
    back.set(to, from);
    return undefined;
  }

  /** A text in which every container id, whole or its first twelve digits, has its new name; so have layers, veths and versions. */
  text(old: string): string {
    let text = old;
    for (const [from, to] of this.#of('version').there) text = text.replaceAll(from, to);
    const names = /[0-9a-f]{64}|[0-9a-f]{12}|\bl\/[A-Z0-9]{26}\b|\b(?:veth|br-)[0-9a-f]+\b/g;
    return text.replace(names, (found) => {
      return this.of('container id', found) ?? this.of('layer', found) ?? this.of('link', found) ?? found;
    });
  }
}
