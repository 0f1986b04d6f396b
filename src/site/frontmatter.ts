import { z } from 'zod';
import { outline } from '../../content/outline.ts';
import { nsKinds } from '../host/facts.ts';
import { authorError } from './author-error.ts';

/** What stands between the two `---` lines at the top of a chapter. Nothing else may. */
const schema = z.strictObject({
  /** The page's heading. */
  title: z.string().min(1),
  /** Its name in the contents: one of content/outline.ts. */
  nav: z.enum(outline.map((planned) => planned.nav)),
  /** Its address below the site's base: "/" or "/pid/". */
  path: z.string().regex(/^\/([a-z0-9-]+\/)*$/, 'expected an address that begins and ends with a slash, like "/pid/"'),
  /** The line above the heading: "Namespaces, 1 of 7"; absent where the page begins with something better. */
  kicker: z.string().min(1).optional(),
  /** For search engines and previews. */
  description: z.string().min(1).max(160),
  /** The namespace whose colour the chapter has. */
  tone: z.enum(nsKinds).optional(),
});

export type Frontmatter = z.infer<typeof schema>;

/** The frontmatter of one chapter file, checked; throws one sentence that names the file, the field, and what was expected and found. */
export function readFrontmatter(file: string, found: unknown): Frontmatter {
  if (found === undefined) throw authorError(`${file}: expected frontmatter between two lines of ---, found none.`);
  const result = schema.safeParse(found);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    const field = issue.path.join('.') || 'frontmatter';
    const value = issue.path.reduce<unknown>((from, key) => (from as Record<PropertyKey, unknown>)?.[key], found);
    return `${field}: ${issue.message}, found ${issue.path.length ? (JSON.stringify(value) ?? 'nothing') : 'more'}`;
  });
  throw authorError(`${file}: ${problems.join('; ')}.`);
}

/** The chapters in the order of the outline; throws one sentence when two claim the same address or the same place in the contents. */
export function inOrder<Chapter extends Frontmatter & { file: string }>(chapters: Chapter[]): Chapter[] {
  for (const field of ['path', 'nav'] as const) {
    const owner = new Map<string, string>();
    for (const chapter of chapters) {
      const other = owner.get(chapter[field]);
      if (other)
        throw authorError(`${chapter.file}: expected a ${field} of its own, found ${other}'s "${chapter[field]}".`);
      owner.set(chapter[field], chapter.file);
    }
  }
  const place = (chapter: Chapter) => outline.findIndex((planned) => planned.nav === chapter.nav);
  return chapters.toSorted((a, b) => place(a) - place(b));
}
