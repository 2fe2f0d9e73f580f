// The least a Node server can do: one prepared statement by id, its text on the wire.
import http from 'node:http';
import pg from 'pg';

process.once('message', ({ url, text }) => {
  const pool = new pg.Pool({ connectionString: url, max: 10, options: '-c search_path=probant,public' });
  pool.on('error', () => undefined);
  const server = http.createServer(async (request, response) => {
    const id = request.url.slice(1);
    const { rows } = await pool.query({ name: 'sheet', text, values: [id] });
    const body = Buffer.from(`{"document":${rows[0].document_text},"sheet":${rows[0].sheet}}`);
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': body.length,
    });
    response.end(body);
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1', () => process.send({ address: `http://127.0.0.1:${server.address().port}` }));
});
process.once('disconnect', () => process.exit(0));
