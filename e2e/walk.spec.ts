import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { SceneOnPage, scenes } from './scene.ts';

interface Node {
  role: { value: string };
  name?: { value: string };
  ignored: boolean;
  childIds?: string[];
  nodeId: string;
}

/** What a screen reader meets below an element, from the first to the last: each with its role, whatever has no words left out. */
async function walk(page: Page, selector: string): Promise<{ role: string; text: string }[]> {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send('Runtime.evaluate', { expression: `document.querySelector('${selector}')` });
  const { node } = await session.send('DOM.describeNode', { objectId: result.objectId ?? '' });
  const { nodes } = (await session.send('Accessibility.queryAXTree', {
    backendNodeId: node.backendNodeId,
  })) as unknown as { nodes: Node[] };
  const known = new Map(nodes.map((each) => [each.nodeId, each]));
  const walked: { role: string; text: string }[] = [];
  const visit = (each: Node | undefined) => {
    if (!each) return;
    const text = each.name?.value.trim() ?? '';
    if (!each.ignored && text && each.role.value !== 'InlineTextBox') walked.push({ role: each.role.value, text });
    for (const child of each.childIds ?? []) visit(known.get(child));
  };
  visit(nodes[0]);
  return walked;
}

/** The texts come one after the other in what was walked through, with anything between them. */
function expectInOrder(walked: string, texts: string[]): void {
  let from = 0;
  for (const text of texts) {
    const at = walked.indexOf(text, from);
    expect(at, `${JSON.stringify(text)} after ${JSON.stringify(walked.slice(Math.max(0, from - 60), from))}`).not.toBe(
      -1,
    );
    from = at + text.length;
  }
}

/** Texts are cut where markup begins; what is between the cuts is compared without its blanks. */
function tight(text: string): string {
  return text.replace(/[\s\u00a0]+/g, '');
}

async function heard(page: Page, selector: string): Promise<string> {
  const words = (await walk(page, selector)).filter(({ role }) => role === 'StaticText' || role === 'image');
  return words.map(({ text }) => tight(text)).join('');
}

/** The steps of the scene's first take as `/text/<scene>.txt` tells them: sentence, command and output, what it means; and the drawing in words. */
function told(id: string): { texts: string[]; drawing: string }[] {
  const [whole = '', take = whole] = readFileSync(`dist/text/${id}.txt`, 'utf8').split(/\n[^\n]+\n-{3,}\n/);
  return take
    .split(/\n(?=\d+\. )/)
    .slice(1)
    .map((step) => {
      const parts = step.split('\n\n').filter((part) => !/^(Question|The kernel says): |^ {2}exit status/.test(part));
      const texts = parts
        .filter((part) => !part.startsWith('Now: '))
        .flatMap((part) => (part.startsWith('  [') ? part.split('\n').slice(1) : [part]))
        .map((line) =>
          line
            .replace(/^\d+\. /, '')
            .replace(/^ *\S+@\S+:\S*([#$]) /, '$1 ')
            .trim(),
        )
        .map((line) => line.replace(/^# /, '$ '))
        .filter(Boolean);
      return { texts, drawing: (parts.find((part) => part.startsWith('Now: ')) ?? '').slice(5).trim() };
    });
}

const chapter = 'content/chapters/06-uts.mdx';

/** The longest run of each paragraph and heading that has no markup in it, in the order of the chapter. */
function proseOf(file: string): string[] {
  const [, , body = ''] = readFileSync(file, 'utf8').split(/^---$/m);
  return body
    .split(/\n\n+/)
    .filter((part) => !part.trim().startsWith('<Scene'))
    .map((part) => part.replace(/^#+ /, '').split(/<[^>]*>|[`*{}[\]]/))
    .map((runs) => runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '').trim())
    .filter((run) => run.length > 8);
}

test('a screen reader walks through the chapter on UTS: the prose in its order, each scene between', async ({
  page,
}) => {
  await page.goto('uts/');
  const walked = await heard(page, 'main');
  const prose = proseOf(chapter).map(tight);
  expect(prose.length).toBeGreaterThan(10);
  expectInOrder(walked, prose);
  const [first = '', second = ''] = scenes
    .filter(({ path }) => path === 'uts/')
    .map(({ id }) => told(id)[0]?.texts[0] ?? '');
  expectInOrder(walked, [prose[0] ?? '', tight(first), tight(second), prose.at(-1) ?? '']);
});

for (const { id } of scenes.filter(({ path }) => path === 'uts/'))
  test(`a screen reader meets in ${id}, at every step: the drawing in words, then sentence, command, output and meaning of each step so far`, async ({
    page,
  }) => {
    await page.goto(`uts/#${id}`);
    const scene = new SceneOnPage(page, id);
    await scene.alive();
    const steps = told(id);
    expect(steps).toHaveLength(await scene.steps());
    for (const [at, { drawing }] of steps.entries()) {
      await scene.dot(at + 1).click();
      await scene.restsAt(at + 1);
      const walked = await heard(page, `#${id}`);
      const soFar = steps.slice(0, at + 1).flatMap(({ texts }) => texts);
      expectInOrder(walked, [drawing, ...soFar].map(tight));
      // What is still to come is not told.
      for (const { texts } of steps.slice(at + 1)) expect(walked).not.toContain(tight(texts.at(-1) ?? ''));
    }
  });
