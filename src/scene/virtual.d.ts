declare module 'virtual:scenes' {
  import type { SceneData } from './data.ts';
  /** Every scene, by id in alphabetical order: for the server, which draws them all. */
  export const scenes: SceneData[];
}

declare module 'virtual:scene-loaders' {
  import type { SceneData } from './data.ts';

  /** Fetches a scene's data, by its id. */
  const loaders: Record<string, () => Promise<{ default: SceneData }>>;
  export default loaders;
}

declare module 'virtual:scene/*' {
  import type { SceneData } from './data.ts';

  const scene: SceneData;
  export default scene;
}
