import type { Locator } from '@playwright/test';

/** The windows that readers have: laptops and desks, a tablet, phones, a phone on its side. */
export const windows = [
  [1366, 650],
  [1440, 780],
  [1920, 950],
  [1280, 720],
  [768, 1024],
  [360, 740],
  [360, 640],
  [640, 360],
] as const;

/** What a reader of this step would have to scroll for, could not read or press, in sentences; what stands in the island is asked as it is. */
export function outOfSight(island: Locator): Promise<string[]> {
  return island.evaluate((island) => {
    const lost: string[] = [];
    const seen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.getBoundingClientRect().height > 0;
    const all = (selector: string) => [...island.querySelectorAll<HTMLElement>(selector)].filter(seen);
    const boxOf = (element: Element) => element.getBoundingClientRect();
    const within = (
      name: string,
      element: Element,
      box: { left: number; top: number; right: number; bottom: number },
    ) => {
      const { left, top, right, bottom } = boxOf(element);
      const slack = 1;
      if (left < box.left - slack || top < box.top - slack || right > box.right + slack || bottom > box.bottom + slack)
        lost.push(
          `${name} at ${[left, top, right, bottom].map(Math.round).join(', ')} leaves ${[box.left, box.top, box.right, box.bottom].map(Math.round).join(', ')}`,
        );
    };
    const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    const scene = island.querySelector('.scene');
    if (!scene) return ['no scene'];
    within('the scene', scene, screen);

    const run = all('.go')[0];
    if (run) {
      within('Run', run, screen);
      const { left, top, width, height } = boxOf(run);
      const there = document.elementFromPoint(left + width / 3, top + height / 2);
      if (!there || !run.contains(there)) lost.push(`Run lies under ${there?.outerHTML.slice(0, 60)}`);
    } else lost.push('no Run');

    const step = Number.parseInt(island.dataset.at ?? '0', 10);
    const words = all('.words')[0];
    if (!words) lost.push('no words');
    else {
      within('the words', words, boxOf(scene));
      const said = [...words.children].filter((one): one is HTMLElement => seen(one));
      if (step > 0 && !said.some((one) => one.matches('.after'))) lost.push('no sentence about the step');
      const scrolls = getComputedStyle(words).overflowY === 'auto';
      if (!scrolls) for (const one of said) within(one.className, one, boxOf(words));
      // What is read first stands whole, whatever must be scrolled for.
      const [first] = said;
      if (first && boxOf(first).top < boxOf(words).top - 1) lost.push('the first words are scrolled away');
      const asked = all('.ask')[0];
      if (/ask/.test(island.dataset.at ?? '') && !asked) lost.push('a question that does not stand');
      // Where not all of it has room, it begins in sight, and the rest is scrolled to.
      if (asked) {
        const question = asked.querySelector('p');
        if (question) within('the question', question, boxOf(words));
        if (!scrolls) for (const answer of all('.ask button')) within('an answer', answer, boxOf(words));
      }
    }

    for (const proof of all('.proof')) {
      const view = proof.closest('.view');
      if (/said/.test(island.dataset.at ?? '') && view) {
        const { top, bottom } = boxOf(proof);
        const frame = boxOf(view);
        // That of this step, which is the last one in sight; earlier ones may have scrolled away.
        const current = proof.parentElement?.dataset.k === `${step}`;
        if (current && (top < frame.top - 1 || bottom > frame.bottom + 1)) lost.push('the row that proves it');
      }
    }

    const drawings = all('svg.dg');
    const [drawing] = drawings;
    if (!drawing || drawings.length > 1) lost.push(`${drawings.length} drawings`);
    else {
      within('the drawing', drawing.parentElement ?? drawing, boxOf(scene));
      // A static drawing refers to what several steps have; text that has no size of its own has the drawing's.
      const parts = [...drawing.querySelectorAll('use')].map(
        (use) => document.querySelector(use.getAttribute('href') ?? '') ?? drawing,
      );
      const texts = [drawing, ...parts].flatMap((part) => [...part.querySelectorAll('text')]);
      const box = (drawing as unknown as SVGSVGElement).viewBox.baseVal;
      const scale = Math.min(boxOf(drawing).width / box.width, boxOf(drawing).height / box.height);
      const sizes = texts.map(
        (text) => Number.parseFloat(text.getAttribute('font-size') ?? getComputedStyle(drawing).fontSize) * scale,
      );
      const least = Math.min(...sizes);
      if (least < 11.95) lost.push(`a text of ${least.toFixed(1)} px in the drawing`);
    }
    return lost;
  });
}
