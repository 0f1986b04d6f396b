const choices = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** Light, dark, or as the system has it; shown only where a script can act on it. */
export function ThemeSwitch({ name }: { name: string }) {
  return (
    <fieldset className="theme">
      <legend>Theme</legend>
      {choices.map(({ value, label }) => (
        <label key={value}>
          <input type="radio" name={name} value={value} defaultChecked={value === 'system'} data-theme-choice="" />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
