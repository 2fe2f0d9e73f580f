import { takesAnswers, type Answering } from './use-answering.js';
import type { Position } from './use-position.js';

interface Shown {
  readonly answering: Answering;
  readonly position: Position;
}

/** What frames the questions is drawn anew when what is left to do changes or one moves on, not for every key. */
export function sameStanding(one: Shown, other: Shown): boolean {
  return (
    one.answering.completion === other.answering.completion &&
    one.answering.sheet === other.answering.sheet &&
    sameList(one.answering.toReconfirm, other.answering.toReconfirm) &&
    takesAnswers(one.answering) === takesAnswers(other.answering) &&
    one.position.theme === other.position.theme &&
    one.position.themes === other.position.themes &&
    one.position.question === other.position.question
  );
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one === other || (one.length === other.length && one.every((id, place) => id === other[place]));
}
