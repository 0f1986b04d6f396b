import * as words from '../words/index.ts';

/** Light, dark, or as the system has it; shown only where a script can act on it. */
export function ThemeSwitch({ name }: { name: string }) {
  return (
    <fieldset className="theme">
      <legend>{words.theme.name}</legend>
      {Object.entries(words.theme.choices).map(([value, label]) => (
        <label key={value}>
          <input type="radio" name={name} value={value} defaultChecked={value === 'system'} data-theme-choice="" />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
