import { StartRefusal } from './start-refusal.js';

export type Environment = Readonly<Record<string, string | undefined>>;

const switchWords: Readonly<Record<string, boolean>> = {
  on: true,
  yes: true,
  true: true,
  '1': true,
  off: false,
  no: false,
  false: false,
  '0': false,
};

/** A variable's text; one that is empty counts as unset, because compose files hand over empty strings. */
export function findText(env: Environment, name: string): string | undefined {
  const text = env[name]?.trim();
  return text === '' ? undefined : text;
}

export function findSwitch(env: Environment, name: string): boolean | undefined {
  const text = findText(env, name);
  if (text === undefined) return undefined;
  const value = switchWords[text.toLowerCase()];
  if (value === undefined) throw new StartRefusal(`${name} is "${text}": it must be on or off.`);
  return value;
}

export function findPort(env: Environment, name: string): number | undefined {
  const text = findText(env, name);
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new StartRefusal(`${name} is "${text}": it must be a whole number from 1 to 65535.`);
  }
  return port;
}

export function findChoice<T extends string>(
  env: Environment,
  name: string,
  choices: readonly T[],
): T | undefined {
  const text = findText(env, name)?.toLowerCase();
  if (text === undefined) return undefined;
  const choice = choices.find((candidate) => candidate === text);
  if (choice === undefined)
    throw new StartRefusal(`${name} is "${text}": it must be one of ${choices.join(', ')}.`);
  return choice;
}

/** The value is never repeated in the refusal: addresses carry passwords. */
export function findUrl(env: Environment, name: string, schemes: readonly string[]): URL | undefined {
  const text = findText(env, name);
  if (text === undefined) return undefined;
  const wanted = schemes.map((scheme) => `${scheme}//`).join(' or ');
  if (!URL.canParse(text)) throw new StartRefusal(`${name} is not an address: it must begin with ${wanted}.`);
  const url = new URL(text);
  if (!schemes.includes(url.protocol) || url.hostname === '') {
    throw new StartRefusal(`${name} must begin with ${wanted} and name a host.`);
  }
  return url;
}

/** All of the named variables or none; one that is missing beside the others is named. */
export function findAll<N extends string>(
  env: Environment,
  names: readonly N[],
): Readonly<Record<N, string>> | undefined {
  const found = names.flatMap((name) => {
    const text = findText(env, name);
    return text === undefined ? [] : [[name, text] as const];
  });
  if (found.length === 0) return undefined;
  const present = new Set(found.map(([name]) => name));
  const missing = names.find((name) => !present.has(name));
  if (missing !== undefined) {
    throw new StartRefusal(`${missing} is not set although ${found[0]?.[0] ?? ''} is: set both or neither.`);
  }
  return Object.fromEntries(found) as Record<N, string>;
}
