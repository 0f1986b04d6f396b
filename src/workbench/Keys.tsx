import type { KeyName } from '../terminal/keys.ts';
import { words } from './words.ts';

interface Props {
  /** Whether the next character is sent as if Ctrl were held. */
  control: boolean;
  onControl(): void;
  onPress(key: KeyName): void;
}

const names = Object.keys(words.keys) as KeyName[];

/** A row of keys for keyboards on glass. A press leaves the focus, and with it that keyboard, where it is. */
export function Keys({ control, onControl, onPress }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in
    <div
      className="glass"
      role="group"
      aria-label={words.keysBar}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      <button type="button" aria-pressed={control} onClick={onControl}>
        {words.control}
      </button>
      {names.map((key) => (
        <button key={key} type="button" aria-label={words.keys[key][1]} onClick={() => onPress(key)}>
          {words.keys[key][0]}
        </button>
      ))}
    </div>
  );
}
