import type { SceneData, StageData } from '../../src/scene/data.ts';

/** A scene's data as a JavaScript module: what many steps hold alike (the host above all) is written once. */
export function sceneModule(scene: SceneData): string {
  const names = new Map<string, string>();
  const shared: string[] = [];
  const once = (value: unknown): string => {
    const json = JSON.stringify(value);
    let name = names.get(json);
    if (name === undefined) {
      name = `s${names.size}`;
      names.set(json, name);
      shared.push(`const ${name}=${json};`);
    }
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
  const host = ({ processes, ...rest }: StageData['host']) =>
    object({ ...plain(rest), processes: `[${processes.map(once).join()}]` });
  const hosts = new Map<string, string>();
  const stage = (value: StageData) => {
    const json = JSON.stringify(value.host);
    let name = hosts.get(json);
    if (name === undefined) {
      name = `h${hosts.size}`;
      const code = host(value.host);
      hosts.set(json, name);
      shared.push(`const ${name}=${code};`);
    }
    return object({ ...plain(value, ['host']), host: name });
  };
  const takes = scene.takes.map((take) =>
    object({
      ...plain(take, ['start', 'steps']),
      start: stage(take.start),
      steps: `[${take.steps.map(stage).join()}]`,
    }),
  );
  const code = object({ ...plain(scene, ['takes']), takes: `[${takes.join()}]` });
  return `${shared.join('\n')}\nexport default ${code};\n`;
}
