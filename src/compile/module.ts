import type { Drawing, Format } from '../diagram/drawing.ts';
import type { SceneData, StageData } from '../scene/data.ts';

/** A scene's data as a JavaScript module: what drawings of many steps hold alike, their shapes above all, is written once. */
export function sceneModule(scene: SceneData): string {
  const names = new Map<string, string>();
  const shared: string[] = [];
  const once = (code: string): string => {
    const known = names.get(code);
    if (known !== undefined) return known;
    const name = `s${names.size.toString(36)}`;
    names.set(code, name);
    shared.push(`${name}=${code}`);
    return name;
  };
  const object = (fields: Record<string, string>) =>
    `{${Object.entries(fields)
      .map(([key, code]) => `${JSON.stringify(key)}:${code}`)
      .join()}}`;
  const plain = (value: object, except: string[] = []) =>
    Object.fromEntries(
      Object.entries(value)
        .filter(([key, field]) => field !== undefined && !except.includes(key))
        .map(([key, field]) => [key, JSON.stringify(field)]),
    );
  const drawing = ({ shapes, lights, ...rest }: Drawing) =>
    once(
      object({
        ...plain(rest),
        lights: once(JSON.stringify(lights)),
        shapes: `[${shapes.map((shape) => once(JSON.stringify(shape))).join()}]`,
      }),
    );
  const stage = (value: StageData) => {
    const { tall, landscape }: Record<Format, Drawing> = value.drawings;
    return object({
      ...plain(value, ['drawings']),
      drawings: object({ tall: drawing(tall), landscape: drawing(landscape) }),
    });
  };
  const takes = scene.takes.map((take) =>
    object({
      ...plain(take, ['start', 'steps']),
      start: stage(take.start),
      steps: `[${take.steps.map(stage).join()}]`,
    }),
  );
  const code = object({ ...plain(scene, ['takes']), takes: `[${takes.join()}]` });
  return `const ${shared.join(',\n')};\nexport default ${code};\n`;
}
