import { inputsOf, preparationOf, type SceneScript, stepInTake } from './script.ts';

/** What a take types and where, as one canonical text: a recording answers to this, and to nothing of how it is told. */
export function typedText(scene: SceneScript, take: string): string {
  const panes = Object.entries(scene.panes).map(([name, pane]) => [name, pane.via ?? null, pane.opensAfter ?? null]);
  const steps = scene.steps.map((step) => {
    const told = stepInTake(step, take);
    const inputs = inputsOf(told).map((input) => [input.pane, input.type]);
    return [
      told.id,
      inputs,
      told.ends ? Object.entries(told.ends).sort() : null,
      told.sample ? [told.sample.of, told.sample.everyMs] : null,
    ];
  });
  const reads = scene.reads ? [[...scene.reads].sort()] : [];
  return JSON.stringify([scene.id, take, panes, preparationOf(scene, take), steps, ...reads]);
}

/** The hash that ties a recording to its script; `sha256` gives 64 hex digits of a text's UTF-8 bytes. */
export function scriptHash(scene: SceneScript, take: string, sha256: (text: string) => string): string {
  return sha256(typedText(scene, take));
}
