/** Reads an attribute that holds JSON. What is none is taken as the text that it is, so that the element can tell what is wrong. */
export const jsonOrText = (value: string | null): unknown => {
  try {
    return JSON.parse(value ?? 'null');
  } catch {
    return value;
  }
};
