/** The markup of a page with every element, as a server draws it. */
export function drawnMarkup(): Promise<string>;

/** The script of that page; with the element of an app of Lit, which loads Lit's own support for such pages. */
export function drawnScript(options: { hasApp: boolean }): Promise<string>;
