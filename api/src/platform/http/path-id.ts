import { Param, type PipeTransform } from '@nestjs/common';
import { findId, type Id } from '@probant/shared/ids';
import { fail } from './problem.js';

class PathId implements PipeTransform<string, Id<string>> {
  transform(value: string): Id<string> {
    return findId(value) ?? fail('not-found');
  }
}

/** An id in the address. One that is not even a UUID is as absent as any other. */
export const PathParam = (name: string): ParameterDecorator => Param(name, new PathId());
