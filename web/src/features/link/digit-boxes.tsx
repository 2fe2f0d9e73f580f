import { linkCode } from '@probant/shared/limits';
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, type RefObject, useRef } from 'react';

interface DigitBoxesProps {
  readonly label: string;
  readonly digitLabel: (place: number) => string;
  /** The digits typed so far; a place left out is a space. */
  readonly value: string;
  readonly invalid: boolean;
  readonly describedBy?: string;
  /** Where the focus goes when the code is to be typed, or typed again. */
  readonly firstBox?: RefObject<HTMLInputElement | null>;
  readonly onChange: (value: string) => void;
}

const places = Array.from({ length: linkCode.digits }, (_, place) => place);

/** One box per digit: typing moves on, deleting moves back, pasting or a suggestion of the phone fills them all. */
export function DigitBoxes(props: DigitBoxesProps): ReactNode {
  const { label, digitLabel, value, invalid, describedBy, firstBox, onChange } = props;
  const boxes = useRef<(HTMLInputElement | null)[]>([]);
  const digits = value.padEnd(linkCode.digits);

  const focus = (place: number): void => {
    const box = boxes.current[Math.min(Math.max(place, 0), linkCode.digits - 1)];
    box?.focus();
    box?.select();
  };
  const put = (place: number, typed: string): void => {
    const figures = typed.replace(/\D/g, '').slice(0, linkCode.digits - place);
    const next = digits.slice(0, place) + figures + digits.slice(place + figures.length);
    onChange(next);
    if (figures !== '') focus(place + figures.length);
  };
  const clear = (place: number): void => {
    onChange(`${digits.slice(0, place)} ${digits.slice(place + 1)}`);
  };
  const press = (event: KeyboardEvent, place: number): void => {
    const moves: Readonly<Record<string, number>> = { ArrowLeft: place - 1, ArrowRight: place + 1 };
    const target = moves[event.key];
    if (target !== undefined) {
      event.preventDefault();
      focus(target);
    } else if (event.key === 'Backspace') {
      event.preventDefault();
      const empty = digits[place] === ' ';
      clear(empty ? Math.max(place - 1, 0) : place);
      if (empty) focus(place - 1);
    }
  };
  const paste = (event: ClipboardEvent): void => {
    event.preventDefault();
    put(0, event.clipboardData.getData('text'));
  };

  return (
    <fieldset className="pb-link-digits" aria-describedby={describedBy}>
      <legend className="pb-hidden">{label}</legend>
      {places.map((place) => (
        <input
          key={place}
          ref={(box) => {
            boxes.current[place] = box;
            if (place === 0 && firstBox) firstBox.current = box;
          }}
          inputMode="numeric"
          autoComplete={place === 0 ? 'one-time-code' : 'off'}
          aria-label={digitLabel(place + 1)}
          aria-invalid={invalid}
          value={(digits[place] ?? '').trim()}
          onChange={(event) => {
            const typed = event.currentTarget.value;
            // A second digit typed into a full box is the new one; a whole code is a suggestion of the phone.
            put(place, typed.length === 2 ? typed.replace((digits[place] ?? '').trim(), '') : typed);
          }}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
          onKeyDown={(event) => {
            press(event, place);
          }}
          onPaste={paste}
        />
      ))}
    </fieldset>
  );
}
