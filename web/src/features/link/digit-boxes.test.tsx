import { fireEvent, render, screen } from '@testing-library/react';
import { type ReactNode, useState } from 'react';

import { DigitBoxes } from './digit-boxes.js';

let typed = '';

function Boxes(): ReactNode {
  const [value, setValue] = useState('');
  return (
    <DigitBoxes
      label="Code"
      digitLabel={(place) => `Digit ${place}`}
      value={value}
      invalid={false}
      onChange={(next) => {
        typed = next;
        setValue(next);
      }}
    />
  );
}

const box = (place: number): HTMLElement => screen.getByLabelText(`Digit ${place}`);
const type = (place: number, text: string): boolean =>
  fireEvent.change(box(place), { target: { value: text } });

beforeEach(() => {
  typed = '';
  render(<Boxes />);
});

test('typing a digit moves to the next box', () => {
  type(1, '4');
  type(2, '1');
  expect(document.activeElement).toBe(box(3));
  expect(typed).toBe('41      ');
});

test.each([['4175 0032'], ['41750032'], ['code: 4175-0032.'], ['4175003299']])(
  'pasting %j anywhere fills every box',
  (text) => {
    fireEvent.paste(box(5), { clipboardData: { getData: () => text } });
    expect(typed).toBe('41750032');
    expect(document.activeElement).toBe(box(8));
  },
);

test('a suggestion of the phone lands in the first box as a whole', () => {
  type(1, '41750032');
  expect(typed).toBe('41750032');
});

test('a digit typed over another takes its place', () => {
  type(1, '4');
  type(1, '47');
  expect(typed.trim()).toBe('7');
});

test('letters are no digits', () => {
  type(1, 'a');
  expect(typed.trim()).toBe('');
});

test('deleting empties the box, then goes back', () => {
  type(1, '4');
  type(2, '1');
  fireEvent.keyDown(box(3), { key: 'Backspace' });
  expect(typed).toBe('4       ');
  expect(document.activeElement).toBe(box(2));
  fireEvent.keyDown(box(1), { key: 'Backspace' });
  expect(typed.trim()).toBe('');
});
