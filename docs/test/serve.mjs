// A server for the files of a folder, on a port of its own, for the checks.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.xml': 'application/xml',
  '.txt': 'text/plain',
};

/** @param {{ page?: (index: number) => string | undefined }} [options] `page` says what is at `/page/0` and so on */
export async function serve(folder, { page } = {}) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const [, index] = /^\/page\/(\d+)$/.exec(path) ?? [];
    const made = index && page?.(Number(index));
    if (made) return void response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(made);
    let file = join(folder, normalize(path));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (existsSync(file)) {
      response.writeHead(200, { 'Content-Type': `${TYPES[extname(file)] ?? 'text/plain'}; charset=utf-8` });
      createReadStream(file).pipe(response);
      return;
    }
    const missing = join(folder, '404.html');
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(existsSync(missing) ? readFileSync(missing) : '');
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return {
    address: `http://localhost:${server.address().port}/`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
