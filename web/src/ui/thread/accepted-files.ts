import { acceptedTypes } from '@probant/shared/evidence/media';

/** What a file field offers to choose; the API looks at the content whatever the name says. */
export const extensionsInWords = Object.values(acceptedTypes).flat().join(',');
