// The least that a server can do: `node:http` that sends given bytes, after one `pg` query or none. A program of its
// own, so that its CPU time is its own. Arguments: socket, file of the bytes, and for the query URL, room, thread.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';

const [socket = '', file = '', url, asked = '{}'] = process.argv.slice(2);
const body = readFileSync(file);
const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length };

const pool = url === undefined ? undefined : new pg.Pool({ connectionString: url, max: 10 });
pool?.on('error', (error) => console.error(error.message));
/** One row by its key: the cheapest question that a page can ask. */
const { text, values }: { text: string; values: string[] } = JSON.parse(asked);
const question = { name: 'baseline', text, values };

const server = createServer(async (_request, response) => {
  try {
    const answer = await pool?.query(question);
    if (answer?.rowCount === 0) throw new Error('the row is gone');
    response.writeHead(200, headers).end(body);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
server.listen(socket, () => process.send?.('ready'));
process.once('disconnect', () => process.exit(0)); // whoever measures has gone
