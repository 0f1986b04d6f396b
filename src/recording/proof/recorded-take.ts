import type { TakeRecording } from '../parse.ts';
import type { SceneScript } from '../script.ts';

/** One take as it was recorded, with the script that it claims to follow. */
export interface RecordedTake extends TakeRecording {
  scene: SceneScript;
  take: string;
}
