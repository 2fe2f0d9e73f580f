import { PreparedClient } from './prepared-client.js';

test('a connection that breaks while nobody holds it does not end the process', () => {
  const client = new PreparedClient();
  expect(() => client.emit('error', new Error('terminating connection'))).not.toThrow();
});
