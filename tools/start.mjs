// `npm start`: the server of web-dev-server.config.mjs, whose own greeting would name an address of the network too.
import { startDevServer } from '@web/dev-server';

await startDevServer({ logStartMessage: false });
