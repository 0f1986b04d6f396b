import { whereFrom } from './where.ts';

const form = document.querySelector<HTMLFormElement>('.your-host');
const [field, answer] = [form?.querySelector('textarea'), form?.querySelector('output')];
if (form && field && answer) {
  const tell = () => {
    answer.textContent = field.value.trim() === '' ? '' : whereFrom(field.value).sentence;
  };
  field.addEventListener('input', tell);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.dataset.alive = '';
  // A browser may bring back what was written here before.
  tell();
}
