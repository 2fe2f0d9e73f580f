/** The signature scan that is always there; it knows the EICAR test file and looks inside archives. */
export const builtInEngine = 'built-in';
export const clamdEngine = 'clamd';
