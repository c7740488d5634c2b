// The least that a server can do: `node:http` that sends given bytes, after one `pg` query or none. A program of its
// own, so that its CPU time is its own. Arguments: socket, file of the bytes, and for the query URL, room, thread.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';

const [socket = '', file = '', url, room, thread = ''] = process.argv.slice(2);
const body = readFileSync(file);
const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length };

const pool = url === undefined ? undefined : new pg.Pool({ connectionString: url, max: 10 });
pool?.on('error', (error) => console.error(error.message));
/** One row by its key: the cheapest question that a page about a thread can ask. */
const question = {
  name: 'baseline',
  text: 'SELECT title FROM threads WHERE room_id = $1 AND id = $2',
  values: [room, Buffer.from(thread, 'base64url')],
};

const server = createServer(async (_request, response) => {
  try {
    const answer = await pool?.query(question);
    if (answer?.rowCount === 0) throw new Error('the thread is gone');
    response.writeHead(200, headers).end(body);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
server.listen(socket, () => process.send?.('ready'));
process.once('disconnect', () => process.exit(0)); // whoever measures has gone
