import { createRoot } from 'react-dom/client';
import Workbench from './Workbench.tsx';
import styles from './workbench.css?inline';

/** Starts the machine in the place of the button that asked for it, and puts the living workbench in the place of its picture. */
export function wake(place: HTMLElement): void {
  const [live, start] = ['[data-bench-live]', '[data-bench-drive]'].map((each) =>
    place.querySelector<HTMLElement>(each),
  );
  if (!live || !start) return;
  const sheet = document.createElement('style');
  sheet.textContent = styles;
  document.head.append(sheet);
  start.replaceChildren();
  createRoot(live).render(<Workbench start={start} />);
}
