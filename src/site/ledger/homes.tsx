import { renderToStaticMarkup } from 'react-dom/server';
import type { Chapter } from '../chapters.ts';

/** The chapter in which each scene stands, by the scene's id; `components` are the names that chapters may use. */
export function homesOf(chapters: Chapter[], components: string[]): Map<string, Chapter> {
  const homes = new Map<string, Chapter>();
  for (const chapter of chapters) {
    // The rest of the chapter is not drawn: only its scenes are wanted.
    const nothing = Object.fromEntries(components.map((name) => [name, () => null]));
    const note = ({ id }: { id: string }) => {
      homes.set(id, homes.get(id) ?? chapter);
      return null;
    };
    renderToStaticMarkup(<chapter.Content components={{ ...nothing, Scene: note }} />);
  }
  return homes;
}
