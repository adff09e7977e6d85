/** Ids for the messages that one end sends: a prefix that is unique to the end, and a counter. */
export function messageIds(prefix: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}-${count}`;
  };
}
