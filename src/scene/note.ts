/** Says something of an island in its corner, in place of what was said there before; gives back the note. */
export function noteIn(island: HTMLElement, text: string): HTMLElement {
  noteOn(island)?.remove();
  const note = document.createElement('p');
  note.className = 'island-note';
  note.role = 'status';
  note.append(text);
  island.append(note);
  return note;
}

/** The island's note, if there is one. */
export function noteOn(island: HTMLElement): Element | null {
  return island.querySelector(':scope > .island-note');
}
