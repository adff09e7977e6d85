/** Gives a text to the user: into the clipboard, or as a file. */

/** Copies a text. Resolves with whether the browser has let the page do so. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Has the browser download a JSON text as a file of this name. */
export function downloadJson(fileName: string, json: string): void {
  const file = new Blob([json], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
