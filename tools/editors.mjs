// Writes what editors read, from custom-elements.json: data for VS Code's HTML, and web-types for JetBrains' editors.
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

const QUIET = { hideLogs: true, hideMethodDocs: true };

export async function writeEditorData() {
  const manifest = JSON.parse(await readFile(join(ROOT, 'custom-elements.json'), 'utf8'));
  await writeFile(join(ROOT, 'vscode.html-custom-data.json'), getVsCodeHtmlCustomData(manifest, QUIET));
  const webTypes = JSON.parse(getWebTypesData(manifest, { ...QUIET, packageJson: false }));
  const { name, version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  await writeFile(join(ROOT, 'web-types.json'), JSON.stringify({ ...webTypes, name, version }));
}
