import { accept, fieldRefusal, refuse, type Decision } from '../decision.js';
import type { FieldCode } from '../field-problems.js';
import { maxLengths } from '../limits.js';

/** Direction marks can make `gpj.exe` read as `exe.jpg`; invisible characters let two names look the same. */
const hiddenCharacter = /[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/u;
/** What a decoder writes for bytes that are no text: the name shown would not be the one that was given. */
const notText = /[\p{Cs}\ufffd]/u;
const controlCharacter = /[\p{Cc}\u2028\u2029]/u;

/**
 * The name of a piece as it will be shown: normalised and trimmed, and otherwise as given or refused, never repaired,
 * so that the name in the receipt is the name that the supplier saw.
 */
export function checkFileName(given: string): Decision<string> {
  const name = given.normalize('NFC').trim();
  const fault = findFault(name);
  if (fault === undefined) return accept(name);
  const params = fault === 'too-long' ? { max: maxLengths.fileName } : undefined;
  return refuse('file-name-refused', { errors: [fieldRefusal('/fileName', fault, params)] });
}

function findFault(name: string): FieldCode | undefined {
  if (notText.test(name)) return 'invalid-unicode';
  if (name === '') return 'required';
  if (/[/\\]|^[a-z]:|^\.{1,2}$/iu.test(name)) return 'path-in-name';
  if (controlCharacter.test(name)) return 'control-character';
  if (hiddenCharacter.test(name)) return 'hidden-character';
  if (name.length > maxLengths.fileName) return 'too-long';
  return undefined;
}
