import type { KeyName } from '../terminal/keys.ts';
import * as words from '../words/index.ts';

interface Props {
  /** Whether the next character is sent as if Ctrl were held. */
  control: boolean;
  onControl(): void;
  onPress(key: KeyName): void;
}

const keys: Record<KeyName, readonly [shown: string, name: string]> = words.workbench.keys;
const names = Object.keys(keys) as (keyof typeof words.workbench.keys)[];

/** A row of keys for keyboards on glass. A press leaves the focus, and with it that keyboard, where it is. */
export function Keys({ control, onControl, onPress }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    <div
      className="glass"
      role="group"
      aria-label={words.workbench.keysBar}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      <button type="button" aria-pressed={control} onClick={onControl}>
        {words.workbench.control}
      </button>
      {names.map((key) => (
        <button key={key} type="button" aria-label={keys[key][1]} onClick={() => onPress(key)}>
          {keys[key][0]}
        </button>
      ))}
    </div>
  );
}
