import type { Standing } from '../../../content/ledger.ts';
import type { Kept } from '../../scene/memory.ts';
import * as words from '../../words/index.ts';
import { type Listed, met, saidIn } from './record.ts';
import type { Asked, Entry } from './sheet.ts';
import { isRight } from './standing.ts';

/** Which resource a row is of. */
export function idOf(row: HTMLElement): string {
  return row.id.slice(2);
}

/** A row of the table as a value, with what was said of it. */
export function listedIn(row: HTMLElement, record: Kept): Listed & { is: Standing[] } {
  return {
    name: row.querySelector('th')?.textContent ?? '',
    is: (row.dataset.is ?? '').split(',') as Standing[],
    said: saidIn(record, idOf(row)),
    sourced: row.dataset.scene === undefined,
  };
}

/** A row as it is given out. */
export function entryOf(row: HTMLElement, record: Kept): Entry {
  const { name, is, said } = listedIn(row, record);
  const how = row.querySelector('.answer span')?.textContent ?? '';
  return { name, is, default: how, ...(said ? { said } : {}) };
}

/** A question of a chapter as it is given out. */
export function askedOf(question: HTMLElement, { picks }: Kept): Asked {
  const place = question.dataset.place ?? '';
  const texts = [...question.querySelectorAll('ol > li > span')].map((answer) => answer.textContent ?? '');
  const said = texts[picks?.[place] ?? -1];
  return {
    place,
    question: question.querySelector('.question')?.textContent ?? '',
    answer: texts[Number(question.dataset.right)] ?? '',
    ...(said === undefined ? {} : { said }),
  };
}

/** Shows what was said of a resource, beside the kernel's answer. */
export function showRow(row: HTMLElement, record: Kept): void {
  const { is, said } = listedIn(row, record);
  row.toggleAttribute('data-open', said !== undefined || met(record, row.dataset.scene));
  const line = row.querySelector<HTMLElement>('.yours');
  if (!line) return;
  line.tabIndex = -1;
  write(line, said ? (isRight(said, is) ? words.ledger.asYouSaid(said) : words.ledger.youSaid(said)) : '');
}

/** Shows what was answered to a question, among its answers. */
export function showQuestion(question: HTMLElement, { picks }: Kept): void {
  const pick = picks?.[question.dataset.place ?? ''];
  question.toggleAttribute('data-open', pick !== undefined);
  for (const [index, answer] of [...question.querySelectorAll('ol > li')].entries())
    answer.toggleAttribute('data-said', index === pick);
}

/** Covers the kernel's answers, or uncovers them; what was covered in the chapters' questions goes along. */
export function toggleVeil(root: HTMLElement, page: HTMLElement, button: HTMLButtonElement): void {
  const open = root.dataset.veiled !== undefined;
  if (open) delete root.dataset.veiled;
  else root.dataset.veiled = '';
  if (open) page.dataset.open = '';
  else delete page.dataset.open;
  button.ariaPressed = `${open}`;
}

/** Gives an element, where there is one, a text. */
export function write(element: Element | null, text: string): void {
  if (element) element.textContent = text;
}

/** Offers a text as a file. */
export function offer(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
