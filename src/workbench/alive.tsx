import { createRoot } from 'react-dom/client';
import Workbench from './Workbench.tsx';
import styles from './workbench.css?inline';

/** Puts the living workbench in the place of the button that asked for it, and starts the machine. */
export function wake(place: HTMLElement): void {
  const sheet = document.createElement('style');
  sheet.textContent = styles;
  document.head.append(sheet);
  createRoot(place).render(<Workbench />);
}
