declare module 'virtual:workbench' {
  /** lab/collect.sh without its comments, for a guest that gets it over a serial line. */
  export const collector: string;
  /** How long the machine's files are, and the SHA-256 of each in hexadecimal digits. */
  export const parts: Record<'wasm' | 'state', { bytes: number; sha256: string }>;
  /** What the saved state was made from. */
  export const made: { v86: string; kernel: string };
}
