declare module 'virtual:workbench' {
  /** lab/collect.sh without its comments, for a guest that gets it over a serial line. */
  export const collector: string;
  /** How long the machine's files are. */
  export const bytes: { wasm: number; state: number };
  /** What the saved state was made from. */
  export const made: { v86: string; kernel: string };
}
