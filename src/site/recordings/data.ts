/** What the page of the recordings lists. */
export interface RecordingsData {
  /** By the address below the base under which a recording is served. */
  files: Record<string, { bytes: number; seconds: number }>;
  /** The list of all recordings: the SHA-256, hex, of content/recordings.sha256, and how many files it lists. */
  root: { hash: string; files: number };
  /** SHA-256, hex, of lab/lock.json as it is now. */
  lock: string;
  /** What the lab is built from. */
  trees: { name: string; suite: string; packages: number }[];
  /** The script that asks the reader's own Docker. */
  verify: string;
  /** What that script does not run, and why. */
  leftOut: { scene: string; command: string; why: string }[];
}
