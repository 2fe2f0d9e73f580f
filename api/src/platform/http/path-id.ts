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
    // A database takes no NUL, and no name here holds any sign of control.
    return /\p{Cc}/u.test(value) ? fail('not-found') : value;
  }
}

/** A name in the address, such as the key of a question. One that no name can be is as absent as any other. */
export const NamedParam = (name: string): ParameterDecorator => Param(name, new PathText());

/** An id in the address. One that is not even a UUID is as absent as any other. */
export const PathParam = (name: string): ParameterDecorator => Param(name, new PathId());
