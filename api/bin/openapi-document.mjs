import { openapi } from '../dist/cli/openapi.js';

process.exitCode = await openapi(process.argv.slice(2));
