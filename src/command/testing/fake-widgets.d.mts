/** What the end-to-end tests use of the servers of the tests in Node. */
import type { RequestListener } from 'node:http';

export declare class FakeWidgets {
  /** Behind a certificate that nobody trusts. Resolves with the address. */
  serveSecurely(listener: RequestListener): Promise<string>;
  close(): Promise<void>;
}
