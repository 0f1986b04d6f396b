import { prove } from '../recording/proof.ts';
import type { SceneScript } from '../recording/script.ts';
import type { SceneData } from '../scene/data.ts';
import { AuthorError, fail } from './author-error.ts';
import { compile } from './compile.ts';
import { readRecordings, scenesFolder } from './read.ts';

/** A scene from its script and the recordings below the root, proven; whatever is wrong with those ends in one sentence that names them. */
export async function compileScene(root: string, script: SceneScript): Promise<SceneData> {
  const folder = `${scenesFolder}/${script.id}`;
  try {
    const recordings = await readRecordings(root, script);
    const data = await compile(script, recordings, folder);
    for (const [take, recorded] of Object.entries(recordings)) {
      const [failure] = prove({ scene: script, take, ...recorded }).failures;
      if (failure) throw new AuthorError(`${scenesFolder}/${failure.replace(/\s+/g, ' ')}`);
    }
    return data;
  } catch (error) {
    if (error instanceof AuthorError) throw error;
    const message = (error instanceof Error ? error.message : `${error}`).replace(/\s+/g, ' ');
    if (message.startsWith(folder)) throw error;
    return fail({ file: folder }, 'recordings as the lab writes them', message);
  }
}
