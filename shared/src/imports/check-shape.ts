import { isRecord } from '../plain-text.js';
import { importBounds, tooDeep } from './import-bounds.js';
import { unreadable } from './said.js';

/** Refuses, with its place, what is not of a shape. */
export type Shape = (value: unknown, at: string, depth?: number) => void;

export const aText: Shape = (value, at) => {
  if (typeof value !== 'string') throw unreadable(at, 'un texte est attendu', 'a text is expected');
};

export const aNumber: Shape = (value, at) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw unreadable(at, 'un nombre est attendu', 'a number is expected');
  }
};

export const aBoolean: Shape = (value, at) => {
  if (typeof value !== 'boolean') {
    throw unreadable(at, 'vrai ou faux est attendu', 'true or false is expected');
  }
};

export const aFact: Shape = (value, at) => {
  if (!['string', 'number', 'boolean'].includes(typeof value)) {
    throw unreadable(at, 'une valeur simple est attendue', 'a plain value is expected');
  }
};

export function oneOf(choices: readonly (string | number)[]): Shape {
  return (value, at) => {
    if (choices.some((choice) => choice === value)) return;
    const list = choices.join(', ');
    throw unreadable(
      at,
      `l’une de ces valeurs est attendue : ${list}`,
      `one of these values is expected: ${list}`,
    );
  };
}

export function listOf(shape: Shape): Shape {
  return (value, at, depth) => {
    if (!Array.isArray(value)) throw unreadable(at, 'une liste est attendue', 'a list is expected');
    value.forEach((item, index) => shape(item, `${at}[${index}]`, depth));
  };
}

export function mapOf(shape: Shape): Shape {
  return (value, at, depth) => {
    for (const [key, item] of Object.entries(recordOf(value, at))) shape(item, `${at}.${key}`, depth);
  };
}

/** Every key of `needed`, any of `optional`, and no other. */
export function record(
  needed: Readonly<Record<string, Shape>>,
  optional: Readonly<Record<string, Shape>> = {},
): Shape {
  return (value, at, depth) => {
    const entries = recordOf(value, at);
    for (const [key, shape] of Object.entries(needed)) {
      if (!Object.hasOwn(entries, key)) {
        throw unreadable(at, `la clé « ${key} » manque`, `the key "${key}" is missing`);
      }
      shape(entries[key], placeOf(at, key), depth);
    }
    for (const [key, item] of Object.entries(entries)) {
      if (Object.hasOwn(needed, key)) continue;
      const shape = Object.hasOwn(optional, key) ? optional[key] : undefined;
      if (shape === undefined) {
        throw unreadable(placeOf(at, key), 'cette clé n’est pas connue ici', 'this key is not known here');
      }
      shape(item, placeOf(at, key), depth);
    }
  };
}

/** The shape that the presence of a key chooses: the first that is there. */
export function byKey(shapes: Readonly<Record<string, Shape>>): Shape {
  return (value, at, depth = 0) => {
    if (depth > importBounds.depth) throw tooDeep(at);
    const entries = recordOf(value, at);
    const found = Object.entries(shapes).find(([key]) => Object.hasOwn(entries, key));
    if (found === undefined) {
      const list = Object.keys(shapes).join(', ');
      throw unreadable(
        at,
        `l’une de ces clés est attendue : ${list}`,
        `one of these keys is expected: ${list}`,
      );
    }
    found[1](value, at, depth + 1);
  };
}

export function placeOf(at: string, key: string): string {
  return at === '' ? key : `${at}.${key}`;
}

function recordOf(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (isRecord(value)) return value;
  throw unreadable(at, 'un objet est attendu', 'an object is expected');
}
