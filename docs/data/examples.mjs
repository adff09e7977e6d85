// The live examples: each is the body of a page in examples/, which is shown as code as well.
import { readdir, readFile } from 'node:fs/promises';

const FOLDER = new URL('../examples/', import.meta.url);
const SCRIPT = /<script type="module">\n([\s\S]*?)<\/script>\n?/;
const SETTINGS = /^<!-- (\{.*\}) -->\n/;

async function read(file) {
  const text = await readFile(new URL(file, FOLDER), 'utf8');
  const [, settings = '{}'] = SETTINGS.exec(text) ?? [];
  const code = text.replace(SETTINGS, '').trimEnd();
  const [, script = ''] = SCRIPT.exec(`${code}\n`) ?? [];
  return {
    name: file.replace('.html', ''),
    code,
    /** A strict policy takes no script inside of a page: it is a file of its own there. */
    body: code.replace(SCRIPT, ''),
    script,
    /** `height`: of the frame in px. `actions`: which buttons stand below. `alone`: a page without a HubSpot around it. */
    ...JSON.parse(settings),
  };
}

const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.html')).toSorted();

export default await Promise.all(files.map(read));
