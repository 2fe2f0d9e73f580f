import { Param, type PipeTransform } from '@nestjs/common';
import { findId, type Id } from '@probant/shared/ids';
import { fail } from './problem.js';

class PathId implements PipeTransform<string, Id<string>> {
  transform(value: string): Id<string> {
    return findId(value) ?? fail('not-found');
  }
}

class PathText implements PipeTransform<string, string> {
  transform(value: string): string {
    // PostgreSQL takes no NUL in a text, and no name on record holds a control character.
    return /\p{Cc}/u.test(value) ? fail('not-found') : value;
  }
}

/** A name in the address, such as the key of a question: any text without control characters. One with any is `not-found` (404). */
export const NamedParam = (name: string): ParameterDecorator => Param(name, new PathText());

/** An id in the address. What is not a UUID is `not-found` (404), as an id that nothing has. */
export const PathParam = (name: string): ParameterDecorator => Param(name, new PathId());
