/** Says something of an island in its corner, in place of what was said there before; gives back the note. */
export function noteIn(island: HTMLElement, text: string): HTMLElement {
  island.querySelector(':scope > .island-note')?.remove();
  const note = document.createElement('p');
  note.className = 'island-note';
  note.role = 'status';
  note.append(text);
  island.append(note);
  return note;
}
