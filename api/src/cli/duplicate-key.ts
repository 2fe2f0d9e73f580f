import { pointer } from '@probant/shared/decision';

interface Level {
  /** Absent in a list. */
  readonly keys: Set<string> | null;
  /** The key or the place that is being read. */
  at: string | number;
  /** In an object: the next text is a key. */
  keyNext: boolean;
}

const string = /"(?:[^"\\]|\\.)*"/suy;

/** The pointer of the first key that stands twice in one object of a valid JSON text; JSON.parse would keep the last alone. */
export function findDuplicateKey(json: string): string | undefined {
  const levels: Level[] = [];
  for (let index = 0; index < json.length; index += 1) {
    const level = levels.at(-1);
    switch (json.charAt(index)) {
      case '{':
        levels.push({ keys: new Set(), at: '', keyNext: true });
        break;
      case '[':
        levels.push({ keys: null, at: 0, keyNext: false });
        break;
      case '}':
      case ']':
        levels.pop();
        break;
      case ',':
        if (level !== undefined) goOn(level);
        break;
      case '"': {
        string.lastIndex = index;
        const [text = '""'] = string.exec(json) ?? [];
        index += text.length - 1;
        if (level?.keyNext !== true) break;
        const key = JSON.parse(text) as string;
        Object.assign(level, { at: key, keyNext: false });
        if (level.keys?.has(key) === true) return pointer(...levels.map(({ at }) => at));
        level.keys?.add(key);
        break;
      }
    }
  }
  return undefined;
}

function goOn(level: Level): void {
  if (level.keys === null) level.at = Number(level.at) + 1;
  else level.keyNext = true;
}
