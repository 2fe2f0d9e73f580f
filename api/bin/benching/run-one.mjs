// Runs one benchmark in a process of its own, so that none warms up or fills the memory of the next.
import { pathToFileURL } from 'node:url';

const { name, run } = await import(pathToFileURL(process.argv[2]).href);
const result = name === undefined ? null : { name, ...(await run()) };
process.send(result, () => process.exit(0));
