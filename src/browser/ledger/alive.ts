import type { Standing } from '../../../content/ledger.ts';
import { type Kept, keep, recall, version } from '../../scene/memory.ts';
import { whenShownAgain } from '../../scene/shown-again.ts';
import * as words from '../../words/index.ts';
import { seenIn } from '../progress/progress.ts';
import { showProgress } from '../progress/show.ts';
import { type Asked, type Entry, type Sheet, sheetText, tally } from './sheet.ts';
import { isRight, type Saying, sayingOf } from './standing.ts';

const table = document.querySelector<HTMLElement>('.ledger');
const page = document.querySelector<HTMLElement>('main');
if (table && page) begin(table, page);

/** Makes the ledger answer: what the reader said is read from the record, shown beside the kernel's answers, and written back. */
function begin(root: HTMLElement, page: HTMLElement): void {
  let record = recall();
  let lasting = true;
  const rows = [...root.querySelectorAll<HTMLElement>('tbody tr')];
  // Both forms of the contents name them.
  const scenes = new Set(
    [...document.querySelectorAll<HTMLElement>('a[data-scenes]')].flatMap(
      ({ dataset }) => dataset.scenes?.split(' ') ?? [],
    ),
  ).size;
  const questions = [...page.querySelectorAll<HTMLElement>('[data-place]')];
  const tool = <T extends HTMLElement>(name: string) => root.querySelector<T>(`.ledger-tools [name=${name}]`);

  const said = (row: HTMLElement): Saying | undefined => sayingOf(answers(record)[idOf(row)]);
  const save = (next: Kept) => {
    record = next;
    lasting = keep(next);
    show();
  };
  const sheet = (): Sheet => ({
    resources: rows.map((row) => entryOf(row, said(row))),
    questions: questions.map((question) => askedOf(question, record)),
    seen: seenIn(record),
  });

  function show(): void {
    for (const row of rows) showRow(row, said(row), met(row, record));
    for (const question of questions) showQuestion(question, record);
    const { resources, questions: asked } = tally(sheet());
    write(
      root.querySelector('.tally'),
      [
        words.ledger.answeredHere(resources[0], rows.length, resources[1]),
        words.ledger.answeredThere(asked[0], questions.length, asked[1]),
        words.ledger.andSaw(seenIn(record).length, scenes),
      ].join(' '),
    );
    write(root.querySelector('.kept'), lasting ? '' : words.ledger.notKept);
    arrange();
    showProgress(document);
  }

  function arrange(): void {
    const wanted = tool<HTMLSelectElement>('show')?.value ?? '';
    const order = tool<HTMLSelectElement>('sort')?.value ?? '';
    for (const row of rows) row.hidden = !isWanted(row, said(row), wanted);
    const key = (row: HTMLElement) =>
      order === 'name' ? nameOf(row) : order === 'is' ? standings(row)[0] : order === 'said' ? (said(row) ?? '~') : '';
    const sorted = order ? [...rows].sort((a, b) => (key(a) ?? '').localeCompare(key(b) ?? '')) : rows;
    root.querySelector('tbody')?.append(...sorted);
  }

  root.addEventListener('change', arrange);
  root.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('button');
    const row = button?.closest<HTMLElement>('tr');
    if (row && button) {
      save({ ...record, ledger: { ...answers(record), [idOf(row)]: button.value } });
      // The button is gone: the focus stays where it was asked for.
      row.querySelector<HTMLElement>('.yours')?.focus();
    } else if (button?.name === 'veil') {
      const open = root.dataset.veiled !== undefined;
      if (open) delete root.dataset.veiled;
      else root.dataset.veiled = '';
      if (open) page.dataset.open = '';
      else delete page.dataset.open;
      button.ariaPressed = `${open}`;
    } else if (button?.name === 'json')
      offer(
        'ledger.json',
        'application/json',
        `${JSON.stringify({ ...sheet(), record: { version, ...record } }, null, 2)}\n`,
      );
    else if (button?.name === 'text') offer('ledger.txt', 'text/plain', sheetText(sheet()));
    else if (button?.name === 'print') print();
    else if (button?.name === 'clear' && confirm(words.ledger.reallyClear))
      save({ ...record, picks: {}, ledger: {}, done: [], lessons: [], last: '' });
  });
  whenShownAgain(() => {
    // Answers that could not be kept are on this page alone.
    if (!lasting) return;
    record = recall();
    show();
  });
  root.dataset.alive = '';
  show();
}

function answers({ ledger }: Kept): Record<string, string> {
  return ledger && typeof ledger === 'object' ? ledger : {};
}

function idOf(row: HTMLElement): string {
  return row.id.slice(2);
}

function nameOf(row: HTMLElement): string {
  return row.querySelector('th')?.textContent ?? '';
}

function standings(row: HTMLElement): Standing[] {
  return (row.dataset.is ?? '').split(',') as Standing[];
}

/** Whether a question of the scene that shows the resource was answered: then it is no riddle any more. */
function met({ dataset: { scene } }: HTMLElement, { picks }: Kept): boolean {
  return scene !== undefined && Object.keys(picks ?? {}).some((place) => place.startsWith(`${scene}/`));
}

function isWanted(row: HTMLElement, said: Saying | undefined, wanted: string): boolean {
  if (wanted === 'open') return !said;
  if (wanted === 'wrong') return said !== undefined && !isRight(said, standings(row));
  if (wanted === 'sourced') return row.dataset.scene === undefined;
  return wanted === '' || standings(row).includes(wanted as Standing);
}

function showRow(row: HTMLElement, said: Saying | undefined, met: boolean): void {
  row.toggleAttribute('data-open', said !== undefined || met);
  const line = row.querySelector<HTMLElement>('.yours');
  if (!line) return;
  line.tabIndex = -1;
  write(line, said ? (isRight(said, standings(row)) ? words.ledger.asYouSaid(said) : words.ledger.youSaid(said)) : '');
}

function showQuestion(question: HTMLElement, { picks }: Kept): void {
  const pick = picks?.[question.dataset.place ?? ''];
  question.toggleAttribute('data-open', pick !== undefined);
  for (const [index, answer] of [...question.querySelectorAll('ol > li')].entries())
    answer.toggleAttribute('data-said', index === pick);
}

function entryOf(row: HTMLElement, said: Saying | undefined): Entry {
  const how = row.querySelector('.answer span')?.textContent ?? '';
  return { name: nameOf(row), is: standings(row), default: how, ...(said ? { said } : {}) };
}

function askedOf(question: HTMLElement, { picks }: Kept): Asked {
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

function write(element: Element | null, text: string): void {
  if (element) element.textContent = text;
}

function offer(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
