import { type Kept, keep, recall } from '../../scene/memory.ts';
import { whenShownAgain } from '../../scene/shown-again.ts';
import * as words from '../../words/index.ts';
import { seenIn } from '../progress/progress.ts';
import { showProgress } from '../progress/show.ts';
import { askedOf, entryOf, idOf, listedIn, offer, showQuestion, showRow, toggleVeil, write } from './page.ts';
import { answered, cleared, fileOf, inOrder, isWanted, standOf } from './record.ts';
import { type Sheet, sheetText } from './sheet.ts';

/** The ledger on its page, and what it knows of its reader. */
interface Ledger {
  root: HTMLElement;
  page: HTMLElement;
  rows: HTMLElement[];
  questions: HTMLElement[];
  /** How many scenes there are in all chapters. */
  scenes: number;
  record: Kept;
  /** Whether the record outlives the page. */
  lasting: boolean;
}

const table = document.querySelector<HTMLElement>('.ledger');
const page = document.querySelector<HTMLElement>('main');
if (table && page) begin(table, page);

/** Makes the ledger answer: what the reader said is read from the record, shown beside the kernel's answers, and written back. */
function begin(root: HTMLElement, page: HTMLElement): void {
  const ledger: Ledger = {
    root,
    page,
    rows: [...root.querySelectorAll<HTMLElement>('tbody tr')],
    questions: [...page.querySelectorAll<HTMLElement>('[data-place]')],
    scenes: countScenes(),
    record: recall(),
    lasting: true,
  };
  root.addEventListener('change', () => arrange(ledger));
  root.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('button');
    const row = button?.closest<HTMLElement>('tr');
    if (row && button) {
      save(ledger, answered(ledger.record, idOf(row), button.value));
      // The button is gone: the focus stays where it was asked for.
      row.querySelector<HTMLElement>('.yours')?.focus();
    } else if (button && Object.hasOwn(tools, button.name)) tools[button.name]?.(ledger, button);
  });
  whenShownAgain(() => {
    // Answers that could not be kept are on this page alone.
    if (!ledger.lasting) return;
    ledger.record = recall();
    show(ledger);
  });
  root.dataset.alive = '';
  show(ledger);
}

/** The buttons above the table, by their names. */
const tools: Record<string, (ledger: Ledger, button: HTMLButtonElement) => void> = {
  veil: ({ root, page }, button) => toggleVeil(root, page, button),
  json: (ledger) => offer('ledger.json', 'application/json', fileOf(sheetOf(ledger), ledger.record)),
  text: (ledger) => offer('ledger.txt', 'text/plain', sheetText(sheetOf(ledger))),
  print: () => print(),
  clear(ledger) {
    if (confirm(words.ledger.reallyClear)) save(ledger, cleared(ledger.record));
  },
};

/** Both forms of the contents name the scenes of each chapter. */
function countScenes(): number {
  const links = [...document.querySelectorAll<HTMLElement>('a[data-scenes]')];
  return new Set(links.flatMap(({ dataset }) => dataset.scenes?.split(' ') ?? [])).size;
}

function save(ledger: Ledger, next: Kept): void {
  ledger.record = next;
  ledger.lasting = keep(next);
  show(ledger);
}

function sheetOf({ rows, questions, record }: Ledger): Sheet {
  return {
    resources: rows.map((row) => entryOf(row, record)),
    questions: questions.map((question) => askedOf(question, record)),
    seen: seenIn(record),
  };
}

function show(ledger: Ledger): void {
  const { root, rows, questions, record, lasting, scenes } = ledger;
  for (const row of rows) showRow(row, record);
  for (const question of questions) showQuestion(question, record);
  write(root.querySelector('.tally'), standOf(sheetOf(ledger), record, scenes));
  write(root.querySelector('.kept'), lasting ? '' : words.ledger.notKept);
  arrange(ledger);
  showProgress(document);
}

/** Orders and hides the rows as the two lists above them say. */
function arrange({ root, rows, record }: Ledger): void {
  const chosen = (name: string) => root.querySelector<HTMLSelectElement>(`.ledger-tools [name=${name}]`)?.value ?? '';
  const listed = (row: HTMLElement) => listedIn(row, record);
  for (const row of rows) row.hidden = !isWanted(listed(row), chosen('show'));
  root.querySelector('tbody')?.append(...inOrder(rows, listed, chosen('sort')));
}
