// A relative import is not allowed inside `declare module`, but an import type is.
declare module 'virtual:scenes' {
  /** Every scene, by id in alphabetical order: for the server, which draws them all. */
  export const scenes: import('./data.ts').SceneData[];
}

declare module 'virtual:facts' {
  /** By scene, take and step: what the host reported when the step was over. */
  export const facts: Record<string, Record<string, Record<string, import('../host/facts.ts').HostFacts>>>;
}

declare module 'virtual:scene-loaders' {
  /** Fetches a scene's data, by its id. */
  const loaders: Record<string, () => Promise<{ default: import('./data.ts').SceneData }>>;
  export default loaders;
}

declare module 'virtual:scene/*' {
  const scene: import('./data.ts').SceneData;
  export default scene;
}
